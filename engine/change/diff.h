#pragma once
// diff: what a change of scripts does: to what is said, to the pack's talks, and to those who stand
// in the middle of a flow when the newer scripts come.
//
//   const Diff diff = diff_packs(old_program, new_program, talks);
//   print(in_words(diff));
//   return diff.lost() == 0 ? 0 : 1;
//
// Threads: pure. Failure: none; a place that is lost is part of the answer.
#include <string>
#include <vector>

#include "change/spoken.h"
#include "dialog/landing.h"

namespace keel {

struct LineChange {
  enum class Kind { added, changed, gone };
  Kind kind = Kind::changed;
  std::string flow;
  SpokenLine before;  // of `changed` and `gone`
  SpokenLine after;   // of `changed` and `added`
};

// A question, wait or visit of the older scripts that is not where it was.
struct PlaceChange {
  std::string flow;
  std::string point;
  std::string kind;   // "question", "wait", "visit"
  std::string words;  // what is asked there; empty of waits and visits
  std::string path;
  uint32_t line = 0;
  Landing landing;
  bool asks_something_else = false;  // the same name, and another question
  std::string hint;                  // of a lost one: what to write
};

struct TalkChange {
  std::string talk;
  std::string after;   // the line before the first difference
  std::string before;  // how it went on
  std::string now;     // how it goes on now
};

struct NamedTalk {
  std::string name;
  std::string text;
};

struct Diff {
  std::vector<LineChange> lines;  // flow by flow
  std::vector<PlaceChange> places;
  std::vector<TalkChange> talks;
  size_t talks_played = 0;
  size_t lost() const;
};

Diff diff_packs(const Program& before, const Program& now, const std::vector<NamedTalk>& talks);

std::vector<LineChange> changed_lines(const Program& before, const Program& now);
std::vector<PlaceChange> changed_places(const Program& before, const Program& now);
std::vector<TalkChange> changed_talks(const Program& before, const Program& now,
                                      const std::vector<NamedTalk>& talks);

std::string in_words(const Diff& diff);

}  // namespace keel
