// account_name.hpp: names of accounts, the same from whatever layout they come.
#pragma once

#include <string>
#include <string_view>

#include "recoup/importers/importer.hpp"
#include "recoup/records/document.hpp"

namespace recoup {

/// The account as it is called here: an IBAN without its blanks; where `uk` is set, a sort code and
/// a number as "20-11-22 12345678"; everything else as written, without blanks at its ends.
[[nodiscard]] std::string profile_account(std::string_view written, bool uk);

/// "20-11-22" of "201122", "20-11-22" or "20 11 22"; anything else as written.
[[nodiscard]] std::string profile_sort_code(std::string_view written);

/// Whether a part of the name was blotted out: "**** 1234", "XXXX XXXX 9876".
[[nodiscard]] bool is_masked(std::string_view account);

/// The name of an account that nothing and nobody names.
[[nodiscard]] std::string unnamed_account(const Document& document);

}  // namespace recoup
