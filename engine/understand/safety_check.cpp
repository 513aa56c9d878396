#include <algorithm>

#include "understand/safety_reader.h"

namespace keel {
namespace {

bool fires(const SafetyReader& reader, const std::string& rule, const std::string& sentence) {
  const std::vector<SafetyFinding> fired = reader.fired(Text::read(sentence), {});
  return std::any_of(fired.begin(), fired.end(),
                     [&](const SafetyFinding& finding) { return finding.rule == rule; });
}

bool found(const SafetyReader& reader, const std::string& idiom, const std::string& sentence) {
  const std::vector<std::string> ids = reader.idioms(Text::read(sentence));
  return std::find(ids.begin(), ids.end(), idiom) != ids.end();
}

void tell(const ContentLine& line, std::string code, std::string message,
          std::vector<Diagnostic>& diagnostics) {
  diagnostics.push_back(
      {std::move(code), Severity::error, line.path, line.span, std::move(message), ""});
}

void check_rule(const SafetyReader& reader, const SafetyRule& rule,
                std::vector<Diagnostic>& diagnostics) {
  // Rules that wait for the coach's words or for a heavier line cannot be shown by one sentence.
  if (rule.level == SafetyLevel::none || !rule.coach.empty()) return;
  for (const ContentLine& line : rule.yes) {
    if (fires(reader, rule.id, line.text)) continue;
    tell(line, "K226", "rule \"" + rule.id + "\" does not find this sentence", diagnostics);
  }
  for (const ContentLine& line : rule.no) {
    if (!fires(reader, rule.id, line.text)) continue;
    tell(line, "K227", "rule \"" + rule.id + "\" finds this sentence, which it must leave",
         diagnostics);
  }
}

void check_idiom(const SafetyReader& reader, const SafetyIdiom& idiom,
                 std::vector<Diagnostic>& diagnostics) {
  for (const ContentLine& line : idiom.yes) {
    if (found(reader, idiom.id, line.text)) continue;
    tell(line, "K226", "idiom \"" + idiom.id + "\" does not find this sentence", diagnostics);
  }
  for (const ContentLine& line : idiom.no) {
    if (!found(reader, idiom.id, line.text)) continue;
    tell(line, "K227", "idiom \"" + idiom.id + "\" finds this sentence, which it must leave",
         diagnostics);
  }
}

}  // namespace

void check_safety(const SafetyReader& reader, const SafetyContent& content,
                  std::vector<Diagnostic>& diagnostics) {
  for (const SafetyLanguage& language : content.languages) {
    for (const SafetyRule& rule : language.rules) check_rule(reader, rule, diagnostics);
    for (const SafetyIdiom& idiom : language.idioms) check_idiom(reader, idiom, diagnostics);
  }
}

}  // namespace keel
