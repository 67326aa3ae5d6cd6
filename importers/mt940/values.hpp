// values.hpp: reads the dates, amounts and balances of MT940.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// Reads "250304". 80 to 99 are years of the last century.
///
///   Errors  malformed (no six digits, or a day that the calendar has not).
///   Cites   SWIFT Standards MT, General Information, format of dates.
Result<Date> parse_mt940_date(std::string_view text);

/// Reads "0304" as the day of that name nearest to `near`: an entry of 0102 with a value date of
/// 31 December is booked in the new year.
///
///   Errors  as above.
Result<Date> parse_mt940_entry_date(std::string_view text, Date near);

/// Reads "1250,05", "1250,", "1250". No sign, no groups.
///
///   Exact   Decimals beyond those of the currency are read where they are zeros. A point is read
///           as the mark where no comma stands beside it and one or two digits follow.
///   Errors  malformed, out_of_range.
Result<Money> parse_mt940_amount(std::string_view text, Currency currency);

/// A balance of a :60:, :62:, :64: or :65:.
struct Mt940Balance {
  Money amount;
  std::optional<Date> date;  ///< Nothing where the calendar has no such day.
  bool names_currency = true;
};

/// Reads "D250304EUR1250,05", and "D2503041250,05" with the currency of the statement.
///
///   Errors  malformed (no such form, no such currency), out_of_range, contradiction (another
///           currency than the statement's).
Result<Mt940Balance> parse_mt940_balance(std::string_view text, Currency statement_currency);

/// What a statement says of the number and the sum of its entries: "3EUR13,37".
struct Mt940Sum {
  std::uint64_t count = 0;
  Money amount;
};
Result<Mt940Sum> parse_mt940_sum(std::string_view text);

/// The code of the currency in a field of that tag, or "" where it names none.
[[nodiscard]] std::string_view mt940_currency_code(std::string_view tag, std::string_view text);

/// Whether it is written like an IBAN: two capitals, two digits, letters and digits.
[[nodiscard]] bool has_form_of_iban(std::string_view text);

/// Whether it is an IBAN with the right check digits.
///
///   Cites   ISO 13616-1, modulus 97-10 of ISO/IEC 7064.
[[nodiscard]] bool is_iban(std::string_view text);

}  // namespace recoup
