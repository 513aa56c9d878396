#pragma once
// enum_names: the words that stand for enumerators in a written program: those of the script
// where it has a word. Internal to `canonical`.
//
//   json["type"] = name_in(answer_types, slot.type);
//   std::optional<AnswerType> type = value_in(answer_types, "long text");
//
// Threads: constants. Failure: an enumerator without a name is an empty name.
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "dialog/program.h"
#include "understand/safety_content.h"

namespace keel::canonical {

template <class Enum>
struct EnumName {
  Enum value;
  std::string_view name;
};

template <class Enum, size_t count>
using EnumNames = std::array<EnumName<Enum>, count>;

template <class Enum, size_t count>
constexpr std::string_view name_in(const EnumNames<Enum, count>& names, Enum value) {
  for (const EnumName<Enum>& one : names) {
    if (one.value == value) return one.name;
  }
  return {};
}

template <class Enum, size_t count>
constexpr std::optional<Enum> value_in(const EnumNames<Enum, count>& names, std::string_view name) {
  for (const EnumName<Enum>& one : names) {
    if (one.name == name) return one.value;
  }
  return std::nullopt;
}

inline constexpr EnumNames<AnswerType, 17> answer_types = {{
    {AnswerType::none, "any"},
    {AnswerType::scale, "scale"},
    {AnswerType::number, "number"},
    {AnswerType::duration, "duration"},
    {AnswerType::time, "time"},
    {AnswerType::date, "date"},
    {AnswerType::when, "when"},
    {AnswerType::yes_no, "yes or no"},
    {AnswerType::one_of, "one of"},
    {AnswerType::own_words, "one of or own words"},
    {AnswerType::text, "text"},
    {AnswerType::long_text, "long text"},
    {AnswerType::name, "name"},
    {AnswerType::pronoun, "pronoun"},
    {AnswerType::country, "country"},
    {AnswerType::marks, "marks"},
    {AnswerType::list, "list"},
}};

inline constexpr EnumNames<ValueKind, 5> value_kinds = {{
    {ValueKind::number, "number"},
    {ValueKind::duration, "duration"},
    {ValueKind::date, "date"},
    {ValueKind::word, "word"},
    {ValueKind::text, "text"},
}};

inline constexpr EnumNames<Piece::Kind, 4> named_pieces = {{
    {Piece::Kind::slot, "slot"},
    {Piece::Kind::last_slot, "last"},
    {Piece::Kind::day_of, "day of"},
    {Piece::Kind::heard, "heard"},
}};

inline constexpr EnumNames<Piece::Kind, 4> person_pieces = {{
    {Piece::Kind::who, "who"},
    {Piece::Kind::them, "them"},
    {Piece::Kind::they, "they"},
    {Piece::Kind::their, "their"},
}};

inline constexpr EnumNames<SubjectKind, 10> subjects = {{
    {SubjectKind::slot, "slot"},
    {SubjectKind::last, "last"},
    {SubjectKind::days_since, "days since"},
    {SubjectKind::count_of, "count of"},
    {SubjectKind::heard, "heard"},
    {SubjectKind::counted, "definition"},
    {SubjectKind::has_kind, "has"},
    {SubjectKind::corrected, "was corrected"},
    {SubjectKind::visited, "visited"},
    {SubjectKind::waited_over, "waited over"},
}};

inline constexpr EnumNames<Compare, 10> compares = {{
    {Compare::is, "is"},
    {Compare::is_not, "is not"},
    {Compare::known, "is known"},
    {Compare::unknown, "is unknown"},
    {Compare::less, "<"},
    {Compare::at_most, "<="},
    {Compare::equal, "="},
    {Compare::at_least, ">="},
    {Compare::more, ">"},
    {Compare::holds, "holds"},
}};

inline constexpr EnumNames<SafetyLevel, 4> safety_levels = {{
    {SafetyLevel::none, "none"},
    {SafetyLevel::ask, "ask"},
    {SafetyLevel::high, "high"},
    {SafetyLevel::emergency, "emergency"},
}};

inline constexpr EnumNames<Retention, 3> retentions = {{
    {Retention::this_talk, "for this talk"},
    {Retention::until_erased, "until erased"},
    {Retention::days, "days"},
}};

inline constexpr EnumNames<FollowUp::When, 4> whens = {{
    {FollowUp::When::tomorrow_morning, "tomorrow morning"},
    {FollowUp::When::tomorrow_evening, "tomorrow evening"},
    {FollowUp::When::after, "after"},
    {FollowUp::When::at_slot, "slot"},
}};

inline constexpr EnumNames<Show::What, 6> shows = {{
    {Show::What::help_lines, "help lines"},
    {Show::What::list, "list"},
    {Show::What::breathing, "breathing"},
    {Show::What::quick_exit, "quick exit"},
    {Show::What::export_data, "export"},
    {Show::What::known, "what is known"},
}};

inline constexpr EnumNames<Do::Action, 13> actions = {{
    {Do::Action::back, "back"},
    {Do::Action::skip, "skip"},
    {Do::Action::repeat, "repeat"},
    {Do::Action::rephrase, "rephrase"},
    {Do::Action::why, "why"},
    {Do::Action::restart, "restart"},
    {Do::Action::park, "park"},
    {Do::Action::stop, "stop"},
    {Do::Action::correct, "correct"},
    {Do::Action::misread, "misread"},
    {Do::Action::erase_last, "erase last"},
    {Do::Action::erase_everything, "erase everything"},
    {Do::Action::resume, "resume"},
}};

inline constexpr EnumNames<SafetyMark, safety_mark_count> safety_marks = {{
    {SafetyMark::i, "i"},
    {SafetyMark::you, "you"},
    {SafetyMark::they, "they"},
    {SafetyMark::thing, "thing"},
    {SafetyMark::negation, "not"},
    {SafetyMark::reach_end, "not-ends"},
    {SafetyMark::refusal, "no"},
    {SafetyMark::past, "past"},
    {SafetyMark::present, "now"},
    {SafetyMark::speech, "said"},
    {SafetyMark::joke, "joke"},
    {SafetyMark::clause, "clause"},
    {SafetyMark::opinion, "opinion"},
}};

inline constexpr EnumNames<SafetySubject, 4> safety_subjects = {{
    {SafetySubject::i, "i"},
    {SafetySubject::they, "they"},
    {SafetySubject::someone, "someone"},
    {SafetySubject::any, "any"},
}};

inline constexpr EnumNames<SafetyCase, safety_case_count> safety_cases = {{
    {SafetyCase::negated, "negated"},
    {SafetyCase::past, "past"},
    {SafetyCase::said, "said"},
    {SafetyCase::they, "they"},
    {SafetyCase::you, "you"},
    {SafetyCase::joke, "joke"},
    {SafetyCase::question, "question"},
}};

inline constexpr EnumNames<SafetyMask::Kind, 4> mask_kinds = {{
    {SafetyMask::Kind::forms, "forms"},
    {SafetyMask::Kind::masked, "masked"},
    {SafetyMask::Kind::near, "near"},
    {SafetyMask::Kind::known, "known"},
}};

}  // namespace keel::canonical
