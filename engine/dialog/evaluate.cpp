#include "dialog/evaluate.h"

#include <algorithm>

#include "understand/answers.h"

namespace keel {
namespace {

// Local midnight ends a day for people who are awake; whole days between are counted by local
// dates.
int64_t days_between(Instant from, Instant to, int32_t offset) {
  return local_time(to, offset).day_number - local_time(from, offset).day_number;
}

std::string part_of_day(Instant at, int32_t offset) {
  const int32_t hour = local_time(at, offset).hour;
  if (hour < 5 || hour >= 22) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

Answer word_of(std::string word) {
  Answer answer;
  answer.words = word;
  answer.value = Value::of_word(std::move(word));
  return answer;
}

Answer yes_or_no(bool value) {
  return word_of(value ? "yes" : "no");
}

// The frame that was interrupted by the one asking.
const Frame* interrupted(const Run& run, const Frame& frame) {
  const auto& stack = run.now().stack;
  for (size_t i = stack.size(); i-- > 0;) {
    if (&stack[i] != &frame && !run.flow_of(stack[i]).is_house()) return &stack[i];
  }
  return nullptr;
}

Answer engine_value(const Run& run, const Frame& frame, const std::string& name) {
  const SessionState& now = run.now();
  if (name == "part_of_day") {
    return word_of(part_of_day(run.event.at, run.event.utc_offset_minutes));
  }
  if (name == "first_visit") return yes_or_no(run.session.turns == 0);
  if (name == "days_away") {
    Answer answer;
    answer.value = Value::of_number(now.days_away);
    return answer;
  }
  if (name == "can_go_back") return yes_or_no(!run.session.undo.empty());
  if (name == "question_open") {
    const Frame* below = interrupted(run, frame);
    return yes_or_no(below != nullptr && open_ask(run, *below) != nullptr);
  }
  if (name == "left_open") {
    const Frame* below = interrupted(run, frame);
    return below == nullptr ? Answer{} : word_of(run.flow_of(*below).title);
  }
  if (name == "own_words" && !now.last_words.empty()) return word_of(now.last_words);
  if (name == "correction" && now.correction && now.correction->value) {
    const bool length = now.correction->slot == "duration";
    return word_of(length ? words_of_iso(*now.correction->value) : *now.correction->value);
  }
  if (name == "corrected" && now.correction) return word_of(now.correction->slot);
  return {};
}

bool compare_numbers(Compare compare, int64_t left, int64_t right) {
  switch (compare) {
    case Compare::less:
      return left < right;
    case Compare::at_most:
      return left <= right;
    case Compare::equal:
      return left == right;
    case Compare::at_least:
      return left >= right;
    case Compare::more:
      return left > right;
    default:
      return false;
  }
}

bool is_numeric(const Value& value) {
  return value.kind == ValueKind::number || value.kind == ValueKind::duration ||
         value.kind == ValueKind::date;
}

bool compare_answer(const Run& run, const Frame& frame, const Condition& condition,
                    const Answer& answer) {
  const Value& value = answer.value;
  switch (condition.compare) {
    case Compare::known:
      return value.known();
    case Compare::unknown:
      return !value.known();
    case Compare::holds:
      return value.known() && value.text == "yes";
    case Compare::is:
    case Compare::is_not: {
      if (!value.known()) return false;
      const bool same = is_numeric(value) ? std::to_string(value.number) == condition.value
                                          : value.text == condition.value;
      return same == (condition.compare == Compare::is);
    }
    default:
      break;
  }
  if (!is_numeric(value)) return false;
  int64_t right = condition.number;
  if (!condition.other_slot.empty()) {
    const Answer other = slot_value(run, frame, condition.other_slot);
    if (!is_numeric(other.value)) return false;
    right = other.value.number;
  }
  return compare_numbers(condition.compare, value.number, right);
}

bool compare_days_since(const Run& run, const Frame& frame, const Condition& condition) {
  const Answer answer = slot_value(run, frame, condition.name);
  std::optional<Instant> since;
  if (answer.value.kind == ValueKind::date) {
    since = answer.value.number;
  } else if (const JournalEntry* entry = newest_entry(run, condition.name)) {
    since =
        entry->answer.value.kind == ValueKind::date ? entry->answer.value.number : entry->answer.at;
  }
  if (!since) return condition.compare == Compare::unknown;
  if (condition.compare == Compare::known) return true;
  return compare_numbers(condition.compare,
                         days_between(*since, run.event.at, run.event.utc_offset_minutes),
                         condition.number);
}

bool compare_heard(const Run& run, const Frame& frame, const Condition& condition) {
  const Particular* particular = heard(run, frame, condition.name);
  switch (condition.compare) {
    case Compare::known:
      return particular != nullptr;
    case Compare::unknown:
      return particular == nullptr;
    case Compare::is:
      return particular != nullptr && particular->value == condition.value;
    case Compare::is_not:
      return particular != nullptr && particular->value != condition.value;
    default:
      break;
  }
  if (particular == nullptr) return false;
  int64_t value = 0;
  for (const char c : particular->value) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return compare_numbers(condition.compare, value, condition.number);
}

bool was_visited(const Run& run, const Frame& frame, const Condition& condition) {
  const std::string& flow = condition.name.empty() ? frame.flow : condition.name;
  const auto found = run.now().visits.find(flow);
  if (found == run.now().visits.end()) return false;
  const int32_t offset = run.event.utc_offset_minutes;
  // The run in progress counts from its own start, so that the first line sees only earlier ones.
  const FlowVisits& visits = found->second;
  const bool counts_itself = condition.name.empty() || condition.name == frame.flow;
  const Instant at = counts_itself ? visits.before_last_at : visits.last_at;
  if (at == 0) return false;
  const int64_t days = days_between(at, run.event.at, offset);
  return condition.value == "today" ? days == 0 : days < 7;
}

// "guesses" is what the person cannot know: interpretation, prediction and should.
bool mark_is(const Mark& mark, const std::string& kinds) {
  if (kinds == "guesses") {
    return mark.kind == "interpretation" || mark.kind == "prediction" || mark.kind == "should";
  }
  return mark.kind == kinds || mark.kind + "s" == kinds;
}

int64_t count_true(const Run& run, const Frame& frame, const Definition& definition) {
  const auto& parts = definition.condition.parts;
  return std::count_if(parts.begin(), parts.end(),
                       [&](const Condition& part) { return is_true(run, frame, part); });
}

bool compare_counted(const Run& run, const Frame& frame, const Condition& condition) {
  const Flow& flow = run.flow_of(frame);
  const auto definition = flow.definitions.find(condition.name);
  if (definition == flow.definitions.end()) return false;
  if (!definition->second.counts) {
    return is_true(run, frame, definition->second.condition);
  }
  return compare_numbers(condition.compare, count_true(run, frame, definition->second),
                         condition.number);
}

bool compare_one(const Run& run, const Frame& frame, const Condition& condition) {
  switch (condition.subject) {
    case SubjectKind::slot:
      return compare_answer(run, frame, condition, slot_value(run, frame, condition.name));
    case SubjectKind::last: {
      const JournalEntry* entry = last_entry(run, frame, condition.name);
      return compare_answer(run, frame, condition, entry == nullptr ? Answer{} : entry->answer);
    }
    case SubjectKind::days_since:
      return compare_days_since(run, frame, condition);
    case SubjectKind::count_of: {
      const Answer list = slot_value(run, frame, condition.name);
      return compare_numbers(condition.compare, static_cast<int64_t>(list.value.items.size()),
                             condition.number);
    }
    case SubjectKind::heard:
      return compare_heard(run, frame, condition);
    case SubjectKind::counted:
      return compare_counted(run, frame, condition);
    case SubjectKind::has_kind: {
      const Answer marks = slot_value(run, frame, condition.name);
      return std::any_of(marks.value.marks.begin(), marks.value.marks.end(),
                         [&](const Mark& mark) { return mark_is(mark, condition.value); });
    }
    case SubjectKind::corrected: {
      const Answer marks = slot_value(run, frame, condition.name);
      return std::any_of(marks.value.marks.begin(), marks.value.marks.end(),
                         [](const Mark& mark) { return mark.corrected; });
    }
    case SubjectKind::visited:
      return was_visited(run, frame, condition);
    case SubjectKind::waited_over:
      return run.now().waited_over > condition.number;
  }
  return false;
}

}  // namespace

const JournalEntry* Journal::last(std::string_view slot) const {
  const auto found = std::find_if(entries.rbegin(), entries.rend(),
                                  [&](const JournalEntry& entry) { return entry.slot == slot; });
  return found == entries.rend() ? nullptr : &*found;
}

void take_back(Journal& journal, const std::vector<std::string>& events) {
  std::erase_if(journal.entries, [&](const JournalEntry& entry) {
    return std::find(events.begin(), events.end(), entry.event) != events.end();
  });
}

Answer slot_value(const Run& run, const Frame& frame, const std::string& name) {
  if (const auto slot = frame.slots.find(name); slot != frame.slots.end()) return slot->second;
  const SessionState& now = run.now();
  if (const auto slot = now.person.find(name); slot != now.person.end()) return slot->second;
  return engine_value(run, frame, name);
}

const Particular* heard(const Run& run, const Frame& frame, const std::string& particular) {
  for (const Particulars* particulars : {&run.now().heard, &frame.heard}) {
    const Particular* found = particulars->find(particular);
    if (found != nullptr && found->scope == Scope::plain) return found;
  }
  return nullptr;
}

bool is_expired(const JournalEntry& entry, Instant now) {
  return entry.expires_at != 0 && entry.expires_at <= now;
}

const JournalEntry* newest_entry(const Run& run, const std::string& slot) {
  const auto& entries = run.journal.entries;
  const auto found = std::find_if(entries.rbegin(), entries.rend(), [&](const JournalEntry& entry) {
    return entry.slot == slot && !is_expired(entry, run.event.at);
  });
  return found == entries.rend() ? nullptr : &*found;
}

const JournalEntry* last_entry(const Run& run, const Frame& frame, const std::string& slot) {
  const auto& entries = run.journal.entries;
  const auto found = std::find_if(entries.rbegin(), entries.rend(), [&](const JournalEntry& entry) {
    return entry.slot == slot && entry.answer.at < frame.started_at &&
           !is_expired(entry, run.event.at);
  });
  return found == entries.rend() ? nullptr : &*found;
}

bool is_true(const Run& run, const Frame& frame, const Condition& condition) {
  const auto holds = [&](const Condition& part) { return is_true(run, frame, part); };
  bool result = false;
  switch (condition.op) {
    case ConditionOp::compare:
      result = compare_one(run, frame, condition);
      break;
    case ConditionOp::all_of:
      result = std::all_of(condition.parts.begin(), condition.parts.end(), holds);
      break;
    case ConditionOp::any_of:
      result = std::any_of(condition.parts.begin(), condition.parts.end(), holds);
      break;
  }
  return result != condition.negated;
}

}  // namespace keel
