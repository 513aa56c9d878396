#include "dialog/marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "dialog/evaluate.h"
#include "dialog/memory.h"
#include "dialog/steps.h"

namespace keel {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kind_words = {{
    {"fact", "fact"},
    {"facts", "fact"},
    {"happened", "fact"},
    {"true", "fact"},
    {"really", "fact"},
    {"guess", "interpretation"},
    {"guesses", "interpretation"},
    {"interpretation", "interpretation"},
    {"meaning", "interpretation"},
    {"opinion", "interpretation"},
    {"assumption", "interpretation"},
    {"thought", "interpretation"},
    {"fear", "prediction"},
    {"prediction", "prediction"},
    {"worry", "prediction"},
    {"later", "prediction"},
    {"future", "prediction"},
    {"feeling", "feeling"},
    {"feelings", "feeling"},
    {"emotion", "feeling"},
    {"felt", "feeling"},
    {"rule", "should"},
    {"should", "should"},
    {"rules", "should"},
}};

bool is_kind(std::string_view kind) {
  return std::any_of(kind_words.begin(), kind_words.end(),
                     [&](const auto& entry) { return entry.second == kind; });
}

void move(Run& run, Frame& frame, const std::string& slot, Answer answer, size_t index,
          std::string_view kind) {
  Mark& mark = answer.value.marks[index];
  mark.kind = kind;
  mark.why = "you said so";
  mark.corrected = true;
  store_answer(run, frame, slot, std::move(answer));
}

// The kind named last: "not a fact, a guess".
std::string_view kind_named(const Text& text, uint32_t& at) {
  for (uint32_t i = text.size(); i-- > 0;) {
    for (const auto& [word, kind] : kind_words) {
      if (text.word(i) == word) {
        at = i;
        return kind;
      }
    }
  }
  return {};
}

size_t shared_words(const Text& said, uint32_t until, const Text& piece) {
  size_t shared = 0;
  for (uint32_t i = 0; i < piece.size(); ++i) {
    for (uint32_t j = 0; j < until; ++j) {
      if (piece.word(i) == said.word(j) && piece.word(i).size() > 1) {
        ++shared;
        break;
      }
    }
  }
  return shared;
}

}  // namespace

bool move_mark(Run& run, Frame& frame, const std::string& slot, const std::string& payload) {
  const std::string_view rest = std::string_view(payload).substr(5);
  const size_t colon = rest.find(':');
  if (colon == std::string_view::npos) return false;
  size_t index = 0;
  const auto parsed = std::from_chars(rest.data(), rest.data() + colon, index);
  const std::string_view kind = rest.substr(colon + 1);
  Answer answer = slot_value(run, frame, slot);
  if (parsed.ptr != rest.data() + colon || index >= answer.value.marks.size() || !is_kind(kind)) {
    return false;
  }
  move(run, frame, slot, std::move(answer), index, kind);
  return true;
}

bool move_mark_by_words(Run& run, Frame& frame, const std::string& slot) {
  uint32_t named_at = 0;
  const std::string_view kind = kind_named(run.text, named_at);
  if (kind.empty()) return false;
  Answer answer = slot_value(run, frame, slot);
  size_t best = 0;
  size_t best_index = 0;
  for (size_t i = 0; i < answer.value.marks.size(); ++i) {
    const Text piece = Text::read(answer.value.marks[i].words);
    const size_t shared = shared_words(run.text, named_at, piece);
    if (shared * 2 >= piece.size() && shared > best) {
      best = shared;
      best_index = i;
    }
  }
  if (best == 0) return false;
  move(run, frame, slot, std::move(answer), best_index, kind);
  return true;
}

}  // namespace keel
