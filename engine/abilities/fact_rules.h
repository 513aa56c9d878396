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
  bool opens = false;  // counts only where it opens its clause
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
    std::pair<std::string_view, std::string_view>{
        "body",
        "(heart|chest|stomach|tummy|throat|hands|hand|legs|knees|head|gut|skin|face|belly|ribs|"
        "shoulders|jaw)"},
    std::pair<std::string_view, std::string_view>{
        "felt",
        "(hurts|hurt|aches|aching|ache|jumps|jumped|sinks|sank|drops|dropped|races|raced|racing|"
        "pounding|tight*|"
        "shaking|shook|shakes|burns|burning|flutters|churns|churning|turns|heavy|spinning|knots|"
        "breaks|broke|"
        "skips|skipped|cold|sweating|sweaty|trembling|numb|closes|hammering|thumping|on "
        "fire|empty)"},
    std::pair<std::string_view, std::string_view>{
        "reported",
        "(said|says|told|texted|wrote|replied|answered|asked|messaged|emailed|posted|called|rang|"
        "admitted|"
        "promised|announced|mentioned|explained|shouted|whispered|texts|writes)"},
    std::pair<std::string_view, std::string_view>{
        "did",
        "(sent|left|moved|blocked|unfollowed|deleted|liked|viewed|saw|opened|read|came|went|took|"
        "gave|met|broke|"
        "ended|cancelled|canceled|changed|closed|hung|picked|dropped|bought|put|paid|packed|signed|"
        "walked|drove|"
        "ate|slept|cried|crying|waited|checked|looked|stood|got|had|seen|stopped|started|turned|"
        "removed|archived|"
        "muted|kissed|slammed|returned|booked|wore|spent|invited|introduced|brought|stayed|shared|"
        "ran|rode|sat|fell|"
        "held|let|lost|made|sold|set|shut|sang|threw|woke|won|kept|laughed|nodded|hugged|flew|"
        "lands|leaves|stays|"
        "works|lives|moves|goes|comes|shows|kisses|spoke|talked|facetime*|danced|cooked|dialled|"
        "typed|scrolled)"},
};

