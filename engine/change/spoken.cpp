#include "change/spoken.h"

#include "dialog/landing.h"

namespace keel {
namespace {

std::string inside(const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::literal:
    case Piece::Kind::slot:
      return piece.text;
    case Piece::Kind::last_slot:
      return "last " + piece.text;
    case Piece::Kind::day_of:
      return "day of " + piece.text;
    case Piece::Kind::heard:
      return "heard " + piece.text;
    case Piece::Kind::who:
      return "who";
    case Piece::Kind::them:
      return "them";
    case Piece::Kind::they:
      return "they";
    case Piece::Kind::their:
      return "their";
    case Piece::Kind::they_verb:
      return "they " + piece.text;
  }
  return "";
}

class Collector {
 public:
  Collector(const Program& program, const Flow& flow) : flow_(flow) {
    if (flow.file < program.files.size()) path_ = program.files[flow.file];
  }

  std::vector<SpokenLine> take() {
    add("title", "head", flow_.title, 0);
    add("offer", "head", flow_.offer, 0);
    add("why", "head", flow_.why, 0);
    if (flow_.returning) add("returning", "head", *flow_.returning);
    for (at_ = 0; at_ < flow_.code.size(); ++at_) {
      std::visit([this](const auto& step) { collect(step); }, flow_.code[at_].step);
    }
    return std::move(lines_);
  }

 private:
  void add(const char* role, const std::string& spot, const std::string& text, uint32_t line) {
    if (!text.empty()) lines_.push_back({role, spot, text, path_, line});
  }

  void add(const char* role, const std::string& spot, const Line& line) {
    add(role, spot, as_written(line.pieces), line.place.line);
  }

  void collect(const Speech& speech, const std::string& spot) {
    for (const auto* lines : {&speech.plain, &speech.conditional, &speech.additions}) {
      for (const Line& line : *lines) add("Coach", spot, line);
    }
  }

  void collect(const std::vector<Reply>& replies, const std::string& spot) {
    const uint32_t line = flow_.code[at_].place.line;
    for (const Reply& reply : replies) add("reply", spot, reply.label, line);
  }

  template <class Step>
  void collect(const Step&) {}

  void collect(const Say& say) { collect(say.speech, part_at(flow_, at_)); }

  void collect(const Ask& ask) {
    collect(ask.speech, ask.id);
    for (const Line& again : ask.again) add("again", ask.id, again);
    for (const Line& why : ask.why) add("why", ask.id, why);
    collect(ask.replies, ask.id);
  }

  void collect(const Wait& wait) { collect(wait.replies, wait.id); }

  const Flow& flow_;
  std::string path_;
  std::vector<SpokenLine> lines_;
  Address at_ = 0;
};

}  // namespace

std::string as_written(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    std::string words = inside(piece);
    if (piece.kind == Piece::Kind::literal) {
      text += words;
      continue;
    }
    if (piece.capital && !words.empty() && words[0] >= 'a' && words[0] <= 'z') {
      words[0] = static_cast<char>(words[0] - 'a' + 'A');
    }
    text += "{" + words + "}";
  }
  return text;
}

std::vector<SpokenLine> spoken_lines(const Program& program, const Flow& flow) {
  return Collector(program, flow).take();
}

}  // namespace keel
