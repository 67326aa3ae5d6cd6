// completeness.hpp: which days of an account the statements prove, and what is missing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/completeness/statement_check.hpp"

namespace recoup {

/// What can be said of a period, from good to bad.
enum class PeriodVerdict : std::uint8_t {
  verified,        ///< The balances prove that every entry is there.
  overlap,         ///< Two statements show these days.
  not_verifiable,  ///< Too few balances are stated to prove it, and nothing speaks against it.
  missing,         ///< No statement shows these days.
  does_not_add_up,
};

/// "verified", "overlap", "not-verifiable", "missing", "does-not-add-up".
[[nodiscard]] std::string_view text(PeriodVerdict verdict);

/// A row of an account's grid.
struct GridPeriod {
  Date from;
  Date until;
  PeriodVerdict verdict = PeriodVerdict::verified;
  bool agrees = true;               ///< Of an overlap: both statements show the same.
  std::optional<Money> difference;  ///< What is stated less what it should be, where that is known.
  std::vector<RecordPlace> places;  ///< The statements concerned, then the lines where it shows.
  std::vector<std::string> why;     ///< In sentences, the most important first.

  /// Nobody has to do anything about it.
  [[nodiscard]] bool is_sound() const {
    return verdict == PeriodVerdict::verified || (verdict == PeriodVerdict::overlap && agrees);
  }
};

/// Numbers that the bank left out, or whose statements are not held.
struct NumberHole {
  std::uint64_t from = 0;
  std::uint64_t until = 0;
  bool balance_carries_on = false;  ///< Then they held nothing, or what adds up to nothing.
  RecordPlace before;
  RecordPlace after;
};

/// An account in one currency: its statements and the grid of its days.
///
///   Shape  `periods` by first day, last day and verdict. Rows may share days: an overlap stands
///          beside the two statements, and a balance that does not carry on between the last day of
///          one and the first of the next.
struct AccountCompleteness {
  std::string account;
  Currency currency = gbp;
  std::vector<CheckedStatement> statements;
  std::vector<GridPeriod> periods;
  std::vector<NumberHole> number_holes;

  [[nodiscard]] bool is_complete() const;
};

/// A month of the calendar between the first and the last statement.
struct MonthVerdict {
  Date first;
  std::optional<PeriodVerdict> worst;  ///< Of the rows that touch it; none where no row does.
};
[[nodiscard]] std::vector<MonthVerdict> months_of(const AccountCompleteness& account);

/// A period on which no figure should rest without a word about it.
struct UnverifiedPeriod {
  std::string account;
  Currency currency = gbp;
  Date from;
  Date until;
  PeriodVerdict verdict = PeriodVerdict::missing;
  std::string why;

  friend bool operator==(const UnverifiedPeriod&, const UnverifiedPeriod&) = default;
};
[[nodiscard]] std::vector<UnverifiedPeriod> unverified_periods(
    const std::vector<AccountCompleteness>& accounts);

/// Chains the statements of each account and currency, and says what they prove.
///
///   Exact  A statement is proven by its opening balance, entries and closing balance; by running
///          balances that all follow; or by the statements beside it, where what the one before
///          ends with and its own entries come to what it, or the next one, states. A balance that
///          carries on bridges days that no statement shows: of statements that state their periods
///          at most four (a long weekend), else all.
///   Same   Whatever the order of `parts` and `evidence`.
[[nodiscard]] std::vector<AccountCompleteness> check_completeness(
    const std::vector<StatementPart>& parts, const std::vector<DocumentEvidence>& evidence,
    const std::vector<DecidedTie>& ties = {});

/// Whether every row of every account is sound.
[[nodiscard]] bool is_complete(const std::vector<AccountCompleteness>& accounts);

}  // namespace recoup
