#pragma once
// talk: a conversation as a text file, and its run against a pack. The forms of its lines stand in
// talk_line.h.
//
//   const Talk talk = run_talk(program, text, Between::save_and_load);
//   if (!talk.passed()) print(render(talk, "tests/transcripts/pause.talk"));
//   else if (updating) write(talk.written_anew);
//
// A run gives the person's side to the coach and compares what the coach does, line by line, up to
// the next line of the person. Threads: pure. Failure: mismatches, each at its line.
#include <string>
#include <string_view>
#include <vector>

#include "dialog/program.h"
#include "talk/player.h"

namespace keel {

struct Mismatch {
  int line = 0;                       // of the file: where it stands, or should stand
  std::string problem;                // of a line that cannot be played; else empty
  std::vector<std::string> expected;  // as the file has it
  std::vector<std::string> actual;    // as it was
  std::vector<std::string> before;    // the lines that led to it, as they were
  std::string heard;                  // what the person's last words were taken for; may be empty
};

struct Talk {
  std::vector<Mismatch> mismatches;
  std::string written_anew;  // the talk as it went
  bool stopped = false;      // a line could not be played, so that what follows was not
  bool passed() const { return mismatches.empty(); }
};

Talk run_talk(const Program& program, std::string_view text, Between between,
              Watched* watched = nullptr);

// "PATH:14: the coach should have said", the lines around it, and what was said instead.
std::string render(const Talk& talk, const std::string& path);

}  // namespace keel
