#include "understand/particulars.h"

#include <catch2/catch.hpp>
#include <string>

#include "contents.h"
#include "understand/names.h"
#include "understand/scope.h"

namespace keel {
namespace {

const ParticularsReader& reader() {
  static const ParticularsReader built = ParticularsReader::build();
  return built;
}

// The value of one particular; "-" when it was not heard, with its scope when that is not plain.
std::string heard(std::string_view typed, const char* name) {
  const Particulars particulars = reader().read(Text::read(typed));
  const Particular* found = particulars.find(name);
  if (found == nullptr) return "-";
  constexpr const char* scopes[] = {"", " negated", " hypothetical", " quoted", " past"};
  return found->value + scopes[static_cast<size_t>(found->scope)];
}

struct Row {
  std::string typed;
  std::string value;
};

TEST_CASE("a length after an ending is how long it was, not how long ago") {
  CHECK(heard("he left me 3 weeks ago after 5 years", "together_for") == "P5Y");
  CHECK(heard("he left me 3 weeks ago after 5 years", "duration") == "P3W");
  CHECK(heard("i called her after 2 hours", "together_for") == "-");
}

TEST_CASE("everything is heard in one crowded message") {
  const std::string typed =
      "my gf of 2 yrs left me on read since yesterday and im about to send her a 3rd text lol help";
  CHECK(heard(typed, "who") == "girlfriend");
  CHECK(heard(typed, "pronoun") == "she");
  CHECK(heard(typed, "together_for") == "P2Y");
  CHECK(heard(typed, "event") == "left-on-read");
  CHECK(heard(typed, "since") == "yesterday");
  CHECK(heard(typed, "count") == "3");
  CHECK(heard(typed, "channel") == "text");
  CHECK(heard(typed, "duration") == "-");
  CHECK(heard(typed, "intensity") == "-");
}

TEST_CASE("what happened has one name however it is put") {
  const Row rows[] = {
      {"he hasnt answered in two days", "no-reply"},
      {"she still hasn't texted me back", "no-reply"},
      {"no reply since friday", "no-reply"},
      {"still waiting for her to reply... waiting for an answer", "no-reply"},
      {"he saw my message and didnt reply", "left-on-read"},
      {"left on read again", "left-on-read"},
      {"we broke up last month", "broke-up"},
      {"he dumped me", "broke-up"},
      {"my wife left me after 20 years", "left-me"},
      {"he blocked me on everything", "blocked-me"},
      {"she said she needs space", "asked-for-space"},
      {"he needs some time to think", "asked-for-time"},
      {"she told me to stop texting her", "asked-me-to-stop"},
      {"my ex texted me out of nowhere", "they-reached-out"},
      {"i texted him last night and regret it", "i-texted"},
      {"i called her nine times", "i-called"},
      {"im about to text her", "about-to-text"},
      {"he cancelled on me again", "cancelled-plans"},
      {"we had a huge fight", "argued"},
      {"he cheated on me", "cheated"},
      {"she is seeing someone new", "someone-new"},
      {"he has been distant lately", "pulled-away"},
      {"all i got was a one word answer", "short-reply"},
      {"he moved out on sunday", "moved-out"},
      {"we have been on and off for years", "on-and-off"},
      {"no contact for 3 weeks", "no-contact"},
      {"i sent her a message and she hasn't replied", "no-reply"},
      {"he read my message at 9pm and still hasn't answered", "no-reply"},
      {"he left me hanging and hasnt replied", "no-reply"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "event") == row.value);
  }
}

TEST_CASE("nothing happened where nothing is told") {
  for (const char* typed :
       {"i havent replied to my boss", "i dont know what to do", "hello", "",
        "my sister sent me the link", "rather not answer that", "i didn't reply"}) {
    CAPTURE(typed);
    CHECK(heard(typed, "event") == "-");
  }
}

TEST_CASE("what is denied, imagined, quoted or past is kept apart") {
  const Row events[] = {
      {"if he left me for her i would be so sad", "left-me hypothetical"},
      {"im not about to text her", "about-to-text negated"},
      {"scared that he blocked me", "blocked-me hypothetical"},
      {"my friend said \"he dumped me\" and laughed", "broke-up quoted"},
  };
  for (const Row& row : events) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "event") == row.value);
  }
  const Row feelings[] = {
      {"im not angry", "angry negated"},
      {"i used to be scared", "scared past"},
      {"im so angry", "angry"},
      {"not angry just sad", "sad"},
      {"if i get jealous", "jealous hypothetical"},
  };
  for (const Row& row : feelings) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "feeling") == row.value);
  }
}

