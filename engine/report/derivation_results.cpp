#include <map>
#include <set>
#include <utility>

#include "derivation_words.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// A line for each source that a payment carried, and its sum with other money.
void add_movement_result(const DerivationContext& context, const Derivation& derivation,
                         std::uint32_t row, std::vector<std::string>& out) {
  const DerivationWords words(context, derivation);
  const Movement& movement = words.movement(row);
  const LegRow leg = movement.leg();
  const Currency currency = words.ledger().currency[index(leg)];
  const MinorUnits whole = debited(words.ledger(), movement);
  MinorUnits rest = whole;
  std::string parts;
  for (const Carried& carried : derivation.trace.carried) {
    if (carried.movement != row) continue;
    parts += words.amount(carried.amount, currency) + " of " + words.tag(carried.source) + " + ";
    rest -= carried.amount;
  }
  RECOUP_CHECK(rest >= 0);
  out.push_back("The payment of " + words.amount(whole, currency) + " on " + words.day(leg) + " (" +
                words.place(leg) + ") = " + parts + words.amount(rest, currency) +
                " of other money.");
}

/// The sums of several payments, by source and currency.
void add_sum_result(const DerivationContext& context, const Derivation& derivation,
                    std::vector<std::string>& out) {
  const DerivationWords words(context, derivation);
  std::map<std::pair<std::uint32_t, Currency>, MinorUnits> sums;
  const std::set<std::uint32_t> rows(context.target.movements.begin(),
                                     context.target.movements.end());
  for (const Carried& carried : derivation.trace.carried) {
    if (!rows.contains(carried.movement)) continue;
    const LegRow leg = words.movement(carried.movement).leg();
    sums[{carried.source, words.ledger().currency[index(leg)]}] += carried.amount;
  }
  for (const auto& [key, sum] : sums) {
    out.push_back("In all " + words.amount(sum, key.second) + " of " + words.tag(key.first) +
                  " in " + std::to_string(rows.size()) + " payments.");
  }
}

/// Where a source is in the end, added up.
void add_source_result(const DerivationContext& context, const Derivation& derivation,
                       std::uint32_t source, std::vector<std::string>& out) {
  const DerivationWords words(context, derivation);
  for (const Holding& holding : derivation.trace.holdings) {
    if (holding.source != source) continue;
    const std::string where =
        holding.kind == Holding::Kind::account     ? "stands on " + printable(holding.node)
        : holding.kind == Holding::Kind::end_point ? "went to " + quoted(holding.node)
        : holding.kind == Holding::Kind::overdraft
            ? "repaid the overdraft of " + printable(holding.node)
            : "cannot be followed through the gap on " + printable(holding.node);
    out.push_back(words.amount(holding.amount.minor(), holding.amount.currency()) + " of " +
                  words.tag(source) + " " + where + ".");
  }
  const Money whole = (*context.trace.sources)[source].amount;
  MinorUnits sum = 0;
  bool is_one_currency = true;
  for (const Holding& holding : derivation.trace.holdings) {
    if (holding.source != source) continue;
    is_one_currency = is_one_currency && holding.amount.currency() == whole.currency();
    sum += holding.amount.minor();
  }
  if (is_one_currency) {
    out.push_back("Together " + words.amount(sum, whole.currency()) + ", of the " +
                  words.amount(whole.minor(), whole.currency()) + " that " + words.tag(source) +
                  " was declared as.");
  }
}

void add_account_result(const DerivationContext& context, const Derivation& derivation,
                        AccountRow account, std::vector<std::string>& out) {
  const DerivationWords words(context, derivation);
  const std::string& name = words.ledger().accounts[index(account)];
  const std::size_t before = out.size();
  for (const Holding& holding : derivation.trace.holdings) {
    if (holding.kind != Holding::Kind::account || holding.node != name) continue;
    out.push_back("In the end " + printable(name) + " holds " +
                  words.amount(holding.amount.minor(), holding.amount.currency()) + " of " +
                  words.tag(holding.source) + ".");
  }
  if (out.size() == before) out.push_back("In the end " + printable(name) + " holds no source.");
}

}  // namespace

std::vector<std::string> derivation_results(const DerivationContext& context,
                                            const Derivation& derivation) {
  std::vector<std::string> out;
  for (const std::uint32_t row : context.target.movements) {
    add_movement_result(context, derivation, row, out);
  }
  if (context.target.movements.size() > 1) add_sum_result(context, derivation, out);
  for (const AccountRow account : context.target.accounts) {
    add_account_result(context, derivation, account, out);
  }
  for (const std::uint32_t source : context.target.sources) {
    add_source_result(context, derivation, source, out);
  }
  return out;
}

}  // namespace recoup
