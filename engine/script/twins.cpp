#include "script/twins.h"

#include <algorithm>

#include "script/check_twin.h"
#include "script/did_you_mean.h"

namespace keel {
namespace {

using Kind = TwinLine::Kind;

bool may_be_unknown(Piece::Kind kind) {
  return kind == Piece::Kind::slot || kind == Piece::Kind::last_slot ||
         kind == Piece::Kind::day_of || kind == Piece::Kind::heard;
}

// Puts the words of a twin into a copy of the compiled flow, instruction by instruction.
class Graft {
 public:
  Graft(const Original& original, const TwinNode& twin, const Names& names, Report& report)
      : twin_(twin),
        flow_(original.lowered->flow),
        stub_(stub_of(twin)),
        out_(*original.lowered),
        scope_{stub_, names, slots_of(names, twin.id.text), report, out_, {}} {}

  Flow run() {
    flow_.title = twin_.title.text;
    flow_.offer = twin_.offer.empty() ? twin_.title.text : twin_.offer.text;
    flow_.why = twin_.why.text;
    if (flow_.returning) say(*flow_.returning, twin_.returning);
    for (Instruction& instruction : flow_.code) {
      if (auto* step = std::get_if<Say>(&instruction.step)) speech(step->speech);
      if (auto* step = std::get_if<Ask>(&instruction.step)) ask(*step);
      if (auto* step = std::get_if<Wait>(&instruction.step)) replies(step->replies, step->matcher);
    }
    return std::move(flow_);
  }

 private:
  static FlowNode stub_of(const TwinNode& twin) {
    FlowNode node;
    node.source = twin.source;
    node.base = twin.base;
    node.id = twin.id;
    return node;
  }
  static const Slots& slots_of(const Names& names, const std::string& flow) {
    static const Slots none;
    const auto slots = names.flows.find(flow);
    return slots == names.flows.end() ? none : slots->second;
  }

  const TwinLine& next() {
    while (twin_.lines[at_].kind == Kind::part) ++at_;
    return twin_.lines[at_++];
  }

  void say(Line& line, const Words& words) {
    std::vector<Piece> pieces = pieces_of(scope_, words);
    for (const Piece& piece : pieces) {
      if (!may_be_unknown(piece.kind)) continue;
      const bool in_original = std::any_of(
          line.pieces.begin(), line.pieces.end(),
          [&](const Piece& own) { return own.kind == piece.kind && own.text == piece.text; });
      if (in_original) continue;
      scope_.error("K167", words.span, "the original does not say " + quoted(piece.text) + " here",
                   "where it is unknown, nothing could be said");
    }
    line.pieces = std::move(pieces);
  }

  void speech(Speech& speech) {
    size_t plain = 0;
    size_t conditional = 0;
    size_t additions = 0;
    const size_t all = speech.plain.size() + speech.conditional.size() + speech.additions.size();
    for (size_t i = 0; i < all; ++i) {
      const TwinLine& line = next();
      Line& own = line.kind == Kind::or_if    ? speech.conditional[conditional++]
                  : line.kind == Kind::and_if ? speech.additions[additions++]
                                              : speech.plain[plain++];
      say(own, line.text);
    }
  }

  void ask(Ask& ask) {
    speech(ask.speech);
    for (Line& line : ask.again) say(line, next().text);
    for (Line& line : ask.why) say(line, next().text);
    replies(ask.replies, ask.matcher);
  }

  void replies(std::vector<Reply>& replies, ReplyMatcher& matcher) {
    std::vector<ReplyNode> nodes;
    const std::vector<ReplyForms> forms = matcher.forms();
    for (size_t i = 0; i < replies.size(); ++i) {
      const TwinLine& line = next();
      ReplyNode node;
      node.label = line.text;
      node.like = line.like;
      node.only_like = line.only_like;
      if (i < forms.size() && !forms[i].value.empty()) {
        node.as.emplace();
        node.as->words.text = forms[i].value;
      }
      replies[i].label = line.text.text;
      nodes.push_back(std::move(node));
    }
    matcher = lower_matcher(scope_, nodes, replies);
  }

  const TwinNode& twin_;
  Flow flow_;
  FlowNode stub_;
  Lowered out_;
  FlowScope scope_;
  size_t at_ = 0;
};

const Original* original_of(const std::vector<Original>& originals, const std::string& id) {
  const auto found = std::find_if(originals.begin(), originals.end(),
                                  [&](const Original& one) { return one.node->id.text == id; });
  return found == originals.end() ? nullptr : &*found;
}

void lower_twin(const TwinNode& twin, const Names& names, const std::vector<Original>& originals,
                Report& report, Twins& twins) {
  const Original* original = original_of(originals, twin.id.text);
  if (original == nullptr) {
    if (twin.base || names.flows.contains(twin.id.text)) return;
    std::string hint = did_you_mean(twin.id.text, names.flow_ids());
    if (hint.empty()) hint = "the original is a flow in the folder above";
    report.add("K160", *twin.source, twin.id.span, "no flow named " + quoted(twin.id.text),
               std::move(hint));
    return;
  }
  // A flow that a pack words anew has not the lines of the twin that came with the old one.
  if (twin.has_mistakes || (twin.base && !original->node->base)) return;
  const size_t before = report.diagnostics().size();
  if (!check_twin(*original->node, twin, report)) return;
  Flow flow = Graft(*original, twin, names, report).run();
  const auto& found = report.diagnostics();
  const bool right = std::all_of(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                                 [](const Diagnostic& d) { return d.severity != Severity::error; });
  if (!right) return;
  if (!twins[twin.language].emplace(twin.id.text, std::move(flow)).second) {
    report.add("K160", *twin.source, twin.id.span,
               "a second twin of flow " + quoted(twin.id.text) + " in this language",
               "keep one of the two files");
  }
}

}  // namespace

Twins lower_twins(const PackNodes& pack, const Names& names, const std::vector<Original>& originals,
                  Report& report) {
  Twins twins;
  for (const TwinNode& twin : pack.twins) {
    if (!twin.id.empty()) lower_twin(twin, names, originals, report, twins);
  }
  return twins;
}

}  // namespace keel
