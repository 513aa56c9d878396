#include <string>

#include "canonical/program_json.h"
#include "dialog/respond.h"
#include "targets.h"

namespace keel::fuzz {
namespace {

constexpr Instant begins = 1'772'580'000'000;
constexpr size_t examples_max = 60;  // a model is trained for each document that loads
constexpr size_t flows_run_max = 8;

// A short talk: taps what is offered, and lets the time pass.
class Talk {
 public:
  explicit Talk(const Program& program) : program_(program) {}

  void run(const std::string& flow) {
    take(start_flow(program_, {}, {}, flow, event(EventKind::opened, "", "")));
    for (size_t turn = 0; turn < 6; ++turn) {
      const std::vector<Choice>& choices = session_.now.choices;
      if (choices.empty() || turn % 3 == 2) {
        say(turn % 2 == 0 ? "no it was 4 days" : "7", "");
      } else {
        const Choice choice = choices[turn % choices.size()];
        say(choice.title, choice.payload);
      }
      pass_time();
    }
    say("back", "");
    take(respond(program_, std::move(session_), {}, event(EventKind::opened, "", "")));
  }

 private:
  Event event(EventKind kind, const std::string& text, const std::string& payload) {
    at_ += 5 * hour_ms;
    return {kind, at_, 60, "e" + std::to_string(++events_), text, payload, ""};
  }
  void take(Response response) { session_ = std::move(response.session); }
  void say(const std::string& text, const std::string& payload) {
    take(respond(program_, std::move(session_), {}, event(EventKind::said, text, payload)));
  }
  void pass_time() {
    if (session_.now.timers.empty()) return;
    Event elapsed = event(EventKind::elapsed, "", "");
    elapsed.timer = session_.now.timers.front().timer.id;
    take(respond(program_, std::move(session_), {}, elapsed));
  }

  const Program& program_;
  Session session_;
  Instant at_ = begins;
  int events_ = 0;
};

size_t examples_of(const ReaderContent& content) {
  size_t count = 0;
  for (const IntentContent& intent : content.intents) count += intent.examples.size();
  return count;
}

}  // namespace

void program(std::string_view bytes) {
  const Result<Loaded> quick = program_from_json(bytes, Loading::quickly);
  if (!quick) return must(!quick.error().message.empty());
  const std::string written = program_to_json(*quick->program, *quick->content, quick->seed);
  const Result<Loaded> again = program_from_json(written, Loading::quickly);
  must(static_cast<bool>(again));
  must(program_to_json(*again->program, *again->content, again->seed) == written);
  if (examples_of(*quick->content) > examples_max) return;
  const Result<Loaded> whole = program_from_json(bytes);
  must(static_cast<bool>(whole));
  size_t run = 0;
  for (const auto& [id, flow] : whole->program->flows) {
    if (++run <= flows_run_max) Talk(*whole->program).run(id);
  }
}

}  // namespace keel::fuzz
