// Events of the bond: endings, distance, plans, somebody new.
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardBy other = HeardBy::other;
constexpr HeardBy named = HeardBy::named;
constexpr HeardBy anyone = HeardBy::anyone;

constexpr HeardPhrase phrases[] = {
    {"broke-up",
     "(its|it) [has|is|was|all] [been|really|officially|all|properly|finally|now] over "
     "(for|since|now|"
     "between|with|after|this|last|two|three|a)",
     anyone},
    {"broke-up",
     "{saysaid} [me] [that] [he|she|they|its|it|we|were|we are] (is|was|its|are|were) [all] "
     "(over|finished|done)",
     other},
    {"broke-up", "(done|finished|through) with (me|us|this relationship|our relationship)", other},
    {"broke-up",
     "{saysaid} ...4 we (should|shud|need to|must|have to|gotta|can|could) [just|both|maybe] (stop|"
     "break up|split|split up|end|finish|part|separate|call it|see other|just be friends|be "
     "friends|"
     "stay friends|go our)",
     other},
    {"broke-up",
     "(wants|wanted|want|decided|chose) to (end|break up|split|separate|finish|call it a day|see "
     "other "
     "people|be single|just be friends|be just friends|be friends)",
     named},
    {"broke-up",
     "(doesnt|does not|didnt|did not|dont|no longer|not) (want|wants|wanted) (to be with me|us "
     "anymore|me anymore|this anymore|this relationship|a relationship with me|to be in a "
     "relationship|to continue|to be together|me any more)",
     named},
    {"broke-up",
     "(cant|couldnt|cannot|can not) (do|keep doing|carry on with|continue) (this|us|it|with me|the "
     "relationship) (anymore|any more|any longer)",
     named},
    {"broke-up", "(not|no longer|arent|werent) together (anymore|any more|>|for|since|now)",
     anyone},
    {"broke-up",
     "(me and|us and|him and|her and|he and|she and|_ and|_ n) (_|i|me|i have|i both) "
     "[have|had|just|"
     "finally] (split|separated|parted|broken up|finished|broke up|called it|split up) [up] (>|in|"
     "on|last|two|three|four|five|six|a|2|3|4|5|6|7|8|9|after|before|when|for|this|because|over|"
     "about|yesterday|and)",
     anyone},
    {"broke-up",
     "(he|she|they|{partner}|ex|who) [he|she|they] [has|have] (break|breaks|breaking|finish|"
     "finishes|dump|dumps|dumping) [up] [with] me",
     other},
    {"broke-up", "(called time on|pulled the plug on) (us|it|me|things|our|the)", anyone},
    {"broke-up", "(are|were|been|got|im|now|officially|legally|r) separated", anyone},
    {"broke-up", "(packed|finished|binned|sacked|chucked) me (in|off|with)", other},
    {"broke-up", "(dumped|dumps|dumping) by", anyone},
    {"broke-up",
     "(our|my) (relationship|marriage|engagement) [is|has|was|just] (over|ended|finished|"
     "fell apart|broke down)",
     anyone},
    {"broke-up", "(ending|finishing) (it|things) (was|is|with)", anyone},
    {"broke-up", "(post|after|since) (breakup|break up)", anyone},
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
    {"left-me",
     "(walked|walks|walking) away (from (me|us|this|it|our)|>|after|last|two|three|a|in|"
     "when|and|because|without)",
     other},
    {"left-me",
     "(he|she|they|{partner}|ex|who) [he|she|they] [has|have|did|go|want] (leave|leaved|lef) "
     "(me|us) "
     "(before|since|for|after|last|because|and|>|alone|in|on|with|like|when)",
     other},
    {"left-me",
     "(he|she|they|{partner}|ex|who) [has|have|had|just|suddenly|finally|then|packed up and|upped "
     "and|got up and] left "
     "(on|when|at|today|tonight|last|with|to|back|before|while|almost|about|over|"
     "nearly|some|without|early|8|7|9|10|9|11|12|eight|seven|nine|ten|us|our|and)",
     other},
    {"left-me", "(he|she|they) [just|up and] left >", other},
    {"left-me", "and [then|just] left (on|in|last|yesterday|this|>|for good|without|me|us)", named},
    {"left-me",
     "wants to live (alone|by (himself|herself|themselves)|apart|separately|on (his|her) own)",
     named},
    {"left-me",
     "left [me] (in {month}|on {day}|last (week|month|year|night|{day})|this (morning|week|month|"
     "year)|yesterday|{number} (days|weeks|months|years|nights) (ago|back))",
     named},
    {"left-me", "(gone|left) for good", other},
    {"left-me", "(done|did) a runner", other},
    {"left-me", "(abandoned|deserted) (me|us)", other},
    {"left-me", "(since|when|after|that|day|before) (he|she|they|you) left", anyone},
    {"left-me",
     "(he|she|they|{partner}|ex|who) [has|have|had|just|suddenly|finally] left "
     "[me] (in|last|yesterday|this|on {day}|two|three|four|five|six|a|2|3|4|5|6|for good|for "
     "another|for someone|for somebody|for her|"
     "for him|after|because|without|>)",
     anyone},
    {"divorce",
     "(we|got|were|been|im|i are|me are|i got|me got|i r|getting|are) [now|officially|getting] "
     "divorced",
     anyone},
    {"divorce", "divorce (papers|paper|lawyer|came|went|was|is)", anyone},
    {"divorce",
     "(getting|got|get|filed for|filing for|files for|asked for|wants|going through|after|"
     "since|finalised|finalized|my|our|the) [a|an|the|my|our] (divorced|divorce)",
     anyone},
    {"divorce", "(served|sent|signed) [me] [with] [the] divorce", anyone},
    {"moved-out", "(moved|moving|moves) (out|his things out|her things out|their things out)",
     anyone},
    {"moved-out", "packed (his|her|their|a) (bag|bags|things|stuff|suitcase|case)", other},
    {"moved-away",
     "(moved|moving|moves|relocated|relocating|transferred|shifted|shifting|emigrated|emigrating|"
     "leaving for|flying off) (away|abroad|overseas|back to|to|interstate|cities|city|country|"
     "countries|back home|out of town|states)",
     named},
    {"moved-away",
     "(going|leaving|off|went|moved) to _ for (a|the|work|uni|university|studies|his|her|"
     "new|job|college|masters|good)",
     named},
    {"cheated", "(cheated|cheating|cheats) [on me]", other},
    {"cheated",
     "(slept|sleeping|sleeps) with (someone|somebody|another|other|a (girl|guy|woman|man)|"
     "(my|his|her) [best] (friend|sister|brother|ex|boss|coworker|colleague|mate|cousin))",
     other},
    {"cheated", "(had|having|has|been having) (an affair|affairs)", other},
    {"cheated", "(the|an|some) other (guy|man|woman|girl|fella|bloke|lad)", anyone},
    {"cheated",
     "(he|she|they|{partner}|ex) [he|she] (cheat|cheats|was cheating|is cheating) [on|with]",
     other},
    {"cheated",
     "(been|was|is|hes|shes) (sleeping|shagging|screwing|hooking up|carrying on|playing) "
     "(with|away|around)",
     named},
    {"cheated", "(unfaithful|two timed|two timing|cheatin)", other},
    {"on-and-off", "(on and off|off and on|on off|on again off again|on again)", anyone},
    {"on-and-off", "(break|broke|breaking) up and [then] (get|got|make|made|getting|back)", anyone},
    {"on-and-off",
     "(keeps|kept|keep) (coming back|breaking up|taking (him|her) back|going back to)", anyone},
    {"on-a-break", "(on|taking|having) a break", anyone},
    {"got-back-together", "(got|getting|gotten|are|were|get) back together", anyone},
    {"asked-for-space",
     "(needs|need|wants|want|wanted|needed|asked for|asking for|asks for|asked me "
     "for|begged for) [some|more|a bit of|a little|his|her|their|her own] "
     "(space|room|distance|breathing room)",
     other},
    {"asked-for-space",
     "(needs|need|wants|want|wanted|needed|asked for|asking for|suggested|said) "
     "[to take|we take|to have] a break",
     other},
    {"asked-for-space",
     "(needs|need|wants|want|wanted|needed|asked for|asking for|said) (a|an|one|some|two|few|a "
     "few) "
     "[_] (week|day|days|weekend|weeks|night|month|evening|time) (off|apart|alone|away|to (himself|"
     "herself|themself|themselves|themselfs))",
     other},
    {"asked-for-space",
     "(needs|wants|needed|wanted) (to be alone|alone time|to be on (his|her) own)", other},
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
    {"asked-for-time",
     "{saysaid} (shell|hell|theyll|they will|he will|she will) (decide|think|let me know)", other},
    {"pulled-away", "(pulled|pulling|pulls|backing|backed|drifting|drifted) (away|back|off|apart)",
     anyone},
    {"pulled-away",
     "(went|gone|going|goes|getting|got|gets|turned|becoming|became|go) [so|really|a bit|"
     "all|very|suddenly|completely|totally|kind of|kinda|just] "
     "(quiet|cold|distant|silent|weird|dry|"
     "off|mia|awol|dark|radio silent|cold on me|off me|quiet on me)",
     named},
    {"pulled-away",
     "(weeks|days|months|nights|week|month) of (going|being|him being|her being|him "
     "going|her going) (quiet|cold|distant|silent|off)",
     anyone},
    {"pulled-away",
     "(is|was|has been|been|being|hes|shes|theyre) [so|very|really|too|a bit|all] (quiet|"
     "silent|different|cold) (with me|lately|these days|to me|towards me|now|for)",
     named},
    {"pulled-away",
     "(stopped|stops|quit) (asking|initiating|making [an|any] effort|trying|caring|"
     "saying (good|i|goodnight|gm)|texting first|touching|holding|sending|checking)",
     named},
    {"pulled-away",
     "(barely|hardly|rarely|scarcely) (talks|texts|speaks|replies|touches|looks|messages|"
     "calls|talk|text|speak|reply|touch|spoke|texted|talked|looked)",
     other},
    {"pulled-away",
     "takes [him|her|them] (hours|days|ages|forever|all day) to (reply|answer|text|respond)",
     anyone},
    {"pulled-away", "(giving|gave|gives) me the (silent treatment|cold shoulder)", anyone},
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
    {"cancelled-plans",
     "(pulled out of|backed out of|called off|bailed on|blew off|postponed) (the|our|"
     "dinner|tonight|my|me|plans|lunch)",
     other},
    {"cancelled-plans", "(blew me (off|out)|ditched me|let me down last minute|rain checked)",
     other},
    {"cancelled-plans", "(bailed|flaked|stood me up|backed out|didnt show [up]|never showed [up])",
     other},
    {"argued",
     "(had|having|have|after|in|was|another|big|huge|massive|stupid|our|this|the|that) [a|an|"
     "another|our|this] [first|big|huge|massive|stupid|terrible|awful|horrible] "
     "(fight|argument|row|quarrel|fights|rows)",
     anyone},
    {"argued",
     "(we|weve|us) [had|just|always|keep] (fell out|fallen out|had words|fight|bickering|"
     "a falling out|a fallout|argue)",
     anyone},
    {"argued", "(shouting match|screaming match|blazing row|falling out)", anyone},
    {"argued", "(we|weve|we had|we keep) [just|been|always] (fought|argued|arguing|fighting|rowed)",
     anyone},
    {"someone-new",
     "(seeing|dating|met|with|has|got|found|sleeping with|talking to|moved on with|"
     "texting|there is|theres) (someone|somebody) (new|else|>)",
     other},
    {"someone-new", "(his|her|their|a|the|exs|hes a|shes a) new {newone}", anyone},
    {"someone-new", "(has|have|got|gets|with) (a|another|some other) (girlfriend|boyfriend|gf|bf)",
     named},
    {"someone-new",
     "(got|get|gets|getting|gone|went|goes|going|is|are) back (with|w|together with|to) "
     "(him|her|his "
     "(ex|wife|gf|girlfriend|husband|boyfriend|old)|her "
     "(ex|husband|bf|boyfriend|wife|girlfriend|old))",
     named},
    {"someone-new",
     "(seeing|dating|shagging|sleeping with|living with|talking to|met|is with|went off with|ran "
     "off "
     "with|left me for|chatting to|texting|kissed|kissing|courting) (someone|somebody|another|"
     "some (girl|guy|woman|man|lad|bloke))",
     other},
    {"someone-new", "with a (girl|guy|woman|man|lad|bloke|lady) (called|named|from|he|she|at|in)",
     other},
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
    {"got-engaged",
     "(got|is|are|getting|hes|shes|theyre|be|now) [getting] (engaged|married|remarried|"
     "marrying)",
     other},
    {"got-engaged", "(his|her|their) (engagement|wedding)", anyone},
    {"got-engaged", "proposed to (someone|her|him|another|his|the)", other},
    {"saw-them-with-someone-new",
     "(saw|seen|spotted|see|bumped into|ran into) (him|her|them|my ex|{them}|_|a photo of him|a "
     "photo of her|a pic of him|a pic of her) [out|in town|there|holding hands|"
     "kissing|hand in hand] (with|holding) (someone|somebody|another|a|"
     "his new|her new|their new|this|some)",
     anyone},
    {"saw-them-with-someone-new",
     "(saw|seen|spotted|see|bumped into|ran into|passed) ({them}|_) (and|with|w|n) "
     "(the|his|her|their|a|"
     "another|some) [new|other] {newone}",
     anyone},
    {"saw-them-with-someone-new",
     "(saw|seen|spotted) ({them}|_) (kissing|snogging|holding hands|hand in "
     "hand|cosy|cuddling|arm in arm)",
     anyone},
    {"saw-them",
     "(ran into|bumped into|saw) (him|her|them|my ex) (at|in|on|today|yesterday|outside|"
     "again|for|last)",
     anyone},
    {"returned-my-things",
     "(returned|dropped off|dropped|sent back|posted|gave back|gave me back|"
     "brought back|left|handed back|handed me back|bagged up|boxed up) [all] [of] (my|the) "
     "(things|stuff|"
     "keys|clothes|key|hoodie|boxes|books|box|ring|jumper|ring back|bits|belongings|spare key|"
     "toothbrush|charger|dvds|records)",
     other},
    {"returned-my-things",
     "(gave|sent|brought|dropped|handed|posted) [me] [all] my (things|stuff|keys|"
     "clothes|key|hoodie|bits|belongings|boxes) (back|off|round|over|outside|through)",
     other},
    {"deleted-photos",
     "(deleted|removed|took|taken|archived) [down] [all] [of] [the|our|every|my] "
     "(photos|pictures|pics|posts|photo|picture|selfies)",
     other},
    {"lied", "(lied|lying|lies) (to me|about)", other},
    {"came-home-late", "(came|got|comes|gets|coming|getting) (home|back|in) [so|really|very] late",
     other},
    {"came-home-late",
     "(came|got|comes|gets|coming|rolled|rolls|walked|crept|stumbled) (home|back|in) "
     "(at|after|past|"
     "around|gone|about) [gone|nearly|like|about|half|almost|past] (midnight|1|2|3|4|5|1am|2am|3am|"
     "4am|5am|one|two|three|four|five|dawn|sunrise)",
     other},
};

}  // namespace

std::span<const HeardPhrase> bond_phrases() {
  return phrases;
}

}  // namespace keel
