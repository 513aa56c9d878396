#include "canonical/validate.h"

#include <algorithm>
#include <set>

namespace keel::canonical {
namespace {

constexpr std::string_view needs[] = {"suicide", "domestic-violence", "emergency",    "children",
                                      "general", "sexual-violence",   "own-behaviour"};
constexpr std::string_view particulars[] = {"who",     "pronoun",      "event",   "duration",
                                            "since",   "together_for", "channel", "intensity",
                                            "feeling", "count"};

template <size_t count>
bool is_among(const std::string_view (&all)[count], std::string_view one) {
  return std::find(std::begin(all), std::end(all), one) != std::end(all);
}

class FlowCheck {
 public:
  FlowCheck(const Program& program, const Flow& flow, std::string pointer)
      : program_(program), flow_(flow), pointer_(std::move(pointer)) {}

  void run() {
    for (Address at = 0; at < flow_.code.size(); ++at) {
      at_ = at;
      std::visit([this](const auto& step) { check(step); }, flow_.code[at].step);
    }
    check_end();
    check_circles();
    for (const auto& [name, definition] : flow_.definitions) {
      std::set<std::string> open{name};
      check_definition(name, definition.condition, open);
      check_condition(definition.condition, "/definitions/" + pointer_step(name) + "/condition");
    }
    if (flow_.returning) check_line(*flow_.returning, "/returning");
  }

 private:
  [[noreturn]] void refuse(const std::string& where, std::string sentence) const {
    throw Refusal{pointer_ + where, std::move(sentence)};
  }
  [[noreturn]] void refuse_step(const std::string& key, std::string sentence) const {
    refuse(here() + key, std::move(sentence));
  }
  std::string here() const { return "/code/" + std::to_string(at_); }

  void check_flow(const std::string& id, const std::string& key) const {
    if (!program_.flows.contains(id)) refuse_step(key, "there is no flow " + in_quotes(id));
  }

  void check_written(const std::string& slot, const char* key) const {
    if (flow_.slots.contains(slot) || program_.person.contains(slot)) return;
    refuse_step(key, in_quotes(slot) + " is no slot of this flow or of the person");
  }

  void check_heard(const std::string& name, const std::string& where) const {
    if (is_among(particulars, name)) return;
    refuse(where, "nothing is heard by the name " + in_quotes(name));
  }

  void check_line(const Line& line, const std::string& where) const {
    for (size_t i = 0; i < line.pieces.size(); ++i) {
      const Piece& piece = line.pieces[i];
      if (piece.kind != Piece::Kind::heard) continue;
      check_heard(piece.text, where + "/says/" + std::to_string(i) + "/heard");
    }
    if (line.condition) check_condition(*line.condition, where + "/if");
  }

  void check_lines(const std::vector<Line>& lines, const std::string& where) const {
    for (size_t i = 0; i < lines.size(); ++i) {
      check_line(lines[i], where + "/" + std::to_string(i));
    }
  }

  void check_condition(const Condition& condition, const std::string& where) const {
    const char* key = condition.op == ConditionOp::all_of ? "/all/" : "/any/";
    for (size_t i = 0; i < condition.parts.size(); ++i) {
      check_condition(condition.parts[i], where + key + std::to_string(i));
    }
    if (condition.op != ConditionOp::compare) return;
    if (condition.subject == SubjectKind::heard) check_heard(condition.name, where + "/name");
    if (condition.subject == SubjectKind::counted && !flow_.definitions.contains(condition.name)) {
      refuse(where + "/name", in_quotes(condition.name) + " is no definition of this flow");
    }
  }

  void check_definition(const std::string& name, const Condition& condition,
                        std::set<std::string>& open) const {
    for (const Condition& part : condition.parts) check_definition(name, part, open);
    if (condition.op != ConditionOp::compare || condition.subject != SubjectKind::counted) return;
    if (!open.insert(condition.name).second) {
      if (condition.name != name) return;
      refuse("/definitions/" + pointer_step(name), "is defined by itself");
    }
    const auto next = flow_.definitions.find(condition.name);
    if (next != flow_.definitions.end()) check_definition(name, next->second.condition, open);
  }

  void check(const Speech& speech) const {
    const std::string where = here() + "/speech";
    check_lines(speech.plain, where + "/plain");
    check_lines(speech.conditional, where + "/or_if");
    check_lines(speech.additions, where + "/and_if");
  }

