// movements.hpp: the one order in which money moved, as the documents alone decide it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recoup/matching/links.hpp"

namespace recoup {

/// An amount that goes from one node to another. At least one leg is held.
struct Movement {
  std::optional<LegRow> debit;   ///< Empty where the money comes from an end point.
  std::optional<LegRow> credit;  ///< Empty where it goes to one.
  /// Where it is less than the whole of one of its legs: so much of it. A debit that several
  /// credits make up is a movement to each of them; a credit of several debits, one from each.
  std::optional<MinorUnits> part = {};
  /// What is left of a debit beside such parts: taken out on the way by a bank.
  bool is_charge = false;

  /// The leg that orders it: its debit leg, or its credit leg where no debit leg is held.
  [[nodiscard]] LegRow leg() const { return debit ? *debit : *credit; }
};

/// All movements of a ledger in trace order.
struct Movements {
  std::vector<Movement> in_order;
  /// Places in `in_order` at which nothing was free: the statements contradict each other there.
  std::vector<std::size_t> contradictions;
};

/// Puts the movements in the total order of tracing.md: a movement is free when everything before
/// it on its accounts' statements has been placed; of the free ones the earliest booking time comes
/// next, then the account name first in byte order, then the earlier on that statement.
///
///   Cost  O(N log N) time where statements do not contradict each other.
[[nodiscard]] Movements order_movements(const Ledger& ledger, const Links& links);

/// The name of an end point: the leg's counterparty account, else its counterparty's name, else its
/// description, else "unknown".
[[nodiscard]] const std::string& end_point_name(const LegText& text);

/// What a movement takes from its debit leg, and what it puts on its credit leg: of a leg that is
/// not held, the other's.
///
///   Unit  Minor units of the leg's currency, above zero.
[[nodiscard]] MinorUnits debited(const Ledger& ledger, const Movement& movement);
[[nodiscard]] MinorUnits credited(const Ledger& ledger, const Movement& movement);

/// The name of the end point to which a movement without a credit leg goes.
[[nodiscard]] std::string end_point_of(const Ledger& ledger, const Movement& movement);

/// "<first twelve digits of the document's digest>:<line>" of the leg that orders the movement: the
/// same whatever else is imported. Movements that share a leg have ":<line>" of their credit behind
/// it, or ":charge".
[[nodiscard]] std::string movement_id(const Ledger& ledger, const Movement& movement);

/// How many movements, in trace order, lead up to the last one booked at or before `as_at`; all of
/// them without it.
[[nodiscard]] std::size_t followed_count(const Ledger& ledger, const Movements& movements,
                                         const std::optional<CivilTime>& as_at);

}  // namespace recoup
