#include "script/codes.h"

#include <array>

namespace keel {
namespace {

constexpr Severity error = Severity::error;
constexpr Severity warning = Severity::warning;

constexpr std::array codes{
    // Layout
    Code{"K001", error, "wrong indentation"},
    Code{"K002", warning, "a tab"},
    Code{"K003", error, "not UTF-8"},
    Code{"K004", error, "no such statement"},
    Code{"K005", error, "nothing stands under this"},
    Code{"K006", error, "in the wrong place"},
    Code{"K007", error, "empty line"},
    Code{"K008", error, "empty branch"},
    Code{"K009", error, "otherwise without if"},
    // Head
    Code{"K010", error, "no first line"},
    Code{"K011", error, "not the file's name"},
    Code{"K012", error, "no such part"},
    Code{"K013", error, "two flows of one name"},
    Code{"K014", error, "two parts of one name"},
    Code{"K015", error, "head line in the body"},
    Code{"K016", error, "no such head line"},
    Code{"K017", error, "written twice"},
    Code{"K018", error, "no such safety level"},
    Code{"K019", error, "keep without an end"},
    Code{"K020", error, "no such promise"},
    Code{"K021", error, "no such flow"},
    Code{"K022", error, "no such intent"},
    Code{"K023", error, "no such category"},
    Code{"K024", error, "no such ability"},
    Code{"K025", error, "do outside of the house"},
    Code{"K026", error, "no such need"},
    Code{"K027", warning, "nobody answers"},
    Code{"K028", error, "a promise that is not kept"},
    Code{"K029", error, "kept and forgotten"},
    // Statements
    Code{"K030", error, "no type"},
    Code{"K031", error, "no such type"},
    Code{"K032", error, "not a value"},
    Code{"K033", error, "not a name"},
    Code{"K034", error, "more than one statement"},
    Code{"K035", error, "two questions at once"},
    Code{"K036", error, "half a statement"},
    Code{"K037", error, "half a follow-up"},
    Code{"K038", error, "nothing to show"},
    Code{"K039", error, "half a use"},
    Code{"K040", error, "nothing to do"},
    // Conditions and names
    Code{"K041", error, "not a condition"},
    Code{"K042", error, "and beside or"},
    Code{"K043", error, "no such slot"},
    Code{"K044", error, "never kept"},
    Code{"K045", error, "nothing heard by this name"},
    Code{"K046", error, "never this value"},
    Code{"K047", error, "two kinds"},
    Code{"K048", error, "not used like this"},
    Code{"K049", error, "only to be read"},
    // Intents
    Code{"K050", error, "empty word list"},
    Code{"K051", error, "before the first intent"},
    Code{"K052", error, "two intents of one name"},
    Code{"K053", error, "empty intent"},
    Code{"K054", error, "one sentence, two intents"},
    Code{"K055", error, "two lists of one name"},
    // Slots and replies
    Code{"K060", error, "one slot, two types"},
    Code{"K061", error, "does not fit"},
    Code{"K062", error, "stores nothing"},
    Code{"K063", error, "two replies, one sentence"},
    Code{"K064", error, "half a bracket"},
    Code{"K065", error, "nothing to say"},
    Code{"K066", error, "one name, two things"},
    Code{"K067", error, "not a time"},
    // Ways through a flow
    Code{"K070", error, "never reached"},
    Code{"K071", error, "part never reached"},
    Code{"K072", error, "a circle"},
    Code{"K073", error, "nothing that can be said"},
    Code{"K074", error, "no length"},
    Code{"K075", warning, "one name, two types across flows"},
    Code{"K076", error, "no title"},
    Code{"K077", warning, "runs on into what comes later"},
    Code{"K078", warning, "one intent, two flows"},
    // What flows hand to each other, and old names
    Code{"K080", error, "needs what may be unknown"},
    Code{"K081", error, "nobody to get it from"},
    Code{"K082", error, "need not be handed on"},
    Code{"K083", error, "given and forgotten"},
    Code{"K084", error, "stays with the person"},
    Code{"K085", error, "not an old name"},
    Code{"K086", error, "moved to nowhere"},
    Code{"K087", error, "said and forgotten"},
    // What is written in vain, and files that cannot be read
    Code{"K090", warning, "set and never read"},
    Code{"K091", warning, "defined and never used"},
    Code{"K092", error, "nested too deep"},
    Code{"K093", error, "too large"},
    Code{"K094", error, "keeps no answer"},
    // Proofs over every conversation
    Code{"K101", error, "no way to an end"},
    Code{"K102", warning, "visits inside visits"},
    Code{"K103", error, "asked round and round"},
    Code{"K104", warning, "nothing said at the end"},
    Code{"K105", error, "a house with missing rooms"},
    Code{"K106", error, "no help lines in time"},
    Code{"K107", error, "a promise that is broken"},
    Code{"K108", error, "a promise that cannot be proved"},
    Code{"K109", warning, "the same words again"},
    Code{"K110", warning, "one sentence, two patterns"},
    Code{"K111", error, "words of another reply"},
    Code{"K112", warning, "an example that is not heard"},
    Code{"K113", error, "nobody to call"},
    // Twins in other languages
    Code{"K160", error, "a twin of nothing"},
    Code{"K161", error, "a line is missing"},
    Code{"K162", error, "a line too many"},
    Code{"K163", error, "another kind of line"},
    Code{"K164", error, "logic in a twin"},
    Code{"K165", error, "another part"},
    Code{"K166", error, "a label is missing"},
    Code{"K167", error, "a slot of its own"},
    Code{"K168", warning, "the original has changed"},
    Code{"K169", error, "which language?"},
    // Patterns
    Code{"K201", error, "closes nothing"},
    Code{"K202", error, "nothing to match"},
    Code{"K203", error, "never closed"},
    Code{"K204", error, "a list in a list"},
    Code{"K205", error, "no such word list"},
    Code{"K206", error, "wrong gap"},
    Code{"K207", error, "too large"},
    Code{"K208", error, "fits everything"},
    // Safety rules
    Code{"K220", error, "belongs to no rule"},
    Code{"K221", error, "no such line of a rule"},
    Code{"K222", error, "half a rule"},
    Code{"K223", error, "not one of the choices"},
    Code{"K224", error, "two rules of one name"},
    Code{"K225", error, "phrase inside brackets"},
    Code{"K226", error, "rule misses its sentence"},
    Code{"K227", error, "rule finds too much"},
    Code{"K228", error, "list names itself"},
    // Help lines
    Code{"K230", error, "not a list of help lines"},
    Code{"K231", error, "half a help line"},
    Code{"K232", error, "no emergency number"},
    Code{"K233", warning, "not checked for a year"},
    // House style
    Code{"K300", warning, "hard to read"},
    Code{"K301", warning, "a long bubble"},
    Code{"K302", warning, "two questions in one bubble"},
    Code{"K303", warning, "an exclamation mark"},
    Code{"K304", warning, "an emoji"},
    Code{"K305", warning, "it lays guilt"},
    Code{"K306", warning, "it presses"},
    Code{"K307", warning, "it promises"},
    Code{"K308", warning, "it diagnoses"},
    Code{"K309", warning, "a chain of days"},
    Code{"K310", warning, "a feeling that no program has"},
    Code{"K311", warning, "it reads somebody's mind"},
    Code{"K312", warning, "it takes sides"},
    Code{"K313", warning, "it holds somebody back"},
    Code{"K314", warning, "it scores a person"},
    Code{"K315", warning, "a guessed he or she"},
    Code{"K316", warning, "a long label"},
    Code{"K317", warning, "the pack's own rule"},
    Code{"K318", error, "not a rule of style"},
    Code{"K319", error, "switched off without a reason"},
    Code{"K320", warning, "switched off for nothing"},
    Code{"K321", error, "a rule that misses its example"},
    Code{"K322", error, "not signed off"},
    // What the model makes of the examples
    Code{"K331", warning, "few examples"},
    Code{"K332", warning, "two intents that sound alike"},
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
