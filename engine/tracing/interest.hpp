// interest.hpp: for how long each tag held how much, where interest was paid on it.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "lots.hpp"
#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// The days for which one credit of interest was paid, and what counts on them.
struct AccrualPeriod {
  LegRow credit{};
  Date from;
  Date until;  ///< The first day that does not count.
  std::map<std::uint32_t, Int128>
      weights;  ///< By tag: minor units at the end of a day, times days.
};

/// Counts, day by day, what each account that earned interest held.
class Accrual {
 public:
  /// Reads the movements up to `count`.
  ///
  /// Errors: contradiction (interest that is no credit from an end point).
  static Result<Accrual> make(const Ledger& ledger, const Movements& movements, std::size_t count,
                              const std::vector<InterestCredit>& credits);

  [[nodiscard]] bool is_empty() const noexcept { return pockets_.empty(); }

  /// Counts what is held for the days before `day`; false where a weight leaves 128 bits.
  [[nodiscard]] bool pass_to(const PocketKey& key, const LotStore& held, Date day);

  /// The period of this credit, or nothing where it is no interest.
  [[nodiscard]] const AccrualPeriod* of(const PocketKey& key, LegRow credit) const;

 private:
  struct EarningPocket {
    Date reached;
    std::vector<AccrualPeriod> periods;
  };

  std::map<PocketKey, EarningPocket> pockets_;
};

/// The interest in lots: its part of each source, then clean. Nothing where the weights' sum leaves
/// 128 bits.
[[nodiscard]] std::optional<Lots> interest_lots(const AccrualPeriod& period, MinorUnits amount);

}  // namespace recoup
