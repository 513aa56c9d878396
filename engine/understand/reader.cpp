#include "understand/reader.h"

#include <algorithm>
#include <utility>

#include "understand/corrections.h"
#include "understand/intent_model.h"
#include "understand/particulars.h"
#include "understand/safety_reader.h"

namespace keel {

struct Reader::Parts {
  std::vector<std::string> intents;
  PatternSet patterns;
  std::vector<uint32_t> pattern_intents;   // by pattern: its intent
  std::vector<std::string> pattern_texts;  // by pattern: as its author wrote it
  IntentModel model;
  SafetyReader safety;
  ParticularsReader particulars;

  std::vector<IntentGuess> by_patterns(const Text& text) const;
  void add_by_model(const Text& text, Understanding& heard) const;
};

Reader::Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader Reader::build(const ReaderContent& content, uint64_t seed,
                     std::vector<Diagnostic>& diagnostics) {
  auto parts = std::make_unique<Parts>();
  const WordLists lists = WordLists::build(content.lists, diagnostics);
  PatternSet::Builder patterns(lists);
  std::vector<IntentExamples> examples;
  for (const IntentContent& intent : content.intents) {
    const auto number = static_cast<uint32_t>(parts->intents.size());
    parts->intents.push_back(intent.id);
    IntentExamples lines{intent.id, {}};
    for (const ContentLine& line : intent.examples) lines.lines.push_back(line.text);
    examples.push_back(std::move(lines));
    for (const ContentLine& line : intent.patterns) {
      if (!patterns.add(line, diagnostics)) continue;
      parts->pattern_intents.push_back(number);
      parts->pattern_texts.push_back(line.text);
    }
  }
  parts->patterns = std::move(patterns).build();
  parts->model = IntentModel::train(examples, {.seed = seed});
  parts->particulars = ParticularsReader::build();
  if (content.safety) parts->safety = SafetyReader::build(*content.safety, diagnostics);
  Reader reader;
  reader.parts_ = std::move(parts);
  return reader;
}

// One guess per intent with a pattern that fits; the one that took the most words comes first.
std::vector<IntentGuess> Reader::Parts::by_patterns(const Text& text) const {
  struct Found {
    uint32_t intent = 0;
    uint32_t tokens = 0;
    IntentGuess guess;
  };
  std::vector<Found> found;
  for (const PatternMatch& match : patterns.find(text)) {
    const uint32_t intent = pattern_intents[match.pattern];
    const uint32_t tokens = match.tokens.last - match.tokens.first;
    auto place = std::find_if(found.begin(), found.end(),
                              [intent](const Found& item) { return item.intent == intent; });
    if (place == found.end()) {
      found.push_back({intent, 0, {intents[intent], 1, true, {}}});
      place = found.end() - 1;
    }
    place->tokens = std::max(place->tokens, tokens);
    place->guess.evidence.push_back({text.span(match.tokens), pattern_texts[match.pattern], 1});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.tokens > b.tokens; });
  std::vector<IntentGuess> guesses;
  for (Found& item : found) guesses.push_back(std::move(item.guess));
  return guesses;
}

void Reader::Parts::add_by_model(const Text& text, Understanding& heard) const {
  const IntentModel::Reading reading = model.read(text);
  const bool by_pattern = !heard.intents.empty();
  for (const IntentModel::Guess& guess : reading.guesses) {
    if (heard.intents.size() >= IntentModel::guesses_max) break;
    const std::string& id = model.id(guess.intent);
    const bool known = std::any_of(heard.intents.begin(), heard.intents.end(),
                                   [&id](const IntentGuess& item) { return item.id == id; });
    if (known) continue;
    heard.intents.push_back({id, guess.confidence, false, model.evidence(text, guess.intent)});
  }
  heard.in_scope = by_pattern || reading.in_scope;
}

Understanding Reader::read(const Text& text, const ReadContext& context) const {
  Understanding heard;
  if (!parts_ || text.empty()) return heard;
  heard.safety = read_safety(text, context);
  heard.intents = parts_->by_patterns(text);
  parts_->add_by_model(text, heard);
  heard.particulars = parts_->particulars.read(text);
  heard.correction = read_correction(text, context.coach_said, parts_->particulars);
  return heard;
}

std::vector<SafetyFinding> Reader::read_safety(const Text& text, const ReadContext& context) const {
  if (!parts_) return {};
  return parts_->safety.read(text, {context.coach_said, context.recent_safety});
}

}  // namespace keel
