#include "small_pack.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "embed/base_pack.h"
#include "embed/coach.h"

namespace keel::test {
namespace {

const std::vector<PackFile> files = {
    {"dialogs/person.keel", "person\nname: name\nwho: name\nthey: pronoun\ncountry: country\n"},
    {"dialogs/welcome.keel", R"(flow welcome
title: Hello
sources: own

Coach: Hello there.
Coach: What brings you?
  ask reason: text
end
)"},
    {"dialogs/tea.keel", R"(flow tea
title: A cup of tea
offer: Make tea with me
why: Tea takes as long as it takes.
sources: own
start on: wants-tea
keep: thirst until erased
returning: We were making tea.

Coach: Tea it is.
  or: Tea again.

Coach: How thirsty, from 0 to 10?
  ask thirst: scale 0 to 10 unless known
  again: A number from 0 to 10?
  why: A thirsty person gets the big cup.

if thirst >= 8
  Coach: The big cup then. Shall I add ice?
    * Ice
    * No ice
      like: warm please
otherwise
  Coach: The small cup.

Coach: Milk?
  ask milk: yes or no
  * Yes
    as yes
  * No
    as no
  if skipped
    Coach: No milk then.

Coach: What do you call this mug?
  ask mug: one of or own words
  * The blue one
    as blue
  any other answer
    Coach: "{mug}", good.

wait 5 minutes
  * It is ready
    go to ready

part ready
Coach: It is ready.
  or if waited over 10 minutes longer: It has been ready for a while.
follow up tomorrow morning with next-day
Coach: What now?
  offer cake

part next-day
Coach: You had tea. Again?
  or if thirst is known: {Day of thirst} you had tea. Again?
  * Again
    go to tea
  * Not today
)"},
    {"dialogs/cake.keel", R"(flow cake
title: Cake
offer: Have cake
sources: own
start on: wants-cake
returning: There was cake.

Coach: What kind?
  ask kind: one of
  * Lemon
  * Plum
Coach: No cake then.
  or if kind is known: {kind} it is.
end
)"},
    {"dialogs/secret.keel", R"(flow secret
title: A secret
sources: own
start on: tells-secret
forget: hush

Coach: Tell me the secret.
  ask hush: text
Coach: Safe.
end
)"},
    {"dialogs/safety/safety-suicide-ask.keel", R"(flow safety-suicide-ask
title: A direct question
sources: own
start on: safety suicide ask

Coach: Are you thinking about ending your life?
  ask thinking: yes or no
  * Yes
    as yes
    go to far
  * No
    as no
    only like: no i'm not
  any other answer
    go to far
  if skipped
    go to far
end and ask before going back

part far
Coach: Here are people to talk to.
show help lines for suicide
end and ask before going back
)"},
    {"dialogs/house/house-back.keel",
     "flow house-back\ntitle: Back\nstart on: house:back\n\nCoach: One step back.\ndo back\n"},
    {"dialogs/house/house-skip.keel",
     "flow house-skip\ntitle: Skip\nstart on: house:skip\n\nCoach: Skipped.\ndo skip\n"},
    {"dialogs/house/house-why.keel",
     "flow house-why\ntitle: Why\nstart on: house:why\n\nCoach: A fair question.\ndo why\n"},
    {"dialogs/house/house-stop.keel",
     "flow house-stop\ntitle: Stop\nstart on: house:stop\n\nCoach: Stopped.\ndo stop\n"},
    {"dialogs/house/house-restart.keel",
     "flow house-restart\ntitle: Over\nstart on: house:restart\n\nCoach: From the start.\ndo "
     "restart\n"},
    {"dialogs/house/house-erase.keel", R"(flow house-erase
title: Erase
start on: house:erase

Coach: Erase it all?
  why: It cannot be brought back.
  * Yes, all of it
    do erase everything
  * No, keep it
    like: no
)"},
    {"dialogs/house/house-thanks.keel",
     "flow house-thanks\ntitle: Thanks\nstart on: house:thanks\n\nCoach: Gladly.\n"},
    {"dialogs/house/house-correct-fact.keel",
     "flow house-correct-fact\ntitle: Corrected\n\nCoach: Mended.\ndo correct\n"},
    {"dialogs/house/house-first-miss.keel",
     "flow house-first-miss\ntitle: Miss\n\nCoach: Say that differently?\n"},
    {"dialogs/house/house-second-miss.keel",
     "flow house-second-miss\ntitle: Miss\n\nCoach: Pick one?\n  offer tea, cake\n"},
    {"dialogs/house/house-resume.keel", R"(flow house-resume
title: Go on

Coach: Shall we go on?
  * Go on
    do resume
  * Not now
    do stop
)"},
    {"intents/safety/small.keel", R"(language en

category suicide
means: wants to die

category abuse
means: is hurt by someone

rule does-not-want-to-be-here
category: suicide
level: ask
subject: i
pattern: dont want to (be here|wake up)
yes: i just don't want to be here any more
no: i don't want to go to work

rule threatened-now
category: abuse
level: emergency
subject: any
pattern: (he|she) (has|is holding) a knife
yes: she has a knife and she is in the house
no: she has a nice kitchen
)"},
    {"intents/all.keel", R"(intent wants-tea

i would like some tea
make me a cup of tea
can i have tea please
pattern: (want|like|need) ...2 tea

intent out-of-domain

the cat sat on the roof all day
grandma has a new bicycle
where is the train station
my old radio is broken
nothing much happened at work
nine birds in the garden
it is raining on the blue hills

intent wants-cake

i would like some cake
is there any cake left
pattern: (want|like|need) ...2 cake

intent tells-secret

i have a secret to tell
pattern: < secret >

intent house:back

go back
pattern: < [go] back >

intent house:skip

skip this one
pattern: < skip [this|it|that] >

intent house:why

why do you ask
pattern: < why do you ask >

intent house:stop

stop this now
pattern: < stop >

intent house:restart

start over
pattern: < start over >

intent house:erase

erase it all
pattern: < erase it all >

intent house:thanks

thank you so much
pattern: < (thanks|thank you) >
)"},
};

}  // namespace

std::shared_ptr<const Program> small_pack(const std::vector<PackFile>& more) {
  std::vector<PackFile> all = files;
  for (const PackFile& base : base_pack()) {
    if (base.path == "dialogs/help-lines.json") all.push_back(base);
  }
  for (const PackFile& file : more) {
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const PackFile& own) { return own.path == file.path; });
    if (same == all.end()) {
      all.push_back(file);
    } else {
      *same = file;
    }
  }
  std::erase_if(all, [](const PackFile& file) { return file.text.empty(); });
  const Compiled compiled = compile(all, {});
  if (!compiled.program) FAIL(render_all(compiled));
  return compiled.program;
}

