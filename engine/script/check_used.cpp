// What is written in vain: a slot that is set and that nothing reads, a definition that no
// condition names. What is asked is not judged: to be asked can be the point of a question.
#include "script/check.h"
#include "script/opening.h"
#include "script/walk.h"

namespace keel {
namespace {

using WordSet = std::set<std::string>;

void add_names(std::string_view text, WordSet& words) {
  size_t begin = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (in_word) continue;
    if (at > begin) words.emplace(text.substr(begin, at - begin));
    begin = at + 1;
  }
}

// Everything between { and }.
void add_braces(std::string_view text, WordSet& words) {
  for (size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    add_names(text.substr(at, text.find('}', at) - at), words);
  }
}

class Reading {
 public:
  explicit Reading(WordSet& words) : words_(words) {}

  void flow(const FlowNode& node) {
    head(node);
    add_braces(node.returning.text, words_);
    for_each_statement(node.body, [&](const Statement& statement) {
      std::visit([this](const auto& one) { read(one); }, statement.step);
    });
  }

 private:
  // Every word of the head but the name that a `define` gives.
  void head(const FlowNode& node) {
    const Source& source = *node.source;
    for (uint32_t number = 1; number <= source.line_count(); ++number) {
      std::string_view line = source.line(number);
      if (opening_of(line) != Opening::head) continue;
      size_t after = 0;
      if (opens_with(line, "define", &after)) after = std::min(line.find(':'), line.size());
      if (opens_with(line, "forget")) continue;
      add_names(line.substr(after), words_);
    }
  }

  void condition(const ConditionNode& node) {
    words_.insert(node.name.text);
    if (node.value.kind == ValueNode::Kind::word) words_.insert(node.value.words.text);
    for (const ConditionNode& part : node.parts) condition(part);
  }

  void replies(const std::vector<ReplyNode>& all) {
    for (const ReplyNode& reply : all) add_braces(reply.label.text, words_);
  }

  void read(const CoachNode& coach) {
    for (const LineNode& line : coach.lines) {
      add_braces(line.text.text, words_);
      if (line.condition) condition(*line.condition);
    }
    for (const auto* lines : {&coach.again, &coach.why}) {
      for (const Words& line : *lines) add_braces(line.text, words_);
    }
    if (coach.ask && coach.ask->unless_known) words_.insert(coach.ask->slot.text);
    replies(coach.replies);
  }
  void read(const IfNode& node) {
    for (const IfNode::Arm& arm : node.arms) {
      if (arm.condition) condition(*arm.condition);
    }
  }
  void read(const SetNode& set) {
    if (set.value.kind == ValueNode::Kind::word) words_.insert(set.value.words.text);
  }
  void read(const NoteNode& note) { words_.insert(note.slot.text); }
  void read(const WaitNode& wait) {
    words_.insert(wait.slot.text);
    replies(wait.replies);
  }
  void read(const FollowUpNode& follow) { words_.insert(follow.slot.text); }
  void read(const ShowNode& show) { words_.insert(show.argument.text); }
  void read(const UseNode& use) {
    for (const Words& slot : use.slots) words_.insert(slot.text);
  }
  template <class Other>
  void read(const Other&) {}

  WordSet& words_;
};

struct Written {
  const Words* slot = nullptr;
  std::string_view how;
};

Written written_by(const Statement& statement) {
  if (const auto* set = std::get_if<SetNode>(&statement.step)) return {&set->slot, "set"};
  if (const auto* add = std::get_if<AddNode>(&statement.step)) return {&add->slot, "added to"};
  if (const auto* note = std::get_if<NoteNode>(&statement.step)) return {&note->list, "written to"};
  if (const auto* use = std::get_if<UseNode>(&statement.step)) return {&use->into, "filled"};
  return {};
}

std::set<std::string> asked_in(const FlowNode& node) {
  std::set<std::string> asked;
  for_each_statement(node.body, [&](const Statement& statement) {
    const auto* coach = std::get_if<CoachNode>(&statement.step);
    if (coach != nullptr && coach->ask) asked.insert(coach->ask->slot.text);
  });
  return asked;
}

void check_flow(const FlowNode& node, const Names& names, const WordSet& read, Report& report) {
  std::set<std::string> told = asked_in(node);
  for_each_statement(node.body, [&](const Statement& statement) {
    const Written written = written_by(statement);
    if (written.slot == nullptr || read.contains(written.slot->text)) return;
    if (names.person.contains(written.slot->text) || !told.insert(written.slot->text).second)
      return;
    report.add("K090", *node.source, written.slot->span,
               quoted(written.slot->text) + " is " + std::string(written.how) +
                   " here, and nothing ever reads it",
               "say it, ask about it with `if`, write it down with `keep:`, or leave the line out");
  });
  for (const DefineNode& define : node.definitions) {
    if (read.contains(define.name.text)) continue;
    report.add("K091", *node.source, define.name.span,
               "nothing uses " + quoted(define.name.text) + ", which is defined here",
               "use it in an `if`, or leave the line out");
  }
}

}  // namespace

void check_used(const PackNodes& pack, const Names& names, Report& report) {
  WordSet read;
  Reading reading(read);
  for (const FlowNode& node : pack.flows) reading.flow(node);
  for (const FlowNode& node : pack.flows) {
    if (!node.base && !node.has_mistakes) check_flow(node, names, read, report);
  }
}

}  // namespace keel
