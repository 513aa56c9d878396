#include "store/session_json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace keel {

using Json = nlohmann::json;

namespace {

constexpr int session_version = 1;  // persisted: raise with a loader for the version before

template <class T>
void read(const Json& json, const char* key, T& out) {
  const auto found = json.find(key);
  if (found != json.end() && !found->is_null()) found->get_to(out);
}

template <class T>
T read_enum(const Json& json, const char* key, int64_t max) {
  int64_t value = 0;
  read(json, key, value);
  return static_cast<T>(value >= 0 && value <= max ? value : 0);
}

}  // namespace

static void to_json(Json& json, const Span& span) {
  json = {span.begin, span.end};
}

static void from_json(const Json& json, Span& span) {
  json.at(0).get_to(span.begin);
  json.at(1).get_to(span.end);
}

static void to_json(Json& json, const Mark& mark) {
  json = {{"slot", mark.slot}, {"span", mark.span}, {"words", mark.words},
          {"kind", mark.kind}, {"why", mark.why},   {"corrected", mark.corrected}};
}

static void from_json(const Json& json, Mark& mark) {
  read(json, "slot", mark.slot);
  read(json, "span", mark.span);
  read(json, "words", mark.words);
  read(json, "kind", mark.kind);
  read(json, "why", mark.why);
  read(json, "corrected", mark.corrected);
}

static void to_json(Json& json, const Answer& answer) {
  const Value& value = answer.value;
  json = {{"kind", static_cast<int>(value.kind)}, {"at", answer.at}};
  if (value.number != 0) json["number"] = value.number;
  if (!value.text.empty()) json["text"] = value.text;
  if (!value.items.empty()) json["items"] = value.items;
  if (!value.marks.empty()) json["marks"] = value.marks;
  if (!answer.words.empty()) json["words"] = answer.words;
}

static void from_json(const Json& json, Answer& answer) {
  answer.value.kind = read_enum<ValueKind>(json, "kind", static_cast<int64_t>(ValueKind::marks));
  read(json, "at", answer.at);
  read(json, "number", answer.value.number);
  read(json, "text", answer.value.text);
  read(json, "items", answer.value.items);
  read(json, "marks", answer.value.marks);
  read(json, "words", answer.words);
}

static void to_json(Json& json, const Particular& particular) {
  json = {{"value", particular.value},
          {"words", particular.words},
          {"span", particular.span},
          {"scope", static_cast<int>(particular.scope)}};
}

static void from_json(const Json& json, Particular& particular) {
  read(json, "value", particular.value);
  read(json, "words", particular.words);
  read(json, "span", particular.span);
  particular.scope = read_enum<Scope>(json, "scope", static_cast<int64_t>(Scope::past));
}

namespace {

struct NamedParticular {
  const char* name;
  std::optional<Particular> Particulars::*member;
};

constexpr NamedParticular named_particulars[] = {
    {"who", &Particulars::who},         {"pronoun", &Particulars::pronoun},
    {"event", &Particulars::event},     {"duration", &Particulars::duration},
    {"since", &Particulars::since},     {"together_for", &Particulars::together_for},
    {"channel", &Particulars::channel}, {"intensity", &Particulars::intensity},
    {"count", &Particulars::count},
};

}  // namespace

static void to_json(Json& json, const Particulars& heard) {
  json = Json::object();
  for (const NamedParticular& named : named_particulars) {
    if (heard.*named.member) json[named.name] = *(heard.*named.member);
  }
  if (!heard.feelings.empty()) json["feelings"] = heard.feelings;
}

static void from_json(const Json& json, Particulars& heard) {
  for (const NamedParticular& named : named_particulars) {
    const auto found = json.find(named.name);
    if (found != json.end()) heard.*named.member = found->get<Particular>();
  }
  read(json, "feelings", heard.feelings);
}

