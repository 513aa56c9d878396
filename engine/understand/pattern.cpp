#include "understand/pattern.h"

#include <algorithm>
#include <utility>

#include "understand/pattern_parser.h"
#include "understand/pattern_program.h"

namespace keel {
namespace {

// A pattern that may match where its key word stands.
struct KeyUse {
  uint32_t pattern = 0;
  uint32_t before_min = 0;
  uint32_t before_max = 0;
};

// A place at which a match of the pattern may begin.
struct Candidate {
  uint32_t pattern = 0;
  uint32_t begin = 0;
};

struct Sentence {
  std::vector<PatternSlot> slots;
  std::vector<Symbol> symbols;
  std::vector<Candidate> candidates;
  uint32_t emoji = 0;
};

}  // namespace

struct PatternSet::Parts {
  SymbolTable symbols;
  std::vector<PatternProgram> programs;
  std::vector<PatternStart> starts;  // by pattern
  std::vector<uint32_t> use_begin;   // by symbol, into `uses`
  std::vector<KeyUse> uses;

  void load(const Text& text, TokenRange range, Sentence& sentence) const {
    sentence.slots.clear();
    sentence.symbols.clear();
    sentence.emoji = 0;
    const auto sentinel = [&sentence](Symbol symbol, uint32_t token) {
      const auto at = static_cast<uint32_t>(sentence.symbols.size());
      sentence.symbols.push_back(symbol);
      sentence.slots.push_back({at, at + 1, token, true, false});
    };
    sentinel(sentence_start, range.first);
    for (uint32_t token = range.first; token < range.last; ++token) {
      const bool emoji = text.tokens()[token].kind == TokenKind::emoji;
      const auto at = static_cast<uint32_t>(sentence.symbols.size());
      symbols.find(text.word(token), sentence.symbols);
      const auto end = static_cast<uint32_t>(sentence.symbols.size());
      sentence.slots.push_back({at, end, token, false, emoji});
      sentence.emoji += emoji ? 1 : 0;
    }
    sentinel(sentence_end, range.last);
    for (PatternSlot& slot : sentence.slots) {
      for (uint32_t i = slot.symbol_begin; i < slot.symbol_end; ++i) {
        slot.trace.add(sentence.symbols[i]);
      }
    }
    // Emoji before the first word do not take away the sentence's start.
    for (size_t i = 1; i < sentence.slots.size() && sentence.slots[i].transparent; ++i) {
      std::swap(sentence.slots[i - 1], sentence.slots[i]);
    }
  }

  void collect(Sentence& sentence, const std::vector<bool>* wanted) const {
    sentence.candidates.clear();
    for (uint32_t slot = 0; slot < sentence.slots.size(); ++slot) {
      const PatternSlot& place = sentence.slots[slot];
      for (uint32_t i = place.symbol_begin; i < place.symbol_end; ++i) {
        const Symbol symbol = sentence.symbols[i];
        for (uint32_t use = use_begin[symbol]; use < use_begin[symbol + 1]; ++use) {
          const KeyUse& key = uses[use];
          if (slot < key.before_min) continue;
          if (wanted != nullptr && !(*wanted)[key.pattern]) continue;
          const uint32_t back = key.before_max + std::min(sentence.emoji, emoji_looked_through_max);
          const PatternStart& start = starts[key.pattern];
          for (uint32_t at = slot > back ? slot - back : 0; at <= slot - key.before_min; ++at) {
            if (may_begin(start, sentence.slots, at))
              sentence.candidates.push_back({key.pattern, at});
          }
        }
      }
    }
    std::sort(sentence.candidates.begin(), sentence.candidates.end(),
              [](const Candidate& a, const Candidate& b) {
                return a.pattern != b.pattern ? a.pattern < b.pattern : a.begin < b.begin;
              });
  }

  static bool may_begin(const PatternStart& start, const std::vector<PatternSlot>& slots,
                        uint32_t at) {
    if (!start.first.meets(slots[at].trace)) return false;
    if (start.second.any) return true;
    if (at + 1 == slots.size()) return false;
    return slots[at + 1].transparent || start.second.meets(slots[at + 1].trace);
  }

  void run(const Sentence& sentence, std::vector<PatternMatch>& out) const {
    uint32_t pattern = UINT32_MAX;
    uint32_t next = 0;  // no match of this pattern may begin before it
    for (const Candidate& candidate : sentence.candidates) {
      if (candidate.pattern != pattern) next = 0;
      pattern = candidate.pattern;
      if (candidate.begin < next) continue;
      next = candidate.begin + 1;
      const uint32_t end =
          run_pattern(programs[pattern], sentence.slots, sentence.symbols, candidate.begin);
      if (end == 0) continue;
      out.push_back({pattern, tokens_of(sentence, candidate.begin, end)});
      next = std::max(end, next);
    }
  }

