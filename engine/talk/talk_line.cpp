#include "talk/talk_line.h"

#include <array>
#include <utility>

namespace keel {
namespace {

using Kind = TalkLine::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 13> marks = {{
    {"Coach:", Kind::coach},
    {"Card:", Kind::coach},
    {"Replies:", Kind::coach},
    {"You:", Kind::you},
    {"Tap:", Kind::tap},
    {"Wait:", Kind::wait},
    {"at:", Kind::at},
    {"start:", Kind::start},
    {"language:", Kind::language},
    {"Slot:", Kind::slot},
    {"Journal:", Kind::journal},
    {"Safety:", Kind::safety},
    {"Ends", Kind::ends},
}};

constexpr std::string_view all_forms =
    "a line begins with Coach:, Card:, Replies:, You:, Tap:, Wait:, Slot:, Journal:, Safety:, at:, "
    "start: or language:, or is Ends";

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool expects_a_value(Kind kind) {
  return kind == Kind::slot || kind == Kind::journal;
}

void make_wrong(TalkLine& line, std::string why) {
  line.kind = Kind::wrong;
  line.text = std::move(why);
}

void judge(TalkLine& line) {
  const bool needs_text = line.kind != Kind::you && line.kind != Kind::ends &&
                          line.kind != Kind::coach && line.kind != Kind::nothing;
  if (needs_text && line.text.empty()) {
    make_wrong(line, "\"" + line.written + "\" says nothing more");
  } else if (line.kind == Kind::ends && !line.text.empty()) {
    make_wrong(line, "nothing stands after Ends");
  } else if (expects_a_value(line.kind) && read_expected(line.text).name.empty()) {
    make_wrong(line, "write it as \"urge = 8\", \"urge is known\" or \"urge is unknown\"");
  }
}

TalkLine read_line(std::string_view written, int number) {
  TalkLine line;
  line.number = number;
  line.written = std::string(written);
  if (written.empty() || written[0] == '#') return line;
  for (const auto& [mark, kind] : marks) {
    if (!written.starts_with(mark)) continue;
    line.kind = kind;
    line.text = std::string(trimmed(written.substr(mark.size())));
    if (kind == Kind::you) {
      // What was typed is given as it stands; one space after the mark is not part of it.
      const std::string_view typed = written.substr(mark.size());
      line.text = std::string(typed.starts_with(' ') ? typed.substr(1) : typed);
    }
    judge(line);
    return line;
  }
  make_wrong(line, "not a line of a talk: " + std::string(all_forms));
  return line;
}

}  // namespace

std::vector<TalkLine> read_talk(std::string_view talk) {
  std::vector<TalkLine> lines;
  int number = 0;
  while (!talk.empty()) {
    const size_t end = talk.find('\n');
    std::string_view line = talk.substr(0, end);
    talk.remove_prefix(end == std::string_view::npos ? talk.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(read_line(line, ++number));
  }
  return lines;
}

Expected read_expected(std::string_view text) {
  Expected expected;
  for (const auto& [words, is] : {std::pair{" is known", Expected::Is::known},
                                  std::pair{" is unknown", Expected::Is::unknown}}) {
    if (!text.ends_with(words)) continue;
    expected.name =
        std::string(trimmed(text.substr(0, text.size() - std::string_view(words).size())));
    expected.is = is;
  }
  const size_t equal = text.find(" = ");
  if (expected.name.empty() && equal != std::string_view::npos) {
    expected.name = std::string(trimmed(text.substr(0, equal)));
    expected.value = std::string(trimmed(text.substr(equal + 3)));
  }
  if (expected.name.find(' ') != std::string::npos) expected.name.clear();
  return expected;
}

}  // namespace keel
