#include "dialog/help_lines.h"

#include <algorithm>

#include "text/services.h"

namespace keel {
namespace {

constexpr std::string_view directory = "ZZ";

bool shown(const HelpLine& line) {
  return line.checked || line.need == "emergency";
}

void add(const std::vector<HelpLine>& all, std::string_view country, std::string_view need,
         std::vector<HelpLine>& out) {
  for (const HelpLine& line : all) {
    const bool there = std::any_of(out.begin(), out.end(), [&](const HelpLine& other) {
      return other.name == line.name && other.phone == line.phone;
    });
    if (line.country == country && line.need == need && shown(line) && !there) out.push_back(line);
  }
}

}  // namespace

std::vector<HelpLine> lines_for(const std::vector<HelpLine>& all, std::string_view country,
                                std::string_view need, bool guessed) {
  std::vector<HelpLine> lines;
  if (!country.empty()) {
    add(all, country, need, lines);
    if (lines.empty() && need != "emergency") add(all, country, "general", lines);
    add(all, country, "emergency", lines);
  }
  const bool somebody_to_talk_to = std::any_of(
      lines.begin(), lines.end(), [](const HelpLine& line) { return line.need != "emergency"; });
  if (!somebody_to_talk_to || guessed) add(all, directory, "general", lines);
  return lines;
}

std::string region_of(const std::vector<HelpLine>& all, std::string_view time_zone) {
  std::string_view seen;  // the data has its countries together
  for (const HelpLine& line : all) {
    if (line.country == seen) continue;
    seen = line.country;
    if (time_zone_is_in(time_zone, seen)) return line.country;
  }
  return "";
}

void tell_who_answers(std::vector<HelpLine>& lines, const LocalTime& local) {
  for (HelpLine& line : lines) line.now = answers_at(line.hours, local);
  std::stable_partition(lines.begin(), lines.end(),
                        [](const HelpLine& line) { return line.now != Answers::no; });
}

}  // namespace keel
