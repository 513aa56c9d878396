#include "script/names.h"

#include <array>

#include "script/walk.h"

namespace keel {
namespace {

void gather_stored_word(const Words& slot, const ValueNode& value, Names& names) {
  if (value.kind == ValueNode::Kind::word) names.words[slot.text].insert(value.words.text);
}

void gather_from(const FlowNode& flow, Names& names) {
  for_each_statement(flow.body, [&](const Statement& statement) {
    if (const auto* visit = std::get_if<VisitNode>(&statement.step)) {
      names.visitors[visit->flow.text].insert(flow.id.text);
    } else if (const auto* set = std::get_if<SetNode>(&statement.step)) {
      gather_stored_word(set->slot, set->value, names);
    } else if (const auto* coach = std::get_if<CoachNode>(&statement.step)) {
      if (!coach->ask) return;
      for (const ReplyNode& reply : coach->replies) {
        if (reply.as) gather_stored_word(coach->ask->slot, *reply.as, names);
      }
    }
  });
  for (const KeepNode& keep : flow.keep) {
    for (const Words& slot : keep.slots) names.kept.insert(slot.text);
  }
  for (const Words& old : flow.was) names.was.emplace(old.text, flow.id.text);
}

void gather_person(const PersonNode& person, Names& names, Report& report) {
  for (const PersonSlotNode& slot : person.slots) {
    const SlotDeclaration declaration{slot.type.type, slot.type.min, slot.type.max};
    if (!names.person.emplace(slot.name.text, declaration).second) {
      report.add("K017", *person.source, slot.name.span,
                 quoted(slot.name.text) + " stands here twice", "keep one of the two lines");
    }
  }
}

void gather_intents(const IntentFileNode& file, Names& names, Report& report) {
  for (const IntentNode& intent : file.intents) {
    if (intent.id.empty()) continue;
    if (!names.intents.insert(intent.id.text).second) {
      report.add("K052", *file.source, intent.id.span,
                 "a second intent named " + quoted(intent.id.text), "one block per intent");
    }
    if (intent.examples.empty() && intent.patterns.empty()) {
      report.add("K053", *file.source, intent.id.span,
                 "intent " + quoted(intent.id.text) + " has no examples",
                 "each line is a whole message");
    }
  }
}

void gather_flows(const PackNodes& pack, Names& names, Report& report) {
  for (const FlowNode& flow : pack.flows) {
    if (flow.id.empty()) continue;
    if (!names.flows.emplace(flow.id.text, Slots{}).second) {
      report.add("K013", *flow.source, flow.id.span, "a second flow named " + quoted(flow.id.text),
                 "a flow's name is its file's name");
      continue;
    }
    names.flows[flow.id.text] = declare_slots(flow, names.person, report);
    gather_from(flow, names);
  }
}

constexpr std::array<std::string_view, 10> particular_names{
    "who",          "pronoun", "event",   "duration",  "since",
    "together_for", "channel", "feeling", "intensity", "count"};

}  // namespace

std::vector<std::string> Names::flow_ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, slots] : flows) ids.push_back(id);
  return ids;
}

Names gather_names(const PackNodes& pack, Report& report) {
  Names names;
  for (const PersonNode& person : pack.persons) gather_person(person, names, report);
  for (const IntentFileNode& file : pack.intents) gather_intents(file, names, report);
  std::map<std::string, std::set<std::string>> lists;
  for (const IntentFileNode& file : pack.intents) {
    for (const WordListNode& list : file.lists) {
      if (!lists[list.name.text].empty()) {
        report.add("K055", *file.source, list.name.span,
                   "a second word list named " + quoted(list.name.text),
                   "put the entries into one list");
      }
      lists[list.name.text].insert(list.name.text);
    }
  }
  gather_flows(pack, names, report);
  hand_slots(pack, names);
  names.lost = pack.unreadable;
  for (const FlowNode& flow : pack.flows)
    names.lost.insert(flow.lost_words.begin(), flow.lost_words.end());
  for (const PersonNode& person : pack.persons)
    names.lost.insert(person.lost_words.begin(), person.lost_words.end());
  for (const IntentFileNode& file : pack.intents)
    names.lost.insert(file.lost_words.begin(), file.lost_words.end());
  return names;
}

const Slots& engine_slots() {
  static const Slots slots{
      {"part_of_day", {AnswerType::one_of, 0, 0}},   {"first_visit", {AnswerType::yes_no, 0, 0}},
      {"days_away", {AnswerType::number, 0, 0}},     {"can_go_back", {AnswerType::yes_no, 0, 0}},
      {"question_open", {AnswerType::yes_no, 0, 0}}, {"left_open", {AnswerType::text, 0, 0}},
      {"correction", {AnswerType::text, 0, 0}},      {"corrected", {AnswerType::one_of, 0, 0}},
      {"own_words", {AnswerType::text, 0, 0}}};
  return slots;
}

bool engine_slot_may_be_unknown(std::string_view slot) {
  return slot == "left_open" || slot == "correction" || slot == "corrected";
}

std::span<const std::string_view> particulars() {
  return particular_names;
}

std::string_view name_of(AnswerType type) {
  static constexpr std::array<std::string_view, 17> names{
      "unknown", "scale",     "number",    "duration", "time",
      "date",    "when",      "yes or no", "one of",   "one of or own words",
      "text",    "long text", "name",      "pronoun",  "country",
      "marks",   "list"};
  return names[static_cast<size_t>(type)];
}

std::string kind_of(const SlotDeclaration& slot) {
  switch (slot.type) {
    case AnswerType::scale:
      return "a number from " + std::to_string(slot.min) + " to " + std::to_string(slot.max);
    case AnswerType::yes_no:
      return "a yes or no";
    case AnswerType::one_of:
    case AnswerType::own_words:
      return "a choice";
    case AnswerType::when:
      return "a time in own words";
    case AnswerType::long_text:
      return "a text";
    case AnswerType::marks:
    case AnswerType::none:
      return std::string(name_of(slot.type));
    default:
      return "a " + std::string(name_of(slot.type));
  }
}

bool is_numeric(AnswerType type) {
  return type == AnswerType::scale || type == AnswerType::number;
}

bool holds_words(AnswerType type) {
  return type == AnswerType::yes_no || type == AnswerType::one_of ||
         type == AnswerType::own_words || type == AnswerType::pronoun ||
         type == AnswerType::country || type == AnswerType::text;
}

bool takes_any_words(AnswerType type) {
  return type == AnswerType::own_words || type == AnswerType::text ||
         type == AnswerType::long_text || type == AnswerType::when;
}

}  // namespace keel
