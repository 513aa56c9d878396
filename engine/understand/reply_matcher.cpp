#include "understand/reply_matcher.h"

#include <algorithm>

#include "understand/answers.h"
#include "understand/numbers.h"
#include "understand/phrases.h"
#include "understand/stem.h"

namespace keel {
namespace {

constexpr uint32_t near_tokens_max = 30;

// Words that carry no choice of their own.
constexpr std::string_view light_words[] = {
    "a",     "an",  "the",    "to",   "i",    "im",    "me",      "my",       "it",        "its",
    "is",    "of",  "and",    "or",   "so",   "just",  "please",  "pls",      "ok",        "okay",
    "well",  "um",  "like",   "lol",  "id",   "do",    "that",    "this",     "think",     "guess",
    "am",    "be",  "for",    "with", "in",   "on",    "at",      "want",     "would",     "ill",
    "will",  "can", "lets",   "go",   "yeah", "yes",   "really",  "tbh",      "bit",       "here",
    "there", "one", "option", "some", "now",  "about", "someone", "somebody", "something", "what",
    "who",   "was", "been",   "has",  "have"};

constexpr std::string_view negations[] = {"not",   "dont",  "no",      "never",   "cant",
                                          "wont",  "didnt", "isnt",    "doesnt",  "havent",
                                          "hasnt", "wasnt", "nothing", "without", "neither"};

std::vector<std::string> words_of(std::string_view line) {
  const Text text = Text::read(line);
  std::vector<std::string> words;
  for (uint32_t i = 0; i < text.size(); ++i) words.emplace_back(text.word(i));
  return words;
}

bool same_words(const Text& text, TokenRange range, const std::vector<std::string>& words) {
  if (range.last - range.first != words.size()) return false;
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (text.word(range.first + i) != words[i]) return false;
  }
  return true;
}

// The message without the courtesies and emoji around it.
TokenRange core_of(const Text& text) {
  constexpr std::string_view around[] = {
      "please",   "pls",  "ok",       "okay",       "um",      "umm",     "lol",   "yeah",
      "well",     "haha", "just",     "thanks",     "tbh",     "hmm",     "oh",    "so",
      "actually", "then", "probably", "definitely", "i think", "i guess", "id say"};
  TokenRange range{0, text.size()};
  const auto light = [&text, &around](uint32_t i) {
    return text.tokens()[i].kind == TokenKind::emoji || is_one_of(text.word(i), around);
  };
  while (range.first < range.last) {
    const uint32_t taken = longest_phrase_at(text, range.first, around);
    if (taken == 0 && !light(range.first)) break;
    range.first += std::max(1U, taken);
  }
  while (range.last > range.first && light(range.last - 1)) --range.last;
  return range.first < range.last ? range : TokenRange{0, text.size()};
}

// One letter wrong, missing, doubled or swapped, in a word long enough to bear it.
bool near_word(std::string_view typed, std::string_view meant) {
  if (typed == meant) return true;
  if (meant.size() < 4 || typed.size() + 1 < meant.size() || meant.size() + 1 < typed.size()) {
    return false;
  }
  size_t head = 0;
  while (head < typed.size() && head < meant.size() && typed[head] == meant[head]) ++head;
  size_t tail = 0;
  while (tail < typed.size() - head && tail < meant.size() - head &&
         typed[typed.size() - 1 - tail] == meant[meant.size() - 1 - tail]) {
    ++tail;
  }
  const size_t left = typed.size() - head - tail;
  const size_t right = meant.size() - head - tail;
  if (left <= 1 && right <= 1) return true;
  return left == 2 && right == 2 && typed[head] == meant[head + 1] &&
         typed[head + 1] == meant[head];
}

bool has_negation(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return is_one_of(word, negations); });
}

bool has_negation(const Text& text) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (is_one_of(text.word(i), negations)) return true;
  }
  return false;
}

float weight_of(std::string_view word) {
  return is_one_of(word, light_words) ? 0.15F : 1.0F;
}

