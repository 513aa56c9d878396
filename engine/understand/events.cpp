// What happened: canonical events. The list in `dialogs/README.md` names them for writers.
#include <cstdint>

#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardBy other = HeardBy::other;
constexpr HeardBy writer = HeardBy::writer;
constexpr HeardBy named = HeardBy::named;
constexpr HeardBy anyone = HeardBy::anyone;

constexpr HeardList lists[] = {
    {"them",
     "him|her|them|my ex|the ex|my [ex] (boyfriend|bf|girlfriend|gf|husband|hubby|wife|partner|"
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
     "read my|even read|said anything|said a word|texted me|texted|texting me|text me|"
     "messaged|messaged me|called me|called|rung|rang|phoned|written|written to me|"
     "been in touch|looked at it"},
    {"not",
     "havent|have not|wont|not|never|aint|dont|hadnt|wouldnt|still not|cant be bothered to|"
     "hasnt|has not|didnt|did not|doesnt|does not|isnt|is not"},
    {"never", "hasnt|has not|doesnt|does not|isnt|is not|still hasnt|didnt|hasn"},
    {"texted",
     "texted|text|txted|messaged|msged|dmed|dmd|whatsapped|snapped|emailed|mailed|"
     "contacted|wrote to|written to|reached out to|replied to|pinged|hit up|inboxed"},
    {"texting",
     "text|txt|message|msg|dm|whatsapp|snap|email|contact|write to|write|reach out to|"
     "reach out|ping|reply|reply to|answer|double text|triple text|send"},
    {"adverb",
     "just|already|finally|then|also|went and|stupidly|drunk|drunkenly|even|only|"
     "literally|accidentally|did|have|had|got drunk and|gave in and|caved and|actually"},
};

