#include "script/safety_lists.h"

#include <algorithm>
#include <set>

namespace keel {
namespace {

constexpr uint32_t nesting_max = 6;

}  // namespace

struct SafetyLists::Job {
  const std::set<std::string, std::less<>>& phrases;
  const ContentLine& line;
  std::vector<Diagnostic>& diagnostics;
  bool phrases_allowed = true;
};

void SafetyLists::add(const std::string& name, std::vector<ContentLine> entries) {
  std::vector<ContentLine>& list = lists_[name];
  for (ContentLine& entry : entries) list.push_back(std::move(entry));
}

std::string SafetyLists::written(std::string_view pattern, const Job& job, uint32_t depth) const {
  const auto tell = [&](std::string code, std::string message) {
    job.diagnostics.push_back(
        {std::move(code), Severity::error, job.line.path, job.line.span, std::move(message), ""});
  };
  std::string out;
  int brackets = 0;
  for (size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '(' || c == '[') ++brackets;
    if (c == ')' || c == ']') --brackets;
    const size_t close = c == '{' ? pattern.find('}', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out.push_back(c);
      continue;
    }
    const std::string_view name = pattern.substr(at + 1, close - at - 1);
    const auto list = lists_.find(name);
    if (list != lists_.end() && depth < nesting_max) {
      out.push_back('(');
      for (size_t i = 0; i < list->second.size(); ++i) {
        if (i > 0) out.push_back('|');
        out += written(list->second[i].text, job, depth + 1);
      }
      out.push_back(')');
    } else if (list != lists_.end()) {
      tell("K228", "the list \"" + std::string(name) + "\" names itself");
    } else if (job.phrases.contains(name) && job.phrases_allowed && brackets == 0 && depth == 0) {
      out += pattern.substr(at, close - at + 1);
    } else if (job.phrases.contains(name)) {
      tell("K225",
           "the phrase \"" + std::string(name) + "\" may not stand inside brackets or lists");
    } else {
      tell("K205", "no word list or phrase named \"" + std::string(name) + "\"");
    }
    at = close;
  }
  return out;
}

void SafetyLists::write_out(SafetyLanguage& language, std::vector<Diagnostic>& diagnostics) const {
  std::set<std::string, std::less<>> phrases;
  for (const SafetyPhrase& phrase : language.phrases) phrases.insert(phrase.name);
  // A pattern with a mistake in it is left out, so that nothing else is told of it.
  const auto write = [&](std::vector<ContentLine>& lines, bool phrases_allowed) {
    std::vector<ContentLine> right;
    for (ContentLine& line : lines) {
      const size_t before = diagnostics.size();
      line.text = written(line.text, {phrases, line, diagnostics, phrases_allowed}, 0);
      if (diagnostics.size() == before) right.push_back(std::move(line));
    }
    lines = std::move(right);
  };
  for (SafetyPhrase& phrase : language.phrases) write(phrase.entries, false);
  for (SafetyMarkEntry& mark : language.marks) {
    mark.line.text = written(mark.line.text, {phrases, mark.line, diagnostics, false}, 0);
  }
  for (SafetyIdiom& idiom : language.idioms) write(idiom.patterns, true);
  for (SafetyRule& rule : language.rules) {
    for (auto* lines : {&rule.patterns, &rule.with, &rule.with_anywhere, &rule.unless,
                        &rule.unless_anywhere, &rule.coach}) {
      write(*lines, true);
    }
  }
}

}  // namespace keel
