// Somebody who always does the same is led out: who always skips, and whose words never fit, comes
// from every question to an end, a wait, a closing choice or another flow where that is so. In a
// safety flow a round that shows help lines every time may go on: what lets go of the person there
// is a goodbye, or "stop".
#include <algorithm>
#include <array>

#include "verify/conversation.h"
#include "verify/proofs.h"

namespace keel {
namespace {

struct Habit {
  std::string_view person;
  bool (*takes)(const Step& step, const Move& move);
  bool is_heard_by_any_words;  // where any words are an answer, this person is not lost
};

bool is_crossroads(const Step& step) {
  const auto* ask = std::get_if<Ask>(&step);
  return ask != nullptr && (!ask->offers.empty() || ask->offers_guesses);
}

bool skips(const Step&, const Move& move) {
  return move.input == Input::skip;
}

bool never_fits(const Step&, const Move& move) {
  return move.input == Input::other || move.input == Input::unfit || move.input == Input::leave;
}

constexpr std::array habits{Habit{"somebody who skips every question", &skips, false},
                            Habit{"somebody whose words fit no reply", &never_fits, true}};

// The places of one flow for one habit, and the flows that they lead to.
class Rounds {
 public:
  Rounds(const Model& model, uint32_t flow, const Habit& habit)
      : model_(model), flow_(flow), habit_(habit) {
    const std::set<std::string> followed = asked_slots();
    const FlowView view{model, flow, &followed};
    add({flow, 0}, at_start(view));
    for (size_t index = 0; index < spots_.size() && spots_.size() <= places_max; ++index)
      expand(view, index);
  }

  // True: something new is known to be led out.
  bool settle(const std::vector<bool>& flows_end) {
    bool changed = false;
    for (const Out& out : out_) {
      if (flows_end[out.flow]) changed |= mark(out.place);
    }
    while (!open_.empty()) {
      const size_t place = open_.back();
      open_.pop_back();
      for (const size_t from : froms_[place]) changed |= mark(from);
    }
    return changed;
  }

  bool is_led_out() const { return led_out_.front(); }

  // The first question that a person does not get out of.
  std::optional<Spot> trap() const {
    const std::optional<size_t> place = trap_place();
    if (!place) return std::nullopt;
    return spots_[*place];
  }

  // Round and round from there, as far as the second time.
  std::vector<Taken> round() const {
    std::vector<Taken> way;
    std::set<size_t> seen;
    std::optional<size_t> place = trap_place();
    while (place && seen.insert(*place).second) {
      const Spot spot = spots_[*place];
      place = next_on_round(*place, way);
      if (!place) return way;
      if (seen.contains(*place)) way.push_back({spots_[*place], {}, true});
      if (spot == spots_[*place]) return way;
    }
    return way;
  }

 private:
  struct Out {
    size_t place = 0;
    uint32_t flow = 0;
  };

  std::optional<size_t> trap_place() const {
    std::optional<size_t> first;
    if (spots_.size() > places_max) return first;
    for (size_t place = 0; place < spots_.size(); ++place) {
      if (led_out_[place] || !std::holds_alternative<Ask>(model_.step(spots_[place]))) continue;
      if (!first || spots_[place].at < spots_[*first].at) first = place;
    }
    return first;
  }

  bool is_taken(Spot spot, const Move& move) const {
    if (!is_persons(move.input) || move.input == Input::later || move.input == Input::time_up)
      return true;
    const Step& step = model_.step(spot);
    return std::holds_alternative<Wait>(step) || habit_.takes(step, move);
  }

  // Adds what is done there to the way. Nothing: it leads into another flow.
  std::optional<size_t> next_on_round(size_t place, std::vector<Taken>& way) const {
    const Spot spot = spots_[place];
    const std::set<std::string> followed = asked_slots();
    const FlowView view{model_, flow_, &followed};
    for (const Move& move : moves_of(model_, spot)) {
      if (!is_taken(spot, move) || move.input == Input::later) continue;
      if (move.kind == Move::Kind::flow) {
        way.push_back({spot, move, false});
        return std::nullopt;
      }
      if (move.kind == Move::Kind::end) continue;
      for (Knowledge& then : after(view, *knowledge_[place], spot.at, move)) {
        const auto at = numbers_.find(std::pair(Spot{flow_, move.to}, std::move(then)));
        if (at == numbers_.end() || led_out_[at->second]) continue;
        way.push_back({spot, move, false});
        return at->second;
      }
    }
    return std::nullopt;
  }

