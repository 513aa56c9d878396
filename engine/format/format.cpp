#include "format/format.h"

#include <algorithm>
#include <vector>

#include "base/width.h"
#include "script/lines.h"
#include "script/opening.h"

namespace keel {
namespace {

bool is_text(std::string_view bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint one = code_point_at(bytes, at);
    if ((one.value == 0xFFFD && one.bytes == 1) || one.value == 0) return false;
    at += one.bytes;
  }
  return true;
}

std::string_view without_leading_blanks(std::string_view text) {
  while (const size_t blank = blank_at(text, 0)) text.remove_prefix(blank);
  return text;
}

size_t quote_at(std::string_view text, size_t at) {
  if (text[at] == '"') return 1;
  for (const std::string_view mark : curly_quotes()) {
    if (text.compare(at, mark.size(), mark) == 0) return mark.size();
  }
  return 0;
}

// Where the quoted text that begins before `at` ends; the end of the text when it never does.
size_t closing_quote(std::string_view text, size_t at, bool straight) {
  const size_t close = text.find('"', at);
  if (straight && close != std::string_view::npos) return close;
  while (at < text.size() && quote_at(text, at) == 0) ++at;
  return at;
}

// One space between the words of a statement; what is quoted stays as it is.
std::string mended_syntax(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    if (const size_t blank = blank_at(text, at)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      at += blank;
      continue;
    }
    const size_t open = quote_at(text, at);
    if (open == 0) {
      out += text[at++];
      continue;
    }
    const size_t close = closing_quote(text, at + open, open == 1);
    if (close == text.size()) return out + std::string(text.substr(at));
    out += '"';
    out += text.substr(at + open, close - at - open);
    out += '"';
    at = close + quote_at(text, close);
  }
  return out;
}

std::string mended_line(std::string_view text) {
  if (const size_t spoken = spoken_at(text)) {
    const std::string_view words = without_leading_blanks(text.substr(spoken));
    std::string out = mended_syntax(text.substr(0, spoken));
    if (!words.empty()) out += " " + std::string(words);
    return out;
  }
  return opening_of(text) == Opening::unknown ? std::string(text) : mended_syntax(text);
}

struct Line {
  enum class Kind { empty, comment, content };
  Kind kind = Kind::empty;
  std::string_view text;  // without blanks at both ends
  int columns = 0;
  size_t depth = 0;  // of content
};

std::vector<Line> lines_in(const Source& source) {
  std::vector<Line> lines;
  for (uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::string_view whole = without_blanks_at_end(source.line(number));
    Line line;
    line.text = without_leading_blanks(whole);
    line.columns = columns_of(whole.substr(0, whole.size() - line.text.size()));
    if (!line.text.empty())
      line.kind = line.text.front() == '#' ? Line::Kind::comment : Line::Kind::content;
    lines.push_back(line);
  }
  return lines;
}

void depths_in(const std::vector<RawLine>& lines, size_t depth, std::vector<size_t>& depths) {
  for (const RawLine& line : lines) {
    depths.push_back(depth);
    depths_in(line.children, depth + 1, depths);
  }
}

// The depth of each line by how far it is set in, if there is one way to read that, and if the
// reader reads it so too.
bool give_depths(std::vector<Line>& lines, const std::vector<size_t>& read) {
  std::vector<int> levels;
  size_t content = 0;
  for (Line& line : lines) {
    if (line.kind != Line::Kind::content) continue;
    bool back = false;
    while (!levels.empty() && levels.back() > line.columns) {
      levels.pop_back();
      back = true;
    }
    if (levels.empty() || levels.back() < line.columns) {
      if (back) return false;
      levels.push_back(line.columns);
    }
    line.depth = levels.size() - 1;
    if (content >= read.size() || read[content++] != line.depth) return false;
  }
  return true;
}

class Writer {
 public:
  explicit Writer(bool flow) : flow_(flow) {}

  void line(const Line& line) {
    if (line.kind != Line::Kind::content) {
      waiting_.push_back(&line);
      return;
    }
    const bool part = flow_ && line.depth == 0 && opening_of(line.text) == Opening::part;
    write_waiting(line.depth, part);
    put(line.depth, flow_ ? mended_line(line.text) : std::string(line.text));
  }

  std::string finish() {
    while (!waiting_.empty() && waiting_.back()->kind == Line::Kind::empty) waiting_.pop_back();
    write_waiting(0, false);
    return std::move(out_);
  }

 private:
  // Comments stand as deep as what they speak of; those directly above a part belong to it.
  void write_waiting(size_t depth, bool before_part) {
    size_t first_of_part = waiting_.size();
    while (first_of_part > 0 && waiting_[first_of_part - 1]->kind == Line::Kind::comment)
      --first_of_part;
    for (size_t i = 0; i < waiting_.size(); ++i) {
      if (before_part && i == first_of_part) empty_line();
      if (waiting_[i]->kind == Line::Kind::empty) {
        empty_line();
      } else {
        put(depth, std::string(waiting_[i]->text));
      }
    }
    if (before_part && first_of_part == waiting_.size()) empty_line();
    waiting_.clear();
  }

  void empty_line() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
  }

  void put(size_t depth, const std::string& text) {
    out_ += std::string(2 * depth, ' ') + text + "\n";
  }

  bool flow_;
  std::vector<const Line*> waiting_;
  std::string out_;
};

}  // namespace

std::optional<std::string> formatted(const Source& original) {
  std::string text = original.text();
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!is_text(text)) return std::nullopt;
  const Source source(original.path(), std::move(text));
  std::vector<Line> lines = lines_in(source);
  const auto first = std::find_if(lines.begin(), lines.end(), [](const Line& line) {
    return line.kind == Line::Kind::content;
  });
  const bool flow = first != lines.end() && opens_with(first->text, "flow");
  Report report;
  std::vector<size_t> depths;
  depths_in(read_lines(source, report, flow ? Layout::flow : Layout::other), 0, depths);
  if (!give_depths(lines, depths)) return std::nullopt;
  Writer writer(flow);
  for (const Line& line : lines) writer.line(line);
  return writer.finish();
}

}  // namespace keel
