#include "draw/chart_layout.h"

#include <algorithm>
#include <cmath>

namespace keel {
namespace {

constexpr int box_width = 244;
constexpr int box_padding = 12;
constexpr int number_width = 14;
constexpr int pill_width = 184;
constexpr int pill_padding = 10;
constexpr int pill_gap = 4;
constexpr int gap = 22;  // between boxes, with an arrow in it
constexpr int column_gap = 16;
constexpr int bus = 12;  // from a box to the wire that its ways share
constexpr int panel_padding = 18;
constexpr int panel_gap = 26;
constexpr int page_margin = 28;
constexpr int diamond = 16;

// Something laid out around its axis: it is entered at the top of the axis and left at its end.
struct Piece {
  Drawing drawing;
  int left = 0;  // how far it reaches from the axis, which is x = 0
  int right = 0;
  int height = 0;
  bool exits = true;
};

void cover(Piece& piece, int left, int right) {
  piece.left = std::max(piece.left, left);
  piece.right = std::max(piece.right, right);
}

void add(Piece& whole, Piece part, int x, int y) {
  cover(whole, part.left - x, part.right + x);
  whole.height = std::max(whole.height, y + part.height);
  add_moved(whole.drawing, std::move(part.drawing), x, y);
}

Piece piece_of(DrawnBox box) {
  Piece piece;
  box.x = -box.width / 2;
  piece.left = -box.x;
  piece.right = box.width + box.x;
  piece.height = box.height;
  piece.drawing.boxes.push_back(std::move(box));
  return piece;
}

void wire(Piece& piece, std::vector<std::pair<int, int>> points, bool arrow) {
  piece.drawing.wires.push_back({"way", std::move(points), arrow, false});
}

std::string style_of(const ChartBox& box) {
  switch (box.kind) {
    case BoxKind::say:
      return "say";
    case BoxKind::question:
      return "question";
    case BoxKind::wait:
      return "wait";
    case BoxKind::branch:
      return "branch";
    case BoxKind::remember:
      return "remember";
    case BoxKind::act:
      return "act";
    case BoxKind::visit:
      return "visit";
    case BoxKind::go_part:
      return "go";
    case BoxKind::go_flow:
      return "leave";
    case BoxKind::end:
      return "end";
  }
  return {};
}

DrawnBox drawn(const ChartBox& box) {
  const bool words = box.kind == BoxKind::say || box.kind == BoxKind::question;
  const TextSize size = box.kind == BoxKind::remember ? TextSize::small : TextSize::body;
  std::vector<TextLine> texts = {{box.text, size}};
  if (box.kind == BoxKind::visit) texts.push_back({"and comes back", TextSize::small});
  if (!box.note.empty()) texts.push_back({box.note, TextSize::small});
  for (const std::string& choice : box.choices)
    texts.push_back(
        {(choice.starts_with("\xe2\x86\x92") ? "" : "\xe2\x80\xa2 ") + choice, TextSize::body});
  const bool numbered = words || box.kind == BoxKind::wait;
  DrawnBox made =
      box_for(style_of(box), texts, box_width - (numbered ? number_width : 0), box_padding, words);
  made.centred = !words;
  made.id = "box-" + std::to_string(box.number);
  if (numbered) {
    made.number = std::to_string(box.number);
    made.width += number_width;
  }
  if (box.target_number != 0) made.link = "#part-" + box.target;
  if (box.kind == BoxKind::branch) made.width = made.height = diamond;
  return made;
}

Piece sequence(const std::vector<ChartBox>& boxes);

// The labels of a way, one under the other, and what they lead to.
Piece column(const ChartWay& way) {
  Piece piece;
  const std::string style = way.kind == WayKind::reply       ? "reply"
                            : way.kind == WayKind::condition ? "condition"
                                                             : "other";
  int y = 0;
  for (const std::string& label : way.labels) {
    DrawnBox pill = box_for(style, {{label, TextSize::body}}, pill_width, pill_padding, false);
    pill.centred = true;
    const int height = pill.height;
    if (y > 0) y += pill_gap;
    add(piece, piece_of(std::move(pill)), 0, y);
    y += height;
  }
  if (way.boxes.empty()) return piece;
  Piece body = sequence(way.boxes);
  wire(piece, {{0, y}, {0, y + gap}}, true);
  piece.exits = body.exits;
  add(piece, std::move(body), 0, y + gap);
  return piece;
}

// The columns side by side, the axis in the middle between the first's and the last's.
Piece columns(const ChartBox& box, int top) {
  std::vector<Piece> pieces;
  for (const ChartWay& way : box.ways) pieces.push_back(column(way));
  std::vector<int> axes;
  int x = 0;
  for (const Piece& piece : pieces) {
    axes.push_back(x + piece.left);
    x += piece.left + piece.right + column_gap;
  }
  const int middle = (axes.front() + axes.back()) / 2;
  int bottom = 0;
  for (const Piece& piece : pieces) bottom = std::max(bottom, piece.height);
  Piece whole;
  whole.exits = false;
  int first = 0;
  int last = 0;
  const int join = top + 2 * bus + bottom + bus;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const int axis = axes[i] - middle;
    const int end = top + 2 * bus + pieces[i].height;
    wire(whole, {{0, top}, {0, top + bus}, {axis, top + bus}, {axis, top + 2 * bus}}, false);
    if (pieces[i].exits) {
      wire(whole, {{axis, end}, {axis, join}, {0, join}}, false);
      first = std::min(first, axis);
      last = std::max(last, axis);
      whole.exits = true;
    }
    add(whole, std::move(pieces[i]), axis, top + 2 * bus);
  }
  if (whole.exits) whole.height = join;
  return whole;
}

Piece piece_of(const ChartBox& box) {
  Piece piece = piece_of(drawn(box));
  piece.exits = goes_on(box);
  if (box.ways.empty()) return piece;
  Piece below = columns(box, piece.height);
  piece.exits = below.exits;
  add(piece, std::move(below), 0, 0);
  return piece;
}

Piece sequence(const std::vector<ChartBox>& boxes) {
  Piece whole;
  int y = 0;
  for (size_t i = 0; i < boxes.size(); ++i) {
    Piece piece = piece_of(boxes[i]);
    if (i > 0) {
      if (whole.exits) wire(whole, {{0, y}, {0, y + gap}}, true);
      y += gap;
    }
    const int height = piece.height;
    whole.exits = piece.exits;
    add(whole, std::move(piece), 0, y);
    y += height;
  }
  return whole;
}

struct Panel {
  Piece body;
  DrawnBox heading;
  int width = 0, height = 0;
};

Panel panel_of(const ChartPart& part) {
  Panel panel;
  panel.body = sequence(part.boxes);
  std::vector<TextLine> texts = {{part.id.empty() ? "Beginning" : part.id, TextSize::heading}};
  if (!part.from.empty()) {
    std::string from;
    for (const uint32_t number : part.from)
      from += (from.empty() ? "also from " : ", ") + std::to_string(number);
    texts.push_back({from, TextSize::small});
  }
  const int inner = std::max(panel.body.left + panel.body.right, box_width);
  panel.heading = box_for("heading", texts, inner, 0, true);
  panel.heading.id = part.id.empty() ? "beginning" : "part-" + part.id;
  panel.width = inner + 2 * panel_padding;
  panel.height = panel.heading.height + panel.body.height + 2 * panel_padding + gap / 2;
  return panel;
}

// How many columns of panels, each filled up to `height`, and how wide they are together.
int width_within(const std::vector<Panel>& panels, int height) {
  int total = 0;
  int column = 0;
  int y = 0;
  for (const Panel& panel : panels) {
    if (y > 0 && y + panel.height > height) {
      total += column + panel_gap;
      column = y = 0;
    }
    y += panel.height + panel_gap;
    column = std::max(column, panel.width);
  }
  return total + column;
}

// The least height whose page is not much wider than it is high.
int column_height(const std::vector<Panel>& panels) {
  int tallest = 600;
  int all = 0;
  for (const Panel& panel : panels) {
    tallest = std::max(tallest, panel.height);
    all += panel.height + panel_gap;
  }
  int height = tallest;
  while (height < all && width_within(panels, height) > height * 3 / 2) height += 40;
  return height;
}

int place_heading(const Chart& chart, Drawing& page) {
  std::vector<TextLine> texts = {{chart.title, TextSize::title},
                                 {"flow " + chart.id, TextSize::small}};
  for (const std::string& fact : chart.facts) texts.push_back({fact, TextSize::small});
  DrawnBox box = box_for("plain", texts, 720, 0, false);
  box.x = box.y = page_margin;
  const int below = box.y + box.height;
  page.width = std::max(page.width, box.x + box.width + page_margin);
  page.boxes.push_back(std::move(box));
  return below;
}

void place_panel(Panel panel, int x, int y, int width, Drawing& page) {
  const bool ends_page = panel.body.drawing.boxes.empty();
  DrawnBox frame;
  frame.style = "part";
  frame.x = x;
  frame.y = y;
  frame.width = width;
  frame.height = panel.height;
  page.panels.push_back(std::move(frame));
  panel.heading.x = x + panel_padding;
  panel.heading.y = y + panel_padding;
  panel.heading.width = width - 2 * panel_padding;
  const int top = panel.heading.y + panel.heading.height + gap / 2;
  const int spare = width - 2 * panel_padding - panel.body.left - panel.body.right;
  page.boxes.push_back(std::move(panel.heading));
  if (ends_page) return;
  const int axis = x + panel_padding + spare / 2 + panel.body.left;
  add_moved(page, std::move(panel.body.drawing), axis, top);
}

}  // namespace

