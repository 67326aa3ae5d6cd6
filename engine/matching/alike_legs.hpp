// alike_legs.hpp: several legs that could all be each other's.
#pragma once

#include <set>
#include <vector>

#include "exact.hpp"

namespace recoup {

/// An exact pair; `alike` such pairs are interchangeable.
struct ExactPair {
  LegRow debit{};
  LegRow credit{};
  std::uint32_t alike = 1;

  friend auto operator<=>(const ExactPair&, const ExactPair&) = default;
};

/// Legs of the same two accounts, currency, amount and day, in order.
struct AlikeLegs {
  std::vector<LegRow> debits;
  std::vector<LegRow> credits;
};

/// Appends the exact pairs of alike legs, or the review that they go to, where some can belong to
/// each other by their booking times.
class AlikeSettler {
 public:
  /// Everything must outlive it.
  AlikeSettler(const Ledger& ledger, const std::set<LegPair>& rejected,
               std::vector<LegState>& states, std::vector<ExactPair>& pairs,
               std::vector<Review>& review)
      : ledger_(ledger), rejected_(rejected), states_(states), pairs_(pairs), review_(review) {}

  void settle_day(const AlikeLegs& day);

 private:
  void settle(const AlikeLegs& alike);
  [[nodiscard]] bool has_rejected(const AlikeLegs& alike) const;

  const Ledger& ledger_;
  const std::set<LegPair>& rejected_;
  std::vector<LegState>& states_;
  std::vector<ExactPair>& pairs_;
  std::vector<Review>& review_;
};

}  // namespace recoup
