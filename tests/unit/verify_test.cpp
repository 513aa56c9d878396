// The proofs, each with small flows that pass and that fail. What a page of engine/script/pages
// shows already is not shown again.
#include <algorithm>
#include <catch2/catch.hpp>

#include "embed/coach.h"
#include "script_front.h"
#include "understand/pattern_pairs.h"

namespace keel {
namespace {

using Codes = std::vector<std::string>;

struct Case {
  const char* about;
  const char* text;  // of dialogs/example.keel, after its first two lines
  Codes codes;
};

test::Checked checked(const std::string& text) {
  return test::check_files({{"dialogs/example.keel", "flow example\ntitle: An example\n" + text}},
                           Depth::full);
}

void check_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    const test::Checked result = checked(one.text);
    INFO(one.about);
    INFO(result.rendered());
    CHECK(result.codes() == one.codes);
  }
}

TEST_CASE("never: go to FLOW while COND") {
  check_all({
      {"a branch above it, with the words turned round",
       "never: go to breathing while told_no_contact is yes\n\n"
       "Coach: Hello.\nif told_no_contact is unknown or told_no_contact is no\n  visit breathing\n",
       {}},
      {"one of two conditions is enough",
       "never: go to breathing while told_no_contact is yes and name is known\n\n"
       "Coach: Hello.\nif name is unknown\n  visit breathing\n",
       {}},
      {"a slot of its own, set to something else",
       "never: go to breathing while mood is bad\n\n"
       "Coach: How is it?\n  ask mood: one of\n  * Bad\n    as bad\n    set mood to better\n"
       "  * Good\n    as good\nvisit breathing\n",
       {}},
      {"a slot of its own, as it was answered",
       "never: go to breathing while mood is bad\n\n"
       "Coach: How is it?\n  ask mood: one of\n  * Bad\n    as bad\n  * Good\n    as good\n"
       "visit breathing\n",
       {"K028"}},
      {"a number out of range",
       "never: go to breathing while urge > 7\n\n"
       "Coach: How loud, from 0 to 10?\n  ask urge: scale 0 to 10\nif urge <= 5\n"
       "  visit breathing\notherwise\n  Coach: That is loud.\n",
       {}},
      {"a number that may be in range",
       "never: go to breathing while urge > 7\n\n"
       "Coach: How loud, from 0 to 10?\n  ask urge: scale 0 to 10\nif urge <= 8\n"
       "  visit breathing\notherwise\n  Coach: That is loud.\n",
       {"K028"}},
      {"what another flow may change meanwhile",
       "never: go to breathing while name is known\n\n"
       "if name is known\n  Coach: Bye.\n  end\nCoach: Shall we?\n  * Yes\n    visit breathing\n"
       "  * No\n    Coach: Good.\nCoach: Bye.\n",
       {"K028"}},
      {"an offer is judged as it is made",
       "never: go to breathing while told_no_contact is yes\n\n"
       "if told_no_contact is yes\n  Coach: Bye.\n  end\nCoach: What now?\n  offer breathing\n",
       {}},
  });
}

TEST_CASE("never: reach FLOW, also by way of other flows") {
  const auto with = [](const std::string& middle) {
    return test::check_files(
        {{"dialogs/example.keel",
          "flow example\ntitle: An example\nnever: reach breathing while told_no_contact is yes\n\n"
          "Coach: Hello.\ngo to middle\n"},
         {"dialogs/middle.keel", "flow middle\ntitle: The middle\n\n" + middle}},
        Depth::full);
  };
  CHECK(with("Coach: Here.\nif told_no_contact is no\n  visit breathing\n").codes() == Codes{});
  const test::Checked broken = with("Coach: Here.\nvisit breathing\n");
  REQUIRE(broken.codes() == Codes{"K107"});
  const std::vector<std::string> expected{"Coach: Hello.", "(goes to middle)", "Coach: Here.",
                                          "(visits breathing)"};
  CHECK(broken.diagnostics.front().conversation == expected);
}

TEST_CASE("never: say and never: ask") {
  check_all({
      {"other words", "never: say \"I promise\"\n\nCoach: I will try.\n", {}},
      {"the words, whatever their case",
       "never: say \"i promise\"\n\nCoach: I PROMISE you.\n",
       {"K107"}},
      {"in a variant", "never: say \"I promise\"\n\nCoach: Yes.\n  or: I promise.\n", {"K107"}},
      {"part of a word is another word", "never: say \"promise\"\n\nCoach: You promised.\n", {}},
      {"only while",
       "never: say \"dear\" while name is unknown\n\nCoach: Hello.\n"
       "  or if name is known: Hello, dear.\n",
       {}},
      {"asked all the same",
       "never: ask name while name is known\n\nCoach: What is your name?\n  ask name: name\nCoach: "
       "Good.\n",
       {"K107"}},
      {"unless known",
       "never: ask name while name is known\n\nCoach: What is your name?\n"
       "  ask name: name unless known\nCoach: Good.\n",
       {}},
  });
}

