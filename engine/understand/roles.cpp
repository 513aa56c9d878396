// Who the other person is to the writer. The first group is who these talks are usually about; the
// second, family and friends, counts only where nobody of the first is spoken of.
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardPhrase phrases[] = {
    {"ex-girlfriend", "(ex girlfriend|ex gf|exgf|exgirlfriend|ex missus)"},
    {"ex-boyfriend", "(ex boyfriend|ex bf|exbf|exboyfriend)"},
    {"ex-wife", "(ex wife|exwife)"},
    {"ex-husband", "(ex husband|exhusband|ex hubby)"},
    {"ex-partner", "(ex partner|expartner)"},
    {"ex-fiancé", "(ex fiance|ex fiancé)"},
    {"ex-fiancée", "(ex fiancee|ex fiancée)"},
    {"ex", "ex"},
    {"girlfriend", "(girlfriend|gf|grilfriend)"},
    {"boyfriend", "(boyfriend|bf|boyfreind)"},
    {"wife", "(wife|wifey|missus)"},
    {"husband", "(husband|hubby|hubs)"},
    {"partner", "partner"},
    {"fiancé", "(fiance|fiancé)"},
    {"fiancée", "(fiancee|fiancée)"},
    {"situationship", "situationship"},
    {"crush", "crush"},
    {"mother-in-law", "(mother in law|mil)"},
    {"mother", "(mother|mum|mom|mam|mama|ma|mummy)"},
    {"father", "(father|dad|papa|daddy)"},
    {"sister", "sister"},
    {"brother", "brother"},
    {"son", "son"},
    {"daughter", "daughter"},
    {"best friend", "(best friend|bestie|best mate|bff)"},
    {"friend", "(friend|mate|pal)"},
    {"boss", "(boss|manager)"},
    {"flatmate", "(flatmate|roommate|housemate)"},
};

}  // namespace

std::span<const HeardPhrase> role_phrases() {
  return phrases;
}

}  // namespace keel
