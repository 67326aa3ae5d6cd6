// columns.hpp: the columns of a seizures CSV.
#pragma once

#include <array>
#include <string_view>

namespace recoup {

inline constexpr std::array<std::string_view, 21> seizures_columns = {
    "id",           "operation", "case",     "kind",           "seized_at",
    "place",        "from_whom", "amount",   "currency",       "quantity",
    "notes",        "drug",      "weight_g", "purity_percent", "unit_price_per_kg",
    "price_source", "exhibit",   "seal",     "power",          "status",
    "orders"};

}  // namespace recoup
