#pragma once
// Source: one file of content with its lines, so that a place can be shown to its author.
// Offsets are bytes into `text`; lines and columns count from 1, columns in code points.
// Threads: immutable after construction.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keel {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;  // exclusive

  bool empty() const { return begin >= end; }
  uint32_t size() const { return empty() ? 0 : end - begin; }
  bool operator==(const Span&) const = default;
};

struct Position {
  uint32_t line = 1;
  uint32_t column = 1;
};

class Source {
 public:
  Source(std::string path, std::string text);

  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }
  std::string_view slice(Span span) const;
  Position position(uint32_t offset) const;
  uint32_t line_count() const { return static_cast<uint32_t>(line_starts_.size()); }
  // The line without its line break; `line` counts from 1.
  std::string_view line(uint32_t line) const;
  uint32_t line_start(uint32_t line) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<uint32_t> line_starts_;
};

}  // namespace keel
