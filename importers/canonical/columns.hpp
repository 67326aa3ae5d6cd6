// columns.hpp: the columns of canonical CSV, for the importer and the writer.
#pragma once

#include <array>
#include <string_view>

namespace recoup {

inline constexpr std::array<std::string_view, 9> canonical_columns = {
    "account",           "booked_at",   "amount",   "currency", "balance", "counterparty_account",
    "counterparty_name", "description", "reference"};

}  // namespace recoup
