// point_range.hpp: how far missing facts could move the points of a case.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recoup/ranking/ranking.hpp"

namespace recoup {

/// The weight of a rule in force: the parameter that bears its name.
struct RuleWeight {
  std::string parameter;
  Decimal points;
};
using RuleWeights = std::map<std::string, RuleWeight>;

/// Every answer that a fact could give to the rows of a pack.
///
///   Exact  A fact that is a number is tried at each bound that a row holds it against, at zero,
///   and
///          between and beyond them; a share only from 0 to 1. So every set of rows that one fact
///          can fire together is met.
class FactAnswers {
 public:
  /// Tries every fact of these decisions. Errors: as Pack::evaluate.
  static Result<FactAnswers> of(const Pack& pack, const std::vector<std::string>& decisions,
                                Date as_at);

  /// What the open rules of a case could add, by the missing facts that they share.
  ///
  /// Exact: every combination of the facts of a group is tried where there are at most a few
  /// thousand; else the rules are taken one by one, which can only be wider.
  [[nodiscard]] std::vector<OpenPoints> open_points(const std::vector<FindingRule>& open,
                                                    const RuleWeights& weights) const;

 private:
  Result<void> try_fact(const Pack& pack, const std::string& decision, const Finding& untold,
                        const std::string& fact, bool is_truth, bool is_share, Date as_at);
  [[nodiscard]] OpenPoints group_points(const std::vector<const FindingRule*>& rules,
                                        const std::vector<std::string>& facts,
                                        const RuleWeights& weights) const;

  std::map<std::string, std::size_t> tries_;  // by fact, how many values were tried
  // By rule and fact: of each value that was tried, whether the row lets it pass.
  std::map<std::pair<std::string, std::string>, std::vector<bool>> passes_;
};

}  // namespace recoup
