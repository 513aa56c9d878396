#include "draw/outline.h"

namespace keel {
namespace {

std::string kind_words(const ChartBox& box) {
  if (box.kind == BoxKind::say) return "Says: ";
  if (box.kind == BoxKind::question) return "Asks: ";
  if (box.kind == BoxKind::remember) return "Remembers: ";
  return {};
}

std::string see(uint32_t number) {
  return number == 0 ? std::string() : ", see " + std::to_string(number);
}

// Where those go on that the indentation leads back to: the box after theirs, or the next part.
void write_boxes(const std::vector<ChartBox>& boxes, size_t depth, uint32_t next, std::string& out);

void write_box(const ChartBox& box, size_t depth, uint32_t next, std::string& out) {
  const std::string indent(depth * 2, ' ');
  out += indent + std::to_string(box.number) + ". " + kind_words(box);
  out += box.kind == BoxKind::branch ? "Depends:" : box.text;
  if (!box.note.empty()) out += " (" + box.note + ")";
  out += see(box.target_number) + "\n";
  for (const std::string& choice : box.choices) out += indent + "  * " + choice + "\n";
  for (const ChartWay& way : box.ways) {
    for (size_t i = 0; i < way.labels.size(); ++i) {
      out += indent + (way.kind == WayKind::reply ? "  * " : "  - ") + way.labels[i];
      const bool last = i + 1 == way.labels.size();
      if (last) out += way.boxes.empty() ? (next == 0 ? "" : ": see " + std::to_string(next)) : ":";
      out += "\n";
    }
    write_boxes(way.boxes, depth + 2, next, out);
  }
}

void write_boxes(const std::vector<ChartBox>& boxes, size_t depth, uint32_t next,
                 std::string& out) {
  for (size_t i = 0; i < boxes.size(); ++i)
    write_box(boxes[i], depth, i + 1 < boxes.size() ? boxes[i + 1].number : next, out);
  const bool joins = depth > 0 && !boxes.empty() && boxes.back().ways.empty();
  if (joins && next != 0 && goes_on(boxes))
    out += std::string(depth * 2, ' ') + "see " + std::to_string(next) + "\n";
}

uint32_t first_after(const Chart& chart, size_t part) {
  for (size_t i = part + 1; i < chart.parts.size(); ++i) {
    if (!chart.parts[i].boxes.empty()) return chart.parts[i].boxes.front().number;
  }
  return 0;
}

}  // namespace

std::string outline_of(const Chart& chart) {
  std::string out = chart.id + ": " + chart.title + "\n";
  for (const std::string& fact : chart.facts) out += fact + "\n";
  for (size_t i = 0; i < chart.parts.size(); ++i) {
    const ChartPart& part = chart.parts[i];
    if (part.id.empty()) {
      out += "\nBeginning\n";
    } else {
      out += "\nPart " + part.id;
      for (size_t j = 0; j < part.from.size(); ++j)
        out += (j == 0 ? ", also from " : ", ") + std::to_string(part.from[j]);
      out += "\n";
    }
    write_boxes(part.boxes, 0, first_after(chart, i), out);
  }
  return out;
}

}  // namespace keel
