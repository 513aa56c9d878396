// Events of being in touch: messages sent, read, unanswered, forbidden.
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardBy other = HeardBy::other;
constexpr HeardBy writer = HeardBy::writer;
constexpr HeardBy named = HeardBy::named;
constexpr HeardBy anyone = HeardBy::anyone;

constexpr HeardPhrase phrases[] = {
    {"left-on-read",
     "(left|leaves|leaving|leave|leavin) [me|us|my message|my text|my texts|it] on "
     "(read|seen|opened|open|blue ticks)",
     other},
    {"left-on-read",
     "(he|she|they|{partner}|ex) [has|have|had|just|already|definitely|clearly] "
     "(read|seen|opened|viewed|"
     "open|reads) (it|them|my (message|messages|text|texts|msg|dm|snap|email|letter)) (>|hours|"
     "days|ages|and said)",
     other},
    {"left-on-read",
     "(says|said|just says|marked as|showing as|shows|still says) (read|seen) "
     "(>|at|since|and|but|by)",
     anyone},
    {"left-on-read", "blue ticked me", anyone},
    {"no-reply", "(left|leaves|leaving) [me|us|my message|my text|my texts|it] on delivered",
     other},
    {"left-on-read", "(been|got|am|im|still) [left] on (read|seen)", anyone},
    {"left-on-read", "left on (read|seen|opened)", anyone},
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
    {"no-reply",
     "(stopped|stop|quit) (answering|replying|responding|picking up|replying to me|texting back|"
     "answering me|opening my)",
     other},
    {"no-reply",
     "{not} [even|yet|bothered to|been] (reply|replying|replied|answer|answering|answered|respond|"
     "responding|responded|pick|picking|picked|text|texting|call|calling|message|write|open|"
     "opening) "
     "(me|my (call|calls|text|texts|message|messages)|back|me back|since)",
     named},
    {"no-reply",
     "(he|she|they|{partner}|ex) [he|she] (no|dont|not|never|doesn|didn) [dey|even] (reply|answer|"
     "pick|respond|call|text|message) [up|me|my|back]",
     other},
    {"no-reply", "(not one|not a single|zero|0) (reply|word|text|message|call|response)", anyone},
    {"no-reply", "(nothing|silence) since", anyone},
    {"no-reply",
     "(ignores|ignored|ignoring|blanked|blanks|aired|airs) me (for|since|>|and|again|all|now)",
     other},
    {"no-reply", "left me hanging", other},
    {"no-reply", "(gone|went) ghost [on me]", other},
    {"no-reply", "(waiting|waited) (for|on) ...3 (call back|ring|phone|reply|respond|answer)",
     writer},
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
    {"short-reply",
     "(all|what) i (got|get|received) [back] (was|is) [just] (a|an|one|k|ok|okay|lol|haha)",
     anyone},
    {"short-reply", "thats (all|what) i (got|get) [back]", anyone},
    {"short-reply",
     "(hes|shes|theyre|is|being|been) [just|being|so|really|very|all|a bit] (dry|blunt|curt|"
     "short with me|monosyllabic)",
     named},
    {"short-reply", "(dry|one word|1 word|two word|monosyllabic) (texter|texting|replier|replies)",
     anyone},
    {"blocked-me", "(blocked|blocking|blocks) (me|my number)", other},
    {"blocked-me", "(im|i am|ive been|i got|got|been) blocked", anyone},
    {"blocked-me", "(he|she|they|{partner}|ex) [he|she] (block|blocks|has block) me", other},
    {"blocked-me", "(he|she|they|ex|{partner}) [has|have|just|also] blocked", anyone},
    {"unfollowed-me", "(unfollowed|unfriended|unadded|unmatched|removed|restricted) (me|with me)",
     other},
    {"asked-me-to-stop",
     "(asked|told|tells|asks|begged|warned|says|said) [me] (to (stop|quit) (texting|contacting|"
     "calling|messaging|writing|ringing|emailing|sending|bothering|chasing|reaching|coming|it|>)|"
     "to leave (him|her|them) "
     "alone|not to [ever] (text|contact|call|message|write|come|reach "
     "out|reply|ring|speak|talk)|dont (text|call|contact|"
     "message|write|ring))",
     other},
    {"asked-me-to-stop",
     "{saysaid} ...3 (make we no|we shouldnt|we should not|we must not|lets not|we cant|better "
     "not to|not to) (talk|text|speak|call|contact|communicate|dey talk|be in)",
     other},
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
     "(sent|sends|dropped|wrote|left) me [a|an|this|another|the|some|two|three|my] "
     "[random|weird|sweet|nice|huge|angry|long|short|happy|birthday|good morning|drunk] {messages}",
     other},
    {"they-reached-out",
     "[got|have|had] [a|an|the|this|another|new] (text|message|email|call|dm|"
     "letter|voice note|missed call) from {them}",
     anyone},
    {"they-reached-out",
     "(liked|likes|liking|watched|viewed|commented on|reacted to) my "
     "(story|stories|photo|photos|post|posts|pic|picture|status|reel)",
     other},
    {"they-reached-out",
     "(he|she|they|{partner}|ex|who) [she|he] [has|have|just|finally|did|actually|suddenly|even] "
     "(texted|"
     "messaged|called|emailed|rang|phoned|dmed|dmd|whatsapped|reached out|popped up|wrote|"
     "facetimed|turned up|showed up) (about|after|asking|saying|out of|last|yesterday|today|"
     "tonight|this|again|first|wanting|wondering|at|on|>|two|three|from|because|happy|hi|hey|"
     "with|when i|out|earlier|and said|and asked)",
     other},
    {"they-reached-out",
     "(a|an|got|another|new|missed) [new|missed|random|long|short] "
     "(text|message|email|dm|letter|call|"
     "voice note|voicenote|voicemail|snap|whatsapp|friend request|follow request|card|postcard|"
     "parcel) (from|off) _",
     anyone},
    {"they-reached-out", "(slid into my|popped up in my|in my) (dms|inbox|requests)", other},
    {"they-reached-out", "(unblocked|refollowed|re followed|followed|readded) me", other},
    {"they-reached-out",
     "(turned up|showed up|came|knocked) ...2 (my|our) (door|house|place|work|"
     "flat|doorstep|office)",
     other},
    {"they-reached-out", "wished me", other},
    {"asked-to-meet",
     "(wants|asked|asks|asking|wanted|offered|suggested) [me|us] to (meet|see me|"
     "come over|come back|get back together|try again|talk|hang out|see each other)",
     other},
    {"broke-no-contact", "(broke|broken|blew|break|breaking) [my|the|our] (no contact|nc|streak)",
     writer},
    {"broke-no-contact", "(slipped|relapsed|caved) [up] (on|and|last|after|today|yesterday|at)",
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
    {"i-called", "(called|rang|phoned|facetimed|ringed|rung) {them}", writer},
    {"i-texted", "(pressed|hit|clicked|pushed|tapped) send", writer},
    {"i-texted", "i [{adverb}] (replied|responded|wrote back|answered|texted back) (to|>|back)",
     writer},
    {"i-texted", "(i|ive|and|just|have) [{adverb}] (wrote|written) (to {them}|him|{them} [a|an])",
     writer},
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
    {"no-contact",
     "(since|after) i (last|even|ever) "
     "(wrote|texted|called|spoke|messaged|contacted|talked|heard|saw|"
     "rang|seen|emailed)",
     anyone},
    {"no-contact", "(we|i) last (spoke|talked|texted|heard|wrote|messaged|saw|met)", anyone},
    {"no-contact",
     "(days|weeks|months) (without|w o|clean of|clean from|free of) "
     "(texting|contact|"
     "messaging|calling|contacting|any contact|talking|speaking|writing|him|her|them)",
     anyone},
    {"no-contact",
     "(havent|have not|not) (texted|called|contacted|messaged|written to|rung|wrote|emailed|dmed) "
     "{them} (in|for|since|at all|now)",
     writer},
    {"no-contact", "(make|made) we no talk", anyone},
    {"no-contact",
     "{never} [even|really|properly] (spoken|spoke|speak|talked|talk|talking|speaking) (to|with) "
     "(me|us)",
     other},
    {"saw-online", "(online|active) (now|right now|all|at|on|since|3|for|until|again|and|but|>)",
     other},
    {"saw-online",
     "(saw|see|seen|seeing) (he|she|they|him|her|them|hes|shes|theyre|that he|that she) "
     "[is|was|were] (online|active)",
     anyone},
    {"saw-online", "(typing|three) dots", anyone},
    {"said-i-love-you",
     "(said|told me|says|wrote) [that] [he|she|they] (i love you|love you|ily|loves me|"
     "loved me|love me)",
     other},
    {"asked-for-money",
     "(asked|asking|asks|wants|needs|begging|begged) [me] [again] [for|to borrow|to lend|to lend "
     "(him|"
     "her)|to send (him|her)|to give (him|her)] [some|more|the|my|a bit of] (money|cash|a loan|"
     "a lend|rent|quid|pounds|dollars|rupees)",
     other},
    {"asked-for-money",
     "(asked|asking|asks|wants|needs) [me] (for|to borrow|to lend (him|her)) [another|like] _ "
     "(quid|"
     "pounds|dollars|bucks|euros|euro|grand|naira|rupees|rand|more|k|thousand|hundred)",
     other},
    {"asked-for-money",
     "(asked|asks|asking|wants) ...3 (lend|borrow) [him|her|me|them] [some|a bit of|"
     "more|a little] (money|cash|rent|quid|pounds|dollars)",
     other},
    {"asked-for-money",
     "(owes|owe) me [about|like|over] _ (quid|pounds|dollars|bucks|euros|euro|grand|"
     "naira|rupees|rand|k|thousand|hundred)",
     other},
};

}  // namespace

std::span<const HeardPhrase> contact_phrases() {
  return phrases;
}

}  // namespace keel
