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
  CHECK(missed(table, SafetyLevel::emergency) <= 1);
  CHECK(missed(table, SafetyLevel::high) <= 1);
  CHECK(missed(table, SafetyLevel::ask) == 0);
  CHECK(table.alarms(SafetyLevel::emergency) + table.alarms(SafetyLevel::high) == 0);
  CHECK(table.alarms(SafetyLevel::ask) <= 8);
  CHECK(danger.category_right * 100 >= danger.found * 97);
  CHECK(danger.level_right * 100 >= danger.found * 96);
}

TEST_CASE("Danger said in Spanish is found too") {
  const SafetyTable table = measure("safety-es.jsonl");
  REQUIRE(table.ordinary() == 40);
  CHECK(table.all().messages - table.all().found <= 2);
  CHECK(alarms(table) <= 1);
}

// By writers who had not read the rules; nobody looked at these while rules were written. The
// floors are a little below what was found.
TEST_CASE("Of danger that no rule was written for, three of four are found") {
  const SafetyCell danger = measure("safety-unseen.jsonl").all();
  REQUIRE(danger.messages == 420);
  CHECK(danger.found * 100 >= danger.messages * 72);
  CHECK(danger.category_right * 100 >= danger.found * 86);
  CHECK(danger.level_right * 100 >= danger.found * 86);
}

TEST_CASE("Of danger in Spanish that no rule was written for, half is found") {
  const SafetyTable table = measure("safety-es-unseen.jsonl");
  REQUIRE(table.ordinary() == 110);
  CHECK(table.all().found * 100 >= table.all().messages * 50);
  CHECK(alarms(table) <= 7);
}

TEST_CASE("A thousand ordinary messages raise next to no alarm") {
  std::istringstream lines(data("safety-ordinary.txt"));
  uint32_t messages = 0;
  uint32_t serious = 0;
  uint32_t asked = 0;
  std::string alarming;
  for (std::string line; std::getline(lines, line); ++messages) {
    const auto found = safety_pack().reader.read(Text::read(line), {});
    if (found.empty()) continue;
    const bool asks = found.front().level == SafetyLevel::ask;
    ++(asks ? asked : serious);
    if (!asks) alarming += found.front().rule + ": " + line + "\n";
  }
  CAPTURE(alarming);
  REQUIRE(messages >= 995);
  CHECK(serious == 0);
  CHECK(asked <= 30);
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
  CHECK(alarms * 100 <= ordinary * 2);
}

namespace {

// What the same words look like from another hand.
struct Way {
  const char* name;
  std::string (*change)(const std::string&);
  int kept_of_hundred;
};
const Way ways[] = {
    {"capitals",
     [](const std::string& text) {
       std::string loud = text;
       for (char& c : loud) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
       return loud;
     },
     100},
    {"emoji behind", [](const std::string& text) { return text + " 😭😭"; }, 100},
    {"emoji before", [](const std::string& text) { return "💔 " + text; }, 99},
    {"dots", [](const std::string& text) { return "... " + text + "..."; }, 100},
    {"signs of shouting", [](const std::string& text) { return text + "!!!!"; }, 99},
    {"signs of Spanish", [](const std::string& text) { return "\u00A1" + text + "!"; }, 99},
    {"signs of Chinese", [](const std::string& text) { return text + "\u3002"; }, 99},
    {"quotation marks of German",
     [](const std::string& text) { return "\u201E" + text + "\u201C"; }, 98},
    {"chatter before",
     [](const std::string& text) {
       return "hey. so we had dinner at my sisters and the dog was funny. " + text;
     },
     98},
    {"chatter behind",
     [](const std::string& text) {
       return text + ". anyway the kettle is on and my bus leaves at nine";
     },
     96},
    {"long letters",
     [](const std::string& text) {
       std::string long_text = text;
       const size_t last = long_text.find_last_of("aeiouy");
       if (last != std::string::npos) long_text.insert(last, 3, long_text[last]);
       return long_text;
     },
     96},
    {"two letters swapped",
     [](const std::string& text) {
       std::string slip = text;
       const size_t at = slip.size() / 2;
       const auto letter = [&](size_t i) { return slip[i] >= 'a' && slip[i] <= 'z'; };
       for (size_t i = at; i + 2 < slip.size() && i > 0; ++i) {
         if (!letter(i - 1) || !letter(i) || !letter(i + 1) || !letter(i + 2)) continue;
         std::swap(slip[i], slip[i + 1]);
         break;
       }
       return slip;
     },
     70},
};

}  // namespace

TEST_CASE("Danger stays danger in capitals, with emoji, signs, chatter and slips of the finger") {
  std::vector<std::string> found;
  for (const SafetyLabelled& line : messages("safety.jsonl")) {
    if (line.level != SafetyLevel::none && safety_pack().worst(line.text) != "none")
      found.push_back(line.text);
  }
  REQUIRE(found.size() > 190);
  for (const Way& way : ways) {
    size_t kept = 0;
    std::string lost;
    for (const std::string& text : found) {
      const bool stays = safety_pack().worst(way.change(text)) != "none";
      kept += stays ? 1 : 0;
      if (!stays) lost += text + "\n";
    }
    CAPTURE(way.name, kept, found.size(), lost);
    CHECK(kept * 100 >= found.size() * static_cast<size_t>(way.kept_of_hundred));
  }
}

// "i want to X" is danger, "i would never X" is none.
TEST_CASE("A plain no turns danger into none") {
  for (const std::string deed :
       {"kill myself", "hang myself", "end my life", "cut myself", "hurt myself", "overdose",
        "take all my pills", "jump off a bridge", "kill him", "stab her", "burn his house down"}) {
    CAPTURE(deed);
    CHECK(safety_pack().worst("i am going to " + deed) != "none");
    CHECK(safety_pack().worst("i want to " + deed + " tonight") != "none");
    CHECK(safety_pack().worst("i would never " + deed) == "none");
    CHECK(safety_pack().worst("no i am not going to " + deed) == "none");
    CHECK(safety_pack().worst("i dont want to " + deed) == "none");
  }
  for (const std::string deed : {"hits me", "hit me", "forced me", "threatened me", "choked me"}) {
    CAPTURE(deed);
    CHECK(safety_pack().worst("he " + deed) != "none");
    CHECK(safety_pack().worst("he never " + deed) == "none");
  }
}

}  // namespace keel
