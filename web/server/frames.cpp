#include "server/frames.h"

#include <nlohmann/json.hpp>

#include "server/limits.h"
#include "server/wire_json.h"

namespace keel {
namespace {

using Json = nlohmann::json;

Refusal bad_field(std::string message, std::string id = {}) {
  return {"bad_field", std::move(message), false, std::move(id)};
}

// Ids come back in frames and in logs, and name turns for ever: letters, digits and a few signs
// only. A slash is left to ids made here, so that no client can take the name of a timer's turn.
bool fit_as_id(std::string_view id) {
  if (id.size() < id_bytes_min || id.size() > id_bytes_max) return false;
  for (const char c : id) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '-' && c != '_' && c != '.' && c != ':') return false;
  }
  return true;
}

size_t code_points(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

// A field that must be a string when it is there. Null counts as absent.
struct Words {
  std::string value;
  bool fits = true;
};

Words words(const Json& frame, const char* name, size_t bytes_max = 256) {
  const auto at = frame.find(name);
  if (at == frame.end() || at->is_null()) return {};
  if (!at->is_string()) return {{}, false};
  const auto& text = at->get_ref<const std::string&>();
  if (text.size() > bytes_max) return {{}, false};
  return {text, true};
}

std::string id_of(const Json& frame) {
  const Words id = words(frame, "id", id_bytes_max);
  return id.fits && fit_as_id(id.value) ? id.value : std::string();
}

ClientFrame read_hello(const Json& frame) {
  HelloFrame hello;
  for (const char* name : {"session", "token", "epoch", "locale", "tz"}) {
    const Words field = words(frame, name);
    if (!field.fits) return bad_field(std::string("\"") + name + "\" must be a short string");
    if (std::string_view(name) == "token") hello.token = field.value;
    if (std::string_view(name) == "epoch") hello.epoch = field.value;
    if (std::string_view(name) == "locale") hello.locale = field.value;
    if (std::string_view(name) == "tz") hello.tz = field.value;
  }
  if (const auto at = frame.find("last_seq"); at != frame.end() && !at->is_null()) {
    if (!at->is_number_unsigned()) return bad_field("\"last_seq\" must be a whole number from 0");
    hello.last_seq = at->get<uint64_t>();
  }
  if (const auto at = frame.find("utc_offset_min"); at != frame.end() && !at->is_null()) {
    constexpr int64_t day_minutes = int64_t{24} * 60;
    if (!at->is_number_integer() || at->get<int64_t>() < -day_minutes ||
        at->get<int64_t>() > day_minutes) {
      return bad_field("\"utc_offset_min\" must be minutes east of UTC, within a day");
    }
    hello.utc_offset_minutes = static_cast<int32_t>(at->get<int64_t>());
  }
  if (const auto at = frame.find("client");
      at != frame.end() && !at->is_null() && !at->is_object()) {
    return bad_field("\"client\" must be an object");
  }
  if (const auto at = frame.find("caps"); at != frame.end() && !at->is_null() && !at->is_array()) {
    return bad_field("\"caps\" must be a list");
  }
  return hello;
}

ClientFrame read_user(const Json& frame, std::string id) {
  UserFrame user;
  const auto text = frame.find("text");
  if (text != frame.end() && !text->is_null()) {
    if (!text->is_string()) return bad_field("\"text\" must be a string", id);
    user.text = text->get_ref<const std::string&>();
  }
  const Words payload = words(frame, "payload", payload_bytes_max);
  if (!payload.fits) return bad_field("\"payload\" must be a short string", id);
  user.payload = payload.value;
  if (user.text.empty() && user.payload.empty()) {
    return bad_field("\"text\" or \"payload\" is needed", id);
  }
  if (const auto at = frame.find("at"); at != frame.end() && !at->is_null() && !at->is_number()) {
    return bad_field("\"at\" must be milliseconds since 1970", id);
  }
  if (const auto to = frame.find("reply_to");
      to != frame.end() && !to->is_null() && !to->is_number() && !to->is_string()) {
    return bad_field("\"reply_to\" must name a record", id);
  }
  if (code_points(user.text) > text_code_points_max) {
    return Refusal{"too_long", "A message may have 20,000 characters.", false, std::move(id)};
  }
  user.id = std::move(id);
  return user;
}

ClientFrame read_event(const Json& frame, std::string id) {
  const Words name = words(frame, "name");
  if (name.value == "opened") return EventFrame{std::move(id), EventFrame::Name::opened};
  if (name.value == "resume") return EventFrame{std::move(id), EventFrame::Name::resume};
  return bad_field("\"name\" must be opened or resume", id);
}

}  // namespace

