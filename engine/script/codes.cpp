#include "script/codes.h"

#include <array>

namespace keel {
namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

constexpr std::array codes{
    // Layout
    Code{"K001", error, "wrong indentation",
         "Children stand exactly two spaces deeper than their parent.", "   ask promise: text"},
    Code{"K002", error, "a tab",
         "Indentation is made of spaces, so that it looks the same everywhere.",
         "\task promise: text"},
    Code{"K003", error, "not UTF-8", "A script is UTF-8 text.", "(bytes that are no letters)"},
    Code{"K004", error, "no such statement",
         "No line is passed over: one that is not understood is a mistake.", "Couch: Hello."},
    Code{"K005", error, "nothing stands under this", "This kind of line has no children.",
         "end\n  end"},
    Code{"K006", error, "in the wrong place", "This line belongs under another kind of line.",
         "ask promise: text"},
    Code{"K007", error, "empty line", "What is said stands on the same line as its mark.",
         "Coach:"},
    Code{"K008", error, "empty branch", "What is to happen stands under the condition.",
         "if promise is known"},
    Code{"K009", error, "otherwise without if", "`otherwise` follows an `if` directly.",
         "otherwise"},
    // Head
    Code{"K010", error, "no first line", "A file begins with what it is.", "title: A pause"},
    Code{"K011", error, "not the file's name",
         "A flow has the name of its file, so that it can be found.",
         "flow pause  (in break.keel)"},
    Code{"K012", error, "no such part", "A jump leads to a part of this flow, or to a flow.",
         "go to clsoe"},
    Code{"K013", error, "two flows of one name", "Each flow has a name of its own.", "flow pause"},
    Code{"K014", error, "two parts of one name", "Each part of a flow has a name of its own.",
         "part after"},
    Code{"K015", error, "head line in the body", "The head ends where the first statement begins.",
         "sources: breakup"},
    Code{"K016", error, "no such head line", "The head has a fixed set of lines.",
         "titel: A pause"},
    Code{"K017", error, "written twice", "This line may stand here once.", "title: A break"},
    Code{"K018", error, "no such safety level", "The levels are ask, high and emergency.",
         "start on: safety suicide urgent"},
    Code{"K019", error, "keep without an end", "`keep` says for how long.", "keep: urge"},
    Code{"K020", error, "no such promise", "Only promises of a known form can be proved.",
         "never: shout"},
    Code{"K021", error, "no such flow", "A visit, an offer and a promise name a flow that exists.",
         "visit brething"},
    Code{"K022", error, "no such intent", "A flow starts on intents that exist.",
         "start on: urge-to-contcat"},
    Code{"K023", error, "no such category",
         "A safety flow starts on a category of the safety rules.", "start on: safety sucide ask"},
    Code{"K024", error, "no such ability", "An ability is part of the engine.",
         "use fatcs on thought into marks"},
    Code{"K025", error, "do outside of the house",
         "Only house flows act on the conversation itself.", "do back"},
    Code{"K026", error, "no such need", "Help lines are sorted by need.",
         "show help lines for sucide"},
    // Statements
    Code{"K030", error, "no type", "A question says what kind of answer it takes.", "ask urge"},
    Code{"K031", error, "no such type", "The types stand in dialogs/README.md.",
         "ask urge: scael 0 to 10"},
    Code{"K032", error, "not a value",
         "A value is a word, a number, a duration or a text in quotes.", "set urge to Very Loud"},
    Code{"K033", error, "not a name",
         "Names are lower case, with underscores for slots, hyphens for the rest.", "go to After"},
    Code{"K034", error, "more than one statement", "One statement a line.", "end end"},
    Code{"K035", error, "two questions at once", "One `Coach:` asks one question.", "ask b: text"},
    Code{"K036", error, "half a statement",
         "`set`, `add` and `note` name a slot and what goes into it.", "set urge"},
    Code{"K037", error, "half a follow-up", "`follow up` says when and with which part.",
         "follow up tomorrow"},
    Code{"K038", error, "nothing to show", "There is a fixed set of things to show.",
         "show sunset"},
    Code{"K039", error, "half a use", "`use` names texts and where its result goes.",
         "use facts on thought"},
    Code{"K040", error, "nothing to do", "There is a fixed set of things a house flow can do.",
         "do bcak"},
    // Conditions and names
    Code{"K041", error, "not a condition", "A condition compares something with something.",
         "if urge"},
    Code{"K042", error, "and beside or", "Brackets say what belongs together.",
         "if a is yes and b is yes or c is yes"},
    Code{"K043", error, "no such slot",
         "A slot is asked or set in this flow, or belongs to the person.", "if ugre >= 7"},
    Code{"K044", error, "never kept", "`last` reads what some flow keeps.",
         "if last urge is known"},
    Code{"K045", error, "nothing heard by this name", "There is a fixed set of particulars.",
         "if heard evnet is no-reply"},
    Code{"K046", error, "never this value", "No reply and no `set` stores this word.",
         "if kept is maybe"},
    Code{"K047", error, "two kinds", "Only things of one kind are compared.", "if promise > 3"},
    Code{"K048", error, "not used like this",
         "A definition that counts is compared with a number; another stands alone.", "if signs"},
    Code{"K049", error, "only to be read", "What the engine knows cannot be set.",
         "set part_of_day to night"},
    // Intents
    Code{"K050", error, "empty word list", "A word list has entries.", "list them:"},
    Code{"K051", error, "before the first intent", "Examples belong to an intent.",
         "i want to text her"},
    Code{"K052", error, "two intents of one name", "One block per intent.",
         "intent urge-to-contact"},
    Code{"K053", error, "empty intent", "An intent has examples or patterns.",
         "intent urge-to-contact"},
    Code{"K054", error, "one sentence, two intents", "A sentence belongs to one intent.",
         "i want to text him"},
    Code{"K055", error, "two lists of one name", "One word list has one place.", "list them: him"},
    // Slots and replies
    Code{"K060", error, "one slot, two types", "A slot has one type.", "ask urge: text"},
    Code{"K061", error, "does not fit", "What is stored fits the type of its slot.",
         "set urge to \"loud\""},
    Code{"K062", error, "stores nothing",
         "A reply's words are an answer of the question's type, or it says `as`.", "* Rather loud"},
    Code{"K063", error, "two replies, one sentence", "One sentence leads to one reply.",
         "like: yes"},
    Code{"K064", error, "half a bracket", "A slot in a sentence stands between { and }.",
         "Coach: {urge"},
    Code{"K065", error, "nothing to say",
         "Only slots and a few other things can stand between { and }.", "Coach: {urge now}"},
    Code{"K066", error, "one name, two things", "A definition has a name of its own.",
         "define urge: kept is yes"},
    Code{"K067", error, "not a time", "Only a duration can be waited for.", "wait promise"},
    // Ways through a flow
    Code{"K070", error, "never reached", "No conversation can come to this line.",
         "end\nCoach: Bye."},
    Code{"K071", error, "part never reached", "Nothing leads to this part.", "part spare"},
    Code{"K072", error, "a circle", "Every round asks or waits, or it would go on for ever.",
         "part a\nCoach: Hm.\ngo to a"},
    Code{"K073", error, "nothing that can be said",
         "On every way here, one line must have all of its slots.", "Coach: You said {urge}."},
    Code{"K074", error, "no length", "What is waited for must be known on every way here.",
         "wait pause_length"},
    Code{"K075", warning, "one name, two types across flows",
         "A visited flow begins with its visitor's values, and here they are of another type.",
         "visit other"},
    Code{"K076", error, "no title", "A flow is called something when it is named to the person.",
         "flow pause"},
};

}  // namespace

std::span<const Code> all_codes() {
  return codes;
}

const Code* find_code(std::string_view id) {
  for (const Code& code : codes) {
    if (code.id == id) return &code;
  }
  return nullptr;
}

}  // namespace keel
