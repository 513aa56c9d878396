#include "script/lower.h"

#include "script/did_you_mean.h"
#include "script/walk.h"

namespace keel {
namespace {

class FlowLowering {
 public:
  explicit FlowLowering(FlowScope& scope) : scope_(scope), flow_(scope.out.flow) {}

  void lower() {
    count_asks();
    flow_.parts[""] = 0;
    find_parts();
    block(scope_.node.body);
    emit(End{}, end_of_file(), true);
    for (const auto& [address, part] : pending_parts_) patch_part(address, part);
  }

 private:
  Address here() const { return static_cast<Address>(flow_.code.size()); }

  Address emit(Step step, Span span, bool generated = false) {
    flow_.code.push_back(
        {std::move(step), {flow_.file, scope_.node.source->position(span.begin).line}});
    scope_.out.spans.push_back(span);
    scope_.out.generated.push_back(generated);
    return here() - 1;
  }

  template <class S>
  S& at(Address address) {
    return std::get<S>(flow_.code[address].step);
  }

  Span end_of_file() const {
    const auto size = static_cast<uint32_t>(scope_.node.source->text().size());
    return {size, size};
  }

  void count_asks() {
    for_each_statement(scope_.node.body, [&](const Statement& statement) {
      const auto* coach = std::get_if<CoachNode>(&statement.step);
      if (coach != nullptr && coach->ask) ++asks_of_[coach->ask->slot.text];
    });
  }

  void find_parts() {
    for (const Statement& statement : scope_.node.body.statements) {
      const auto* part = std::get_if<PartNode>(&statement.step);
      if (part == nullptr || part->id.empty()) continue;
      if (!flow_.parts.emplace(part->id.text, 0).second || part->id.text == "start") {
        scope_.error("K014", part->id.span, "a second part named " + quoted(part->id.text),
                     part->id.text == "start" ? "the beginning of a flow has this name"
                                              : "each part has a name of its own");
      }
    }
  }

  void block(const Block& block) {
    for (const Statement& one : block.statements) statement(one);
  }

  void statement(const Statement& statement) {
    span_ = statement.span;
    std::visit([this](const auto& node) { lower_one(node); }, statement.step);
  }

  void lower_one(const CoachNode& coach) {
    const std::string number = std::to_string(++speeches_);
    const Span span = span_;
    Speech speech = lower_speech(scope_, coach, line_id(number));
    if (!coach.is_question()) {
      emit(Say{std::move(speech)}, span);
      return;
    }
    Ask ask;
    ask.speech = std::move(speech);
    ask.part = part_;
    ask.id = part_name() + "/" + number;
    SlotDeclaration type;
    if (coach.ask) {
      ask.slot = coach.ask->slot.text;
      ask.unless_known = coach.ask->unless_known;
      if (asks_of_[ask.slot] == 1) ask.id = ask.slot;
      type = {coach.ask->type.type, coach.ask->type.min, coach.ask->type.max};
    }
    ask.type = type;
    side_lines(coach.again, line_id(number) + ".again", ask.again);
    side_lines(coach.why, line_id(number) + ".why", ask.why);
    for (const ReplyNode& reply : coach.replies) {
      ask.replies.push_back({reply.label.text, value_of_reply(scope_, reply, type), 0});
    }
    ask.matcher = lower_matcher(scope_, coach.replies, ask.replies);
    ask.offers_guesses = coach.offers_guesses;
    for (const Words& flow : coach.offers) {
      if (scope_.has_flow(flow)) ask.offers.push_back(flow.text);
    }
    question(coach, std::move(ask), span);
  }

  // The question, then what follows each answer; every one of those ends where the question goes
  // on.
  void question(const CoachNode& coach, Ask ask, Span span) {
    flow_.points[ask.id] = here();
    const Address address = emit(std::move(ask), span);
    std::vector<Address> jumps;
    for (size_t i = 0; i < coach.replies.size(); ++i) {
      const Address body = arm(coach.replies[i].body, coach.replies[i].span, jumps);
      at<Ask>(address).replies[i].body = body;
    }
    if (coach.any_other) {
      const Address body = arm(*coach.any_other, span, jumps);
      at<Ask>(address).any_other = body;
    }
    if (coach.skipped) {
      const Address body = arm(*coach.skipped, span, jumps);
      at<Ask>(address).skipped = body;
    }
    at<Ask>(address).next = here();
    for (const Address jump : jumps) at<Jump>(jump).to = here();
  }

  Address arm(const Block& body, Span span, std::vector<Address>& jumps) {
    const Address begin = here();
    block(body);
    jumps.push_back(emit(Jump{}, span, true));
    return begin;
  }

  void side_lines(const std::vector<Words>& texts, const std::string& id,
                  std::vector<Line>& lines) {
    for (const Words& text : texts) {
      lines.push_back(
          lower_line(scope_, text, std::nullopt, id + std::to_string(lines.size() + 1)));
    }
  }

