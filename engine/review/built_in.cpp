#include "review/built_in.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "dialog/builtin_safety.h"
#include "dialog/card_words.h"
#include "review/condition_words.h"

namespace keel {
namespace {

// Numbers that stand for a slot while a card is put into words.
constexpr int64_t first_number = 77001;
constexpr int64_t second_number = 77002;

std::string with_slots(std::string text, const std::string& first, const std::string& second) {
  const std::pair<std::string, std::string> slots[] = {{std::to_string(first_number), first},
                                                       {std::to_string(second_number), second},
                                                       {"00:00", "{time}"}};
  for (const auto& [number, slot] : slots) {
    const size_t at = text.find(number);
    if (at != std::string::npos) text.replace(at, number.size(), slot);
  }
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

struct Fixed {
  std::string_view text;
  std::string_view condition;
};
// Not to be had from a function: each stands so in engine/dialog, which a test checks.
constexpr std::array fixed_words{
    Fixed{"Leave it here", "under an offer, when the pack has no flow “house leave”"},
    Fixed{"this person", "for {who}, when it is not known who"},
    Fixed{"today", "for {day of …}"},
    Fixed{"yesterday", "for {day of …}"},
    Fixed{"tomorrow", "for {day of …}"},
    Fixed{"they", "for {they}, when no pronoun is known"},
};

class Adder {
 public:
  Adder(std::string id, std::string title, FlowReview::Group group, const std::string& language,
        Inventory& inventory)
      : inventory_(inventory) {
    flow_.id = std::move(id);
    flow_.title = std::move(title);
    flow_.group = group;
    flow_.language = language;
    flow_.base = true;
  }
  void path(const std::string& path) { flow_.path = path; }
  void part(const std::string& words) {
    part_ = words;
    flow_.entries.push_back({Entry::What::part, 0, 0, words});
  }
  void line(LineKind kind, const std::string& text, const std::string& condition) {
    ReviewLine line;
    line.flow = flow_.id;
    line.part = part_;
    line.kind = kind;
    line.language = flow_.language;
    line.text = text;
    line.condition = condition;
    line.written_if = condition;
    line.path = flow_.path;
    line.reading = read_line(text);
    line.stands_for = inventory_.lines.size();
    flow_.entries.push_back({Entry::What::line, 0, inventory_.lines.size(), {}});
    inventory_.lines.push_back(std::move(line));
  }
  void done() {
    if (!flow_.entries.empty()) inventory_.flows.push_back(std::move(flow_));
  }

 private:
  Inventory& inventory_;
  FlowReview flow_;
  std::string part_;
};

void add_risk(Adder& adder) {
  adder.part("At a risk, when nothing else can be said");
  const std::pair<SafetyLevel, std::string> levels[] = {
      {SafetyLevel::emergency, "the risk is an emergency, and no flow can answer it"},
      {SafetyLevel::high, "the risk is no emergency, and no flow can answer it"}};
  std::string closing;
  for (const auto& [level, condition] : levels) {
    std::istringstream said(builtin_safety_text(level, {}));
    std::string opening;
    std::getline(said, opening);
    std::getline(said, closing);
    adder.line(LineKind::built_in, opening, condition);
  }
  adder.line(LineKind::built_in, closing, "after the help lines that follow either of these");
}

void add_cards(Adder& adder) {
  adder.part("Cards, where they are shown as text");
  const auto card = [&](const Card& what, const std::string& condition, const std::string& first,
                        const std::string& second) {
    adder.line(LineKind::built_in, with_slots(card_words(what, 0), first, second), condition);
  };
  card(ScaleCard{first_number, second_number}, "beside a question with a scale", "{least}",
       "{most}");
  card(TimerCard{}, "while a wait runs", "", "");
  card(PacerCard{first_number * second_ms, second_number * second_ms, 1},
       "with the breathing shape", "{seconds in}", "{seconds out}");
  card(ExitCard{}, "where the way out of the page is shown", "", "");
  card(ExportCard{}, "where download and erase are shown", "", "");
}

}  // namespace

void add_built_in(Inventory& inventory, const std::string& language) {
  Adder adder("built-in", "The engine's own words", FlowReview::Group::built_in, language,
              inventory);
  add_risk(adder);
  add_cards(adder);
  adder.part("Words that stand for a slot");
  for (const Fixed& fixed : fixed_words)
    adder.line(LineKind::built_in, std::string(fixed.text), std::string(fixed.condition));
  adder.done();
}

void add_help_lines(const std::vector<HelpLine>& lines, const std::string& path,
                    const std::string& language, Inventory& inventory) {
  Adder adder("help-lines", "Help lines", FlowReview::Group::help_lines, language, inventory);
  adder.path(path);
  std::string country;
  for (const HelpLine& line : lines) {
    // What may be shown at all: see help_lines.cpp.
    if (!line.checked && line.need != "emergency") continue;
    if (line.country != country) {
      country = line.country;
      adder.part(country == "ZZ" ? "Anywhere (ZZ)" : country);
    }
    adder.line(LineKind::help_line, help_line_words(line),
               (country == "ZZ" ? "nothing nearer is known" : "the country is " + country) +
                   ", and the need is " + spaced(line.need));
  }
  adder.done();
}

}  // namespace keel
