// matter_answers.hpp: what clocks and tables of the law answer about entries of a case file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"

namespace recoup {

/// How long something may take, counted from a day that the case file states.
struct PeriodLimit {
  std::string entry;  ///< "reconsiderations/R1".
  std::string rule;   ///< "confiscation.reconsideration".
  std::optional<Date> last_day;
  std::string working;  ///< "6 years starting with 14 June 2024".
  std::string authority;
  std::vector<std::string> missing;
};

/// Whether the tables let an order be discharged.
struct DischargeOutcome {
  std::string entry;
  std::optional<bool> met;  ///< Nothing where a fact is missing.
  std::vector<std::string> reasons;
  std::string authority;
  std::vector<std::string> missing;
};

/// The answers that an assessment is given beside its own rules.
struct MatterAnswers {
  std::vector<PeriodLimit> limits;
  std::vector<DischargeOutcome> discharges;

  /// The one about `entry`, or nothing.
  [[nodiscard]] const PeriodLimit* limit(std::string_view entry, std::string_view rule) const;
  [[nodiscard]] const DischargeOutcome* discharge(std::string_view entry) const;
};

}  // namespace recoup
