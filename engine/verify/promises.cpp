// `never:` and `always:`: for each, the search for a way that breaks it. None: proved. One that can
// be gone: refuted, and told. One that leans on what the proofs cannot follow, or more ways than
// can be looked at: not proved, which is an error too, since a promise that nobody checks is worse
// than none.
#include <algorithm>

#include "text/text.h"
#include "verify/claim.h"
#include "verify/conversation.h"
#include "verify/proofs.h"

namespace keel {
namespace {

constexpr int breaches_max = 5;  // told of one promise

bool leads_to(const Step& step, const std::string& flow) {
  if (const auto* go = std::get_if<GoFlow>(&step)) return go->flow == flow;
  if (const auto* visit = std::get_if<Visit>(&step)) return visit->flow == flow;
  const auto* ask = std::get_if<Ask>(&step);
  return ask != nullptr &&
         std::find(ask->offers.begin(), ask->offers.end(), flow) != ask->offers.end();
}

std::vector<std::string> words_of(const std::string& line) {
  const Text text = Text::read(line);
  std::vector<std::string> words;
  for (uint32_t i = 0; i < text.size(); ++i) words.emplace_back(text.word(i));
  return words;
}

bool contains_words(const Line& line, const std::vector<std::string>& words) {
  return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const Piece& piece) {
    if (piece.kind != Piece::Kind::literal) return false;
    const std::vector<std::string> said = words_of(piece.text);
    return std::search(said.begin(), said.end(), words.begin(), words.end()) != said.end();
  });
}

class PromiseProof {
 public:
  PromiseProof(const Model& model, uint32_t flow, const Promise& promise, Report& report)
      : model_(model), flow_(flow), promise_(promise), report_(report) {}

  void prove() {
    Claim claim = claim_of();
    if (promise_.condition)
      variables_of(model_.flow(flow_), *promise_.condition, claim.plan.followed);
    for (int breach = 0; breach < breaches_max; ++breach) {
      if (!prove_once(claim) || !told_at_statements()) return;
    }
  }

 private:
  bool told_at_statements() const {
    return promise_.kind == PromiseKind::go || promise_.kind == PromiseKind::say ||
           promise_.kind == PromiseKind::ask;
  }

  // True: a breach was told.
  bool prove_once(const Claim& claim) {
    const Found found = find_breach(model_, flow_, claim, told_);
    if (found.outcome == Outcome::none) return false;
    if (found.outcome == Outcome::found) return tell(found.way);
    return found.way.empty() ? tell_too_many() : tell_unsure(found.way);
  }

  bool may_be(const FlowView& view, const Knowledge& knowledge, bool holds) const {
    if (!promise_.condition) return holds;
    const FlowView own{model_, flow_, view.followed};
    return !when(own, knowledge, *promise_.condition, holds).empty();
  }

  Claim claim_of() const {
    switch (promise_.kind) {
      case PromiseKind::go:
      case PromiseKind::reach:
        return claim_of_go();
      case PromiseKind::say:
        return claim_of_say();
      case PromiseKind::ask:
        return claim_of_ask();
      case PromiseKind::help_lines:
        return no_help_lines_within(model_, static_cast<uint32_t>(promise_.turns));
      case PromiseKind::ends:
        return claim_of_end();
      case PromiseKind::at_end:
        break;
    }
    Claim claim;
    claim.at_move = [this](const FlowView& view, const Situation& place, const Move& move) {
      if (move.kind != Move::Kind::end && move.kind != Move::Kind::flow) return false;
      const std::vector<Knowledge> ends = after(view, place.knowledge, place.spot.at, move);
      return std::any_of(ends.begin(), ends.end(),
                         [&](const Knowledge& then) { return may_be(view, then, false); });
    };
    return claim;
  }

  Claim claim_of_go() const {
    Claim claim;
    claim.plan.into_other_flows = promise_.kind == PromiseKind::reach;
    claim.at_place = [this](const FlowView& view, const Situation& place) {
      return leads_to(model_.step(place.spot), promise_.target) &&
             may_be(view, place.knowledge, true);
    };
    return claim;
  }

  Claim claim_of_say() const {
    Claim claim;
    const std::vector<std::string> words = words_of(promise_.target);
    claim.at_place = [this, words](const FlowView& view, const Situation& place) {
      return says(view, place, words);
    };
    return claim;
  }

