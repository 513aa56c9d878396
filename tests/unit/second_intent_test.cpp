#include "understand/second_intent.h"

#include <catch2/catch.hpp>
#include <string>

namespace keel {
namespace {

struct Heard {
  std::string id;
  bool by_pattern = false;
  float confidence = 1;
  std::vector<std::string> words;  // that speak for it, as they stand in the message
};

std::string second_of(const std::string& typed, const std::vector<Heard>& heard) {
  const Text text = Text::read(typed);
  std::vector<IntentGuess> guesses;
  for (const Heard& one : heard) {
    IntentGuess guess{one.id, one.confidence, one.by_pattern, {}};
    for (const std::string& words : one.words) {
      const size_t at = typed.find(words);
      REQUIRE(at != std::string::npos);
      const auto begin = static_cast<uint32_t>(at);
      guess.evidence.push_back({{begin, begin + static_cast<uint32_t>(words.size())}, words, 1});
    }
    guesses.push_back(std::move(guess));
  }
  const IntentGuess* second = second_by_patterns(text, guesses);
  return second == nullptr ? "-" : second->id;
}

TEST_CASE("patterns in two parts of a message are two things") {
  const Heard text{"urge", true, 1, {"i want to text him"}};
  CHECK(second_of("i want to text him. do the breathing one",
                  {text, {"breathing", true, 1, {"do the breathing one"}}}) == "breathing");
  CHECK(second_of("i want to text him and do the breathing one",
                  {text, {"breathing", true, 1, {"do the breathing one"}}}) == "breathing");
  CHECK(second_of("i want to text him so much", {text}) == "-");
  CHECK(second_of("i want to text him now", {text, {"pause", true, 1, {"text him"}}}) == "-");
}

TEST_CASE("an addition stands between two parts that say something") {
  const auto place = [](std::string_view typed) { return addition_in(Text::read(typed)); };
  CHECK(place("my chest is tight, also he left me on read") == 4);
  CHECK(place("she has somebody. on top of that i lost my job") == 3);
  CHECK(place("also he left me on read") == 6);
  CHECK(place("he left me on read also") == 6);
  CHECK(place("he left me on read") == 5);
}

}  // namespace
}  // namespace keel
