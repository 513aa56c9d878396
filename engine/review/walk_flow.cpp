#include "review/walk_flow.h"

#include <algorithm>

#include "review/condition_words.h"

namespace keel {
namespace {

// The comments directly above a line, in their order, without the #.
std::vector<std::string> comments_above(const Source& source, uint32_t line) {
  std::vector<std::string> comments;
  for (uint32_t above = line; above-- > 1;) {
    std::string_view text = source.line(above);
    const size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos || text[begin] != '#') break;
    text.remove_prefix(begin);
    text.remove_prefix(std::min(text.size(), text.find_first_not_of("# \t")));
    const size_t end = text.find_last_not_of(" \t\r");
    comments.emplace_back(text.substr(0, end == std::string_view::npos ? 0 : end + 1));
  }
  std::reverse(comments.begin(), comments.end());
  return comments;
}

// Everything that a line hangs on, from the outside to the inside.
struct Hung {
  std::vector<std::string> conditions;  // in plain words
  std::vector<std::string> replies;
  std::vector<std::string> written;
};

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : std::string(between)) + part;
  return out;
}

std::string in_brackets(const std::string& words) {
  const bool several =
      words.find(" and ") != std::string::npos || words.find(" or ") != std::string::npos;
  return several ? "(" + words + ")" : words;
}

class Walker {
 public:
  Walker(const FlowNode& node, const std::string& language, Inventory& inventory)
      : node_(node), inventory_(inventory) {
    flow_.id = node.id.text;
    flow_.title = node.title.text;
    flow_.path = node.source->path();
    flow_.language = language;
    flow_.base = node.base;
    if (!node.start_safety.empty()) {
      flow_.group = FlowReview::Group::safety;
    } else if (flow_.id.starts_with("house-")) {
      flow_.group = FlowReview::Group::house;
    }
  }

  FlowReview take() {
    head();
    block(node_.body, 0, {});
    return std::move(flow_);
  }

 private:
  void head() {
    for (const SafetyStartNode& start : node_.start_safety)
      flow_.starts.push_back("safety: " + spaced(start.category.text) + ", " + start.level.text);
    for (const Words& intent : node_.start_intents) flow_.starts.push_back(spaced(intent.text));
    flow_.comments = comments_above(*node_.source, line_of(node_.id.span));
    const std::pair<LineKind, const Words*> lines[] = {{LineKind::title, &node_.title},
                                                       {LineKind::offer, &node_.offer},
                                                       {LineKind::why, &node_.why},
                                                       {LineKind::returning, &node_.returning}};
    for (const auto& [kind, words] : lines) {
      if (!words->empty()) line(kind, *words, 0, {});
    }
  }

  uint32_t line_of(Span span) const { return node_.source->position(span.begin).line; }

  size_t line(LineKind kind, const Words& words, int depth, const Hung& hung) {
    ReviewLine out;
    out.flow = flow_.id;
    out.part = part_;
    out.kind = kind;
    out.language = flow_.language;
    out.text = words.text;
    out.condition = joined(hung.conditions, ", and ");
    out.after = joined(hung.replies, ", then ");
    out.written_if = joined(hung.written, " > ");
    out.path = flow_.path;
    out.line = line_of(words.span);
    out.span = words.span;
    out.comments = comments_above(*node_.source, out.line);
    out.reading = read_line(words.text);
    inventory_.lines.push_back(std::move(out));
    const size_t index = inventory_.lines.size() - 1;
    inventory_.lines[index].stands_for = index;
    flow_.entries.push_back({Entry::What::line, depth, index, {}});
    return index;
  }

  void say(Entry::What what, int depth, std::string text) {
    flow_.entries.push_back({what, depth, 0, std::move(text)});
  }

  void block(const Block& block, int depth, const Hung& hung) {
    for (const Statement& statement : block.statements) {
      if (const auto* coach = std::get_if<CoachNode>(&statement.step)) {
        speech(*coach, depth, hung);
      } else if (const auto* branch = std::get_if<IfNode>(&statement.step)) {
        arms(*branch, depth, hung);
      } else if (const auto* part = std::get_if<PartNode>(&statement.step)) {
        part_ = part->id.text;
        say(Entry::What::part, depth, spaced(part_));
      } else {
        std::string words = step_words(statement, node_);
        if (!words.empty()) say(Entry::What::step, depth, std::move(words));
        if (const auto* wait = std::get_if<WaitNode>(&statement.step))
          replies(wait->replies, depth, hung);
      }
    }
  }

