#include "talk/talk.h"

#include <algorithm>
#include <utility>

#include "talk/line_diff.h"

namespace keel {
namespace {

constexpr size_t lines_before_max = 3;

class TalkRun {
 public:
  TalkRun(const Program& program, Between between, Watched* watched)
      : player_(program, between, watched) {}

  void line(const TalkLine& line) {
    switch (line.kind) {
      case TalkLine::Kind::nothing:
        return note(line);
      case TalkLine::Kind::wrong:
        return wrong(line, line.text);
      case TalkLine::Kind::coach:
        player_.open();
        expected_.push_back(line);
        return;
      case TalkLine::Kind::slot:
      case TalkLine::Kind::journal:
      case TalkLine::Kind::safety:
      case TalkLine::Kind::ends:
        player_.open();
        write_said();
        return check(line);
      default:
        return act(line);
    }
  }

  bool stopped() const { return talk_.stopped; }

  Talk finish() {
    if (!talk_.stopped) {
      player_.open();
      close_block();
    }
    return std::move(talk_);
  }

 private:
  // A comment stands before the person's next line, so what was said is written down first.
  void note(const TalkLine& line) {
    write_said();
    talk_.written_anew += line.written + "\n";
  }

  void act(const TalkLine& line) {
    const bool sets_the_scene = line.kind == TalkLine::Kind::at ||
                                line.kind == TalkLine::Kind::language ||
                                line.kind == TalkLine::Kind::start;
    if (!sets_the_scene) player_.open();
    close_block();
    block_line_ = line.number;
    const std::string problem = player_.act(line);
    if (!problem.empty()) wrong(line, problem);
    talk_.stopped = !problem.empty();
    wrote(line.written);
  }

  void wrong(const TalkLine& line, const std::string& problem) {
    talk_.mismatches.push_back({line.number, problem, {line.written}, {}, context(), ""});
  }

  void check(const TalkLine& line) {
    const std::string truth = player_.truth_of(line);
    if (truth != line.written) {
      talk_.mismatches.push_back(
          {line.number, "", {line.written}, {truth}, context(), player_.heard()});
    }
    talk_.written_anew += truth + "\n";
  }

  void write_said() {
    for (std::string& said : player_.take_lines()) {
      wrote(said);
      said_.push_back(std::move(said));
    }
  }

  // Up to the person's next line: what stands in the file against what was said.
  void close_block() {
    const std::vector<std::string> led_here = context();
    write_said();
    std::vector<std::string> written;
    for (const TalkLine& line : expected_) written.push_back(line.written);
    for (const LineHunk& hunk : line_diff(written, said_)) {
      Mismatch mismatch;
      mismatch.line = line_of(hunk);
      mismatch.expected.assign(written.begin() + static_cast<ptrdiff_t>(hunk.old_begin),
                               written.begin() + static_cast<ptrdiff_t>(hunk.old_end));
      mismatch.actual.assign(said_.begin() + static_cast<ptrdiff_t>(hunk.new_begin),
                             said_.begin() + static_cast<ptrdiff_t>(hunk.new_end));
      mismatch.before = led_here_or(led_here, hunk.new_begin);
      mismatch.heard = player_.heard();
      talk_.mismatches.push_back(std::move(mismatch));
    }
    expected_.clear();
    said_.clear();
  }

  int line_of(const LineHunk& hunk) const {
    if (hunk.old_begin < hunk.old_end) return expected_[hunk.old_begin].number;
    return hunk.old_begin == 0 ? block_line_ + 1 : expected_[hunk.old_begin - 1].number + 1;
  }

  // The lines of this block that came before the hunk, and before them the person's.
  std::vector<std::string> led_here_or(const std::vector<std::string>& led_here,
                                       size_t said) const {
    std::vector<std::string> before = led_here;
    before.insert(before.end(), said_.begin(), said_.begin() + static_cast<ptrdiff_t>(said));
    if (before.size() > lines_before_max) {
      before.erase(before.begin(), before.end() - static_cast<ptrdiff_t>(lines_before_max));
    }
    return before;
  }

