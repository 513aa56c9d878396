#include "understand/reader.h"

#include <algorithm>
#include <utility>

#include "understand/corrections.h"
#include "understand/denial.h"
#include "understand/intent_model.h"
#include "understand/particulars.h"
#include "understand/phrases.h"
#include "understand/safety_reader.h"
#include "understand/scope.h"
#include "understand/second_intent.h"

namespace keel {
namespace {

// In a message longer than this, words that fit a pattern in passing need the model's support.
constexpr uint32_t pattern_tokens_alone = 12;
constexpr float pattern_cover_alone = 0.4F;  // of its sentence
constexpr uint32_t pattern_words_alone = 4;

constexpr float denied_factor = 0.05F;

// One word says little: only one that an author wrote, or nearly, is taken for an intent.
constexpr float single_word_confidence = 0.8F;

// Of what one part of a message says by itself.
constexpr float part_confidence = 0.5F;

bool stands_in(const Text& text, TokenRange tokens, Span span) {
  if (tokens.first >= tokens.last) return false;
  const Span range = text.span(tokens);
  return span.begin >= range.begin && span.end <= range.end;
}

// A long message often comes to its point at the end.
bool is_asked_last(const Text& text, TokenRange match) {
  if (match.last != text.size() || match.first == 0) return false;
  return text.word(match.first) == "i" || text.word(match.first - 1) == "i";
}

struct PatternGuess {
  uint32_t intent = 0;
  uint32_t tokens = 0;  // of its longest match
  float cover = 0;      // the greatest share of a sentence that it took
  bool asked = false;   // "... i need to vent": what the writer wants, said last
  IntentGuess guess;
};

}  // namespace

struct Reader::Parts {
  std::vector<std::string> intents;
  PatternSet patterns;
  std::vector<uint32_t> pattern_intents;   // by pattern: its intent
  std::vector<std::string> pattern_texts;  // by pattern: as its author wrote it
  TrainedIntents trained;
  SafetyReader safety;
  ParticularsReader particulars;

