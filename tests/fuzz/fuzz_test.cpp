// Broken input, by seed: bytes, scripts and saves are mutated and must be answered with a value, a
// diagnostic or an error, never with a crash. Runs under the sanitizers. KEEL_LONG=1: minutes of
// it; KEEL_SEED repeats one case.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "abilities/facts.h"
#include "base/hash.h"
#include "dialog/respond.h"
#include "embed/coach.h"
#include "embed/pack_folder.h"
#include "store/session_json.h"
#include "understand/answers.h"

using namespace keel;

namespace {

uint64_t cases(uint64_t usual, uint64_t more) {
  const char* longer = std::getenv("KEEL_LONG");
  return longer != nullptr && *longer == '1' ? more : usual;
}

std::string mutated(std::string text, Random& random) {
  const uint64_t changes = 1 + random.below(6);
  for (uint64_t i = 0; i < changes && !text.empty(); ++i) {
    const size_t at = random.below(text.size());
    switch (random.below(6)) {
      case 0:
        text[at] = static_cast<char>(random.below(256));
        break;
      case 1:
        text.erase(at, 1 + random.below(12));
        break;
      case 2:
        text.insert(at, text.substr(random.below(text.size()), random.below(40)));
        break;
      case 3:
        text.insert(at, 1 + random.below(4), ' ');
        break;
      case 4:
        text.insert(at, "\n");
        break;
      default:
        std::swap(text[at], text[random.below(text.size())]);
    }
  }
  return text;
}

std::string random_bytes(Random& random) {
  std::string bytes(random.below(400), '\0');
  for (char& c : bytes) c = static_cast<char>(random.below(256));
  return bytes;
}

const std::vector<PackFile>& pack() {
  static const std::vector<PackFile> files = [] {
    Result<std::vector<PackFile>> read = read_pack(KEEL_PACK);
    return read ? std::move(*read) : std::vector<PackFile>();
  }();
  return files;
}

const Program& coach() {
  static const std::shared_ptr<const Program> program = compile(pack(), {}).program;
  REQUIRE(program);
  return *program;
}

}  // namespace

TEST_CASE("any bytes can be read, understood, marked and taken as an answer") {
  const std::string message =
      "My GF of 2 yrs left me on read since yesterday \xF0\x9F\x98\xAD and im about to send her a "
      "3rd text!! "
      "\"i cant do this\" he said... no it was 4 days, in Ireland";
  for (uint64_t seed = 1; seed <= cases(400, 60'000); ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const std::string bytes = seed % 3 == 0 ? random_bytes(random) : mutated(message, random);
    const Text text = Text::read(bytes);
    const Understanding understood = coach().reader->read(text, {});
    for (const SafetyFinding& finding : understood.safety) {
      REQUIRE(finding.span.begin <= finding.span.end);
      REQUIRE(finding.span.end <= text.source().size());
    }
    uint32_t before = 0;
    for (const FactMark& mark : read_facts(text)) {
      REQUIRE(mark.span.begin >= before);
      REQUIRE(mark.span.end <= text.source().size());
      before = mark.span.end;
    }
    read_duration(text, 0, 0);
    read_date(text, 0, 0);
    read_name(text);
    const auto scale = read_scale(text, 0, 10);
    REQUIRE((!scale || (*scale >= 0 && *scale <= 10)));
  }
}

TEST_CASE("a broken script gives diagnostics inside its file, never a program and never a crash") {
  REQUIRE_FALSE(pack().empty());
  for (uint64_t seed = 1; seed <= cases(60, 3'000); ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    std::vector<PackFile> files;
    // Intents are left out: training a model for every case would be all that this does.
    for (const PackFile& file : pack()) {
      if (file.path.rfind("dialogs/", 0) == 0) files.push_back(file);
    }
    PackFile& victim = files[random.below(files.size())];
    victim.text = mutated(victim.text, random);
    const Compiled compiled = compile(files, {});
    REQUIRE((compiled.program != nullptr) != has_errors(compiled.diagnostics));
    for (const Diagnostic& diagnostic : compiled.diagnostics) {
      const auto source =
          std::find_if(compiled.sources.begin(), compiled.sources.end(),
                       [&](const Source& s) { return s.path() == diagnostic.path; });
      REQUIRE(source != compiled.sources.end());
      REQUIRE_FALSE(render(diagnostic, *source).empty());
    }
  }
}

TEST_CASE("a broken save is an error or a session that can be saved again") {
  const Event opened{EventKind::opened, 1'772'580'000'000, 0, "e1", "", "", ""};
  const Event said{
      EventKind::said, 1'772'580'060'000, 0, "e2", "i want to text him so badly", "", ""};
  Response response = respond(coach(), {}, {}, opened);
  response = respond(coach(), std::move(response.session), {}, said);
  const std::string saved = session_to_json(response.session);
  for (uint64_t seed = 1; seed <= cases(300, 20'000); ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const Result<Session> loaded = session_from_json(mutated(saved, random));
    if (!loaded) continue;
    const std::string again = session_to_json(*loaded);
    REQUIRE(session_to_json(*session_from_json(again)) == again);
  }
}
