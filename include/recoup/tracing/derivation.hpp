// derivation.hpp: why a figure of a trace is what it is, movement by movement.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// An account in one currency around a step.
struct AccountStep {
  AccountRow account{};
  Currency currency = gbp;
  std::vector<Lot> before;  ///< First lot first; empty where nothing was held.
  std::vector<Lot> after;
  MinorUnits balance_before = 0;  ///< Negative where it is overdrawn.
  MinorUnits balance_after = 0;
  /// Entries since the account's last step, or its beginning, that are no steps: no source was on
  /// it then.
  std::uint32_t passed_over = 0;
  bool is_first = false;  ///< Whether no step of the account came before.

  /// Whether it holds some of a source before the step or behind it.
  [[nodiscard]] bool is_tainted() const;
};

/// One step: an opening balance, a gap at which money stopped, or a movement.
struct DerivationStep {
  enum class Kind : std::uint8_t { opening, gap, movement };

  Kind kind = Kind::movement;
  std::uint32_t movement = 0;  ///< Of a movement: its row in Movements::in_order.
  LegRow leg{};                ///< Of a gap: the first leg behind it.
  std::vector<Lot> moved;      ///< What left, came in from an end point or stopped.
  std::vector<Lot> repaid;     ///< Of what arrived: what repaid an overdraft.
  /// Likewise: what a person attributes to debits that the overdraft paid.
  std::vector<Lot> attributed;
  std::optional<AccountStep> paid;      ///< The debited account, where it matters to the question.
  std::optional<AccountStep> received;  ///< The credited account, or the one of a gap or opening.
};

/// What is to be explained: any of these.
struct DerivationTarget {
  std::vector<std::uint32_t> movements;  ///< Payments: where their money came from.
  std::vector<AccountRow> accounts;      ///< What stands on them at the end.
  std::vector<std::uint32_t> sources;    ///< Where they went.
};

/// A trace with every step that the target rests on.
struct Derivation {
  Trace trace;
  /// In trace order: from the first tainted money on, each movement of an account through which
  /// money came to the target, up to where it matters. Clean ones too, for they decide what a rule
  /// takes.
  std::vector<DerivationStep> steps;
};

/// Traces, and keeps the steps on which the target rests.
///
///   Promise  The figures are those of `trace`: the steps are told by the same pass.
///   Errors   As `trace`.
[[nodiscard]] Result<Derivation> derive(const Ledger& ledger, const Movements& movements,
                                        const TraceQuestion& question,
                                        const DerivationTarget& target);

/// The first movement that carries something else under the other trace, or nothing.
[[nodiscard]] std::optional<std::uint32_t> first_difference(const Trace& one, const Trace& other);

}  // namespace recoup
