// result.hpp: a value, or the reason why there is none.
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "recoup/base/check.hpp"
#include "recoup/base/error.hpp"

namespace recoup {

/// Either a `T` or an `Error`. (`std::expected` is C++23.)
///
///   Errors  `value()` of an error and `error()` of a value are mistakes of the caller and stop the
///           program.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: by design
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: by design

  [[nodiscard]] bool has_value() const noexcept { return held_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] const T& value() const& {
    RECOUP_CHECK(has_value());
    return std::get<0>(held_);
  }
  [[nodiscard]] T& value() & {
    RECOUP_CHECK(has_value());
    return std::get<0>(held_);
  }
  // By value and no reference: `for (x : f().value())` would outlive what a reference names.
  [[nodiscard]] T value() && {
    RECOUP_CHECK(has_value());
    return std::get<0>(std::move(held_));
  }
  [[nodiscard]] const Error& error() const& {
    RECOUP_CHECK(!has_value());
    return std::get<1>(held_);
  }
  [[nodiscard]] Error error() && {
    RECOUP_CHECK(!has_value());
    return std::get<1>(std::move(held_));
  }

 private:
  std::variant<T, Error> held_;
};

/// Done, or the reason why not.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}  // NOLINT: by design

  [[nodiscard]] bool has_value() const noexcept { return !error_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  [[nodiscard]] const Error& error() const& {
    RECOUP_CHECK(error_.has_value());
    return *error_;
  }
  [[nodiscard]] Error error() && {
    RECOUP_CHECK(error_.has_value());
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

}  // namespace recoup

/// Declares `name` from a Result, or returns its Error from the enclosing function.
#define RECOUP_TRY(name, expression)                               \
  auto name##_or_error = (expression);                             \
  if (!name##_or_error) return std::move(name##_or_error).error(); \
  auto name = std::move(name##_or_error).value()
