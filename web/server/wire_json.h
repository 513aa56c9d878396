#pragma once
// The one way in which this server writes JSON: fields in the order given (`type` first), and
// always valid UTF-8, because one bad byte in a text frame makes a browser drop the connection.
// Threads: pure functions.
#include <nlohmann/json.hpp>
#include <string>

namespace keel {

using OrderedJson = nlohmann::ordered_json;

inline std::string wire_text(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace keel
