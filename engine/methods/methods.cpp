#include "recoup/methods/methods.hpp"

#include <algorithm>

#include "recoup/base/check.hpp"
#include "schedule.hpp"

namespace recoup {
namespace {

struct MethodWords {
  std::string_view name;
  std::string_view formula;
  std::string_view authority;
  Result<void> (*work_out)(ScheduleBuilder&);
};

constexpr std::string_view practice =
    "forensic accounting practice, an indirect method; no enactment prescribes it";

constexpr std::array<MethodWords, 4> methods = {{
    {"net-worth", "(closing net worth - opening net worth) + expenditure - known legitimate income",
     practice, work_out_net_worth},
    {"source-and-application", "applications of funds - known sources of funds", practice,
     work_out_source_and_application},
    {"bank-deposits",
     "total credits - own transfers - refunds and reversals - loans and gifts + cash spending "
     "outside the bank - known legitimate income",
     practice, work_out_bank_deposits},
    {"income-and-credits",
     "credits by account and tax year: unexplained = cash + third party + unknown",
     "the usual schedule of a statement of information, POCA 2002 s.16; the tax year is that of "
     "the Income Tax Act 2007 s.4",
     work_out_income_and_credits},
}};

const MethodWords& words_of(FinancialMethod method) {
  return methods.at(static_cast<std::size_t>(method));
}

}  // namespace

std::string_view text(FinancialMethod method) { return words_of(method).name; }

std::string_view text(MissingEffect effect) {
  switch (effect) {
    case MissingEffect::lowers: return "can only lower the figure";
    case MissingEffect::raises: return "can only raise the figure";
    case MissingEffect::either: break;
  }
  return "can change the figure either way";
}

Result<MethodSchedule> work_out(FinancialMethod method, const MethodQuestion& question) {
  RECOUP_CHECK(question.credits.is_own.size() == question.ledger.accounts.size());
  ScheduleBuilder builder(method, question);
  builder.schedule().formula = words_of(method).formula;
  builder.schedule().authority = words_of(method).authority;
  if (has_period(builder)) {
    if (auto worked = words_of(method).work_out(builder); !worked) return worked.error();
  }
  return std::move(builder).finish();
}

}  // namespace recoup
