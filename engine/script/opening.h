#pragma once
// Opening: how a line of a flow begins, by its first words alone, and under which lines it may
// stand. The reader mends a slipped indentation with it, `keel fmt` finds what is spoken with it,
// and the lists of words are the ones that the parser, the hints and the editors' grammar use.
//
//   if (opening_of("ask urge: number") == Opening::ask) ...
//
// Threads: constant data.
#include <cstdint>
#include <span>
#include <string_view>

namespace keel {

enum class Opening : uint8_t {
  unknown,  // misspelt, or prose: it may stand anywhere, so that it is one mistake
  root,     // above the first line
  head,
  coach,
  line,  // or:, or if, and if
  ask,
  again,
  why,
  reply,
  any_other,
  skipped,
  offer,
  as,
  like,
  branch,
  otherwise,
  part,
  wait,
  plain,  // set, add, note ...: nothing stands under it
};

Opening opening_of(std::string_view line);
bool may_stand_under(Opening child, Opening parent);

// How many bytes of a blank stand at `at`: space, tab, and the spaces that word processors put in
// their place. 0: no blank.
size_t blank_at(std::string_view text, size_t at);
std::string_view without_blanks_at_end(std::string_view text);

// The quotation marks that word processors make of a straight one.
std::span<const std::string_view> curly_quotes();

// The colon between the condition and the words of an `or if` or `and if` line, looked for from
// `at` on; one in a quoted text is none. npos: there is none.
size_t colon_of_condition(std::string_view line, size_t at);

// Where the mark before what is said, shown or heard ends: behind "Coach:", "or if COND:", "*",
// "title:". 0: nothing of this line is spoken.
size_t spoken_at(std::string_view line);

// The line begins with these words, whatever blanks stand between them, and they end there:
// opens_with("go  to x", "go to"). `after`, if given, is where the rest begins.
bool opens_with(std::string_view line, std::string_view words, size_t* after = nullptr);

// "set", "go to" ...: statements that are one line; and the words that open the others.
std::span<const std::string_view> statement_words();
std::span<const std::string_view> line_words();  // "Coach:", "or:", "any other answer" ...

}  // namespace keel
