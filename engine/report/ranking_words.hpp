// ranking_words.hpp: what the answers about a ranking have in common.
#pragma once

#include <string>

#include "recoup/report/json_writer.hpp"
#include "recoup/report/ranking_report.hpp"

namespace recoup {

/// "Operation Alliance" or "Every case"; DRAFT in front where the pack is one.
[[nodiscard]] std::string head_words(const RankingContext& context);
/// "105*": an asterisk where a fact is missing.
[[nodiscard]] std::string points_words(const RankedCase& ranked);
/// "80 to 140"; empty where nothing is missing.
[[nodiscard]] std::string range_words(const RankedCase& ranked);
/// The expected net recovery; "not known" where a fact is missing for it.
[[nodiscard]] std::string expected_words(const RankedCase& ranked);
/// "+20", "-5", "0".
[[nodiscard]] std::string signed_words(const Decimal& points);

/// Opens the document and says what was asked.
void write_ranking_head(JsonWriter& json, const RankingContext& context);

}  // namespace recoup
