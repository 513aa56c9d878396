// Charts, outlines and pictures of flows. What must hold of a picture is checked from its
// coordinates, for every flow of the bundled pack.
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <catch2/catch.hpp>
#include <sstream>

#include "draw/chart_layout.h"
#include "draw/outline.h"
#include "draw/pack_map_layout.h"
#include "draw/svg.h"
#include "draw/wrap.h"
#include "embed/coach.h"
#include "script/front.h"

using namespace keel;

namespace {

Front front_of(const std::vector<PackFile>& files) {
  Report report;
  return read_front(files, report);
}

const Front& bundled() {
  static const Front front = front_of(*coach_files(KEEL_PACK));
  return front;
}

std::string outline(const std::string& script) {
  const Front front = front_of({{"dialogs/tea.keel", script}});
  REQUIRE(front.pack.flows.size() == 1);
  return outline_of(chart_of(front.pack.flows[0]));
}

bool overlap(const DrawnBox& a, const DrawnBox& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

// Whether a straight piece of a wire runs through the inside of a box.
bool crosses(std::pair<int, int> from, std::pair<int, int> to, const DrawnBox& box) {
  const auto [left, right] = std::minmax(from.first, to.first);
  const auto [top, bottom] = std::minmax(from.second, to.second);
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}

std::string faults(const Drawing& drawing) {
  std::string found;
  const auto name = [](const DrawnBox& box) {
    return box.id + " \"" + (box.lines.empty() ? "" : box.lines[0].text) + "\"";
  };
  for (size_t i = 0; i < drawing.boxes.size(); ++i) {
    const DrawnBox& box = drawing.boxes[i];
    if (box.x < 0 || box.y < 0 || box.x + box.width > drawing.width ||
        box.y + box.height > drawing.height) {
      found += name(box) + " leaves the page\n";
    }
    for (const TextLine& line : box.lines) {
      if (text_width(line.text, measured_size(line.size)) > box.width)
        found += name(box) + " is too narrow\n";
    }
    for (size_t j = 0; j < i; ++j) {
      if (overlap(box, drawing.boxes[j]))
        found += name(box) + " lies over " + name(drawing.boxes[j]) + "\n";
    }
    for (const Wire& wire : drawing.wires) {
      for (size_t p = 1; !wire.curved && p < wire.points.size(); ++p) {
        if (crosses(wire.points[p - 1], wire.points[p], box))
          found += "a wire runs through " + name(box) + "\n";
      }
    }
  }
  return found;
}

std::string words_in(const Drawing& drawing) {
  std::string words;
  for (const DrawnBox& box : drawing.boxes) {
    for (const TextLine& line : box.lines) words += line.text + " ";
    words += "\n";
  }
  return words;
}

// Of a text as it was wrapped: its lines joined by a blank.
std::string single_spaced(const std::string& text) {
  std::istringstream in(text);
  std::string word;
  std::string out;
  while (in >> word) out += (out.empty() ? "" : " ") + word;
  return out;
}

void expect_text(const std::vector<ChartBox>& boxes, const std::string& words) {
  for (const ChartBox& box : boxes) {
    for (std::string text : {box.text, box.note}) {
      INFO(text);
      CHECK(words.find(single_spaced(text)) != std::string::npos);
    }
    for (const ChartWay& way : box.ways) {
      for (const std::string& label : way.labels) {
        INFO(label);
        CHECK(words.find(single_spaced(label)) != std::string::npos);
      }
      expect_text(way.boxes, words);
    }
  }
}

boost::property_tree::ptree parsed(const std::string& svg) {
  std::istringstream in(svg);
  boost::property_tree::ptree tree;
  boost::property_tree::read_xml(in, tree);
  return tree;
}

const std::string tea = R"(flow tea
title: Tea <& biscuits>
start on: thirsty
keep: kind until erased

Coach: Tea or coffee?
  or: What will it be?
  ask kind: one of
  * Tea
  * Coffee
    go to strong
  any other answer
    Coach: Water, then.

if kind is known and kind is not tea
  visit bath
otherwise
  set sweet to yes

part strong
Coach: How strong?
  ask strength: scale 1 to 5 unless known
if strength <= 2
  end
wait 5 minutes
  * Now
    go to strong
)";

const std::string short_flow = R"(flow tea
title: Tea

Coach: Here is tea.
Coach: More?
  * Yes
  * No
  offer bath
end
)";

}  // namespace

