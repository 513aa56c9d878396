// Measured on messages that no rule was copied from. The floors are near what was reached: a change
// that falls below one must say why. `keel safety report FILE` prints the whole table.
#include <catch2/catch.hpp>
#include <sstream>

#include "measure/safety_table.h"
#include "safety_pack.h"

namespace keel {
namespace {

std::string data(const std::string& file) {
  return test::contents_of(std::filesystem::path(KEEL_TESTS) / "data" / file);
}

std::vector<SafetyLabelled> messages(const std::string& file) {
  auto lines = read_safety_labelled(data(file));
  REQUIRE(lines);
  return *lines;
}

SafetyTable measure(const std::string& file) {
  SafetyTable table;
  for (const SafetyLabelled& line : messages(file))
    table.add(line, safety_pack().reader.read(Text::read(line.text), {}));
  return table;
}

uint32_t missed(const SafetyTable& table, SafetyLevel level) {
  const SafetyCell cell = table.all(level);
  return cell.messages - cell.found;
}

uint32_t alarms(const SafetyTable& table) {
  return table.alarms(SafetyLevel::emergency) + table.alarms(SafetyLevel::high) +
         table.alarms(SafetyLevel::ask);
}

}  // namespace

TEST_CASE("Few messages of danger are missed and few ordinary ones are taken for one") {
  const SafetyTable table = measure("safety.jsonl");
  const SafetyCell danger = table.all();
  REQUIRE(table.ordinary() == 210);
  REQUIRE(danger.messages == 210);
  CHECK(missed(table, SafetyLevel::emergency) == 0);
  CHECK(missed(table, SafetyLevel::high) <= 1);
  CHECK(missed(table, SafetyLevel::ask) <= 1);
  CHECK(alarms(table) <= 1);
  CHECK(danger.category_right * 100 >= danger.found * 97);
  CHECK(danger.level_right * 100 >= danger.found * 96);
}

TEST_CASE("Danger said in Spanish is found too") {
  const SafetyTable table = measure("safety-es.jsonl");
  REQUIRE(table.ordinary() == 40);
  CHECK(table.all().messages - table.all().found <= 2);
  CHECK(alarms(table) <= 1);
}

// One row a line: "category|message"; "none" for a message that must be left alone.
TEST_CASE("Of our own rows nearly all of danger are found and nearly all others left") {
  std::istringstream lines(data("safety-rows.txt"));
  int danger = 0;
  int missed = 0;
  int ordinary = 0;
  int alarms = 0;
  for (std::string line; std::getline(lines, line);) {
    const size_t bar = line.find('|');
    REQUIRE(bar != std::string::npos);
    const bool found = safety_pack().worst(line.substr(bar + 1)) != "none";
    const bool wanted = line.substr(0, bar) != "none";
    danger += wanted ? 1 : 0;
    missed += wanted && !found ? 1 : 0;
    ordinary += wanted ? 0 : 1;
    alarms += !wanted && found ? 1 : 0;
  }
  CHECK(danger > 400);
  CHECK(ordinary > 200);
  CHECK(missed * 100 <= danger * 4);
  CHECK(alarms * 100 <= ordinary);
}

}  // namespace keel
