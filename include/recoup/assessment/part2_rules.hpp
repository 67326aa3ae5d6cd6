// part2_rules.hpp: what the tables of the pack on POCA 2002 Part 2 decide for an assessment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"
#include "recoup/number/fraction.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// A figure with its authority.
template <typename T>
struct RuleFigure {
  T value;
  std::string authority;
};

/// What a table concluded, in the words of its row.
struct Ruling {
  bool determined = false;
  Value value;                       ///< Null unless determined.
  std::string rule;                  ///< Of the row that fired; empty unless determined.
  std::string reason;                ///< Its sentence with the figures, without the full stop.
  std::string authority;             ///< "POCA 2002 s.10(2)"; several with "; " between.
  std::vector<std::string> missing;  ///< Facts to obtain, unless determined.

  [[nodiscard]] bool is_true() const noexcept { return determined && value.is_true(); }
  [[nodiscard]] bool is_false() const noexcept { return determined && value.is_false(); }
  /// The value as an amount. Errors: malformed (no exact number of pence).
  [[nodiscard]] Result<Money> sterling() const;
};

/// The longest term in default for an amount.
struct DefaultBand {
  int months = 0;
  std::string authority;
};

/// The facts that a table is asked with.
class RulingFacts {
 public:
  RulingFacts& with(std::string_view name, Value value);
  RulingFacts& with(std::string_view name, Money amount);
  /// The value, or the missing fact that `to_obtain` names.
  template <typename T>
  RulingFacts& with(std::string_view name, const std::optional<T>& value, std::string to_obtain) {
    return with(name, value ? Value(*value) : Value::missing(std::move(to_obtain)));
  }

  [[nodiscard]] const FactTable& table() const noexcept { return table_; }

 private:
  FactTable table_;
};

/// The tables and figures of Part 2. No figure of the law stands anywhere else.
///
///   Shape   The pack "ew-poca-part2", or one with the same decisions and the figures
///           `interest.rate` (percent a year) and `interest.year_days`.
///   Errors  Every question: not_found (a figure on that day), malformed (a value that is not of
///   its
///           kind), contradiction (rows that contradict each other).
class Part2Rules {
 public:
  /// Errors: contradiction (the pack is not enabled).
  static Result<Part2Rules> of(Pack pack);

  /// What the table answers under the law of the day `governing`.
  [[nodiscard]] Result<Ruling> decide(std::string_view decision, const RulingFacts& facts,
                                      Date governing) const;
  [[nodiscard]] Result<RuleFigure<Fraction>> interest_rate_percent(Date governing) const;
  [[nodiscard]] Result<RuleFigure<int>> days_in_year(Date governing) const;
  /// Errors: not_found also where no band is in force.
  [[nodiscard]] Result<DefaultBand> default_band(Money ordered, Date governing) const;

 private:
  explicit Part2Rules(Pack pack) : pack_(std::move(pack)) {}
  [[nodiscard]] Result<const DatedFigure*> figure(std::string_view name, Date governing) const;

  Pack pack_;
};

/// Simple interest on `principal` for the days after `due` up to and including `paid_on`, rounded
/// half up to the minor unit; nil where it was paid by `due`.
///
///   Cites  POCA 2002 s.12; Judgments Act 1838 s.17; SI 1993/564. Simple, on actual days, is a
///          convention: s.12(4) could be read to compound.
///
/// Errors: those of the rules, on the day `due`; out_of_range.
[[nodiscard]] Result<Money> interest_after_due(Money principal, Date due, Date paid_on,
                                               const Part2Rules& rules);

/// What of the receipts is directed to a priority order, where means do not meet both orders.
///
///   Cites  POCA 2002 s.13(5)-(6).
struct PriorityDirection {
  Money to_priority_order;  ///< The shortfall, and never more than the priority order.
  Money left_of_receipts;   ///< What remains of the confiscation order.
};

/// Requires one currency and amounts of zero or more. Errors: out_of_range.
[[nodiscard]] Result<PriorityDirection> direct_receipts(Money means, Money confiscation,
                                                        Money priority_order);

}  // namespace recoup
