#include "server/turn_frames.h"

#include "dialog/card_words.h"
#include "server/cards.h"
#include "server/frames.h"

namespace keel {
namespace {

std::string_view question_name(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::none:
      return "";
    case QuestionKind::scale:
      return "scale";
    case QuestionKind::choice:
      return "choice";
    case QuestionKind::duration:
      return "duration";
    case QuestionKind::number:
      return "number";
    case QuestionKind::date:
      return "date";
    case QuestionKind::text:
      return "text";
    case QuestionKind::long_text:
      return "long-text";
    case QuestionKind::marks:
      return "marks";
    case QuestionKind::yes_no:
      return "yes-no";
  }
  return "";
}

OrderedJson question_json(const View& view) {
  if (view.question == QuestionKind::none) return {};
  OrderedJson question = {{"kind", question_name(view.question)}};
  if (view.question == QuestionKind::scale) {
    question["min"] = view.min;
    question["max"] = view.max;
  }
  return question;
}

OrderedJson state_json(const View& view) {
  OrderedJson timers = OrderedJson::array();
  for (const Timer& timer : view.timers) {
    if (timer.silent) continue;
    timers.push_back({{"id", timer.id},
                      {"started_at", timer.started_at},
                      {"ends_at", timer.ends_at},
                      {"label", "Pause"}});
  }
  OrderedJson help;
  if (!view.help_lines.empty()) {
    help = OrderedJson::array();
    for (const HelpLine& line : view.help_lines) help.push_back(help_line_json(line));
  }
  return {{"safety", name_of(view.safety)},
          {"question", question_json(view)},
          {"timers", std::move(timers)},
          {"help", std::move(help)},
          {"can_undo", view.can_undo}};
}

OrderedJson replies_json(const std::vector<Choice>& choices) {
  OrderedJson replies = OrderedJson::array();
  for (const Choice& choice : choices) {
    replies.push_back({{"title", choice.title}, {"payload", choice.payload}});
  }
  return replies;
}

// Every card has words beside it, so that a client that cannot draw it still says what it is.
void add_card(OrderedJson& frame, const Bubble& bubble, int32_t utc_offset_minutes) {
  if (!bubble.card) return;
  frame["card"] = card_json(*bubble.card);
  std::string words = card_words(*bubble.card, utc_offset_minutes);
  while (words.ends_with('\n')) words.pop_back();
  frame["alt"] = words.empty() ? bubble.text : words;
}

}  // namespace

std::vector<Record> turn_records(const Turn& turn, const Event& event, int64_t first_seq,
                                 std::string_view language, const Spoken& spoken) {
  std::vector<Record> records;
  int64_t seq = first_seq;
  if (event.kind == EventKind::said) {
    records.push_back({seq,
                       RecordKind::you,
                       {},
                       you_frame(static_cast<uint64_t>(seq), event.id, event.text, event.at)});
    ++seq;
  }
  for (size_t i = 0; i < turn.bubbles.size(); ++i, ++seq) {
    const Bubble& bubble = turn.bubbles[i];
    OrderedJson frame = {{"type", "bot"}, {"seq", seq}};
    if (event.kind == EventKind::said) frame["reply_to"] = event.id;
    frame["text"] = bubble.text;
    frame["format"] = "plain";
    const std::string flow = bubble.line.substr(0, bubble.line.find('/'));
    frame["lang"] = spoken.flows.contains(flow) ? std::string_view(spoken.language) : language;
    add_card(frame, bubble, event.utc_offset_minutes);
    frame["at"] = event.at;
    const bool last = i + 1 == turn.bubbles.size();
    frame["last"] = last;
    if (last) {
      frame["quick_replies"] = replies_json(turn.choices);
      frame["state"] = state_json(turn.view);
    }
    records.push_back({seq, RecordKind::bot, {}, wire_text(frame)});
  }
  return records;
}

std::vector<std::string> turn_notices(const Turn& turn, std::string_view code,
                                      int32_t utc_offset_minutes) {
  std::vector<std::string> notices;
  for (const Bubble& bubble : turn.bubbles) {
    OrderedJson frame = {{"type", "notice"}, {"code", code}, {"text", bubble.text}};
    add_card(frame, bubble, utc_offset_minutes);
    notices.push_back(wire_text(frame));
  }
  return notices;
}

}  // namespace keel
