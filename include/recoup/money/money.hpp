// money.hpp: an exact amount of one currency.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/money/currency.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {

/// The character that separates whole units from decimals in a document.
enum class DecimalMark : char { point = '.', comma = ',' };

/// Count of minor units. 64 bits hold every bank balance but not the wei of ten ether.
using MinorUnits = Int128;

/// An exact amount of one currency, counted in whole minor units.
///
///   Shape   Value type, 32 bytes, trivially copyable. Zero still has a currency.
///   Unit    Minor unit of `currency()`: penny for GBP, yen for JPY, wei for ETH. How many decimals
///           there are belongs to the currency, never to the amount.
///   Range   -2^127 to 2^127 - 1 minor units.
///   Exact   Nothing here rounds. Division exists only as `apportion`, whose parts add up to the
///           whole.
///   Errors  Text that is no exact amount, and sums outside the range, are faults of the data and
///           come back as `Error`. Adding two currencies is a fault of the caller and stops the
///           program.
///   Cites   ISO 4217:2015, List One, column "Minor unit", for the decimals of state currencies.
///
/// Example
///   auto paid = Money::parse("1,250.05", usd, DecimalMark::point).value();
///   paid.minor();                     // 125005
///   paid.apportion({1, 1, 1});        // 416.69, 416.68, 416.68
class Money {
 public:
  /// `minor` minor units of `currency`: `Money(125005, usd)` is 1,250.05 dollars.
  constexpr Money(MinorUnits minor, Currency currency) noexcept
      : minor_(minor), currency_(currency) {}

  /// Reads an amount as a bank printed it.
  ///
  /// `mark` is a property of the document and is never guessed: "1.250" is a thousand and a
  /// quarter in one country and one and a quarter in the next. Groups, when present, must be of
  /// three digits. More decimals than the currency has is an error even when they are zeros.
  ///
  /// Errors: malformed (not an amount, wrong grouping, too many decimals), out_of_range.
  static Result<Money> parse(std::string_view text, Currency currency, DecimalMark mark);

  /// Reads an amount in plain decimal notation, as JSON and canonical CSV carry it: a sign, digits
  /// without groups, a point and decimals where there are any.
  ///
  /// Errors: malformed, out_of_range.
  static Result<Money> parse_plain(std::string_view text, Currency currency);

  [[nodiscard]] constexpr MinorUnits minor() const noexcept { return minor_; }
  [[nodiscard]] constexpr Currency currency() const noexcept { return currency_; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return minor_ < 0; }
  [[nodiscard]] constexpr bool is_zero() const noexcept { return minor_ == 0; }

  /// Sum and difference.
  ///
  /// Requires equal currencies. Errors: out_of_range.
  [[nodiscard]] Result<Money> plus(Money other) const;
  [[nodiscard]] Result<Money> minus(Money other) const;

  /// Order by size.
  ///
  /// Not `operator<`: amounts in different currencies have no order, and a sort must not find one.
  /// Requires equal currencies.
  [[nodiscard]] std::strong_ordering compare(Money other) const;

  /// Cuts the amount in proportion to `weights`, by largest remainder: every part is rounded
  /// towards zero, and the minor units left over go one each to the largest remainders, ties to
  /// the earlier weight.
  ///
  /// Requires weights of zero or more with a sum above zero. The parts add up to this amount.
  [[nodiscard]] std::vector<Money> apportion(const std::vector<MinorUnits>& weights) const;

  /// "-1250.05": sign, digits with exactly `currency().decimals()` decimals; what JSON and CSV
  /// carry. The same on every machine and in every locale.
  [[nodiscard]] std::string plain() const;
  /// "-1250.05 USD".
  [[nodiscard]] std::string text() const;
  /// "-1,250.05": with groups of three, for people.
  [[nodiscard]] std::string grouped() const;

  friend constexpr bool operator==(Money, Money) noexcept = default;

 private:
  MinorUnits minor_;
  Currency currency_;
};

}  // namespace recoup
