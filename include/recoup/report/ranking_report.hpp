// ranking_report.hpp: a ranking as JSON for programs and as text for people.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/completeness/completeness.hpp"
#include "recoup/ranking/ranking.hpp"
#include "recoup/ranking/sensitivity.hpp"
#include "recoup/report/case_links.hpp"
#include "recoup/report/nightly_report.hpp"

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
  std::vector<std::string> remarks = {};  ///< What a person must settle, in sentences.
  bool is_draft = false;                  ///< The pack is one that nobody reviewed.
  CaseLinks links = {};  ///< What the cases share with others; it moves none of them.
};

/// Every case, or only the one of that row.
[[nodiscard]] std::string ranking_json(const RankingContext& context,
                                       const std::vector<RankedCase>& ranked,
                                       std::optional<std::size_t> only = {});
[[nodiscard]] std::string ranking_text(const RankingContext& context,
                                       const std::vector<RankedCase>& ranked);
/// Why one case stands where it stands: every row that gave points, what to do today, and every
/// fact to obtain with what it could change.
[[nodiscard]] std::string explanation_text(const RankingContext& context,
                                           const std::vector<RankedCase>& ranked, std::size_t row);

/// What is to be done today, in sentences, the weightiest first: the deadline, what the rows say
/// that gave points, and the facts whose answer could move the case most.
[[nodiscard]] std::vector<std::string> to_do(const RankedCase& ranked);

[[nodiscard]] std::string comparison_text(const RankingContext& context,
                                          const Comparison& comparison);
[[nodiscard]] std::string comparison_json(const RankingContext& context,
                                          const Comparison& comparison);

[[nodiscard]] std::string sensitivity_text(const RankingContext& context,
                                           const std::vector<WeightTrial>& trials);
[[nodiscard]] std::string sensitivity_json(const RankingContext& context,
                                           const std::vector<WeightTrial>& trials);

/// A case as it stands, and as it would.
struct SupposedPlace {
  std::size_t place_before = 0;  ///< From 1.
  std::size_t place_after = 0;
  RankedCase before;
  RankedCase after;
};
/// What is supposed, and every case that it moves.
struct SupposedRanking {
  std::vector<std::string> suppositions;
  std::vector<SupposedPlace> cases;  ///< Those that are spoken of, then those that change places.
};
[[nodiscard]] std::string supposed_text(const RankingContext& context,
                                        const SupposedRanking& supposed);
[[nodiscard]] std::string supposed_json(const RankingContext& context,
                                        const SupposedRanking& supposed);

/// What moved since a ranking that was recorded.
struct RankingChange {
  std::string recorded_at;
  std::string as_at;
  bool is_same_pack = true;
  std::vector<RankingMove> moves;
};
[[nodiscard]] std::string change_text(const RankingContext& context, const RankingChange& change);
[[nodiscard]] std::string change_json(const RankingContext& context, const RankingChange& change);

}  // namespace recoup
