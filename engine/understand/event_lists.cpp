// The word lists that the phrases of particulars name.
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardList lists[] = {
    {"them",
     "him|her|them|my [own] ex|the ex|my x|my [own] [ex] "
     "(boyfriend|bf|girlfriend|gf|husband|hubby|wife|partner|"
     "fiance|fiancee|missus|situationship)"},
    {"partner",
     "boyfriend|bf|girlfriend|gf|husband|hubby|wife|partner|fiance|fiancee|missus|situationship"},
    {"lately", "again|today|yesterday|tonight|last night|this morning|just now"},
    {"messages",
     "text|texts|message|messages|msg|msgs|dm|dms|email|emails|letter|voice note|"
     "voice notes|voicenote|paragraph|paragraphs|essay|novel|wall of text|selfie|meme|"
     "song|photo|pic|snap|link|voicemail"},
    {"day",
     "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|weds|thurs|fri|my|new|"
     "christmas|valentines"},
    {"replied",
     "answered|answering|answer|replied|replying|reply|responded|responding|respond|"
     "texted back|text back|texted me back|text me back|texting back|texting me back|"
     "called back|call back|called me back|call me back|calling me back|written back|"
     "write back|wrote back|messaged back|messaged me back|message me back|message back|"
     "got back to me|gotten back to me|get back to me|come back to me|picked up|"
     "picking up|pick up|opened it|opened my|opened them|opened the|read it|read them|"
     "read my|even read|said a word|texted me|texted|texting me|text me|"
     "messaged|messaged me|called me|called|rung|rang|phoned|written|written to me|"
     "been in touch|seen my|checked my|looked at my|looked at it|"
     "(picked|pick|picking|pickup|answer|answered|answering|returned|return) [up] my (call|calls|"
     "text|texts|message|messages|phone)|"
     "(reply|replied|replying|answer|answered|respond|responded) (me|to me|to my)|got in touch|"
     "rung me|rang me|phoned me|seen it|checked it|written me|"
     "said anything (back|since|yet|to me|in|for|and|but)|said (anything|something) >"},
    {"not",
     "havent|have not|wont|not|never|aint|dont|hadnt|wouldnt|still not|cant be bothered to|"
     "hasnt|has not|didnt|did not|doesnt|does not|isnt|is not"},
    {"never", "aint|hadnt|hasnt|has not|doesnt|does not|isnt|is not|still hasnt|didnt|hasn"},
    {"texted",
     "texted|text|txted|messaged|msged|dmed|dmd|whatsapped|snapped|emailed|mailed|"
     "contacted|wrote to|written to|reached out to|replied to|pinged|hit up|inboxed"},
    {"texting",
     "text|txt|message|msg|dm|whatsapp|snap|email|contact|write to|write|reach out to|"
     "reach out|ping|reply|reply to|answer|double text|triple text|send"},
    {"month",
     "january|february|march|april|may|june|july|august|september|october|november|december|jan|"
     "feb|"
     "aug|sept|oct|nov|dec|spring|summer|autumn|winter"},
    {"number", "two|three|four|five|six|seven|eight|nine|ten|a couple of|a few|2|3|4|5|6|7|8|9|10"},
    {"saysaid",
     "said|says|say|told me|tells me|tell me|goes|went|reckons|thinks|texted|messaged|announced|"
     "decided|admitted|was like"},
    {"newone",
     "girlfriend|boyfriend|gf|bf|partner|wife|husband|girl|guy|man|woman|fling|relationship|"
     "person|fella|bloke|lad|bird|missus|chick|lady|flame|love|squeeze|lover|beau|mrs"},
    {"adverb",
     "just|already|finally|then|also|went and|stupidly|drunk|drunkenly|even|only|"
     "literally|accidentally|did|have|had|got drunk and|gave in and|caved and|actually"},
};

}  // namespace

std::span<const HeardList> heard_lists() {
  return lists;
}

}  // namespace keel
