#pragma once
// People: of whom each word of a message speaks: the writer, the other person it is about, or a
// third one, such as a sister, a boss, her husband or the new girlfriend. A pronoun is the nearest
// person's whom it fits. Where two readings are near each other the word is nobody's.
//
//   people.at(4) == Person::third        // "my boss says he is late"
//   people.subject_before(4)             // whose statement the words from 4 on are
//
// Threads: immutable once read. Time: proportional to the message. English.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace keel {

enum class Person : uint8_t { none, writer, other, third };

// A name that stands in the message, and how much speaks for its being the person's.
struct NameMention {
  uint32_t token = 0;
  uint32_t weight = 0;
  bool third = false;  // "my boss Karen", "my friend ruth"
};
std::vector<NameMention> names_in(const Text& text);
// The folded word without a possessive: "Lucas's" -> "lucas".
std::string_view name_word(const Text& text, uint32_t token);

class People {
 public:
  static People of(const Text& text, std::span<const NameMention> names);

  Person at(uint32_t token) const { return mentions_[token].person; }
  // The nearest person before it in its clause.
  Person subject_before(uint32_t token) const;
  // Whose statement the words are: the subject within them, or else before them.
  Person subject_of(TokenRange statement) const;
  // "text from my mum"; "rang him", where he is my brother.
  bool has_third(TokenRange tokens) const;
  bool has_pronoun_of_third(TokenRange tokens) const;

 private:
  bool follows_preposition(uint32_t token) const;

  struct Mention {
    Person person = Person::none;
    bool acts = false;  // may be a subject: "he", not "his"
    bool pronoun = false;
  };
  const Text* text_ = nullptr;
  std::vector<Mention> mentions_;  // by token
};

}  // namespace keel
