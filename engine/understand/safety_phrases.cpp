#include "understand/safety_phrases.h"

#include <algorithm>
#include <utility>

namespace keel {
namespace {

struct Piece {
  enum class Kind : uint8_t { words, phrase, gap };
  Kind kind = Kind::words;
  std::string text;
  uint32_t gap = 0;
};

// Cuts a pattern at the spaces outside its brackets.
std::vector<Piece> pieces_of(std::string_view pattern) {
  std::vector<Piece> pieces;
  size_t begin = 0;
  int depth = 0;
  const auto flush = [&](size_t end) {
    const std::string_view text = pattern.substr(begin, end - begin);
    if (text.empty()) return;
    Piece piece{Piece::Kind::words, std::string(text), 0};
    if (text.front() == '{' && text.back() == '}') piece.kind = Piece::Kind::phrase;
    if (text.starts_with("...")) {
      piece.kind = Piece::Kind::gap;
      for (const char c : text.substr(3)) {
        if (c >= '0' && c <= '9') piece.gap = piece.gap * 10 + static_cast<uint32_t>(c - '0');
      }
      if (piece.gap == 0) piece.gap = 3;
    }
    pieces.push_back(std::move(piece));
  };
  for (size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c != ' ' || depth > 0) continue;
    flush(i);
    begin = i + 1;
  }
  flush(pattern.size());
  return pieces;
}

}  // namespace

// Lists were written out into the pattern, so that only the whole line is a place its author knows.
void SafetyPhrases::Builder::place(const ContentLine& line, size_t from,
                                   std::vector<Diagnostic>& diagnostics) {
  for (size_t i = from; i < diagnostics.size(); ++i) diagnostics[i].span = line.span;
}

SafetyPhrases::Builder::Builder(std::span<const SafetyPhrase> phrases)
    : phrases_(phrases), patterns_(lists_) {}

std::optional<uint32_t> SafetyPhrases::Builder::phrase_slot(std::string_view name,
                                                            std::vector<Diagnostic>& diagnostics) {
  const auto [known, added] = phrase_slots_.try_emplace(std::string(name), slots_);
  if (!added) return known->second;
  bool any = false;
  for (const SafetyPhrase& phrase : phrases_) {
    if (phrase.name != name) continue;
    any = true;
    for (const ContentLine& entry : phrase.entries) {
      const size_t before = diagnostics.size();
      if (patterns_.add(entry, diagnostics)) slot_of_pattern_.push_back(slots_);
      place(entry, before, diagnostics);
    }
  }
  if (any) return slots_++;
  phrase_slots_.erase(known);
  return std::nullopt;
}

std::optional<uint32_t> SafetyPhrases::Builder::add_slot(const ContentLine& line,
                                                         std::vector<Diagnostic>& diagnostics) {
  const size_t before = diagnostics.size();
  const bool added = patterns_.add(line, diagnostics).has_value();
  place(line, before, diagnostics);
  if (!added) return std::nullopt;
  slot_of_pattern_.push_back(slots_);
  return slots_++;
}

std::optional<uint32_t> SafetyPhrases::Builder::add(const ContentLine& line,
                                                    std::vector<Diagnostic>& diagnostics) {
  std::vector<Step> chain;
  std::string words;
  uint32_t gap = 0;         // before the step that comes next
  std::string gap_written;  // a gap that may still turn out to stand between words
  bool failed = false;
  const auto flush = [&] {
    if (words.empty()) return;
    const auto slot = add_slot({words, line.path, line.span}, diagnostics);
    failed = failed || !slot;
    if (slot) chain.push_back({*slot, gap});
    gap = 0;
    words.clear();
  };
  for (const Piece& piece : pieces_of(line.text)) {
    if (piece.kind == Piece::Kind::gap) {
      gap_written = piece.text;
      if (words.empty()) gap += piece.gap;
    } else if (piece.kind == Piece::Kind::words) {
      if (!words.empty()) words += gap_written.empty() ? " " : " " + gap_written + " ";
      words += piece.text;
      gap_written.clear();
    } else {
      const uint32_t before = words.empty() ? gap : 0;
      flush();
      if (before == 0 && !gap_written.empty()) gap = pieces_of(gap_written).front().gap;
      const auto slot =
          phrase_slot(std::string_view(piece.text).substr(1, piece.text.size() - 2), diagnostics);
      if (!slot) {
        diagnostics.push_back({"K205", Severity::error, line.path, line.span,
                               "no phrase or word list named \"" + piece.text + "\"", ""});
        return std::nullopt;
      }
      chain.push_back({*slot, gap});
      gap = 0;
      gap_written.clear();
    }
  }
  flush();
  if (failed || chain.empty()) return std::nullopt;
  chains_.push_back(std::move(chain));
  return static_cast<uint32_t>(chains_.size() - 1);
}

