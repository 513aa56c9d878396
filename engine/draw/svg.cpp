#include "draw/svg.h"

#include "base/markup.h"

namespace keel {
namespace {

// Calm and few: what the person sees is blue, what only the writer sees is grey, what leaves the
// flow is violet. No meaning hangs on colour alone: shapes and words say the same.
constexpr std::string_view common_style = R"(
svg{--page:#fbfaf8;--panel:#fff;--line:#d9d5cd;--ink:#26241f;--soft:#6b665c;--wire:#8f897d;
--say:#fff;--ask:#e9f1f8;--ask-line:#7fa6c6;--reply:#fff;--wait:#faf0dc;--wait-line:#cfae6c;
--away:#f0ebf7;--away-line:#a48cc8;--go:#eaf3ec;--go-line:#84b08f;--cond:#f1efea;
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media(prefers-color-scheme:dark){svg{--page:#191a1d;--panel:#202226;--line:#3a3d44;--ink:#e8e6e1;
--soft:#a5a29a;--wire:#7d7f86;--say:#292c31;--ask:#21303d;--ask-line:#547a99;--reply:#202226;
--wait:#37301f;--wait-line:#8d7440;--away:#2f2939;--away-line:#7b66a0;--go:#22302a;
--go-line:#557f62;--cond:#2a2b2e}}
.page{fill:var(--page)}text{fill:var(--ink);font-size:13px;white-space:pre}
.small{font-size:11px;fill:var(--soft)}.strong{font-weight:600}
.heading{font-size:14px;font-weight:600}
.title{font-size:22px;font-weight:600}.number{font-size:10px;fill:var(--soft);text-anchor:end}
.mid{text-anchor:middle}rect,path.shape{stroke:var(--line);fill:var(--say)}
.way{stroke:var(--wire);stroke-width:1.25;fill:none;stroke-linejoin:round}
.arrow{fill:var(--wire)}
.b-part rect{fill:var(--panel)}.b-plain rect,.b-heading rect{fill:none;stroke:none}
.b-question rect{fill:var(--ask);stroke:var(--ask-line)}
.b-reply rect{fill:var(--reply);stroke:var(--ask-line)}
.b-condition rect{fill:var(--cond)}.b-branch path.shape{fill:var(--cond);stroke:var(--wire)}
.b-other rect{fill:var(--reply);stroke-dasharray:3 3;stroke:var(--wire)}
.b-wait rect{fill:var(--wait);stroke:var(--wait-line)}
.b-remember rect{fill:none;stroke:none}.b-remember text{font-style:italic}
.b-act rect{fill:var(--cond)}
.b-visit rect,.b-leave rect{fill:var(--away);stroke:var(--away-line)}
.b-go rect{fill:var(--go);stroke:var(--go-line)}
.b-end rect{fill:var(--cond);stroke:var(--wire)}
a{cursor:pointer}a:hover rect,a:focus rect{stroke-width:2}
)";

std::string number(int value) {
  return std::to_string(value);
}

// How round its corners are: what is tapped is a pill, what is said is a card.
int radius_of(const DrawnBox& box) {
  const bool pill = box.style == "reply" || box.style == "other" || box.style == "end";
  if (pill) return std::min(box.height / 2, 16);
  if (box.style == "part" || box.style == "group") return 14;
  return box.style == "condition" ? 3 : 9;
}

void write_shape(const DrawnBox& box, std::string& out) {
  if (box.style == "branch") {
    const int half = box.width / 2;
    out += "<path class=\"shape\" d=\"M" + number(box.x + half) + " " + number(box.y) + "l" +
           number(half) + " " + number(half) + "l-" + number(half) + " " + number(half) + "l-" +
           number(half) + " -" + number(half) + "z\"/>";
    return;
  }
  out += "<rect x=\"" + number(box.x) + "\" y=\"" + number(box.y) + "\" width=\"" +
         number(box.width) + "\" height=\"" + number(box.height) + "\" rx=\"" +
         number(radius_of(box)) + "\"/>";
}

std::string class_of(TextSize size, bool centred) {
  std::string name = size == TextSize::small     ? "small"
                     : size == TextSize::strong  ? "strong"
                     : size == TextSize::heading ? "heading"
                     : size == TextSize::title   ? "title"
                                                 : "";
  if (centred) name += name.empty() ? "mid" : " mid";
  return name.empty() ? "" : " class=\"" + name + "\"";
}

void write_text(const DrawnBox& box, std::string& out) {
  int y = box.y + (box.height - text_height(box.lines)) / 2;
  const int x = box.centred ? box.x + box.width / 2 : box.x + box.padding;
  for (const TextLine& line : box.lines) {
    const int height = line_height(line.size);
    const int baseline = y + (height + font_size(line.size)) / 2 - 2;
    out += "<text x=\"" + number(x) + "\" y=\"" + number(baseline) + "\"" +
           class_of(line.size, box.centred) + ">";
    out += escaped_for_markup(line.text);
    out += "</text>";
    y += height;
  }
  if (box.number.empty()) return;
  out += "<text class=\"number\" x=\"" + number(box.x + box.width - 6) + "\" y=\"" +
         number(box.y + 12) + "\">" + box.number + "</text>";
}

void write_box(const DrawnBox& box, std::string& out) {
  if (!box.link.empty()) {
    out += "<a href=\"";
    out += escaped_for_markup(box.link);
    out += "\">";
  }
  out += "<g class=\"b-" + box.style + "\"";
  if (!box.id.empty()) {
    out += " id=\"";
    out += escaped_for_markup(box.id);
    out += "\"";
  }
  out += ">";
  write_shape(box, out);
  write_text(box, out);
  out += "</g>";
  if (!box.link.empty()) out += "</a>";
  out += "\n";
}

void write_wire(const Wire& wire, std::string& out) {
  out += "<path class=\"" + wire.style + "\" d=\"M";
  for (size_t i = 0; i < wire.points.size(); ++i) {
    if (i > 0) out += i == 1 && wire.curved ? "C" : i > 1 && wire.curved ? " " : "L";
    out += number(wire.points[i].first) + " " + number(wire.points[i].second);
  }
  out += "\"";
  if (wire.arrow) out += " marker-end=\"url(#arrow)\"";
  out += "/>\n";
}

}  // namespace

std::string svg_of(const Drawing& drawing) {
  const std::string size = number(drawing.width) + " " + number(drawing.height);
  std::string out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" +
      number(drawing.width) + "\" height=\"" + number(drawing.height) +
      "\" role=\"graphics-document\" aria-labelledby=\"drawing-title drawing-description\">\n";
  out += "<title id=\"drawing-title\">";
  out += escaped_for_markup(drawing.title);
  out += "</title>\n<desc id=\"drawing-description\">";
  out += escaped_for_markup(drawing.description);
  out += "</desc>\n<style>";
  out += common_style;
  out += drawing.style_sheet;
  out +=
      "</style>\n<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" "
      "markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path class=\"arrow\" d=\"M0 0.5L8 "
      "4L0 7.5z\"/></marker></defs>\n<rect class=\"page\" width=\"100%\" height=\"100%\" "
      "style=\"fill:var(--page);stroke:none\"/>\n";
  for (const DrawnBox& panel : drawing.panels) write_box(panel, out);
  for (const Wire& wire : drawing.wires) write_wire(wire, out);
  for (const DrawnBox& box : drawing.boxes) write_box(box, out);
  return out + "</svg>\n";
}

}  // namespace keel