const std::string_view ping_frame = R"({"type":"ping"})";

ClientFrame read_frame(std::string_view text) {
  const Json frame = Json::parse(text, nullptr, false);
  if (frame.is_discarded()) return Refusal{"bad_frame", "This is not JSON.", false, {}};
  if (!frame.is_object()) return Refusal{"bad_frame", "A frame is one JSON object.", false, {}};
  const Words type = words(frame, "type");
  if (!type.fits || type.value.empty()) {
    return Refusal{"bad_frame", "\"type\" must name the frame.", false, {}};
  }
  if (type.value == "hello") return read_hello(frame);
  if (type.value == "pong") return PongFrame{};
  if (type.value == "bye") return ByeFrame{};
  std::string id = id_of(frame);
  const bool known = type.value == "user" || type.value == "event" || type.value == "export" ||
                     type.value == "erase";
  if (!known)
    return Refusal{"unknown_type", "There is no frame of this type.", false, std::move(id)};
  if (id.empty()) return bad_field("\"id\" must be 8 to 64 of a-z, 0-9, - _ . :");
  if (type.value == "user") return read_user(frame, std::move(id));
  if (type.value == "event") return read_event(frame, std::move(id));
  if (type.value == "export") return ExportFrame{std::move(id)};
  return EraseFrame{std::move(id)};
}

std::string welcome_frame(const Welcome& welcome) {
  OrderedJson frame = {
      {"type", "welcome"},
      {"session", welcome.session},
      {"token", welcome.token},
      {"epoch", welcome.epoch},
      {"resumed", welcome.resumed},
      {"seq", welcome.last_seq},
      {"now", welcome.now},
      {"heartbeat_s", welcome.heartbeat_s},
      {"server", {{"version", KEEL_VERSION}, {"content_hash", welcome.content_hash}}}};
  if (!welcome.country.empty()) frame["country"] = welcome.country;
  return wire_text(frame);
}

std::string ack_frame(std::string_view id, uint64_t seq, bool duplicate) {
  OrderedJson frame = {{"type", "ack"}, {"id", id}, {"seq", seq}};
  if (duplicate) frame["duplicate"] = true;
  return wire_text(frame);
}

std::string you_frame(uint64_t seq, std::string_view id, std::string_view text, Instant at) {
  return wire_text({{"type", "you"}, {"seq", seq}, {"id", id}, {"text", text}, {"at", at}});
}

std::string export_frame(std::string_view id, std::string_view data_json) {
  std::string frame = wire_text({{"type", "export"}, {"id", id}});
  frame.pop_back();
  frame.append(",\"data\":").append(data_json).append("}");
  return frame;
}

std::string erased_frame(std::string_view id) {
  return wire_text({{"type", "erased"}, {"id", id}});
}

std::string notice_frame(std::string_view code, std::string_view text) {
  return wire_text({{"type", "notice"}, {"code", code}, {"text", text}});
}

std::string content_frame(bool taken, std::string_view content_hash, std::string_view words) {
  return wire_text(
      {{"type", "content"}, {"ok", taken}, {"content_hash", content_hash}, {"text", words}});
}

std::string error_frame(const Refusal& refusal) {
  OrderedJson frame = {{"type", "error"},
                       {"code", refusal.code},
                       {"message", refusal.message},
                       {"retryable", refusal.retryable}};
  if (!refusal.id.empty()) frame["id"] = refusal.id;
  return wire_text(frame);
}

}  // namespace keel
