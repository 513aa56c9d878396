#include "draw/drawing.h"

#include <algorithm>

#include "draw/wrap.h"

namespace keel {

int font_size(TextSize size) {
  if (size == TextSize::small) return 11;
  if (size == TextSize::heading) return 14;
  return size == TextSize::title ? 22 : 13;
}

int measured_size(TextSize size) {
  const bool bold = size != TextSize::body && size != TextSize::small;
  return font_size(size) + (bold ? 1 : 0);
}

int line_height(TextSize size) {
  if (size == TextSize::small) return 15;
  if (size == TextSize::heading) return 20;
  return size == TextSize::title ? 30 : 18;
}

int text_height(const std::vector<TextLine>& lines) {
  int height = 0;
  for (const TextLine& line : lines) height += line_height(line.size);
  return height;
}

DrawnBox box_for(std::string style, const std::vector<TextLine>& texts, int width, int padding,
                 bool filled) {
  DrawnBox box;
  box.style = std::move(style);
  box.padding = padding;
  int widest = 0;
  for (const TextLine& text : texts) {
    const int size = measured_size(text.size);
    for (std::string& line : wrapped(text.text, width - 2 * padding, size)) {
      widest = std::max(widest, text_width(line, size));
      box.lines.push_back({std::move(line), text.size});
    }
  }
  box.width = filled ? width : std::min(width, widest + 2 * padding);
  box.height = text_height(box.lines) + (padding * 4 / 3);
  return box;
}

void add_moved(Drawing& whole, Drawing part, int x, int y) {
  for (DrawnBox& panel : part.panels) {
    panel.x += x;
    panel.y += y;
    whole.panels.push_back(std::move(panel));
  }
  for (DrawnBox& box : part.boxes) {
    box.x += x;
    box.y += y;
    whole.boxes.push_back(std::move(box));
  }
  for (Wire& wire : part.wires) {
    for (auto& [px, py] : wire.points) {
      px += x;
      py += y;
    }
    whole.wires.push_back(std::move(wire));
  }
}

}  // namespace keel
