// One message typed in many ways: what is heard changes when the meaning does, and only then.
#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "bundled_coach.h"
#include "understand/reader.h"

namespace keel {
namespace {

Understanding heard(const std::string& typed) {
  const std::shared_ptr<const Program> coach = test::bundled_coach();
  REQUIRE(coach);
  return coach->reader->read(Text::read(typed), {});
}

std::string first_intent(const Understanding& understood) {
  return understood.intents.empty() ? "-" : understood.intents.front().id;
}

std::string value_of(const Understanding& understood, const char* name) {
  const Particular* found = understood.particulars.find(name);
  return found == nullptr ? "-" : found->value;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// The first word of at least seven letters with its third and fourth changed over.
std::string swapped(std::string text) {
  size_t begin = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != ' ') continue;
    if (at - begin >= 7) {
      std::swap(text[begin + 2], text[begin + 3]);
      return text;
    }
    begin = at + 1;
  }
  return text;
}

struct Way {
  const char* name;
  std::function<std::string(const std::string&)> typed;
};

const std::vector<Way>& same_meaning() {
  static const std::vector<Way> ways = {
      {"all capitals", upper},
      {"a full stop", [](const std::string& text) { return text + "."; }},
      {"dots", [](const std::string& text) { return text + "..."; }},
      {"an emoji", [](const std::string& text) { return text + " \xF0\x9F\x98\xAD"; }},
      {"chatter before", [](const std::string& text) { return "ok so um " + text; }},
      {"chatter after", [](const std::string& text) { return text + " lol idk"; }},
      {"apostrophes",
       [](const std::string& text) {
         return replaced(replaced(replaced(text, "cant", "can't"), "im ", "i'm "), "hasnt",
                         "hasn\xE2\x80\x99t");
       }},
      {"two spaces", [](const std::string& text) { return replaced(text, " ", "  "); }},
      {"a long last letter",
       [](const std::string& text) { return text + text.substr(text.size() - 1); }},
      {"letters changed over", swapped},
  };
  return ways;
}

const std::vector<std::string>& messages() {
  static const std::vector<std::string> all = {
      "i really want to text my ex right now, please stop me",
      "he hasnt answered since tuesday and i keep looking at the phone",
      "she broke up with me two weeks ago and i cant stop crying",
      "i keep checking her insta to see if there is someone new",
      "i sent him a long message last night and i regret every word of it",
      "my head goes round and round about what he meant by that",
      "im scared he will leave me again, i can feel it coming",
      "i need to breathe slowly, can you count the breathing for me",
      "i want to write her a letter that i will never send",
      "he cheated on me and i dont know if i should stay or go",
  };
  return all;
}

TEST_CASE("typed in another way a message is heard as the same") {
  size_t tried = 0;
  for (const std::string& message : messages()) {
    const Understanding plain = heard(message);
    for (const Way& way : same_meaning()) {
      const std::string typed = way.typed(message);
      if (typed == message) continue;
      CAPTURE(way.name, typed);
      const Understanding other = heard(typed);
      ++tried;
      CHECK(first_intent(other) == first_intent(plain));
      for (const char* name : {"pronoun", "duration", "channel"})
        CHECK(value_of(other, name) == value_of(plain, name));
    }
  }
  CHECK(tried > 80);
}

TEST_CASE("another person in the same place changes the pronoun and nothing else") {
  const std::pair<const char*, const char*> words[] = {
      {" he ", " she "}, {" his ", " her "}, {" him ", " her "}};
  for (const std::string& message : messages()) {
    std::string other = " " + message + " ";
    for (const auto& [he, she] : words) other = replaced(other, he, she);
    const Understanding plain = heard(message);
    if (value_of(plain, "pronoun") != "he") continue;
    CAPTURE(other);
    const Understanding swapped = heard(other);
    CHECK(value_of(swapped, "pronoun") == "she");
    CHECK(first_intent(swapped) == first_intent(plain));
    CHECK(value_of(swapped, "duration") == value_of(plain, "duration"));
  }
}

TEST_CASE("a denial turns what is heard round") {
  const struct {
    const char* said;
    const char* denied;
    const char* particular;
  } rows[] = {
      {"he left me", "he hasnt left me", "event"},
      {"she blocked me yesterday", "she hasnt blocked me", "event"},
      {"i texted him", "i havent texted him", "event"},
      {"i feel lonely tonight", "i dont feel lonely tonight", "feeling"},
      {"im angry at her", "im not angry at her", "feeling"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.said, row.denied);
    const auto is_plain = [&row](const char* typed) {
      const Particulars particulars = heard(typed).particulars;
      if (std::string(row.particular) == "feeling")
        return std::any_of(particulars.feelings.begin(), particulars.feelings.end(),
                           [](const Particular& one) { return one.scope == Scope::plain; });
      const Particular* found = particulars.find(row.particular);
      return found != nullptr && found->scope == Scope::plain;
    };
    CHECK(is_plain(row.said));
    CHECK_FALSE(is_plain(row.denied));
  }
}

TEST_CASE("what is wanted and what is not wanted open different flows") {
  const std::pair<const char*, const char*> rows[] = {
      {"i want to text him", "i dont want to text him"},
      {"i want to call her tonight", "i am not going to call her tonight"},
  };
  for (const auto& [wanted, unwanted] : rows) {
    CAPTURE(wanted, unwanted);
    const Understanding wants = heard(wanted);
    const Understanding declines = heard(unwanted);
    const float sure_then = wants.intents.front().confidence;
    const auto same = std::find_if(
        declines.intents.begin(), declines.intents.end(),
        [&](const IntentGuess& guess) { return guess.id == wants.intents.front().id; });
    const bool weaker = same == declines.intents.end() || same->confidence < sure_then;
    CHECK(weaker);
  }
}

}  // namespace
}  // namespace keel
