#include "draw/pack_map_layout.h"

#include <algorithm>
#include <map>

namespace keel {
namespace {

constexpr int card_width = 228;
constexpr int card_padding = 11;
constexpr int card_gap = 14;
constexpr int gutter = 72;  // between columns of cards: the lines turn here
constexpr int panel_padding = 16;
constexpr int page_margin = 28;
constexpr int cards_a_column = 14;
constexpr int sweeps = 8;
constexpr int summary_padding = 16;

struct Card {
  const MapFlow* flow = nullptr;
  DrawnBox box;
  size_t column = 0;
};

// One column of cards; the columns of a folder follow each other.
struct Column {
  const MapGroup* group = nullptr;
  std::vector<size_t> cards;
};

struct Board {
  std::vector<Card> cards;
  std::vector<Column> columns;
  std::map<std::string, size_t> card_of;
};

DrawnBox card_box(const PackMap& map, const MapFlow& flow) {
  std::vector<TextLine> texts = {{flow.title, TextSize::strong}};
  if (flow.title != flow.id) texts.push_back({flow.id, TextSize::small});
  for (const LinkKind kind : {LinkKind::goes_to, LinkKind::visits, LinkKind::offers}) {
    const std::string words = links_in_words(flow, kind);
    if (!words.empty()) texts.push_back({words, TextSize::small});
  }
  if (std::string from = sources_in_words(map, flow); !from.empty())
    texts.push_back({std::move(from), TextSize::small});
  DrawnBox box = box_for("card", texts, card_width, card_padding, true);
  box.id = "flow-" + flow.id;
  return box;
}

Board board_of(const PackMap& map) {
  Board board;
  for (const MapGroup& group : map.groups) {
    if (group.summarised) continue;
    const size_t count = group.flows.size();
    const size_t columns = (count + cards_a_column - 1) / cards_a_column;
    for (size_t c = 0; c < columns; ++c) {
      Column column{&group, {}};
      for (size_t i = c * count / columns; i < (c + 1) * count / columns; ++i) {
        column.cards.push_back(board.cards.size());
        board.card_of[group.flows[i].id] = board.cards.size();
        board.cards.push_back(
            {&group.flows[i], card_box(map, group.flows[i]), board.columns.size()});
      }
      board.columns.push_back(std::move(column));
    }
  }
  return board;
}

void stack(Board& board) {
  for (const Column& column : board.columns) {
    int y = 0;
    for (const size_t card : column.cards) {
      board.cards[card].box.y = y;
      y += board.cards[card].box.height + card_gap;
    }
  }
}

// Each column again by where the neighbours of its cards stand.
void order(Board& board) {
  std::vector<std::vector<size_t>> neighbours(board.cards.size());
  for (size_t i = 0; i < board.cards.size(); ++i) {
    for (const MapLink& link : board.cards[i].flow->links) {
      const auto at = board.card_of.find(link.flow);
      if (at == board.card_of.end() || at->second == i) continue;
      neighbours[i].push_back(at->second);
      neighbours[at->second].push_back(i);
    }
  }
  const auto middle = [&board](size_t card) {
    return board.cards[card].box.y + board.cards[card].box.height / 2;
  };
  stack(board);
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    for (Column& column : board.columns) {
      std::vector<std::pair<int, size_t>> wanted;
      for (const size_t card : column.cards) {
        int sum = middle(card);
        for (const size_t other : neighbours[card]) sum += middle(other);
        wanted.emplace_back(sum / static_cast<int>(neighbours[card].size() + 1), card);
      }
      std::stable_sort(wanted.begin(), wanted.end(),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
      for (size_t i = 0; i < wanted.size(); ++i) column.cards[i] = wanted[i].second;
    }
    stack(board);
  }
}

std::string style_of(LinkKind kind) {
  if (kind == LinkKind::visits) return "link visit";
  return kind == LinkKind::offers ? "link offer" : "link go";
}

Wire link_wire(const Card& from, const Card& to, LinkKind kind) {
  Wire wire;
  wire.curved = true;
  wire.style = style_of(kind) + " out-" + from.flow->id + " in-" + to.flow->id;
  const int y1 = from.box.y + from.box.height / 2;
  const int y2 = to.box.y + to.box.height / 2;
  const int right1 = from.box.x + from.box.width;
  const int right2 = to.box.x + to.box.width;
  if (from.column == to.column) {
    const int reach = right1 + std::min(gutter - 12, 20 + std::abs(y1 - y2) / 12);
    wire.points = {{right1, y1 + 4}, {reach, y1 + 4}, {reach, y2 - 4}, {right2, y2 - 4}};
  } else if (from.column < to.column) {
    const int bend = std::max(gutter, (to.box.x - right1) / 2);
    wire.points = {{right1, y1}, {right1 + bend, y1}, {to.box.x - bend, y2}, {to.box.x, y2}};
  } else {
    const int bend = std::max(gutter, (from.box.x - right2) / 2);
    wire.points = {{from.box.x, y1 + 6},
                   {from.box.x - bend, y1 + 6},
                   {right2 + bend, y2 + 6},
                   {right2, y2 + 6}};
  }
  return wire;
}

void place_panels(Board& board, int top, Drawing& page) {
  int x = page_margin;
  for (size_t first = 0; first < board.columns.size();) {
    const MapGroup* group = board.columns[first].group;
    size_t end = first;
    int bottom = 0;
    DrawnBox heading =
        box_for("heading", {{group->folder, TextSize::heading}}, card_width, 0, true);
    heading.x = x + panel_padding;
    heading.y = top + panel_padding / 2;
    const int cards_top = heading.y + heading.height + 6;
    int column_x = heading.x;
    for (; end < board.columns.size() && board.columns[end].group == group; ++end) {
      for (const size_t card : board.columns[end].cards) {
        DrawnBox& box = board.cards[card].box;
        box.x = column_x;
        box.y += cards_top;
        bottom = std::max(bottom, box.y + box.height);
      }
      column_x += card_width + gutter;
    }
    DrawnBox panel;
    panel.style = "group";
    panel.x = x;
    panel.y = top;
    panel.width = column_x - gutter + panel_padding - x;
    panel.height = bottom + panel_padding - top;
    page.height = std::max(page.height, panel.y + panel.height + page_margin);
    page.width = std::max(page.width, x + panel.width + page_margin);
    x += panel.width + gutter;
    page.panels.push_back(std::move(panel));
    page.boxes.push_back(std::move(heading));
    first = end;
  }
}

void place_summaries(const PackMap& map, Drawing& page) {
  int y = page.height;
  for (const MapGroup& group : map.groups) {
    if (!group.summarised) continue;
    std::string names;
    for (const MapFlow& flow : group.flows) names += (names.empty() ? "" : ", ") + flow.id;
    const std::string what = group.folder == "house"
                                 ? " flows that work at every question"
                                 : " flows that start on a risk, wherever the person is";
    DrawnBox box = box_for(
        "group",
        {{group.folder + ": " + std::to_string(group.flows.size()) + what, TextSize::heading},
         {names, TextSize::small}},
        page.width - 2 * page_margin, summary_padding, true);
    box.x = page_margin;
    box.y = y;
    y += box.height + page_margin;
    page.boxes.push_back(std::move(box));
  }
  page.height = y;
}

// Pointing at a card brings its lines out and lets the others rest.
std::string style_sheet_of(const Board& board) {
  std::string style =
      ".b-group rect{fill:var(--panel)}"
      ".link{fill:none;stroke-width:1.4;stroke:var(--go-line);opacity:.55}"
      ".link.visit{stroke:var(--away-line);stroke-dasharray:6 3}"
      ".link.offer{stroke:var(--ask-line);stroke-dasharray:1.5 3;stroke-linecap:round}"
      "svg:has(.b-card:hover) .link{opacity:.1}\n";
  for (const Card& card : board.cards) {
    const std::string& id = card.flow->id;
    style += "svg:has(#flow-" + id + ":hover) :is(.out-" + id + ",.in-" + id +
             "){opacity:1;stroke-width:2.2}\n";
  }
  return style;
}

int place_legend(Drawing& page) {
  DrawnBox title = box_for("plain", {{"Where each flow leads", TextSize::title}}, 600, 0, false);
  title.x = title.y = page_margin;
  const int y = title.y + title.height + 12;
  int x = page_margin;
  const std::pair<const char*, const char*> rows[] = {
      {"link go", "goes to"}, {"link visit", "visits and comes back"}, {"link offer", "offers"}};
  for (const auto& [style, words] : rows) {
    page.wires.push_back({style, {{x, y}, {x + 36, y}}, true, false});
    DrawnBox label = box_for("plain", {{words, TextSize::small}}, 200, 0, false);
    label.x = x + 44;
    label.y = y - label.height / 2;
    x = label.x + label.width + 24;
    page.boxes.push_back(std::move(label));
  }
  page.boxes.push_back(std::move(title));
  return y + 24;
}

}  // namespace

Drawing drawing_of(const PackMap& map) {
  Drawing page;
  page.title = "Where each flow leads";
  page.description =
      "The flows of a pack by folder, each with the flows that it goes to, visits and "
      "offers, and those that lead to it.";
  Board board = board_of(map);
  order(board);
  const int top = place_legend(page);
  page.width = page.height = 2 * page_margin + card_width;
  place_panels(board, top, page);
  for (const Card& card : board.cards) {
    for (const MapLink& link : card.flow->links) {
      const auto at = board.card_of.find(link.flow);
      if (at == board.card_of.end() || board.cards[at->second].flow == card.flow) continue;
      page.wires.push_back(link_wire(card, board.cards[at->second], link.kind));
      page.wires.back().arrow = true;
    }
  }
  page.style_sheet = style_sheet_of(board);
  for (Card& card : board.cards) page.boxes.push_back(std::move(card.box));
  place_summaries(map, page);
  return page;
}

}  // namespace keel
