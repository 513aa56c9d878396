// A flow: its head, its parts, its instructions. Labels become addresses here.
#include "canonical/read.h"

namespace keel::canonical {
namespace {

constexpr size_t code_max = 100'000;
constexpr int64_t days_max = 36'600;

class FlowReader {
 public:
  FlowReader(const At& at, Flow& flow) : at_(at), flow_(flow) {}

  void run() {
    const At code = at_.need("code");
    gather_labels(code);
    flow_.parts[""] = 0;
    if (const std::optional<At> parts = at_.maybe("parts")) read_parts(*parts);
    code.each([&](const At& one) { flow_.code.push_back({step_at(one), {flow_.file, 0}}); });
  }

 private:
  void gather_labels(const At& code) {
    Address address = 0;
    code.each([&](const At& one) {
      if (const std::optional<At> label = one.maybe("label")) {
        if (!labels_.emplace(label->text(), address).second) {
          label->refuse("is the label of an earlier instruction, too");
        }
      }
      ++address;
    });
    if (address == 0) code.refuse("must not be empty");
    if (address > code_max) code.refuse("has too many instructions");
  }

  void read_parts(const At& parts) {
    parts.entries([&](const std::string& part, const At& one) {
      Json key = part;
      At(parts, part, key).id();
      flow_.parts[part] = label_at(one);
    });
  }

  Address label_at(const At& at) const {
    const auto found = labels_.find(at.text());
    if (found == labels_.end()) {
      at.refuse("leads outside of the flow: no instruction of it has the label " +
                in_quotes(at.text()));
    }
    return found->second;
  }

  std::optional<Address> label_or_none(const At& at, std::string_view key) const {
    const std::optional<At> label = at.maybe(key);
    if (!label) return std::nullopt;
    return label_at(*label);
  }

  std::string point_at(const At& at) {
    const At id = at.need("id");
    if (!flow_.points.emplace(id.text(), static_cast<Address>(flow_.code.size())).second) {
      id.refuse("is the id of an earlier question, wait or visit, too");
    }
    return id.text();
  }

  void replies_at(const At& at, std::vector<Reply>& replies, ReplyMatcher& matcher) {
    std::vector<ReplyForms> forms;
    if (const std::optional<At> list = at.maybe("replies")) {
      list->each([&](const At& one) {
        one.only({"label", "value", "means", "like", "only_like", "to"});
        Reply reply;
        reply.label = one.need("label").text();
        if (const auto value = one.maybe("value")) reply.value = value_at(*value);
        reply.body = label_at(one.need("to"));
        forms.push_back({reply.label, one.words_or_none("means"), one.texts_or_none("like"),
                         one.texts_or_none("only_like")});
        replies.push_back(std::move(reply));
      });
    }
    matcher = ReplyMatcher::build(forms);
  }

  Step ask_at(const At& at) {
    at.only({"label", "step", "id", "part", "speech", "slot", "type", "unless_known", "again",
             "why", "replies", "offers", "offers_guesses", "any_other", "skipped", "next"});
    Ask ask;
    ask.id = point_at(at);
    if (const auto part = at.maybe("part")) {
      ask.part = part->id();
      if (!flow_.parts.contains(ask.part)) part->refuse("is no part of this flow");
    }
    ask.speech = speech_at(at.need("speech"), flow_.file);
    if (const auto slot = at.maybe("slot")) {
      ask.slot = slot->slot();
      ask.type = slot_type_at(at.need("type"));
      if (ask.type.type == AnswerType::none) at.need("type").refuse("must be a type of answer");
    } else if (at.has("type") || at.has("unless_known")) {
      at.need("slot");
    }
    ask.unless_known = at.flag_or_false("unless_known");
    ask.again = lines_at(at.maybe("again"), flow_.file);
    ask.why = lines_at(at.maybe("why"), flow_.file);
    replies_at(at, ask.replies, ask.matcher);
    ask.offers = at.texts_or_none("offers");
    ask.offers_guesses = at.flag_or_false("offers_guesses");
    ask.any_other = label_or_none(at, "any_other");
    ask.skipped = label_or_none(at, "skipped");
    ask.next = label_at(at.need("next"));
    return ask;
  }