static void to_json(Json& json, const Frame& frame) {
  json = {{"flow", frame.flow}, {"point", frame.point}, {"started_at", frame.started_at}};
  if (!frame.slots.empty()) json["slots"] = frame.slots;
  if (!frame.answered.empty()) json["answered"] = frame.answered;
  if (!frame.secret_events.empty()) json["secret_events"] = frame.secret_events;
  if (!frame.heard.empty()) json["heard"] = frame.heard;
  if (!frame.replay_from.empty()) json["replay_from"] = frame.replay_from;
  if (!frame.part.empty()) json["part"] = frame.part;
  if (!frame.in_part.empty()) json["in_part"] = frame.in_part;
  if (!frame.guesses.empty()) json["guesses"] = frame.guesses;
}

static void from_json(const Json& json, Frame& frame) {
  read(json, "flow", frame.flow);
  read(json, "point", frame.point);
  read(json, "started_at", frame.started_at);
  read(json, "slots", frame.slots);
  read(json, "answered", frame.answered);
  read(json, "secret_events", frame.secret_events);
  read(json, "heard", frame.heard);
  read(json, "replay_from", frame.replay_from);
  read(json, "part", frame.part);
  read(json, "in_part", frame.in_part);
  read(json, "guesses", frame.guesses);
}

static void to_json(Json& json, const OpenTimer& open) {
  json = {{"id", open.timer.id},
          {"started_at", open.timer.started_at},
          {"ends_at", open.timer.ends_at},
          {"silent", open.timer.silent},
          {"flow", open.flow},
          {"point", open.point},
          {"slots", open.slots},
          {"due", open.due}};
}

static void from_json(const Json& json, OpenTimer& open) {
  read(json, "id", open.timer.id);
  read(json, "started_at", open.timer.started_at);
  read(json, "ends_at", open.timer.ends_at);
  read(json, "silent", open.timer.silent);
  read(json, "flow", open.flow);
  read(json, "point", open.point);
  read(json, "slots", open.slots);
  read(json, "due", open.due);
}

static void to_json(Json& json, const FlowVisits& visits) {
  json = {visits.count, visits.last_at, visits.before_last_at};
}

static void from_json(const Json& json, FlowVisits& visits) {
  json.at(0).get_to(visits.count);
  json.at(1).get_to(visits.last_at);
  json.at(2).get_to(visits.before_last_at);
}

static void to_json(Json& json, const SafetyState& safety) {
  json = {{"level", static_cast<int>(safety.level)},
          {"category", safety.category},
          {"at", safety.at},
          {"asked", safety.asked}};
}

static void from_json(const Json& json, SafetyState& safety) {
  safety.level =
      read_enum<SafetyLevel>(json, "level", static_cast<int64_t>(SafetyLevel::emergency));
  read(json, "category", safety.category);
  read(json, "at", safety.at);
  read(json, "asked", safety.asked);
}

static void to_json(Json& json, const Choice& choice) {
  json = {choice.title, choice.payload};
}

static void from_json(const Json& json, Choice& choice) {
  json.at(0).get_to(choice.title);
  json.at(1).get_to(choice.payload);
}

static void to_json(Json& json, const Correction& correction) {
  json = {{"slot", correction.slot}, {"words", correction.words}, {"span", correction.span}};
  if (correction.value) json["value"] = *correction.value;
}

static void from_json(const Json& json, Correction& correction) {
  read(json, "slot", correction.slot);
  read(json, "words", correction.words);
  read(json, "span", correction.span);
  if (const auto value = json.find("value"); value != json.end()) {
    correction.value = value->get<std::string>();
  }
}

static void to_json(Json& json, const SessionState& state) {
  json = {{"stack", state.stack},
          {"person", state.person},
          {"visits", state.visits},
          {"said", state.said},
          {"timers", state.timers},
          {"safety", state.safety},
          {"heard", state.heard},
          {"last_words", state.last_words},
          {"coach_said", state.coach_said},
          {"choices", state.choices},
          {"misses", state.misses},
          {"timer_count", state.timer_count},
          {"last_event_at", state.last_event_at},
          {"waited_over", state.waited_over},
          {"days_away", state.days_away}};
  if (state.correction) json["correction"] = *state.correction;
  if (!state.language.empty()) json["language"] = state.language;
}

