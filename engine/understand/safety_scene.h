#pragma once
// SafetyScene: what stands around a place in a message, as far as the marks of a language tell:
// whose clause it is, whether it is denied, long ago, quoted, joked about or asked. Not for rules.
// Threads: a plain value, used within one reading.
#include <span>
#include <vector>

#include "text/text.h"
#include "understand/safety_content.h"

namespace keel {

enum class SafetyPerson : uint8_t { nobody, i, you, they, thing };

class SafetyScene {
 public:
  explicit SafetyScene(const Text& text);

  void mark(SafetyMark mark, TokenRange tokens);
  // The clause's subject as it stands before `tokens`; an elided one is that of the clause before.
  SafetyPerson subject(TokenRange tokens, uint32_t sentence) const;
  // A word with a capital inside the sentence stands before `tokens`: perhaps somebody's name.
  bool after_name(TokenRange tokens, uint32_t sentence) const;
  bool negated(TokenRange tokens, uint32_t sentence) const;
  bool long_ago(uint32_t sentence) const;
  bool said_by_others(TokenRange tokens) const;
  bool joked(uint32_t sentence) const;  // "no joke" is none
  bool asked(uint32_t sentence) const;

 private:
  bool has(uint32_t token, SafetyMark mark) const;
  bool any(TokenRange range, SafetyMark mark) const;
  bool jokes_in(TokenRange range) const;
  SafetyPerson person(uint32_t token) const;
  uint32_t clause_start(uint32_t token, uint32_t sentence) const;
  void read_gaps();

  const Text& text_;
  std::vector<uint32_t> marks_;  // a bit per SafetyMark
  std::vector<bool> breaks_;     // a comma or the like stands before this token
  std::vector<uint32_t> quote_;  // 0: none; otherwise the first token of the quote, plus one
};

}  // namespace keel
