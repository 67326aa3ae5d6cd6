// account_key.hpp: when two spellings name one account.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/records/statement.hpp"

namespace recoup {

/// `name` without blanks, hyphens and slashes, its ASCII letters in capitals: "20-11-22 12345678"
/// and "20112212345678" have one key, and so have an IBAN in groups of four and in one run.
///
/// A name with fewer than six digits ("cash", "Wallet B") is its own key, letter by letter.
/// Nothing more is taken for the same: an IBAN is not compared with the sort code inside it.
[[nodiscard]] std::string account_key(std::string_view name);

/// By key, the name under which an account goes: of its spellings the first in byte order.
[[nodiscard]] std::map<std::string, std::string> names_by_account_key(
    const std::vector<StatementPart>& parts);

}  // namespace recoup
