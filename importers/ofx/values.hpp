// values.hpp: reads the values of an OFX document.
#pragma once

#include <string>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// Reads "20250304", "202503040915", "20250304091500", "20250304091500.123[-5:EST]".
///
///   Same    Eight digits are a day. Digits for a time make a time; it has an offset where the
///           document states one, and is the bank's own clock where it states none.
///   Errors  malformed.
///   Cites   OFX 1.6, 3.2.8 (date and time).
Result<BookingTime> parse_ofx_time(std::string_view text);

/// Reads "-1250.05", "-1250,05", "+.50", "100.0000".
///
///   Exact   A comma is the decimal mark only where it is the only one, no point stands beside it,
///           and one or two digits follow. Decimals beyond those of the currency are read where
///           they are zeros and there are four or more decimals in all: "1.500" may be fifteen
///           hundred, "1.5000" may not.
///   Errors  malformed, out_of_range.
///   Cites   OFX 1.6, 3.2.9.1 (amount).
Result<Money> parse_ofx_amount(std::string_view text, Currency currency);

/// How an account is called: "20-11-22 12345678" for a sort code, else "BANK ACCOUNT", and the
/// account alone where there is no bank. README.md has the rule.
[[nodiscard]] std::string ofx_account_name(std::string_view bank, std::string_view account,
                                           std::string_view currency);

}  // namespace recoup
