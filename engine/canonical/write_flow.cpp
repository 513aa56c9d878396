// A flow: its head, its parts, its instructions.
#include "canonical/enum_names.h"
#include "canonical/labels.h"
#include "canonical/write.h"

namespace keel::canonical {
namespace {

void put(Ordered& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}

void put(Ordered& json, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[key] = texts;
}

// One instruction; `labels` name the places of its flow.
struct StepWriter {
  const std::vector<std::string>& labels;
  Ordered& json;

  const std::string& label(Address at) const { return labels.at(at); }

  void replies(const std::vector<Reply>& replies, const ReplyMatcher& matcher) {
    if (replies.empty()) return;
    Ordered list = Ordered::array();
    for (size_t i = 0; i < replies.size(); ++i) {
      Ordered one;
      one["label"] = replies[i].label;
      if (replies[i].value.known()) one["value"] = value_json(replies[i].value);
      if (i < matcher.forms().size()) {
        const ReplyForms& forms = matcher.forms()[i];
        put(one, "means", forms.value);
        put(one, "like", forms.like);
        put(one, "only_like", forms.only_like);
      }
      one["to"] = label(replies[i].body);
      list.push_back(std::move(one));
    }
    json["replies"] = std::move(list);
  }

  void operator()(const Say& step) {
    json["step"] = "say";
    json["speech"] = speech_json(step.speech);
  }
  void operator()(const Ask& step) {
    json["step"] = "ask";
    json["id"] = step.id;
    put(json, "part", step.part);
    json["speech"] = speech_json(step.speech);
    if (!step.slot.empty()) {
      json["slot"] = step.slot;
      json["type"] = slots_json({{"", step.type}})[""];
    }
    if (step.unless_known) json["unless_known"] = true;
    if (!step.again.empty()) json["again"] = lines_json(step.again);
    if (!step.why.empty()) json["why"] = lines_json(step.why);
    replies(step.replies, step.matcher);
    put(json, "offers", step.offers);
    if (step.offers_guesses) json["offers_guesses"] = true;
    if (step.any_other) json["any_other"] = label(*step.any_other);
    if (step.skipped) json["skipped"] = label(*step.skipped);
    json["next"] = label(step.next);
  }
  void operator()(const Wait& step) {
    json["step"] = "wait";
    json["id"] = step.id;
    if (step.slot.empty()) {
      json["duration"] = step.duration;
    } else {
      json["slot"] = step.slot;
    }
    replies(step.replies, step.matcher);
    json["next"] = label(step.next);
  }
  void operator()(const SetSlot& step) {
    json["step"] = "set";
    json["slot"] = step.slot;
    if (step.from_slot.empty()) {
      json["value"] = value_json(step.value);
    } else {
      json["from"] = step.from_slot;
    }
  }
  void operator()(const AddTo& step) {
    json["step"] = "add";
    json["slot"] = step.slot;
    json["number"] = step.number;
  }
  void operator()(const Note& step) {
    json["step"] = "note";
    json["slot"] = step.slot;
    json["list"] = step.list;
  }
  void operator()(const ClearList& step) {
    json["step"] = "clear";
    json["list"] = step.list;
  }
  void operator()(const Branch& step) {
    json["step"] = "if";
    json["condition"] = condition_json(step.condition);
    json["otherwise"] = label(step.otherwise);
  }
  void operator()(const Jump& step) {
    json["step"] = "jump";
    json["to"] = label(step.to);
  }
  void operator()(const GoFlow& step) {
    json["step"] = "go";
    json["flow"] = step.flow;
  }
  void operator()(const Visit& step) {
    json["step"] = "visit";
    json["id"] = step.id;
    json["flow"] = step.flow;
  }
  void operator()(const End& step) {
    json["step"] = "end";
    if (step.ask_before) json["ask_before_going_back"] = true;
  }
  void operator()(const FollowUp& step) {
    json["step"] = "follow up";
    json["when"] = name_in(whens, step.when);
    if (step.when == FollowUp::When::after) json["after"] = step.after;
    if (step.when == FollowUp::When::at_slot) json["slot"] = step.slot;
    json["part"] = step.part;
  }
  void operator()(const Show& step) {
    json["step"] = "show";
    json["what"] = name_in(shows, step.what);
    if (step.what == Show::What::help_lines) json["need"] = step.argument;
    if (step.what == Show::What::list) json["list"] = step.argument;
  }
  void operator()(const Use& step) {
    json["step"] = "use";
    json["ability"] = step.ability;
    json["slots"] = step.slots;
    json["into"] = step.into;
  }
  void operator()(const Do& step) {
    json["step"] = "do";
    json["action"] = name_in(actions, step.action);
  }
};

Ordered code_json(const Flow& flow, const std::vector<std::string>& labels) {
  Ordered json = Ordered::array();
  for (Address at = 0; at < flow.code.size(); ++at) {
    Ordered one;
    put(one, "label", labels[at]);
    std::visit(StepWriter{labels, one}, flow.code[at].step);
    json.push_back(std::move(one));
  }
  return json;
}

Ordered starts_json(const Flow& flow) {
  Ordered json;
  put(json, "intents", flow.start_intents);
  for (const SafetyStart& start : flow.start_safety) {
    json["safety"].push_back(
        {{"category", start.category}, {"level", name_in(safety_levels, start.level)}});
  }
  return json;
}

Ordered keep_json(const Keep& keep) {
  Ordered json;
  json["slots"] = keep.slots;
  json["retention"] = name_in(retentions, keep.retention);
  if (keep.retention == Retention::days) json["days"] = keep.days;
  return json;
}

void put_memory(Ordered& json, const Flow& flow) {
  for (const Keep& keep : flow.keep) json["keep"].push_back(keep_json(keep));
  put(json, "forget", flow.forget);
  put(json, "needs", flow.needs);
  put(json, "gives", flow.gives);
  put(json, "was", flow.was);
  for (const auto& [from, to] : flow.moved) json["moved"][from] = to;
  if (!flow.slots.empty()) json["slots"] = slots_json(flow.slots);
  for (const auto& [name, definition] : flow.definitions) {
    Ordered& one = json["definitions"][name];
    if (definition.counts) one["counts"] = true;
    one["condition"] = condition_json(definition.condition);
  }
}

}  // namespace

Ordered flow_json(const Flow& flow, const std::vector<std::string>& files) {
  const std::vector<std::string> labels = labels_of(flow);
  Ordered json;
  if (flow.file < files.size()) json["file"] = files[flow.file];
  put(json, "title", flow.title);
  put(json, "offer", flow.offer);
  put(json, "why", flow.why);
  if (flow.returning) json["returning"] = line_json(*flow.returning);
  put(json, "sources", flow.sources);
  if (Ordered starts = starts_json(flow); !starts.empty()) json["start_on"] = std::move(starts);
  put_memory(json, flow);
  for (const auto& [part, address] : flow.parts) {
    if (!part.empty()) json["parts"][part] = labels.at(address);
  }
  json["code"] = code_json(flow, labels);
  return json;
}

}  // namespace keel::canonical
