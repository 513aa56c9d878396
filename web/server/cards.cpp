#include "server/cards.h"

#include <array>
#include <utility>

namespace keel {
namespace {

struct MarkKind {
  std::string_view id;
  std::string_view label;
};

constexpr std::array<MarkKind, 5> mark_kinds = {{{"fact", "It happened"},
                                                 {"interpretation", "What it means to me"},
                                                 {"prediction", "What I expect"},
                                                 {"feeling", "A feeling"},
                                                 {"should", "A should"}}};

OrderedJson or_null(const std::string& text) {
  return text.empty() ? OrderedJson() : OrderedJson(text);
}

bool is_directory(const HelpLine& line) {
  return line.country == "ZZ" && !line.chat.empty();
}

std::string address(const std::string& chat) {
  return chat.find("://") == std::string::npos ? "https://" + chat : chat;
}

struct ToJson {
  OrderedJson operator()(const ScaleCard& card) const {
    return {{"kind", "scale"}, {"min", card.min}, {"max", card.max}};
  }
  OrderedJson operator()(const DurationCard&) const { return {{"kind", "duration"}}; }
  OrderedJson operator()(const DateCard&) const { return {{"kind", "date"}}; }
  OrderedJson operator()(const TimerCard& card) const {
    return {{"kind", "timer"},
            {"id", card.id},
            {"started_at", card.started_at},
            {"ends_at", card.ends_at}};
  }
  OrderedJson operator()(const PacerCard& card) const {
    return {
        {"kind", "pacer"}, {"in_ms", card.in_ms}, {"out_ms", card.out_ms}, {"rounds", card.rounds}};
  }
  OrderedJson operator()(const MarksCard& card) const {
    OrderedJson pieces = OrderedJson::array();
    for (const Mark& mark : card.pieces) {
      pieces.push_back({{"text", mark.words},
                        {"kind", mark.kind},
                        {"start", mark.span.begin},
                        {"end", mark.span.end},
                        {"slot", mark.slot}});
    }
    OrderedJson kinds = OrderedJson::array();
    for (const MarkKind& kind : mark_kinds) {
      kinds.push_back({{"id", kind.id}, {"label", kind.label}});
    }
    return {{"kind", "marks"}, {"pieces", std::move(pieces)}, {"kinds", std::move(kinds)}};
  }
  OrderedJson operator()(const ListCard& card) const {
    OrderedJson json = {{"kind", "list"}};
    if (!card.title.empty()) json["title"] = card.title;
    json["items"] = card.items;
    return json;
  }
  OrderedJson operator()(const CrisisCard& card) const {
    OrderedJson json = {
        {"kind", "crisis"}, {"level", name_of(card.level)}, {"category", card.category}};
    if (!card.country.empty()) json["country"] = card.country;
    if (card.guessed) json["guessed"] = true;
    OrderedJson lines = OrderedJson::array();
    OrderedJson directory;
    for (const HelpLine& line : card.lines) {
      if (is_directory(line)) {
        directory = {{"name", line.name}, {"url", address(line.chat)}};
      } else {
        lines.push_back(help_line_json(line));
      }
    }
    json["lines"] = std::move(lines);
    json["directory"] = std::move(directory);
    return json;
  }
  OrderedJson operator()(const ExitCard&) const { return {{"kind", "exit"}}; }
  OrderedJson operator()(const ExportCard&) const { return {{"kind", "export"}}; }
};

}  // namespace

OrderedJson card_json(const Card& card) {
  return std::visit(ToJson{}, card);
}

OrderedJson help_line_json(const HelpLine& line) {
  OrderedJson json = {{"name", line.name}, {"for", line.need}, {"country", or_null(line.country)}};
  json["phone"] = or_null(line.phone);
  OrderedJson sms;
  if (!line.sms_number.empty()) {
    sms = {{"number", line.sms_number}, {"keyword", or_null(line.sms_keyword)}};
  }
  json["sms"] = std::move(sms);
  json["chat"] = line.chat.empty() ? OrderedJson() : OrderedJson(address(line.chat));
  json["hours"] = or_null(line.hours);
  if (line.now != Answers::unknown) json["open"] = line.now == Answers::yes;
  json["languages"] = line.languages.empty() ? OrderedJson() : OrderedJson(line.languages);
  return json;
}

}  // namespace keel
