#include "script/safety_rules.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "script/help_lines_json.h"
#include "understand/safety_reader.h"
#include "understand/safety_unmask.h"

namespace keel {
namespace {

const std::string head =
    "category risk\nmark not: not, dont\nlist want: want [to], wish to\n"
    "phrase act: jump off the roof, leave for good\n";
const std::string rule =
    "rule act\ncategory: risk\nlevel: high\npattern: {want} {act}\n"
    "yes: i want to jump off the roof\nno: i want soup\n";

// The codes of all mistakes, in order.
std::string codes(const std::string& text) {
  const Source source("intents/safety/test.keel", text);
  const Source* sources[] = {&source};
  std::vector<Diagnostic> mistakes;
  const SafetyContent content = read_safety_rules(sources, mistakes);
  const SafetyReader reader = SafetyReader::build(content, mistakes);
  check_safety(reader, content, mistakes);
  std::string all;
  for (const Diagnostic& mistake : mistakes) {
    CHECK(mistake.span.end <= text.size());
    all += (all.empty() ? "" : " ") + mistake.code;
  }
  return all;
}

std::string unmasked(const std::string& text) {
  const std::vector<SafetyMask> masks = {
      {SafetyMask::Kind::masked, "suicide", {}}, {SafetyMask::Kind::masked, "kill", {}},
      {SafetyMask::Kind::near, "myself", {}},    {SafetyMask::Kind::forms, "die", "dieing"},
      {SafetyMask::Kind::near, "hitting", {}},   {SafetyMask::Kind::known, "fitting", {}}};
  const SafetyUnmask unmask = SafetyUnmask::build(masks);
  const auto plain = unmask.read(Text::read(text));
  return plain ? plain->text.source() : text;
}

std::string codes_of_lines(const std::string& json) {
  const Source source("dialogs/help-lines.json", json);
  std::vector<Diagnostic> mistakes;
  const std::vector<HelpLine> lines = read_help_lines(source, mistakes);
  warn_of_old_checks(source, lines, "2026-11-21", mistakes);
  std::string all;
  for (const Diagnostic& mistake : mistakes) all += (all.empty() ? "" : " ") + mistake.code;
  return all;
}

std::string record(const std::string& fields) {
  return R"({"country": "GB", "for": "emergency", "name": "Services", "phone": "999",
            "source": {"organisation": "a", "domain": "b"}, "verification": "one-source",
            "checked": "2026-10-01")" +
         fields + "}";
}

// These records and an international directory.
std::vector<HelpLine> lines_and_directory(const std::string& records) {
  const std::string text =
      "[" + records + "," +
      record(R"(, "country": "ZZ", "for": "general", "name": "Directory", "phone": null,
                "chat": "example.org")") +
      "]";
  std::vector<Diagnostic> mistakes;
  std::vector<HelpLine> lines = read_help_lines(Source("dialogs/help-lines.json", text), mistakes);
  REQUIRE(mistakes.empty());
  return lines;
}

std::string names_of(const std::vector<HelpLine>& lines) {
  std::string joined;
  for (const HelpLine& line : lines) joined += line.name + " ";
  return joined;
}

}  // namespace

TEST_CASE("Safety rules with a mistake are told with their code") {
  CHECK(codes(head + rule).empty());
  CHECK(codes("i am lost\n" + head + rule) == "K220");
  CHECK(codes(head + rule + "colour: red\n") == "K221");
  CHECK(codes(head + "rule empty\ncategory: risk\nlevel: ask\n") == "K222 K222 K222");
  CHECK(codes(head + rule + "past: maybe\n") == "K223");
  CHECK(codes(head + "mark sometimes: often\n" + rule) == "K223");
  CHECK(codes(head + rule + rule) == "K224");
  CHECK(codes(head + rule + "pattern: (a|{act})\n") == "K225");
  CHECK(codes(head + rule + "pattern: {nobody}\n") == "K205");
  CHECK(codes(head + rule + "yes: nothing here\n") == "K226");
  CHECK(codes(head + rule + "no: i wish to leave for good\n") == "K227");
  CHECK(codes("list a: {b}\nlist b: {a}\n" + head + rule + "pattern: walk {a}\n") == "K228");
}

