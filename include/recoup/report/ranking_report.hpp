// ranking_report.hpp: a ranking as JSON for programs and as text for people.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recoup/completeness/completeness.hpp"
#include "recoup/ranking/ranking.hpp"
#include "recoup/report/case_links.hpp"

namespace recoup {

/// A case that has no place because its records contradict themselves.
struct UnrankedCase {
  std::string case_id;
  std::string why;
};

/// What a ranking was asked.
struct RankingContext {
  std::string operation;  ///< Empty: every case.
  std::string as_at;
  Money under_investigation;  ///< Sum of the sources of all cases ranked, in GBP.
  std::vector<UnrankedCase> unranked;
  /// By case: periods that its figures rest on and that nothing proves.
  std::map<std::string, std::vector<UnverifiedPeriod>> unverified = {};
  CaseLinks links = {};  ///< What the cases share with others; it moves none of them.
};

[[nodiscard]] std::string ranking_json(const RankingContext& context,
                                       const std::vector<RankedCase>& ranked);
[[nodiscard]] std::string ranking_text(const RankingContext& context,
                                       const std::vector<RankedCase>& ranked);
/// Why one case stands where it stands: every row that gave points, and every fact to obtain.
[[nodiscard]] std::string explanation_text(const RankingContext& context,
                                           const std::vector<RankedCase>& ranked, std::size_t row);

}  // namespace recoup
