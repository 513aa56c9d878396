#pragma once
// SafetyReader: what in a message may be a danger to somebody, by rules alone. It unmasks hidden
// words, finds the rules' phrases, and asks of each place where a rule fits: whose sentence is
// this, is it denied, long ago, somebody else's words, a joke, a figure of speech? Not for what
// happens then: that is content.
//
//   const SafetyReader reader = SafetyReader::build(content, diagnostics);
//   const std::vector<SafetyFinding> found = reader.read(Text::read("i want to kms"), {});
//
// Findings come worst first, one per category. Threads: immutable once built. Time: proportional to
// the message. Failure: none; a pattern with a mistake is told when building and left out.
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "text/text.h"
#include "understand/safety_content.h"

namespace keel {

struct SafetyContext {
  std::string_view coach_said;
  SafetyLevel recent = SafetyLevel::none;  // the worst of the last turns
};

class SafetyReader {
 public:
  static SafetyReader build(const SafetyContent& content, std::vector<Diagnostic>& diagnostics);

  std::vector<SafetyFinding> read(const Text& text, const SafetyContext& context) const;
  // Every rule that fired, also those that a worse finding hides: for explaining and checking.
  std::vector<SafetyFinding> fired(const Text& text, const SafetyContext& context) const;
  // The ids of the idioms found.
  std::vector<std::string> idioms(const Text& text) const;

  SafetyReader();
  SafetyReader(SafetyReader&&) noexcept;
  SafetyReader& operator=(SafetyReader&&) noexcept;
  ~SafetyReader();

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

// Each rule and idiom must find its own `yes:` sentences and leave its `no:` sentences.
void check_safety(const SafetyReader& reader, const SafetyContent& content,
                  std::vector<Diagnostic>& diagnostics);

}  // namespace keel
