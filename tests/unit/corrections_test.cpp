#include "understand/corrections.h"

#include <catch2/catch.hpp>
#include <string>

namespace keel {
namespace {

std::optional<Correction> corrected(const std::string& said, const std::string& typed) {
  static const ParticularsReader reader = ParticularsReader::build();
  return read_correction(Text::read(typed), said, reader);
}

struct Row {
  std::string said;
  std::string typed;
  std::string slot;
  std::string value;  // "-": wrong, and nothing in its place
};

void check(std::span<const Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.said, row.typed);
    const auto found = corrected(row.said, row.typed);
    REQUIRE(found.has_value());
    CHECK(found->slot == row.slot);
    CHECK(found->value.value_or("-") == row.value);
  }
}

TEST_CASE("a correction puts right who it is and what they are called") {
  const Row rows[] = {
      {"You miss Anna.", "her names hannah", "other-name", "Hannah"},
      {"You miss Anna.", "its hannah not anna", "other-name", "Hannah"},
      {"You miss Anna.", "thats not her name", "other-name", "-"},
      {"Hello again, Ben.", "call me benny", "own-name", "Benny"},
      {"He went quiet.", "she not he", "other-pronoun", "she"},
      {"Your boyfriend went quiet.", "my husband actually", "who", "husband"},
      {"Your girlfriend went quiet.", "ex", "who", "ex-girlfriend"},
      {"You two are divorced.", "separated, not divorced", "status", "separated"},
      {"", "im a guy btw", "own-gender", "man"},
      {"You wrote to Katherine.", "kathryn. with a y", "other-name", "Kathryn"},
      {"Does Omar's answer still sting?", "whos omar? its about bilal", "other-name", "Bilal"},
      {"Good evening, Rebecca.", "its Becca, only the bank says rebecca", "own-name", "Becca"},
      {"Have I got it right that Jo left?", "no not jo, it was sam that left", "other-name", "Sam"},
      {"You want to hear from her.", "him*", "other-pronoun", "he"},
      {"They said they need room.", "you can say she you know", "other-pronoun", "she"},
      {"So you are the woman who stayed.", "guy here lol", "own-gender", "man"},
      {"You miss your brother.", "no i miss my boyfriend, my brother is just here", "who",
       "boyfriend"},
      {"Lucas's answer is late.", "who the hell is lucas", "other-name", "-"},
      {"Ravi said he went home.", "ravi's a girl fyi", "other-pronoun", "she"},
      {"He told you himself.", "please use they for my ex", "other-pronoun", "they"},
      {"Good that you came, Margaret.", "thats not my name", "own-name", "-"},
      {"Many women feel like that.", "im not one of those, im a man", "own-gender", "man"},
      {"You were a good husband to her.", "we were two wives", "own-gender", "woman"},
      {"You think of your colleague a lot.", "he was my boyfriend, nobody at work knew", "who",
       "boyfriend"},
      {"Your wife asked for the papers.", "ex wife since monday", "who", "ex-wife"},
  };
  check(rows);
}

TEST_CASE("a correction puts right how long, when, how often and how strong") {
  const Row rows[] = {
      {"Two years together is a long time.", "no it was 3 years", "duration", "P3Y"},
      {"It has been two days.", "four, not two", "duration", "P4D"},
      {"", "no it was 3 years", "duration", "P3Y"},
      {"You texted twice.", "three times", "count", "3"},
      {"He left on Tuesday.", "thursday not tuesday", "time", "thursday"},
      {"The urge is a 5.", "sorry i meant 8", "intensity", "8"},
      {"He has been quiet since Sunday.", "no since friday", "time", "friday"},
      {"Three weeks since the call.", "DAYS i meant three days", "duration", "P3D"},
      {"Six days with no word.", "make that 7, its after midnight", "duration", "P7D"},
      {"Day 20 of no contact.", "day 19 i think", "count", "19"},
      {"A nine, then.", "nah put seven", "intensity", "7"},
      {"You cried twice today.", "we have three, no wait, four", "count", "4"},
      {"So a six tonight.", "nearer a nine if im fair", "intensity", "9"},
      {"You rated it at 5.", "i never gave a number", "intensity", "-"},
      {"He has been away for six weeks.", "half that", "duration", "P3W"},
      {"Two months since she went.", "one and half year already", "duration", "P18M"},
      {"Five days of silence.", "six, its past midnight", "duration", "P6D"},
      {"It has lasted three weeks.", "thats not how long it was", "duration", "-"},
      {"She rang at eight.", "it was more like ten to nine", "time", "20:50"},
      {"You woke at 4 a.m.", "03:20 to be exact", "time", "03:20"},
  };
  check(rows);
}

