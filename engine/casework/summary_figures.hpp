// summary_figures.hpp: which figures a summary has, and what they are called.
#pragma once

#include "recoup/casework/summarise.hpp"

namespace recoup {

struct NamedSum {
  const char* json_name;
  const char* words;
  Money OperationSummary::*sum;
};

inline constexpr NamedSum summary_sums[] = {
    {"drugs_value", "Drugs, value", &OperationSummary::drugs_value},
    {"cash_seized", "Suspected illegal cash seized", &OperationSummary::cash_seized},
    {"under_investigation", "Under investigation", &OperationSummary::under_investigation},
    {"frozen", "Frozen in accounts", &OperationSummary::frozen},
    {"listed_assets", "Listed assets seized", &OperationSummary::listed_assets},
    {"cryptoassets", "Cryptoassets seized", &OperationSummary::cryptoassets}};

struct NamedCount {
  const char* kind;
  const char* json_name;
  const char* words;
};

inline constexpr NamedCount summary_counts[] = {
    {"warrant", "warrants", "Warrants executed"},
    {"arrest", "arrests", "Arrests"},
    {"charge", "charges", "People charged"},
    {"safeguarded", "people_safeguarded", "People safeguarded"},
    {"level-two-operation", "level_two_operations", "Level-two operations"}};

/// How many events of the kind; zero where there is none.
[[nodiscard]] std::int64_t count_named(const OperationSummary& summary, const char* kind);
/// Milligrams as kilograms with six decimals, which is exact.
[[nodiscard]] std::string kilograms(Int128 milligrams);

}  // namespace recoup
