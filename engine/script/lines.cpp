#include "script/lines.h"

#include <string>

namespace keel {
namespace {

struct FlatLine {
  RawLine line;
  size_t depth = 0;
};

std::string_view without_trailing_space(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

// Finds the depth of each line from the lines above it, so that a block which is shifted as a whole
// is one mistake.
class Indentation {
 public:
  Indentation(const Source& source, Report& report) : source_(source), report_(report) {}

  // The depth of a line with `spaces` before it; `wrong` when they are not two a level.
  size_t depth(int spaces, Span blank, bool& wrong) {
    while (levels_.back().spaces > spaces) levels_.pop_back();
    const Level above = levels_.back();
    if (above.spaces == spaces) {
      wrong = above.shift != 0;
      return static_cast<size_t>(above.depth);
    }
    const bool slipped = spaces - above.spaces == 1 && above.depth > 0;
    const int depth = slipped ? above.depth : above.depth + 1;
    const int shift = spaces - 2 * depth;
    if (shift != 0 && shift != above.shift) complain(spaces, depth, blank);
    levels_.push_back({spaces, depth, shift});
    wrong = shift != 0;
    return static_cast<size_t>(depth);
  }

 private:
  struct Level {
    int spaces = 0;
    int depth = 0;
    int shift = 0;  // spaces beyond two a level
  };

  void complain(int spaces, int depth, Span blank) {
    const std::string found = std::to_string(spaces) + (spaces == 1 ? " space" : " spaces");
    std::string hint = "two spaces a level: ";
    if (spaces % 2 != 0 && depth > 0) {
      hint += std::to_string(spaces - 1) + " or " + std::to_string(spaces + 1);
    } else {
      hint += std::to_string(2 * depth) + " here";
    }
    report_.add("K001", source_, blank, "indented by " + found, std::move(hint));
  }

  const Source& source_;
  Report& report_;
  std::vector<Level> levels_{{-2, -1, 0}};
};

// Spaces before the text; a tab counts as two and is reported once a file.
int leading_spaces(const Source& source, uint32_t begin, std::string_view line, bool& tab_seen,
                   Report& report) {
  int spaces = 0;
  for (uint32_t i = 0; i < line.size() && (line[i] == ' ' || line[i] == '\t'); ++i) {
    if (line[i] == '\t' && !tab_seen) {
      tab_seen = true;
      report.add("K002", source, {begin + i, begin + i + 1}, "a tab before the line",
                 "indent with two spaces a level");
    }
    spaces += line[i] == '\t' ? 2 : 1;
  }
  return spaces;
}

std::vector<RawLine> take_children(std::vector<FlatLine>& flat, size_t& at, size_t depth) {
  std::vector<RawLine> lines;
  while (at < flat.size() && flat[at].depth >= depth) {
    lines.push_back(std::move(flat[at++].line));
    lines.back().children = take_children(flat, at, depth + 1);
  }
  return lines;
}

}  // namespace

std::vector<RawLine> read_lines(const Source& source, Report& report) {
  std::vector<FlatLine> flat;
  Indentation indentation(source, report);
  bool tab_seen = false;
  for (uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = without_trailing_space(source.line(number));
    const uint32_t begin = source.line_start(number);
    const size_t blank = line.find_first_not_of(" \t");
    if (blank == std::string_view::npos || line[blank] == '#') continue;
    const int spaces = leading_spaces(source, begin, line, tab_seen, report);
    const auto text_begin = static_cast<uint32_t>(begin + blank);
    const auto text_end = static_cast<uint32_t>(begin + line.size());
    FlatLine entry;
    entry.line.text = line.substr(blank);
    entry.line.span = {text_begin, text_end};
    entry.depth = indentation.depth(spaces, {begin, text_begin}, entry.line.misplaced);
    flat.push_back(std::move(entry));
  }
  size_t at = 0;
  return take_children(flat, at, 0);
}

}  // namespace keel
