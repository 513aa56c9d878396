#pragma once
// message_kind: is this English at all? Tells keys that were hit at random and messages in another
// language, so that the coach can say what it cannot read instead of guessing. Looked at only when
// nothing else was understood.
//
//   message_kind(Text::read("asdkjh qwe")) == MessageKind::noise
//   message_kind(Text::read("no sé qué hacer, me dejó y lo extraño")) ==
//   MessageKind::other_language
//
// Threads: pure. Goes by letters and by the small words of seven languages; short messages are
// taken as usual.
#include "text/text.h"

namespace keel {

enum class MessageKind : uint8_t { usual, noise, other_language };

MessageKind message_kind(const Text& text);

}  // namespace keel
