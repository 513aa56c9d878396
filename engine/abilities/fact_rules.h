#pragma once
// fact_rules: how the wording of a clause tells what it is, as patterns (intents/README.md),
// strongest first within a kind. The highest weight wins; equal weights: the earlier line.
#include <array>
#include <string_view>

namespace keel {

struct FactRule {
  std::string_view pattern;
  std::string_view kind;
  int weight;
  std::string_view why;
};

inline constexpr std::array fact_word_lists = {
    std::pair<std::string_view, std::string_view>{
        "other",
        "(he|she|they|him|her|them|my "
        "(ex|bf|gf|boyfriend|girlfriend|husband|wife|partner|mum|mom|friend*))"},
    std::pair<std::string_view, std::string_view>{"one", "(i|he|she|they|we|you|it)"},
    std::pair<std::string_view, std::string_view>{
        "all", "(everyone|everybody|nobody|noone|no one|anyone|all (men|women|guys|girls)|people)"},
    std::pair<std::string_view, std::string_view>{
        "said",
        "(said|says|told|texted|wrote|replied|answered|asked|messaged|emailed|posted|called|rang|"
        "admitted|"
        "promised|announced)"},
    std::pair<std::string_view, std::string_view>{
        "mood",
        "(sad|scared|anxious|angry|lonely|empty|numb|sick|ashamed|embarrassed|guilty|jealous|hurt|"
        "heartbroken|broken|tired|exhausted|lost|hopeless|terrified|panicked|panicky|nervous|upset|"
        "furious|"
        "relieved|happy|calm|overwhelmed|devastated|desperate|abandoned|rejected|used|humiliated|"
        "worried|"
        "afraid|frightened|shaky|nauseous|restless|raw|homesick|miserable|gutted|confused|stressed|"
        "tense|"
        "disappointed|bitter|resentful|unsafe|small|alone|crushed|mad|annoyed|frantic|low|down|"
        "heavy)"},
};

inline constexpr std::array fact_rules = {
    // What somebody said is on the tape, whatever it claims.
    FactRule{"< [then|and] (he|she|they|we|{other}|_) [just|also|only|then] {said}", "fact", 90,
             "what somebody said or wrote"},
    FactRule{"< i [just|only|then|also] "
             "(said|told|texted|wrote|asked|called|messaged|replied|rang|sent)",
             "fact", 90, "something you did"},
    // Guesses dressed as feelings.
    FactRule{"i (feel|felt|just feel) (like|that|as if|as though) "
             "(i|he|she|they|we|it|its|im|hes|shes|theyre|nobody|"
             "everyone|no|everything|nothing|my|the)",
             "interpretation", 85, "\"I feel like\" before a guess about the world"},
    FactRule{"(if only|what if|could have been|would have (stayed|been|loved))", "interpretation",
             84, "a what-if"},
    FactRule{"if {other} (wanted|loved|cared|really*) ... (would|wouldnt|would not)",
             "interpretation", 84, "a test of love"},
    // Rules and demands.
    FactRule{"(should|shouldnt|shoulda|ought|must|mustnt|supposed to|meant to know "
             "better|deserve*|owe|owes)",
             "should", 80, "a rule about how it ought to be"},
    FactRule{"(i|he|she|they|we|you|people) (have to|has to|had to|need to|got to|gotta|cant just)",
             "should", 70, "a demand"},
    FactRule{"a (good|real|decent|proper|normal) _ (would|wouldnt|would not|does|doesnt|dont)",
             "should", 82, "a rule"},
    FactRule{"you (dont|do not|never) (leave|do|treat|just|end|walk|throw)", "should", 72,
             "a rule"},
    // What will be.
    FactRule{"(will|wont|gonna|going to|about to be|bound to|ill never|hell never|shell "
             "never|theyll never|itll|hell|"
             "shell|theyll|never going to|never gonna)",
             "prediction", 75, "about what will happen"},
    FactRule{"< (ill|i will) (die alone|never|always|end up|be alone)", "prediction", 78,
             "about what will happen"},
    FactRule{"(it is|its|this is) (over|the end) ... (forever|for good)", "prediction", 70,
             "about what will happen"},
    FactRule{"(forever|never again|the rest of my life)", "prediction", 60,
             "about what will happen"},
    // Feelings and the body.
    FactRule{"i (feel|felt|am feeling|was feeling|still feel|just feel) [so|really|very|too|a "
             "bit|kinda|pretty|all|"
             "completely|totally] {mood}",
             "feeling", 82, "a feeling"},
    FactRule{"(im|i am|i was|ive been|i get|i got) [so|really|very|too|a "
             "bit|kinda|pretty|just|still|completely|totally|"
             "absolutely|feeling] {mood}",
             "feeling", 74, "a feeling"},
    FactRule{"i (miss|love|hate|fear|dread|want him back|want her back|adore|resent) ", "feeling",
             62, "a feeling"},
    FactRule{"i (still|really|just|do) (miss|love|hate) ", "feeling", 62, "a feeling"},
    FactRule{"(my (heart|chest|stomach|tummy|throat|hands|legs|head|body|gut)) ...5 "
             "(hurts|aches|jumps|sinks|sank|drops|"
             "dropped|races|racing|pounding|tight*|shaking|shook|burns|flutters|churns|turns|heavy|"
             "spinning|in knots|"
             "breaks|broke|skips)",
             "feeling", 76, "what the body does"},
    FactRule{"(it|this|that) (hurts|stings|aches|breaks my heart|kills me|is killing me)",
             "feeling", 70, "a feeling"},
    FactRule{"i (feel|felt)", "feeling", 55, "a feeling"},
    // What nobody can see from outside.
    FactRule{"{other} ...2 "
             "(hate*|love|loves|loved|care|cares|want|wants|wanted|think|thinks|thought|regret*|"
             "miss|misses|"
             "feels|felt|knows|knew|likes|resents|prefers|enjoys|believes|forgot|forgotten|meant|"
             "means|hopes|decided)",
             "interpretation", 66, "somebody's mind from outside"},
    FactRule{"{other} ...2 (doesnt|dont|didnt|does not|did not|never) "
             "(love|care|want|miss|like|respect|value|need|even care|"
             "think|trust|mean)",
             "interpretation", 68, "somebody's mind from outside"},
    FactRule{"(ignoring|ignored|ignores|ghosted|ghosting|punishing|manipulat*|gaslight*|avoiding|"
             "avoids|testing me|"
             "playing games|leading me on|using me|used me|bored of|tired of me|sick of me|over "
             "me|done with me|lost interest|"
             "losing interest|moved on|replaced|replacing|cheating on "
             "me|cold|distant|narciss*|avoidant|toxic|selfish|"
             "cruel|heartless|shady|weird with me)",
             "interpretation", 64, "a label or a motive"},
    FactRule{
        "(always|never|everyone|everybody|nobody|noone|no one|every single time|all men|all women)",
        "interpretation", 56, "all or nothing"},
    FactRule{"(maybe|probably|perhaps|obviously|clearly|must be|must have|seems|seemed|looks "
             "like|apparently|i think|"
             "i guess|i bet|i know (he|she|they|hes|shes)|im sure|i assume|i swear|means that|that "
             "means|it means|proof|"
             "proves|a sign)",
             "interpretation", 83, "a guess, by its own wording"},
    FactRule{"(im|i am|i was) [so|such|just|too|always|a|an|the|really|not] [a|an|too|much] "
             "(pathetic|stupid|worthless|"
             "needy|clingy|crazy|idiot|fool|mess|failure|loser|unlovable|ugly|boring|difficult|"
             "much|enough|problem|broken "
             "person|toxic|burden|weak|dramatic|insane|disgusting)",
             "interpretation", 76, "a label for yourself"},
    FactRule{"(my fault|his fault|her fault|their fault|blame|because of me|i "
             "(ruined|drove|pushed|wasted|scared|lost) ...2)",
             "interpretation", 65, "blame"},
    FactRule{"(not enough|too much|not good enough|wrong with me|wasnt enough|the "
             "one|soulmate*|meant to be)",
             "interpretation", 67, "a meaning"},
    // What a camera or a phone would show.
    FactRule{
        "(sent|left|moved|blocked|unfollowed|deleted|liked|viewed|saw|opened|read|came|went|took|"
        "gave|met|broke up|"
        "ended|cancelled|canceled|changed|closed|hung|picked|dropped|bought|put|paid|packed|signed|"
        "walked|drove|ate|"
        "slept|cried|cry|crying|waited|checked|looked|called|texted|stood|got|had|has|have|did|"
        "didnt|hasnt|havent|"
        "havnt|seen|stopped|started|turned|removed|archived|muted|kissed|slammed|returned|booked|"
        "posted|wore|"
        "spent|invited|introduced|brought|stayed|shared|replied|answers|answered|unread|online)",
        "fact", 50, "something that could be seen or counted"},
    FactRule{
        "(yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last "
        "(night|week|month|year)|"
        "this "
        "(morning|week|month)|ago|oclock|am|pm|minutes|hours|days|weeks|months|years|times|twice)",
        "fact", 45, "a time or a count"},
};

}  // namespace keel
