// iban.hpp: international account numbers, and the domestic numbers inside them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recoup {

/// An international bank account number whose check digits hold.
struct Iban {
  std::string country;  ///< "GB".
  std::string bban;     ///< The domestic part: what follows the check digits.
};

/// Reads an IBAN in any case, in groups or in one run.
///
///   Exact  Nothing where the check digits do not hold, or where a country whose length is known
///          has another.
///   Cites  ISO 13616-1:2020; check digits by ISO/IEC 7064, MOD 97-10.
[[nodiscard]] std::optional<Iban> parse_iban(std::string_view text);

/// The keys (account_key.hpp) under which the account goes at home: the whole domestic part, and
/// where its country writes the bank's code and the account's number apart, the two together, with
/// and without the zeros that fill the number up. Without keys of fewer than eight digits.
[[nodiscard]] std::vector<std::string> domestic_keys(const Iban& iban);

}  // namespace recoup