TEST_CASE("Words behind signs are read as the words they stand for") {
  CHECK(unmasked("k!ll") == "kill");
  CHECK(unmasked("su1c1de now") == "suicide now");
  CHECK(unmasked("s u i c i d e") == "suicide");
  CHECK(unmasked("s.u.i.c.i.d.e!") == "suicide!");
  CHECK(unmasked("$uic!de") == "suicide");
  CHECK(unmasked("su*cide") == "suicide");
  CHECK(unmasked("hurt mysef") == "hurt myself");
  CHECK(unmasked("hurt myslef") == "hurt myself");
  CHECK(unmasked("im dieing") == "im die");
  CHECK(unmasked("keeps htting me") == "keeps hitting me");
}

TEST_CASE("Ordinary words, numbers and signs are left as they are") {
  for (const char* text : {"that is fitting", "my shelf", "room 101", "it's 5am!!", "a b c",
                           "i o u", "k***", "me & him", "50% off", "skill"}) {
    CAPTURE(text);
    CHECK(unmasked(text) == text);
  }
}

TEST_CASE("Help lines with a mistake are told and the others kept") {
  CHECK(codes_of_lines("[" + record("") + "]").empty());
  CHECK(codes_of_lines("{") == "K230");
  CHECK(codes_of_lines("[1]") == "K231");
  CHECK(codes_of_lines("[" + record(R"(, "name": "")") + "]") == "K231");
  CHECK(codes_of_lines("[" + record(R"(, "for": "pizza")") + "]") == "K231");
  CHECK(codes_of_lines("[" + record(R"(, "for": "suicide")") + "]") == "K232");
  CHECK(codes_of_lines("[" + record(R"(, "checked": "2025-11-20")") + "]") == "K233");
}

TEST_CASE("A line that nobody has checked is shown to nobody unless it is for emergencies") {
  const auto all = lines_and_directory(
      record("") + "," + record(R"(, "for": "suicide", "name": "Good", "phone": "1")") + "," +
      record(R"(, "for": "suicide", "name": "Unsure", "verification": "to-check")"));
  const auto names = [&](std::string_view country, std::string_view need) {
    return names_of(lines_for(all, country, need));
  };
  CHECK(names("GB", "suicide") == "Good Services ");
  CHECK(names("GB", "children") == "Services Directory ");
  CHECK(names("", "suicide") == "Directory ");
  CHECK(names("XX", "suicide") == "Directory ");
}

TEST_CASE("Who is elsewhere than the clock says finds the directory, and closed lines come last") {
  const auto all = lines_and_directory(
      record("") + "," +
      record(
          R"(, "for": "suicide", "name": "Days", "phone": "1", "hours": "Mon-Fri 09:00-17:00")") +
      "," + record(R"(, "for": "suicide", "name": "Always", "phone": "2", "hours": "24/7")"));
  CHECK(region_of(all, "Europe/London") == "GB");
  CHECK(region_of(all, "Europe/Belfast") == "GB");
  CHECK(region_of(all, "Asia/Tokyo").empty());
  CHECK(region_of(all, "nowhere").empty());
  const auto names = [&](bool guessed, int32_t weekday) {
    LocalTime local;
    local.weekday = weekday;
    local.hour = 12;
    std::vector<HelpLine> lines = lines_for(all, "GB", "suicide", guessed);
    tell_who_answers(lines, local);
    return names_of(lines);
  };
  CHECK(names(false, 1) == "Days Always Services ");
  CHECK(names(true, 6) == "Always Services Directory Days ");
}

}  // namespace keel
