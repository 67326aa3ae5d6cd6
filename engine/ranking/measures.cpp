#include "recoup/ranking/measures.hpp"

#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

constexpr int share_decimals = 4;

/// A whole number of minor units as a decimal. Every amount that a case holds fits 34 digits; one
/// that does not is rounded to them, which no rank can tell.
Decimal decimal_of(Int128 minor, int decimals) { return Decimal::scaled(minor, decimals).value; }

}  // namespace

void Measures::set(std::string_view name, Value value, std::string unit, std::string derivation) {
  facts_.set(
      {std::string(name), std::move(value), std::move(unit), {"", 0, std::move(derivation)}});
}

void Measures::count(std::string_view name, std::int64_t count, std::string derivation) {
  set(name, Value(decimal_of(count, 0)), "", std::move(derivation));
}

void Measures::amount(std::string_view name, Money amount, std::string derivation) {
  set(name, Value(decimal_of(amount.minor(), amount.currency().decimals())),
      std::string(amount.currency().code()), std::move(derivation));
}

void Measures::share(std::string_view name, MinorUnits part, MinorUnits whole,
                     std::string derivation) {
  RECOUP_CHECK(whole > 0);
  const auto quotient = decimal_of(part, 0).over(decimal_of(whole, 0));
  RECOUP_CHECK(quotient.has_value());
  const auto rounded = quotient->value.rounded(share_decimals, Rounding::half_up);
  RECOUP_CHECK(rounded.has_value());
  set(name, Value(rounded->value), "", std::move(derivation));
}

void Measures::truth(std::string_view name, bool truth, std::string derivation) {
  set(name, Value(truth), "", std::move(derivation));
}

void Measures::missing(std::string_view name, const std::string& to_obtain) {
  set(name, Value::missing(to_obtain), "", "");
}

void Measures::found(std::string_view name, Value value, std::string unit, Origin origin) {
  facts_.set({std::string(name), std::move(value), std::move(unit), std::move(origin)});
}

}  // namespace recoup
