// What the reader is built from. Each line's path is its JSON Pointer, so that a pattern with a
// mistake is told by its place in the document.
#include "canonical/read.h"

namespace keel::canonical {
namespace {

constexpr size_t intents_max = 1'000;
constexpr size_t examples_max = 200'000;

ContentLine content_line(const At& at) {
  return {at.text(), at.pointer(), {0, 0}};
}

std::vector<ContentLine> content_lines(const At& at) {
  std::vector<ContentLine> lines;
  at.each([&](const At& one) { lines.push_back(content_line(one)); });
  return lines;
}

std::vector<ContentLine> lines_or_none(const At& at, std::string_view key) {
  const std::optional<At> list = at.maybe(key);
  return list ? content_lines(*list) : std::vector<ContentLine>();
}

std::string category_at(const At& at, const std::vector<std::string>& categories) {
  for (const std::string& category : categories) {
    if (category == at.text()) return category;
  }
  at.refuse("is not among the categories");
}

std::optional<SafetyOutcome> outcome_at(const At& at, const std::vector<std::string>& categories) {
  SafetyOutcome outcome;
  if (at.is_text()) {
    if (at.words() != "leave") at.refuse("must be \"leave\", or a level");
    outcome.leave = true;
    return outcome;
  }
  at.only({"category", "level"});
  if (const auto category = at.maybe("category")) {
    outcome.category = category_at(*category, categories);
  }
  outcome.level = at.need("level").one_of(safety_levels);
  return outcome;
}

SafetyRule rule_at(const At& at, const std::vector<std::string>& categories) {
  at.only({"id", "category", "level", "subject", "reads_idioms", "after_heavy", "cases", "patterns",
           "with", "with_anywhere", "unless", "unless_anywhere", "coach", "yes", "no"});
  SafetyRule rule;
  rule.id = at.need("id").text();
  rule.place = {rule.id, at.pointer(), {0, 0}};
  rule.category = category_at(at.need("category"), categories);
  rule.level = at.need("level").one_of(safety_levels);
  rule.subject = at.need("subject").one_of(safety_subjects);
  rule.reads_idioms = at.flag_or_false("reads_idioms");
  if (const auto level = at.maybe("after_heavy")) rule.after_heavy = level->one_of(safety_levels);
  if (rule.level == SafetyLevel::none && rule.after_heavy == SafetyLevel::none) {
    at.need("level").refuse("is none, and after_heavy is none too: such a rule finds nothing");
  }
  if (const auto cases = at.maybe("cases")) {
    cases->entries([&](const std::string& name, const At& one) {
      const std::optional<SafetyCase> which = value_in(safety_cases, name);
      if (!which) one.refuse("is no circumstance of a rule");
      rule.cases.at(static_cast<size_t>(*which)) = outcome_at(one, categories);
    });
  }
  rule.patterns = content_lines(at.need("patterns"));
  if (rule.patterns.empty()) at.need("patterns").refuse("must not be empty");
  rule.with = lines_or_none(at, "with");
  rule.with_anywhere = lines_or_none(at, "with_anywhere");
  rule.unless = lines_or_none(at, "unless");
  rule.unless_anywhere = lines_or_none(at, "unless_anywhere");
  rule.coach = lines_or_none(at, "coach");
  rule.yes = lines_or_none(at, "yes");
  rule.no = lines_or_none(at, "no");
  return rule;
}

SafetyIdiom idiom_at(const At& at) {
  at.only({"id", "patterns", "yes", "no"});
  SafetyIdiom idiom;
  idiom.id = at.need("id").text();
  idiom.place = {idiom.id, at.pointer(), {0, 0}};
  idiom.patterns = lines_or_none(at, "patterns");
  idiom.yes = lines_or_none(at, "yes");
  idiom.no = lines_or_none(at, "no");
  return idiom;
}

SafetyMask mask_at(const At& at) {
  at.only({"kind", "word", "form"});
  SafetyMask mask;
  mask.kind = at.need("kind").one_of(mask_kinds);
  mask.word = at.need("word").text();
  const bool forms = mask.kind == SafetyMask::Kind::forms;
  if (forms) mask.form = at.need("form").text();
  if (!forms && at.has("form")) at.need("form").refuse("stands only with \"kind\": \"forms\"");
  return mask;
}

SafetyLanguage language_at(const At& at, const std::vector<std::string>& categories) {
  at.only({"id", "marks", "phrases", "idioms", "rules", "masks"});
  SafetyLanguage language;
  language.id = at.need("id").text();
  at.need("marks").each([&](const At& one) {
    one.only({"mark", "pattern"});
    language.marks.push_back(
        {one.need("mark").one_of(safety_marks), content_line(one.need("pattern"))});
  });
  at.need("phrases").each([&](const At& one) {
    one.only({"name", "entries"});
    language.phrases.push_back({one.need("name").text(), content_lines(one.need("entries"))});
  });
  at.need("idioms").each([&](const At& one) { language.idioms.push_back(idiom_at(one)); });
  at.need("rules").each([&](const At& one) { language.rules.push_back(rule_at(one, categories)); });
  at.need("masks").each([&](const At& one) { language.masks.push_back(mask_at(one)); });
  return language;
}

SafetyContent safety_at(const At& at) {
  at.only({"categories", "languages"});
  SafetyContent safety;
  safety.categories = at.need("categories").texts();
  at.need("languages").each([&](const At& one) {
    safety.languages.push_back(language_at(one, safety.categories));
  });
  return safety;
}

}  // namespace

ReaderContent content_at(const At& at) {
  at.only({"lists", "intents", "safety"});
  ReaderContent content;
  at.need("lists").each([&](const At& one) {
    one.only({"name", "entries"});
    content.lists.push_back({one.need("name").text(), content_lines(one.need("entries"))});
  });
  size_t examples = 0;
  at.need("intents").each([&](const At& one) {
    one.only({"id", "patterns", "examples"});
    IntentContent intent;
    intent.id = one.need("id").text();
    intent.patterns = lines_or_none(one, "patterns");
    intent.examples = lines_or_none(one, "examples");
    examples += intent.examples.size();
    content.intents.push_back(std::move(intent));
  });
  if (content.intents.size() > intents_max) at.need("intents").refuse("has too many intents");
  if (examples > examples_max) at.need("intents").refuse("has too many examples");
  content.safety = std::make_shared<const SafetyContent>(safety_at(at.need("safety")));
  return content;
}

}  // namespace keel::canonical
