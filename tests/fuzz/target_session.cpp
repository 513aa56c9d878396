#include "store/session_json.h"
#include "targets.h"

namespace keel::fuzz {

void session(std::string_view bytes) {
  const Result<Session> loaded = session_from_json(bytes);
  if (!loaded) return must(!loaded.error().message.empty());
  const std::string written = session_to_json(*loaded);
  const Result<Session> again = session_from_json(written);
  must(static_cast<bool>(again));
  must(session_to_json(*again) == written);
}

}  // namespace keel::fuzz