  void check(const Say& step) const { check(step.speech); }
  void check(const Ask& step) const {
    check(step.speech);
    check_lines(step.again, here() + "/again");
    check_lines(step.why, here() + "/why");
    if (!step.slot.empty()) check_written(step.slot, "/slot");
    for (size_t i = 0; i < step.offers.size(); ++i) {
      check_flow(step.offers[i], "/offers/" + std::to_string(i));
    }
  }
  void check(const SetSlot& step) const { check_written(step.slot, "/slot"); }
  void check(const AddTo& step) const { check_written(step.slot, "/slot"); }
  void check(const Note& step) const { check_written(step.list, "/list"); }
  void check(const ClearList& step) const { check_written(step.list, "/list"); }
  void check(const Branch& step) const { check_condition(step.condition, here() + "/condition"); }
  void check(const GoFlow& step) const { check_flow(step.flow, "/flow"); }
  void check(const Visit& step) const { check_flow(step.flow, "/flow"); }
  void check(const Show& step) const {
    if (step.what != Show::What::help_lines || is_among(needs, step.argument)) return;
    refuse_step("/need", "there are no help lines for " + in_quotes(step.argument));
  }
  void check(const Use& step) const {
    if (step.ability != "facts") {
      refuse_step("/ability", "there is no ability " + in_quotes(step.ability));
    }
    check_written(step.into, "/into");
  }
  void check(const Do&) const {
    if (!flow_.is_house()) refuse_step("", "only a flow of the house may `do` something");
  }
  template <class Step>
  void check(const Step&) const {}

  // Whether the conversation goes on at the next instruction.
  static bool goes_on(const Step& step) {
    return !std::holds_alternative<End>(step) && !std::holds_alternative<Jump>(step) &&
           !std::holds_alternative<GoFlow>(step) && !std::holds_alternative<Do>(step) &&
           !std::holds_alternative<Ask>(step) && !std::holds_alternative<Wait>(step);
  }

  void check_end() const {
    if (flow_.code.empty()) refuse("/code", "must not be empty");
    if (!goes_on(flow_.code.back().step)) return;
    refuse("/code/" + std::to_string(flow_.code.size() - 1),
           "is the last one, and the flow would run on past it: an end or a jump belongs here");
  }

  std::vector<Address> silent_ways(Address at) const {
    const Step& step = flow_.code[at].step;
    std::vector<Address> ways;
    if (const auto* ask = std::get_if<Ask>(&step); ask != nullptr && ask->unless_known) {
      ways.push_back(ask->next);
    }
    if (const auto* jump = std::get_if<Jump>(&step)) ways.push_back(jump->to);
    if (const auto* branch = std::get_if<Branch>(&step)) ways.push_back(branch->otherwise);
    if (goes_on(step)) ways.push_back(at + 1);
    return ways;
  }

  // Depth first, without recursion: a flow may be long.
  void check_circles() const {
    enum class Seen : uint8_t { no, on_path, done };
    std::vector<Seen> seen(flow_.code.size(), Seen::no);
    for (Address start = 0; start < seen.size(); ++start) {
      std::vector<std::pair<Address, std::vector<Address>>> path;
      const auto enter = [&](Address at) {
        if (seen[at] != Seen::no) return;
        seen[at] = Seen::on_path;
        path.emplace_back(at, silent_ways(at));
      };
      enter(start);
      while (!path.empty()) {
        auto& [at, ways] = path.back();
        if (ways.empty()) {
          seen[at] = Seen::done;
          path.pop_back();
          continue;
        }
        const Address to = ways.back();
        ways.pop_back();
        if (seen[to] == Seen::on_path) {
          refuse("/code/" + std::to_string(at), "leads in a circle that never asks anything");
        }
        enter(to);
      }
    }
  }

  const Program& program_;
  const Flow& flow_;
  std::string pointer_;
  Address at_ = 0;
};

void check_twin(const Flow& flow, const Flow& twin, const std::string& pointer) {
  if (twin.parts != flow.parts || twin.points != flow.points ||
      twin.code.size() != flow.code.size()) {
    throw Refusal{pointer, "has other places than the flow that it says in its language"};
  }
  for (size_t i = 0; i < flow.code.size(); ++i) {
    if (twin.code[i].step.index() == flow.code[i].step.index()) continue;
    throw Refusal{pointer + "/code/" + std::to_string(i),
                  "is another step than in the flow that it says in its language"};
  }
}

}  // namespace

void validate(const Program& program) {
  for (const auto& [id, flow] : program.flows) FlowCheck(program, flow, "/flows/" + id).run();
  for (const auto& [intent, flows] : program.starts) {
    const std::string pointer = "/starts/" + pointer_step(intent);
    if (flows.empty()) throw Refusal{pointer, "must not be empty"};
    for (size_t i = 0; i < flows.size(); ++i) {
      if (program.flows.contains(flows[i])) continue;
      throw Refusal{pointer + "/" + std::to_string(i), "there is no flow " + in_quotes(flows[i])};
    }
  }
  for (const auto& [language, twins] : program.twins) {
    for (const auto& [id, twin] : twins) {
      const std::string pointer = "/twins/" + pointer_step(language) + "/" + id;
      const auto flow = program.flows.find(id);
      if (flow == program.flows.end()) throw Refusal{pointer, "there is no flow " + in_quotes(id)};
      FlowCheck(program, twin, pointer).run();
      check_twin(flow->second, twin, pointer);
    }
  }
}

}  // namespace keel::canonical
