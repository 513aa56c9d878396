#pragma once
// parse_json: the text of a document to a JSON value, with limits that hold while it is read: a
// document that is too deep, too long or not JSON is refused before it can cost much. Internal to
// `canonical`.
//
//   const Json json = parse_json(text);   // throws Refusal
//
// Threads: pure. Failure: Refusal. Refused too: a key that stands twice in one object, a number
// with a fraction, a zero byte.
#include <string_view>

#include "canonical/at.h"

namespace keel::canonical {

constexpr size_t document_bytes_max = 32U << 20U;
constexpr size_t depth_max = 48;
constexpr size_t string_bytes_max = 64U << 10U;
constexpr size_t values_max = 4'000'000;

Json parse_json(std::string_view text);

}  // namespace keel::canonical
