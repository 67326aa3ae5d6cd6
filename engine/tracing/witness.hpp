// witness.hpp: is told of every step of a trace while it is made.
#pragma once

#include <cstdint>
#include <optional>

#include "lots.hpp"

namespace recoup {

/// The money of an account in one currency as it stands behind a step.
struct PocketView {
  AccountRow account{};
  Currency currency = gbp;
  const LotStore& lots;
  MinorUnits balance = 0;
};

/// The lots of one movement.
struct SeenLots {
  Lots moved;       ///< As they left, or as they came in from an end point.
  Lots repaid;      ///< Of what arrived: what repaid the receiving account's overdraft.
  Lots attributed;  ///< Likewise: what a person attributes to debits that the overdraft paid.
};

/// One who writes a trace down. What is handed over is valid during the call alone.
class TraceWitness {
 public:
  TraceWitness() = default;
  TraceWitness(const TraceWitness&) = delete;
  TraceWitness& operator=(const TraceWitness&) = delete;
  virtual ~TraceWitness() = default;

  virtual void opened(const PocketView& pocket) = 0;
  /// What was held stopped at the gap before a leg; `pocket` is how the account begins again.
  virtual void stopped(LegRow before, const Lots& lots, const PocketView& pocket) = 0;
  /// `row` in Movements::in_order; the accounts as they stand behind it.
  virtual void moved(std::uint32_t row, const SeenLots& lots, const std::optional<PocketView>& paid,
                     const std::optional<PocketView>& received) = 0;
};

/// As `trace`, with a witness.
[[nodiscard]] Result<Trace> trace_before(TraceWitness& witness, const Ledger& ledger,
                                         const Movements& movements, const TraceQuestion& question);

}  // namespace recoup