  void speech(const CoachNode& coach, int depth, const Hung& hung) {
    const size_t first = inventory_.lines.size();
    for (const LineNode& node : coach.lines) spoken(node, depth, hung, first);
    asked(coach, depth);
    for (const Words& words : coach.again)
      inventory_.lines[line(LineKind::again, words, depth, hung)].stands_for = first;
    for (const Words& words : coach.why) line(LineKind::why_asked, words, depth, hung);
    replies(coach.replies, depth, hung);
    answered(coach.any_other, "any other answer", depth, hung);
    answered(coach.skipped, "no answer, or “skip”", depth, hung);
  }

  void spoken(const LineNode& node, int depth, const Hung& hung, size_t first) {
    Hung here = hung;
    LineKind kind = LineKind::coach;
    if (node.condition) {
      const bool instead = node.kind == LineNode::Kind::or_if;
      kind = instead ? LineKind::instead : LineKind::addition;
      here.conditions.push_back(words_of(*node.condition, node_));
      here.written.push_back((instead ? "or if " : "and if ") + written(*node.condition, node_));
    } else if (inventory_.lines.size() > first) {
      kind = LineKind::variant;
    }
    const size_t index = line(kind, node.text, depth, here);
    if (node.condition) inventory_.lines[index].own_condition = here.conditions.back();
    if (kind != LineKind::addition) inventory_.lines[index].stands_for = first;
  }

  void asked(const CoachNode& coach, int depth) {
    if (coach.ask) {
      std::string words = "asks for " + spaced(coach.ask->slot.text) + ": " +
                          std::string(node_.source->slice(coach.ask->type_span));
      say(Entry::What::note, depth, std::move(words));
    }
    std::vector<std::string> offers;
    for (const Words& flow : coach.offers) offers.push_back("“" + spaced(flow.text) + "”");
    if (!offers.empty()) say(Entry::What::note, depth, "offers " + joined(offers, ", "));
    if (coach.offers_guesses) say(Entry::What::note, depth, "offers what may have been meant");
  }

  void replies(const std::vector<ReplyNode>& all, int depth, const Hung& hung) {
    for (const ReplyNode& reply : all) {
      line(LineKind::reply, reply.label, depth, hung);
      Hung under = hung;
      under.replies.push_back("“" + reply.label.text + "”");
      under.written.push_back("* " + reply.label.text);
      block(reply.body, depth + 1, under);
    }
  }

  void answered(const std::optional<Block>& body, const std::string& what, int depth,
                const Hung& hung) {
    if (!body) return;
    say(Entry::What::branch, depth, "After " + what + ":");
    Hung under = hung;
    under.replies.push_back(what);
    under.written.push_back("* " + what);
    block(*body, depth + 1, under);
  }

  void arms(const IfNode& branch, int depth, const Hung& hung) {
    Hung rest = hung;  // none of the arms before
    for (const IfNode::Arm& arm : branch.arms) {
      Hung under = rest;
      if (arm.condition) {
        const std::string words = words_of(*arm.condition, node_);
        const std::string formal = written(*arm.condition, node_);
        const bool first = &arm == &branch.arms.front();
        say(Entry::What::branch, depth, (first ? "When " : "Otherwise, when ") + words + ":");
        under.conditions.push_back(words);
        under.written.push_back("if " + formal);
        rest.conditions.push_back("not " + in_brackets(words));
        rest.written.push_back("not " + formal);
      } else {
        say(Entry::What::branch, depth, "Otherwise:");
      }
      block(arm.body, depth + 1, under);
    }
  }

  const FlowNode& node_;
  Inventory& inventory_;
  FlowReview flow_;
  std::string part_;
};

}  // namespace

void walk_flow(const FlowNode& node, const std::string& language, Inventory& inventory) {
  Walker walker(node, language, inventory);
  inventory.flows.push_back(walker.take());
}

}  // namespace keel