  void lower_one(const IfNode& node) {
    std::vector<Address> jumps;
    for (const IfNode::Arm& arm : node.arms) {
      if (!arm.condition) {
        block(arm.body);
        break;
      }
      const Address branch = emit(Branch{lower_condition(scope_, *arm.condition), 0}, arm.span);
      block(arm.body);
      jumps.push_back(emit(Jump{}, arm.span, true));
      at<Branch>(branch).otherwise = here();
    }
    for (const Address jump : jumps) at<Jump>(jump).to = here();
  }

  void lower_one(const SetNode& node) {
    const std::optional<SlotDeclaration> type = writable(node.slot);
    if (!type) return;
    SetSlot set;
    set.slot = node.slot.text;
    if (node.value.kind == ValueNode::Kind::word && is_slot(node.value.words.text)) {
      set.from_slot = node.value.words.text;
      check_copied(node, *type);
    } else {
      set.value = stored_value(scope_, node.value, *type);
    }
    emit(std::move(set), span_);
  }

  void check_copied(const SetNode& node, const SlotDeclaration& type) {
    const std::optional<SlotDeclaration> from = scope_.slot(node.value.words);
    if (!from || from->type == AnswerType::none || type.type == AnswerType::none ||
        from->type == type.type)
      return;
    const bool into_text =
        takes_any_words(type.type) && !is_numeric(from->type) && from->type != AnswerType::marks;
    if (into_text || (is_numeric(from->type) && is_numeric(type.type))) return;
    scope_.error("K061", node.value.words.span,
                 quoted(node.value.words.text) + " is " + kind_of(*from),
                 quoted(node.slot.text) + " is " + kind_of(type));
  }

  bool is_slot(const std::string& name) const {
    return scope_.slots.contains(name) || scope_.names.person.contains(name) ||
           engine_slots().contains(name);
  }

  std::optional<SlotDeclaration> writable(const Words& slot) {
    if (engine_slots().contains(slot.text)) {
      scope_.error("K049", slot.span,
                   quoted(slot.text) + " is set by the engine and can only be read",
                   "use a name of your own");
      return std::nullopt;
    }
    return scope_.slot(slot);
  }

  void lower_one(const AddNode& node) {
    const std::optional<SlotDeclaration> type = writable(node.slot);
    if (!type) return;
    if (type->type != AnswerType::none && !is_numeric(type->type)) {
      scope_.error("K061", node.slot.span, quoted(node.slot.text) + " is " + kind_of(*type),
                   "`add` needs a number");
    }
    emit(AddTo{node.slot.text, node.number}, span_);
  }

  void lower_one(const NoteNode& node) {
    scope_.slot(node.slot);
    emit(Note{node.slot.text, node.list.text}, span_);
  }

  void lower_one(const ClearNode& node) { emit(ClearList{node.list.text}, span_); }

  void lower_one(const PartNode& node) {
    if (node.id.empty()) return;
    part_ = node.id.text;
    speeches_ = waits_ = visits_ = 0;
    flow_.parts[part_] = here();
  }

  void lower_one(const GoNode& node) {
    if (flow_.parts.contains(node.target.text)) {
      pending_parts_.emplace_back(emit(Jump{}, span_), node.target.text);
    } else if (scope_.names.flows.contains(node.target.text)) {
      emit(GoFlow{node.target.text}, span_);
    } else if (!node.target.empty()) {
      complain_target(node.target);
      emit(End{}, span_);  // so that what follows is judged as it will be once the target exists
    }
  }

  void complain_target(const Words& target) {
    std::vector<std::string> names = scope_.names.flow_ids();
    for (const auto& [part, address] : flow_.parts) {
      if (!part.empty()) names.push_back(part);
    }
    std::string hint = did_you_mean(target.text, names);
    if (hint.empty()) hint = "and no flow of that name";
    scope_.error("K012", target.span,
                 "no part named " + quoted(target.text) + " in flow " + quoted(scope_.node.id.text),
                 std::move(hint));
  }

  void lower_one(const VisitNode& node) {
    if (node.flow.empty() || !scope_.has_flow(node.flow)) return;
    const std::string id = part_name() + "/visit-" + std::to_string(++visits_);
    flow_.points[id] = here();
    emit(Visit{id, node.flow.text}, span_);
  }

  void lower_one(const EndNode& node) { emit(End{node.ask_before}, span_); }

