#include <catch2/catch.hpp>

#include "understand/message_kind.h"

using namespace keel;

TEST_CASE("keys hit at random and other languages are told from English") {
  struct Row {
    const char* text;
    MessageKind kind;
  };
  const Row rows[] = {
      {"sdfkjhsdf", MessageKind::noise},
      {"qwrtz lkjhg", MessageKind::noise},
      {"mi novio me dejó hace una semana y no sé qué hacer", MessageKind::other_language},
      {"hola, necesito ayuda con mi novia", MessageKind::other_language},
      {"ich habe ihm geschrieben und er hat nicht geantwortet", MessageKind::other_language},
      {"je suis triste, elle est partie", MessageKind::other_language},
      {"она не отвечает", MessageKind::other_language},
      {"usne mujhe block kar diya, kya karu", MessageKind::other_language},
      {"he left me", MessageKind::usual},
      {"pfft", MessageKind::usual},
      {"tbh idk ngl", MessageKind::usual},
      {"ughhhhh", MessageKind::usual},
      {"he said hasta la vista and left", MessageKind::usual},
      {"", MessageKind::usual},
      {"😭😭", MessageKind::usual},
      {"my strengths are rhythm and crying", MessageKind::usual},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(static_cast<int>(message_kind(Text::read(row.text))) == static_cast<int>(row.kind));
  }
}
