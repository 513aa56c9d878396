// keel fmt: mends what stands around the words, and no word; twice is once.
#include "format/format.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "embed/pack_folder.h"
#include "script/front.h"
#include "script/opening.h"
#include "script_cases.h"
#include "script_dump.h"

namespace keel {
namespace {

std::string fmt(const std::string& text) {
  const std::optional<std::string> after = formatted(Source("dialogs/x.keel", text));
  return after ? *after : "(left as it is)";
}

TEST_CASE("each mend, and what stays") {
  struct Row {
    std::string before;
    std::string after;
  };
  const std::string head = "flow x\ntitle: X\n";
  const Row rows[] = {
      {head, head},
      {"\xEF\xBB\xBF" + head, head},
      {"flow x\r\ntitle: X\r\n", head},
      {"flow x   \ntitle:  X \t\n", head},
      {"\n\nflow x\n\n\n\ntitle: X", "flow x\n\ntitle: X\n"},
      {head + "Coach: Hi\n\tor: Ho\n", head + "Coach: Hi\n  or: Ho\n"},
      {head + "Coach: Hi\n     or: Ho\n     or: Hu\n", head + "Coach: Hi\n  or: Ho\n  or: Hu\n"},
      {head + "Coach:Hi  there,  “you”\n", head + "Coach: Hi  there,  “you”\n"},
      {head + "set  a\tto “so  so”\n", head + "set a to \"so  so\"\n"},
      {head + "Coach: A\n  or if  a  is b:  So:  “so”\n",
       head + "Coach: A\n  or if a is b: So:  “so”\n"},
      {head + "end\npart a\nCoach: A\n", head + "end\n\npart a\nCoach: A\n"},
      {head + "end\n# of a\npart a\nend\n", head + "end\n\n# of a\npart a\nend\n"},
      {head + "Coach: A\n # of it\n  or: B\n#  last  \n",
       head + "Coach: A\n  # of it\n  or: B\n#  last\n"},
      {head + "Couch:  as  it is\n", head + "Couch:  as  it is\n"},
      {"intent a\n\n\ni  want   this \n", "intent a\n\ni  want   this\n"},
      {head + "Coach: A\n    or: B\n  or: C\n", "(left as it is)"},
      {head + "Coach: A\nask b: text\nCoach: C\n", "(left as it is)"},
      {"flow x\xFF\n", "(left as it is)"},
      {"", ""}};
  for (const Row& row : rows) {
    INFO(row.before);
    CHECK(fmt(row.before) == row.after);
    if (row.after != "(left as it is)") CHECK(fmt(row.after) == row.after);
  }
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string spoken_in(const std::string& text) {
  const Source source("x", text);
  std::string all;
  for (uint32_t number = 1; number <= source.line_count(); ++number) {
    std::string_view line = without_blanks_at_end(source.line(number));
    while (const size_t blank = blank_at(line, 0)) line.remove_prefix(blank);
    const size_t at = spoken_at(line);
    if (at == 0) continue;
    line.remove_prefix(at);
    while (const size_t blank = blank_at(line, 0)) line.remove_prefix(blank);
    all += std::string(line) + "\n";
  }
  return all;
}

std::string flows_of(const std::vector<PackFile>& files) {
  Report report;
  const Front front = read_front(files, report);
  std::string all;
  for (const Lowered& lowered : front.flows) all += test::dump(lowered.flow);
  return all;
}

TEST_CASE("the bundled pack stays what it is, however its files were written") {
  const Result<std::vector<PackFile>> pack = read_pack(KEEL_PACK);
  REQUIRE(pack);
  const std::string wanted = flows_of(*pack);
  std::vector<PackFile> after = *pack;
  for (PackFile& file : after) {
    if (!file.path.ends_with(".keel")) continue;
    INFO(file.path);
    const std::optional<std::string> once = formatted(Source(file.path, file.text));
    REQUIRE(once);
    CHECK(*once == file.text);
    const bool flow = file.path.starts_with("dialogs/") && !file.path.ends_with("person.keel");
    std::string worse = replaced(file.text, "\n", " \r\n");
    if (flow) worse = replaced(replaced(worse, "\n    ", "\n\t\t"), "\n  ", "\n\t");
    if (flow) worse = replaced(worse, "\tgo to ", "\tgo\xC2\xA0 to  ");
    worse = "\xEF\xBB\xBF" + worse + "\r\n\r\n";
    const std::optional<std::string> mended = formatted(Source(file.path, worse));
    REQUIRE(mended);
    CHECK(*mended == file.text);
    CHECK(spoken_in(*mended) == spoken_in(worse));
    file.text = worse;
  }
  CHECK(flows_of(after) == wanted);
}

TEST_CASE("whatever stands in a file, formatting it twice is formatting it once") {
  for (const auto& path : test::page_paths()) {
    for (const test::Fenced& fenced : test::fenced_in(test::contents_of(path))) {
      if (!fenced.info.starts_with("keel")) continue;
      const std::optional<std::string> once = formatted(Source("x", test::script_of(fenced)));
      if (!once) continue;
      INFO(*once);
      CHECK(formatted(Source("x", *once)) == once);
      CHECK(spoken_in(*once) == spoken_in(test::script_of(fenced)));
    }
  }
}

}  // namespace
}  // namespace keel