  void lower_one(const WaitNode& node) {
    const Span span = span_;
    Wait wait;
    wait.id = part_name() + "/wait-" + std::to_string(++waits_);
    wait.duration = node.duration;
    wait.slot = node.slot.text;
    if (!node.slot.empty()) expect_time(node.slot, "`wait` needs a duration");
    for (const ReplyNode& reply : node.replies) wait.replies.push_back({reply.label.text, {}, 0});
    wait.matcher = lower_matcher(scope_, node.replies, wait.replies);
    flow_.points[wait.id] = here();
    const Address address = emit(std::move(wait), span);
    std::vector<Address> jumps;
    for (size_t i = 0; i < node.replies.size(); ++i) {
      const Address body = arm(node.replies[i].body, node.replies[i].span, jumps);
      at<Wait>(address).replies[i].body = body;
    }
    at<Wait>(address).next = here();
    for (const Address jump : jumps) at<Jump>(jump).to = here();
  }

  void expect_time(const Words& slot, std::string_view needed) {
    const std::optional<SlotDeclaration> type = scope_.slot(slot);
    if (!type || type->type == AnswerType::none || type->type == AnswerType::duration) return;
    const bool moment = type->type == AnswerType::when || type->type == AnswerType::time ||
                        type->type == AnswerType::date;
    if (moment && needed.find("time") != std::string_view::npos) return;
    scope_.error("K067", slot.span, quoted(slot.text) + " is " + kind_of(*type),
                 std::string(needed));
  }

  void lower_one(const FollowUpNode& node) {
    if (node.part.empty()) return;
    if (!flow_.parts.contains(node.part.text)) return complain_target(node.part);
    if (!node.slot.empty())
      expect_time(node.slot, "`follow up` needs a time, a date or a duration");
    pending_parts_.emplace_back(
        emit(FollowUp{node.when, node.after, node.slot.text, node.part.text, 0}, span_),
        node.part.text);
  }

  void lower_one(const ShowNode& node) {
    if (node.what == Show::What::list) {
      const std::optional<SlotDeclaration> type = scope_.slot(node.argument);
      if (type && type->type != AnswerType::none && type->type != AnswerType::list) {
        scope_.error("K047", node.argument.span,
                     quoted(node.argument.text) + " is " + kind_of(*type),
                     "`show list` needs a list");
      }
    }
    if (node.what == Show::What::help_lines) check_need(node.argument);
    emit(Show{node.what, node.argument.text}, span_);
  }

  void check_need(const Words& need) {
    static const std::vector<std::string> needs{"suicide",  "domestic-violence", "emergency",
                                                "children", "sexual-violence",   "own-behaviour",
                                                "general"};
    for (const std::string& known : needs) {
      if (known == need.text) return;
    }
    if (need.empty()) return;
    scope_.error("K026", need.span, "no help lines for " + quoted(need.text),
                 nearest_or_all(need.text, needs));
  }

  void lower_one(const UseNode& node) {
    static const std::vector<std::string> abilities{"facts"};
    if (!node.ability.empty() && node.ability.text != abilities.front()) {
      scope_.error("K024", node.ability.span, "no ability named " + quoted(node.ability.text),
                   did_you_mean(node.ability.text, abilities));
    }
    Use use{node.ability.text, {}, node.into.text};
    for (const Words& slot : node.slots) {
      const std::optional<SlotDeclaration> type = scope_.slot(slot);
      if (type && type->type != AnswerType::none && !takes_any_words(type->type)) {
        scope_.error("K047", slot.span, quoted(slot.text) + " is " + kind_of(*type),
                     "an ability reads a text");
      }
      use.slots.push_back(slot.text);
    }
    emit(std::move(use), span_);
  }

  void lower_one(const DoNode& node) {
    if (!flow_.is_house()) {
      scope_.error("K025", span_, "`do` stands outside of the house",
                   "only flows whose name begins with house- may do this");
    }
    emit(Do{node.action}, span_);
  }

  void patch_part(Address address, const std::string& part) {
    const Address target = flow_.parts[part];
    if (auto* jump = std::get_if<Jump>(&flow_.code[address].step)) jump->to = target;
    if (auto* follow = std::get_if<FollowUp>(&flow_.code[address].step)) follow->target = target;
  }

  std::string part_name() const { return part_.empty() ? "start" : part_; }
  std::string line_id(const std::string& number) const {
    return flow_.id + "/" + part_name() + "/" + number;
  }

  FlowScope& scope_;
  Flow& flow_;
  Span span_;
  std::string part_;
  int speeches_ = 0;
  int waits_ = 0;
  int visits_ = 0;
  std::map<std::string, int> asks_of_;
  std::vector<std::pair<Address, std::string>> pending_parts_;
};

}  // namespace

Lowered lower_flow(const FlowNode& node, const Names& names, uint32_t file, Report& report) {
  Lowered out;
  out.flow.id = node.id.text;
  out.flow.file = file;
  const auto slots = names.flows.find(node.id.text);
  static const Slots none;
  FlowScope scope{node, names, slots == names.flows.end() ? none : slots->second, report, out, {}};
  out.flow.slots = scope.slots;
  lower_head(scope);
  lower_definitions(scope);
  FlowLowering(scope).lower();
  lower_moved(scope);
  return out;
}

}  // namespace keel
