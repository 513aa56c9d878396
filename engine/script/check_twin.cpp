#include "script/check_twin.h"

#include <algorithm>
#include <array>

#include "script/did_you_mean.h"
#include "script/spoken.h"

namespace keel {
namespace {

using Kind = TwinLine::Kind;

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 8> names{
      "part", "Coach:", "or:", "or if:", "and if:", "again:", "why:", "* LABEL"};
  return names[static_cast<size_t>(kind)];
}

struct Line {
  Kind kind = Kind::coach;
  const Words* words = nullptr;
};
// The lines of one part; those above the first one have an empty name.
struct Section {
  const Words* part = nullptr;
  std::vector<Line> lines;
  std::string name() const { return part == nullptr ? "" : part->text; }
};

template <class Lines>
std::vector<Section> sections_of(const Lines& lines) {
  std::vector<Section> sections(1);
  for (const Line& line : lines) {
    if (line.kind == Kind::part) {
      sections.push_back({line.words, {}});
    } else {
      sections.back().lines.push_back(line);
    }
  }
  return sections;
}

std::vector<Line> lines_of(const FlowNode& flow) {
  std::vector<Line> lines;
  for (const SpokenLine& line : spoken_lines(flow)) lines.push_back({line.kind, line.words});
  return lines;
}

std::vector<Line> lines_of(const TwinNode& twin) {
  std::vector<Line> lines;
  for (const TwinLine& line : twin.lines) lines.push_back({line.kind, &line.text});
  return lines;
}

std::string cut(const std::string& text) {
  constexpr size_t shown_max = 48;
  if (text.size() <= shown_max) return quoted(text);
  const size_t space = text.rfind(' ', shown_max);
  return quoted(text.substr(0, space == std::string::npos ? shown_max : space) + " …");
}

class TwinCheck {
 public:
  TwinCheck(const FlowNode& original, const TwinNode& twin, Report& report)
      : original_(original), twin_(twin), report_(report) {}

  bool check() {
    const size_t before = report_.diagnostics().size();
    check_head();
    const std::vector<Section> wanted = sections_of(lines_of(original_));
    const std::vector<Section> given = sections_of(lines_of(twin_));
    if (check_parts(wanted, given)) {
      for (const Section& section : given) check_lines(*find(wanted, section.name()), section);
    }
    return report_.diagnostics().size() == before;
  }

  void check_fresh() {
    if (!twin_.of) {
      return add("K168", twin_.id.span, "this twin does not say which words it was made from",
                 "when it fits the original, run: keel twin --write");
    }
    const std::vector<std::string> now = marks_of(original_);
    std::vector<std::string> then;
    for (size_t at = 0; at + 4 <= twin_.of->text.size(); at += 5)
      then.push_back(twin_.of->text.substr(at, 4));
    if (now == then) return;
    if (now.size() != then.size()) {
      return add("K168", twin_.of->span, "the original has other lines than when this was made",
                 "look through it, then run: keel twin --write");
    }
    const auto changed = static_cast<size_t>(
        std::mismatch(now.begin(), now.end(), then.begin()).first - now.begin());
    const Words& original = *all_words(original_)[changed];
    add("K168", all_words(twin_)[changed]->span,
        "the original has changed, and says now: " + cut(original.text),
        original_.source->path() + ":" +
            std::to_string(original_.source->position(original.span.begin).line) +
            "; once this fits, run: keel twin --write");
  }

 private:
  void add(std::string_view code, Span span, std::string message, std::string hint) {
    report_.add(code, *twin_.source, span, std::move(message), std::move(hint));
  }

  void check_head() {
    check_head_line("title", original_.title, twin_.title);
    check_head_line("offer", original_.offer, twin_.offer);
    check_head_line("why", original_.why, twin_.why);
    check_head_line("returning", original_.returning, twin_.returning);
  }

  void check_head_line(const std::string& key, const Words& wanted, const Words& given) {
    if (wanted.empty() == given.empty()) return;
    if (given.empty()) {
      add("K161", twin_.id.span, "`" + key + ":` is missing",
          "the original says: " + cut(wanted.text));
    } else {
      add("K162", given.span, "the original has no `" + key + ":`", "take the line out");
    }
  }

