// Feelings and states of the body, in their adjective form.
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardBy writer = HeardBy::writer;

constexpr HeardPhrase phrases[] = {
    {"ashamed", "(ashamed|shame|mortified)", writer},
    {"embarrassed", "(embarrassed|embarassed|embarrassing|embarrassment|cringing)", writer},
    {"humiliated", "(humiliated|humiliating)", writer},
    {"guilty", "(guilty|guilt)", writer},
    {"sad", "(sad|sadness|miserable|gutted|(feel|feeling|felt|so|really) (down|low))", writer},
    {"heartbroken", "(heartbroken|broken hearted|heart broken|heart is broken|heart is breaking)",
     writer},
    {"devastated", "(devastated|crushed|shattered|destroyed|wrecked)", writer},
    {"scared", "(scared|frightened|afraid|scary|petrified)", writer},
    {"terrified", "(terrified|terror)", writer},
    {"anxious", "(anxious|anxiety|on edge|nervy)", writer},
    {"nervous", "nervous", writer},
    {"worried", "(worried|worrying)", writer},
    {"panicking", "(panicking|panicked|panicky|panic|panic attack|freaking out)", writer},
    {"spiralling", "(spiralling|spiraling)", writer},
    {"angry", "(angry|anger|furious|livid|raging|pissed [off]|fuming|so mad|mad at)", writer},
    {"frustrated", "(frustrated|frustrating)", writer},
    {"resentful", "(resentful|bitter|resentment)", writer},
    {"jealous", "(jealous|jealousy|envious)", writer},
    {"lonely", "(lonely|loneliness|so alone|all alone|feel alone|feeling alone)", writer},
    {"hurt", "(hurt|hurts|hurting|in pain|wounded)", writer},
    {"rejected", "(rejected|unwanted)", writer},
    {"abandoned", "abandoned", writer},
    {"used", "(feel|felt|feeling) [so|a bit] used", writer},
    {"numb", "numb", writer},
    {"empty", "(empty|hollow|emptiness)", writer},
    {"lost", "(feel|feeling|felt|im|so) [so|completely|totally|really] lost", writer},
    {"hopeless", "(hopeless|despair|despairing)", writer},
    {"desperate", "(desperate|desperation)", writer},
    {"overwhelmed", "(overwhelmed|overwhelming)", writer},
    {"confused", "(confused|confusing)", writer},
    {"exhausted", "(exhausted|drained|worn out|shattered|knackered|burnt out)", writer},
    {"tired", "(tired|sleepy)", writer},
    {"stressed", "(stressed|stress)", writer},
    {"restless", "(restless|jittery|twitchy)", writer},
    {"insecure", "(insecure|insecurity)", writer},
    {"worthless",
     "(worthless|(feel|feeling|felt|im) [so|just] (not good enough|not enough|unlovable))", writer},
    {"pathetic", "(feel|feeling|felt|im|so) [so|really] (pathetic|stupid|ridiculous)", writer},
    {"disgusted", "(disgusted|disgusting)", writer},
    {"depressed", "(depressed|depression)", writer},
    {"disappointed", "disappointed", writer},
    {"regretful", "(regret [it|sending|texting|calling|everything|every]|regretful)", writer},
    {"proud", "proud", writer},
    {"relieved", "(relieved|relief)", writer},
    {"calm", "(calmer|(feel|feeling|felt|im|so|pretty|bit|quite|more|am) calm|at peace)", writer},
    {"happy", "(happy|so good|delighted)", writer},
    {"hopeful", "hopeful", writer},
    {"excited", "excited", writer},
    {"grateful", "grateful", writer},
    {"love", "i [still|really|just|do] love (him|her|them|my)", writer},
    {"missing them", "(miss|missing) (him|her|them|my ex|my [ex] {partner}|us)", writer},
    {"crying", "(crying|cried|cry|sobbing|sobbed|in tears|tears|weeping|bawling|balling|welled up)",
     writer},
    {"shaking", "(shaking|trembling|shaky|hands shake)", writer},
    {"bored", "(im|am|feel|feeling|felt|so|really) bored", writer},
    {"annoyed", "(annoyed|irritated)", writer},
    {"sweating", "(sweating|sweaty)", writer},
    {"awful",
     "(feel|feeling|felt) [so|really|absolutely|just] "
     "(awful|terrible|horrible|rubbish|crap|shit|shite|"
     "horrendous|dreadful)",
     writer},
    {"cheap", "(feel|feeling|felt) [so|really|just] (cheap|dirty)", writer},
    {"small", "(feel|feeling|felt) [so|really|very|just] (small|tiny|invisible)", writer},
    {"weak", "(feel|feeling|felt) [so|really|very|just] weak", writer},
    {"far away", "(feel|feels|feeling|felt) [so|really] (far away|unreal|not real)", writer},
    {"sick",
     "(feel|feeling|felt|makes me|made me|making me|im) [so|really|physically|actually] "
     "(sick|nauseous|ill)",
     writer},
    {"heart racing",
     "heart [is|was|keeps|wont stop|just] (racing|pounding|going|hammering|thumping|"
     "beating|races)",
     writer},
    {"chest tight",
     "(tight chest|chest ...3 (tight|heavy|tightens|tightening)|weight on my chest|knot in my "
     "chest|tightness in my chest)",
     writer},
    {"knot in stomach", "(stomach|tummy) ...2 (knot|knots|churning|churns)", writer},
    {"cant breathe", "cant (breathe|catch my breath)", writer},
};

}  // namespace

std::span<const HeardPhrase> feeling_phrases() {
  return phrases;
}

}  // namespace keel
