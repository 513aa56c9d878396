#pragma once
// ReplyMatcher: which of a question's replies did the typed words mean? Built once per question.
// Order: the label or a `like:`/`only like:` line word for word; the label's number ("2", "the
// second one"); words near a label or `like:` line (never near an `only like:` line). Yes/no words
// count for replies whose value is yes, no or unsure, unless the reply has `only like:` lines.
// Threads: immutable. Time: proportional to the message times the number of lines.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/text.h"

namespace keel {

struct ReplyForms {
  std::string label;
  std::string value;
  std::vector<std::string> like;
  std::vector<std::string> only_like;
};

struct ReplyMatch {
  uint32_t reply = 0;
  float confidence = 0;  // 1: word for word; from 0.5: safe to take
  std::string why;       // "label", "like: ...", "number", "yes"
};

class ReplyMatcher {
 public:
  static ReplyMatcher build(std::span<const ReplyForms> replies);
  std::optional<ReplyMatch> match(const Text& text) const;
  // What it was built from.
  const std::vector<ReplyForms>& forms() const { return replies_; }

 private:
  struct Form {
    std::vector<std::string> words;
    std::string why;
    uint32_t reply = 0;
    bool exact_only = false;
  };
  std::vector<Form> forms_;
  std::vector<ReplyForms> replies_;
};

}  // namespace keel
