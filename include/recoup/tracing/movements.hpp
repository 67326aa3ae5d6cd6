// movements.hpp: the one order in which money moved, as the documents alone decide it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/matching/links.hpp"

namespace recoup {

/// A leg's row or none, in the four bytes of a row.
class MaybeLeg {
 public:
  constexpr MaybeLeg() noexcept = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a row is a leg, and nothing is none.
  constexpr MaybeLeg(LegRow row) noexcept : row_(row) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr MaybeLeg(std::nullopt_t) noexcept {}

  constexpr explicit operator bool() const noexcept { return row_ != none; }
  /// Requires that there is one.
  constexpr const LegRow& operator*() const noexcept { return row_; }

  friend constexpr bool operator==(MaybeLeg, MaybeLeg) noexcept = default;

 private:
  static constexpr LegRow none{0xFFFFFFFF};
  LegRow row_ = none;
};

/// An amount that goes from one node to another. At least one leg is held.
struct Movement {
  MaybeLeg debit;   ///< Empty where the money comes from an end point.
  MaybeLeg credit;  ///< Empty where it goes to one.
  /// Of a credit that gives an earlier debit back: the row of that debit, which went to an end
  /// point.
  std::optional<std::uint32_t> reverses = {};
  /// Where it is less than the whole of one of its legs: so much of it, else 0. A debit that
  /// several credits make up is a movement to each of them; a credit of several debits, one from
  /// each.
  MinorUnits part = 0;
  /// What is left of a debit beside such parts: taken out on the way by a bank.
  bool is_charge = false;

  /// The leg that orders it: its debit leg, or its credit leg where no debit leg is held.
  [[nodiscard]] LegRow leg() const { return debit ? *debit : *credit; }
};

/// In which order the legs stand of which nothing proves the order (Ledger::unordered).
enum class DayOrder : std::uint8_t { as_listed, credits_first, debits_first };

/// "as-listed", "credits-first", "debits-first".
[[nodiscard]] std::string_view text(DayOrder order);

/// A credit that is said to give a debit back and is followed as an ordinary credit.
struct OrdinaryReversal {
  LegRow credit{};
  std::string why;  ///< In words: the debit comes later, it was given back already ...
};

/// Two rows of Movements::in_order: the lots of the credit that would repay the overdraft, out of
/// which the debit to an end point was paid, are the debit's.
struct Coordination {
  std::uint32_t debit = 0;
  std::uint32_t credit = 0;

  friend auto operator<=>(const Coordination&, const Coordination&) = default;
};

/// An assertion of coordination that cannot be followed.
struct UnusedCoordination {
  LegRow debit{};
  LegRow credit{};
  std::string why;
};

/// All movements of a ledger in trace order.
struct Movements {
  DayOrder day_order = DayOrder::as_listed;
  std::vector<Movement> in_order;
  std::vector<OrdinaryReversal> ordinary_reversals;  ///< In order of the credit's row.
  std::vector<Coordination> coordinations;           ///< By credit, then debit; each once.
  std::vector<UnusedCoordination> unused_coordinations;
  /// Places in `in_order` at which nothing was free: the statements contradict each other there.
  std::vector<std::size_t> contradictions;
};

/// Puts the movements in the total order of tracing.md: a movement is free when everything before
/// it on its accounts' statements has been placed; of the free ones the earliest booking time comes
/// next, then the account name first in byte order, then the earlier on that statement.
///
/// Only a debit to an end point is given back by a reversal, and no more of it than it was; where
/// the money had reached a traced account, its return is an ordinary movement.
///
/// A coordination is of a debit to an end point, which nothing gives back, and of a later credit of
/// the same account and currency. Nothing makes one but a person's assertion: Federal Republic of
/// Brazil v Durant [2015] UKPC 35.
///
/// Of legs whose order nothing proves, credits or debits stand first as `day_order` says; a
/// reversal stands behind its debit. Where the statement of the other side proves another order,
/// that one holds.
///
///   Cost  O(N log N) time where statements do not contradict each other.
[[nodiscard]] Movements order_movements(const Ledger& ledger, const Links& links,
                                        DayOrder day_order = DayOrder::as_listed);

/// The name of an end point: the leg's counterparty account, else its counterparty's name, else its
/// description, else "unknown".
[[nodiscard]] std::string_view end_point_name(const LegText& text);

/// What a movement takes from its debit leg, and what it puts on its credit leg: of a leg that is
/// not held, the other's.
///
///   Unit  Minor units of the leg's currency, above zero.
[[nodiscard]] inline MinorUnits debited(const Ledger& ledger, const Movement& movement) {
  if (movement.part != 0) return movement.part;
  const MinorUnits amount = ledger.amount_minor[index(movement.leg())];
  return amount < 0 ? -amount : amount;
}
[[nodiscard]] inline MinorUnits credited(const Ledger& ledger, const Movement& movement) {
  if (movement.part != 0 || !movement.credit) return debited(ledger, movement);
  return ledger.amount_minor[index(*movement.credit)];
}

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
