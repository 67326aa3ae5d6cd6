// limits.hpp: the limits that indicators meet, each with its authority and its owner.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/methods/credits.hpp"
#include "recoup/money/money.hpp"
#include "recoup/parameters/table.hpp"

namespace recoup {

/// A limit with the row that sets it.
template <typename T>
struct TypologyLimit {
  T value;
  Parameter row;
};
using CountLimit = TypologyLimit<std::int64_t>;
using MoneyLimit = TypologyLimit<Money>;

/// The rows in force on one day, typed.
struct TypologyLimits {
  /// Just below which cash may be kept, of every period: they go by the day of the credit.
  std::vector<MoneyLimit> structuring_limits;
  CountLimit structuring_floor_percent, structuring_count, structuring_days;
  MoneyLimit round_unit{Money(1, gbp), {}};
  CountLimit round_share_percent, round_count;
  MoneyLimit just_under_unit{Money(1, gbp), {}};
  CountLimit just_under_within_percent, just_under_share_percent, just_under_count;
  MoneyLimit pass_minimum{Money(1, gbp), {}};
  CountLimit pass_hours, pass_passed_percent, pass_share_percent, pass_count, pass_quiet_days;
  CountLimit mule_senders, mule_age_days;
  MoneyLimit mule_test_payment{Money(1, gbp), {}};
  CountLimit cash_share_percent, cash_count;
  CountLimit loan_outflow_percent, loan_days;
  CountLimit dormant_days, dormant_active_days, dormant_factor_percent;
  MoneyLimit dormant_minimum{Money(1, gbp), {}};
  CountLimit fan_parties, fan_days;
  MoneyLimit fan_minimum{Money(1, gbp), {}};
  CountLimit cycle_accounts, cycle_accounts_most, cycle_days, cycle_kept_percent, cycle_steps_most;
  MoneyLimit cycle_minimum{Money(1, gbp), {}};
  CountLimit crypto_count, crypto_passed_percent;
  std::vector<Parameter> crypto_words;
  CountLimit income_factor_percent;

  /// The limits in force on `governing`.
  ///
  /// Errors: what ParameterTable answers; not_found (a limit that no row sets); malformed (a value
  /// that is no whole number of 1 or more, or no amount above zero).
  static Result<TypologyLimits> parse(std::string_view csv, const std::string& document,
                                      Date governing);
};

/// The words of a file of parameters `credit_word.KIND.NAME` in force on `governing`, in the order
/// of kinds: cash, wages, benefits, refund, loan, gift.
///
/// Errors: what ParameterTable answers.
[[nodiscard]] Result<std::vector<CreditWord>> parse_credit_words(std::string_view csv,
                                                                 const std::string& document,
                                                                 Date governing);

}  // namespace recoup
