#include "talk/coverage.h"

#include <algorithm>
#include <array>
#include <set>

namespace keel {
namespace {

using Kind = CoverageItem::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 5> kinds = {{
    {Kind::part, "parts"},
    {Kind::question, "questions"},
    {Kind::reply, "replies"},
    {Kind::branch, "branches"},
    {Kind::line, "lines"},
}};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  size_t begin = 0;
  while (begin < text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string_view trimmed(std::string_view line) {
  while (line.starts_with(' ')) line.remove_prefix(1);
  while (line.ends_with(' ')) line.remove_suffix(1);
  return line;
}

// What was run and said, to be asked quickly.
struct Ran {
  std::set<std::string> lines;
  std::map<std::string, std::set<Address>> at;
  std::map<std::string, std::set<Address>> held, failed;  // of branches

  explicit Ran(const Watched& watched) {
    lines.insert(watched.lines.begin(), watched.lines.end());
    lines.insert(watched.seen.added.begin(), watched.seen.added.end());
    for (const Seen::Ran& ran : watched.seen.ran) {
      at[ran.flow].insert(ran.at);
      (ran.held ? held : failed)[ran.flow].insert(ran.at);
    }
  }
  static bool has(const std::map<std::string, std::set<Address>>& all, const std::string& flow,
                  Address at) {
    const auto found = all.find(flow);
    return found != all.end() && found->second.contains(at);
  }
};

class FlowItems {
 public:
  FlowItems(const Flow& flow, const Ran& ran, std::vector<std::string> source)
      : flow_(flow), ran_(ran), source_(std::move(source)) {}

  std::vector<CoverageItem> take() {
    parts();
    if (flow_.returning) line(*flow_.returning);
    for (Address at = 0; at < flow_.code.size(); ++at) {
      at_ = at;
      std::visit([this](const auto& step) { item(step); }, flow_.code[at].step);
    }
    std::stable_sort(items_.begin(), items_.end(),
                     [](const CoverageItem& a, const CoverageItem& b) { return a.line < b.line; });
    return std::move(items_);
  }

 private:
  bool ran(Address at) const { return Ran::has(ran_.at, flow_.id, at); }
  uint32_t here() const { return flow_.code[at_].place.line; }

  void add(Kind kind, uint32_t line, std::string text, bool done) {
    items_.push_back({kind, line, std::move(text), done});
  }

  void parts() {
    for (const auto& [name, at] : flow_.parts) {
      const std::string heading = name.empty() ? "flow " + flow_.id : "part " + name;
      add(Kind::part, line_of(heading, 0, flow_.code[at].place.line), heading, ran(at));
    }
  }

  template <class Step>
  void item(const Step&) {}

  void item(const Say& say) { speech(say.speech); }

  void item(const Ask& ask) {
    add(Kind::question, here(), "question " + ask.id, ran(at_));
    speech(ask.speech);
    for (const Line& again : ask.again) line(again);
    for (const Line& why : ask.why) line(why);
    replies(ask.replies);
    if (ask.any_other) arm("any other answer", *ask.any_other);
    if (ask.skipped) arm("if skipped", *ask.skipped);
  }

  void item(const Wait& wait) {
    add(Kind::question, here(), "wait", ran(at_));
    replies(wait.replies);
  }

  void item(const Branch&) {
    add(Kind::branch, here(), "never true", Ran::has(ran_.held, flow_.id, at_));
    add(Kind::branch, here(), "never false", Ran::has(ran_.failed, flow_.id, at_));
  }

  void speech(const Speech& speech) {
    for (const auto* lines : {&speech.plain, &speech.conditional, &speech.additions}) {
      for (const Line& one : *lines) line(one);
    }
  }

  void line(const Line& line) {
    const size_t index = line.place.line;
    std::string text = index > 0 && index <= source_.size()
                           ? std::string(trimmed(source_[index - 1]))
                           : "line " + line.id;
    add(Kind::line, line.place.line, std::move(text), ran_.lines.contains(line.id));
  }

  void replies(const std::vector<Reply>& replies) {
    for (const Reply& reply : replies) arm("* " + reply.label, reply.body);
  }

  void arm(const std::string& written, Address body) {
    add(Kind::reply, line_of(written, here(), flow_.code[body].place.line), written, ran(body));
  }

  // The file's line that reads so, from `after` on; `otherwise` where there is none.
  uint32_t line_of(const std::string& written, uint32_t after, uint32_t otherwise) const {
    for (size_t i = after; i < source_.size(); ++i) {
      if (trimmed(source_[i]) == written) return static_cast<uint32_t>(i + 1);
    }
    return otherwise;
  }

  const Flow& flow_;
  const Ran& ran_;
  std::vector<std::string> source_;
  std::vector<CoverageItem> items_;
  Address at_ = 0;
};

std::string counted(Share share) {
  std::string words = std::to_string(share.done) + " of " + std::to_string(share.all);
  return words;
}

std::string shares(const std::array<Share, kinds.size()>& all) {
  std::string words;
  for (size_t i = 0; i < kinds.size(); ++i) {
    if (all[i].all == 0) continue;
    words += (words.empty() ? "" : ", ") + std::string(kinds[i].second) + " " + counted(all[i]);
  }
  return words;
}

}  // namespace

Share FlowCoverage::share(CoverageItem::Kind kind) const {
  Share share;
  for (const CoverageItem& item : items) {
    if (item.kind != kind) continue;
    ++share.all;
    share.done += item.done ? 1 : 0;
  }
  return share;
}

Share FlowCoverage::share() const {
  Share share;
  share.all = items.size();
  share.done = static_cast<size_t>(
      std::count_if(items.begin(), items.end(), [](const CoverageItem& i) { return i.done; }));
  return share;
}

std::string_view name_of(CoverageItem::Kind kind) {
  return kinds[static_cast<size_t>(kind)].second;
}

Coverage cover(const Program& program, const Watched& watched, const Texts& texts) {
  const Ran ran(watched);
  Coverage coverage;
  for (const auto& [id, flow] : program.flows) {
    FlowCoverage one;
    one.flow = id;
    if (flow.file < program.files.size()) one.path = program.files[flow.file];
    const auto text = texts.find(one.path);
    one.items = FlowItems(flow, ran,
                          text == texts.end() ? std::vector<std::string>() : lines_of(text->second))
                    .take();
    coverage.flows.push_back(std::move(one));
  }
  return coverage;
}

std::string in_words(const Coverage& coverage) {
  std::array<Share, kinds.size()> total;
  std::string flows, never;
  for (const FlowCoverage& flow : coverage.flows) {
    std::array<Share, kinds.size()> own;
    for (size_t i = 0; i < kinds.size(); ++i) {
      own[i] = flow.share(kinds[i].first);
      total[i].done += own[i].done;
      total[i].all += own[i].all;
    }
    flows += flow.flow + ": " + shares(own) + "\n";
    for (const CoverageItem& item : flow.items) {
      if (!item.done)
        never += flow.path + ":" + std::to_string(item.line) + ": " + item.text + "\n";
    }
  }
  std::string out =
      flows + std::to_string(coverage.flows.size()) + " flows: " + shares(total) + "\n";
  if (!never.empty()) out += "\nnever run or said:\n" + never;
  return out;
}

}  // namespace keel
