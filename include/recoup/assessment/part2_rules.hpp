// part2_rules.hpp: the figures of POCA 2002 Part 2 that an assessment needs, as data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"
#include "recoup/number/fraction.hpp"
#include "recoup/parameters/table.hpp"

namespace recoup {

/// A figure with its authority.
template <typename T>
struct RuleFigure {
  T value;
  std::string authority;
};

/// The longest term in default for amounts up to a bound.
struct DefaultBand {
  std::optional<Money> upper;  ///< The bound itself is inside; nothing for the highest band.
  int months = 0;
  std::string authority;
};

/// The parameters of Part 2.
///
///   Shape   A ParameterTable with `part2.offences_from` (a date), `available.nominal_amount`,
///           `gift.undervalue_flag` (a ratio), `interest.rate` (percent a year),
///           `interest.year_days`, and `default_term.N.upper`, `default_term.N.months` for
///           N from 1, the highest band without an upper bound.
///   Errors  Those of ParameterTable. Every question: not_found (undetermined: no row covers the
///           day), malformed (the value is not of its kind).
class Part2Rules {
 public:
  static Result<Part2Rules> parse(std::string_view csv, const std::string& document);

  [[nodiscard]] Result<RuleFigure<Date>> offences_from(Date governing) const;
  [[nodiscard]] Result<RuleFigure<Money>> nominal_amount(Date governing) const;
  [[nodiscard]] Result<RuleFigure<Fraction>> undervalue_flag(Date governing) const;
  [[nodiscard]] Result<RuleFigure<Fraction>> interest_rate_percent(Date governing) const;
  [[nodiscard]] Result<RuleFigure<int>> days_in_year(Date governing) const;
  [[nodiscard]] Result<DefaultBand> default_band(Money ordered, Date governing) const;

 private:
  [[nodiscard]] Result<const Parameter*> find(std::string_view name, Date governing) const;
  [[nodiscard]] Error malformed(const Parameter& row, std::string expected) const;

  ParameterTable table_;
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