  static const Section* find(const std::vector<Section>& sections, const std::string& name) {
    for (const Section& section : sections) {
      if (section.name() == name) return &section;
    }
    return nullptr;
  }

  bool check_parts(const std::vector<Section>& wanted, const std::vector<Section>& given) {
    const size_t before = report_.diagnostics().size();
    std::vector<std::string> names;
    for (const Section& section : wanted) {
      names.push_back(section.name());
      // A part in which nothing is said need not be there.
      if (!section.lines.empty() && find(given, section.name()) == nullptr) {
        add("K165", twin_.id.span, "part " + quoted(section.name()) + " is missing",
            "part " + section.name() + ", and what is said in it");
      }
    }
    size_t at = 0;
    for (const Section& section : given) {
      const auto found = std::find(names.begin(), names.end(), section.name());
      if (found == names.end()) {
        add("K165", section.part->span, "the original has no part named " + quoted(section.name()),
            did_you_mean(section.name(), names));
        continue;
      }
      const auto place = static_cast<size_t>(found - names.begin());
      if (place < at) {
        add("K165", section.part->span,
            "part " + quoted(section.name()) + " stands in another place than in the original",
            "the parts follow each other as they do there");
      }
      at = std::max(at, place);
    }
    return report_.diagnostics().size() == before;
  }

  // The first difference of a part; what follows it would be guesswork.
  void check_lines(const Section& wanted, const Section& given) {
    const size_t both = std::min(wanted.lines.size(), given.lines.size());
    for (size_t i = 0; i < both; ++i) {
      if (wanted.lines[i].kind == given.lines[i].kind) continue;
      const auto next = [i](const Section& a, const Section& b) {
        return i + 1 < a.lines.size() && a.lines[i + 1].kind == b.lines[i].kind;
      };
      const bool fewer = wanted.lines.size() > given.lines.size();
      const bool more = wanted.lines.size() < given.lines.size();
      if (fewer && next(wanted, given)) return missing(wanted.lines[i], given.lines[i].words->span);
      if (more && next(given, wanted)) return too_many(given.lines[i]);
      return add("K163", given.lines[i].words->span,
                 "the original has `" + std::string(name_of(wanted.lines[i].kind)) + "` here",
                 "it says: " + cut(wanted.lines[i].words->text));
    }
    if (wanted.lines.size() > both) {
      const Span last = given.lines.empty()
                            ? (given.part == nullptr ? twin_.id.span : given.part->span)
                            : given.lines.back().words->span;
      missing(wanted.lines[both], last);
    } else if (given.lines.size() > both) {
      too_many(given.lines[both]);
    }
  }

  void missing(const Line& line, Span near) {
    const bool label = line.kind == Kind::reply;
    add(label ? "K166" : "K161", near,
        label ? "a reply of the original has no label here"
              : "a line of the original is missing here: `" + std::string(name_of(line.kind)) + "`",
        "it says: " + cut(line.words->text));
  }

  void too_many(const Line& line) {
    add("K162", line.words->span, "the original has no such line here",
        "take it out, or look for the line above that is one too many");
  }

  static std::vector<const Words*> all_words(const FlowNode& flow) {
    std::vector<const Words*> all = spoken_head(flow);
    for (const SpokenLine& line : spoken_lines(flow)) {
      if (line.kind != Kind::part) all.push_back(line.words);
    }
    return all;
  }
  static std::vector<const Words*> all_words(const TwinNode& twin) {
    std::vector<const Words*> all;
    for (const Words* words : {&twin.title, &twin.offer, &twin.why, &twin.returning}) {
      if (!words->empty()) all.push_back(words);
    }
    for (const TwinLine& line : twin.lines) {
      if (line.kind != Kind::part) all.push_back(&line.text);
    }
    return all;
  }

  const FlowNode& original_;
  const TwinNode& twin_;
  Report& report_;
};

}  // namespace

bool check_twin(const FlowNode& original, const TwinNode& twin, Report& report) {
  TwinCheck check(original, twin, report);
  if (!check.check()) return false;
  check.check_fresh();
  return true;
}

}  // namespace keel
