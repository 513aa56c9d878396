#pragma once
// Chart: one flow as a writer pictures it: its parts, what is said and asked in them, what each
// reply or condition leads to. Where several ways meet they meet at the end of the box they came
// from, as the indentation of the script has it. The outline and the picture are both made of it,
// and the numbers of its boxes are the same in both.
//
//   Chart chart = chart_of(flow_node);
//   std::cout << outline_of(chart);
//
// Threads: pure. Failure: none; a flow with mistakes gives a chart of what could be read.
#include <string>
#include <vector>

#include "script/syntax_files.h"

namespace keel {

enum class BoxKind : uint8_t {
  say,
  question,
  wait,
  branch,    // on conditions alone
  remember,  // set, add, note, clear
  act,       // show, use, do, follow up
  visit,
  go_part,
  go_flow,
  end,
};

enum class WayKind : uint8_t { reply, condition, other };

struct ChartBox;
struct ChartWay {
  WayKind kind = WayKind::reply;
  std::vector<std::string> labels;  // of several, when they lead to the same
  std::vector<ChartBox> boxes;
};

struct ChartBox {
  BoxKind kind = BoxKind::say;
  uint32_t number = 0;
  std::string text;
  std::string note;                  // what kind of answer, how many variants
  std::string target;                // part or flow, of visit, go and follow up
  uint32_t target_number = 0;        // of a part: its first box
  std::vector<std::string> choices;  // replies that all go on, and flows offered
  std::vector<ChartWay> ways;
};

struct ChartPart {
  std::string id;  // empty: the beginning
  std::vector<ChartBox> boxes;
  std::vector<uint32_t> from;  // boxes that go here from elsewhere
};

struct Chart {
  std::string id;
  std::string title;
  std::vector<std::string> facts;  // how it starts, what it keeps
  std::vector<ChartPart> parts;
};

Chart chart_of(const FlowNode& flow);

// Whether the conversation goes on after the last of them.
bool goes_on(const std::vector<ChartBox>& boxes);
bool goes_on(const ChartBox& box);

}  // namespace keel