static void from_json(const Json& json, SessionState& state) {
  read(json, "stack", state.stack);
  read(json, "person", state.person);
  read(json, "visits", state.visits);
  read(json, "said", state.said);
  read(json, "timers", state.timers);
  read(json, "safety", state.safety);
  read(json, "heard", state.heard);
  // Of a session saved before each question kept its own.
  if (!state.stack.empty()) read(json, "guesses", state.stack.back().guesses);
  read(json, "last_words", state.last_words);
  read(json, "coach_said", state.coach_said);
  read(json, "choices", state.choices);
  read(json, "misses", state.misses);
  read(json, "timer_count", state.timer_count);
  read(json, "last_event_at", state.last_event_at);
  read(json, "waited_over", state.waited_over);
  read(json, "days_away", state.days_away);
  read(json, "language", state.language);
  if (const auto correction = json.find("correction"); correction != json.end()) {
    state.correction = correction->get<Correction>();
  }
}

static void to_json(Json& json, const Undo& undo) {
  json = {{"before", undo.before}, {"event", undo.event}};
}

static void from_json(const Json& json, Undo& undo) {
  read(json, "before", undo.before);
  read(json, "event", undo.event);
}

namespace {

// Every number is read as a whole one, and one that no integer can hold has no meaning there.
bool fits(const Json& value) {
  constexpr double most = 9e15;
  return !value.is_number_float() || std::fabs(value.get<double>()) < most;
}

// What nlohmann throws at a wrong shape becomes an Error here and nowhere else.
template <class T, class Fill>
Result<T> parse(std::string_view text, const char* what, Fill fill) {
  try {
    bool numbers_fit = true;
    const Json json =
        Json::parse(text, [&numbers_fit](int /*depth*/, Json::parse_event_t, Json& value) {
          numbers_fit = numbers_fit && fits(value);
          return true;
        });
    if (!json.is_object())
      return Error{ErrorCode::corrupt, std::string("the saved ") + what + " is no object"};
    if (!numbers_fit)
      return Error{ErrorCode::corrupt,
                   std::string("the saved ") + what + " has too large a number"};
    T value;
    fill(json, value);
    return value;
  } catch (const Json::exception&) {
    return Error{ErrorCode::corrupt, std::string("the saved ") + what + " cannot be read"};
  }
}

// Invalid UTF-8 cannot get in through Text, but a save must never fail over a byte.
std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string session_to_json(const Session& session) {
  return dump({{"version", session_version},
               {"turns", session.turns},
               {"now", session.now},
               {"undo", session.undo}});
}

Result<Session> session_from_json(std::string_view json) {
  return parse<Session>(json, "conversation", [](const Json& saved, Session& session) {
    read(saved, "turns", session.turns);
    read(saved, "now", session.now);
    read(saved, "undo", session.undo);
  });
}

std::string journal_entry_to_json(const JournalEntry& entry) {
  Json json = {
      {"flow", entry.flow}, {"slot", entry.slot}, {"answer", entry.answer}, {"event", entry.event}};
  if (entry.expires_at != 0) json["expires_at"] = entry.expires_at;
  return dump(json);
}

Result<JournalEntry> journal_entry_from_json(std::string_view json) {
  return parse<JournalEntry>(json, "journal entry", [](const Json& saved, JournalEntry& entry) {
    read(saved, "flow", entry.flow);
    read(saved, "slot", entry.slot);
    read(saved, "answer", entry.answer);
    read(saved, "event", entry.event);
    read(saved, "expires_at", entry.expires_at);
  });
}

}  // namespace keel
