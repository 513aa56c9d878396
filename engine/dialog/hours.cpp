#include "dialog/hours.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace keel {
namespace {

constexpr std::array<std::string_view, 7> day_names = {"Mon", "Tue", "Wed", "Thu",
                                                       "Fri", "Sat", "Sun"};
constexpr int32_t day_minutes = 24 * 60;

std::optional<int32_t> day_of(std::string_view word) {
  for (size_t day = 0; day < day_names.size(); ++day) {
    if (word == day_names[day]) return static_cast<int32_t>(day);
  }
  return std::nullopt;
}

// "09:30": minutes since midnight.
std::optional<int32_t> clock_of(std::string_view word) {
  if (word.size() != 5 || word[2] != ':') return std::nullopt;
  int32_t digits[4];
  for (const size_t at : {0U, 1U, 3U, 4U}) {
    if (word[at] < '0' || word[at] > '9') return std::nullopt;
    digits[at < 2 ? at : at - 1] = word[at] - '0';
  }
  const int32_t minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3];
  return minutes <= day_minutes ? std::optional(minutes) : std::nullopt;
}

std::pair<std::string_view, std::string_view> ends_of(std::string_view word) {
  const size_t dash = word.find('-');
  if (dash == std::string_view::npos) return {word, word};
  return {word.substr(0, dash), word.substr(dash + 1)};
}

// One part of the hours: on which days, from when to when.
struct Part {
  std::array<bool, 7> days{true, true, true, true, true, true, true};
  std::optional<std::pair<int32_t, int32_t>> times;
  bool understood = true;

  void read(std::string_view word) {
    const auto [from, to] = ends_of(word);
    const auto first = day_of(from);
    const auto last = day_of(to);
    if (word == "daily") return;
    if (word == "weekdays") return set_days(0, 4);
    if (first && last) return set_days(*first, *last);
    const auto opens = clock_of(from);
    const auto closes = clock_of(to);
    if (opens && closes && *opens != *closes) {
      times = {*opens, *closes};
    } else {
      understood = false;
    }
  }

  Answers at(int32_t day, int32_t minute) const {
    if (!understood) return Answers::unknown;
    const auto today = [&](int32_t which) { return days[static_cast<size_t>((which + 7) % 7)]; };
    if (!times) return today(day) ? Answers::unknown : Answers::no;
    const auto [opens, closes] = *times;
    const bool over_midnight = closes < opens;
    const bool since_yesterday = over_midnight && today(day - 1) && minute < closes;
    const bool now = today(day) && minute >= opens && (over_midnight || minute < closes);
    return since_yesterday || now ? Answers::yes : Answers::no;
  }

 private:
  void set_days(int32_t first, int32_t last) {
    days = {};
    for (int32_t day = first;; day = (day + 1) % 7) {
      days[static_cast<size_t>(day)] = true;
      if (day == last) return;
    }
  }
};

Part part_of(std::string_view words) {
  Part part;
  bool any = false;
  while (!words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (end > 0) part.read(words.substr(0, end));
    any = any || end > 0;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  part.understood = part.understood && any;
  return part;
}

}  // namespace

Answers answers_at(std::string_view hours, const LocalTime& local) {
  if (hours == "24/7") return Answers::yes;
  const int32_t minute = local.hour * 60 + local.minute;
  Answers answers = hours.empty() ? Answers::unknown : Answers::no;
  while (!hours.empty()) {
    const size_t end = std::min(hours.find_first_of(",;"), hours.size());
    const Answers one = part_of(hours.substr(0, end)).at(local.weekday, minute);
    if (one == Answers::yes) return Answers::yes;
    if (one == Answers::unknown) answers = Answers::unknown;
    hours.remove_prefix(std::min(end + 1, hours.size()));
  }
  return answers;
}

}  // namespace keel