SafetyPhrases SafetyPhrases::Builder::build() && {
  SafetyPhrases phrases;
  phrases.patterns_ = std::move(patterns_).build();
  phrases.slot_of_pattern_ = std::move(slot_of_pattern_);
  phrases.patterns_of_slot_.resize(slots_);
  for (uint32_t pattern = 0; pattern < phrases.slot_of_pattern_.size(); ++pattern) {
    phrases.patterns_of_slot_[phrases.slot_of_pattern_[pattern]].push_back(pattern);
  }
  phrases.chains_by_slot_.resize(slots_);
  for (uint32_t chain = 0; chain < chains_.size(); ++chain) {
    phrases.chains_by_slot_[chains_[chain].back().slot].push_back(chain);
  }
  phrases.chains_ = std::move(chains_);
  return phrases;
}

// The end of the longest run of the chain's later steps that begins after token `begin`.
std::optional<uint32_t> SafetyPhrases::last_of(const std::vector<Step>& chain,
                                               const std::vector<Found>& found, uint32_t begin,
                                               uint32_t sentence_last) const {
  uint32_t low = begin;
  uint32_t high = begin;
  for (size_t step = 1; step < chain.size(); ++step) {
    const auto first =
        std::lower_bound(found.begin(), found.end(), chain[step].slot,
                         [](const Found& f, uint32_t slot) { return f.slot < slot; });
    uint32_t next_low = UINT32_MAX;
    uint32_t next_high = 0;
    for (auto it = first; it != found.end() && it->slot == chain[step].slot; ++it) {
      if (it->tokens.first < low || it->tokens.first > high + chain[step].gap) continue;
      if (it->tokens.last > sentence_last) continue;
      next_low = std::min(next_low, it->tokens.last);
      next_high = std::max(next_high, it->tokens.last);
    }
    if (next_high == 0) return std::nullopt;
    low = next_low;
    high = next_high;
  }
  return high;
}

void SafetyPhrases::want(uint32_t chain, Wanted& wanted) const {
  wanted.resize(patterns_.size(), false);
  for (const Step& step : chains_[chain]) {
    for (const uint32_t pattern : patterns_of_slot_[step.slot]) wanted[pattern] = true;
  }
}

std::vector<SafetyPhrases::Match> SafetyPhrases::find(const Text& text) const {
  return chained(text, patterns_.find(text));
}

std::vector<SafetyPhrases::Match> SafetyPhrases::find(const Text& text,
                                                      const Wanted& wanted) const {
  return wanted.empty() ? std::vector<Match>() : chained(text, patterns_.find(text, wanted));
}

std::vector<SafetyPhrases::Match> SafetyPhrases::chained(
    const Text& text, std::span<const PatternMatch> patterns) const {
  std::vector<Found> found;
  for (const PatternMatch& match : patterns) {
    found.push_back({slot_of_pattern_[match.pattern], match.tokens});
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    if (a.slot != b.slot) return a.slot < b.slot;
    if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
    return a.tokens.last < b.tokens.last;
  });
  const auto sentence_of = [&text](uint32_t token) {
    const auto sentences = text.sentences();
    const auto after =
        std::upper_bound(sentences.begin(), sentences.end(), token,
                         [](uint32_t at, const TokenRange& range) { return at < range.last; });
    return static_cast<uint32_t>(after - sentences.begin());
  };
  std::vector<Match> matches;
  for (size_t i = 0; i < found.size(); ++i) {
    if (i > 0 && found[i - 1].slot == found[i].slot) continue;
    for (const uint32_t chain : chains_by_slot_[found[i].slot]) {
      const std::vector<Step>& steps = chains_[chain];
      const auto first =
          std::lower_bound(found.begin(), found.end(), steps.front().slot,
                           [](const Found& f, uint32_t slot) { return f.slot < slot; });
      for (auto it = first; it != found.end() && it->slot == steps.front().slot; ++it) {
        if (it->tokens.first >= it->tokens.last) continue;
        const uint32_t sentence = sentence_of(it->tokens.first);
        const uint32_t sentence_last = text.sentences()[sentence].last;
        const auto last = last_of(steps, found, it->tokens.last, sentence_last);
        if (last) matches.push_back({chain, {it->tokens.first, *last}, sentence});
      }
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.chain < b.chain; });
  return matches;
}

}  // namespace keel
