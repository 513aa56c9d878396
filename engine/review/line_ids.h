#pragma once
// line_ids: names for lines that reviewers and translators can refer to. A line's id is its flow
// and six digits made from its first words ("pause/3f9a1c"; a second line of the same words in that
// flow is "pause/3f9a1c-2"; a line in another language is "es:pause/..."). Ids stand in no script.
//
// Where a line is reworded, its id stays: the side file `line-ids.json` holds, flow by flow, the
// ids in reading order with the key of the words they had. Unchanged lines are matched by their
// words; between two of them, as many new lines as old ones take the old ids in order. Anything
// else is a new line with a new id. Without the file, ids follow from the words alone.
//
//   LineIds known = *parse_line_ids(text);
//   give_ids(inventory, known);       // fills ReviewLine::id
//   write(print_line_ids(inventory));
//
// Threads: pure. Failure: a file that is no such file is an error.
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "review/inventory.h"

namespace keel {

struct KnownLine {
  std::string id;   // without its flow: "3f9a1c"
  std::string key;  // made of the words it had
};
using LineIds = std::map<std::string, std::vector<KnownLine>>;  // "pause", "es:pause" -> its lines

void give_ids(Inventory& inventory, const LineIds& known);

Result<LineIds> parse_line_ids(const std::string& text);  // "": none
std::string print_line_ids(const Inventory& inventory);

}  // namespace keel