inline constexpr std::array fact_rules = {
    // What somebody said is on the tape, whatever it claims.
    FactRule{"(he|she|they|we|{other}|my _|his _|her _|the _|in _ _ _|on _) ...2 {reported}",
             "fact", 90, "what somebody said or wrote", true},
    FactRule{"[and|then|just] {reported}", "fact", 88, "what somebody said or wrote", true},
    FactRule{"i [just|only|then|also] ({reported}|sent|called|rang)", "fact", 91,
             "something you did", true},
    FactRule{"(he|she|they|{other}) (only|just) (says|said) (he|she|they) (loves|loved)",
             "interpretation", 92, "a meaning given to words", true},
    FactRule{"(he|she|they|we|i|{other}) (didnt|did not|never|hasnt|havent|has not) "
             "(say|text|call|reply|answer|come|show|"
             "turn up|replied|answered|called|texted|said|come|visited|written|opened|read)",
             "fact", 88, "something that did or did not happen", true},
    // Guesses dressed as feelings.
    FactRule{"i (feel|felt|just feel|feel just) (like|that|as if|as though) "
             "(i|he|she|they|we|it|its|im|ive|hes|shes|"
             "theyre|nobody|everyone|no one|everything|nothing|my|the|this)",
             "interpretation", 85, "\"I feel like\" before a guess about the world"},
    FactRule{
        "(its|it is|it feels|feels) like (i|he|she|they|we|im|hes|shes|theyre|nothing|everything)",
        "interpretation", 84, "a comparison, not an event"},
    FactRule{"(if only|what if|could have been|would have (stayed|been|loved))", "interpretation",
             84, "a what-if"},
    FactRule{"if {other} [really] (wanted|loved|cared) ...8 (would|wouldnt|would not)",
             "interpretation", 84, "a test of love"},
    // Rules and demands.
    FactRule{"(should|shouldnt|shoulda|ought|must|mustnt|supposed to|deserve*|owe|owes)", "should",
             89, "a rule about how it ought to be"},
    FactRule{"(he|she|they|it|there|that) must (be|have|hate|think|know|love|feel)",
             "interpretation", 83, "a guess"},
    FactRule{"(i|he|she|they|we|you|people) (have to|has to|need to|got to|gotta)", "should", 70,
             "a demand"},
    FactRule{"a (good|real|decent|proper|normal) _ (would|wouldnt|would not|does|doesnt|dont)",
             "should", 82, "a rule"},
    FactRule{"you (dont|do not|never) (leave|do|treat|just|end|walk|throw)", "should", 72,
             "a rule"},
    // What will be.
    FactRule{"(will|wont|gonna|going to|bound to|itll|theyll|never going to|sooner or "
             "later|(if|when|unless) ...8 (ill|hell|shell|theyll|itll|well))",
             "prediction", 75, "about what will happen"},
    FactRule{"(ill|hell|shell|youll|well) "
             "(be|never|always|end|die|find|lose|leave|meet|have|get|go|come|say|forget|cry|"
             "move|regret|just|probably|do|see|tell|think|laugh|wake)",
             "prediction", 75, "about what will happen"},
    FactRule{"(forever|never again|the rest of my life)", "prediction", 60,
             "about what will happen"},
    // Feelings and the body.
    FactRule{"i (feel|felt|am feeling|was feeling|still feel|just feel) ...2 {mood}", "feeling", 82,
             "a feeling"},
    FactRule{"(im|i am|i was|ive been|i get|i got) ...2 {mood}", "feeling", 74, "a feeling"},
    FactRule{"[so|really|just|a bit] {mood} >", "feeling", 46, "a feeling", true},
    FactRule{"i [still|really|just|do] (miss|love|hate|fear|dread|adore|resent)", "feeling", 62,
             "a feeling", true},
    FactRule{"[my] {body} ...4 {felt}", "feeling", 86, "what the body does"},
    FactRule{"i (have|had|get|got|feel) ...3 "
             "(ache|feeling|lump|knot|pit|pain|butterflies|goosebumps)",
             "feeling", 84, "what the body does", true},
    FactRule{"i ...2 (shaking|trembling|sobbing|panicking|freaking out|falling apart)", "feeling",
             72, "what the body does", true},
    FactRule{"(it|this|that) (hurts|stings|aches|breaks my heart|kills me|is killing me)",
             "feeling", 70, "a feeling"},
    FactRule{"i (feel|felt)", "feeling", 55, "a feeling", true},
    // What nobody can see from outside.
    FactRule{"{other} ...2 "
             "(hate*|love|loves|loved|care|cares|want|wants|wanted|think|thinks|thought|regret*|"
             "miss|misses|"
             "feels|felt|knows|knew|likes|resents|prefers|enjoys|believes|forgot|forgotten|meant|"
             "means|hopes|decided|finds|"
             "sees me|cant stand|given up)",
             "interpretation", 66, "somebody's mind from outside"},
    FactRule{"{other} ...2 (doesnt|dont|didnt|does not|did not|never|isnt) "
             "(love|care|want|miss|like|respect|value|need|"
             "even care|think|trust|mean|into)",
             "interpretation", 68, "somebody's mind from outside"},
    FactRule{"(ignoring|ignored|ignores|ghosted|ghosting|punishing|manipulat*|gaslight*|avoiding|"
             "avoids|testing me|"
             "playing games|leading me on|using me|used me|bored of|tired of me|sick of me|over "
             "me|done with me|lost "
             "interest|losing interest|moved on|replaced|replacing|cheating on "
             "me|cold|distant|narciss*|avoidant|toxic|"
             "selfish|cruel|heartless|shady|weird with me|phasing|phased|hiding|pretending|fake)",
             "interpretation", 64, "a label or a motive"},
    FactRule{"(always|never|everyone|everybody|nobody|noone|no one|every single time|all "
             "men|all women)",
             "interpretation", 56, "all or nothing"},
    FactRule{"(maybe|probably|perhaps|obviously|clearly|seems|seemed|looks like|apparently|i "
             "think|i guess|i bet|i know "
             "(he|she|they|hes|shes)|im sure|i assume|i swear|means "
             "(that|he|she|they|i|im|hes|shes|it|were|we)|it means|"
             "proof|proves|a sign|way of saying|must mean)",
             "interpretation", 83, "a guess, by its own wording"},
    FactRule{
        "(im|i am|i was) ...2 "
        "(pathetic|stupid|worthless|needy|clingy|crazy|idiot|fool|mess|failure|loser|unlovable|"
        "ugly|boring|difficult|much|enough|problem|broken "
        "person|toxic|burden|weak|dramatic|insane|disgusting)",
        "interpretation", 76, "a label for yourself"},
    FactRule{"(my fault|his fault|her fault|their fault|blame|because of me|i (ruin|ruined|drove "
             "...2 away|pushed ...2 away|"
             "wasted|scared ...2 off|destroy*)|like an idiot|like a fool)",
             "interpretation", 65, "blame"},
    FactRule{"(not enough|too much|not good enough|wrong with me|wasnt enough|soulmate*|meant "
             "to be)",
             "interpretation", 67, "a meaning"},
    // What a camera or a phone would show.
    FactRule{"(i|he|she|they|we|it|{other}|my _|his _|her _|_) ...2 "
             "({did}|called|texted|has|have|did|replied|answered)",
             "fact", 50, "something that could be seen or counted", true},
    FactRule{"({did}|hasnt|havent|unread|online)", "fact", 44,
             "something that could be seen or counted"},
    FactRule{"(yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
             "last (night|week|month|"
             "year)|this "
             "(morning|week|month)|ago|oclock|am|pm|minutes|mins|hours|days|weeks|months|years|"
             "times|twice)",
             "fact", 45, "a time or a count"},
    // A plain statement of what somebody or something is, with nothing to see in it.
    FactRule{"(im|i am|i was|hes|he is|he was|shes|she is|she was|theyre|they are|they were|its|it "
             "is|it was|thats|that is|"
             "that was|this is|were|we are|we were|theres|there is) _",
             "interpretation", 38, "a judgement, not an event", true},
    FactRule{"(the|everything|nothing|all|one|that|this) ...6 (is|was|are|were|means|isnt|wasnt)",
             "interpretation", 36, "a judgement, not an event", true},
};

// Words in -ed that say what somebody did; weaker than every rule above that names its word.
inline constexpr FactRule past_tense_rule = {"", "fact", 42, "something that was done", false};
// A clause with a digit in it says something that can be counted or looked up.
inline constexpr FactRule number_rule = {"", "fact", 43, "a time or a count", false};

}  // namespace keel
