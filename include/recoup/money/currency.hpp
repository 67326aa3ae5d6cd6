// currency.hpp: which currencies there are and how many decimals each has.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// A currency that the table knows, by its code.
///
///   Shape   Value type, 4 bytes.
///   Cites   ISO 4217:2015 List One, column "Minor unit"; BTC (8, satoshi) and ETH (18, wei) by the
///           units of their own protocols.
class Currency {
 public:
  /// The currency called `code`, in capitals.
  ///
  /// Errors: malformed (no such code).
  static Result<Currency> parse(std::string_view code);

  [[nodiscard]] std::string_view code() const noexcept { return {code_.data(), code_.size()}; }
  [[nodiscard]] int decimals() const noexcept { return decimals_; }

  friend auto operator<=>(const Currency&, const Currency&) noexcept = default;

 private:
  friend constexpr Currency known_currency(const char (&code)[4], std::uint8_t decimals) noexcept;
  constexpr Currency() noexcept = default;

  std::array<char, 3> code_{};
  std::uint8_t decimals_ = 0;
};

/// For the table and the constants below alone: `decimals` is what the table says.
constexpr Currency known_currency(const char (&code)[4], std::uint8_t decimals) noexcept {
  Currency currency;
  currency.code_ = {code[0], code[1], code[2]};
  currency.decimals_ = decimals;
  return currency;
}

inline constexpr Currency gbp = known_currency("GBP", 2);
inline constexpr Currency eur = known_currency("EUR", 2);
inline constexpr Currency usd = known_currency("USD", 2);
inline constexpr Currency jpy = known_currency("JPY", 0);
inline constexpr Currency btc = known_currency("BTC", 8);
inline constexpr Currency eth = known_currency("ETH", 18);

}  // namespace recoup
