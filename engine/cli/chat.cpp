// keel chat: the same coach in the terminal. Keeps nothing after it ends but what is saved as a
// talk.
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <optional>

#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/fail.h"
#include "cli/pack_option.h"
#include "dialog/card_words.h"
#include "dialog/respond.h"
#include "files/text_file.h"
#include "talk/record.h"
#include "text/services.h"
#include "understand/answers.h"

namespace keel::cli {
namespace {

struct Options {
  std::string pack;
  Instant at = 0;     // 0: the real time
  std::string start;  // a flow to begin with; empty: as the page opens
  std::string save;   // the talk is written there at the end
};

int32_t local_utc_offset(Instant at) {
  const std::time_t seconds = at / second_ms;
  std::tm local{};
  localtime_r(&seconds, &local);
  return static_cast<int32_t>(local.tm_gmtoff / 60);
}

class Chat {
 public:
  Chat(const Program& program, Instant at)
      : program_(program),
        shift_(at == 0 ? 0 : at - clock_now()),
        region_(region_of(program.help_lines, this_time_zone())) {}

  // With this flow; empty: as the page opens.
  void open(const std::string& flow) {
    const Event opened = event(EventKind::opened);
    recorder_.starts(flow);
    if (flow.empty()) return take(opened, false);
    adopt(opened, false, start_flow(program_, std::move(session_), journal_, flow, opened));
  }

  void say(const std::string& text) {
    Event said = event(EventKind::said);
    said.text = text;
    for (const Choice& choice : session_.now.choices) {
      if (choice.title == text) said.payload = choice.payload;
    }
    take(said, !said.payload.empty());
  }

  // Lets time pass, as `Wait:` in a talk does. False: that was no length of time.
  bool wait(const std::string& words) {
    const auto length = read_duration(Text::read(words), now(), offset());
    if (!length || *length <= 0) return false;
    const Instant until = now() + *length;
    while (const OpenTimer* open = next_timer()) {
      if (open->timer.ends_at > until) break;
      shift_ += std::max<Duration>(open->timer.ends_at - now(), 0);
      run_timers();
    }
    shift_ += std::max<Duration>(until - now(), 0);
    return true;
  }

  void run_timers() {
    while (const OpenTimer* open = next_timer()) {
      if (open->timer.ends_at > now()) return;
      Event elapsed = event(EventKind::elapsed);
      elapsed.timer = open->timer.id;
      take(elapsed, false);
    }
  }

  // Milliseconds until a timer is due; -1: none is open.
  int wait_ms() const {
    const OpenTimer* open = next_timer();
    if (open == nullptr) return -1;
    return static_cast<int>(std::clamp<Duration>(open->timer.ends_at - now(), 0, minute_ms));
  }

  bool finished() const { return erased_; }

  // True: the talk stands in the file.
  bool save(const std::string& path) const {
    const Recorded recorded = recorder_.talk(program_);
    if (!recorded.problem.empty()) {
      std::cerr << "keel: " << recorded.problem << "\n";
      return false;
    }
    const Status written = write_text_file(path, recorded.talk);
    if (!written) {
      std::cerr << "keel: " << written.error().message << "\n";
      return false;
    }
    std::cerr << "saved as " << path << "; `keel test " << path << "` plays it\n";
    if (recorded.words_left_out) {
      std::cerr << "words that are to be forgotten were left out; others stand in their place\n";
    }
    if (recorded.differs) {
      std::cerr << "played again, the coach does not say everything as it did here; look it over\n";
    }
    return true;
  }

 private:
  Instant now() const { return clock_now() + shift_; }
  int32_t offset() const { return local_utc_offset(now()); }

  Event event(EventKind kind) {
    Event event;
    event.kind = kind;
    event.at = now();
    event.utc_offset_minutes = offset();
    event.id = "chat-" + std::to_string(++events_);
    event.region = region_;
    return event;
  }

  const OpenTimer* next_timer() const {
    const OpenTimer* next = nullptr;
    for (const OpenTimer& open : session_.now.timers) {
      if (open.due) continue;
      if (next == nullptr || open.timer.ends_at < next->timer.ends_at) next = &open;
    }
    return next;
  }

  void take(const Event& event, bool tapped) {
    adopt(event, tapped, respond(program_, std::move(session_), journal_, event));
  }

