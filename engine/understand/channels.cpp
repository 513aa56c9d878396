// Where it happened, or where the person wants to write. Earlier rows win over later ones: an app
// says more than "text".
#include "understand/heard_phrases.h"

namespace keel {
namespace {

constexpr HeardPhrase phrases[] = {
    {"whatsapp", "(whatsapp|whatsap|watsapp|whatsapped|wassap|whats app|wa)"},
    {"instagram", "(instagram|insta|ig)"},
    {"messenger", "(facebook|fb) messenger"},
    {"facebook", "(facebook|fb)"},
    {"messenger", "messenger"},
    {"snapchat", "(snapchat|snapped|snap (him|her|them|me|map)|snaps)"},
    {"tiktok", "(tiktok|tik tok)"},
    {"twitter", "twitter"},
    {"telegram", "(on|via|over|through|my|by|his|her|the|same) telegram"},
    {"telegram", "telegram (message|messages|chat|group)"},
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
    {"email", "(emailed|emailing|mailed me|emails me)"},
    {"email",
     "(by|via|over|through|an|in an|long|last|his|send|write|wrote|sent|draft) (email|e mail)"},
    {"email", "(email|emails) (from|to|him|her|them|my ex|about|saying|came|arrived|landed|draft)"},
    {"email", "(her|page|line|word|no|one|this|that|reply|the|as) (email|e mail)"},
    {"signal", "(on|via|over) signal"},
    {"voice note",
     "(voice note|voicenote|voice notes|voicenotes|voice message|voice messages|voice "
     "memo|voice memos|audio message|audio messages|voice msg|a vn|vns|voice notes)"},

    {"video call",
     "(video call|video called|video calls|video calling|video "
     "chat|videocall|vc|facetime|facetimed|"
     "facetiming|zoom|skype|skyped)"},
    {"letter",
     "(send|sending|sent|post|posting|posted|left|leave|leaving|got|received|hand|handed|mail|"
     "mailed|give|gave|by|write|wrote|written|writing) ...3 letter"},
    {"letter",
     "(pages by hand|handwritten|hand written|a card through|through (his|her|my) letterbox)"},
    {"in person",
     "(coming|come|going|go|went|came) (by|to) (the|his|her|their) (cafe|café|pub|bar|shop|"
     "office|gym|school)"},
    {"in person",
     "(saw|see|seeing|bumped into|ran into) (my [ex] (boyfriend|bf|girlfriend|gf|husband|wife|"
     "partner)|my ex|him|her|them) (at|in|outside|on)"},
    {"in person", "(in person|face to face|face 2 face|to (his|her|their) face)"},
    {"in person",
     "(go|going|drive|driving|drove|turn up|turning up|turned up|show up|showing up|showed "
     "up|went|walk|walking|come|came) [over|round|back|up|all the way] [to|at|outside|by|"
     "past] (his|her|their) [front|new|mums|moms|parents] (door|doorstep|house|place|flat|"
     "apartment|work|workplace|office|gym|street)"},
    {"in person",
     "(turned|turns|turning|showed|showing|shows) up [at|on|outside] (my|the) (work|"
     "door|doorstep|house|place|flat|office|gym|gate)"},
    {"in person", "(came|come|coming) round (for|to|and|with|last|yesterday|today|tonight|this)"},
    {"in person", "(sat|sits) me down"},
    {"in person", "met (him|her|them) (for|outside|today|tomorrow|yesterday|tonight|again)"},
    {"in person",
     "(saw|see|seeing|seen|meet|meeting) (him|her|them) (at|in|on|for|outside|every|"
     "today|tomorrow|yesterday|tonight|again|next)"},
    {"call", "(ring|rings|ringing|rang|rung|ringed|phone|phoned|phoning|dialled) {them}"},
    {"call", "(rings|phones|phoned|rang) (me|again|back|last|every)"},
    {"call", "(rings|phones|rang|phoned) (when|at|to|after|before|from)"},
    {"call", "(calling|called) from (the|his|her|their|work|home|a)"},
    {"call", "(let me|me from) (call|calling|ring|ringing)"},
    {"call", "(not|never|hasnt|havent|didnt) [yet|even|once] (rung|rang|ring|phoned|phone)"},
    {"call",
     "(picked|pick|picking|answered|answer|answering|cut|cutting|rejected|declined|declining|"
     "missed|"
     "return|returned|ignored|ignoring|screening|dodging) [up] (my|his|her|a) (call|calls|phone "
     "calls)"},
    {"call", "(on|over|by|during|after) (a call|the blower|call)"},
    {"call",
     "(call|called|calling) {them} [like|about|over|almost|at least] (eleven|twelve|fifteen|twenty|"
     "thirty|forty|fifty|a|11|12|13|14|15|16|17|18|19|20|25|30|40|50|100|loads|lots|multiple|"
     "constantly|nonstop|non|repeatedly|all|even|or|drunk|crying|straight|first|just|up)"},
    {"call",
     "(phone call|phone calls|over the phone|on the phone|by phone|missed call|missed calls|a call|"
     "the call|no call|our call|his call|her call|my calls|my call|phone him|phone her|phone them|"
     "phoned|picked up the phone|voicemail from)"},
    {"call",
     "(call|called|calling|ring|rang|ringing|rung|phone) "
     "(him|her|them|my ex|my [ex] (boyfriend|bf|girlfriend|gf|husband|wife|partner)|you) "
     "(again|back|now|every|last|once|twice|when|and|or|but|after|before|today|tonight|yesterday|"
     "on|"
     "at|in|to|ten|nine|eight|seven|six|five|four|three|two|2|3|4|5|6|7|8|9|10|so|just|because|bc|"
     "cos|for|about|please|pls|instead|right|too|then|if|until|till|from|while|this|i|like|>)"},
    {"call",
     "(calls|called|rang|rings|phoned|ringing|calling) me "
     "(again|back|every|last|once|twice|when|and|"
     "but|after|today|tonight|yesterday|on|at|in|to|from|crying|drunk|>)"},
    {"call",
     "(stopped|not|never|hasnt|havent|didnt|doesnt|about to|want "
     "to|wanna|gonna|to|would|wont|nearly|"
     "almost) (call|calling|called|ring|rang|phone|phoning) (>|or|and|but|again|back|when)"},
    {"call", "(text|texts|write|message) or (call|ring|phone)"},
    {"voicemail", "(voicemail|voicemails|voice mail)"},
    {"text", "(text|texts|texted|texting|txt|txted|sms|imessage|imessages|double texted)"},
    {"text", "(txts|txting|texed|textd|texts)"},
    {"dm", "(dm|dms|dmed|dmd|dming|dmmed)"},
    {"in person",
     "(told me|tells me|telling me|told us|dumped me|ended it|ended things|broke up with me|broke "
     "it off|"
     "broke it|left me|said it|finished it|asked me|announced it|proposed) ...2 "
     "(in|at|outside|over|"
     "across|by|beside|on|during|inside|behind) [the|a|my|our|his|her] [_] (car|kitchen|park|"
     "carpark|garden|pub|bar|cafe|restaurant|airport|station|street|hallway|supermarket|shop|bed|"
     "bathroom|bedroom|house|flat|gym|office|canteen|church|mosque|temple|hotel|taxi|bus|train|"
     "table|door|gate|beach|lounge|corridor|stairs|arrivals|departures|dinner|lunch|breakfast|"
     "coffee|drinks|brunch|wedding|funeral|party|doorstep|hospital|centre|center|mall|market|"
     "platform|driveway|sofa|couch|balcony|library|aisle|queue|cinema|ikea|tesco|mcdonalds|"
     "starbucks|nandos|walk|bench|bridge)"},
    {"in person",
     "(looked me in the eye|to my face|face to face|in front of me|came to my (house|door|"
     "place|work|flat))"},
};

}  // namespace

std::span<const HeardPhrase> channel_phrases() {
  return phrases;
}

}  // namespace keel
