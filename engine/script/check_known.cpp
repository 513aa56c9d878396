// Whether a line can be said, and a time waited for, with what is known where it stands.
#include "script/check.h"

namespace keel {
namespace {

std::string fact_of(const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::slot:
    case Piece::Kind::day_of:
      return "slot:" + piece.text;
    case Piece::Kind::last_slot:
      return "last:" + piece.text;
    case Piece::Kind::heard:
      return "heard:" + piece.text;
    default:
      return {};  // has words for somebody who is not known
  }
}

std::string said_as(const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::day_of:
      return "{day of " + piece.text + "}";
    case Piece::Kind::last_slot:
      return "{last " + piece.text + "}";
    case Piece::Kind::heard:
      return "{heard " + piece.text + "}";
    default:
      return "{" + piece.text + "}";
  }
}

// The first slot of the line that may be unknown; null: the line can be said.
const Piece* unknown_in(const Line& line, const Facts& facts) {
  for (const Piece& piece : line.pieces) {
    const std::string fact = fact_of(piece);
    if (!fact.empty() && !facts.contains(fact)) return &piece;
  }
  return nullptr;
}

class KnownCheck {
 public:
  KnownCheck(const Lowered& lowered, const FlowNode& node, Report& report)
      : lowered_(lowered), flow_(lowered.flow), node_(node), report_(report) {}

  void check(const GivenSlots& given) {
    const auto before = known_before(flow_, given);
    for (Address at = 0; at < before.size(); ++at) {
      if (before[at]) complain_at(at, *before[at]);
    }
  }

 private:
  void complain_at(Address at, const Facts& facts) {
    const Step& step = flow_.code[at].step;
    if (const auto* say = std::get_if<Say>(&step)) return complain_speech(at, say->speech, facts);
    if (const auto* ask = std::get_if<Ask>(&step)) {
      Facts when_asked = facts;
      if (ask->unless_known && facts.contains("slot:" + ask->slot)) return;
      return complain_speech(at, ask->speech, when_asked);
    }
    if (const auto* wait = std::get_if<Wait>(&step))
      return complain_time(at, wait->slot, "wait", facts);
    if (const auto* follow = std::get_if<FollowUp>(&step))
      return complain_time(at, follow->slot, "follow up", facts);
  }

  void complain_time(Address at, const std::string& slot, std::string_view what,
                     const Facts& facts) {
    if (slot.empty() || facts.contains("slot:" + slot)) return;
    report_.add("K074", *node_.source, lowered_.spans[at],
                quoted(slot) + " may be unknown when this is reached",
                "`" + std::string(what) + "` needs it: set it under `if skipped`");
  }

  void complain_speech(Address at, const Speech& speech, const Facts& facts) {
    const Piece* unknown = nullptr;
    for (const Line& line : speech.plain) {
      unknown = unknown_in(line, facts);
      if (unknown == nullptr) return;
    }
    if (unknown == nullptr) return;
    report_.add(
        "K073", *node_.source, lowered_.spans[at],
        quoted(said_as(*unknown)) + " may be unknown here, and then nothing can be said",
        "add a line without it, or put it under `if " + condition_of(*unknown) + " is known`");
  }

  static std::string condition_of(const Piece& piece) {
    if (piece.kind == Piece::Kind::heard) return "heard " + piece.text;
    if (piece.kind == Piece::Kind::last_slot) return "last " + piece.text;
    return piece.text;
  }

  const Lowered& lowered_;
  const Flow& flow_;
  const FlowNode& node_;
  Report& report_;
};

}  // namespace

void check_known(const Lowered& lowered, const FlowNode& node, const GivenSlots& given,
                 Report& report) {
  KnownCheck(lowered, node, report).check(given);
}

}  // namespace keel