  static TokenRange tokens_of(const Sentence& sentence, uint32_t begin, uint32_t end) {
    TokenRange range{UINT32_MAX, 0};
    for (uint32_t slot = begin; slot < end; ++slot) {
      if (sentence.slots[slot].sentinel) continue;
      range.first = std::min(range.first, sentence.slots[slot].token);
      range.last = std::max(range.last, sentence.slots[slot].token + 1);
    }
    return range.first == UINT32_MAX ? TokenRange{} : range;
  }
};

struct PatternSet::Builder::Parts {
  explicit Parts(const WordLists& word_lists) : lists(word_lists) {}

  const WordLists& lists;
  SymbolTable symbols;
  std::vector<CompiledPattern> patterns;
};

PatternSet::Builder::Builder(const WordLists& lists) : parts_(std::make_unique<Parts>(lists)) {}
PatternSet::Builder::~Builder() = default;
PatternSet::Builder::Builder(Builder&&) noexcept = default;

std::optional<uint32_t> PatternSet::Builder::add(const ContentLine& line,
                                                 std::vector<Diagnostic>& diagnostics) {
  const std::optional<PatternNode> node = parse_pattern(line, &parts_->lists, diagnostics);
  if (!node) return std::nullopt;
  CompiledPattern compiled;
  const PatternFault fault = compile_pattern(*node, parts_->symbols, compiled);
  if (fault != PatternFault::none) {
    const bool large = fault == PatternFault::too_large;
    diagnostics.push_back({large ? "K207" : "K208", Severity::error, line.path, line.span,
                           large ? "this pattern has too many words; split it in two"
                                 : "this pattern would fit every message",
                           large ? "" : "give it at least one word that must be there"});
    return std::nullopt;
  }
  parts_->patterns.push_back(std::move(compiled));
  return static_cast<uint32_t>(parts_->patterns.size() - 1);
}

PatternSet PatternSet::Builder::build() && {
  auto parts = std::make_unique<PatternSet::Parts>();
  parts->symbols = std::move(parts_->symbols);
  std::vector<std::vector<KeyUse>> by_symbol(parts->symbols.size());
  for (CompiledPattern& pattern : parts_->patterns) {
    const auto number = static_cast<uint32_t>(parts->programs.size());
    for (const Symbol symbol : pattern.key.symbols) {
      by_symbol[symbol].push_back({number, pattern.key.before_min, pattern.key.before_max});
    }
    parts->programs.push_back(std::move(pattern.program));
    parts->starts.push_back(pattern.start);
  }
  for (const std::vector<KeyUse>& uses : by_symbol) {
    parts->use_begin.push_back(static_cast<uint32_t>(parts->uses.size()));
    parts->uses.insert(parts->uses.end(), uses.begin(), uses.end());
  }
  parts->use_begin.push_back(static_cast<uint32_t>(parts->uses.size()));
  return PatternSet(std::move(parts));
}

PatternSet::PatternSet() = default;
PatternSet::PatternSet(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

std::vector<PatternMatch> PatternSet::find(const Text& text) const {
  return find(text, nullptr);
}

std::vector<PatternMatch> PatternSet::find(const Text& text,
                                           const std::vector<bool>& wanted) const {
  return find(text, &wanted);
}

std::vector<PatternMatch> PatternSet::find(const Text& text,
                                           const std::vector<bool>* wanted) const {
  std::vector<PatternMatch> matches;
  if (!parts_ || parts_->programs.empty()) return matches;
  Sentence sentence;
  for (const TokenRange range : text.sentences()) {
    parts_->load(text, range, sentence);
    parts_->collect(sentence, wanted);
    parts_->run(sentence, matches);
  }
  std::stable_sort(
      matches.begin(), matches.end(),
      [](const PatternMatch& a, const PatternMatch& b) { return a.pattern < b.pattern; });
  return matches;
}

bool PatternSet::names(std::string_view word) const {
  std::vector<Symbol> symbols;
  if (parts_ && !word.empty()) parts_->symbols.find(word, symbols);
  return !symbols.empty();
}

uint32_t PatternSet::size() const {
  return parts_ ? static_cast<uint32_t>(parts_->programs.size()) : 0;
}

}  // namespace keel