  Step wait_at(const At& at) {
    at.only({"label", "step", "id", "slot", "duration", "replies", "next"});
    Wait wait;
    wait.id = point_at(at);
    if (at.has("slot") == at.has("duration")) at.refuse("must have a slot or a duration");
    if (const auto slot = at.maybe("slot")) wait.slot = slot->slot();
    if (const auto length = at.maybe("duration")) wait.duration = length->number(0, duration_max);
    replies_at(at, wait.replies, wait.matcher);
    wait.next = label_at(at.need("next"));
    return wait;
  }

  static Step set_at(const At& at) {
    at.only({"label", "step", "slot", "value", "from"});
    if (at.has("value") == at.has("from")) at.refuse("must have a value or a slot to copy from");
    SetSlot set;
    set.slot = at.need("slot").slot();
    if (const auto from = at.maybe("from")) set.from_slot = from->slot();
    if (const auto value = at.maybe("value")) set.value = value_at(*value);
    return set;
  }

  Step follow_up_at(const At& at) const {
    at.only({"label", "step", "when", "after", "slot", "part"});
    FollowUp follow;
    follow.when = at.need("when").one_of(whens);
    if (follow.when == FollowUp::When::after) {
      follow.after = at.need("after").number(0, duration_max);
    } else if (const auto after = at.maybe("after")) {
      after->refuse("stands only with \"when\": \"after\"");
    }
    if (follow.when == FollowUp::When::at_slot) {
      follow.slot = at.need("slot").slot();
    } else if (const auto slot = at.maybe("slot")) {
      slot->refuse("stands only with \"when\": \"slot\"");
    }
    const At part = at.need("part");
    follow.part = part.id();
    const auto found = flow_.parts.find(follow.part);
    if (found == flow_.parts.end()) part.refuse("is no part of this flow");
    follow.target = found->second;
    return follow;
  }

  static Step show_at(const At& at) {
    at.only({"label", "step", "what", "need", "list"});
    Show show;
    show.what = at.need("what").one_of(shows);
    const bool lines = show.what == Show::What::help_lines;
    const bool list = show.what == Show::What::list;
    if (lines) show.argument = at.need("need").text();
    if (list) show.argument = at.need("list").slot();
    if (!lines && at.has("need")) at.need("need").refuse("stands only with help lines");
    if (!list && at.has("list")) at.need("list").refuse("stands only with a list");
    return show;
  }

  static Step use_at(const At& at) {
    at.only({"label", "step", "ability", "slots", "into"});
    Use use;
    use.ability = at.need("ability").text();
    at.need("slots").each([&](const At& one) { use.slots.push_back(one.slot()); });
    use.into = at.need("into").slot();
    return use;
  }

  Step jump_at(const At& at) {
    at.only({"label", "step", "to"});
    return Jump{label_at(at.need("to"))};
  }
  Step branch_at(const At& at) {
    at.only({"label", "step", "condition", "otherwise"});
    return Branch{condition_at(at.need("condition")), label_at(at.need("otherwise"))};
  }
  Step visit_at(const At& at) {
    at.only({"label", "step", "id", "flow"});
    std::string id = point_at(at);
    return Visit{std::move(id), at.need("flow").id()};
  }

  Step step_at(const At& at) {
    const std::string& step = at.need("step").words();
    if (step == "say") {
      at.only({"label", "step", "speech"});
      return Say{speech_at(at.need("speech"), flow_.file)};
    }
    if (step == "ask") return ask_at(at);
    if (step == "wait") return wait_at(at);
    if (step == "set") return set_at(at);
    if (step == "if") return branch_at(at);
    if (step == "jump") return jump_at(at);
    if (step == "visit") return visit_at(at);
    if (step == "follow up") return follow_up_at(at);
    if (step == "show") return show_at(at);
    if (step == "use") return use_at(at);
    return small_step_at(at, step);
  }

