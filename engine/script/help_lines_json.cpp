#include "script/help_lines_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace keel {
namespace {

using nlohmann::json;

constexpr std::string_view needs[] = {"suicide", "domestic-violence", "emergency",    "children",
                                      "general", "sexual-violence",   "own-behaviour"};
// Not countries: the European numbers and the international directory.
constexpr std::string_view directory = "ZZ";

// The library keeps no places, so a record is shown by the first place of its name.
Span place_of(const Source& source, const std::string& name) {
  const size_t at = name.empty() ? std::string::npos : source.text().find("\"" + name + "\"");
  if (at == std::string::npos) return {0, 1};
  return {static_cast<uint32_t>(at + 1), static_cast<uint32_t>(at + 1 + name.size())};
}

std::string text_of(const json& record, const char* key) {
  const auto found = record.find(key);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

HelpLine line_of(const json& record) {
  HelpLine line;
  line.country = text_of(record, "country");
  line.need = text_of(record, "for");
  line.name = text_of(record, "name");
  line.phone = text_of(record, "phone");
  line.chat = text_of(record, "chat");
  line.hours = text_of(record, "hours");
  line.checked_on = text_of(record, "checked");
  const std::string verification = text_of(record, "verification");
  line.checked = verification == "two-sources" || verification == "one-source";
  const auto sms = record.find("sms");
  if (sms != record.end() && sms->is_object()) {
    line.sms_number = text_of(*sms, "number");
    line.sms_keyword = text_of(*sms, "keyword");
  }
  const auto languages = record.find("languages");
  if (languages != record.end() && languages->is_array()) {
    for (const json& language : *languages) {
      if (language.is_string()) line.languages.push_back(language.get<std::string>());
    }
  }
  return line;
}

// What is wrong with a record, in a writer's words; empty when nothing is.
std::string mistake_in(const HelpLine& line, const json& record) {
  if (line.country.size() != 2) return "\"country\" must be two letters, such as \"GB\"";
  if (std::find(std::begin(needs), std::end(needs), line.need) == std::end(needs)) {
    return "\"for\" must name a need, such as \"suicide\" or \"general\"";
  }
  if (line.name.empty()) return "\"name\" is missing";
  if (line.phone.empty() && line.sms_number.empty() && line.chat.empty()) {
    return "there is no way to reach this line: give phone, sms or chat";
  }
  const std::string verification = text_of(record, "verification");
  if (verification != "two-sources" && verification != "one-source" && verification != "to-check") {
    return "\"verification\" must be two-sources, one-source or to-check";
  }
  if (!is_date(line.checked_on)) return "\"checked\" must be a date, such as 2026-11-21";
  if (!record.contains("source")) return "\"source\" is missing: who says so?";
  return {};
}

}  // namespace

std::vector<HelpLine> read_help_lines(const Source& source, std::vector<Diagnostic>& diagnostics) {
  const json records = json::parse(source.text(), nullptr, false);
  std::vector<HelpLine> lines;
  if (!records.is_array()) {
    diagnostics.push_back({"K230",
                           Severity::error,
                           source.path(),
                           {0, 1},
                           "this is not a JSON list of help lines",
                           ""});
    return lines;
  }
  std::set<std::string> countries;
  std::set<std::string> with_emergency;
  for (const json& record : records) {
    const HelpLine line = record.is_object() ? line_of(record) : HelpLine{};
    const std::string mistake = mistake_in(line, record);
    if (!mistake.empty()) {
      diagnostics.push_back({"K231", Severity::error, source.path(), place_of(source, line.name),
                             mistake, line.name});
      continue;
    }
    countries.insert(line.country);
    if (line.need == "emergency") with_emergency.insert(line.country);
    lines.push_back(line);
  }
  for (const std::string& country : countries) {
    if (country == directory || with_emergency.contains(country)) continue;
    diagnostics.push_back({"K232", Severity::error, source.path(), place_of(source, country),
                           "country " + country + " has no emergency number", ""});
  }
  return lines;
}

void warn_of_old_checks(const Source& source, const std::vector<HelpLine>& lines,
                        std::string_view today, std::vector<Diagnostic>& diagnostics) {
  if (!is_date(today)) return;
  std::string year_ago(today);
  int year = (today[0] - '0') * 1000 + (today[1] - '0') * 100 + (today[2] - '0') * 10 +
             (today[3] - '0') - 1;
  for (size_t digit = 4; digit-- > 0; year /= 10) {
    year_ago[digit] = static_cast<char>('0' + year % 10);
  }
  for (const HelpLine& line : lines) {
    if (line.checked_on >= year_ago) continue;
    diagnostics.push_back({"K233", Severity::warning, source.path(), place_of(source, line.name),
                           "this line was last checked on " + line.checked_on, "check it again"});
  }
}

}  // namespace keel
