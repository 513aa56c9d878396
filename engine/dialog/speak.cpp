#include "dialog/speak.h"

#include <algorithm>
#include <array>

#include "dialog/evaluate.h"
#include "dialog/observe.h"
#include "understand/answers.h"

namespace keel {
namespace {

constexpr size_t words_said_back_max = 240;  // bytes; longer words are cut at a space

constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 11> ordinals = {"",       "first", "second", "third",
                                                       "fourth", "fifth", "sixth",  "seventh",
                                                       "eighth", "ninth", "tenth"};

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

// Words of the person inside a sentence of the coach: one line, no closing full stop, no double
// quotes that would end ours, and not longer than a bubble can carry.
std::string quotable(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out += space ? ' ' : (c == '"' ? '\'' : c);
  }
  if (out.size() > words_said_back_max) {
    const size_t cut = out.rfind(' ', words_said_back_max);
    out.resize(cut == std::string::npos ? words_said_back_max : cut);
    while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U)
      out.pop_back();
    if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U) out.pop_back();
    return out + "…";
  }
  while (!out.empty() && std::string_view(".,;: ").find(out.back()) != std::string_view::npos) {
    out.pop_back();
  }
  return out;
}

std::string ordinal(std::string_view digits) {
  size_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<size_t>(c - '0');
  if (value < ordinals.size()) return std::string(ordinals[value]);
  const size_t last = value % 10;
  const bool teen = value % 100 / 10 == 1;
  const char* ending = teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return std::string(digits) + ending;
}

bool is_name(std::string_view who) {
  return !who.empty() && who[0] >= 'A' && who[0] <= 'Z';
}

std::string who_words(std::string_view who) {
  return is_name(who) ? std::string(who) : "your " + std::string(who);
}

std::string channel_words(const Particular& channel) {
  if (channel.value == "whatsapp") return "WhatsApp";
  if (channel.value == "facetime") return "FaceTime";
  if (channel.value == "instagram" || channel.value == "snapchat" || channel.value == "facebook" ||
      channel.value == "messenger" || channel.value == "telegram") {
    return capitalised(channel.value);
  }
  std::string words = channel.value;
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

std::string heard_words(std::string_view name, const Particular& particular) {
  if (name == "duration" || name == "together_for") return words_of_iso(particular.value);
  if (name == "count") return ordinal(particular.value);
  if (name == "who") return who_words(particular.value);
  if (name == "channel") return channel_words(particular);
  if (name == "event") return quotable(particular.words);
  // A feeling in one word is said in that word: "crap" is not for the coach to improve.
  const bool one_word = particular.words.find(' ') == std::string::npos;
  if (name == "feeling" && one_word && !particular.words.empty()) return quotable(particular.words);
  return particular.value;
}

// What the person goes by: "he", "she", "they"; empty: not known, and then plain "they" is written.
std::string pronoun(const Run& run, const Frame& frame) {
  const Answer answer = slot_value(run, frame, "they");
  if (answer.value.known()) return answer.value.text;
  const Particular* particular = heard(run, frame, "pronoun");
  return particular == nullptr ? "" : particular->value;
}

std::string they_verb(const std::string& they, const std::string& verb) {
  if (they != "he" && they != "she") return "they " + verb;
  if (verb == "have") return they + " has";
  if (verb == "are") return they + " is";
  if (verb == "were") return they + " was";
  if (verb == "do") return they + " does";
  return they + " " + verb + "s";
}

std::string who_said(const Run& run, const Frame& frame) {
  const Answer answer = slot_value(run, frame, "who");
  if (answer.value.known()) return who_words(answer.value.text);
  const Particular* particular = heard(run, frame, "who");
  return particular == nullptr ? "this person" : who_words(particular->value);
}

std::optional<std::string> day_of(const Run& run, const Frame& frame, const std::string& slot) {
  const Answer answer = slot_value(run, frame, slot);
  if (answer.value.known()) {
    const bool date = answer.value.kind == ValueKind::date;
    return day_words(run, date ? answer.value.number : answer.at);
  }
  const JournalEntry* entry = newest_entry(run, slot);
  if (entry == nullptr) return std::nullopt;
  return day_words(run, entry->answer.at);
}

std::optional<std::string> fill_piece(const Run& run, const Frame& frame, const Piece& piece) {
  const std::string they = pronoun(run, frame);
  switch (piece.kind) {
    case Piece::Kind::literal:
      return piece.text;
    case Piece::Kind::slot: {
      const Answer answer = slot_value(run, frame, piece.text);
      if (!answer.value.known()) return std::nullopt;
      return said_back(run, answer);
    }
    case Piece::Kind::last_slot: {
      const JournalEntry* entry = last_entry(run, frame, piece.text);
      if (entry == nullptr) return std::nullopt;
      return said_back(run, entry->answer);
    }
    case Piece::Kind::day_of:
      return day_of(run, frame, piece.text);
    case Piece::Kind::heard: {
      const Particular* particular = heard(run, frame, piece.text);
      if (particular == nullptr) return std::nullopt;
      return heard_words(piece.text, *particular);
    }
    case Piece::Kind::who:
      return who_said(run, frame);
    case Piece::Kind::them:
      return they == "he" ? "him" : they == "she" ? "her" : "them";
    case Piece::Kind::they:
      return they.empty() ? "they" : they;
    case Piece::Kind::their:
      return they == "he" ? "his" : they == "she" ? "her" : "their";
    case Piece::Kind::they_verb:
      return they_verb(they, piece.text);
  }
  return std::nullopt;
}

// The next line in written order that was not said in this round and can be said now.
const Line* next_in_turn(Run& run, const Frame& frame, const std::vector<Line>& lines,
                         const std::string& key, std::string& text) {
  std::vector<std::string>& used = run.now().said[key];
  for (int round = 0; round < 2; ++round) {
    for (const Line& line : lines) {
      if (std::find(used.begin(), used.end(), line.id) != used.end()) continue;
      std::optional<std::string> filled = fill(run, frame, line);
      if (!filled) continue;
      used.push_back(line.id);
      text = std::move(*filled);
      return &line;
    }
    // A new round does not begin with the line that closed the last one.
    const std::string last = used.empty() ? std::string() : used.back();
    used.clear();
    if (lines.size() > 1 && !last.empty()) used.push_back(last);
  }
  used.clear();
  return nullptr;
}

}  // namespace