TEST_CASE("a correction puts right what happened, who did it, where and how it felt") {
  const Row rows[] = {
      {"You sound sad.", "more like angry", "feeling", "angry"},
      {"She left you on read on WhatsApp.", "it was on insta", "channel", "instagram"},
      {"You live in the UK.", "no ireland", "country", "IE"},
      {"She broke up with you.", "other way round, i broke up with her", "agent", "I"},
      {"You want to call her tonight.", "not call. text", "channel", "text"},
      {"He told you over the phone.", "to my face. on the stairs", "channel", "in person"},
      {"He wrote that message.", "his sister wrote it, he only signed", "agent", "sister"},
      {"She ended it.", "no i did", "agent", "I"},
      {"You saw her at the station.", "airport, not station", "place", "airport"},
      {"You feel jealous.", "i never said jealous", "feeling", "-"},
      {"She ended the call.", "that was me actually", "agent", "I"},
      {"He told your parents.", "my cousin was the one telling them", "agent", "cousin"},
      {"You broke the silence.", "i didnt, she wrote first", "agent", "she"},
      {"She chose to part.", "both of us chose it", "agent", "we"},
      {"You two met in Leeds.", "shes from leeds, we met in Bradford", "place", "Bradford"},
      {"It happened in the garden.", "kitchen. the garden is where i hid", "place", "kitchen"},
      {"He left you at the wedding.", "he didnt leave me, he asked me to go", "event", "-"},
      {"You live in Kenya.", "Uganda. my ex is in kenya", "country", "UG"},
  };
  check(rows);
}

TEST_CASE("who says no in a few words corrects what stands above the question") {
  const std::string turn =
      "It has been quiet since tuesday. The feeling in it: sad.\nA silent phone can be very "
      "loud.\nWhat does your mind say the silence means?";
  const Row rows[] = {{turn, "no it was since monday", "time", "monday"},
                      {turn, "not sad, just empty", "feeling", "empty"}};
  check(rows);
  CHECK_FALSE(corrected(turn, "that i feel awful since monday"));
  CHECK_FALSE(corrected(turn, "no sleep at all, and i feel so empty since monday"));
}

TEST_CASE("an answer, an agreement and a new story correct nothing") {
  const struct {
    std::string said;
    std::string typed;
  } rows[] = {
      {"How loud is the urge, from 0 to 10?", "7"},
      {"How long can you wait?", "20 minutes"},
      {"It has been two days.", "yeah exactly"},
      {"He left you on read. What would you like to do?", "text him"},
      {"", "he left me 3 weeks ago"},
      {"You sound sad.", "i am"},
      {"Did he ask you to stop?", "no"},
      {"It has been nine days.", "nine days and i wore his scarf for six of them"},
      {"You wrote to Dan.", "yes and then my sister Amy rang at 10"},
      {"She wrote on WhatsApp.", "and on insta, and an email on sunday"},
      {"Perhaps he was asleep.", "no he wasnt, he was online till 2"},
      {"A day without writing is yours.", "it wasnt me, i had no signal"},
      {"He left on Friday.", "i keep thinking about the friday before, at my mums"},
      {"He said he would be home by six.", "its ten past seven now and nothing"},
      {"Your wife met someone.", "his name is Colin. of all names"},
      {"Kofi called it off.", "exactly. and kofi's the one who cries"},
      {"You met in March.", "we met in the rain and i had no coat"},
      {"You texted once.", "i didnt sleep after, five hours of staring"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.said, row.typed);
    CHECK_FALSE(corrected(row.said, row.typed).has_value());
  }
}

}  // namespace
}  // namespace keel
