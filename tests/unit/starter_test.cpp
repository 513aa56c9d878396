// What `keel new` writes has no mistake, compiles, and talks as its transcript says.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "cli/starter.h"
#include "embed/coach.h"
#include "format/format.h"
#include "talk/talk.h"
#include "verify/check_pack.h"

namespace keel {
namespace {

TEST_CASE("the pack of `keel new` is without mistake, in form, and talks") {
  std::vector<PackFile> content;
  std::string transcript;
  for (const PackFile& file : starter_pack()) {
    INFO(file.path);
    if (file.path.ends_with(".keel")) {
      content.push_back(file);
      CHECK(formatted(Source(file.path, file.text)) == file.text);
    }
    if (file.path.ends_with(".talk")) transcript = file.text;
  }
  REQUIRE(content.size() >= 4);
  const std::vector<PackFile> pack = with_base_pack(content);
  const Checked checked = check_pack(pack, Depth::full, "2027-01-01");
  for (const Diagnostic& diagnostic : checked.diagnostics) {
    for (const Source& source : checked.front->sources) {
      if (source.path() == diagnostic.path) FAIL_CHECK(render(diagnostic, source));
    }
  }
  const Compiled compiled = compile(pack, {});
  REQUIRE(compiled.program);
  const Talk talk = run_talk(*compiled.program, transcript, Between::save_and_load);
  if (std::getenv("KEEL_UPDATE") != nullptr) {
    std::ofstream(std::string(KEEL_PACK) + "/engine/cli/starter/tests/transcripts/first.talk")
        << talk.written_anew;
  } else {
    INFO(render(talk, "first.talk"));
    CHECK(talk.passed());
  }
}

}  // namespace
}  // namespace keel
