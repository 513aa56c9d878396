#include "understand/safety_reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/hash.h"
#include "safety_pack.h"

namespace keel {
namespace {

struct Row {
  std::string message;
  std::string worst;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(safety_pack().worst(row.message) == row.worst);
  }
}

}  // namespace

TEST_CASE("Each bundled safety rule finds its own sentences and leaves the others") {
  std::vector<Diagnostic> mistakes = safety_pack().mistakes;
  check_safety(safety_pack().reader, safety_pack().content, mistakes);
  for (const Diagnostic& mistake : mistakes) {
    FAIL_CHECK(mistake.path << ": " << mistake.code << " " << mistake.message);
  }
  CHECK(safety_pack().content.languages.front().rules.size() > 60);
}

TEST_CASE("A message of danger is found with its category and level") {
  check_rows({
      {"I want to commit suicide", "suicide high"},
      {"I'm going to kill myself tonight", "suicide emergency"},
      {"the noose is ready and the door is locked", "suicide emergency"},
      {"how many paracetamol would it take to die", "suicide emergency"},
      {"some nights i hope i just dont wake up", "suicide ask"},
      {"everyone would be better off without me", "suicide ask"},
      {"i cut myself again last night", "self-harm high"},
      {"I was beaten up by my husband", "abuse high"},
      {"I am being abused", "abuse high"},
      {"she throws things and i am scared of her temper", "abuse ask"},
      {"I was raped", "sexual-violence high"},
      {"im going to stab him", "harm-to-others emergency"},
      {"she told me to stop but i keep texting her from new numbers", "stalking-by-user high"},
      {"I am having a heart attack", "medical emergency"},
      {"im 13 and my boyfriend left me", "minor high"},
      {"the radio keeps sending me messages", "psychosis ask"},
      {"i mixed xanax with vodka and cant stay awake", "substance emergency"},
      {"i make myself throw up after dinner", "eating ask"},
      {"my sister says she wants to die", "third-party high"},
  });
}

TEST_CASE("Figures of speech of heartbreak are left alone") {
  for (const char* message : {
           "dying to text him",
           "this is killing me",
           "i'd kill for a hug",
           "my phone died and i was dead tired",
           "he's dead to me now",
           "i could murder a curry",
           "she ghosted me and it hit me like a truck",
           "cutting him off was right",
           "i want to disappear from social media for a week",
           "can't live without coffee",
           "drowning in work and missing her",
           "my mum is going to kill me when she sees the bill",
           "i shot him a message and he hit me back",
           "i blew up his phone, so embarrassing i could have died",
           "we watched suicide squad on our first date",
           "i can't do this relationship any more",
           "i have 15 minutes left of my break",
           "my daughter is 12 and she asks about him",
           "we had two glasses of wine with friends",
           "i broke no contact and relapsed with one text",
       }) {
    CAPTURE(message);
    CHECK(safety_pack().worst(message) == "none");
  }
}

TEST_CASE("A denial flips a finding, and what stands beside a denial does not") {
  check_rows({
      {"i want to die", "suicide high"},
      {"i dont want to die", "none"},
      {"I'm not suicidal", "none"},
      {"I'm not suicidal, I just don't want to wake up", "suicide ask"},
      {"he doesnt know i want to die", "suicide high"},
      {"i don't think i want to die", "none"},
      {"i would never kill myself", "none"},
      {"i cant stop wanting to kill myself", "suicide high"},
      {"kill myself? never", "none"},
      {"he never hit me", "none"},
  });
}

TEST_CASE("Time, other people and jokes change a finding") {
  check_rows({
      {"years ago i tried to kill myself", "suicide ask"},
      {"i tried to kill myself last night", "suicide emergency"},
      {"he said he wants to die", "third-party high"},
      {"i miss my girlfriend and want to die", "suicide high"},
      {"she makes me want to die", "suicide high"},
      {"kms lol", "suicide ask"},
      {"i wanna die, no joke", "suicide high"},
      {"my brother cuts himself", "third-party high"},
  });
}

TEST_CASE("Hidden and misspelt words are read, and their place is that of what was typed") {
  check_rows({
      {"i want to k!ll myself", "suicide high"},
      {"thinking about s u i c i d e", "suicide high"},
      {"su1c1de seems like the answer", "suicide high"},
      {"i want to unalive myself", "suicide high"},
      {"I WANT TO DIEEEEEE", "suicide high"},
      {"i wnat to kil mysef", "suicide high"},
      {"i was r*ped", "sexual-violence high"},
      {"im thriteen", "minor high"},
  });
  const std::string message = "ok so i k!ll myself then";
  const auto found = safety_pack().reader.read(Text::read(message), {});
  REQUIRE(!found.empty());
  CHECK(message.substr(found[0].span.begin, found[0].span.size()) == "k!ll myself");
}

TEST_CASE("The risk in the last line of a long letter is found") {
  std::string letter = "Dear Tom,\nthe garden is fine and the cat misses you.\n";
  for (int i = 0; i < 40; ++i) letter += "I paid the gas and I saw your mother on Tuesday.\n";
  CHECK(safety_pack().worst(letter) == "none");
  CHECK(safety_pack().worst(letter + "I want to be dead.") == "suicide high");
}

TEST_CASE("A veiled line weighs more after a heavy one") {
  const SafetyContext heavy{"", SafetyLevel::high};
  CHECK(safety_pack().worst("none of it matters") == "none");
  CHECK(safety_pack().worst("none of it matters", heavy) == "suicide ask");
}

TEST_CASE("Yes to the question about ending one's life is read as an answer") {
  const SafetyContext asked{"Are you thinking of ending your life?", SafetyLevel::ask};
  const SafetyContext other{"Shall we breathe for a minute?", SafetyLevel::none};
  CHECK(safety_pack().worst("yes", asked) == "suicide high");
  CHECK(safety_pack().worst("sometimes", asked) == "suicide high");
  CHECK(safety_pack().worst("no", asked) == "none");
  CHECK(safety_pack().worst("yes", other) == "none");
}

TEST_CASE("Chatter, case and emoji around a message of danger do not hide it") {
  for (const char* core : {"i want to kill myself", "my husband hits me", "i was raped"}) {
    const std::string plain = safety_pack().worst(core);
    CAPTURE(core);
    REQUIRE(plain != "none");
    for (const std::string& message :
         {std::string("ok so idk how to say this. ") + core, std::string(core) + "... anyway 😭",
          std::string("😭😭 ") + core + "!!!", "Work was long.\n\n" + std::string(core) + "\nbye",
          std::string(core) + " and the dog needs food"}) {
      CAPTURE(message);
      CHECK(safety_pack().worst(message) == plain);
    }
  }
}

TEST_CASE("No bytes at all can break the reader") {
  Random random(20240607);
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    const uint64_t size = random.below(200);
    for (uint64_t i = 0; i < size; ++i) {
      bytes.push_back(static_cast<char>(random.below(round % 2 == 0 ? 256 : 128)));
    }
    for (const SafetyFinding& finding : safety_pack().reader.read(Text::read(bytes), {})) {
      CHECK(finding.span.begin <= finding.span.end);
      CHECK(finding.span.end <= Text::read(bytes).source().size());
    }
  }
  CHECK(safety_pack().worst("") == "none");
  CHECK(safety_pack().worst("k!") == "none");
  CHECK(safety_pack().worst(std::string(20'000, '!')) == "none");
}

}  // namespace keel
