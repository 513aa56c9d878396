// Every code has a page that `keel explain` prints, and the page tells the truth: its example
// prints what it says, and the mended example has no mistake. KEEL_UPDATE=1 writes what is printed
// anew; the review is the difference.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "review/approved_only.h"
#include "review/style.h"
#include "review/unclear_intents.h"
#include "script/codes.h"
#include "script/pages.h"
#include "script_cases.h"
#include "script_front.h"

namespace keel {
namespace {

namespace fs = std::filesystem;
using test::Fenced;

std::string code_of(const fs::path& path) {
  return path.stem().string();
}

bool updating() {
  const char* update = std::getenv("KEEL_UPDATE");
  return update != nullptr && std::string(update) == "1";
}

bool is_script(const Fenced& fenced) {
  return fenced.info.starts_with("keel");
}

// An example is a piece of a flow: a warning of another code, such as a missing last word, is not
// what its page is about.
void drop_other_warnings(const std::string& code, test::Checked& checked) {
  std::erase_if(checked.diagnostics, [&](const Diagnostic& found) {
    return found.severity == Severity::warning && found.code != code;
  });
}

// What the model makes of the examples of the page alone.
test::Checked intents_check(const Fenced& example) {
  Report reading;
  test::Checked checked;
  checked.front =
      std::make_shared<const Front>(read_front(test::files_in(test::script_of(example)), reading));
  Report report;
  const std::vector<IntentContent>& intents = checked.front->content.intents;
  warn_of_unclear_intents(*checked.front, learn_intents(intents, 1, in_turn), report);
  checked.diagnostics = report.take();
  return checked;
}

// The codes of the house style and of signing are told by what stands above the compiler.
test::Checked page_check(const std::string& code, const Fenced& example) {
  if (code.starts_with("K33")) return intents_check(example);
  const bool above = code.starts_with("K3");
  test::Checked checked = test::check_files(test::files_in(test::script_of(example)),
                                            above ? Depth::fast : Depth::full);
  drop_other_warnings(code, checked);
  if (!above) return checked;
  Report report;
  if (code == "K322") {
    report.add_all(refuse_unapproved("no-such-pack", *checked.front));
  } else {
    warn_of_style(*checked.front, report);
  }
  for (Diagnostic& found : report.take()) checked.diagnostics.push_back(std::move(found));
  return checked;
}

TEST_CASE("the example of each page prints what the page says, and shows its code alone",
          "[pages]") {
  for (const fs::path& path : test::page_paths()) {
    INFO(path.filename());
    std::string page = test::contents_of(path);
    const std::vector<Fenced> fenced = test::fenced_in(page);
    const auto example = std::find_if(fenced.begin(), fenced.end(), is_script);
    const auto printed = std::find_if(fenced.begin(), fenced.end(),
                                      [](const Fenced& f) { return f.info == "text"; });
    // Two codes cannot be shown on a page: they need more lines than one can read.
    if (code_of(path) == "K093" || code_of(path) == "K332") continue;
    REQUIRE(example != fenced.end());
    REQUIRE(printed != fenced.end());
    const test::Checked checked = page_check(code_of(path), *example);
    const std::vector<std::string> codes = checked.codes();
    CHECK(std::count(codes.begin(), codes.end(), code_of(path)) > 0);
    CHECK(static_cast<size_t>(std::count(codes.begin(), codes.end(), code_of(path))) ==
          codes.size());
    const std::string rendered = checked.rendered();
    if (updating() && printed->text != rendered) {
      page.replace(printed->begin, printed->end - printed->begin, rendered);
      std::ofstream(path, std::ios::binary) << page;
    } else {
      CHECK(printed->text == rendered);
    }
  }
}

TEST_CASE("the mended example of each page has no mistake", "[pages]") {
  size_t mended = 0;
  for (const fs::path& path : test::page_paths()) {
    INFO(path.filename());
    const std::vector<Fenced> fenced = test::fenced_in(test::contents_of(path));
    bool is_example = true;
    for (const Fenced& one : fenced) {
      if (!is_script(one)) continue;
      if (!std::exchange(is_example, false)) {
        ++mended;
        CHECK(page_check(code_of(path), one).rendered() == "");
      }
    }
  }
  CHECK(mended > 0);
}

TEST_CASE("every page is compiled in, under the title of its code", "[pages]") {
  for (const Code& code : all_codes()) {
    INFO(code.id);
    const std::string page(page_of(code.id));
    CHECK(page.starts_with("# " + std::string(code.id) + ": " + std::string(code.title) + "\n\n"));
    CHECK(page == test::contents_of(fs::path(KEEL_PACK) / "engine/script/pages" /
                                    (std::string(code.id) + ".md")));
  }
  CHECK(page_of("K000").empty());
}

TEST_CASE("codes are given once, in order", "[pages]") {
  const auto codes = all_codes();
  for (size_t i = 1; i < codes.size(); ++i) {
    INFO(codes[i].id);
    CHECK(codes[i - 1].id < codes[i].id);
  }
}

}  // namespace
}  // namespace keel