std::string day_words(const Run& run, Instant day) {
  const int32_t offset = run.event.utc_offset_minutes;
  const LocalTime then = local_time(day, offset);
  const int64_t ago = local_time(run.event.at, offset).day_number - then.day_number;
  if (ago == 0) return "today";
  if (ago == 1) return "yesterday";
  if (ago == -1) return "tomorrow";
  if (ago > 1 && ago < 7) return "on " + std::string(weekdays[static_cast<size_t>(then.weekday)]);
  return "on " + std::to_string(then.date.day) + " " +
         std::string(months[static_cast<size_t>(then.date.month - 1)]);
}

std::string said_back(const Run& run, const Answer& answer) {
  const Value& value = answer.value;
  switch (value.kind) {
    case ValueKind::number:
      return std::to_string(value.number);
    case ValueKind::duration:
      return words_of_duration(value.number);
    case ValueKind::date:
      return day_words(run, value.number);
    case ValueKind::word:
    case ValueKind::text:
      return quotable(answer.words.empty() ? value.text : answer.words);
    default:
      return "";
  }
}

// A line that is nothing but a slot gives the person's words back whole: a letter, a draft.
static std::optional<std::string> whole_words(const Run& run, const Frame& frame,
                                              const Line& line) {
  if (line.pieces.size() != 1 || line.pieces[0].kind != Piece::Kind::slot) return std::nullopt;
  const Answer answer = slot_value(run, frame, line.pieces[0].text);
  if (answer.value.kind != ValueKind::text) return std::nullopt;
  return answer.value.text;
}

std::optional<std::string> fill(const Run& run, const Frame& frame, const Line& line) {
  if (std::optional<std::string> whole = whole_words(run, frame, line)) return whole;
  std::string text;
  for (const Piece& piece : line.pieces) {
    std::optional<std::string> filled = fill_piece(run, frame, piece);
    if (!filled) return std::nullopt;
    text += piece.capital ? capitalised(std::move(*filled)) : *filled;
  }
  return text;
}

void add_bubble(Run& run, std::string line_id, std::string text) {
  run.turn.bubbles.push_back({std::move(line_id), std::move(text), std::nullopt});
}

void add_card(Run& run, Card card) {
  if (run.turn.bubbles.empty() || run.turn.bubbles.back().card) add_bubble(run, "", "");
  run.turn.bubbles.back().card = std::move(card);
}

bool say_in_turn(Run& run, const Frame& frame, const std::vector<Line>& lines,
                 const std::string& key) {
  std::string text;
  const Line* line = next_in_turn(run, frame, lines, key, text);
  if (line == nullptr) return false;
  add_bubble(run, line->id, std::move(text));
  return true;
}

void say(Run& run, const Frame& frame, const Speech& speech) {
  const size_t before = run.turn.bubbles.size();
  for (const Line& line : speech.conditional) {
    if (!is_true(run, frame, *line.condition)) continue;
    if (std::optional<std::string> text = fill(run, frame, line)) {
      add_bubble(run, line.id, std::move(*text));
      break;
    }
  }
  if (run.turn.bubbles.size() == before) say_in_turn(run, frame, speech.plain, speech.id);
  for (const Line& line : speech.additions) {
    if (!is_true(run, frame, *line.condition)) continue;
    std::optional<std::string> text = fill(run, frame, line);
    if (!text) continue;
    if (run.seen != nullptr) run.seen->added.push_back(line.id);
    if (run.turn.bubbles.size() == before) {
      add_bubble(run, line.id, std::move(*text));
    } else {
      run.turn.bubbles.back().text += " " + *text;
    }
  }
}

}  // namespace keel
