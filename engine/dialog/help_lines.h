#pragma once
// HelpLine: a number or address where a person answers. The data stands in dialogs/help-lines.json.
// Threads: plain values.
#include <string>
#include <string_view>
#include <vector>

#include "dialog/hours.h"

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
  std::string checked_on;          // ISO date
  Answers now = Answers::unknown;  // where it is shown to somebody; not in the data
};

// The country's checked lines for a need, then its emergency number; without a checked line or a
// known country the international directory. Never empty when the data has a directory.
// `guessed`: the directory as well, because they may be elsewhere.
std::vector<HelpLine> lines_for(const std::vector<HelpLine>& all, std::string_view country,
                                std::string_view need, bool guessed = false);

// The country of the data that this time zone ("Europe/London") lies in; empty: none of them.
std::string region_of(const std::vector<HelpLine>& all, std::string_view time_zone);

// Notes which of them answer at this moment; those that do not go behind those that may.
void tell_who_answers(std::vector<HelpLine>& lines, const LocalTime& local);

}  // namespace keel
