#include "script/lines.h"

#include <algorithm>
#include <string>

#include "script/slips.h"

namespace keel {
namespace {

struct FlatLine {
  RawLine line;
  size_t depth = 0;
};

std::string counted(int spaces) {
  return std::to_string(spaces) + (spaces == 1 ? " space" : " spaces");
}

// Finds the depth of each line from the lines above it, so that a block which is shifted as a whole
// is one mistake.
class Indentation {
 public:
  Indentation(const Source& source, Report& report) : source_(source), report_(report) {}

  // The depth of a line with `columns` before it; `wrong` when they are not two a level.
  size_t depth(int columns, Span blank, bool& wrong) {
    while (levels_.back().columns > columns) levels_.pop_back();
    const Level above = levels_.back();
    if (above.columns == columns) {
      wrong = above.shift != 0;
      return limited(above.depth, blank, wrong);
    }
    const bool slipped = columns - above.columns == 1 && above.depth > 0;
    const int depth = slipped ? above.depth : above.depth + 1;
    const int shift = columns - 2 * depth;
    if (shift != 0 && shift != above.shift) complain(columns, depth, blank);
    levels_.push_back({columns, depth, shift});
    wrong = shift != 0;
    return limited(depth, blank, wrong);
  }

 private:
  struct Level {
    int columns = 0;
    int depth = 0;
    int shift = 0;  // columns beyond two a level
  };

  void complain(int columns, int depth, Span blank) {
    std::string hint = "two spaces a level: ";
    if (columns % 2 != 0 && depth > 0) {
      hint += std::to_string(columns - 1) + " or " + std::to_string(columns + 1);
    } else {
      hint += std::to_string(2 * depth) + " here";
    }
    report_.add("K001", source_, blank, "indented by " + counted(columns), std::move(hint));
  }

  size_t limited(int depth, Span blank, bool& wrong) {
    const auto wanted = static_cast<size_t>(depth);
    if (wanted < levels_max) return wanted;
    if (!too_deep_) {
      report_.add("K092", source_, blank, "this stands more than 64 levels deep",
                  "begin a `part` for what is inside");
    }
    too_deep_ = wrong = true;
    return levels_max;
  }

  const Source& source_;
  Report& report_;
  std::vector<Level> levels_{{-2, -1, 0}};
  bool too_deep_ = false;
};

std::vector<RawLine> take_children(std::vector<FlatLine>& flat, size_t& at, size_t depth) {
  std::vector<RawLine> lines;
  while (at < flat.size() && flat[at].depth >= depth) {
    lines.push_back(std::move(flat[at++].line));
    lines.back().children = take_children(flat, at, depth + 1);
  }
  return lines;
}

std::vector<IndentedLine> lines_of(const Source& source, Report& report) {
  std::vector<IndentedLine> lines;
  bool tab_seen = false;
  for (uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view line = without_blanks_at_end(source.line(number));
    const uint32_t begin = source.line_start(number);
    size_t text = 0;
    while (const size_t blank = blank_at(line, text)) text += blank;
    if (text == line.size() || line[text] == '#') continue;
    const auto text_begin = static_cast<uint32_t>(begin + text);
    const std::string_view blanks = line.substr(0, text);
    const size_t tab = blanks.find('\t');
    if (tab != std::string_view::npos && !tab_seen) {
      tab_seen = true;
      const auto at = static_cast<uint32_t>(begin + tab);
      report.add("K002", source, {at, at + 1}, "a tab stands before this line",
                 "it is read as one level; `keel fmt` makes two spaces of it");
    }
    lines.push_back({line.substr(text),
                     {text_begin, static_cast<uint32_t>(begin + line.size())},
                     {begin, text_begin},
                     columns_of(blanks),
                     Opening::unknown});
  }
  return lines;
}

std::string shortened(std::string_view line) {
  const size_t most = 40;
  if (line.size() <= most) return std::string(line);
  const size_t space = line.rfind(' ', most);
  return std::string(line.substr(0, space == std::string_view::npos ? 0 : space)) + " ...";
}

void report_slip(const Source& source, const IndentedLine& line, const Slip& slip, Report& report) {
  const int by = slip.now - slip.was;
  std::string message = "this line stands " + counted(by > 0 ? by : -by);
  message += by > 0 ? " too far to the left" : " too far to the right";
  std::string hint = "it begins at the left edge";
  if (slip.now > 0) {
    hint =
        counted(slip.now) + " before it, so that it stands under " + quoted(shortened(slip.parent));
  }
  report.add("K001", source, line.blank, std::move(message), std::move(hint));
}

void mend(const Source& source, std::vector<IndentedLine>& lines, std::vector<bool>& misplaced,
          Report& report) {
  const auto first = std::find_if(lines.begin(), lines.end(),
                                  [](const IndentedLine& line) { return line.columns > 0; });
  if (const int unit = mend_unit(lines); unit > 0) {
    report.add("K001", source, first->blank, "indented by " + counted(unit) + " a level",
               "two spaces a level: `keel fmt` makes it so in the whole file");
  }
  for (IndentedLine& line : lines) line.opening = opening_of(line.text);
  for (const Slip& slip : mend_slips(lines)) {
    report_slip(source, lines[slip.line], slip, report);
    misplaced[slip.line] = true;
  }
}

}  // namespace

int columns_of(std::string_view blanks) {
  int columns = 0;
  for (size_t at = 0; at < blanks.size();) {
    const size_t bytes = blank_at(blanks, at);
    const bool ideographic = bytes == 3 && blanks[at] == '\xE3';
    columns += blanks[at] == '\t' || ideographic ? 2 : 1;
    at += bytes == 0 ? 1 : bytes;
  }
  return columns;
}

std::vector<RawLine> read_lines(const Source& source, Report& report, Layout layout) {
  std::vector<IndentedLine> lines = lines_of(source, report);
  std::vector<bool> misplaced(lines.size(), false);
  if (layout == Layout::flow) mend(source, lines, misplaced, report);
  Indentation indentation(source, report);
  std::vector<FlatLine> flat(lines.size());
  for (size_t i = 0; i < lines.size(); ++i) {
    RawLine& line = flat[i].line;
    line.text = lines[i].text;
    line.span = lines[i].span;
    flat[i].depth = indentation.depth(lines[i].columns, lines[i].blank, line.misplaced);
    line.misplaced = line.misplaced || misplaced[i];
  }
  size_t at = 0;
  return take_children(flat, at, 0);
}

}  // namespace keel
