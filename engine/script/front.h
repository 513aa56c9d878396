#pragma once
// Front: a pack's files up to checked flows and the reader's content, without training the reader.
// `compile` goes on from here; tests of the language stop here. Threads: pure. Failure:
// diagnostics.
#include <deque>
#include <vector>

#include "script/compile.h"
#include "script/lower.h"
#include "script/report.h"
#include "script/twins.h"

namespace keel {

struct Front {
  std::deque<Source> sources;  // of all files that were read, in the order of the files
  PackNodes pack;              // as written; points into `sources`
  Names names;
  std::vector<Lowered> flows;           // of the flows whose structure could be read
  std::vector<std::string> flow_files;  // Flow::file is an index into it
  Twins twins;
  Slots person;
  ReaderContent content;
  std::vector<HelpLine> help_lines;
  std::map<std::string, std::vector<std::string>> starts;
};

Front read_front(const std::vector<PackFile>& files, Report& report);

}  // namespace keel
