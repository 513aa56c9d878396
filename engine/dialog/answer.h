#pragma once
// answer: takes the person's words, or a tap, as the answer to the open question. Internal.
#include <optional>
#include <string>

#include "dialog/run.h"

namespace keel {

enum class Taken : uint8_t {
  no,   // the words are not an answer to this question
  yes,  // stored, and the flow went on
};

// How freely words may be taken: inside a safety flow a risky message counts only word for word.
enum class Strictness : uint8_t { usual, word_for_word };

// Typed words against the replies, then the type. `no` leaves everything as it was.
Taken take_words(Run& run, const Ask& ask, Strictness strictness);

// Typed words against the replies of a running wait.
Taken take_words(Run& run, const Wait& wait);

// Words that are no answer: the question's `any other answer`, where it has one.
Taken take_other(Run& run, const Ask& ask);

// The question is left unanswered: `if skipped`, or on to what follows it.
void take_skip(Run& run, const Ask& ask);

// A tapped choice. `no`: it is not on offer any more, or never was.
Taken take_tap(Run& run, const std::string& payload);

// Free words are this question's answer whatever they are.
bool takes_any_words(const Ask& ask);

// The question asks for a number, a length or a day, and the words hold one.
bool reads_as_measure(const Run& run, const Ask& ask);

}  // namespace keel
