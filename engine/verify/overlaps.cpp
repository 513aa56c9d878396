// One sentence, one meaning: no two intents that lead to different flows have patterns which take
// the same whole sentence; no intent starts two flows, of which one would never be heard; no
// example of one intent is heard as another by a pattern, which wins over it; and every line under
// a reply leads to that reply.
#include <algorithm>

#include "script/walk.h"
#include "text/text.h"
#include "understand/pattern_pairs.h"
#include "verify/proofs.h"

namespace keel {
namespace {

// What an intent leads to: its first flow. Intents of one flow need not be told apart, nor those
// that lead nowhere.
using Targets = std::map<std::string, uint32_t>;

Targets targets_of(const Model& model) {
  Targets targets;
  for (const IntentContent& intent : model.front().content.intents) {
    const bool house = intent.id.starts_with("house:");
    const auto starts = model.front().starts.find(intent.id);
    std::string flow = house ? "house-" + intent.id.substr(6) : intent.id;
    if (starts != model.front().starts.end() && !starts->second.empty())
      flow = starts->second.front();
    // A house flow has its number even where the pack has left it out.
    targets[intent.id] =
        model.find(flow).value_or(model.size() + static_cast<uint32_t>(targets.size()));
  }
  return targets;
}

struct Pattern {
  const IntentContent* intent = nullptr;
  const ContentLine* line = nullptr;
};

class Overlaps {
 public:
  Overlaps(const Model& model, const Reader& reader, Report& report)
      : model_(model), reader_(reader), report_(report), targets_(targets_of(model)) {
    for (const Source& source : model.front().sources) sources_[source.path()] = &source;
  }

  void prove() {
    std::vector<Diagnostic> known;  // told by the reader already
    const WordLists lists = WordLists::build(model_.front().content.lists, known);
    std::vector<WordAutomaton> automata;
    std::vector<uint32_t> groups;
    for (const IntentContent& intent : model_.front().content.intents) {
      for (const ContentLine& line : intent.patterns) {
        const auto node = parse_pattern(line, &lists, known);
        if (!node) continue;
        automata.push_back(automaton_of(*node));
        groups.push_back(targets_[intent.id]);
        patterns_.push_back({&intent, &line});
      }
    }
    for (const auto& [a, b] : pairs_to_compare(automata, groups)) {
      const auto sentence = common_sentence(automata[a], automata[b]);
      if (sentence) tell_patterns(patterns_[a], patterns_[b], *sentence);
    }
    prove_examples();
  }

 private:
  void tell_patterns(const Pattern& a, const Pattern& b, const std::string& sentence) {
    const Source* source = sources_[b.line->path];
    if (source == nullptr) return;
    report_.add(
        "K110", *source, b.line->span,
        quoted(b.intent->id) + " and " + quoted(a.intent->id) + " both take " + quoted(sentence),
        "the other pattern: " + a.line->text);
  }

  void prove_examples() {
    for (const IntentContent& intent : model_.front().content.intents) {
      for (const ContentLine& line : intent.examples) {
        const std::vector<IntentGuess> heard = reader_.read_patterns(Text::read(line.text));
        const bool own = std::any_of(heard.begin(), heard.end(), [&](const IntentGuess& guess) {
          return targets_[guess.id] == targets_[intent.id];
        });
        if (!heard.empty() && !own) tell_example(intent, line, heard.front());
      }
    }
  }

  void tell_example(const IntentContent& intent, const ContentLine& line, const IntentGuess& by) {
    const Source* source = sources_[line.path];
    if (source == nullptr) return;
    report_.add("K112", *source, line.span,
                "this example of " + quoted(intent.id) + " is taken by " + quoted(by.id),
                "a pattern wins: " + by.evidence.front().rule);
  }

  const Model& model_;
  const Reader& reader_;
  Report& report_;
  Targets targets_;
  std::map<std::string, const Source*> sources_;
  std::vector<Pattern> patterns_;
};

// The words of one line under a reply, asked of the question as a person would say them.
void prove_line(const Model& model, uint32_t flow, const ReplyMatcher& matcher,
                const std::vector<ReplyNode>& replies, uint32_t own, const Words& line,
                Report& report) {
  const auto match = matcher.match(Text::read(line.text));
  if (!match || match->reply == own || match->reply >= replies.size()) return;
  report.add("K111", model.source(flow), line.span,
             "these words lead to another reply: " + quoted(replies[match->reply].label.text),
             "leave out what both have in common, or move the line");
}

void prove_replies(const Model& model, uint32_t flow, const std::vector<ReplyNode>& replies,
                   const ReplyMatcher& matcher, Report& report) {
  for (uint32_t own = 0; own < replies.size(); ++own) {
    prove_line(model, flow, matcher, replies, own, replies[own].label, report);
    for (const auto* lines : {&replies[own].like, &replies[own].only_like}) {
      for (const Words& line : *lines) prove_line(model, flow, matcher, replies, own, line, report);
    }
  }
}

// The question or wait that a statement became, by its place.
const ReplyMatcher* matcher_at(const Lowered& lowered, Span span) {
  for (Address at = 0; at < lowered.flow.code.size(); ++at) {
    if (lowered.spans[at].begin != span.begin) continue;
    if (const auto* ask = std::get_if<Ask>(&lowered.flow.code[at].step)) return &ask->matcher;
    if (const auto* wait = std::get_if<Wait>(&lowered.flow.code[at].step)) return &wait->matcher;
  }
  return nullptr;
}

void prove_flow(const Model& model, uint32_t flow, Report& report) {
  for_each_statement(model.node(flow).body, [&](const Statement& statement) {
    const auto* coach = std::get_if<CoachNode>(&statement.step);
    const auto* wait = std::get_if<WaitNode>(&statement.step);
    const auto* replies = coach != nullptr  ? &coach->replies
                          : wait != nullptr ? &wait->replies
                                            : nullptr;
    if (replies == nullptr || replies->size() < 2) return;
    const ReplyMatcher* matcher = matcher_at(model.lowered(flow), statement.span);
    if (matcher != nullptr) prove_replies(model, flow, *replies, *matcher, report);
  });
}

}  // namespace

// Only the first flow of an intent is ever started by it.
void prove_starts(const Model& model, Report& report) {
  for (const auto& [intent, flows] : model.front().starts) {
    for (size_t i = 1; i < flows.size(); ++i) {
      const uint32_t flow = *model.find(flows[i]);
      for (const Words& start : model.node(flow).start_intents) {
        if (start.text != intent) continue;
        report.add(
            "K078", model.source(flow), start.span,
            quoted(intent) + " starts " + quoted(flows.front()) + " already",
            "give this flow an intent of its own, or lead to it from " + quoted(flows.front()));
      }
    }
  }
}

void prove_told_apart(const Model& model, const Reader& reader, Report& report) {
  Overlaps(model, reader, report).prove();
  prove_starts(model, report);
  for (uint32_t flow = 0; flow < model.size(); ++flow) prove_flow(model, flow, report);
}

}  // namespace keel
