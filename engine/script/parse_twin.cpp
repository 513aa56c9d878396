// A twin: a flow's words in another language, without its logic.
#include <algorithm>
#include <array>

#include "script/did_you_mean.h"
#include "script/parse.h"
#include "script/parse_parts.h"

namespace keel {
namespace {

using Kind = TwinLine::Kind;

struct LineForm {
  std::string_view opening;
  Kind kind;
};

constexpr std::array<LineForm, 6> line_forms{{{"Coach:", Kind::coach},
                                              {"or:", Kind::variant},
                                              {"or if:", Kind::or_if},
                                              {"and if:", Kind::and_if},
                                              {"again:", Kind::again},
                                              {"why:", Kind::why}}};

constexpr std::array<std::string_view, 6> head_keys{"language", "title",     "offer",
                                                    "why",      "returning", "of"};
constexpr std::array<std::string_view, 11> logic_keys{"sources", "start on", "keep",  "forget",
                                                      "never",   "always",   "needs", "gives",
                                                      "was",     "moved",    "define"};
constexpr std::array<std::string_view, 20> logic_words{
    "ask", "as",  "if",   "or if", "and if",    "otherwise", "any other answer",
    "set", "add", "note", "clear", "go to",     "visit",     "end",
    "do",  "use", "wait", "show",  "follow up", "offer"};

bool opens(std::string_view line, std::string_view words) {
  return line.starts_with(words) && (line.size() == words.size() || line[words.size()] == ' ');
}

class TwinParser {
 public:
  TwinParser(const Source& source, Report& report) : context_{source, report} {
    twin_.source = &source;
  }

  TwinNode parse(const std::string& language) {
    twin_.language = language;
    const std::vector<RawLine> lines = read_lines(context_.source, context_.report);
    size_t at = parse_first(lines);
    while (at < lines.size() && head_line(lines[at])) ++at;
    check_language();
    for (; at < lines.size(); ++at) statement(lines[at]);
    return std::move(twin_);
  }

 private:
  size_t parse_first(const std::vector<RawLine>& lines) {
    if (!lines.empty() && opens(lines[0].text, "flow")) {
      Tokens tokens(context_.source, lines[0].span);
      tokens.take("flow");
      twin_.id = take_id(context_, tokens, "flow");
      return 1;
    }
    context_.error("K010", lines.empty() ? Span{0, 0} : lines[0].span,
                   "the file does not begin with its flow", "flow ID");
    return 0;
  }

  // False: the head is over.
  bool head_line(const RawLine& line) {
    const std::string_view key = line.text.substr(0, line.text.find(':'));
    const bool colon = key.size() < line.text.size();
    if (std::find(logic_keys.begin(), logic_keys.end(), key) != logic_keys.end() ||
        opens(line.text, "define")) {
      refuse_logic(line);
      return true;
    }
    if (!colon || std::find(head_keys.begin(), head_keys.end(), key) == head_keys.end())
      return false;
    refuse_children(context_, line);
    const Words words = after_colon(context_, line);
    if (words.empty()) {
      context_.error("K007", line.span, "nothing stands after the colon");
    } else if (key == "language") {
      language_ = words;
    } else if (key == "of") {
      twin_.of = words;
    } else {
      Words& field = key == "title"   ? twin_.title
                     : key == "offer" ? twin_.offer
                     : key == "why"   ? twin_.why
                                      : twin_.returning;
      field = words;
    }
    return true;
  }

  void check_language() {
    if (language_ && language_->text == twin_.language) return;
    context_.error("K169", language_ ? language_->span : twin_.id.span,
                   language_ ? "this twin stands in the folder " + quoted(twin_.language)
                             : "a twin says in which language it is",
                   "language: " + twin_.language);
  }

  void refuse_logic(const RawLine& line) {
    context_.error("K164", line.span, "a twin holds words alone",
                   "this stands in the original: leave it out here");
  }

  void statement(const RawLine& line) {
    if (opens(line.text, "part")) {
      Tokens tokens(context_.source, line.span);
      tokens.take("part");
      add(Kind::part, take_id(context_, tokens, "part"));
      return;
    }
    if (opens(line.text, "*")) return replies({&line});
    if (line.text.starts_with("Coach:")) return coach(line);
    refuse(line);
  }

  // Lines, other words, reasons, labels, and only then what stands under the labels.
  void coach(const RawLine& line) {
    spoken(line, Kind::coach);
    std::vector<const RawLine*> labels;
    std::vector<const RawLine*> others;
    for (const RawLine& child : line.children) {
      const std::optional<Kind> kind = kind_of(child);
      if (opens(child.text, "*")) {
        labels.push_back(&child);
      } else if (kind && *kind != Kind::coach && *kind != Kind::again && *kind != Kind::why) {
        spoken(child, *kind);
      } else if (!kind || *kind == Kind::coach) {
        others.push_back(&child);
      }
    }
    for (const Kind wanted : {Kind::again, Kind::why}) {
      for (const RawLine& child : line.children) {
        if (kind_of(child) == wanted) spoken(child, wanted);
      }
    }
    replies(labels);
    for (const RawLine* other : others) statement(*other);
  }

  static std::optional<Kind> kind_of(const RawLine& line) {
    for (const LineForm& form : line_forms) {
      if (line.text.starts_with(form.opening)) return form.kind;
    }
    return std::nullopt;
  }

  void spoken(const RawLine& line, Kind kind) {
    if (kind != Kind::coach) refuse_children(context_, line);
    Words words = after_colon(context_, line);
    if (words.empty()) context_.error("K007", line.span, "nothing is said on this line");
    add(kind, std::move(words));
  }

  void replies(const std::vector<const RawLine*>& all) {
    std::vector<const RawLine*> inside;
    for (const RawLine* line : all) {
      Words label = words_in(context_.source, {line->span.begin + 1, line->span.end});
      if (label.empty()) context_.error("K007", line->span, "a reply without a label", "* LABEL");
      add(Kind::reply, std::move(label));
      for (const RawLine& child : line->children) {
        const bool like = child.text.starts_with("like:");
        if (!like && !child.text.starts_with("only like:")) {
          inside.push_back(&child);
          continue;
        }
        TwinLine& reply = twin_.lines.back();
        (like ? reply.like : reply.only_like).push_back(after_colon(context_, child));
      }
    }
    for (const RawLine* line : inside) statement(*line);
  }

  void refuse(const RawLine& line) {
    if (line.misplaced) return;
    for (const std::string_view word : logic_words) {
      if (opens(line.text, word)) return refuse_logic(line);
    }
    if (kind_of(line)) {
      return context_.error("K006", line.span, "this line belongs under `Coach:`",
                            "children stand 2 spaces deeper than their parent");
    }
    std::vector<std::string> known;
    for (const LineForm& form : line_forms) known.emplace_back(form.opening);
    for (const std::string_view key : head_keys) known.push_back(std::string(key) + ":");
    const std::string_view first = line.text.substr(0, line.text.find(' '));
    context_.error("K004", line.span, "no line of a twin begins like this",
                   did_you_mean(first, known));
  }

  void add(Kind kind, Words words) { twin_.lines.push_back({kind, std::move(words), {}, {}}); }

  Context context_;
  TwinNode twin_;
  std::optional<Words> language_;
};

}  // namespace

TwinNode parse_twin(const Source& source, const std::string& language, Report& report) {
  const size_t before = report.diagnostics().size();
  TwinNode twin = TwinParser(source, report).parse(language);
  twin.has_mistakes = report.diagnostics().size() > before;
  return twin;
}

}  // namespace keel
