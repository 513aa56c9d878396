#include "review_pack.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace keel::test {
namespace {

const std::vector<PackFile> files = {
    {"dialogs/person.keel", "person\nname: name\nthey: pronoun\n"},
    {"dialogs/tea.keel", R"(# Read by the tea council.
flow tea
title: A cup of tea
offer: Make tea with me
why: Tea takes as long as it takes.
returning: We were making tea.
start on: wants-tea
keep: thirst until erased
define late: part_of_day is night

Coach: Tea it is.
  or: Tea again.
  # Said with care.
  or if late: Tea, at this hour.
  and if heard feeling is known: There is "{heard feeling}" in it.

Coach: How thirsty, from 0 to 10?
  ask thirst: scale 0 to 10
  again: A number from 0 to 10?
  why: A thirsty person gets the big cup.
  if skipped
    Coach: A middle cup, then.

if thirst >= 8
  Coach: You said {thirst}. The big cup.
    * Ice
      Coach: With ice.
    * No ice
otherwise
  Coach: The small cup.
wait 5 minutes
go to ready

part ready
Coach: It is ready.
end
)"},
    {"intents/tea.keel", "intent wants-tea\n\ni want tea\n"},
};

}  // namespace

Front review_front(const std::vector<PackFile>& more) {
  std::vector<PackFile> all = more;
  for (const PackFile& file : files) {
    const bool replaced = std::any_of(more.begin(), more.end(),
                                      [&](const PackFile& own) { return own.path == file.path; });
    if (!replaced) all.push_back(file);
  }
  Report report;
  Front front = read_front(all, report);
  for (const Diagnostic& mistake : report.diagnostics())
    if (mistake.severity == Severity::error) FAIL_CHECK(mistake.path + ": " + mistake.message);
  return front;
}

Front front_of_flow(const std::string& flow) {
  return review_front({{"dialogs/tea.keel", flow}});
}

const ReviewLine& line_saying(const Inventory& inventory, const std::string& text) {
  for (const ReviewLine& line : inventory.lines) {
    if (line.text == text) return line;
  }
  FAIL("no line says: " + text);
  return inventory.lines.front();
}

}  // namespace keel::test
