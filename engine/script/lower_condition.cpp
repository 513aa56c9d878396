// Conditions: names looked up, types compared, definitions put in.
#include <algorithm>
#include <array>
#include <set>

#include "script/did_you_mean.h"
#include "script/lower.h"

namespace keel {
namespace {

constexpr std::array<std::string_view, 6> fields{"facts",    "guesses", "fears",
                                                 "feelings", "rules",   "issues"};

bool ordered(Compare compare) {
  return compare == Compare::less || compare == Compare::at_most || compare == Compare::equal ||
         compare == Compare::at_least || compare == Compare::more;
}

class ConditionLowering {
 public:
  explicit ConditionLowering(FlowScope& scope) : scope_(scope) {}

  Condition lower(const ConditionNode& node) {
    Condition result;
    result.op = node.op;
    if (node.op != ConditionOp::compare) {
      for (const ConditionNode& part : node.parts) result.parts.push_back(lower(part));
      return result;
    }
    if (node.subject == SubjectKind::slot && scope_.definition(node.name.text) != nullptr)
      return defined(node);
    result.subject = node.subject;
    result.name = node.name.text;
    result.compare = node.compare;
    result.negated = node.negated;
    look_up(node, result);
    return result;
  }

 private:
  void look_up(const ConditionNode& node, Condition& result) {
    switch (node.subject) {
      case SubjectKind::slot:
        return slot(node, result);
      case SubjectKind::last:
        return last(node, result);
      case SubjectKind::days_since:
      case SubjectKind::count_of:
        return counted_thing(node, result);
      case SubjectKind::heard:
        return heard(node, result);
      case SubjectKind::has_kind:
        return field(node, result);
      case SubjectKind::corrected:
        expect_type(node.name, AnswerType::marks);
        return;
      case SubjectKind::visited:
        if (!node.name.empty()) scope_.has_flow(node.name);
        result.value = node.value.words.text;
        return;
      case SubjectKind::waited_over:
        result.number = node.value.number;
        return;
      case SubjectKind::counted:
        return;
    }
  }

  void slot(const ConditionNode& node, Condition& result) {
    const std::optional<SlotDeclaration> type = scope_.slot(node.name);
    if (!type) return;
    if (node.compare == Compare::holds) {
      scope_.error("K048", node.span,
                   quoted(node.name.text) + " is a slot, and nothing is asked about it",
                   type->type == AnswerType::yes_no ? "write \"" + node.name.text + " is yes\""
                                                    : "write \"" + node.name.text + " is known\"");
      return;
    }
    compare_with(node, *type, result);
  }

  void last(const ConditionNode& node, Condition& result) {
    if (!scope_.names.kept.contains(node.name.text)) {
      const std::vector<std::string> all(scope_.names.kept.begin(), scope_.names.kept.end());
      std::string hint = did_you_mean(node.name.text, all);
      if (hint.empty()) hint = "`last` reads what a flow writes down with `keep:`";
      scope_.error("K044", node.name.span, "no flow keeps a slot named " + quoted(node.name.text),
                   std::move(hint));
      return;
    }
    compare_with(node, type_of_kept(node.name.text), result);
  }

  // The type of a slot that this flow may not have itself: of the first flow that has it.
  SlotDeclaration type_of_kept(const std::string& name) const {
    if (const auto own = scope_.slots.find(name); own != scope_.slots.end()) return own->second;
    for (const auto& [flow, slots] : scope_.names.flows) {
      if (const auto at = slots.find(name); at != slots.end()) return at->second;
    }
    const auto person = scope_.names.person.find(name);
    return person == scope_.names.person.end() ? SlotDeclaration{} : person->second;
  }

  void counted_thing(const ConditionNode& node, Condition& result) {
    if (node.subject == SubjectKind::count_of) {
      expect_type(node.name, AnswerType::list);
    } else if (!scope_.names.kept.contains(node.name.text)) {
      scope_.slot(node.name);
    }
    if (node.compare == Compare::known || node.compare == Compare::unknown) return;
    if (node.value.kind != ValueNode::Kind::number || !ordered(node.compare)) {
      return disagree(node, "a number is compared with another", "such as >= 3");
    }
    result.number = node.value.number;
  }