// How much of the line the message says, and how much of the message the line is: 0..1.
float likeness(const Text& text, const std::vector<std::string>& line) {
  float line_weight = 0;
  float line_found = 0;
  for (const std::string& word : line) {
    const float weight = weight_of(word);
    line_weight += weight;
    for (uint32_t i = 0; i < text.size(); ++i) {
      const bool same = near_word(text.word(i), word) || stem_of(text.word(i)) == stem_of(word);
      if (!same) continue;
      line_found += weight;
      break;
    }
  }
  float text_weight = 0;
  float text_found = 0;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (text.tokens()[i].kind == TokenKind::emoji) continue;
    const float weight = weight_of(text.word(i));
    text_weight += weight;
    for (const std::string& word : line) {
      const bool same = near_word(text.word(i), word) || stem_of(text.word(i)) == stem_of(word);
      if (!same) continue;
      text_found += weight;
      break;
    }
  }
  if (line_weight <= 0 || text_weight <= 0 || line_found < 0.9F) return 0;
  const float said = line_found / line_weight;
  const float meant = text_found / text_weight;
  return 2 * said * meant / (said + meant);
}

}  // namespace

ReplyMatcher ReplyMatcher::build(std::span<const ReplyForms> replies) {
  ReplyMatcher matcher;
  matcher.replies_.assign(replies.begin(), replies.end());
  for (uint32_t i = 0; i < replies.size(); ++i) {
    const ReplyForms& reply = replies[i];
    const bool exact_only = !reply.only_like.empty();
    matcher.forms_.push_back({words_of(reply.label), "label", i, exact_only});
    for (const std::string& line : reply.like) {
      matcher.forms_.push_back({words_of(line), "like: " + line, i, false});
    }
    for (const std::string& line : reply.only_like) {
      matcher.forms_.push_back({words_of(line), "like: " + line, i, true});
    }
  }
  return matcher;
}

namespace {

std::optional<uint32_t> number_of(const Text& text, TokenRange core, size_t replies) {
  uint32_t at = core.first;
  constexpr std::string_view before[] = {"the", "option", "number", "no", "answer", "nr"};
  while (at < core.last && is_one_of(text.word(at), before)) ++at;
  if (at < core.last && text.word(at) == "last" && core.last - at <= 2) {
    return static_cast<uint32_t>(replies - 1);
  }
  const auto number = number_at(text, at);
  if (!number || number->article || !number->suffix.empty()) return std::nullopt;
  at += number->tokens;
  if (at < core.last && (text.word(at) == "one" || text.word(at) == "option")) ++at;
  if (at != core.last) return std::nullopt;
  const double value = number->value;
  if (value < 1 || value > static_cast<double>(replies) || value != static_cast<uint32_t>(value)) {
    return std::nullopt;
  }
  return static_cast<uint32_t>(value) - 1;
}

std::string_view value_of(YesNo answer) {
  return answer == YesNo::yes ? "yes" : answer == YesNo::no ? "no" : "unsure";
}

}  // namespace

std::optional<ReplyMatch> ReplyMatcher::match(const Text& text) const {
  if (text.empty()) return std::nullopt;
  const TokenRange core = core_of(text);
  for (const Form& form : forms_) {
    if (form.words.empty()) continue;
    if (same_words(text, {0, text.size()}, form.words) || same_words(text, core, form.words)) {
      return ReplyMatch{form.reply, 1, form.why};
    }
  }
  // A label that is itself a number would make "2" mean two things.
  const bool numeric = std::any_of(replies_.begin(), replies_.end(), [](const ReplyForms& reply) {
    const Text label = Text::read(reply.label);
    const auto number = number_at(label, 0);
    return number && !number->article;
  });
  if (const auto number = number_of(text, core, replies_.size()); number && !numeric) {
    return ReplyMatch{*number, 1, "number"};
  }
  if (const auto answer = read_yes_no(text)) {
    for (uint32_t i = 0; i < replies_.size(); ++i) {
      const bool guessable = replies_[i].only_like.empty();
      if (guessable && replies_[i].value == value_of(*answer)) {
        return ReplyMatch{i, 0.9F, std::string(value_of(*answer))};
      }
    }
  }
  // A message much longer than any reply says something of its own.
  if (text.size() > near_tokens_max) return std::nullopt;
  const bool negated = has_negation(text);
  std::optional<ReplyMatch> best;
  float second = 0;
  for (const Form& form : forms_) {
    if (form.exact_only || form.words.empty() || has_negation(form.words) != negated) continue;
    const float found = likeness(text, form.words);
    if (best && form.reply == best->reply) {
      if (found > best->confidence) *best = {form.reply, found, form.why};
      continue;
    }
    if (!best || found > best->confidence) {
      second = best ? best->confidence : 0;
      best = ReplyMatch{form.reply, found, form.why};
    } else {
      second = std::max(second, found);
    }
  }
  if (!best || best->confidence < 0.5F || best->confidence - second < 0.08F) return std::nullopt;
  best->confidence = std::min(best->confidence, 0.95F);
  return best;
}

}  // namespace keel
