#include "canonical/at.h"

#include <algorithm>

namespace keel::canonical {
namespace {

constexpr size_t quoted_bytes_max = 40;

bool lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool all_of(std::string_view text, char also) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [also](char c) { return lower_or_digit(c) || c == also; });
}

}  // namespace

std::string in_quotes(std::string_view text) {
  if (text.size() <= quoted_bytes_max) return "\"" + std::string(text) + "\"";
  size_t end = quoted_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + std::string(text.substr(0, end)) + "...\"";
}

std::string pointer_step(std::string_view key) {
  std::string step;
  for (const char c : key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return step;
}

std::string At::pointer() const {
  if (parent_ == nullptr) return {};
  const bool in_list = parent_->json_->is_array();
  return parent_->pointer() + "/" + (in_list ? std::to_string(index_) : pointer_step(key_));
}

void At::refuse(std::string sentence) const {
  throw Refusal{pointer(), std::move(sentence)};
}

void At::only(std::initializer_list<std::string_view> keys) const {
  if (!json_->is_object()) refuse("must be an object");
  for (auto one = json_->begin(); one != json_->end(); ++one) {
    if (std::find(keys.begin(), keys.end(), one.key()) != keys.end()) continue;
    std::string known;
    for (const std::string_view key : keys) {
      known += (known.empty() ? "" : ", ") + std::string(key);
    }
    refuse("has no key " + in_quotes(one.key()) + "; it may have: " + known);
  }
}

At At::need(std::string_view key) const {
  if (!json_->is_object()) refuse("must be an object");
  const auto found = json_->find(key);
  if (found == json_->end()) refuse("needs a key " + in_quotes(key));
  return {*this, key, *found};
}

std::optional<At> At::maybe(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  return need(key);
}

bool At::has(std::string_view key) const {
  if (!json_->is_object()) refuse("must be an object");
  return json_->contains(key);
}

std::string_view At::only_key() const {
  if (!json_->is_object() || json_->size() != 1) refuse("must be an object with one key");
  return json_->begin().key();
}

const std::string& At::words() const {
  if (!json_->is_string()) refuse("must be a text");
  return json_->get_ref<const std::string&>();
}

const std::string& At::text() const {
  const std::string& text = words();
  if (text.empty()) refuse("must not be empty");
  return text;
}

const std::string& At::id() const {
  const std::string& text = words();
  if (!all_of(text, '-') || text[0] == '-') {
    refuse("must be a name of small letters, digits and hyphens");
  }
  return text;
}

const std::string& At::slot() const {
  const std::string& text = words();
  if (!all_of(text, '_') || text[0] < 'a') {
    refuse("must be a name of small letters, digits and underlines");
  }
  return text;
}

int64_t At::number(int64_t min, int64_t max) const {
  if (!json_->is_number_integer()) refuse("must be a whole number");
  const bool huge =
      json_->is_number_unsigned() && json_->get<uint64_t>() > static_cast<uint64_t>(INT64_MAX);
  const int64_t value = huge ? INT64_MAX : json_->get<int64_t>();
  if (value < min || value > max) {
    refuse("must lie between " + std::to_string(min) + " and " + std::to_string(max));
  }
  return value;
}

uint64_t At::unsigned_number() const {
  if (!json_->is_number_unsigned()) refuse("must be a whole number, not below 0");
  return json_->get<uint64_t>();
}

bool At::flag() const {
  if (!json_->is_boolean()) refuse("must be true or false");
  return json_->get<bool>();
}

std::vector<std::string> At::texts() const {
  std::vector<std::string> texts;
  each([&](const At& one) { texts.push_back(one.text()); });
  return texts;
}

std::string At::words_or_none(std::string_view key) const {
  const std::optional<At> at = maybe(key);
  return at ? at->words() : std::string();
}

std::vector<std::string> At::texts_or_none(std::string_view key) const {
  const std::optional<At> at = maybe(key);
  return at ? at->texts() : std::vector<std::string>();
}

bool At::flag_or_false(std::string_view key) const {
  const std::optional<At> at = maybe(key);
  return at && at->flag();
}

}  // namespace keel::canonical