TEST_CASE("always: help lines, end, and what is so at the end") {
  check_all({
      {"in the first turn",
       "always: help lines within 1 turn\n\nCoach: Here.\nshow help lines for general\n"
       "Coach: All right?\n  * Yes\n    Coach: Good.\n  * No\n    Coach: I am here.\nCoach: Bye.\n",
       {}},
      {"in the second turn, on every way",
       "always: help lines within 2 turns\n\nCoach: All right?\n  * Yes\n  * No\n"
       "  any other answer\nCoach: Here.\nshow help lines for general\n",
       {}},
      {"words that never fit take three turns",
       "always: help lines within 2 turns\n\nCoach: All right?\n  * Yes\n  * No\n"
       "Coach: Here.\nshow help lines for general\n",
       {"K107"}},
      {"an end in time",
       "always: end within 2 turns\n\nCoach: All right?\n  * Yes\n"
       "  any other answer\nCoach: Bye.\n",
       {}},
      {"two questions",
       "always: end within 2 turns\n\nCoach: All right?\n  * Yes\n"
       "  any other answer\nCoach: Sure?\n  * Yes\n  any other answer\nCoach: Bye.\n",
       {"K107"}},
      {"known at the end, whatever was answered",
       "always: mood is known at the end\nkeep: mood until erased\n\nCoach: How is it?\n"
       "  ask mood: text\n  if skipped\n    set mood to \"skipped\"\nCoach: Bye.\n",
       {}},
      {"unknown when skipped",
       "always: mood is known at the end\nkeep: mood until erased\n\nCoach: How is it?\n"
       "  ask mood: text\nCoach: Bye.\n",
       {"K107"}},
  });
}

TEST_CASE("a promise is proved past what has nothing to do with it") {
  std::string text = "never: go to breathing while mood is bad\n\n";
  for (int i = 0; i < 12; ++i) {
    text += "Coach: Question " + std::to_string(i) + "?\n  ask q" + std::to_string(i) +
            ": yes or no\n  * Yes\n    as yes\n    Coach: I see.\n  * No\n    as no\n";
  }
  text +=
      "Coach: How is it?\n  ask mood: one of\n  * Bad\n    as bad\n  * Good\n    as good\n"
      "if mood is good\n  visit breathing\n";
  for (const std::string& code : checked(text).codes()) CHECK(code != "K028");
}

TEST_CASE("traps, for each habit") {
  check_all({
      {"words that never fit",
       "\npart ask\nCoach: Yes or no?\n  or: Which is it?\n  * Yes\n    Coach: Good.\n    end\n"
       "  * No\n    Coach: Good.\n    end\n  any other answer\n    go to ask\n  if skipped\n"
       "    Coach: Good.\n",
       {"K103"}},
      {"a skip that leads out by another slot",
       "\npart ask\nCoach: How long?\n  or: Since when?\n  ask since: duration\n"
       "if since is unknown and tried is yes\n  Coach: Good.\n  end\nif since is unknown\n"
       "  set tried to yes\n  go to ask\nCoach: {since}.\n",
       {}},
      {"a wait between is a rest",
       "\npart ask\nCoach: How is it now?\n  or: And now?\n  * Better\n    Coach: Good.\n    end\n"
       "  any other answer\n  if skipped\nwait 2 minutes\ngo to ask\n",
       {}},
  });
}

TEST_CASE("an end without a word, only where it can be come to") {
  check_all({
      {"every branch speaks",
       "\nCoach: Shall we?\n  ask shall: yes or no\n  * Yes\n    as yes\n  * No\n    as no\n"
       "if shall is yes\n  Coach: Good.\notherwise\n  Coach: Then not.\n",
       {}},
      {"one branch does not",
       "\nCoach: Shall we?\n  ask shall: yes or no\n  * Yes\n    as yes\n  * No\n    as no\n"
       "if shall is yes\n  Coach: Good.\n",
       {"K104"}},
      {"a way that cannot be gone",
       "\nCoach: Shall we?\n  ask shall: yes or no\n  * Yes\n    as yes\n  * No\n    as no\n"
       "  any other answer\n    Coach: Hm.\n    end\n  if skipped\n    Coach: Hm.\n    end\n"
       "if shall is yes\n  Coach: Good.\notherwise if shall is no\n  Coach: Then not.\n"
       "otherwise if shall is unsure\n  Coach: Who knows.\n",
       {}},
  });
}

Codes codes_of_two(const std::string& example, const std::string& other) {
  return test::check_files({{"dialogs/example.keel", "flow example\ntitle: One\n\n" + example},
                            {"dialogs/other.keel", "flow other\ntitle: Two\n\n" + other}},
                           Depth::full)
      .codes();
}