  static std::unique_ptr<Parts> untrained(const ReaderContent& content,
                                          std::vector<Diagnostic>& diagnostics);
  std::vector<PatternGuess> by_patterns(const Text& text) const;
  std::vector<IntentGuess> heard_patterns(const Text& text,
                                          const IntentModel::Reading& reading) const;
  void read_intents(const Text& text, Understanding& heard) const;
  std::optional<IntentGuess> second_thing(const Text& text, const Understanding& heard) const;
  bool counts(const PatternGuess& found, const Text& text,
              const IntentModel::Reading& reading) const;
};

Reader::Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

// Everything of a reader but its trained model.
std::unique_ptr<Reader::Parts> Reader::Parts::untrained(const ReaderContent& content,
                                                        std::vector<Diagnostic>& diagnostics) {
  auto parts = std::make_unique<Parts>();
  const WordLists lists = WordLists::build(content.lists, diagnostics);
  PatternSet::Builder builder(lists);
  for (const IntentContent& intent : content.intents) {
    const auto number = static_cast<uint32_t>(parts->intents.size());
    parts->intents.push_back(intent.id);
    for (const ContentLine& line : intent.patterns) {
      if (!builder.add(line, diagnostics)) continue;
      parts->pattern_intents.push_back(number);
      parts->pattern_texts.push_back(line.text);
    }
  }
  parts->patterns = std::move(builder).build();
  parts->particulars = ParticularsReader::build();
  if (!content.safety) return parts;
  parts->safety = SafetyReader::build(*content.safety, diagnostics);
  // A rule that lost a pattern misses its own sentences too, and that is no second mistake.
  if (!has_errors(diagnostics)) check_safety(parts->safety, *content.safety, diagnostics);
  return parts;
}

Reader Reader::untrained(const ReaderContent& content, std::vector<Diagnostic>& diagnostics) {
  Reader reader;
  reader.parts_ = Parts::untrained(content, diagnostics);
  return reader;
}

Reader Reader::with(TrainedIntents trained) && {
  parts_->trained = std::move(trained);
  return std::move(*this);
}

Reader Reader::build(const ReaderContent& content, uint64_t seed,
                     std::vector<Diagnostic>& diagnostics, const Both& both, const Learn& learn) {
  Reader reader;
  TrainedIntents trained;
  both([&] { reader = untrained(content, diagnostics); },
       [&] { trained = learn(content.intents, seed, both); });
  return std::move(reader).with(std::move(trained));
}

// One guess per intent with a pattern that fits and is not denied.
std::vector<PatternGuess> Reader::Parts::by_patterns(const Text& text) const {
  std::vector<PatternGuess> found;
  for (const PatternMatch& match : patterns.find(text)) {
    if (match.tokens.first >= match.tokens.last || is_denied(text, match.tokens)) continue;
    const uint32_t intent = pattern_intents[match.pattern];
    auto place = std::find_if(found.begin(), found.end(),
                              [intent](const PatternGuess& item) { return item.intent == intent; });
    if (place == found.end()) {
      found.push_back({intent, 0, 0, false, {intents[intent], 1, true, {}}});
      place = found.end() - 1;
    }
    const uint32_t tokens = match.tokens.last - match.tokens.first;
    const TokenRange sentence = sentence_of(text, match.tokens.first);
    place->tokens = std::max(place->tokens, tokens);
    place->cover = std::max(place->cover, static_cast<float>(tokens) /
                                              static_cast<float>(sentence.last - sentence.first));
    place->asked = place->asked || is_asked_last(text, match.tokens);
    place->guess.evidence.push_back({text.span(match.tokens), pattern_texts[match.pattern], 1});
  }
  return found;
}

// A pattern wins over the model where it is what the message says, not a phrase in a long story.
bool Reader::Parts::counts(const PatternGuess& found, const Text& text,
                           const IntentModel::Reading& reading) const {
  if (text.size() <= pattern_tokens_alone) return true;
  if (found.cover >= pattern_cover_alone || found.tokens >= pattern_words_alone) return true;
  if (found.asked) return true;
  return std::any_of(
      reading.guesses.begin(), reading.guesses.end(),
      [&found](const IntentModel::Guess& guess) { return guess.intent == found.intent; });
}

std::vector<IntentGuess> Reader::Parts::heard_patterns(const Text& text,
                                                       const IntentModel::Reading& reading) const {
  std::vector<PatternGuess> found = by_patterns(text);
  const auto share = [&reading](uint32_t intent) {
    return intent < reading.shares.size() ? reading.shares[intent] : 0.0F;
  };
  // Several patterns: the one that says more of the message, weighed by what the model thinks of
  // it.
  std::stable_sort(found.begin(), found.end(),
                   [&share](const PatternGuess& a, const PatternGuess& b) {
                     const float left = share(a.intent) + 0.05F * static_cast<float>(a.tokens);
                     const float right = share(b.intent) + 0.05F * static_cast<float>(b.tokens);
                     return left > right;
                   });
  std::vector<IntentGuess> guesses;
  for (PatternGuess& item : found) {
    if (counts(item, text, reading)) guesses.push_back(std::move(item.guess));
  }
  return guesses;
}

void Reader::Parts::read_intents(const Text& text, Understanding& heard) const {
  const IntentModel& model = trained.model;
  const IntentModel::Reading reading = model.read(text);
  heard.intents = heard_patterns(text, reading);
  const bool by_pattern = !heard.intents.empty();
  std::vector<std::vector<Evidence>> evidence = model.evidence(text, reading);
  struct Guess {
    IntentModel::Guess guess;
    std::vector<Evidence> evidence;
    bool denied = false;
  };
  std::vector<Guess> guesses;
  for (size_t i = 0; i < reading.guesses.size(); ++i) {
    guesses.push_back({reading.guesses[i], std::move(evidence[i]), false});
  }
  const TokenRange denied = denied_intention(text);
  for (Guess& item : guesses) {
    item.denied = !item.evidence.empty() && trained.denies[item.guess.intent] == 0 &&
                  stands_in(text, denied, item.evidence[0].span);
    if (item.denied) item.guess.confidence *= denied_factor;
  }
  std::stable_sort(guesses.begin(), guesses.end(), [](const Guess& a, const Guess& b) {
    if (a.denied != b.denied) return b.denied;
    return a.guess.confidence > b.guess.confidence;
  });
  for (Guess& item : guesses) {
    const std::string& id = model.id(item.guess.intent);
    const bool known = std::any_of(heard.intents.begin(), heard.intents.end(),
                                   [&id](const IntentGuess& other) { return other.id == id; });
    if (known) continue;
    heard.intents.push_back({id, item.guess.confidence, false, std::move(item.evidence)});
  }
  if (heard.intents.size() > IntentModel::guesses_max)
    heard.intents.resize(IntentModel::guesses_max);
  const float best = guesses.empty() ? 0 : guesses[0].guess.confidence;
  const bool alone = text.size() == 1 && best < single_word_confidence;
  heard.in_scope = by_pattern || (model.in_scope(best) && !alone);
}

// Of two parts each must say its thing clearly by itself, and one of them what the whole says
// first.
std::optional<IntentGuess> Reader::Parts::second_thing(const Text& text,
                                                       const Understanding& heard) const {
  if (const IntentGuess* found = second_by_patterns(text, heard.intents)) return *found;
  const uint32_t addition = addition_in(text);
  if (addition == text.size() || !heard.in_scope) return std::nullopt;
  const TokenRange parts[] = {{0, addition}, {addition, text.size()}};
  std::optional<IntentGuess> other;
  bool first_found = false;
  for (const TokenRange part : parts) {
    Understanding alone;
    read_intents(Text::read(text.words(part)), alone);
    if (!alone.in_scope || alone.intents[0].confidence < part_confidence) return std::nullopt;
    if (alone.intents[0].id == heard.intents[0].id) {
      first_found = true;
      continue;
    }
    const uint32_t begin = text.span(part).begin;
    other = std::move(alone.intents[0]);
    for (Evidence& evidence : other->evidence) {
      evidence.span.begin += begin;
      evidence.span.end += begin;
    }
  }
  return first_found ? other : std::nullopt;
}

Understanding Reader::read(const Text& text, const ReadContext& context) const {
  Understanding heard;
  if (!parts_ || text.empty()) return heard;
  heard.safety = read_safety(text, context);
  parts_->read_intents(text, heard);
  heard.second = parts_->second_thing(text, heard);
  heard.particulars = parts_->particulars.read(text);
  heard.correction = read_correction(text, context.coach_said, parts_->particulars);
  return heard;
}

std::vector<IntentGuess> Reader::read_patterns(const Text& text) const {
  if (!parts_) return {};
  return parts_->heard_patterns(text, {});
}

std::vector<SafetyFinding> Reader::read_safety(const Text& text, const ReadContext& context) const {
  if (!parts_) return {};
  return parts_->safety.read(text, {last_line(context.coach_said), context.recent_safety});
}

}  // namespace keel
