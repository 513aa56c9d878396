#pragma once
// A value or the reason why there is none, for everything that meets the outside world. Not for
// authors' mistakes (those are Diagnostics) nor for our own (those are KEEL_ASSERT).
//
//   Result<Database> db = Database::open(path);
//   if (!db) return db.error();
//   use(*db);
//
// Threads: a plain value. Failure: reading the value of a failed Result is an assertion.
#include <string>
#include <utility>
#include <variant>

#include "base/assert.h"

namespace keel {

enum class ErrorCode { invalid_argument, not_found, unavailable, corrupt, denied, limit, conflict };

struct Error {
  ErrorCode code = ErrorCode::unavailable;
  std::string message;  // one sentence for a person who runs keel; never a user's words
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() { return value(); }
  const T& operator*() const { return const_cast<Result*>(this)->value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &const_cast<Result*>(this)->value(); }
  const Error& error() const {
    const Error* error = std::get_if<Error>(&state_);
    KEEL_ASSERT(error != nullptr);
    return *error;
  }

 private:
  T& value() {
    T* value = std::get_if<T>(&state_);
    KEEL_ASSERT(value != nullptr);
    return *value;
  }

  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace keel
