// What the statements that say nothing do, in words.
#include "review/condition_words.h"
#include "review/walk_flow.h"

namespace keel {
namespace {

std::string in_quotes(const Words& words) {
  return "“" + spaced(words.text) + "”";
}

std::string joined(const std::vector<Words>& all) {
  std::string out;
  for (const Words& words : all) out += (out.empty() ? "" : ", ") + spaced(words.text);
  return out;
}

std::string_view whole(Do::Action action) {
  switch (action) {
    case Do::Action::back:
      return "takes the last answer back";
    case Do::Action::skip:
      return "skips the open question";
    case Do::Action::repeat:
      return "asks the open question again";
    case Do::Action::rephrase:
      return "asks the open question in other words";
    case Do::Action::why:
      return "says why the open question is asked";
    case Do::Action::restart:
      return "starts this conversation over";
    case Do::Action::park:
      return "keeps the place and lets go";
    case Do::Action::stop:
      return "lets go of what was open";
    case Do::Action::correct:
      return "puts the corrected fact in place";
    case Do::Action::misread:
      return "takes the misread message back";
    case Do::Action::erase_last:
      return "erases the last entry";
    case Do::Action::erase_everything:
      return "erases everything";
    case Do::Action::resume:
      return "goes back to what was interrupted";
  }
  return {};
}

struct StepWords {
  const FlowNode& flow;

  std::string operator()(const CoachNode&) const { return {}; }
  std::string operator()(const IfNode&) const { return {}; }
  std::string operator()(const PartNode&) const { return {}; }
  std::string operator()(const SetNode& set) const {
    const ValueNode& value = set.value;
    std::string to = value.words.text;
    if (value.kind == ValueNode::Kind::number) to = std::to_string(value.number);
    if (value.kind == ValueNode::Kind::duration) to = length_words(value.number);
    return "remembers " + spaced(set.slot.text) + ": " + spaced(to);
  }
  std::string operator()(const AddNode& add) const {
    return "counts " + spaced(add.slot.text) + " up by " + std::to_string(add.number);
  }
  std::string operator()(const NoteNode& note) const {
    return "notes " + spaced(note.slot.text) + " in the list " + in_quotes(note.list);
  }
  std::string operator()(const ClearNode& clear) const {
    return "empties the list " + in_quotes(clear.list);
  }
  std::string operator()(const GoNode& go) const { return "goes on with " + in_quotes(go.target); }
  std::string operator()(const VisitNode& visit) const {
    return "visits " + in_quotes(visit.flow) + " and comes back";
  }
  std::string operator()(const EndNode& end) const {
    return end.ask_before ? "ends, and asks before going back" : "ends";
  }
  std::string operator()(const WaitNode& wait) const {
    return wait.slot.empty() ? "waits " + length_words(wait.duration)
                             : "waits as long as " + spaced(wait.slot.text) + " says";
  }
  std::string operator()(const FollowUpNode& follow) const {
    std::string when = "tomorrow evening";
    if (follow.when == FollowUp::When::tomorrow_morning) when = "tomorrow morning";
    if (follow.when == FollowUp::When::after) when = "after " + length_words(follow.after);
    if (follow.when == FollowUp::When::at_slot) when = "when " + spaced(follow.slot.text) + " says";
    return "comes back with " + in_quotes(follow.part) + ", " + when;
  }
  std::string operator()(const ShowNode& show) const {
    switch (show.what) {
      case Show::What::help_lines:
        return "shows the help lines for " + spaced(show.argument.text);
      case Show::What::list:
        return "shows the list " + in_quotes(show.argument);
      case Show::What::breathing:
        return "shows the breathing shape";
      case Show::What::quick_exit:
        return "shows the way to leave the page at once";
      case Show::What::export_data:
        return "shows how to download and erase";
      case Show::What::known:
        return "shows what is known about the person";
    }
    return {};
  }
  std::string operator()(const UseNode& use) const {
    return "looks at " + joined(use.slots) + " (" + use.ability.text + ") for " +
           spaced(use.into.text);
  }
  std::string operator()(const DoNode& action) const { return std::string(whole(action.action)); }
};

}  // namespace

std::string step_words(const Statement& statement, const FlowNode& flow) {
  return std::visit(StepWords{flow}, statement.step);
}

}  // namespace keel