TEST_CASE("an outline tells every box, and where it goes on", "[draw]") {
  CHECK(outline(tea) == R"(tea: Tea <& biscuits>
starts on thirsty
keeps kind

Beginning
1. Asks: Tea or coffee? (2 wordings)
  * Tea: see 4
  * Coffee:
    2. go to strong, see 7
  - any other answer:
    3. Says: Water, then.
    see 4
4. Depends:
  - if kind is known and kind is not tea:
    5. visit bath
    see 7
  - otherwise:
    6. Remembers: sweet becomes yes
    see 7

Part strong, also from 2, 11
7. Asks: How strong? (a number from 1 to 5, asked unless known)
8. Depends:
  - if strength is at most 2:
    9. end
  - otherwise: see 10
10. wait 5 minutes
  * Now:
    11. go to strong, see 7
  - time is up: see 12
12. end
)");
  CHECK(outline(short_flow) == R"(tea: Tea

Beginning
1. Says: Here is tea.
2. Asks: More?
  * Yes
  * No
  * → bath
  * leave it here
3. end
)");
}

TEST_CASE("a picture of every bundled flow is tidy and complete", "[draw]") {
  REQUIRE(bundled().pack.flows.size() > 60);
  for (const FlowNode& flow : bundled().pack.flows) {
    INFO(flow.id.text);
    const Chart chart = chart_of(flow);
    const Drawing drawing = drawing_of(chart);
    CHECK(faults(drawing) == "");
    const std::string words = words_in(drawing);
    for (const ChartPart& part : chart.parts) expect_text(part.boxes, words);
    const std::string svg = svg_of(drawing);
    CHECK(svg == svg_of(drawing_of(chart_of(flow))));
    CHECK(parsed(svg).get<std::string>("svg.title") == chart.title);
  }
}

TEST_CASE("what looks like markup stays text in a picture", "[draw]") {
  const Front front = front_of({{"dialogs/tea.keel", tea}});
  const auto tree = parsed(svg_of(drawing_of(chart_of(front.pack.flows[0]))));
  CHECK(tree.get<std::string>("svg.title") == "Tea <& biscuits>");
}

TEST_CASE("a flow of one line and a flow of nothing have a picture", "[draw]") {
  for (const std::string body : {"\nCoach: Hello.\n", ""}) {
    const Front front = front_of({{"dialogs/tea.keel", "flow tea\n" + body}});
    REQUIRE(front.pack.flows.size() == 1);
    CHECK(faults(drawing_of(chart_of(front.pack.flows[0]))) == "");
  }
}

TEST_CASE("words that are longer than a box are cut into it", "[draw]") {
  const std::string letters(200, 'w');
  size_t total = 0;
  for (const std::string& line : wrapped("a " + letters + " b", 120, 13)) {
    CHECK(text_width(line, 13) <= 120);
    total += line.size();
  }
  CHECK(total >= letters.size() + 2);
}

TEST_CASE("the map of the bundled pack is tidy, and tells every link", "[draw]") {
  for (const bool all : {false, true}) {
    const PackMap map = pack_map_of(bundled().pack, all);
    const Drawing drawing = drawing_of(map);
    CHECK(faults(drawing) == "");
    const std::string words = words_in(drawing);
    const std::string outline = outline_of(map);
    for (const FlowNode& flow : bundled().pack.flows) {
      INFO(flow.id.text);
      CHECK(words.find(flow.id.text) != std::string::npos);
      CHECK(outline.find("  " + flow.id.text + ": ") != std::string::npos);
    }
    CHECK(parsed(svg_of(drawing)).count("svg") == 1);
  }
}

TEST_CASE("a map says both ends of a link", "[draw]") {
  const Front front = front_of(
      {{"dialogs/body/bath.keel", "flow bath\ntitle: Bath\nCoach: Splash.\nvisit tea\n"},
       {"dialogs/arriving/tea.keel",
        "flow tea\ntitle: Tea\nCoach: So?\n  * Bath\n    go to bath\n  * Both\n    visit bath\n"}});
  CHECK(outline_of(pack_map_of(front.pack, false)) == R"(arriving, 1 flow
  tea: Tea
    goes to bath
    visits bath
    comes from bath

body, 1 flow
  bath: Bath
    visits tea
    comes from tea
)");
}
