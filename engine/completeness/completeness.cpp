#include "recoup/completeness/completeness.hpp"

#include <algorithm>
#include <utility>

#include "chain.hpp"

namespace recoup {
namespace {

Date first_of_month(Date day) {
  const std::chrono::year_month_day parts(day);
  return parts.year() / parts.month() / 1;
}

Date next_month(Date first) { return std::chrono::year_month_day(first) + std::chrono::months(1); }

std::string reasons(const GridPeriod& row) {
  std::string words;
  for (const std::string& why : row.why) words += (words.empty() ? "" : "; ") + why;
  return words;
}

}  // namespace

std::string_view text(PeriodVerdict verdict) {
  switch (verdict) {
    case PeriodVerdict::verified: return "verified";
    case PeriodVerdict::overlap: return "overlap";
    case PeriodVerdict::not_verifiable: return "not-verifiable";
    case PeriodVerdict::missing: return "missing";
    case PeriodVerdict::does_not_add_up: return "does-not-add-up";
  }
  return "unknown";
}

bool AccountCompleteness::is_complete() const {
  return !periods.empty() && std::all_of(periods.begin(), periods.end(),
                                         [](const GridPeriod& row) { return row.is_sound(); });
}

std::vector<MonthVerdict> months_of(const AccountCompleteness& account) {
  std::vector<MonthVerdict> months;
  if (account.periods.empty()) return months;
  Date last = account.periods.front().until;
  for (const GridPeriod& row : account.periods) last = std::max(last, row.until);
  for (Date first = first_of_month(account.periods.front().from); first <= last;
       first = next_month(first)) {
    MonthVerdict month{first, std::nullopt};
    for (const GridPeriod& row : account.periods) {
      if (row.from >= next_month(first) || row.until < first) continue;
      // Statements that agree about a day add nothing to what each of them proves.
      if (row.verdict == PeriodVerdict::overlap && row.agrees) continue;
      month.worst = month.worst ? std::max(*month.worst, row.verdict) : row.verdict;
    }
    months.push_back(month);
  }
  return months;
}

std::vector<UnverifiedPeriod> unverified_periods(const std::vector<AccountCompleteness>& accounts) {
  std::vector<UnverifiedPeriod> periods;
  for (const AccountCompleteness& account : accounts) {
    for (const GridPeriod& row : account.periods) {
      if (row.is_sound()) continue;
      periods.push_back(
          {account.account, account.currency, row.from, row.until, row.verdict, reasons(row)});
    }
  }
  return periods;
}

std::vector<AccountCompleteness> check_completeness(const std::vector<StatementPart>& parts,
                                                    const std::vector<DocumentEvidence>& evidence,
                                                    const std::vector<DecidedTie>& ties) {
  std::vector<AccountCompleteness> accounts;
  for (CheckedStatement& statement : check_statements(parts, evidence, ties)) {
    if (accounts.empty() || accounts.back().account != statement.account ||
        accounts.back().currency != statement.currency) {
      accounts.push_back({statement.account, statement.currency, {}, {}, {}});
    }
    accounts.back().statements.push_back(std::move(statement));
  }
  for (AccountCompleteness& account : accounts) chain_statements(account);
  return accounts;
}

bool is_complete(const std::vector<AccountCompleteness>& accounts) {
  return std::all_of(accounts.begin(), accounts.end(),
                     [](const AccountCompleteness& account) { return account.is_complete(); });
}

}  // namespace recoup
