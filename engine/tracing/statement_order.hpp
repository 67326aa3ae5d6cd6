// statement_order.hpp: in which order the legs of each account stand.
#pragma once

#include <vector>

#include "recoup/tracing/movements.hpp"

namespace recoup {

/// The legs of a ledger by place. Places are as rows are: account by account, [first_leg[a],
/// first_leg[a + 1]) for account a; only legs whose order nothing proves change theirs.
class StatementOrder {
 public:
  StatementOrder(const Ledger& ledger, const Links& links, DayOrder day_order);

  [[nodiscard]] LegRow leg_at(std::size_t place) const {
    return legs_.empty() ? static_cast<LegRow>(place) : legs_[place];
  }
  [[nodiscard]] std::size_t place_of(LegRow leg) const {
    return places_.empty() ? index(leg) : places_[index(leg)];
  }
  /// Whether some legs may stand in another order.
  [[nodiscard]] bool has_runs() const noexcept { return !runs_.empty(); }
  /// The places from which and up to which the order of this place is not proved: itself alone
  /// where it is.
  struct Span {
    std::size_t first = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] Span span_of(std::size_t place) const;

 private:
  std::vector<LegRow> legs_;         ///< By place; empty where every leg stands at its row.
  std::vector<std::size_t> places_;  ///< By leg, likewise.
  std::vector<Span> runs_;           ///< In order.
};

}  // namespace recoup
