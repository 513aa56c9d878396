#include "draw/chart.h"

#include <algorithm>
#include <map>
#include <set>

#include "script/names.h"

namespace keel {
namespace {

std::string counted(size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string joined(const std::vector<Words>& words) {
  std::string out;
  for (const Words& word : words) out += (out.empty() ? "" : ", ") + word.text;
  return out;
}

std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

void append(std::string& text, const std::string& more) {
  if (more.empty()) return;
  text += (text.empty() ? "" : ", ") + more;
}

// A condition as it was written, with words for signs: "urge after is below urge before".
std::string condition_words(const Source& source, const ConditionNode& condition) {
  static const std::map<std::string, std::string, std::less<>> signs = {{"<", "is below"},
                                                                        {"<=", "is at most"},
                                                                        {"=", "is"},
                                                                        {">=", "is at least"},
                                                                        {">", "is above"}};
  const std::string written = spaced(std::string(source.slice(condition.span)));
  std::string out;
  for (size_t at = 0; at < written.size();) {
    const size_t end = std::min(written.find(' ', at), written.size());
    const std::string word = written.substr(at, end - at);
    const auto sign = signs.find(word);
    if (!word.empty())
      out += (out.empty() ? "" : " ") + (sign == signs.end() ? word : sign->second);
    at = end + 1;
  }
  return out;
}

// What kind of answer, said only where the replies do not say it.
std::string type_words(const AskNode& ask, bool has_replies) {
  const AnswerType type = ask.type.type;
  if (type == AnswerType::none) return {};
  if (has_replies && (type == AnswerType::one_of || type == AnswerType::yes_no)) return {};
  if (type == AnswerType::scale) return kind_of({type, ask.type.min, ask.type.max});
  return std::string(name_of(type));
}

std::string variants_of(const std::vector<LineNode>& lines) {
  size_t plain = 0;
  size_t conditional = 0;
  for (size_t i = 1; i < lines.size(); ++i)
    ++(lines[i].kind == LineNode::Kind::plain ? plain : conditional);
  std::string out;
  if (plain > 0) append(out, std::to_string(plain + 1) + " wordings");
  if (conditional > 0) append(out, counted(conditional, "line") + " on condition");
  return out;
}

class Charter {
 public:
  explicit Charter(const FlowNode& flow) : flow_(flow) {
    for (const Statement& statement : flow.body.statements) {
      if (const auto* part = std::get_if<PartNode>(&statement.step)) parts_.insert(part->id.text);
    }
  }

  Chart run() {
    chart_.id = flow_.id.text;
    chart_.title = flow_.title.empty() ? flow_.id.text : flow_.title.text;
    tell_facts();
    chart_.parts.emplace_back();
    for (const Statement& statement : flow_.body.statements) {
      if (const auto* part = std::get_if<PartNode>(&statement.step)) {
        chart_.parts.push_back({part->id.text, {}, {}});
      } else {
        add(statement, chart_.parts.back().boxes);
      }
    }
    if (goes_on(chart_.parts.back().boxes)) {
      chart_.parts.back().boxes.push_back(box(BoxKind::end, "end"));
    }
    if (chart_.parts.front().boxes.empty()) chart_.parts.erase(chart_.parts.begin());
    for (ChartPart& part : chart_.parts) {
      if (!part.boxes.empty()) first_[part.id] = part.boxes.front().number;
    }
    for (ChartPart& part : chart_.parts) link(part.boxes);
    return std::move(chart_);
  }

 private:
  ChartBox box(BoxKind kind, std::string text) {
    ChartBox made;
    made.kind = kind;
    made.number = ++numbers_;
    made.text = std::move(text);
    return made;
  }

  void tell_facts() {
    if (!flow_.start_intents.empty())
      chart_.facts.push_back("starts on " + joined(flow_.start_intents));
    for (const SafetyStartNode& start : flow_.start_safety)
      chart_.facts.push_back("starts on safety " + start.category.text + " " + start.level.text);
    for (const KeepNode& keep : flow_.keep)
      chart_.facts.push_back("keeps " + spaced(joined(keep.slots)));
    if (!flow_.forget.empty()) chart_.facts.push_back("forgets " + spaced(joined(flow_.forget)));
  }

  std::vector<ChartBox> boxes_of(const Block& block) {
    std::vector<ChartBox> boxes;
    for (const Statement& statement : block.statements) add(statement, boxes);
    return boxes;
  }

  void add(const Statement& statement, std::vector<ChartBox>& to) {
    std::visit([&](const auto& step) { add_step(step, to); }, statement.step);
  }

  // Replies that all go straight on need no ways of their own.
  static void settle(ChartBox& box) {
    std::vector<ChartWay> led;
    ChartWay on;
    size_t on_at = 0;
    for (ChartWay& way : box.ways) {
      const bool straight = way.boxes.empty() && way.kind == WayKind::reply;
      if (!straight) {
        led.push_back(std::move(way));
      } else {
        if (on.labels.empty()) on_at = led.size();
        on.labels.insert(on.labels.end(), way.labels.begin(), way.labels.end());
      }
    }
    box.ways.clear();
    if (led.empty()) {
      box.choices.insert(box.choices.begin(), on.labels.begin(), on.labels.end());
      return;
    }
    if (!on.labels.empty())
      led.insert(led.begin() + static_cast<std::ptrdiff_t>(on_at), std::move(on));
    box.ways = std::move(led);
  }

  void add_replies(const std::vector<ReplyNode>& replies, ChartBox& box) {
    for (const ReplyNode& reply : replies)
      box.ways.push_back({WayKind::reply, {reply.label.text}, boxes_of(reply.body)});
  }

  void add_step(const CoachNode& coach, std::vector<ChartBox>& to) {
    ChartBox made = box(coach.is_question() ? BoxKind::question : BoxKind::say,
                        coach.lines.empty() ? "" : coach.lines.front().text.text);
    if (coach.ask) {
      append(made.note, type_words(*coach.ask, !coach.replies.empty()));
      if (coach.ask->unless_known) append(made.note, "asked unless known");
    }
    append(made.note, variants_of(coach.lines));
    add_replies(coach.replies, made);
    const bool typed_goes_on = coach.ask && coach.ask->type.type != AnswerType::one_of &&
                               coach.ask->type.type != AnswerType::yes_no &&
                               coach.ask->type.type != AnswerType::none && !coach.any_other;
    if (typed_goes_on && !coach.replies.empty())
      made.ways.push_back({WayKind::reply, {"another answer"}, {}});
    if (coach.any_other)
      made.ways.push_back({WayKind::other, {"any other answer"}, boxes_of(*coach.any_other)});
    if (typed_goes_on && coach.replies.empty() && coach.skipped)
      made.ways.push_back({WayKind::reply, {"an answer"}, {}});
    if (coach.skipped) made.ways.push_back({WayKind::other, {"skipped"}, boxes_of(*coach.skipped)});
    settle(made);
    for (const Words& offer : coach.offers) made.choices.push_back("\xe2\x86\x92 " + offer.text);
    if (coach.offers_guesses) made.choices.push_back("\xe2\x86\x92 what it may have meant");
    if (!coach.offers.empty() || coach.offers_guesses) made.choices.push_back("leave it here");
    to.push_back(std::move(made));
  }

  void add_step(const IfNode& branch, std::vector<ChartBox>& to) {
    ChartBox made = box(BoxKind::branch, "");
    bool otherwise = false;
    for (const IfNode::Arm& arm : branch.arms) {
      otherwise = otherwise || !arm.condition;
      const std::string label = arm.condition ? (made.ways.empty() ? "if " : "or if ") +
                                                    condition_words(*flow_.source, *arm.condition)
                                              : "otherwise";
      made.ways.push_back({WayKind::condition, {label}, boxes_of(arm.body)});
    }
    if (!otherwise) made.ways.push_back({WayKind::condition, {"otherwise"}, {}});
    to.push_back(std::move(made));
  }

  void add_step(const WaitNode& wait, std::vector<ChartBox>& to) {
    ChartBox made = box(BoxKind::wait, "wait " + (wait.slot.empty() ? duration_words(wait.duration)
                                                                    : spaced(wait.slot.text)));
    add_replies(wait.replies, made);
    const bool any = !made.ways.empty();
    if (any) made.ways.push_back({WayKind::other, {"time is up"}, {}});
    settle(made);
    to.push_back(std::move(made));
  }

  void remember(std::string text, std::vector<ChartBox>& to) {
    const bool follows = !to.empty() && to.back().kind == BoxKind::remember;
    if (follows) {
      to.back().text += ", " + text;
    } else {
      to.push_back(box(BoxKind::remember, std::move(text)));
    }
  }
  void add_step(const SetNode& set, std::vector<ChartBox>& to) {
    remember(spaced(set.slot.text) + " becomes " + spaced(set.value.words.text), to);
  }
  void add_step(const AddNode& add, std::vector<ChartBox>& to) {
    remember(spaced(add.slot.text) + " grows by " + std::to_string(add.number), to);
  }
  void add_step(const NoteNode& note, std::vector<ChartBox>& to) {
    remember("note " + spaced(note.slot.text) + " in " + spaced(note.list.text), to);
  }
  void add_step(const ClearNode& clear, std::vector<ChartBox>& to) {
    remember("clear " + spaced(clear.list.text), to);
  }
  void add_step(const PartNode&, std::vector<ChartBox>&) {}
  void add_step(const GoNode& go, std::vector<ChartBox>& to) {
    const bool part = parts_.contains(go.target.text);
    ChartBox made = box(part ? BoxKind::go_part : BoxKind::go_flow, "go to " + go.target.text);
    made.target = go.target.text;
    to.push_back(std::move(made));
  }
  void add_step(const VisitNode& visit, std::vector<ChartBox>& to) {
    ChartBox made = box(BoxKind::visit, "visit " + visit.flow.text);
    made.target = visit.flow.text;
    to.push_back(std::move(made));
  }
  void add_step(const EndNode& end, std::vector<ChartBox>& to) {
    to.push_back(box(BoxKind::end, end.ask_before ? "end and ask before going back" : "end"));
  }
  void add_step(const FollowUpNode& follow, std::vector<ChartBox>& to) {
    using When = FollowUp::When;
    const std::string when = follow.when == When::tomorrow_morning   ? "tomorrow morning"
                             : follow.when == When::tomorrow_evening ? "tomorrow evening"
                             : follow.when == When::after ? "in " + duration_words(follow.after)
                                                          : "at " + spaced(follow.slot.text);
    ChartBox made = box(BoxKind::act, "follow up " + when + " with " + follow.part.text);
    made.target = follow.part.text;
    to.push_back(std::move(made));
  }
  void add_step(const ShowNode& show, std::vector<ChartBox>& to) {
    static const std::map<Show::What, std::string> words = {
        {Show::What::help_lines, "show help lines"}, {Show::What::list, "show list"},
        {Show::What::breathing, "show breathing"},   {Show::What::quick_exit, "show quick exit"},
        {Show::What::export_data, "show export"},    {Show::What::known, "show what is known"}};
    const std::string argument = show.argument.empty() ? "" : ": " + spaced(show.argument.text);
    to.push_back(box(BoxKind::act, words.at(show.what) + argument));
  }
  void add_step(const UseNode& use, std::vector<ChartBox>& to) {
    to.push_back(box(BoxKind::act, "use " + use.ability.text + " on " + spaced(joined(use.slots)) +
                                       " into " + spaced(use.into.text)));
  }
  void add_step(const DoNode&, std::vector<ChartBox>& to) {
    to.push_back(box(BoxKind::act, "do what was asked for"));
  }

  static std::string duration_words(Duration duration) {
    const int64_t minutes = duration / 60'000;
    const int64_t hours = minutes / 60;
    if (minutes == 0) return counted(static_cast<size_t>(duration / 1000), "second");
    if (hours == 0 || minutes % 60 != 0) return counted(static_cast<size_t>(minutes), "minute");
    if (hours % 24 != 0) return counted(static_cast<size_t>(hours), "hour");
    return counted(static_cast<size_t>(hours / 24), "day");
  }

  void link(std::vector<ChartBox>& boxes) {
    for (ChartBox& box : boxes) {
      const bool within = box.kind == BoxKind::go_part || box.kind == BoxKind::act;
      const auto at = within ? first_.find(box.target) : first_.end();
      if (at != first_.end() && !box.target.empty()) {
        box.target_number = at->second;
        for (ChartPart& part : chart_.parts) {
          if (part.id == box.target) part.from.push_back(box.number);
        }
      }
      for (ChartWay& way : box.ways) link(way.boxes);
    }
  }

  const FlowNode& flow_;
  Chart chart_;
  std::set<std::string> parts_;
  std::map<std::string, uint32_t> first_;
  uint32_t numbers_ = 0;
};

}  // namespace

bool goes_on(const ChartBox& box) {
  if (box.kind == BoxKind::end || box.kind == BoxKind::go_part || box.kind == BoxKind::go_flow)
    return false;
  if (box.ways.empty()) return true;
  return std::any_of(box.ways.begin(), box.ways.end(),
                     [](const ChartWay& way) { return goes_on(way.boxes); });
}

bool goes_on(const std::vector<ChartBox>& boxes) {
  return boxes.empty() || goes_on(boxes.back());
}

Chart chart_of(const FlowNode& flow) {
  return Charter(flow).run();
}

}  // namespace keel