  bool says(const FlowView& view, const Situation& place,
            const std::vector<std::string>& words) const {
    const Step& step = model_.step(place.spot);
    const Speech* speech = nullptr;
    std::vector<const Line*> lines;
    if (const auto* say = std::get_if<Say>(&step)) speech = &say->speech;
    if (const auto* ask = std::get_if<Ask>(&step)) {
      speech = &ask->speech;
      for (const Line& line : ask->again) lines.push_back(&line);
      for (const Line& line : ask->why) lines.push_back(&line);
    }
    if (speech == nullptr) return false;
    for (const auto* part : {&speech->plain, &speech->conditional, &speech->additions}) {
      for (const Line& line : *part) lines.push_back(&line);
    }
    return std::any_of(lines.begin(), lines.end(), [&](const Line* line) {
      if (!contains_words(*line, words)) return false;
      if (!line->condition) return may_be(view, place.knowledge, true);
      const auto ways = when(view, place.knowledge, *line->condition, true);
      return std::any_of(ways.begin(), ways.end(),
                         [&](const Knowledge& way) { return may_be(view, way, true); });
    });
  }

  Claim claim_of_ask() const {
    Claim claim;
    claim.at_place = [this](const FlowView& view, const Situation& place) {
      const auto* ask = std::get_if<Ask>(&model_.step(place.spot));
      if (ask == nullptr || ask->slot != promise_.target) return false;
      const auto asked = when_asked(view, place.knowledge, *ask);
      return std::any_of(asked.begin(), asked.end(),
                         [&](const Knowledge& way) { return may_be(view, way, true); });
    };
    return claim;
  }

  // A turn ends where the person is asked or a wait runs. With the N-th one the flow is over; a
  // closing choice holds nobody, so that there it is.
  Claim claim_of_end() const {
    Claim claim;
    const auto turns = static_cast<uint32_t>(promise_.turns);
    claim.plan.turns_max = turns;
    claim.plan.with_returns = true;
    claim.plan.later = false;
    claim.at_place = [this, turns](const FlowView& view, const Situation& place) {
      const Step& step = model_.step(place.spot);
      if (place.turns >= turns) return true;
      if (!is_rest(step) || place.turns + 1 < turns) return false;
      const auto* ask = std::get_if<Ask>(&step);
      if (ask == nullptr) return true;
      const bool closing = !ask->offers.empty() || ask->offers_guesses;
      if (closing && place.returns.empty()) return false;
      return !when_asked(view, place.knowledge, *ask).empty();
    };
    return claim;
  }

  bool tell(const std::vector<Taken>& way) {
    const bool exact = !promise_.condition || is_exact(model_.flow(flow_), *promise_.condition);
    if (!exact) return tell_unsure(way);
    const Spot spot = way.back().spot;
    told_.insert(spot);
    std::vector<std::string> conversation = conversation_of(model_, way);
    const std::string code = promise_.kind == PromiseKind::go ? "K028" : "K107";
    report_.add(code, model_.source(flow_), place_of(spot), broken(), hint(),
                std::move(conversation));
    return true;
  }

  bool tell_unsure(const std::vector<Taken>& way) {
    const Spot spot = way.back().spot;
    told_.insert(spot);
    report_.add("K108", model_.source(flow_), promise_.span,
                "this promise cannot be proved: what it compares cannot be followed",
                "along this way it may not hold; a condition on words or numbers can be proved",
                conversation_of(model_, way));
    return true;
  }

  bool tell_too_many() {
    report_.add("K108", model_.source(flow_), promise_.span,
                "this promise cannot be proved: there are too many ways to look at",
                "promise it of a smaller flow, or of fewer slots");
    return false;
  }

  Span place_of(Spot spot) const {
    const bool here = told_at_statements() && spot.flow == flow_;
    return here ? model_.span(spot) : promise_.span;
  }

  std::string broken() const {
    const std::string promised = " while the head promises that it never does";
    switch (promise_.kind) {
      case PromiseKind::go:
        return "this may lead to " + quoted(promise_.target) + promised;
      case PromiseKind::say:
        return "this may say " + quoted(promise_.target) + promised;
      case PromiseKind::ask:
        return "this may ask " + quoted(promise_.target) + promised;
      case PromiseKind::reach:
        return "a way leads to " + quoted(promise_.target) + " all the same";
      case PromiseKind::help_lines:
        return "on this way no help lines are shown by then";
      case PromiseKind::ends:
        return "on this way the flow is not at its end by then";
      case PromiseKind::at_end:
        break;
    }
    return "on this way it is not so at the end";
  }

  std::string hint() const {
    if (promise_.kind == PromiseKind::help_lines) return "`show help lines for ...` before it";
    if (!promise_.condition || promise_.kind == PromiseKind::at_end) return {};
    return "above it: `if " + promise_.condition_written + "`, and a way elsewhere";
  }

  const Model& model_;
  uint32_t flow_;
  const Promise& promise_;
  Report& report_;
  std::set<Spot> told_;
};

}  // namespace

void prove_promises(const Model& model, Report& report) {
  for (uint32_t flow = 0; flow < model.size(); ++flow) {
    for (const Promise& promise : model.lowered(flow).promises)
      PromiseProof(model, flow, promise, report).prove();
  }
}

}  // namespace keel
