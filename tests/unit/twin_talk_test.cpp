// Conversations in another language: the bundled coach's Spanish safety flows, and the rule of who
// is spoken to in which language.
#include <algorithm>
#include <catch2/catch.hpp>

#include "dialog/respond.h"
#include "embed/coach.h"
#include "small_pack.h"

using namespace keel;
using keel::test::said;

namespace {

const std::shared_ptr<const Program>& bundled() {
  static const std::shared_ptr<const Program> program = [] {
    const Result<Compiled> coach = load_coach(KEEL_PACK);
    REQUIRE(coach);
    if (!coach->program) FAIL(render_all(*coach));
    return coach->program;
  }();
  return program;
}

class Conversation {
 public:
  explicit Conversation(std::string page = "") : page_(std::move(page)) {}

  Turn say(const std::string& text) { return take(text, ""); }
  Turn tap(const std::string& label) {
    for (const Choice& choice : session.now.choices) {
      if (choice.title == label) return take(label, choice.payload);
    }
    FAIL("nothing to tap named " << label);
    return {};
  }
  std::string open_flow() const {
    return session.now.stack.empty() ? "" : session.now.stack.back().flow;
  }

  Session session;

 private:
  Turn take(const std::string& text, const std::string& payload) {
    at_ += minute_ms;
    const Event event{EventKind::said, at_, 0,    "e" + std::to_string(++events_), text,
                      payload,         "",  page_};
    Response response = respond(*bundled(), std::move(session), {}, event);
    session = std::move(response.session);
    return std::move(response.turn);
  }

  std::string page_;
  Instant at_ = 1'772'580'000'000;
  int events_ = 0;
};

bool has_lines(const Turn& turn) {
  return std::any_of(turn.bubbles.begin(), turn.bubbles.end(), [](const Bubble& bubble) {
    return bubble.card && std::holds_alternative<CrisisCard>(*bubble.card);
  });
}

const char* at_risk = "ya no quiero despertar mañana";

}  // namespace

TEST_CASE("the bundled coach asks in Spanish whoever is at risk in Spanish") {
  for (const char* page : {"", "en-GB", "es-MX"}) {
    INFO(page);
    Conversation talk(page);
    const Turn first = talk.say(at_risk);
    REQUIRE(first.trace.understood.safety.size() > 0);
    CHECK(first.trace.understood.safety[0].language == "es");
    CHECK_THAT(said(first), Catch::Contains("¿estás pensando en quitarte la vida?"));
    CHECK(first.choices.at(0).title == "Sí");
    const Turn unsure = talk.say("no sé");
    CHECK_THAT(said(unsure), Catch::Contains("Nadie está leyendo"));
    CHECK(has_lines(unsure));
    CHECK_THAT(said(unsure), Catch::Contains("¿En qué país estás"));
    const Turn safe = talk.say("prefiero no decirlo");
    CHECK_THAT(said(safe), Catch::Contains("¿Estás a salvo ahora mismo"));
    CHECK_THAT(said(talk.tap("Sí, estoy a salvo")), Catch::Contains("Qué bueno que lo sepas."));
  }
}

struct Typed {
  const char* words;
  const char* answer;
};

TEST_CASE("Spanish replies are understood at the question, typed as well as tapped") {
  const Typed rows[] = {
      {"sí", "estás a salvo ahora mismo"},   {"Si", "estás a salvo ahora mismo"},
      {"a veces lo pienso", "a salvo"},      {"no", "Gracias por contestar"},
      {"no, para nada", "Gracias por"},      {"tal vez", "No saberlo ya es motivo"},
      {"no quise decir eso", "por decirlo"}, {"bla bla", "No saberlo ya es motivo"},
  };
  for (const Typed& row : rows) {
    INFO(row.words);
    Conversation talk;
    talk.say(at_risk);
    CHECK_THAT(said(talk.say(row.words)), Catch::Contains(row.answer));
  }
}

TEST_CASE("a yes leads on in Spanish through the next flow, up to its end") {
  Conversation talk;
  talk.say(at_risk);
  talk.tap("Sí");
  CHECK(talk.open_flow() == "safety-suicide-high");
  CHECK_THAT(said(talk.tap("No estoy a salvo")), Catch::Contains("Esto importa más"));
  CHECK(talk.open_flow() == "safety-suicide-emergency");
  talk.say("en otra parte");
  const Turn company = talk.say("ya hay alguien conmigo");
  CHECK_THAT(said(company), Catch::Contains("Eso importa más que todo"));
  CHECK(talk.open_flow().find("safety") == std::string::npos);
}

TEST_CASE("English at risk is answered in English, also after Spanish") {
  Conversation talk("es");
  CHECK_THAT(said(talk.say("i want to kill myself")), Catch::Contains("safe"));
  CHECK(talk.session.now.language.empty());
  Conversation mixed;
  mixed.say(at_risk);
  mixed.tap("No");
  CHECK(mixed.session.now.language == "es");
  mixed.say("i am going to kill myself tonight");
  CHECK(mixed.session.now.language.empty());
}

TEST_CASE("the page's language counts where there are twins, and waits for a safety flow") {
  Conversation talk("en");
  talk.say(at_risk);
  talk.say("bla bla");
  CHECK(talk.session.now.language == "es");
  talk.say("prefiero no decirlo");
  talk.tap("Sí, estoy a salvo");
  talk.say("hello");
  CHECK(talk.session.now.language.empty());
  Conversation french("fr");
  french.say("hello");
  CHECK(french.session.now.language.empty());
}
