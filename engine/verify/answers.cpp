// Whatever the person does, the coach says something before the flow is over; and the house flows
// that answer what is no reply are there. An end without a word would be an empty turn for somebody
// who has just spoken.
#include <algorithm>
#include <array>

#include "verify/conversation.h"
#include "verify/proofs.h"

namespace keel {
namespace {

constexpr size_t ways_max = 2'000;  // from one question

// What dialog/route.cpp and house.cpp start by name. Without one of them its kind of message has no
// answer of its own.
constexpr std::array house_flows{"house-back",          "house-skip",
                                 "house-repeat",        "house-rephrase",
                                 "house-why",           "house-restart",
                                 "house-park",          "house-stop",
                                 "house-bye",           "house-first-miss",
                                 "house-second-miss",   "house-third-miss",
                                 "house-while-waiting", "house-empty",
                                 "house-gibberish",     "house-other-language",
                                 "house-too-long",      "house-leave",
                                 "house-resume",        "house-clarify",
                                 "house-correct-fact",  "house-not-what-i-meant",
                                 "house-lines-again"};

// A flow that only shows what was heard, before another one speaks.
constexpr std::string_view house_hearing = "house-hearing";

bool speaks(const Step& step) {
  return std::holds_alternative<Say>(step) || std::holds_alternative<Show>(step) || is_rest(step) ||
         std::holds_alternative<Visit>(step) || std::holds_alternative<GoFlow>(step);
}

class SilentEnd {
 public:
  SilentEnd(const Model& model, uint32_t flow) : model_(model), flow_(flow) {}

  // The way on after this move that ends without a word; empty: there is none.
  std::vector<Taken> after_move(Spot spot, const Move& move, const Knowledge& before) {
    way_ = {{spot, move, false}};
    steps_ = 0;
    return goes_on(before) ? way_ : std::vector<Taken>{};
  }

  std::vector<Taken> from(Spot spot, const Knowledge& knowledge) {
    way_.clear();
    steps_ = 0;
    return is_silent(spot, knowledge) ? way_ : std::vector<Taken>{};
  }

 private:
  // Along the last move of the way.
  bool goes_on(const Knowledge& before) {
    const Taken last = way_.back();
    const FlowView view{model_, flow_, nullptr};
    if (last.move.kind == Move::Kind::flow || last.move.kind == Move::Kind::visit) return false;
    for (const Knowledge& then : after(view, before, last.spot.at, last.move)) {
      if (last.move.kind == Move::Kind::end) return true;
      if (is_silent({flow_, last.move.to}, then)) return true;
    }
    return false;
  }

  bool is_silent(Spot spot, const Knowledge& knowledge) {
    if (speaks(model_.step(spot)) || ++steps_ > ways_max) return false;
    for (const Move& move : moves_of(model_, spot)) {
      if (move.input == Input::later) continue;
      way_.push_back({spot, move, false});
      if (goes_on(knowledge)) return true;
      way_.pop_back();
    }
    return false;
  }

  const Model& model_;
  uint32_t flow_;
  std::vector<Taken> way_;
  size_t steps_ = 0;
};

// "skip" and "leave it here" are answered by a house flow first; an offer begins another flow.
bool has_no_words_before(Input input) {
  switch (input) {
    case Input::reply:
    case Input::answer:
    case Input::other:
    case Input::unfit:
    case Input::time_up:
      return true;
    default:
      return false;
  }
}

class AnswersProof {
 public:
  AnswersProof(const Model& model, Report& report) : model_(model), report_(report) {}

  void prove(uint32_t flow) {
    if (model_.flow(flow).id == house_hearing) return;
    SilentEnd silent(model_, flow);
    const std::vector<Taken> way = silent.from({flow, 0}, at_start({model_, flow, nullptr}));
    if (!way.empty()) tell({flow, 0}, way, "this flow may end before it has said anything");
    for (Address at = 0; at < model_.flow(flow).code.size(); ++at) {
      const Spot spot{flow, at};
      if (is_rest(model_.step(spot))) prove_at(spot, silent);
    }
  }

 private:
  void prove_at(Spot spot, SilentEnd& silent) {
    for (const Move& move : moves_of(model_, spot)) {
      if (!has_no_words_before(move.input)) continue;
      const std::vector<Taken> way = silent.after_move(spot, move, {});
      if (way.empty()) continue;
      return tell(spot, way, "after this answer the flow may end without a word");
    }
  }

  void tell(Spot spot, const std::vector<Taken>& way, std::string message) {
    std::vector<std::string> conversation = conversation_of(model_, way);
    conversation.emplace_back("Coach: (says nothing)");
    report_.add("K104", model_.source(spot.flow), model_.span(spot), std::move(message),
                "a last `Coach:` line before the end", std::move(conversation));
  }

  const Model& model_;
  Report& report_;
};

// Told once, at the first room of the house. A pack without any has the compiled-in ones.
void prove_house(const Model& model, Report& report) {
  std::optional<uint32_t> first;
  for (uint32_t flow = 0; flow < model.size() && !first; ++flow) {
    if (model.flow(flow).is_house()) first = flow;
  }
  if (!first) return;
  std::string missing;
  for (const char* flow : house_flows) {
    if (!model.find(flow)) missing += (missing.empty() ? "" : ", ") + std::string(flow);
  }
  if (missing.empty()) return;
  report.add("K105", model.source(*first), model.node(*first).id.span,
             "the house is not complete: what is no reply has no answer", "missing: " + missing);
}

}  // namespace

void prove_answers(const Model& model, Report& report) {
  prove_house(model, report);
  AnswersProof proof(model, report);
  for (uint32_t flow = 0; flow < model.size(); ++flow) proof.prove(flow);
}

}  // namespace keel
