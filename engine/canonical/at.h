#pragma once
// At: a place in a JSON document, with what may stand there. A place that holds something else is
// refused: `Refusal` is thrown, and caught in program_json.cpp and nowhere else. Internal to
// `canonical`.
//
//   at.only({"title", "code"});
//   flow.title = at.need("title").words();
//   at.need("code").each([&](const At& step) { flow.code.push_back(step_at(step)); });
//
// A place points to the one above it, which must outlive it. Threads: one owner.
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canonical/enum_names.h"

namespace keel::canonical {

using Json = nlohmann::json;

struct Refusal {
  std::string pointer;
  std::string sentence;
};

// "a/b" as one step of a JSON Pointer: "a~1b".
std::string pointer_step(std::string_view key);
// In double quotes, cut where it is long.
std::string in_quotes(std::string_view text);

class At {
 public:
  explicit At(const Json& root) : json_(&root) {}
  At(const At& parent, std::string_view key, const Json& json)
      : json_(&json), parent_(&parent), key_(key) {}
  At(const At& parent, size_t index, const Json& json)
      : json_(&json), parent_(&parent), index_(index) {}

  std::string pointer() const;
  [[noreturn]] void refuse(std::string sentence) const;

  // An object with no other keys than these.
  void only(std::initializer_list<std::string_view> keys) const;
  At need(std::string_view key) const;
  std::optional<At> maybe(std::string_view key) const;
  bool has(std::string_view key) const;
  bool is_text() const { return json_->is_string(); }
  // The only key of an object.
  std::string_view only_key() const;

  template <class Take>
  void each(Take take) const {
    if (!json_->is_array()) refuse("must be a list");
    size_t index = 0;
    for (const Json& one : *json_) take(At(*this, index++, one));
  }
  template <class Take>
  void entries(Take take) const {
    if (!json_->is_object()) refuse("must be an object");
    for (auto one = json_->begin(); one != json_->end(); ++one) {
      take(one.key(), At(*this, one.key(), one.value()));
    }
  }

  const std::string& words() const;  // any text
  const std::string& text() const;   // that is not empty
  const std::string& id() const;     // kebab-case: of a flow or a part
  const std::string& slot() const;   // snake_case
  int64_t number(int64_t min, int64_t max) const;
  uint64_t unsigned_number() const;
  bool flag() const;  // true or false
  std::vector<std::string> texts() const;
  std::string words_or_none(std::string_view key) const;
  std::vector<std::string> texts_or_none(std::string_view key) const;
  bool flag_or_false(std::string_view key) const;

  template <class Enum, size_t count>
  Enum one_of(const EnumNames<Enum, count>& names) const {
    const std::optional<Enum> value = value_in(names, words());
    if (value) return *value;
    std::string all;
    for (const EnumName<Enum>& one : names) {
      all += (all.empty() ? "" : ", ") + std::string(one.name);
    }
    refuse("must be one of: " + all);
  }

 private:
  const Json* json_;
  const At* parent_ = nullptr;
  std::string_view key_;  // empty within a list, or where the key is empty
  size_t index_ = 0;
};

}  // namespace keel::canonical
