#include "verify/conversation.h"

namespace keel {
namespace {

std::string coach(const std::string& text) {
  return "Coach: " + text;
}

std::string first_line(const Model& model, Spot spot) {
  const std::string_view text = model.source(spot.flow).slice(model.span(spot));
  return std::string(text.substr(0, text.find('\n')));
}

// "if urge >= 7", without its first words.
std::string condition_at(const Model& model, Spot spot) {
  std::string line = first_line(model, spot);
  for (const std::string_view word : {"otherwise if ", "if "}) {
    if (line.starts_with(word)) return line.substr(word.size());
  }
  return line;
}

struct SaidAt {
  const Model& model;
  Spot spot;

  std::string speech() const {
    const std::string line = first_line(model, spot);
    return line.starts_with("Coach:") ? line : coach(line);
  }
  std::string operator()(const Say&) const { return speech(); }
  std::string operator()(const Ask&) const { return speech(); }
  std::string operator()(const Wait& wait) const {
    return "(" + std::string(wait.replies.empty() ? "" : "replies stand beside it: ") +
           first_line(model, spot) + ")";
  }
  std::string operator()(const Show& show) const {
    if (show.what == Show::What::help_lines) return "(help lines for " + show.argument + ")";
    return "(" + first_line(model, spot) + ")";
  }
  std::string operator()(const Visit& visit) const { return "(visits " + visit.flow + ")"; }
  std::string operator()(const GoFlow& go) const { return "(goes to " + go.flow + ")"; }
  std::string operator()(const End&) const { return "(" + model.flow(spot.flow).id + " ends)"; }
  template <class Other>
  std::string operator()(const Other&) const {
    return {};
  }
};

std::string you(const std::string& text) {
  return "You: " + text;
}

std::string reply_label(const Step& step, uint32_t choice) {
  if (const auto* ask = std::get_if<Ask>(&step)) return ask->replies[choice].label;
  if (const auto* wait = std::get_if<Wait>(&step)) return wait->replies[choice].label;
  return {};
}

std::string answer_words(const Step& step, const Move& move) {
  if (!move.word.empty()) return move.word;
  const auto* ask = std::get_if<Ask>(&step);
  return ask == nullptr ? "(an answer)" : "(" + kind_of(ask->type) + ")";
}

}  // namespace

std::string said_at(const Model& model, Spot spot) {
  return std::visit(SaidAt{model, spot}, model.step(spot));
}

std::string done_by(const Model& model, Spot spot, const Move& move) {
  const Step& step = model.step(spot);
  switch (move.input) {
    case Input::none:
    case Input::not_asked:
      return {};
    case Input::holds:
      return "(" + condition_at(model, spot) + ")";
    case Input::fails:
      return "(not: " + condition_at(model, spot) + ")";
    case Input::reply:
      return you(reply_label(step, move.choice));
    case Input::answer:
      return you(answer_words(step, move));
    case Input::other:
      return you("(words that fit no reply)");
    case Input::unfit:
      return you("(words that fit no reply, three times)");
    case Input::skip:
      return you("(skips it)");
    case Input::offer:
      return you(model.flow(move.flow).offer);
    case Input::leave:
      return you("(leaves it here)");
    case Input::time_up:
      return "(the time is up)";
    case Input::later:
      return "(later, the follow-up)";
  }
  return {};
}

std::vector<std::string> conversation_of(const Model& model, const std::vector<Taken>& way,
                                         size_t lines_max) {
  std::vector<std::string> lines;
  const auto add = [&lines](std::string line) {
    if (!line.empty()) lines.push_back(std::move(line));
  };
  for (const Taken& taken : way) {
    const bool passed_by = taken.move.input == Input::not_asked;
    if (!passed_by) add(said_at(model, taken.spot));
    if (!taken.stops || taken.move.input != Input::none)
      add(done_by(model, taken.spot, taken.move));
  }
  if (lines.size() > lines_max) {
    lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(lines_max));
    lines.insert(lines.begin(), "...");
  }
  return lines;
}

}  // namespace keel