std::string small_pack_text(const std::string& path) {
  for (const PackFile& file : files) {
    if (file.path == path) return file.text;
  }
  FAIL("the small pack has no " << path);
  return "";
}

PackFile tea(const std::vector<std::pair<std::string, std::string>>& changes) {
  std::string text = small_pack_text("dialogs/tea.keel");
  for (const auto& [from, to] : changes) {
    const size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }
  return {"dialogs/tea.keel", text};
}

Turn Talk::elapse_first() {
  const OpenTimer* first = nullptr;
  for (const OpenTimer& open : session_.now.timers) {
    if (first == nullptr || open.timer.ends_at < first->timer.ends_at) first = &open;
  }
  if (first == nullptr) return {};
  at_ = std::max(at_, first->timer.ends_at);
  return elapse(std::string(first->timer.id));
}

Turn Talk::tap(const std::string& label) {
  for (const Choice& choice : session_.now.choices) {
    if (choice.title == label) return send(label, choice.payload);
  }
  FAIL("nothing to tap named " << label);
  return {};
}

Turn Talk::start(const std::string& flow) {
  const Event event{EventKind::opened, at_, 0, "e" + std::to_string(++events_), "", "", ""};
  return adopt(start_flow(*program_, std::move(session_), journal_, flow, event));
}

Answer Talk::slot(const std::string& name) const {
  if (session_.now.stack.empty()) return {};
  const auto& slots = session_.now.stack.back().slots;
  const auto found = slots.find(name);
  return found == slots.end() ? Answer{} : found->second;
}

Turn Talk::take(EventKind kind, const std::string& text, const std::string& payload,
                const std::string& timer) {
  at_ += second_ms;
  const Event event{kind, at_, 0, "e" + std::to_string(++events_), text, payload, timer};
  return adopt(respond(*program_, std::move(session_), journal_, event));
}

Turn Talk::adopt(Response response) {
  session_ = std::move(response.session);
  take_back(journal_, response.turn.take_back);
  for (const JournalEntry& entry : response.turn.journal) journal_.entries.push_back(entry);
  return std::move(response.turn);
}

std::string said(const Turn& turn) {
  std::string all;
  for (const Bubble& bubble : turn.bubbles) {
    if (!bubble.text.empty()) all += bubble.text + "\n";
  }
  return all;
}

}  // namespace keel::test
