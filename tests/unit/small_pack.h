#pragma once
// small_pack: a tiny coach of its own for the tests of the dialog machine, so that no test there
// hangs on the wording of the bundled one. `Talk` is one conversation with it, in which the test
// moves the clock.
#include <memory>
#include <string>
#include <vector>

#include "dialog/respond.h"
#include "script/compile.h"

namespace keel::test {

// The small pack, with these files added or put in place of its own; an empty one takes its own
// away. Fails the test when it does not compile.
std::shared_ptr<const Program> small_pack(const std::vector<PackFile>& more = {});
// A file of the small pack, as it is written.
std::string small_pack_text(const std::string& path);
// Its flow `tea` with words in it changed: what stood there, and what stands there now.
PackFile tea(const std::vector<std::pair<std::string, std::string>>& changes);

class Talk {
 public:
  explicit Talk(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  Turn open() { return take(EventKind::opened, "", "", ""); }
  Turn say(const std::string& text) { return take(EventKind::said, text, "", ""); }
  Turn tap(const std::string& label);
  Turn send(const std::string& text, const std::string& payload) {
    return take(EventKind::said, text, payload, "");
  }
  Turn elapse(const std::string& timer) { return take(EventKind::elapsed, "", "", timer); }
  // The timer that runs out first, at its time.
  Turn elapse_first();
  Turn start(const std::string& flow);
  void pass(Duration time) { at_ += time; }
  // Goes on at the time, and with the numbers and the journal, of another conversation.
  void continue_clock(const Talk& other) {
    at_ = other.at_;
    events_ = other.events_;
    journal_ = other.journal_;
  }

  Session& session() { return session_; }
  const Journal& journal() const { return journal_; }
  // The answer in the top run of a flow; an unknown one when there is none.
  Answer slot(const std::string& name) const;
  std::string open_flow() const {
    return session_.now.stack.empty() ? "" : session_.now.stack.back().flow;
  }

 private:
  Turn take(EventKind kind, const std::string& text, const std::string& payload,
            const std::string& timer);
  Turn adopt(Response response);

  std::shared_ptr<const Program> program_;
  Session session_;
  Journal journal_;
  Instant at_ = 1'772'580'000'000;  // 2026-03-03T23:20Z
  int events_ = 0;
};

// All bubbles of a turn, one line each.
std::string said(const Turn& turn);

}  // namespace keel::test