constexpr HeardPhrase phrases[] = {
    {"left-on-read",
     "(left|leaves|leaving|leave|leavin) [me|us|my message|my text|my texts|it] on "
     "(read|seen|delivered|opened|open)",
     other},
    {"left-on-read", "(been|got|am|im|still) [left] on (read|seen)", anyone},
    {"left-on-read", "left on (read|seen|delivered|opened)", anyone},
    {"left-on-read",
     "(seen|read|saw|opened) [it|them|my (message|messages|text|texts|msg|dm|snap)] "
     "[all] [and|but] [then|still] [said nothing|{not} ...1 {replied}|nothing|"
     "ignored it|no (reply|answer|response)] >",
     other},
    {"left-on-read",
     "(seen|read|saw|opened) (it|them|my (message|messages|text|texts|msg|dm|snap)) "
     "[and|but] [still|then|just] {not} ...1 {replied}",
     other},
    {"left-on-read",
     "(seen|read|saw|opened) (it|them|my (message|messages|text|texts|msg|dm)) "
     "(and|but) [then|just] (said nothing|nothing|ignored|no reply|no answer)",
     other},
    {"left-on-read", "(blue|two|2|double) (tick|ticks|check|checks)", anyone},

    {"no-reply", "{never} [even|really|yet|bothered to|been|once|ever|actually] {replied}", other},
    {"no-reply", "{not} [even|really|yet|bothered to|been|once|ever|actually] {replied}", named},
    {"no-reply",
     "no (reply|response|answer|replies|text back|call back) "
     "(from|back|yet|since|for|after|in|at|at all|>)",
     anyone},
    {"no-reply",
     "(no|not a) (word|peep|message|text|call) (back|from (him|her|them)|since|all "
     "(day|night|week|weekend))",
     anyone},
    {"no-reply", "waiting (for|on) ...3 (reply|answer|response|text|text back|call|message)",
     anyone},
    {"no-reply", "(ghosted|ghosting|ghosts) [on] me", anyone},
    {"no-reply", "(been|got|getting|being) ghosted", anyone},
    {"no-reply", "heard nothing", anyone},
    {"no-reply", "nothing (back|from) (from [him|her|them]|him|her|them|since|>)", anyone},
    {"no-reply",
     "(havent|have not|not|didnt) [even] (heard|hear|hearing) "
     "[anything|a word|a thing] [back] from {them}",
     anyone},
    {"no-reply",
     "(ignored|ignoring|ignores|blanked|blanking|airing|aired) "
     "my (message|messages|text|texts|call|calls)",
     other},
    {"no-reply", "(is|been|hes|shes|theyre|keeps|just) (ignoring|blanking|airing) me", named},
    {"no-reply", "(still|sitting|stuck) on delivered", anyone},
    {"no-reply", "(unanswered|unread) (since|for|>)", anyone},
    {"no-reply", "radio silence", anyone},
    {"no-reply", "(and|still|but|then) nothing >", anyone},

    {"short-reply", "one word (reply|replies|answer|answers|text|texts|response|responses)",
     anyone},
    {"short-reply",
     "(short|dry|cold|blunt|curt) (reply|replies|answer|answers|text|texts|message|"
     "messages|response|responses)",
     anyone},
    {"short-reply",
     "(replied|replies|answered|answers|wrote|texted|texts|sent|said|says|put|goes|"
     "responded|reacted) [back] [just|only|with] [just|a|an|one] (k|kk|ok|okay|cool|"
     "thumbs up|one word|fine|haha|lol|👍|single word|noted|sure)",
     other},
    {"short-reply", "(just|only) (a|an|one|the) (thumbs up|ok|k|okay|heart|like|emoji|word|lol)",
     anyone},
    {"short-reply", "(just|only) (haha|nice one|ok|okay|k|lol|cool|fine) (>|or|and)", anyone},
    {"short-reply", "thumbs up (back|emoji|and)", anyone},

    {"broke-up", "(broke|broken|breaked|brok) [it] (up|off)", anyone},
    {"broke-up",
     "(we|weve|us) [have|had|just|finally|officially|both] (split|split up|separated|"
     "parted|ended|ended it|ended things|called it quits|are over|are done) "
     "[up|it|things] (in|last|on|after|two|three|a|yesterday|this|because|by|but|and|ago|"
     "months|weeks|2|3|4|5|6|7|8|>)",
     anyone},
    {"broke-up", "(split|splitting) up", anyone},
    {"broke-up",
     "(ended|finished) (it|things|us|everything|the relationship|our relationship|"
     "our marriage|the engagement|our engagement|with me|with him|with her)",
     anyone},
    {"broke-up", "(dumped|chucked|binned) (me|him|her|them)", anyone},
    {"broke-up", "(got|been|getting|was|were) dumped", anyone},
    {"broke-up", "(since|after|from|of) (the|our|my|this) (breakup|break up|split|separation)",
     anyone},
    {"broke-up", "(our|my|the) (breakup|break up|split|separation)", anyone},
    {"broke-up", "called (it off|off the (wedding|engagement)|it quits)", anyone},
    {"broke-up", "(ended|ending) (it|things|it all) [with|last|on|over|by|in|after|this]", named},
    {"broke-up", "(me and|us|him and|her and) _ ended", anyone},
    {"broke-up", "(its|it is|were|we are) over (between us|>)", anyone},

    {"left-me",
     "(left|leaving|leaves) (me|us) (for|after|in|last|yesterday|this|over|by|because|and|"
     "alone|when|without|at|with|two|three|four|five|six|a|2|3|4|5|6|7|8|10|>)",
     other},
    {"left-me", "(walked|walks|walking) out [on (me|us)]", other},
    {"left-me", "(since|when|after|that|day|before) (he|she|they|you) left", anyone},
    {"left-me",
     "(he|she|they|{partner}|ex|who) [has|have|had|just|suddenly|finally] left "
     "[me] (in|last|yesterday|this|on {day}|two|three|four|five|six|a|2|3|4|5|6|for|after|"
     "because|without|>)",
     anyone},

    {"divorce", "(we|got|were|been|im) divorced", anyone},
    {"divorce", "divorce (papers|paper|lawyer|came|went|was|is)", anyone},
    {"divorce",
     "(getting|got|get|filed for|filing for|files for|asked for|wants|going through|after|"
     "since|finalised|finalized|my|our|the) [a|an|the|my|our] (divorced|divorce)",
     anyone},
    {"divorce", "(served|sent|signed) [me] [with] [the] divorce", anyone},
    {"moved-out", "(moved|moving|moves) (out|his things out|her things out|their things out)",
     anyone},
    {"moved-out", "packed (his|her|their|a) (bag|bags|things|stuff|suitcase)", anyone},
    {"moved-away", "(moved|moving|moves|relocated|relocating) (away|abroad|overseas|back to|to)",
     named},
    {"cheated", "(cheated|cheating|cheats) [on me]", other},
    {"cheated", "(slept|sleeping|sleeps) with (someone|somebody|another|my|other|his|her)", other},
    {"cheated", "(had|having|has|been having) (an affair|affairs)", other},
    {"cheated", "(the|an|some) other (guy|man|woman|girl)", anyone},
    {"on-and-off", "(on and off|off and on|on off|on again off again|on again)", anyone},
    {"on-and-off", "(break|broke|breaking) up and [then] (get|got|make|made|getting|back)", anyone},
    {"on-a-break", "(on|taking|having) a break", anyone},
    {"got-back-together", "(got|getting|gotten|are|were|get) back together", anyone},

    {"blocked-me", "(blocked|blocking|blocks) (me|my number)", other},
    {"blocked-me", "(im|i am|ive been|i got|got|been) blocked", anyone},
    {"blocked-me", "(he|she|they|ex|{partner}) [has|have|just|also] blocked", anyone},
    {"unfollowed-me", "(unfollowed|unfriended|unadded|unmatched|removed|restricted) (me|with me)",
     other},

    {"asked-for-space",
     "(needs|need|wants|want|wanted|needed|asked for|asking for|asks for|asked me "
     "for|begged for) [some|more|a bit of|a little|his|her|their|her own] "
     "(space|room|distance|breathing room)",
     other},
    {"asked-for-space",
     "(needs|need|wants|want|wanted|needed|asked for|asking for|suggested|said) "
     "[to take|we take|to have] a break",
     other},
    {"asked-for-time",
     "(needs|wants|need|want|wanted|needed|asked for|asking for|asks for|asked me "
     "for) [some|more|a bit of|a little|a bit more] time",
     other},
    {"asked-for-time",
     "(needs|wants|need|wanted|needed) to (think|figure|work) [it|things|this|"
     "himself|herself|themselves|himself out]",
     other},
    {"asked-for-time", "(thinking|think) (about it|it over|things over|about us)", other},

    {"asked-for-time",
     "(decide|deciding|decides) (about us|what (he|she|they) (want|wants)|if|whether)", other},
    {"asked-me-to-stop",
     "(asked|told|tells|asks|begged|warned) me (to stop|to leave (him|her|them) "
     "alone|not to [ever] (text|contact|call|message|write|come|reach out|reply))",
     anyone},
    {"asked-me-to-stop",
     "(said|says|wrote|texted|told me) ...2 (stop|dont|do not|please stop|please "
     "dont|never) (texting|contacting|calling|messaging|writing|text|contact|call|"
     "message|write|bothering)",
     other},
    {"asked-me-to-stop",
     "(doesnt|does not|didnt|dont) want [any|me to|to hear from|to be] "
     "(contact|contacted|contact him|contact her|me|text|call|message)",
     other},
    {"asked-me-to-stop", "wants no [more] contact", other},

    {"they-reached-out",
     "(texted|text|txted|messaged|msged|called|rang|emailed|dmed|dmd|contacted|"
     "phoned|whatsapped|snapped|wrote to|wrote|reached out to|hit up|pinged|"
     "facetimed|voice noted) me",
     other},
    {"they-reached-out",
     "(reached out|got in touch|gets in touch|popped up|popped back|resurfaced|"
     "came back|comes back|messaged|reappeared) [to me] [again|after|out of|last|"
     "yesterday|today|asking|saying]",
     other},
    {"they-reached-out",
     "(sent|sends|dropped|wrote|left) me [a|an|this|another|the|some|two|three] "
     "[random|long|short|happy|birthday|good morning|drunk] {messages}",
     other},
    {"they-reached-out",
     "[got|have|had] [a|an|the|this|another|new] (text|message|email|call|dm|"
     "letter|voice note|missed call) from {them}",
     anyone},
    {"they-reached-out",
     "(liked|likes|liking|watched|viewed|commented on|reacted to) my "
     "(story|stories|photo|photos|post|posts|pic|picture|status|reel)",
     other},
    {"asked-to-meet",
     "(wants|asked|asks|asking|wanted|offered|suggested) [me|us] to (meet|see me|"
     "come over|come back|get back together|try again|talk|hang out|see each other)",
     other},

    {"broke-no-contact", "(broke|broken|blew|break|breaking) [my|the] (no contact|nc|streak)",
     writer},
    {"i-texted", "i {adverb} {texted} {them}", writer},
    {"i-texted",
     "i [{adverb}] [{adverb}] (texted|messaged|msged|dmed|dmd|whatsapped|snapped|emailed|"
     "contacted|wrote to|reached out to|double texted|triple texted|drunk texted) "
     "[{them}|first|>|back]",
     writer},
    {"i-texted",
     "(i|and|ive|just|then|already|have|drunkenly|did) [{adverb}] sent "
     "(him|her|them|my ex|it|my [ex] {partner}|that|this) ",
     writer},
    {"i-texted",
     "(i|ive|and|just|have) [{adverb}] sent [like|about|over] [a|an|the|my|another|one|two|"
     "three|four|five|2|3|4|5|6|10|that|some] [really|very] [long|stupid|drunk|angry|short|"
     "last|final] {messages}",
     writer},
    {"i-texted",
     "< (texted|messaged|sent|dmed|emailed|wrote to) (him|her|them|my ex|it|my [ex] "
     "{partner}|the)",
     writer},
    {"i-texted", "(double|triple|drunk) texted", writer},
    {"i-texted", "i (caved|gave in|relapsed|slipped)", writer},
    {"i-called", "i [{adverb}] [{adverb}] (called|rang|phoned|facetimed) {them}", writer},
    {"i-texted", "< (texted|messaged|dmed|emailed) _", writer},
    {"i-called", "< [just] (called|rang|phoned|facetimed) {them}", writer},
    {"about-to-text", "(about to|going to|gonna|bout to|ready to|finna|bout) {texting}", writer},
    {"about-to-text", "(finger|thumb) ...3 (send|button)", anyone},
    {"about-to-text", "(typing|typed|drafted|writing) ...2 {messages}", writer},
    {"about-to-call", "(about to|going to|gonna|bout to|ready to) (call|ring|phone|facetime)",
     writer},

    {"no-contact", "no contact", anyone},
    {"no-contact", "(day|days|weeks|months) [of] nc", anyone},
    {"no-contact",
     "(havent|have not|hadnt|didnt|dont|not) [really|even|properly] (spoken|speak|spoke|"
     "talked|talk|been in touch|been in contact|seen each other|communicated) "
     "[to|with] [each other|{them}|in|for|since|anymore|any more|>]",
     anyone},
    {"no-contact", "(stopped|quit) (talking|speaking|calling|texting|writing|messaging)", other},
    {"no-contact", "(cut|cutting) [off] [all] [contact|me off|ties]", other},
    {"no-contact", "(of|complete|total) silence", anyone},

    {"pulled-away", "(pulled|pulling|pulls|backing|backed|drifting|drifted) (away|back|off|apart)",
     anyone},
    {"pulled-away",
     "(went|gone|going|goes|getting|got|gets|turned|becoming|became) [so|really|a bit|"
     "all|very|suddenly] (quiet|cold|distant|silent|weird|dry|off)",
     other},
    {"pulled-away",
     "(been|being|is|was|seems|acting|so|really|hes|shes|theyre) [so|really|a bit|very|"
     "super] (distant|cold with me|off with me|weird with me|withdrawn|cold lately)",
     other},
    {"pulled-away", "(shut|shutting|shuts) (me out|down)", other},
    {"pulled-away", "(lost|losing) (interest|feelings)", other},
    {"pulled-away", "(texts|messages|replies|texting|writes) [me] [much|way|a lot] (less|slower)",
     other},

    {"cancelled-plans",
     "(cancelled|canceled|cancelling|canceling|cancels) [on me|our|the|plans|again|"
     "last minute|dinner|tonight|date|his|her]",
     other},
    {"cancelled-plans", "(bailed|flaked|stood me up|backed out|didnt show [up]|never showed [up])",
     other},

    {"argued",
     "(had|having|have|after|in|was|another|big|huge|massive|stupid|our|this|the|that) [a|an|"
     "another|our|this] [big|huge|massive|stupid|terrible|awful|horrible] "
     "(fight|argument|row|quarrel|fights|rows)",
     anyone},
    {"argued", "(we|weve|we had|we keep) [just|been|always] (fought|argued|arguing|fighting|rowed)",
     anyone},

    {"saw-online", "(online|active) (now|right now|all|at|on|since|3|for|until|again|and|but|>)",
     other},
    {"saw-online",
     "(saw|see|seen|seeing) (he|she|they|him|her|them|hes|shes|theyre|that he|that she) "
     "[is|was|were] (online|active)",
     anyone},
    {"saw-online", "(typing|three) dots", anyone},

    {"someone-new",
     "(seeing|dating|met|with|has|got|found|sleeping with|talking to|moved on with|"
     "texting|there is|theres) (someone|somebody) (new|else|>)",
     other},
    {"someone-new",
     "(his|her|their|a) new (girlfriend|boyfriend|gf|bf|partner|wife|husband|girl|guy|"
     "man|woman|fling|relationship|person)",
     anyone},
    {"someone-new",
     "(posted|posting) (him|her|them|(a|another) (girl|guy|man|woman)|a (photo|pic|picture|story) "
     "with)",
     other},
    {"someone-new", "(hard|soft) (launch|launched|launching)", anyone},
    {"someone-new", "(loves|love|likes|fancies|wants|in love with) (someone|somebody) else", named},
    {"someone-new", "(moved on|replaced me|in a new relationship)", other},
    {"someone-new", "(someone|somebody) new", other},
    {"someone-new",
     "(for|with|kissing|dating|seeing) (another|a different|some other) "
     "(woman|man|girl|guy|person)",
     other},
    {"got-engaged", "(got|is|are|getting|hes|shes|theyre) (engaged|married|remarried)", other},
    {"saw-them-with-someone-new",
     "(saw|seen|spotted|see) (him|her|them|my ex|a photo of him|a photo of "
     "her|a pic of him|a pic of her) [out|in town|there|holding hands|"
     "kissing|hand in hand] (with|holding) (someone|somebody|another|a|"
     "his new|her new|their new|this|some)",
     anyone},
    {"saw-them",
     "(ran into|bumped into|saw) (him|her|them|my ex) (at|in|on|today|yesterday|outside|"
     "again|for|last)",
     anyone},
    {"said-i-love-you",
     "(said|told me|says|wrote) [that] [he|she|they] (i love you|love you|ily|loves me|"
     "loved me|love me)",
     other},
    {"returned-my-things",
     "(returned|dropped off|dropped|sent back|posted|gave back|gave me back|"
     "brought back|left) [all] my (things|stuff|keys|clothes|key|hoodie|boxes|"
     "books|box)",
     other},
    {"deleted-photos",
     "(deleted|removed|took|taken|archived) [down] [all] [of] [the|our|every|my] "
     "(photos|pictures|pics|posts|photo|picture|selfies)",
     other},
    {"asked-for-money",
     "(asked|asking|asks|wants|needs) [me] [for|to borrow] [some|the|my] (money|cash|"
     "a loan|a lend)",
     other},
    {"asked-for-money", "(asked|asks|asking|wants) ...3 (lend|borrow)", other},
    {"lied", "(lied|lying|lies) (to me|about)", other},
    {"came-home-late", "(came|got|comes|gets|coming|getting) (home|back|in) [so|really|very] late",
     other},
};

// Plans and moods of the moment come after what has happened, and the state of things after both.
struct Rank {
  std::string_view event;
  uint32_t rank;
};
constexpr Rank ranks[] = {{"no-contact", 2},      {"saw-online", 3},    {"argued", 2},
                          {"said-i-love-you", 2}, {"about-to-text", 3}, {"about-to-call", 3},
                          {"saw-them", 2},        {"lied", 2},          {"on-a-break", 2}};

}  // namespace

std::span<const HeardList> heard_lists() {
  return lists;
}
std::span<const HeardPhrase> event_phrases() {
  return phrases;
}

uint32_t event_rank(std::string_view event) {
  for (const Rank& row : ranks) {
    if (row.event == event) return row.rank;
  }
  return 1;
}

}  // namespace keel