  void heard(const ConditionNode& node, Condition& result) {
    const auto known = particulars();
    if (std::find(known.begin(), known.end(), node.name.text) == known.end()) {
      const std::vector<std::string> all(known.begin(), known.end());
      scope_.error("K045", node.name.span, "nothing is heard by the name " + quoted(node.name.text),
                   nearest_or_all(node.name.text, all));
      return;
    }
    if (ordered(node.compare)) {
      const bool counts = node.name.text == "count" || node.name.text == "intensity";
      if (!counts || node.value.kind != ValueNode::Kind::number) {
        disagree(node, "what was heard is a word",
                 "only `heard count` and `heard intensity` are compared with numbers");
      }
      result.number = node.value.number;
      return;
    }
    result.value = node.value.words.text;
  }

  void field(const ConditionNode& node, Condition& result) {
    expect_type(node.name, AnswerType::marks);
    const std::string& wanted = node.value.words.text;
    if (std::find(fields.begin(), fields.end(), wanted) == fields.end()) {
      const std::vector<std::string> all(fields.begin(), fields.end());
      std::string hint = nearest_or_all(wanted, all);
      scope_.error("K046", node.value.words.span, "a result has no " + quoted(wanted),
                   std::move(hint));
    }
    result.value = wanted;
  }

  void expect_type(const Words& name, AnswerType wanted) {
    const std::optional<SlotDeclaration> type = scope_.slot(name);
    if (!type || type->type == AnswerType::none || type->type == wanted) return;
    scope_.error("K047", name.span, quoted(name.text) + " is " + kind_of(*type),
                 "this needs " + kind_of({wanted, 0, 0}));
  }

  void compare_with(const ConditionNode& node, const SlotDeclaration& type, Condition& result) {
    if (node.compare == Compare::known || node.compare == Compare::unknown) return;
    const bool any = type.type == AnswerType::none;
    if (ordered(node.compare)) return compare_order(node, type, any, result);
    result.value = node.value.words.text;
    if (node.value.kind == ValueNode::Kind::number && (any || is_numeric(type.type))) {
      result.compare = node.compare == Compare::is ? Compare::equal : node.compare;
      result.number = node.value.number;
      return;
    }
    if (any) return;
    if (node.value.kind != ValueNode::Kind::word || !holds_words(type.type)) {
      return disagree(node, quoted(node.name.text) + " is " + kind_of(type), hint_for(type.type));
    }
    check_word(node, type);
  }

  void compare_order(const ConditionNode& node, const SlotDeclaration& type, bool any,
                     Condition& result) {
    const bool duration = type.type == AnswerType::duration;
    if (!any && !duration && !is_numeric(type.type)) {
      return disagree(node, quoted(node.name.text) + " is " + kind_of(type), hint_for(type.type));
    }
    result.number = node.value.number;
    switch (node.value.kind) {
      case ValueNode::Kind::number:
        if (duration)
          disagree(node, quoted(node.name.text) + " is a duration",
                   "say of what: 10 minutes, 3 days");
        return;
      case ValueNode::Kind::duration:
        if (!duration && !any)
          disagree(node, quoted(node.name.text) + " is a number", "compare it with a number");
        return;
      case ValueNode::Kind::word: {
        result.other_slot = node.value.words.text;
        const std::optional<SlotDeclaration> other = scope_.slot(node.value.words);
        if (other && !any && other->type != AnswerType::none &&
            (other->type == AnswerType::duration) != duration) {
          disagree(
              node,
              quoted(node.name.text) + " and " + quoted(result.other_slot) + " are of two kinds",
              {});
        }
        return;
      }
      default:
        disagree(node, "a number cannot be compared with a text", {});
    }
  }

  void check_word(const ConditionNode& node, const SlotDeclaration& type) {
    const std::string& word = node.value.words.text;
    std::set<std::string> words;
    if (const auto at = scope_.names.words.find(node.name.text); at != scope_.names.words.end())
      words = at->second;
    if (type.type == AnswerType::yes_no) words.insert({"yes", "no", "unsure"});
    if (type.type == AnswerType::own_words) words.insert("other");
    if (type.type == AnswerType::pronoun) words.insert({"he", "she", "they"});
    if (node.name.text == "part_of_day") words = {"morning", "afternoon", "evening", "night"};
    if (words.contains(word) || type.type == AnswerType::country) return;
    if (type.type == AnswerType::one_of && engine_slots().contains(node.name.text) && words.empty())
      return;
    const std::vector<std::string> all(words.begin(), words.end());
    std::string hint = nearest_or_all(word, all);
    if (hint.empty()) hint = "no reply stores a word here: give it one with `as`";
    scope_.error("K046", node.value.words.span,
                 quoted(node.name.text) + " is never " + quoted(word), std::move(hint));
  }

