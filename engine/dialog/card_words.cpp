#include "dialog/card_words.h"

namespace keel {
namespace {

std::string clock(Instant at, int32_t utc_offset_minutes) {
  const LocalTime local = local_time(at, utc_offset_minutes);
  const auto two = [](int32_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(local.hour) + ":" + two(local.minute);
}

struct CardWords {
  int32_t offset;

  std::string operator()(const ScaleCard& card) const {
    return "(" + std::to_string(card.min) + " to " + std::to_string(card.max) + ")\n";
  }
  std::string operator()(const DurationCard&) const { return ""; }
  std::string operator()(const DateCard&) const { return ""; }
  std::string operator()(const TimerCard& card) const {
    return "Until " + clock(card.ends_at, offset) + ".\n";
  }
  std::string operator()(const PacerCard& card) const {
    return "Breathe in for " + std::to_string(card.in_ms / second_ms) + ", out for " +
           std::to_string(card.out_ms / second_ms) + ". Stop whenever you like.\n";
  }
  std::string operator()(const MarksCard& card) const {
    std::string out;
    for (const Mark& mark : card.pieces) out += "\"" + mark.words + "\": " + mark.kind + "\n";
    return out;
  }
  std::string operator()(const ListCard& card) const {
    std::string out = card.title.empty() ? "" : card.title + "\n";
    for (const std::string& item : card.items) out += "- " + item + "\n";
    return out;
  }
  std::string operator()(const CrisisCard& card) const {
    std::string out;
    for (const HelpLine& line : card.lines) out += help_line_words(line) + "\n";
    if (card.guessed) out += "These go by the clock here, for " + card.country + ".\n";
    return out;
  }
  std::string operator()(const ExitCard&) const {
    return "You can leave this page at once with Exit.\n";
  }
  std::string operator()(const ExportCard&) const {
    return "Download and erase are in the menu of the page.\n";
  }
};

}  // namespace

std::string help_line_words(const HelpLine& line) {
  std::string out = line.name;
  std::string ways;
  const auto add = [&](const std::string& way) { ways += (ways.empty() ? "" : ", ") + way; };
  if (!line.phone.empty()) add("call " + line.phone);
  if (!line.sms_number.empty()) {
    add("text " + (line.sms_keyword.empty() ? "" : line.sms_keyword + " to ") + line.sms_number);
  }
  if (!line.chat.empty()) add(line.chat);
  if (!line.hours.empty()) add(line.hours);
  if (line.now == Answers::no) add("closed now");
  return ways.empty() ? out : out + ": " + ways;
}

std::string card_words(const Card& card, int32_t utc_offset_minutes) {
  return std::visit(CardWords{utc_offset_minutes}, card);
}

}  // namespace keel
