// The text services, answered by ICU's C interface (its C++ one would tie the engine to one
// compiler).
#include "text/services.h"

#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "text/utf8.h"

namespace keel {
namespace {

bool is_apostrophe(char32_t c) {
  return c == 0x27 || c == 0x60 || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x2BC || c == 0xFF07 || c == 0x2032;
}

bool is_sentence_end(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203C || c == 0x203D ||
         (c >= 0x2047 && c <= 0x2049) || c == 0x3002 || c == 0xFF0E || c == 0xFF01 || c == 0xFF1F ||
         c == 0x061F || c == 0x06D4 || c == 0x0964;
}

bool has(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool is_unspaced(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharClass class_of_category(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_SURROGATE:
      return CharClass::ignored;
    case U_SPACE_SEPARATOR:
      return CharClass::space;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::line_break;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_OTHER_NUMBER:
      return CharClass::digit;
    case U_CURRENCY_SYMBOL:
      return CharClass::symbol;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::letter;
    default:
      return has(c, UCHAR_ALPHABETIC) ? CharClass::letter : CharClass::other;
  }
}

std::u16string utf16_of(std::string_view utf8) {
  std::u16string wide(utf8.size(), u'\0');
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(wide.data(), static_cast<int32_t>(wide.size()), &length, utf8.data(),
                static_cast<int32_t>(utf8.size()), &status);
  wide.resize(U_SUCCESS(status) ? static_cast<size_t>(length) : 0);
  return wide;
}

void append_utf8(std::u16string_view wide, std::string& out) {
  const size_t before = out.size();
  out.resize(before + wide.size() * 3);
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8(out.data() + before, static_cast<int32_t>(wide.size() * 3), &length, wide.data(),
              static_cast<int32_t>(wide.size()), &status);
  out.resize(before + (U_SUCCESS(status) ? static_cast<size_t>(length) : 0));
}

}  // namespace

CharClass class_of(char32_t c) {
  if (c == '\n') return CharClass::line_break;
  if (c == '\t' || c == ' ') return CharClass::space;
  if (c == '%' || c == '+' || c == '$') return CharClass::symbol;
  if (c == '&' || c == 0xFF06) return CharClass::ampersand;
  if (c == 0x200D) return CharClass::joiner;
  if (c == 0xFE0E || c == 0xFE0F || c == 0x20E3) return CharClass::emoji_part;
  if (is_apostrophe(c)) return CharClass::apostrophe;
  if (is_sentence_end(c)) return CharClass::sentence_end;
  if (has(c, UCHAR_EMOJI_MODIFIER)) return CharClass::emoji_part;
  if (c >= 0x80 && c != 0xA9 && c != 0xAE && c != 0x2122 &&
      (has(c, UCHAR_EXTENDED_PICTOGRAPHIC) || has(c, UCHAR_REGIONAL_INDICATOR))) {
    return CharClass::emoji;
  }
  if (has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharClass::ignored;
  const CharClass by_category = class_of_category(c);
  if (by_category == CharClass::letter && c >= 0xE00 && is_unspaced(c)) return CharClass::unspaced;
  return by_category;
}

bool is_lower_case(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}

void append_folded(std::string_view utf8, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* fold = unorm2_getNFKCCasefoldInstance(&status);
  const std::u16string wide = utf16_of(utf8);
  if (U_FAILURE(status) || wide.empty()) {
    out.append(utf8);
    return;
  }
  std::u16string folded(wide.size() * 4 + 16, u'\0');
  int32_t length = unorm2_normalize(fold, wide.data(), static_cast<int32_t>(wide.size()),
                                    folded.data(), static_cast<int32_t>(folded.size()), &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    folded.resize(static_cast<size_t>(length));
    length = unorm2_normalize(fold, wide.data(), static_cast<int32_t>(wide.size()), folded.data(),
                              static_cast<int32_t>(folded.size()), &status);
  }
  if (U_FAILURE(status)) {
    out.append(utf8);
    return;
  }
  append_utf8(std::u16string_view(folded).substr(0, static_cast<size_t>(length)), out);
}

std::string capitalised(std::string_view utf8) {
  std::string out;
  if (utf8.empty()) return out;
  const CodePoint first = read_code_point(utf8, 0);
  append_code_point(static_cast<char32_t>(u_totitle(static_cast<UChar32>(first.value))), out);
  out.append(utf8.substr(first.bytes));
  return out;
}

std::vector<uint32_t> inner_word_starts(std::string_view utf8) {
  std::vector<uint32_t> starts;
  const std::u16string wide = utf16_of(utf8);
  UErrorCode status = U_ZERO_ERROR;
  // The root locale: the same words on every machine, whatever its settings.
  UBreakIterator* words =
      ubrk_open(UBRK_WORD, "", wide.data(), static_cast<int32_t>(wide.size()), &status);
  if (U_FAILURE(status)) return starts;
  int32_t wide_at = 0;
  uint32_t byte_at = 0;
  for (int32_t next = ubrk_next(words); next != UBRK_DONE; next = ubrk_next(words)) {
    while (wide_at < next && byte_at < utf8.size()) {
      const CodePoint c = read_code_point(utf8, byte_at);
      wide_at += c.value > 0xFFFF ? 2 : 1;
      byte_at += c.bytes;
    }
    if (byte_at < utf8.size()) starts.push_back(byte_at);
  }
  ubrk_close(words);
  return starts;
}

std::string this_time_zone() {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64];
  const int32_t length = ucal_getHostTimeZone(name, 64, &status);
  std::string zone;
  // Names of time zones are ASCII.
  for (int32_t i = 0; U_SUCCESS(status) && i < std::min(length, 64); ++i)
    zone.push_back(static_cast<char>(name[i]));
  return zone;
}

bool time_zone_is_in(std::string_view zone, std::string_view region) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* zones = ucal_openTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_ANY, std::string(region).c_str(), nullptr, &status);
  bool found = false;
  int32_t length = 0;
  while (!found && U_SUCCESS(status)) {
    const char* name = uenum_next(zones, &length, &status);
    if (name == nullptr) break;
    found = zone == std::string_view(name, static_cast<size_t>(length));
  }
  uenum_close(zones);
  return found;
}

}  // namespace keel
