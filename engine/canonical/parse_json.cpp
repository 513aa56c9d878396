#include "canonical/parse_json.h"

#include <algorithm>

namespace keel::canonical {
namespace {

std::string place_in(std::string_view text, size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const size_t start = before.rfind('\n');
  const size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1);
  return "line " + std::to_string(line) + ", column " + std::to_string(std::max<size_t>(column, 1));
}

// Builds the value while the library reads, so that it can stop at any time.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  Json take() { return std::move(root_); }

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(int64_t value) { return add(value); }
  bool number_unsigned(uint64_t value) { return add(value); }
  bool number_float(double, const std::string&) { refuse("must be a whole number"); }
  bool binary(Json::binary_t&) { refuse("must be JSON"); }

  bool string(std::string& value) {
    check(value);
    return add(std::move(value));
  }

  bool key(std::string& name) {
    keys_.back().clear();
    check(name);
    if (open_.back()->contains(name)) refuse("has the key " + in_quotes(name) + " twice");
    keys_.back() = std::move(name);
    return true;
  }

  bool start_object(size_t) { return open(Json::object()); }
  bool start_array(size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(size_t position, const std::string&, const Json::exception&) {
    throw Refusal{pointer(), place_in(text_, position) + " is not JSON in UTF-8"};
  }

 private:
  [[noreturn]] void refuse(std::string sentence) const {
    throw Refusal{pointer(), std::move(sentence)};
  }

  std::string pointer() const {
    std::string pointer;
    for (size_t i = 0; i < open_.size(); ++i) {
      const bool list = open_[i]->is_array();
      if (i + 1 == open_.size() && !list && keys_[i].empty()) break;
      // Of the list that is being filled, the value that comes next.
      const size_t index = i + 1 == open_.size() ? open_[i]->size() : open_[i]->size() - 1;
      pointer += "/" + (list ? std::to_string(index) : pointer_step(keys_[i]));
    }
    return pointer;
  }

  void check(const std::string& text) const {
    if (text.size() > string_bytes_max) {
      refuse("is longer than " + std::to_string(string_bytes_max) + " bytes");
    }
    if (text.find('\0') != std::string::npos) refuse("has a zero byte in it");
  }

  Json* put(Json value) {
    if (++values_ > values_max) refuse("is one value too many");
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *open_.back();
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    return &(parent[keys_.back()] = std::move(value));
  }

  bool add(Json value) {
    put(std::move(value));
    return true;
  }

  bool open(Json value) {
    if (open_.size() == depth_max) {
      refuse("lies deeper than " + std::to_string(depth_max) + " levels");
    }
    open_.push_back(put(std::move(value)));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  std::string_view text_;
  Json root_;
  std::vector<Json*> open_;
  std::vector<std::string> keys_;  // by open value: the key that is being filled
  size_t values_ = 0;
};

}  // namespace

Json parse_json(std::string_view text) {
  if (text.size() > document_bytes_max) {
    throw Refusal{{}, "is longer than " + std::to_string(document_bytes_max >> 20U) + " MiB"};
  }
  if (const size_t zero = text.find('\0'); zero != std::string_view::npos) {
    throw Refusal{{}, place_in(text, zero + 1) + " is a zero byte"};
  }
  Builder builder(text);
  Json::sax_parse(text, &builder);
  return builder.take();
}

}  // namespace keel::canonical