TEST_CASE("feelings are the writer's own") {
  const Row rows[] = {
      {"i feel so ashamed", "ashamed"},
      {"i cant stop crying", "crying"},
      {"she was crying", "-"},
      {"he is angry at me", "-"},
      {"i have anxious attachment", "-"},
      {"i keep walking into his empty half of the wardrobe", "-"},
      {"the empty flat makes me feel so lonely", "lonely"},
      {"it is an empty feeling", "empty"},
      {"i miss him", "missing them"},
      {"my heart is racing", "heart racing"},
      {"my friend is worried", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "feeling") == row.value);
  }
}

TEST_CASE("lengths are told apart: since it happened, together, and neither") {
  const struct {
    std::string typed;
    std::string duration;
    std::string together;
  } rows[] = {
      {"he left me 3 weeks ago", "P3W", "-"},
      {"we havent spoken for six weeks", "P6W", "-"},
      {"we've been together for 4 years", "-", "P4Y"},
      {"my husband of 11 years moved out two days ago", "P2D", "P11Y"},
      {"been dating 5 months", "-", "P5M"},
      {"it ended after 6 years together", "-", "P6Y"},
      {"im 34 years old and he blocked me", "-", "-"},
      {"we have a 4 year old", "-", "-"},
      {"he usually replies in like 5 mins", "-", "-"},
      {"i see her in 2 days", "-", "-"},
      {"its been 6 hours and she hasnt replied", "PT6H", "-"},
      {"day 23", "P23D", "-"},
      {"no contact for a couple of months", "P2M", "-"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "duration") == row.duration);
    CHECK(heard(row.typed, "together_for") == row.together);
  }
}

TEST_CASE("a beginning is heard after since and beside what happened") {
  const Row rows[] = {
      {"nothing since tuesday", "tuesday"},
      {"he hasnt replied since last night", "last night"},
      {"she blocked me yesterday", "yesterday"},
      {"since 9pm no answer", "9pm"},
      {"ever since he left", "-"},
      {"we are together since march", "-"},
      {"i see him tomorrow", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "since") == row.value);
  }
}

TEST_CASE("who it is about is a name, a role, or nobody") {
  const Row rows[] = {
      {"my bf hasnt texted", "boyfriend"},
      {"my ex gf wants to talk", "ex-girlfriend"},
      {"should i text dan", "Dan"},
      {"Marek left me", "Marek"},
      {"my ex husband is here", "ex-husband"},
      {"my sister's boyfriend is great", "-"},
      {"i want a boyfriend", "-"},
      {"his ex keeps calling", "-"},
      {"i live in Swansea", "-"},
      {"my friend anna says hi", "-"},
      {"we dated for TEN weeks", "-"},
      {"looking at Lucas's page, Lucas is gone", "Lucas"},
      {"i miss my mum", "mother"},
      {"my mum says no", "-"},
      {"will grace may", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "who") == row.value);
  }
}

TEST_CASE("the pronoun is the one used for that person") {
  const Row rows[] = {
      {"i miss him", "he"},
      {"my gf is mad, she left", "she"},
      {"my sister says she knows but i still text him", "he"},
      {"my ex blocked me and they wont answer", "they"},
      {"my boyfriend hates her", "-"},
      {"i feel sad", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "pronoun") == row.value);
  }
}

TEST_CASE("channels, ratings and counts") {
  const Row channels[] = {
      {"she left me on read on insta", "instagram"},   {"he texted me on whatsapp", "whatsapp"},
      {"i want to call him so badly", "call"},         {"they call me names", "-"},
      {"im going to drive to his house", "in person"}, {"he emailed me", "email"}};
  for (const Row& row : channels) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "channel") == row.value);
  }
  const Row ratings[] = {
      {"im at an 8", "8"},       {"mood like a 4", "4"},       {"7/10 bad", "7"},
      {"i texted 3 times", "-"}, {"he is 9 years older", "-"}, {"its 10pm", "-"}};
  for (const Row& row : ratings) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "intensity") == row.value);
  }
  const Row counts[] = {{"about to send my third message", "3"},
                        {"i double texted", "2"},
                        {"sent him 4 texts", "4"},
                        {"her third text was rude", "-"},
                        {"one text", "-"}};
  for (const Row& row : counts) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "count") == row.value);
  }
}

TEST_CASE("what a bystander does and says is not the person's") {
  const struct {
    std::string typed;
    std::string pronoun;
    std::string event;
  } rows[] = {
      {"my supervisor called me in and she was in a mood", "-", "-"},
      {"my brother's wife left him", "-", "-"},
      {"i rang my cousin and told him everything", "-", "-"},
      {"my neighbour Carl fixed my bike. he is kind. my ex hates me", "-", "-"},
      {"got a text from my aunt", "-", "-"},
      {"my sister loves him but he dumped me", "he", "broke-up"},
      {"my mum told me he's getting married", "he", "got-engaged"},
      {"she got back with him", "she", "someone-new"},
      {"he called me crazy", "he", "-"},
      {"he always texts me when he is drunk", "he", "-"},
      {"he was supposed to come over and he bailed", "he", "cancelled-plans"},
      {"she said \"i need space\" so ok", "she", "asked-for-space"},
      {"no reply from the landlord", "-", "-"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "pronoun") == row.pronoun);
    CHECK(heard(row.typed, "event") == row.event);
  }
}