  static Step small_step_at(const At& at, const std::string& step) {
    if (step == "add") {
      at.only({"label", "step", "slot", "number"});
      return AddTo{at.need("slot").slot(), at.need("number").number(-number_max, number_max)};
    }
    if (step == "note") {
      at.only({"label", "step", "slot", "list"});
      return Note{at.need("slot").slot(), at.need("list").slot()};
    }
    if (step == "clear") {
      at.only({"label", "step", "list"});
      return ClearList{at.need("list").slot()};
    }
    if (step == "go") {
      at.only({"label", "step", "flow"});
      return GoFlow{at.need("flow").id()};
    }
    if (step == "end") {
      at.only({"label", "step", "ask_before_going_back"});
      return End{at.flag_or_false("ask_before_going_back")};
    }
    if (step == "do") {
      at.only({"label", "step", "action"});
      return Do{at.need("action").one_of(actions)};
    }
    at.need("step").refuse(
        "is no step: it can be say, ask, wait, set, add, note, clear, if, jump, "
        "go, visit, end, follow up, show, use or do");
  }

  const At& at_;
  Flow& flow_;
  std::map<std::string, Address> labels_;
};

Keep keep_at(const At& at) {
  at.only({"slots", "retention", "days"});
  Keep keep;
  at.need("slots").each([&](const At& one) { keep.slots.push_back(one.slot()); });
  keep.retention = at.need("retention").one_of(retentions);
  const bool days = keep.retention == Retention::days;
  if (days != at.has("days")) at.refuse("has days where its retention is days, and only there");
  if (days) keep.days = at.need("days").number(1, days_max);
  return keep;
}

void read_starts(const At& at, Flow& flow) {
  at.only({"intents", "safety"});
  flow.start_intents = at.texts_or_none("intents");
  const std::optional<At> safety = at.maybe("safety");
  if (!safety) return;
  safety->each([&](const At& one) {
    one.only({"category", "level"});
    SafetyStart start;
    start.category = one.need("category").text();
    start.level = one.need("level").one_of(safety_levels);
    if (start.level == SafetyLevel::none) one.need("level").refuse("must be a level of risk");
    flow.start_safety.push_back(std::move(start));
  });
}

void read_memory(const At& at, Flow& flow) {
  if (const auto keep = at.maybe("keep")) {
    keep->each([&](const At& one) { flow.keep.push_back(keep_at(one)); });
  }
  flow.forget = at.texts_or_none("forget");
  flow.needs = at.texts_or_none("needs");
  flow.gives = at.texts_or_none("gives");
  flow.was = at.texts_or_none("was");
  if (const auto moved = at.maybe("moved")) {
    moved->entries([&](const std::string& from, const At& to) { flow.moved[from] = to.text(); });
  }
  if (const auto slots = at.maybe("slots")) flow.slots = slots_at(*slots);
  const auto definitions = at.maybe("definitions");
  if (!definitions) return;
  definitions->entries([&](const std::string& name, const At& one) {
    one.only({"counts", "condition"});
    Definition definition;
    definition.name = name;
    definition.counts = one.flag_or_false("counts");
    definition.condition = condition_at(one.need("condition"));
    flow.definitions.emplace(name, std::move(definition));
  });
}

}  // namespace

Flow flow_at(const At& at, const std::string& id, const FileNumbers& files) {
  at.only({"file", "title", "offer", "why", "returning", "sources", "start_on", "keep", "forget",
           "needs", "gives", "was", "moved", "slots", "definitions", "parts", "code"});
  Flow flow;
  flow.id = id;
  const At file = at.need("file");
  const auto found = files.find(file.text());
  if (found == files.end()) file.refuse("is not among the files of this program");
  flow.file = found->second;
  flow.title = at.words_or_none("title");
  flow.offer = at.words_or_none("offer");
  flow.why = at.words_or_none("why");
  if (const auto line = at.maybe("returning")) flow.returning = line_at(*line, flow.file);
  flow.sources = at.texts_or_none("sources");
  if (const auto starts = at.maybe("start_on")) read_starts(*starts, flow);
  read_memory(at, flow);
  FlowReader(at, flow).run();
  return flow;
}

}  // namespace keel::canonical
