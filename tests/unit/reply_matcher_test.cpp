#include "understand/reply_matcher.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace keel {
namespace {

ReplyMatcher pause_replies() {
  const std::vector<ReplyForms> replies = {
      {"It's getting louder", "louder", {"its getting worse", "i can't hold it"}, {}},
      {"I can stop here", "stop", {"i'm okay now", "done waiting"}, {}},
      {"Send it anyway", "send", {"i'm going to send it"}, {}},
  };
  return ReplyMatcher::build(replies);
}

ReplyMatcher safety_replies() {
  const std::vector<ReplyForms> replies = {
      {"Yes", "yes", {}, {"yes", "i am"}},
      {"No", "no", {}, {"no", "nope"}},
      {"I'm not sure", "unsure", {}, {"idk"}},
  };
  return ReplyMatcher::build(replies);
}

std::string value_of(const std::optional<ReplyMatch>& match) {
  return match ? std::to_string(match->reply) : "-";
}

TEST_CASE("a reply is found by its words, its number and words near it") {
  const ReplyMatcher replies = pause_replies();
  const struct {
    std::string typed;
    std::string reply;
  } rows[] = {
      {"It's getting louder", "0"},
      {"ITS GETTING LOUDER!!", "0"},
      {"ok its getting worse lol", "0"},
      {"2", "1"},
      {"the second one", "1"},
      {"option 3", "2"},
      {"the last one", "2"},
      {"its gettin louder", "0"},
      {"send it anyway please", "2"},
      {"sending it anyway", "2"},
      {"i can stop", "1"},
      {"4", "-"},
      {"what is this", "-"},
      {"my ex has a new dog", "-"},
      {"i cant stop here", "-"},
      {"", "-"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(value_of(replies.match(Text::read(row.typed))) == row.reply);
  }
}

TEST_CASE("words that only mean yes are a yes where a reply's value is yes") {
  const std::vector<ReplyForms> forms = {{"Yes, he asked me to stop", "yes", {}, {}},
                                         {"No", "no", {}, {}},
                                         {"I don't know", "unsure", {}, {}}};
  const ReplyMatcher replies = ReplyMatcher::build(forms);
  CHECK(value_of(replies.match(Text::read("yep"))) == "0");
  CHECK(value_of(replies.match(Text::read("nah"))) == "1");
  CHECK(value_of(replies.match(Text::read("kinda"))) == "2");
  CHECK(replies.match(Text::read("yep"))->confidence < 1);
}

TEST_CASE("a reply with only like lines is never guessed") {
  const ReplyMatcher replies = safety_replies();
  CHECK(value_of(replies.match(Text::read("nope"))) == "1");
  CHECK(value_of(replies.match(Text::read("No."))) == "1");
  CHECK(value_of(replies.match(Text::read("i am"))) == "0");
  CHECK(value_of(replies.match(Text::read("nah not really"))) == "-");
  CHECK(value_of(replies.match(Text::read("yeah"))) == "-");
}

TEST_CASE("where labels are numbers, a number is a label and not a place") {
  const std::vector<ReplyForms> forms = {{"2 minutes", "a", {}, {}}, {"10 minutes", "b", {}, {}}};
  const ReplyMatcher replies = ReplyMatcher::build(forms);
  CHECK(value_of(replies.match(Text::read("2"))) == "0");
  CHECK(value_of(replies.match(Text::read("10 minutes"))) == "1");
  CHECK(value_of(replies.match(Text::read("1"))) == "-");
}

}  // namespace
}  // namespace keel
