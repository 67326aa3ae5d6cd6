// tracer.hpp: follows tainted money through accounts in which it was mixed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/tracing/movements.hpp"

namespace recoup {

/// Which of the mixed money a debit is deemed to take. The names on the command line are these,
/// with hyphens.
enum class TracingMethod : std::uint8_t {
  fifo,                         ///< Devaynes v Noble (Clayton's Case) (1816) 1 Mer 572.
  lifo,                         ///< No authority; shown for comparison only.
  pro_rata,                     ///< Barlow Clowes International v Vaughan [1992] 4 All ER 22.
  lowest_intermediate_balance,  ///< Roscoe (James) (Bolton) Ltd v Winder [1915] 1 Ch 62.
  tainted_first,                ///< Re Oatway [1903] 2 Ch 356.
};

inline constexpr std::array<TracingMethod, 5> dividing_methods = {
    TracingMethod::fifo, TracingMethod::lifo, TracingMethod::pro_rata,
    TracingMethod::lowest_intermediate_balance, TracingMethod::tainted_first};

/// "fifo", "lifo", "pro-rata", "lowest-intermediate-balance", "tainted-first".
[[nodiscard]] std::string_view text(TracingMethod method);
[[nodiscard]] std::optional<TracingMethod> parse_tracing_method(std::string_view text);
/// The case behind a method, as a report cites it.
[[nodiscard]] std::string_view authority(TracingMethod method);

/// Money the case says is tainted: the whole or a part of a credit from an end point, or of an
/// opening balance. Sources are numbered in the order in which they are declared.
struct Source {
  std::string id;
  std::optional<LegRow> credit;  ///< Empty where the source is on an opening balance,
  AccountRow account{};          ///< which is then this account's.
  Money amount;                  ///< Above zero, and no more than the credit or opening balance.
};

/// So much money with one tag: a source's row, or clean.
struct Lot {
  static constexpr std::uint32_t clean = 0xFFFFFFFF;

  std::uint32_t tag = clean;
  MinorUnits amount = 0;

  friend bool operator==(const Lot&, const Lot&) = default;
};

/// Where a part of a source is at the end.
struct Holding {
  enum class Kind : std::uint8_t { account, end_point, overdraft, gap };

  std::uint32_t source = 0;
  Kind kind = Kind::account;
  std::string node;
  Money amount;  ///< Above zero.
};

/// "account", "end-point", "overdraft", "gap".
[[nodiscard]] std::string_view text(Holding::Kind kind);

/// A part of a source that a movement carried.
struct Carried {
  std::uint32_t movement = 0;  ///< Row in Movements::in_order.
  std::uint32_t source = 0;
  MinorUnits amount = 0;  ///< In the debit's currency where the movement has a debit leg.
};

/// A credit that its bank, or a person, says is interest on the account.
struct InterestCredit {
  LegRow credit{};
  std::optional<Date> from;  ///< First day for which it was paid, where somebody says so.
};

/// Interest that was split over the money that earned it.
struct AccruedInterest {
  std::uint32_t movement = 0;  ///< Row in Movements::in_order.
  Date from;                   ///< The first day that counts, and the first that does not. Each
  Date until;                  ///< counts with what the account held at its end.
  std::vector<Lot> shares;     ///< Of sources, in their order; the rest is clean.
};

/// A part of a source that would have repaid an overdraft and, as a person asserts, financed a
/// debit out of it.
struct Attributed {
  Coordination coordination;
  std::uint32_t source = 0;
  MinorUnits amount = 0;
};

/// What became of the sources under one method.
///
///   Promise  Where one currency is concerned the holdings of a source add up to its amount and the
///            interest accrued on it.
struct Trace {
  TracingMethod method = TracingMethod::fifo;
  DayOrder day_order = DayOrder::as_listed;  ///< Of the movements that were followed.
  std::size_t movement_count = 0;            ///< How many of the movements were followed (`as_at`).
  /// By source; within one largest first, ties by node, kind, currency.
  std::vector<Holding> holdings;
  std::vector<Carried> carried;           ///< By movement, then source, if asked for. No zeros.
  std::vector<AccruedInterest> interest;  ///< By movement; empty unless it was asked for.
  std::vector<Attributed> attributed;     ///< By credit, debit, source.
};

/// What a trace is asked.
struct TraceQuestion {
  std::vector<Source> sources;
  TracingMethod method = TracingMethod::fifo;
  /// Follow the movements, in trace order, up to the last one booked at or before this moment.
  std::optional<CivilTime> as_at;
  /// Split these over the tags by what each held and for how long; without them interest is clean.
  std::vector<InterestCredit> accrue = {};
  /// Whether the answer says what each movement carried. Where sources are many that is nearly all
  /// of the answer.
  bool wants_carried = true;
};

/// Says, to the minor unit, where each source went.
///
///   Shape   Reads the movements in their order. Writes one Trace.
///   Unit    Whole minor units at every step; nothing is kept as a fraction. Where money changes
///           currency the two amounts on the statements are used, never a market rate.
///   Exact   A share is cut by largest remainder, so the parts of every debit add up. After every
///           movement, for every source:
///               on accounts + at end points + repaid to overdrafts + stopped at gaps = its amount
///           and for every account the lots add up to its balance, or are none and it is overdrawn.
///           Both are checked after every movement in every build. Interest that is accrued adds to
///           its sources' amounts: POCA 2002 s.307. The period of a credit begins, unless somebody
///           says when, on the day of the interest before it on that account, or of the account's
///           first entry. Its weights are minor units held at the end of a day, times days.
///   Same    Equal arguments give an equal answer: no clock, no random numbers, no order taken
///           from a hash table.
///   Errors  contradiction: a source on a debit or on a movement between two traced accounts, or
///           sources larger than their credit or opening balance; interest that is no credit from
///           an end point. out_of_range: a weight of interest leaves 128 bits.
///   Cites   The case at each method. Where the cases leave something open, and why it was decided
///           as it is: engine/decisions.
[[nodiscard]] Result<Trace> trace(const Ledger& ledger, const Movements& movements,
                                  const TraceQuestion& question);

}  // namespace recoup
