// Where it happened, or where the person wants to write. Earlier rows win over later ones: an app
// says more than "text".
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardPhrase phrases[] = {
    {"whatsapp", "(whatsapp|whatsap|watsapp|whatsapped|wassap|whats app|wa)"},
    {"instagram", "(instagram|insta|ig)"},
    {"facebook", "(facebook|fb)"},
    {"messenger", "messenger"},
    {"snapchat", "(snapchat|snapped|snap (him|her|them|me|map)|snaps)"},
    {"tiktok", "(tiktok|tik tok)"},
    {"twitter", "twitter"},
    {"telegram", "telegram"},
    {"hinge", "hinge"},
    {"tinder", "tinder"},
    {"bumble", "bumble"},
    {"linkedin", "linkedin"},
    {"spotify", "spotify"},
    {"strava", "strava"},
    {"venmo", "venmo"},
    {"discord", "discord"},
    {"imessage", "imessage"},
    {"find my", "find my (iphone|friends|app|and|>)"},
    {"find my", "on find my"},
    {"email", "(email|emailed|emails|emailing|e mail|gmail)"},
    {"voice note",
     "(voice note|voicenote|voice notes|voicenotes|voice message|voice messages|voice "
     "memo|audio message)"},
    {"voicemail", "(voicemail|voicemails|voice mail)"},
    {"video call",
     "(video call|video called|video calls|facetime|facetimed|facetiming|zoom|skype)"},
    {"letter", "(a|the|my|this|that|long|unsent|handwritten|page|his|her) letter"},
    {"in person", "(in person|face to face|face 2 face|to (his|her|their) face)"},
    {"in person",
     "(go|going|drive|driving|drove|turn up|turning up|turned up|show up|showing up|showed "
     "up|went|walk|walking|come|came) [over|round|back|up|all the way] [to|at|outside|by|"
     "past] (his|her|their) [front|new|mums|moms|parents] (door|doorstep|house|place|flat|"
     "apartment|work|workplace|office|gym|street)"},
    {"in person",
     "(saw|see|seeing|seen|meet|meeting|met) (him|her|them) (at|in|on|for|outside|every|"
     "today|tomorrow|yesterday|tonight|again|next)"},
    {"call",
     "(phone call|phone calls|over the phone|on the phone|by phone|missed call|missed calls|a "
     "call|no call|phone him|phone her|phone them|phoned|picked up the phone)"},
    {"call",
     "(call|called|calling|calls|ring|rang|ringing|rung|phone) (him|her|them|me|my ex|my "
     "[ex] {partner}|you) [again|back|now|every|last|once|twice|when|and|or|but|after|before|"
     "today|tonight|yesterday|on|at|in|to|six|five|four|three|two|5|6|up|>]"},
    {"call",
     "(stopped|not|never|hasnt|havent|didnt|doesnt|about to|want to|should i|wanna|gonna|to|"
     "would|will|wont|nearly|almost|i) (call|calling|called|ring|rang|phone|phoning) (>|or|and|"
     "but|again|back|him|her|them|when|if)"},
    {"text", "(text|texts|texted|texting|txt|txted|sms|imessage|imessages|double texted)"},
    {"dm", "(dm|dms|dmed|dmd|dming)"},
};

}  // namespace

std::span<const HeardPhrase> channel_phrases() {
  return phrases;
}

}  // namespace keel
