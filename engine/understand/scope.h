#pragma once
// Scope: is a statement so, or is it denied, imagined, quoted or long past? Read from the words
// before it in the same clause. Coarse on purpose: what is kept apart is only not said back.
//
//   scope_of(Text::read("i don't want to text him"), {3, 5}) == Scope::negated
//
// Threads: pure functions. English.
#include "text/text.h"
#include "understand/understanding.h"

namespace keel {

Scope scope_of(const Text& text, TokenRange statement);
// The same, taking what somebody said of themselves for so: "he told me he is moving".
Scope scope_as_told(const Text& text, TokenRange statement);

// Where the clause that holds `token` begins: after a comma, a dash, "but", "because" and the like.
uint32_t clause_begin(const Text& text, uint32_t token);
// A comma, a dash, a new line or the like stands after this token.
bool breaks_after(const Text& text, uint32_t left);
TokenRange sentence_of(const Text& text, uint32_t token);
bool is_quoted(const Text& text, uint32_t token);
bool is_negation(std::string_view word);
bool is_bystander(std::string_view word);  // "sister", "friend", "boss"

}  // namespace keel
