// Twins: the words of a flow in another language, held against the original line by line.
#include <catch2/catch.hpp>

#include "script/spoken.h"
#include "script_front.h"

namespace keel {
namespace {

using Codes = std::vector<std::string>;

const std::string original =
    "flow pause\ntitle: A pause\nwhy: It helps.\nreturning: We paused.\n\n"
    "Coach: Nothing has to be sent.\n"
    "  or: You caught it.\n"
    "  or if urge is known: Again {urge}.\n"
    "  and if told_no_contact is yes: They said no.\n"
    "Coach: How loud?\n"
    "  ask urge: scale 0 to 10\n"
    "  again: A number?\n"
    "  why: It tells.\n"
    "  if skipped\n"
    "    Coach: Then not.\n"
    "if urge is known\n"
    "  Coach: {urge}, then.\n"
    "  wait 2 minutes\n"
    "    * Louder\n"
    "      go to after\n"
    "part after\n"
    "Coach: How now?\n"
    "  ask now: one of\n"
    "  * Much better\n"
    "    as better\n"
    "    like: great\n"
    "    Coach: Good.\n"
    "  * Worse\n"
    "if now is better\n"
    "  Coach: So.\n";

const std::string head = "flow pause\nlanguage: es\ntitle: Una pausa\nwhy: Ayuda.\n";
const std::string first =
    "returning: Era una pausa.\n\n"
    "Coach: No hay que enviar nada.\n"
    "  or: Te diste cuenta.\n"
    "  or if: Otra vez {urge}.\n"
    "  and if: Te dijo que no.\n"
    "Coach: ¿Qué tan fuerte?\n"
    "  again: ¿Un número?\n"
    "  why: Dice algo.\n"
    "Coach: Entonces no.\n"
    "Coach: {urge}, entonces.\n"
    "* Más fuerte\n";
const std::string second =
    "part after\n"
    "Coach: ¿Cómo está ahora?\n"
    "  * Mucho mejor\n"
    "    like: genial\n"
    "    Coach: Bien.\n"
    "  * Peor\n"
    "Coach: Entonces.\n";

test::Checked with_twin(const std::string& twin, const std::string& path = "dialogs/es/pause.keel",
                        const std::string& flow = original) {
  return test::check_files({{"dialogs/pause.keel", flow}, {path, twin}});
}

// Without the note on which words it was made from, which these twins do not have.
Codes codes_of(const test::Checked& checked) {
  Codes codes = checked.codes();
  std::erase(codes, "K168");
  return codes;
}

std::string literal(const Line& line) {
  std::string text;
  for (const Piece& piece : line.pieces)
    text += piece.kind == Piece::Kind::literal ? piece.text : "{" + piece.text + "}";
  return text;
}

TEST_CASE("a twin is the same flow in other words") {
  const test::Checked checked = with_twin(head + first + second);
  INFO(checked.rendered());
  REQUIRE(codes_of(checked).empty());
  const Flow& flow = *checked.flow("pause");
  const Flow& twin = checked.front->twins.at("es").at("pause");
  CHECK(twin.title == "Una pausa");
  CHECK(literal(*twin.returning) == "Era una pausa.");
  CHECK(twin.points == flow.points);
  CHECK(twin.parts == flow.parts);
  REQUIRE(twin.code.size() == flow.code.size());
  const auto& say = std::get<Say>(twin.code[0].step).speech;
  CHECK(say.id == std::get<Say>(flow.code[0].step).speech.id);
  CHECK(literal(say.plain[1]) == "Te diste cuenta.");
  CHECK(literal(say.conditional[0]) == "Otra vez {urge}.");
  CHECK(say.conditional[0].condition);
  CHECK(literal(say.additions[0]) == "Te dijo que no.");
  const auto& ask = std::get<Ask>(twin.code[twin.points.at("now")].step);
  CHECK(ask.replies[0].label == "Mucho mejor");
  CHECK(ask.replies[0].value == Value::of_word("better"));
  CHECK(ask.matcher.match(Text::read("genial"))->reply == 0);
  CHECK_FALSE(ask.matcher.match(Text::read("great")));
  const auto& wait = std::get<Wait>(twin.code[twin.points.at("start/wait-1")].step);
  CHECK(wait.replies[0].label == "Más fuerte");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("a twin that is no match is told what is wrong with it") {
  const std::string whole = head + first + second;
  struct Row {
    const char* from;
    const char* to;
    const char* code;
  };
  const Row rows[] = {
      {"flow pause", "flow puase", "K160"},
      {"why: Ayuda.\n", "", "K161"},
      {"  or: Te diste cuenta.\n", "", "K161"},
      {"Coach: Entonces.\n", "", "K161"},
      {"Coach: Entonces.\n", "Coach: Entonces.\nCoach: Más.\n", "K162"},
      {"title:", "offer: Una\ntitle:", "K162"},
      {"  or if: Otra", "  or: Otra", "K163"},
      {"  * Peor\n", "  * Peor\n    go to after\n", "K164"},
      {"  or if: Otra", "  or if urge is known: Otra", "K164"},
      {"title:", "sources: own\ntitle:", "K164"},
      {"part after", "part despues", "K165"},
      {"  * Peor\n", "", "K166"},
      {"* Más fuerte\n", "", "K166"},
      {"Entonces no.", "Entonces {urge} no.", "K167"},
      {"language: es", "language: fr", "K169"},
      {"language: es\n", "", "K169"},
      {"{urge}, ent", "{urgge}, ent", "K043"},
      {"  * Peor\n", "  * Genial\n", "K063"},
      {"Coach: Entonces.\n", "Cocah: Entonces.\n", "K004"},
  };
  for (const Row& row : rows) {
    const test::Checked checked = with_twin(replaced(whole, row.from, row.to));
    INFO(row.from << " -> " << row.to << "\n" << checked.rendered());
    Codes codes = codes_of(checked);
    if (std::string(row.code) == "K165") codes.resize(1);
    if (std::string(row.code) == "K043") std::erase(codes, "K167");
    CHECK(codes == Codes{row.code});
  }
}

TEST_CASE("a twin says when its original has changed, and where") {
  const test::Checked before = with_twin(head + first + second);
  const FlowNode* node = nullptr;
  for (const FlowNode& flow : before.front->pack.flows) {
    if (flow.id.text == "pause") node = &flow;
  }
  REQUIRE(node != nullptr);
  std::string of = "of:";
  for (const std::string& mark : marks_of(*node)) of += " " + mark;
  const std::string twin = head + of + "\n" + first + second;
  CHECK(with_twin(twin).codes().empty());
  const test::Checked changed =
      with_twin(twin, "dialogs/es/pause.keel", replaced(original, "You caught it.", "Well done."));
  CHECK(changed.codes() == Codes{"K168"});
  CHECK_THAT(changed.rendered(), Catch::Contains("dialogs/es/pause.keel:9:") &&
                                     Catch::Contains("Well done.") &&
                                     Catch::Contains("dialogs/pause.keel:7"));
  // What is not read by anybody may change.
  CHECK(with_twin(twin, "dialogs/es/pause.keel", replaced(original, "scale 0 to 10", "number"))
            .codes()
            .empty());
}

TEST_CASE("a twin of a flow that a pack wrote anew is left out") {
  const test::Checked checked = test::check_files(
      {{"dialogs/pause.keel", replaced(original, "Coach: So.", "Coach: So.\nCoach: More.")},
       {"dialogs/es/pause.keel", head + first + second, true}});
  CHECK(checked.codes().empty());
  CHECK(checked.front->twins.empty());
}

}  // namespace
}  // namespace keel