Drawing drawing_of(const Chart& chart) {
  Drawing page;
  page.title = chart.title;
  page.description = "The flow " + chart.id +
                     ", from top to bottom: what the coach says and asks, "
                     "what can be answered, and where each answer leads.";
  const int top = place_heading(chart, page) + panel_gap;
  std::vector<Panel> panels;
  for (const ChartPart& part : chart.parts) panels.push_back(panel_of(part));
  const int limit = column_height(panels);
  int x = page_margin;
  for (size_t begin = 0; begin < panels.size();) {
    size_t end = begin;
    int height = 0;
    int width = 0;
    while (end < panels.size() && (end == begin || height + panels[end].height <= limit)) {
      height += panels[end].height + panel_gap;
      width = std::max(width, panels[end].width);
      ++end;
    }
    int y = top;
    for (; begin < end; ++begin) {
      const int step = panels[begin].height + panel_gap;
      const bool on = panels[begin].body.exits && begin + 1 < end;
      place_panel(std::move(panels[begin]), x, y, width, page);
      y += step;
      if (on)
        page.wires.push_back(
            {"way", {{x + width / 2, y - panel_gap}, {x + width / 2, y}}, true, false});
    }
    page.height = std::max(page.height, y - panel_gap + page_margin);
    x += width + panel_gap;
  }
  page.width = std::max(page.width, x - panel_gap + page_margin);
  return page;
}

}  // namespace keel