  std::set<std::string> asked_slots() const {
    std::set<std::string> slots;
    for (const Instruction& instruction : model_.flow(flow_).code) {
      const auto* ask = std::get_if<Ask>(&instruction.step);
      if (ask != nullptr && !model_.is_person(ask->slot)) slots.insert("slot " + ask->slot);
    }
    return slots;
  }

  size_t add(Spot spot, Knowledge knowledge) {
    const auto [at, is_new] =
        numbers_.emplace(std::pair(spot, std::move(knowledge)), spots_.size());
    if (is_new) {
      spots_.push_back(spot);
      knowledge_.push_back(&at->first.second);
      led_out_.push_back(false);
      froms_.emplace_back();
    }
    return at->second;
  }

  bool mark(size_t place) {
    if (led_out_[place]) return false;
    led_out_[place] = true;
    open_.push_back(place);
    return true;
  }

  bool is_rest_or_lines(Spot spot) const {
    const Step& step = model_.step(spot);
    if (std::holds_alternative<Wait>(step) || is_crossroads(step)) return true;
    const auto* show = std::get_if<Show>(&step);
    return show != nullptr && show->what == Show::What::help_lines &&
           model_.flow(spot.flow).is_safety();
  }

  void expand(const FlowView& view, size_t index) {
    const Spot spot = spots_[index];
    const Step& step = model_.step(spot);
    const auto* ask = std::get_if<Ask>(&step);
    const bool heard = habit_.is_heard_by_any_words && ask != nullptr &&
                       (takes_any_words(ask->type.type) || ask->type.type == AnswerType::marks);
    if (heard || is_rest_or_lines(spot)) mark(index);
    for (const Move& move : moves_of(model_, spot)) {
      if (!is_taken(spot, move)) continue;
      if (move.kind == Move::Kind::end) mark(index);
      if (move.kind == Move::Kind::flow) out_.push_back({index, move.flow});
      if (move.kind == Move::Kind::end || move.kind == Move::Kind::flow) continue;
      for (Knowledge& then : after(view, *knowledge_[index], spot.at, move)) {
        const size_t to = add({spot.flow, move.to}, std::move(then));
        if (move.input != Input::later) froms_[to].push_back(index);
      }
    }
  }

  const Model& model_;
  uint32_t flow_;
  const Habit& habit_;
  std::map<std::pair<Spot, Knowledge>, size_t> numbers_;
  std::vector<Spot> spots_;
  std::vector<const Knowledge*> knowledge_;
  std::vector<bool> led_out_;
  std::vector<std::vector<size_t>> froms_;
  std::vector<Out> out_;
  std::vector<size_t> open_;
};

struct Trap {
  Spot spot;
  std::vector<Taken> round;
};

std::vector<Trap> traps_in(const std::vector<Rounds>& rounds) {
  std::vector<Trap> traps;
  for (const Rounds& one : rounds) {
    if (const std::optional<Spot> spot = one.trap()) traps.push_back({*spot, one.round()});
  }
  return traps;
}

void prove_habit(const Model& model, const Habit& habit, std::set<Spot>& told, Report& report) {
  std::vector<Rounds> rounds;
  for (uint32_t flow = 0; flow < model.size(); ++flow) rounds.emplace_back(model, flow, habit);
  std::vector<bool> ends(model.size(), false);
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t flow = 0; flow < model.size(); ++flow) {
      rounds[flow].settle(ends);
      if (ends[flow] || !rounds[flow].is_led_out()) continue;
      ends[flow] = changed = true;
    }
  }
  // A flow whose only fault is that it leads to another one with a fault is not told, unless each
  // of them leads only to the next.
  std::vector<Trap> traps = traps_in(rounds);
  const std::vector<bool> all(model.size(), true);
  for (Rounds& one : rounds) one.settle(all);
  std::vector<Trap> own = traps_in(rounds);
  const bool together = own.empty() && !traps.empty();
  if (together) own = {std::move(traps.front())};
  for (const Trap& trap : own) {
    if (!told.insert(trap.spot).second) continue;
    report.add("K103", model.source(trap.spot.flow), model.span(trap.spot),
               std::string(habit.person) + " is asked round and round from here",
               "let `if skipped` or `any other answer` lead on after a while",
               conversation_of(model, trap.round));
  }
}

}  // namespace

void prove_no_traps(const Model& model, Report& report) {
  std::set<Spot> told;
  for (const Habit& habit : habits) prove_habit(model, habit, told, report);
}

}  // namespace keel
