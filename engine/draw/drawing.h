#pragma once
// Drawing: boxes with lines of text, wires between them and panels behind them, in whole pixels.
// What a layout makes and `svg_of` writes out.
//
//   Drawing drawing = drawing_of(chart);
//   std::cout << svg_of(drawing);
//
// Threads: plain values.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace keel {

enum class TextSize : uint8_t { body, small, strong, heading, title };

struct TextLine {
  std::string text;
  TextSize size = TextSize::body;
};

struct DrawnBox {
  std::string style;  // a class of the style sheet in svg.cpp
  int x = 0, y = 0, width = 0, height = 0;
  int padding = 0;
  bool centred = false;
  std::vector<TextLine> lines;
  std::string id;      // a place that links lead to
  std::string link;    // "#part-after", or empty
  std::string number;  // in the upper right corner
};

struct Wire {
  std::string style;
  std::vector<std::pair<int, int>> points;
  bool arrow = false;
  bool curved = false;  // four points of a Bezier curve; else straight pieces
};

struct Drawing {
  std::string title;
  std::string description;
  int width = 0, height = 0;
  std::vector<DrawnBox> panels;
  std::vector<Wire> wires;
  std::vector<DrawnBox> boxes;
  std::string style_sheet;  // added to the common one
};

int font_size(TextSize size);
// By which it is measured: bold letters are wider.
int measured_size(TextSize size);
int line_height(TextSize size);
int text_height(const std::vector<TextLine>& lines);
// A box for these texts, each cut into lines of at most `width` less the padding; as wide as they
// need, or `width` when it is `filled`.
DrawnBox box_for(std::string style, const std::vector<TextLine>& texts, int width, int padding,
                 bool filled);

// Adds `part`, moved by (x, y).
void add_moved(Drawing& whole, Drawing part, int x, int y);

}  // namespace keel