  void adopt(const Event& event, bool tapped, Response response) {
    session_ = std::move(response.session);
    recorder_.took(event, tapped, response.turn);
    take_back(journal_, response.turn.take_back);
    for (JournalEntry& entry : response.turn.journal) journal_.entries.push_back(std::move(entry));
    for (const Bubble& bubble : response.turn.bubbles) {
      if (!bubble.text.empty()) std::cout << bubble.text << "\n";
      if (bubble.card) std::cout << card_words(*bubble.card, event.utc_offset_minutes);
    }
    for (const Choice& choice : response.turn.choices) std::cout << "  * " << choice.title << "\n";
    std::cout << std::endl;
    erased_ = response.turn.erase == EraseRequest::everything;
  }

  const Program& program_;
  Duration shift_;
  std::string region_;
  Session session_;
  Journal journal_;
  Recorder recorder_;
  uint64_t events_ = 0;
  bool erased_ = false;
};

// Waits for a line, running timers meanwhile. False: the input has ended.
bool next_line(Chat& chat, std::string& line) {
  if (isatty(STDIN_FILENO) != 0) {
    std::cout << "> " << std::flush;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (poll(&input, 1, chat.wait_ms()) == 0) chat.run_timers();
  }
  return static_cast<bool>(std::getline(std::cin, line));
}

constexpr const char* help =
    "/wait LENGTH   let time pass, as /wait 10 minutes\n"
    "/save FILE     write this conversation as a talk that `keel test` plays\n"
    "/help          this\n"
    "Everything else is said to the coach. End with Ctrl-D.\n";

// What stands behind "/save" or "/wait" in this line; nothing when it is another line.
std::optional<std::string> behind(std::string_view command, const std::string& line) {
  if (line != command && !line.starts_with(std::string(command) + " ")) return std::nullopt;
  const size_t begin = line.find_first_not_of(' ', command.size());
  return begin == std::string::npos ? "" : line.substr(begin);
}

// A line that is meant for this program and not for the coach.
bool is_command(Chat& chat, const std::string& line) {
  if (line == "/help") {
    std::cerr << help;
    return true;
  }
  if (const auto length = behind("/wait", line)) {
    if (!chat.wait(*length))
      std::cerr << "keel: /wait needs a length of time, as /wait 10 minutes\n";
    return true;
  }
  const auto name = behind("/save", line);
  if (!name) return false;
  if (name->empty()) {
    std::cerr << "keel: /save needs the name of a file, as /save my.talk\n";
  } else {
    chat.save(*name);
  }
  return true;
}

int chat(const Options& options) {
  const std::shared_ptr<const Program> program = load_or_complain(options.pack);
  if (!program) return 1;
  Chat chat(*program, options.at);
  if (!options.start.empty() && program->find(options.start) == nullptr)
    return fail("no flow is named \"" + options.start + "\"");
  chat.open(options.start);
  for (std::string line; !chat.finished() && next_line(chat, line);) {
    chat.run_timers();
    if (!is_command(chat, line)) chat.say(line);
  }
  if (!options.save.empty()) return chat.save(options.save) ? 0 : 1;
  return 0;
}

// "2026-03-03T23:10", local time.
std::string read_time(const std::string& text, Instant& at) {
  std::tm local{};
  if (strptime(text.c_str(), "%Y-%m-%dT%H:%M", &local) == nullptr) {
    return "not a time like 2026-03-03T23:10: " + text;
  }
  local.tm_isdst = -1;
  at = static_cast<Instant>(std::mktime(&local)) * second_ms;
  return "";
}

}  // namespace

void add_chat(CLI::App& app, Run& run) {
  auto options = std::make_shared<Options>();
  auto time = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("chat", "Talk to the coach here; nothing is kept");
  add_pack_option(*command, options->pack);
  command->add_option("--at", *time, "pretend it is this local time, as 2026-03-03T23:10")
      ->check([options](const std::string& text) { return read_time(text, options->at); });
  command->add_option("--start", options->start, "begin with this flow");
  command->add_option("--save", options->save, "write the conversation to FILE as a talk");
  command->callback([options, time, &run] { run = [options] { return chat(*options); }; });
}

}  // namespace keel::cli
