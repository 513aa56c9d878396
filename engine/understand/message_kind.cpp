#include "understand/message_kind.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace keel {
namespace {

using namespace std::string_view_literals;

// Words that are frequent in these languages and no words of English, sorted by language: Spanish,
// French, German, Portuguese, Italian, Dutch, Hindi in Latin letters.
constexpr std::array small_words = {
    "que"sv,      "qué"sv,      "estoy"sv,    "quiero"sv,  "pero"sv,    "muy"sv,     "una"sv,
    "por"sv,      "para"sv,     "como"sv,     "dejó"sv,    "dejo"sv,    "hace"sv,    "porque"sv,
    "conmigo"sv,  "novio"sv,    "novia"sv,    "ella"sv,    "mucho"sv,   "extraño"sv, "hacer"sv,
    "sé"sv,       "hola"sv,     "necesito"sv, "ayuda"sv,   "tengo"sv,   "cuando"sv,  "je"sv,
    "suis"sv,     "mais"sv,     "avec"sv,     "elle"sv,    "pas"sv,     "est"sv,     "une"sv,
    "les"sv,      "mon"sv,      "quitté"sv,   "très"sv,    "moi"sv,     "bonjour"sv, "besoin"sv,
    "ich"sv,      "nicht"sv,    "und"sv,      "ist"sv,     "mich"sv,    "mir"sv,     "hat"sv,
    "ihn"sv,      "sie"sv,      "ein"sv,      "eine"sv,    "aber"sv,    "habe"sv,    "brauche"sv,
    "hilfe"sv,    "meine"sv,    "freundin"sv, "não"sv,     "eu"sv,      "ele"sv,     "ela"sv,
    "meu"sv,      "minha"sv,    "muito"sv,    "estou"sv,   "com"sv,     "preciso"sv, "ajuda"sv,
    "namorado"sv, "namorada"sv, "non"sv,      "che"sv,     "sono"sv,    "lui"sv,     "lei"sv,
    "perché"sv,   "molto"sv,    "aiuto"sv,    "ragazza"sv, "ragazzo"sv, "bisogno"sv, "ik"sv,
    "niet"sv,     "een"sv,      "hij"sv,      "mij"sv,     "het"sv,     "hulp"sv,    "nodig"sv,
    "vriendin"sv, "mujhe"sv,    "nahi"sv,     "hai"sv,     "kya"sv,     "usne"sv,    "mera"sv,
    "meri"sv,     "hoon"sv,     "raha"sv,     "bahut"sv,   "madad"sv};

constexpr size_t consonants_in_a_row_max = 5;

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// "mhm", "pfft" and "tbh" are words; "asdkjh" and "qwrtz" are not.
bool is_noise(std::string_view word) {
  if (word.size() < 5 || !is_ascii(word)) return false;
  size_t row = 0;
  bool vowel = false;
  for (const char c : word) {
    row = is_vowel(c) ? 0 : row + 1;
    vowel = vowel || is_vowel(c);
    if (row >= consonants_in_a_row_max) return true;
  }
  return !vowel;
}

}  // namespace

MessageKind message_kind(const Text& text) {
  uint32_t words = 0, noise = 0, foreign = 0, other_letters = 0;
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (text.tokens()[i].kind != TokenKind::word) continue;
    const std::string_view word = text.word(i);
    ++words;
    noise += is_noise(word) ? 1 : 0;
    foreign += std::find(small_words.begin(), small_words.end(), word) != small_words.end() ? 1 : 0;
    // The first byte of a letter beyond Latin: Greek, Cyrillic, Hebrew, Arabic, Devanagari, Han ...
    other_letters += static_cast<unsigned char>(word.front()) >= 0xCE ? 1 : 0;
  }
  if (words == 0) return MessageKind::usual;
  if (other_letters * 2 > words) return MessageKind::other_language;
  if (foreign >= 2 && foreign * 4 >= words) return MessageKind::other_language;
  if (noise * 2 >= words && noise >= 1) return MessageKind::noise;
  return MessageKind::usual;
}

}  // namespace keel
