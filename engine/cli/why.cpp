#include "cli/why.h"

#include <cstdio>

#include "dialog/flow_labels.h"

namespace keel::cli {
namespace {

std::string number(float value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(value));
  return text;
}

std::string words_in(const Text& text, Span span) {
  return "\"" + text.source().substr(span.begin, span.size()) + "\"";
}

constexpr std::string_view scope_names[] = {"", "negated", "hypothetical", "quoted", "past"};

// With the flow it leads to, where that has another name.
std::string guess_lines(const Text& text, const IntentGuess& guess, const std::string& flow) {
  std::string line = "  " + guess.id + (guess.by_pattern ? "" : " " + number(guess.confidence));
  line += (flow == guess.id ? "" : ", which leads to " + flow) + "\n";
  for (const Evidence& evidence : guess.evidence) {
    line += "    " + words_in(text, evidence.span);
    line +=
        guess.by_pattern ? " fits the pattern: " + evidence.rule : " +" + number(evidence.weight);
    line += "\n";
  }
  return line;
}

std::string runner_up_line(const Understanding& heard) {
  if (heard.intents.size() < 2) return "";
  const IntentGuess& first = heard.intents[0];
  const IntentGuess& second = heard.intents[1];
  std::string line = "  next: " + second.id;
  if (second.by_pattern) return line + ", by a pattern that says less of it\n";
  line += " " + number(second.confidence);
  if (first.by_pattern) return line + ", which a pattern wins over\n";
  return line + ", behind by " + number(first.confidence - second.confidence) + "\n";
}

std::string particular_line(const Text& text, std::string_view name, const Particular& found) {
  std::string line = "  " + std::string(name) + ": " + found.value;
  const std::string_view scope = scope_names[static_cast<size_t>(found.scope)];
  if (!scope.empty()) line += " (" + std::string(scope) + ")";
  return line + " from " + words_in(text, found.span) + "\n";
}

}  // namespace

std::string why_in_words(const Program& program, const Text& text, const Understanding& heard) {
  std::string out = text.source() + "\n";
  for (const SafetyFinding& finding : heard.safety) {
    out += "  risk: " + finding.category + ", " + std::string(name_of(finding.level)) + ", by " +
           words_in(text, finding.span) + " and the rule " + finding.rule + "\n";
  }
  const std::vector<FlowLabel> labels = flow_labels(program, heard);
  if (!heard.in_scope) out += "  nothing that this coach knows is near enough; the nearest:\n";
  if (!heard.intents.empty()) {
    const IntentGuess& best = heard.intents.front();
    out += guess_lines(text, best, heard.in_scope ? labels.front().id : best.id);
  }
  out += runner_up_line(heard);
  if (heard.second)
    out += "  and a second thing:\n" + guess_lines(text, *heard.second, heard.second->id);
  for (const std::string_view name : {"who", "pronoun", "event", "duration", "since",
                                      "together_for", "channel", "intensity", "count"}) {
    if (const Particular* found = heard.particulars.find(name))
      out += particular_line(text, name, *found);
  }
  for (const Particular& feeling : heard.particulars.feelings)
    out += particular_line(text, "feeling", feeling);
  if (heard.correction) {
    out += "  corrects " + heard.correction->slot;
    if (heard.correction->value) out += " to " + *heard.correction->value;
    out += "\n";
  }
  return out;
}

}  // namespace keel::cli
