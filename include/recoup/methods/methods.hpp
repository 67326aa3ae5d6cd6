// methods.hpp: the indirect methods of a financial investigation, line by line and to the penny.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/methods/credits.hpp"
#include "recoup/methods/facts.hpp"

namespace recoup {

/// Four ways to measure one gap. Their figures are never added to each other.
enum class FinancialMethod : std::uint8_t {
  net_worth,
  source_and_application,
  bank_deposits,
  income_and_credits,
};

inline constexpr std::array all_financial_methods = {
    FinancialMethod::net_worth, FinancialMethod::source_and_application,
    FinancialMethod::bank_deposits, FinancialMethod::income_and_credits};

/// "net-worth", "source-and-application", "bank-deposits", "income-and-credits".
[[nodiscard]] std::string_view text(FinancialMethod method);

/// One line of a schedule, with the sign with which it enters the figure.
struct ScheduleLine {
  std::string heading;
  std::string item;  ///< Id of the case file's entry, or the account.
  std::string description;
  std::optional<Date> date;
  Money amount;
  /// Document and line. Of a statement's line the document has no name here, only its digest.
  std::vector<StatedPlace> places;
};

/// What a heading comes to, in the order of the formula.
struct ScheduleTotal {
  std::string heading;
  Money amount;
};

/// What supplying a missing fact can do to the figure.
enum class MissingEffect : std::uint8_t { lowers, raises, either };

struct MissingMeans {
  std::string what;
  MissingEffect effect = MissingEffect::either;
};

/// "can only lower the figure" and so on.
[[nodiscard]] std::string_view text(MissingEffect effect);

/// The credits of one account in one tax year (6 April to 5 April), by kind.
struct CreditYear {
  std::string account;
  int first_year = 0;  ///< 2023 is the tax year 2023-24.
  std::array<MinorUnits, credit_kind_count> by_kind{};
  Money unexplained;  ///< Cash, third parties and unknown.
};

/// What income somebody states for a tax year beside what was credited as such.
struct IncomeYear {
  int first_year = 0;
  IncomeKind kind = IncomeKind::wages;
  Money stated;
  Money credited;
};

/// "2023-24".
[[nodiscard]] std::string tax_year_text(int first_year);
/// The year in which the tax year of `day` began.
///
///   Cites  Income Tax Act 2007 s.4: from 6 April to the next 5 April.
[[nodiscard]] int tax_year_of(Date day);

/// A method's outcome.
///
///   Exact    The figure is the sum of the lines, and of the totals.
///   Promise  Where a fact is missing the figure is provisional, or there is none.
struct MethodSchedule {
  FinancialMethod method = FinancialMethod::net_worth;
  std::string formula;
  std::string authority;
  std::optional<Money> figure;  ///< The unexplained amount; negative: more is explained than used.
  std::vector<ScheduleTotal> totals;
  std::vector<ScheduleLine> lines;
  std::vector<CreditYear> credit_years;  ///< Of income_and_credits alone, as the next.
  std::vector<IncomeYear> income_years;
  std::vector<MissingMeans> missing;
  std::vector<std::string> notes;

  [[nodiscard]] bool provisional() const noexcept { return !missing.empty() || !figure; }
};

/// What the methods go by. All of it must outlive the call.
struct MethodQuestion {
  const MeansFacts& facts;
  const Ledger& ledger;
  const Credits& credits;
  Currency currency = gbp;  ///< Of the figure: what is in another currency is missing, not counted.
};

/// One method's schedule.
///
///   Same    The order of import changes nothing.
///   Errors  out_of_range: a sum leaves 128 bits.
[[nodiscard]] Result<MethodSchedule> work_out(FinancialMethod method,
                                              const MethodQuestion& question);

}  // namespace recoup
