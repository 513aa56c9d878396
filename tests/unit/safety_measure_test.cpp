// Measured on messages that no rule was copied from. The floors are near what was reached: a change
// that falls below one must say why. `safety_test "[.measure]"` prints the whole table.
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "safety_pack.h"

namespace keel {
namespace {

struct Message {
  std::string text;
  std::string category;
  SafetyLevel level = SafetyLevel::none;
  std::vector<std::string> categories;  // acceptable
  std::vector<SafetyLevel> levels;      // acceptable
};

std::vector<Message> messages(const std::string& file) {
  std::vector<Message> all;
  std::istringstream lines(test::contents_of(std::filesystem::path(KEEL_TESTS) / "data" / file));
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    Message message{record["text"],
                    record["category"],
                    safety_level_of(record["level"].get<std::string>()).value_or(SafetyLevel::none),
                    record["also"],
                    {}};
    message.categories.push_back(message.category);
    for (const auto& level : record["level_ok"]) {
      message.levels.push_back(
          safety_level_of(level.get<std::string>()).value_or(SafetyLevel::none));
    }
    all.push_back(std::move(message));
  }
  return all;
}

template <class Value>
bool has(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

struct Cell {
  int messages = 0;
  int found = 0;
  int category_right = 0;
  int level_right = 0;  // acceptable, or one higher
};

struct Table {
  std::map<std::string, Cell> cells;  // "suicide high"
  int missed_serious = 0;
  int missed_ask = 0;
  int found = 0;
  int category_right = 0;
  int level_right = 0;
  int negatives = 0;
  int false_alarms = 0;
};

Table measure(const std::string& file) {
  Table table;
  for (const Message& message : messages(file)) {
    const auto found = safety_pack().reader.read(Text::read(message.text), {});
    const SafetyLevel level = found.empty() ? SafetyLevel::none : found.front().level;
    const bool level_ok = has(message.levels, level);
    if (message.level == SafetyLevel::none) {
      ++table.negatives;
      table.false_alarms += level_ok ? 0 : 1;
      continue;
    }
    Cell& cell = table.cells[message.category + " " + std::string(name_of(message.level))];
    ++cell.messages;
    if (found.empty()) {
      ++(message.level == SafetyLevel::ask ? table.missed_ask : table.missed_serious);
      continue;
    }
    const bool right = has(message.categories, found.front().category);
    const bool near = level_ok || static_cast<int>(level) == static_cast<int>(message.level) + 1;
    ++table.found;
    ++cell.found;
    cell.category_right += right ? 1 : 0;
    table.category_right += right ? 1 : 0;
    cell.level_right += near ? 1 : 0;
    table.level_right += near ? 1 : 0;
  }
  return table;
}

}  // namespace

TEST_CASE("Few messages of danger are missed and few ordinary ones are taken for one") {
  const Table table = measure("safety.jsonl");
  REQUIRE(table.negatives == 210);
  REQUIRE(table.found + table.missed_serious + table.missed_ask == 210);
  CHECK(table.missed_serious <= 1);
  CHECK(table.missed_ask <= 1);
  CHECK(table.false_alarms <= 1);
  CHECK(table.category_right * 100 >= table.found * 97);
  CHECK(table.level_right * 100 >= table.found * 96);
}

TEST_CASE("Danger said in Spanish is found too") {
  const Table table = measure("safety-es.jsonl");
  REQUIRE(table.negatives == 40);
  CHECK(table.missed_serious + table.missed_ask <= 2);
  CHECK(table.false_alarms <= 1);
}

// One row a line: "category|message"; "none" for a message that must be left alone.
TEST_CASE("Of our own rows nearly all of danger are found and nearly all others left") {
  std::istringstream lines(
      test::contents_of(std::filesystem::path(KEEL_TESTS) / "data/safety-rows.txt"));
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

TEST_CASE("The measured table", "[.measure]") {
  const Table table = measure("safety.jsonl");
  for (const auto& [name, cell] : table.cells) {
    std::cout << name << ": " << cell.found << " of " << cell.messages << ", category right "
              << cell.category_right << ", level right " << cell.level_right << "\n";
  }
  std::cout << "false alarms " << table.false_alarms << " of " << table.negatives << "\n";
  std::vector<Text> texts;
  for (const Message& message : messages("safety.jsonl")) texts.push_back(Text::read(message.text));
  size_t findings = 0;
  const auto before = std::chrono::steady_clock::now();
  for (const Text& text : texts) findings += safety_pack().reader.read(text, {}).size();
  const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - before;
  std::cout << spent.count() / static_cast<double>(texts.size()) << " us a message\n";
  CHECK(findings > 0);
}

}  // namespace keel
