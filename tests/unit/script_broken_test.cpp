// Broken scripts: whatever stands in a file, the compiler answers with diagnostics that can be
// shown, never with a crash.
#include <catch2/catch.hpp>
#include <sstream>

#include "base/hash.h"
#include "script_cases.h"
#include "script_front.h"

namespace keel {
namespace {

constexpr int rounds = 400;

std::vector<std::string> cases() {
  std::vector<std::string> texts;
  for (const auto& path : test::page_paths()) {
    for (const test::Fenced& fenced : test::fenced_in(test::contents_of(path))) {
      if (fenced.info.starts_with("keel")) texts.push_back(test::script_of(fenced));
    }
  }
  return texts;
}

// Lines of two scripts in any order, some indented otherwise, some bytes changed.
std::string broken(const std::vector<std::string>& texts, Random& random) {
  std::vector<std::string> lines;
  for (int i = 0; i < 2; ++i) {
    std::istringstream in(texts[random.below(texts.size())]);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
  }
  std::string text = random.below(3) == 0 ? "" : "flow example\ntitle: An example\n";
  const uint64_t count = random.below(40);
  for (uint64_t i = 0; i < count; ++i) {
    std::string line = lines[random.below(lines.size())].substr(0, 200);
    if (random.below(4) == 0) line.insert(0, random.below(7), ' ');
    if (random.below(4) == 0 && !line.empty()) line.resize(random.below(line.size() + 1));
    if (random.below(3) == 0 && !line.empty()) {
      static constexpr std::string_view signs = "{}()[]:,<>=\"|* \t\r#\x80\xf0_-.";
      line[random.below(line.size())] = signs[random.below(signs.size())];
    }
    text += line + (random.below(20) == 0 ? "" : "\n");
  }
  return text;
}

TEST_CASE("no text, however broken, breaks the compiler, and every mistake can be shown") {
  const std::vector<std::string> texts = cases();
  REQUIRE(texts.size() > 50);
  const char* paths[] = {"dialogs/example.keel", "dialogs/person.keel", "intents/some.keel",
                         "intents/safety/some.keel", "dialogs/help-lines.json"};
  Random random(7);
  for (int round = 0; round < rounds; ++round) {
    const std::string text = broken(texts, random);
    test::Checked checked = test::check_files({{paths[random.below(5)], text}});
    INFO(text);
    for (const Diagnostic& diagnostic : checked.diagnostics) {
      CHECK_FALSE(diagnostic.message.empty());
      CHECK(diagnostic.span.begin <= diagnostic.span.end);
    }
    const bool printed = !checked.rendered().empty();
    CHECK(printed == !checked.diagnostics.empty());
  }
}

}  // namespace
}  // namespace keel
