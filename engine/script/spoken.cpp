#include "script/spoken.h"

#include <array>

#include "base/hash.h"

namespace keel {
namespace {

using Kind = TwinLine::Kind;

Kind kind_of(LineNode::Kind kind, bool first) {
  if (kind == LineNode::Kind::or_if) return Kind::or_if;
  if (kind == LineNode::Kind::and_if) return Kind::and_if;
  return first ? Kind::coach : Kind::variant;
}

class Collecting {
 public:
  void block(const Block& block) {
    for (const Statement& statement : block.statements) {
      std::visit([this](const auto& node) { one(node); }, statement.step);
    }
  }
  std::vector<SpokenLine> take() { return std::move(lines_); }

 private:
  void one(const PartNode& part) { lines_.push_back({Kind::part, &part.id}); }
  void one(const CoachNode& coach) {
    bool first = true;
    for (const LineNode& line : coach.lines) {
      lines_.push_back({kind_of(line.kind, first), &line.text});
      first = false;
    }
    for (const Words& words : coach.again) lines_.push_back({Kind::again, &words});
    for (const Words& words : coach.why) lines_.push_back({Kind::why, &words});
    replies(coach.replies);
    if (coach.any_other) block(*coach.any_other);
    if (coach.skipped) block(*coach.skipped);
  }
  void one(const WaitNode& wait) { replies(wait.replies); }
  void one(const IfNode& node) {
    for (const IfNode::Arm& arm : node.arms) block(arm.body);
  }
  template <class Silent>
  void one(const Silent& /*node*/) {}

  void replies(const std::vector<ReplyNode>& all) {
    for (const ReplyNode& reply : all) lines_.push_back({Kind::reply, &reply.label});
    for (const ReplyNode& reply : all) block(reply.body);
  }

  std::vector<SpokenLine> lines_;
};

std::string mark_of(const std::string& text) {
  constexpr std::string_view digits = "0123456789abcdef";
  const uint64_t hash = mix(hash_of(text));
  std::string mark;
  for (uint32_t shift = 0; shift < 16; shift += 4) mark += digits[(hash >> shift) & 15U];
  return mark;
}

}  // namespace

std::vector<SpokenLine> spoken_lines(const FlowNode& flow) {
  Collecting collecting;
  collecting.block(flow.body);
  return collecting.take();
}

std::vector<const Words*> spoken_head(const FlowNode& flow) {
  std::vector<const Words*> head;
  for (const Words* words : {&flow.title, &flow.offer, &flow.why, &flow.returning}) {
    if (!words->empty()) head.push_back(words);
  }
  return head;
}

std::vector<std::string> marks_of(const FlowNode& flow) {
  std::vector<std::string> marks;
  for (const Words* words : spoken_head(flow)) marks.push_back(mark_of(words->text));
  for (const SpokenLine& line : spoken_lines(flow)) {
    if (line.kind != Kind::part) marks.push_back(mark_of(line.words->text));
  }
  return marks;
}

}  // namespace keel