  static std::string hint_for(AnswerType type) {
    if (is_numeric(type)) return "compare it with a number: >= 7";
    if (type == AnswerType::duration) return "compare it with a duration: >= 2 weeks";
    if (type == AnswerType::list) return "write \"count of LIST >= 3\"";
    if (type == AnswerType::date) return "write \"days since SLOT > 60\"";
    if (holds_words(type)) return "write \"SLOT is VALUE\"";
    return "only known and unknown can be asked about it";
  }

  void disagree(const ConditionNode& node, std::string message, std::string hint) {
    scope_.error("K047", node.span, std::move(message), std::move(hint));
  }

  Condition defined(const ConditionNode& node) {
    const DefineNode& define = *scope_.definition(node.name.text);
    if (!define.counts) {
      if (node.compare != Compare::holds) {
        scope_.error("K048", node.span,
                     quoted(node.name.text) + " is true or false, and is not compared",
                     "write only its name");
        return {};
      }
      return expand(define);
    }
    Condition result;
    result.op = ConditionOp::compare;
    result.subject = SubjectKind::counted;
    result.name = node.name.text;
    result.compare = node.compare;
    result.number = node.value.number;
    if (!ordered(node.compare) || node.value.kind != ValueNode::Kind::number) {
      scope_.error("K048", node.span,
                   quoted(node.name.text) + " counts, and is compared with a number",
                   "such as >= 3");
    }
    return result;
  }

  // A definition may use another one, and none may use itself.
  Condition expand(const DefineNode& define) {
    if (std::find(open_.begin(), open_.end(), define.name.text) != open_.end()) {
      scope_.error("K048", define.name.span, quoted(define.name.text) + " is defined by itself");
      return {};
    }
    if (open_.size() >= definitions_max) {
      scope_.error("K048", define.name.span, "too many definitions stand inside each other",
                   "use fewer names on the way");
      return {};
    }
    open_.push_back(define.name.text);
    Condition result = lower(define.conditions.front());
    open_.pop_back();
    return result;
  }

  static constexpr size_t definitions_max = 12;

  FlowScope& scope_;
  std::vector<std::string> open_;
};

// Whether counting `name` comes, over any number of others, to counting it again.
bool counts_itself(const Flow& flow, const std::string& name, const Condition& condition,
                   std::set<std::string>& seen) {
  for (const Condition& part : condition.parts) {
    if (counts_itself(flow, name, part, seen)) return true;
  }
  if (condition.op != ConditionOp::compare || condition.subject != SubjectKind::counted)
    return false;
  if (condition.name == name) return true;
  const auto next = flow.definitions.find(condition.name);
  if (next == flow.definitions.end() || !seen.insert(condition.name).second) return false;
  return counts_itself(flow, name, next->second.condition, seen);
}

}  // namespace

Condition lower_condition(FlowScope& scope, const ConditionNode& node) {
  return ConditionLowering(scope).lower(node);
}

void lower_definitions(FlowScope& scope) {
  for (const DefineNode& node : scope.node.definitions) {
    Definition definition;
    definition.name = node.name.text;
    definition.counts = node.counts;
    if (scope.slots.contains(node.name.text) || scope.names.person.contains(node.name.text)) {
      scope.error("K066", node.name.span, quoted(node.name.text) + " is also the name of a slot",
                  "one name for one thing");
    }
    if (node.counts) {
      definition.condition.op = ConditionOp::any_of;
      for (const ConditionNode& part : node.conditions)
        definition.condition.parts.push_back(lower_condition(scope, part));
    } else {
      definition.condition = lower_condition(scope, node.conditions.front());
    }
    if (!scope.out.flow.definitions.emplace(node.name.text, std::move(definition)).second) {
      scope.error("K066", node.name.span, quoted(node.name.text) + " is defined twice",
                  "keep one of the two lines");
    }
  }
  for (const auto& [name, definition] : scope.out.flow.definitions) {
    std::set<std::string> seen;
    if (!counts_itself(scope.out.flow, name, definition.condition, seen)) continue;
    const DefineNode* node = scope.definition(name);
    if (node == nullptr || !node->counts) continue;
    scope.error("K048", node->name.span, quoted(name) + " is defined by itself");
  }
}

}  // namespace keel
