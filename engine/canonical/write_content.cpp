// What the reader is built from: intents, word lists, safety rules.
#include "canonical/enum_names.h"
#include "canonical/write.h"

namespace keel::canonical {
namespace {

Ordered texts(const std::vector<ContentLine>& lines) {
  Ordered json = Ordered::array();
  for (const ContentLine& line : lines) json.push_back(line.text);
  return json;
}

void put(Ordered& json, const char* key, const std::vector<ContentLine>& lines) {
  if (!lines.empty()) json[key] = texts(lines);
}

Ordered outcome_json(const SafetyOutcome& outcome) {
  Ordered json;
  if (outcome.leave) return "leave";
  if (!outcome.category.empty()) json["category"] = outcome.category;
  json["level"] = name_in(safety_levels, outcome.level);
  return json;
}

Ordered rule_json(const SafetyRule& rule) {
  Ordered json;
  json["id"] = rule.id;
  json["category"] = rule.category;
  json["level"] = name_in(safety_levels, rule.level);
  json["subject"] = name_in(safety_subjects, rule.subject);
  if (rule.reads_idioms) json["reads_idioms"] = true;
  if (rule.after_heavy != SafetyLevel::none) {
    json["after_heavy"] = name_in(safety_levels, rule.after_heavy);
  }
  for (const auto& [which, name] : safety_cases) {
    const auto& outcome = rule.cases.at(static_cast<size_t>(which));
    if (outcome) json["cases"][std::string(name)] = outcome_json(*outcome);
  }
  put(json, "patterns", rule.patterns);
  put(json, "with", rule.with);
  put(json, "with_anywhere", rule.with_anywhere);
  put(json, "unless", rule.unless);
  put(json, "unless_anywhere", rule.unless_anywhere);
  put(json, "coach", rule.coach);
  put(json, "yes", rule.yes);
  put(json, "no", rule.no);
  return json;
}

Ordered language_json(const SafetyLanguage& language) {
  Ordered json;
  json["id"] = language.id;
  json["marks"] = Ordered::array();
  for (const SafetyMarkEntry& entry : language.marks) {
    json["marks"].push_back(
        {{"mark", name_in(safety_marks, entry.mark)}, {"pattern", entry.line.text}});
  }
  json["phrases"] = Ordered::array();
  for (const SafetyPhrase& phrase : language.phrases) {
    json["phrases"].push_back({{"name", phrase.name}, {"entries", texts(phrase.entries)}});
  }
  json["idioms"] = Ordered::array();
  for (const SafetyIdiom& idiom : language.idioms) {
    Ordered one;
    one["id"] = idiom.id;
    put(one, "patterns", idiom.patterns);
    put(one, "yes", idiom.yes);
    put(one, "no", idiom.no);
    json["idioms"].push_back(std::move(one));
  }
  json["rules"] = Ordered::array();
  for (const SafetyRule& rule : language.rules) json["rules"].push_back(rule_json(rule));
  json["masks"] = Ordered::array();
  for (const SafetyMask& mask : language.masks) {
    Ordered one;
    one["kind"] = name_in(mask_kinds, mask.kind);
    one["word"] = mask.word;
    if (!mask.form.empty()) one["form"] = mask.form;
    json["masks"].push_back(std::move(one));
  }
  return json;
}

}  // namespace

Ordered safety_json(const SafetyContent& safety) {
  Ordered json;
  json["categories"] = safety.categories;
  json["languages"] = Ordered::array();
  for (const SafetyLanguage& language : safety.languages) {
    json["languages"].push_back(language_json(language));
  }
  return json;
}

Ordered content_json(const ReaderContent& content) {
  Ordered json;
  json["lists"] = Ordered::array();
  for (const WordListContent& list : content.lists) {
    json["lists"].push_back({{"name", list.name}, {"entries", texts(list.entries)}});
  }
  json["intents"] = Ordered::array();
  for (const IntentContent& intent : content.intents) {
    Ordered one;
    one["id"] = intent.id;
    put(one, "patterns", intent.patterns);
    put(one, "examples", intent.examples);
    json["intents"].push_back(std::move(one));
  }
  if (content.safety) json["safety"] = safety_json(*content.safety);
  return json;
}

}  // namespace keel::canonical