TEST_CASE("a name is a person's, not a town's or a bystander's") {
  const Row rows[] = {
      {"moved back to Ballina. Kirsty texted yesterday", "Kirsty"},
      {"my boyfriend flew to Accra", "boyfriend"},
      {"Thandeka and I split in March", "Thandeka"},
      {"me n jono broke up", "Jono"},
      {"my husband went out with Piet (my uncle)", "husband"},
      {"i met him at Lidl", "-"},
      {"my niece Orla hugged me. i miss my wife", "wife"},
      {"her husband waved at me", "-"},
      {"my boyfriend's mother hates me", "boyfriend"},
      {"lauras number is still in my phone, should i text laura", "Laura"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "who") == row.value);
  }
}

TEST_CASE("a length is that of what happened") {
  const Row rows[] = {
      {"she has not picked my calls since two weeks", "P2W"},
      {"my husband he leave me before 2 months", "P2M"},
      {"he asked for time. 8 days.", "P8D"},
      {"he left on friday. 14 years.", "-"},
      {"he wants a break, after 3 years", "-"},
      {"he called and we talked for an hour", "-"},
      {"my friend ignored her boyfriend for a week", "-"},
      {"made it 12 days, one text and its gone", "P12D"},
      {"its been what, 5 weeks, and hes with her", "P5W"},
      {"half a year and i still set two plates", "P6M"},
      {"we had eight good months and then nothing", "-"},
      {"20 minutes of this. typing, stopping", "PT20M"},
      {"is 3 weeks a long time", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "duration") == row.value);
  }
}

TEST_CASE("a mark is one's own and for now") {
  const Row rows[] = {
      {"not a 9. maybe a 5", "5"}, {"panic was a 9 now its a 3", "3"}, {"a solid 7 tbh", "7"},
      {"its a 2 bed flat", "-"},   {"hes a 9 and im a 3", "-"},        {"urge is 6 or 7", "-"},
      {"6 outta 10", "6"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "intensity") == row.value);
  }
}

TEST_CASE("a mark is given in many ways, and not every number is one") {
  const Row rows[] = {
      {"six. my hands are cold", "6"},
      {"probably a four. it comes and goes", "4"},
      {"id say 9, maybe more in an hour", "9"},
      {"put me down for an 8. he drove past", "8"},
      {"hovering round a 7. she has not written", "7"},
      {"im at a nine and ive had three beers", "9"},
      {"3 messages. not one answer", "-"},
      {"she rated my song 2/10 and left a week later", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "intensity") == row.value);
  }
}

TEST_CASE("a channel is one that was used, or is meant to be") {
  const Row rows[] = {
      {"not a phone call, not even an email. a note on the fridge", "-"},
      {"hes on instagram all day but wont answer my text", "text"},
      {"he turned up at my work with roses", "in person"},
      {"we only write on signal now", "signal"},
      {"she didnt even ring the bell", "-"},
      {"he rang at six about the keys", "call"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "channel") == row.value);
  }
}

TEST_CASE("a feeling keeps its own word and its owner") {
  const Row rows[] = {
      {"absolutely gutted", "gutted"},
      {"i feel so hollow", "hollow"},
      {"happy birthday to me", "-"},
      {"i hurt him", "-"},
      {"she tells me im paranoid", "-"},
      {"day 40 no contact and im proud", "proud"},
      {"i've got a pain in my chest", "pain in chest"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(heard(row.typed, "feeling") == row.value);
  }
}

TEST_CASE("each particular carries the words it was read from") {
  const Text text = Text::read("well... he LEFT ME on read!!");
  const Particulars particulars = reader().read(text);
  REQUIRE(particulars.event.has_value());
  CHECK(particulars.event->words == "LEFT ME on read");
  CHECK(text.source().substr(particulars.event->span.begin, particulars.event->span.size()) ==
        particulars.event->words);
}

TEST_CASE("every event that can be heard is listed for writers") {
  const std::string readme = test::contents_of(KEEL_PACK "/dialogs/README.md");
  for (const HeardPhrase& phrase : event_phrases()) {
    CAPTURE(phrase.value);
    CHECK(readme.find("`" + std::string(phrase.value) + "`") != std::string::npos);
  }
}

TEST_CASE("the list of given names can be searched") {
  CHECK(is_given_name("mia"));
  CHECK(is_given_name("aaron"));
  CHECK(is_given_name("zuri"));
  CHECK_FALSE(is_given_name("will"));
  CHECK_FALSE(is_given_name(""));
  CHECK_FALSE(is_given_name("zzz"));
  CHECK_FALSE(is_given_name("aaro"));
}

}  // namespace
}  // namespace keel
