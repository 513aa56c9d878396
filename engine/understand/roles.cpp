// Who the other person is to the writer. The first group is who these talks are usually about; the
// second, family and friends, counts only where nobody of the first is spoken of.
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardPhrase phrases[] = {
    {"ex-girlfriend", "(ex girlfriend|ex gf|ex girlfriends|ex gfs|exgf|exgirlfriend|ex missus)"},
    {"ex-boyfriend", "(ex boyfriend|ex bf|ex boyfriends|ex bfs|exbf|exboyfriend)"},
    {"ex-wife", "(ex wife|ex wifes|exwife|soon to be ex wife)"},
    {"ex-husband", "(ex husband|ex husbands|exhusband|ex hubby)"},
    {"ex-partner", "(ex partner|expartner)"},
    {"ex-fiancé", "(ex fiance|ex fiancé)"},
    {"ex-fiancée", "(ex fiancee|ex fiancée)"},
    {"ex", "(ex|my x)"},
    {"girlfriend", "(girlfriend|gf|grilfriend|girl friend|my girlfriends|my gfs)"},
    {"boyfriend", "(boyfriend|bf|boyfreind|boy friend|my boyfriends|my bfs)"},
    {"wife", "(wife|wifey|missus|my wifes)"},
    {"husband", "(husband|hubby|hubs|my husbands|my hubbys)"},
    {"partner", "(partner|my partners)"},
    {"fiancé", "(fiance|fiancé)"},
    {"fiancée", "(fiancee|fiancée)"},
    {"situationship", "(situationship|situationships|situation ship)"},
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
