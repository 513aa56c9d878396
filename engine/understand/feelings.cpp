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
    {"sad", "(sad|sadness|down|low|blue|miserable|gutted)", writer},
    {"heartbroken", "(heartbroken|broken hearted|heart broken|heart is broken|heart is breaking)",
     writer},
    {"devastated", "(devastated|crushed|shattered|destroyed|wrecked)", writer},
    {"scared", "(scared|frightened|afraid|scary|petrified)", writer},
    {"terrified", "(terrified|terror)", writer},
    {"anxious", "(anxious|anxiety|on edge|nervy)", writer},
    {"nervous", "nervous", writer},
    {"worried", "(worried|worrying)", writer},
    {"panicking",
     "(panicking|panicked|panicky|panic|panic attack|freaking out|spiralling|spiraling)", writer},
    {"angry", "(angry|anger|furious|livid|raging|pissed [off]|fuming|so mad|mad at)", writer},
    {"frustrated", "(frustrated|frustrating)", writer},
    {"resentful", "(resentful|bitter|resentment)", writer},
    {"jealous", "(jealous|jealousy|envious)", writer},
    {"lonely", "(lonely|loneliness|so alone|all alone|feel alone|feeling alone)", writer},
    {"hurt", "(hurt|hurts|hurting|in pain|wounded)", writer},
    {"rejected", "(rejected|unwanted)", writer},
    {"abandoned", "abandoned", writer},
    {"used", "(feel|felt|feeling) [so|a bit] used", writer},
    {"numb", "(numb|nothing inside|feel nothing|felt nothing)", writer},
    {"empty", "(empty|hollow|emptiness)", writer},
    {"lost", "(feel|feeling|felt|im|so) [so|completely|totally|really] lost", writer},
    {"hopeless", "(hopeless|despair|despairing)", writer},
    {"desperate", "(desperate|desperation)", writer},
    {"overwhelmed", "(overwhelmed|overwhelming|too much for me)", writer},
    {"confused", "(confused|confusing)", writer},
    {"exhausted", "(exhausted|drained|worn out|shattered|knackered|burnt out)", writer},
    {"tired", "(tired|sleepy)", writer},
    {"stressed", "(stressed|stress)", writer},
    {"restless", "(restless|cant sit still|jittery|twitchy)", writer},
    {"insecure", "(insecure|insecurity)", writer},
    {"worthless", "(worthless|not good enough|not enough|unlovable)", writer},
    {"pathetic", "(feel|feeling|felt|im|so) [so|really] (pathetic|stupid|ridiculous)", writer},
    {"disgusted", "(disgusted|disgusting)", writer},
    {"depressed", "(depressed|depression)", writer},
    {"disappointed", "disappointed", writer},
    {"regretful", "(regret [it|sending|texting|calling|everything|every]|regretful)", writer},
    {"proud", "proud", writer},
    {"relieved", "(relieved|relief)", writer},
    {"calm", "(calm|peaceful|at peace)", writer},
    {"happy", "(happy|so good|delighted)", writer},
    {"hopeful", "hopeful", writer},
    {"excited", "excited", writer},
    {"grateful", "grateful", writer},
    {"love", "i [still|really|just|do] love (him|her|them|my)", writer},
    {"missing them", "(miss|missing) (him|her|them|my ex|my [ex] {partner}|us)", writer},
    {"crying", "(crying|cried|cry|sobbing|sobbed|in tears|tears|weeping|bawling|balling|welled up)",
     writer},
    {"shaking", "(shaking|trembling|shaky|hands shake)", writer},
    {"sick",
     "(feel|feeling|felt|makes me|made me|making me|im) [so|really|physically|actually] "
     "(sick|nauseous|ill)",
     writer},
    {"heart racing",
     "heart [is|was|keeps|wont stop|just] (racing|pounding|going|hammering|thumping|"
     "beating|races)",
     writer},
    {"tight chest",
     "(tight chest|chest [is|feels|gets|got|so|all] (tight|heavy|tightens|hurts|aching)|"
     "weight on my chest|knot in my chest)",
     writer},
    {"knot in stomach",
     "(stomach|tummy) [is|in|feels|has|like|keeps] [a|in] (knot|knots|churning|"
     "turning|dropped|drops|flips|flipping|stone|hurts)",
     writer},
    {"cant breathe", "cant (breathe|catch my breath)", writer},
    {"wide awake", "(cant sleep|wide awake|not sleeping|couldnt sleep)", writer},
};

}  // namespace

std::span<const HeardPhrase> feeling_phrases() {
  return phrases;
}

}  // namespace keel
