#include <catch2/catch.hpp>

#include "abilities/clauses.h"
#include "abilities/facts.h"

using namespace keel;

namespace {

// "KIND: words | KIND: words"
std::string marked(const std::string& message) {
  const Text text = Text::read(message);
  std::string out;
  for (const FactMark& mark : read_facts(text)) {
    CHECK_FALSE(mark.why.empty());
    if (!out.empty()) out += " | ";
    out += mark.kind + ": " + text.source().substr(mark.span.begin, mark.span.size());
  }
  return out;
}

}  // namespace

TEST_CASE("clauses are marked as fact, interpretation, prediction, feeling or should") {
  struct Row {
    const char* text;
    const char* marks;
  };
  const Row rows[] = {
      {"she texted me at noon", "fact: she texted me at noon"},
      {"he said he was tired. he hates me",
       "fact: he said he was tired | interpretation: he hates me"},
      {"she took her coat and the green lamp, and i felt sick",
       "fact: she took her coat and the green lamp | feeling: i felt sick"},
      {"he will leave me", "prediction: he will leave me"},
      {"i should have known", "should: i should have known"},
      {"i feel like he is bored", "interpretation: i feel like he is bored"},
      {"my heart was pounding", "feeling: my heart was pounding"},
      {"everyone always leaves", "interpretation: everyone always leaves"},
      {"maybe she met someone", "interpretation: maybe she met someone"},
      {"she wrote \"ok then\", nothing else", "fact: she wrote \"ok then\""},
      {"did he read it?", ""},
      {"i wish he would call", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(marked(row.text) == row.marks);
  }
}

TEST_CASE("clauses part at commas and linking words before a new subject, and nowhere else") {
  const Text text = Text::read("he came home late and went to bed, but she waited because it hurt");
  std::vector<std::string> parts;
  for (const TokenRange clause : clauses_of(text)) parts.emplace_back(text.words(clause));
  CHECK(parts ==
        std::vector<std::string>{"he came home late and went to bed", "she waited", "it hurt"});
}