  void wrote(const std::string& line) {
    talk_.written_anew += line + "\n";
    recent_.push_back(line);
  }

  std::vector<std::string> context() const {
    const size_t said = std::min(recent_.size(), said_.size());
    const size_t end = recent_.size() - said;
    const size_t begin = end > lines_before_max ? end - lines_before_max : 0;
    return {recent_.begin() + static_cast<ptrdiff_t>(begin),
            recent_.begin() + static_cast<ptrdiff_t>(end)};
  }

  Player player_;
  Talk talk_;
  std::vector<TalkLine> expected_;   // of this block
  std::vector<std::string> said_;    // in this block
  std::vector<std::string> recent_;  // every line as it went
  int block_line_ = 0;               // the person's line that this block answers
};

std::string without_mark(const std::string& line) {
  return line.starts_with("Coach: ") ? line.substr(7) : line;
}

bool all_coach(const std::vector<std::string>& lines) {
  return std::all_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return line.starts_with("Coach: "); });
}

std::string listed(const std::vector<std::string>& lines, bool plain) {
  std::string all;
  for (const std::string& line : lines) {
    all += "    " + (plain ? without_mark(line) : line) + "\n";
  }
  return all;
}

bool is_check(const std::string& line) {
  const auto is = [&](std::string_view mark) { return line.starts_with(mark); };
  return is("Slot:") || is("Journal:") || is("Safety:") || is("Ends");
}

std::string render_one(const Mismatch& mismatch, const std::string& path) {
  std::string out = path + ":" + std::to_string(mismatch.line) + ": ";
  if (!mismatch.problem.empty()) {
    out += mismatch.problem + "\n";
    return out + listed(mismatch.expected, false);
  }
  if (!mismatch.expected.empty() && is_check(mismatch.expected.front())) {
    out += "this should hold\n" + listed(mismatch.expected, false);
    return out + "  and this does\n" + listed(mismatch.actual, false);
  }
  const bool spoken = all_coach(mismatch.expected) && all_coach(mismatch.actual);
  std::string context;
  if (!mismatch.before.empty()) context = "  after\n" + listed(mismatch.before, false);
  if (!mismatch.heard.empty()) context += "  which was taken as\n    " + mismatch.heard + "\n";
  if (mismatch.expected.empty()) {
    out += spoken ? "the coach also said, and it does not stand here\n"
                  : "this also came, and it does not stand here\n";
    return out + listed(mismatch.actual, spoken) + context;
  }
  out += spoken ? "the coach should have said\n" : "this should have come\n";
  out += listed(mismatch.expected, spoken);
  if (mismatch.actual.empty()) return out + "  and it did not come\n" + context;
  out += spoken ? "  and said\n" : "  and this came\n";
  return out + listed(mismatch.actual, spoken) + context;
}

}  // namespace

Talk run_talk(const Program& program, std::string_view text, Between between, Watched* watched) {
  const std::vector<TalkLine> lines = read_talk(text);
  TalkRun run(program, between, watched);
  for (const TalkLine& line : lines) {
    run.line(line);
    if (run.stopped()) break;
  }
  return run.finish();
}

std::string render(const Talk& talk, const std::string& path) {
  constexpr size_t shown_max = 4;
  std::string out;
  for (size_t i = 0; i < std::min(shown_max, talk.mismatches.size()); ++i) {
    out += render_one(talk.mismatches[i], path);
  }
  if (talk.mismatches.size() > shown_max) {
    const size_t more = talk.mismatches.size() - shown_max;
    out += path + ": and " + std::to_string(more) + " more places further on\n";
  }
  if (talk.stopped) out += path + ": what stands after that line was not played\n";
  return out;
}

}  // namespace keel
