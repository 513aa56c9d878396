#pragma once
// HelpLine: a number or address where a person answers. The data stands in dialogs/help-lines.json.
// Threads: plain values.
#include <string>
#include <string_view>
#include <vector>

namespace keel {

struct HelpLine {
  std::string
      country;       // ISO 3166-1 alpha-2; "EU" European numbers; "ZZ" the international directory
  std::string need;  // suicide, domestic-violence, emergency, children, sexual-violence,
                     // own-behaviour, general
  std::string name;
  std::string phone;       // as dialled inside the country; empty: none
  std::string sms_number;  // empty: none
  std::string sms_keyword;
  std::string chat;   // domain; empty: none
  std::string hours;  // as the service states them; empty: not known
  std::vector<std::string> languages;
  bool checked =
      false;  // by two sources or one; false: shown to nobody unless it is an emergency number
  std::string checked_on;  // ISO date
};

// The country's checked lines for a need, then its emergency number; without a checked line or a
// known country the international directory. Never empty when the data has a directory.
std::vector<HelpLine> lines_for(const std::vector<HelpLine>& all, std::string_view country,
                                std::string_view need);

}  // namespace keel
