// bai2_values.hpp: reads the values of a BAI2 record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bai2/bai2_records.hpp"
#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// What a type code says of the record that bears it.
enum class Bai2Kind : std::uint8_t {
  credit,      ///< 102 to 399; 920 to 959 (a bank's own).
  debit,       ///< 402 to 699; 960 to 999 (a bank's own).
  total,       ///< 100, 101, 400, 401: everything credited or debited, of the day or the month.
  status,      ///< 001 to 099; 900 to 919 (a bank's own).
  loan,        ///< 700 to 799.
  information  ///< 890 to 899: no money.
};

/// The kind of a type code of three digits.
///
///   Errors  malformed (no type code that BAI2 gives).
///   Cites   BAI2, appendix A (uniform BAI codes and their ranges).
Result<Bai2Kind> bai2_kind(std::string_view code);

/// Reads "040620" or "20040620". Two digits for a year are of 1970 to 2069.
///
///   Errors  malformed.
Result<Date> parse_bai2_date(std::string_view text);

/// Reads digits with a sign or none, in minor units, without a point.
///
///   Errors  malformed, out_of_range.
Result<Money> parse_bai2_amount(std::string_view text, Currency currency);

/// When money of a record counts, and how many fields say so.
struct Bai2Funds {
  std::string text;  ///< The fields as written, "V,040622,"; "" where none is stated.
  std::optional<Date> value_date;
  std::size_t field_count = 1;
};

/// Reads the funds type in field `index` and what belongs to it.
///
///   Shape   "", 0, 1, 2, Z: one field. S: three amounts behind it. V: a date and a time behind it.
///           D: a count behind it, and so many pairs of days and amounts.
///   Errors  malformed.
///   Cites   BAI2, "Funds type".
Result<Bai2Funds> read_bai2_funds(const Bai2Record& record, std::size_t index);

}  // namespace recoup
