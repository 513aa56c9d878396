// Intents that nobody can tell apart, and intents that are too thin: told, and only then.
#include "review/unclear_intents.h"

#include <catch2/catch.hpp>
#include <string>

#include "script/front.h"

namespace keel {
namespace {

std::string intent(const std::string& id, const std::string& words, int lines) {
  std::string text = "intent " + id + "\n\n";
  for (int i = 0; i < lines; ++i)
    text += words + " " + std::string(1, static_cast<char>('a' + i % 26)) + "x" +
            std::to_string(i) + "\n";
  return text + "\n";
}

std::vector<std::string> told(const std::string& intents) {
  Report reading;
  const Front front = read_front({{"intents/all.keel", intents}}, reading);
  Report report;
  warn_of_unclear_intents(front, learn_intents(front.content.intents, 1, in_turn), report);
  std::vector<std::string> lines;
  for (const Diagnostic& found : report.take()) lines.push_back(found.code + " " + found.message);
  return lines;
}

TEST_CASE("two intents with the same lines sound alike") {
  const std::vector<std::string> lines =
      told(intent("wants-tea", "i would like tea", 60) + intent("says-bye", "see you soon", 60) +
           intent("wants-brew", "i would like tea", 61));
  REQUIRE_FALSE(lines.empty());
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK(line.starts_with("K332 "));
    CHECK(line.find("says-bye") == std::string::npos);
  }
}

TEST_CASE("two intents that differ are told apart") {
  CHECK(told(intent("wants-tea", "i would like tea", 60) + intent("says-bye", "see you soon", 60))
            .empty());
}

TEST_CASE("an intent with few of the usual examples is thin, and a small pack is not") {
  const std::vector<std::string> lines =
      told(intent("wants-tea", "i would like tea", 40) + intent("says-bye", "see you soon", 40) +
           intent("wants-cake", "is there cake", 3));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "K331 \"wants-cake\" has 3 of the usual 40 examples");
  CHECK(
      told(intent("wants-tea", "i would like tea", 3) + intent("says-bye", "see you", 2)).empty());
}

}  // namespace
}  // namespace keel
