// coverage.hpp: which days of an account a document shows from beginning to end.
#pragma once

#include <optional>

#include "recoup/records/statement.hpp"

namespace recoup {

/// The days of one part. Its first and last day may have been cut where nothing states the period.
struct DayCoverage {
  Date first;
  Date last;
  bool shows_all_of_first = false;
  bool shows_all_of_last = false;

  [[nodiscard]] bool shows_all_of(Date day) const {
    return (day > first || (day == first && shows_all_of_first)) &&
           (day < last || (day == last && shows_all_of_last));
  }
  [[nodiscard]] bool touches(const DayCoverage& other) const {
    return first <= other.last && other.first <= last;
  }
};

/// Requires a part with entries.
[[nodiscard]] DayCoverage coverage_of(const StatementPart& part);

/// What the part states, or lets follow, of the balance before its first and after its last entry.
[[nodiscard]] std::optional<Money> balance_before_all(const StatementPart& part);
[[nodiscard]] std::optional<Money> balance_after_all(const StatementPart& part);

}  // namespace recoup