TEST_CASE("circles, ends and traps across flows are each told once") {
  const std::string question = "Coach: And you?\n  or: You?\n  * Fine\n  * Not fine\n";
  // Neither asks.
  CHECK(codes_of_two("Coach: A.\ngo to other\n", "Coach: B.\ngo to example\n") == Codes{"K072"});
  CHECK(codes_of_two("Coach: A.\nvisit other\n", "Coach: B.\nvisit example\n") == Codes{"K072"});
  // Both ask, and neither lets go.
  CHECK(codes_of_two(question + "go to other\n", question + "go to example\n") == Codes{"K101"});
  // Only who taps is let go.
  const std::string held = "Coach: Enough?\n  or: Is it?\n  * Yes\n    Coach: Good.\n    end\n";
  CHECK(codes_of_two(held + "go to other\n", held + "go to example\n") == Codes{"K103"});
  CHECK(codes_of_two(held + "go to other\n", "Coach: Then that was it.\n") == Codes{});
}

WordAutomaton automaton(const std::string& pattern) {
  std::vector<Diagnostic> mistakes;
  const auto node = parse_pattern({pattern, "intents", {0, 1}}, nullptr, mistakes);
  REQUIRE(node);
  return automaton_of(*node);
}

TEST_CASE("a sentence that two patterns both take, or none") {
  struct Pair {
    const char* a;
    const char* b;
    const char* sentence;  // empty: none
  };
  const std::vector<Pair> pairs = {
      {"want to (text|call)", "want to (call|ring)", "want to call"},
      {"want to text", "want to call", ""},
      {"want [to] text", "want text", "want text"},
      {"want ... text", "want to really text", "want to really text"},
      {"want ...2 text", "want a b c text", ""},
      {"text*", "texting him", ""},
      {"text* him", "texting him", "texting him"},
      {"te* him", "text* him", "text him"},
      {"< stop >", "stop", "stop"},
      {"< stop", "please stop", ""},
      {"_ left", "he left", "he left"},
      // Each would have to swallow the other's words.
      {"write ... letter", "_ left me last _", ""},
      {"write ... letter", "letter ... write", ""},
  };
  for (const Pair& pair : pairs) {
    INFO(pair.a << " | " << pair.b);
    CHECK(common_sentence(automaton(pair.a), automaton(pair.b)).value_or("") == pair.sentence);
    CHECK(common_sentence(automaton(pair.b), automaton(pair.a)).value_or("") == pair.sentence);
  }
}

TEST_CASE("pairs to compare: one says a word that the other needs, and no two of one group") {
  std::vector<WordAutomaton> all;
  for (const char* pattern :
       {"want tea", "(want|need) cake", "te* [please]", "... tea", "call him", "_ _", "tea"})
    all.push_back(automaton(pattern));
  const std::vector<uint32_t> groups{0, 1, 2, 3, 4, 5, 0};
  const std::vector<std::pair<uint32_t, uint32_t>> expected{{0, 1}, {0, 2}, {0, 3}, {0, 5},
                                                            {1, 5}, {2, 3}, {2, 5}, {2, 6},
                                                            {3, 5}, {3, 6}, {4, 5}, {5, 6}};
  CHECK(pairs_to_compare(all, groups) == expected);
}

// What is left out of the pairs has no sentence in common: all pairs of the bundled patterns.
TEST_CASE("pairs to compare leave out no pair that has a sentence in common") {
  const auto files = coach_files(KEEL_PACK);
  REQUIRE(files);
  Report report;
  const Front front = read_front(*files, report);
  std::vector<Diagnostic> mistakes;
  const WordLists lists = WordLists::build(front.content.lists, mistakes);
  std::vector<WordAutomaton> all;
  std::vector<uint32_t> groups;
  for (const IntentContent& intent : front.content.intents) {
    for (const ContentLine& line : intent.patterns) {
      const auto node = parse_pattern(line, &lists, mistakes);
      REQUIRE(node);
      groups.push_back(static_cast<uint32_t>(all.size()));
      all.push_back(automaton_of(*node));
    }
  }
  REQUIRE(all.size() > 100);
  const auto pairs = pairs_to_compare(all, groups);
  size_t common = 0;
  for (uint32_t a = 0; a < all.size(); ++a) {
    for (uint32_t b = a + 1; b < all.size(); ++b) {
      if (!common_sentence(all[a], all[b])) continue;
      ++common;
      CHECK(std::binary_search(pairs.begin(), pairs.end(), std::pair(a, b)));
    }
  }
  CHECK(common > 0);
}

TEST_CASE("everything holds of the bundled coach") {
  const auto files = coach_files(KEEL_PACK);
  REQUIRE(files);
  const test::Checked result{check_pack(*files, Depth::full, "")};
  INFO(result.rendered());
  for (const std::string& code : result.codes()) {
    const bool of_proofs = code == "K028" || code == "K072" || (code >= "K100" && code < "K130");
    CHECK_FALSE(of_proofs);
  }
}

}  // namespace
}  // namespace keel
