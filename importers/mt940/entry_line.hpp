// entry_line.hpp: takes the line of an entry, :61:, apart.
#pragma once

#include <cstdint>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// The subfields of a :61:, as they stand there.
struct Mt940EntryLine {
  std::string_view value_date;  ///< Six digits.
  std::string_view entry_date;  ///< Four digits, or empty.
  bool is_debit = false;        ///< D, ED, and RC: a credit taken back is a debit.
  bool is_reversal = false;     ///< RC, RD.
  bool is_expected = false;     ///< EC, ED: announced and not booked.
  char funds_code = 0;          ///< The third letter of the currency, or 0.
  std::string_view amount;
  std::string_view code;  ///< "NTRF"; empty where the references follow the amount at once.
  std::string_view customer_reference;
  std::string_view bank_reference;  ///< Behind "//".
  std::string_view words;           ///< Behind a customer's reference filled up to its length.
};

/// Takes the first line of the field apart. Dates and amounts are only found, not read.
///
///   Errors  malformed.
///   Cites   SWIFT Standards MT, category 9, field 61, subfields 1 to 8.
Result<Mt940EntryLine> parse_mt940_entry_line(std::string_view line);

/// Whether a reference says no more than that there is none, or that it stands elsewhere: NONREF,
/// KREF+, zeros.
[[nodiscard]] bool is_mt940_filler(std::string_view reference);

}  // namespace recoup
