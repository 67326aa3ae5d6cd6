#include "recoup/typologies/typologies.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "recoup/base/check.hpp"
#include "series.hpp"

namespace recoup {
namespace {

struct TypologyWords {
  std::string_view name;
  std::array<std::string_view, 3> innocent;
};

constexpr std::array<TypologyWords, 13> typology_words = {{
    {"structuring",
     {"takings of a cash business that are banked day by day",
      "a limit of the branch or of the machine at which cash is paid in",
      "savings in cash that are paid in as they are found"}},
    {"round-sums",
     {"rent, board or standing orders, which are agreed in round sums",
      "pocket money or help within a family", "instalments of an agreed price"}},
    {"just-under",
     {"prices that end just below a round sum", "a limit of the payer's own bank",
      "a price with a small fee taken off"}},
    {"pass-through",
     {"pay that leaves at once for rent, a mortgage or savings",
      "an account kept for one purpose, such as bills shared by a household",
      "an agent or a solicitor who holds money for others"}},
    {"money-mule",
     {"a collection for friends, a club or a funeral that is handed on",
      "sales of own goods whose takings are moved to savings",
      "an account holder who was deceived, which is a question of its own"}},
    {"cash-intensive",
     {"a trade that is paid in cash, such as a market stall or a taxi",
      "tips and small jobs that are declared", "a person who does not trust cards"}},
    {"loan-back",
     {"a family or a business that lends to and fro",
      "a deposit or a purchase that was called off, and money that came back under a wrong name",
      "a loan whose repayments run through an account that is not held"}},
    {"dormant-then-active",
     {"an inheritance, a house sale or redundancy pay",
      "statements of the time between that are not held", "a student or a seafarer who came back"}},
    {"fan-in",
     {"a business, a club or a landlord with many payers", "a collection for a present or a cause",
      "sales of own goods"}},
    {"fan-out",
     {"a payroll, or a business with many suppliers", "a household that pays its bills on one day",
      "refunds to customers"}},
    {"cycle",
     {"members of a family or a group of companies that settle accounts",
      "a purchase that was called off", "a savings club that pays round"}},
    {"crypto-off-ramp",
     {"a saver who buys at every pay day", "a trade with own money",
      "an account holder who was deceived, which is a question of its own"}},
    {"income-mismatch",
     {"capital: an inheritance, a sale, redundancy pay",
      "money of others that runs through the account",
      "transfers from own accounts that are not held"}},
}};

/// So that no sum of some movements can leave 128 bits on the way.
Result<void> check_size(const Ledger& ledger) {
  MinorUnits sum = 0;
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const MinorUnits amount = ledger.amount_minor[i];
    const auto more = amount < 0 ? checked_subtract(sum, amount) : checked_add(sum, amount);
    if (!more) {
      return Error{ErrorCode::out_of_range,
                   "movements of " + ledger.accounts[index(ledger.account[i])],
                   "movements that add up to no more than 128 bits",
                   {}};
    }
    sum = *more;
  }
  return {};
}

constexpr std::array detectors = {
    find_structuring, find_round_sums, find_just_under, find_pass_through, find_cash_intensive,
    find_loan_back,   find_dormant,    find_fans,       find_crypto,
};

}  // namespace

std::string_view text(Typology typology) {
  return typology_words.at(static_cast<std::size_t>(typology)).name;
}

std::vector<std::string_view> innocent_explanations(Typology typology) {
  const auto& words = typology_words.at(static_cast<std::size_t>(typology)).innocent;
  return {words.begin(), words.end()};
}

Result<Indicators> find_indicators(const TypologyQuestion& question) {
  RECOUP_CHECK(question.kinds.size() == question.ledger.leg_count());
  RECOUP_CHECK(question.holders.size() == question.ledger.accounts.size());
  if (auto checked = check_size(question.ledger); !checked) return checked.error();
  const TypologyContext context(question);
  Indicators indicators;
  for (const LegSeries& series : context.series()) {
    for (const auto& detect : detectors) detect(context, series, indicators.found);
  }
  find_cycles(context, indicators);
  find_income_mismatch(context, indicators);
  const auto key = [](const Indicator& one) {
    return std::tuple(one.typology, one.account, one.movements.front(), one.sentence);
  };
  std::stable_sort(indicators.found.begin(), indicators.found.end(),
                   [&](const Indicator& a, const Indicator& b) { return key(a) < key(b); });
  for (const auto& [pattern, needs] :
       {std::pair("cuckoo smurfing",
                  "the remittance from abroad that the payee expects: who, how "
                  "much, at what rate"),
        std::pair("Scottish and Northern Irish notes, many branches",
                  "the denomination, issuer and branch of each cash credit"),
        std::pair("takings against capacity", "seats, turns and prices of the business")}) {
    indicators.not_examined.push_back({pattern, needs});
  }
  return indicators;
}

}  // namespace recoup
