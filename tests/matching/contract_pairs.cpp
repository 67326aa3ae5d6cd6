#include "contract_pairs.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace recoup {

ContractPairs contract_pairs(const TruthWorld& world, const Ledger& ledger) {
  std::map<std::string, AccountRow> row_of;
  for (const TruthAccount& account : world.accounts) {
    const auto at = std::find(ledger.accounts.begin(), ledger.accounts.end(), account.name);
    if (at == ledger.accounts.end()) continue;
    const auto row = static_cast<AccountRow>(at - ledger.accounts.begin());
    row_of[account.name] = row;
    row_of[account.iban] = row;
  }
  using Key = std::tuple<AccountRow, AccountRow, std::string, MinorUnits, Date>;
  std::map<Key, std::pair<std::vector<LegRow>, std::vector<LegRow>>> alike;
  for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
    const auto named = row_of.find(std::string(ledger.text[i].counterparty_account));
    if (named == row_of.end()) continue;
    const MinorUnits amount = ledger.amount_minor[i];
    const bool is_debit = amount < 0;
    const AccountRow own = ledger.account[i];
    const Key key(is_debit ? own : named->second, is_debit ? named->second : own,
                  std::string(ledger.currency[i].code()), is_debit ? -amount : amount,
                  ledger.booked_at[i].date());
    auto& [debits, credits] = alike[key];
    (is_debit ? debits : credits).push_back(static_cast<LegRow>(i));
  }
  ContractPairs pairs;
  for (const auto& [key, legs] : alike) {
    const auto& [debits, credits] = legs;
    if (debits.size() == credits.size()) {
      for (std::size_t i = 0; i < debits.size(); ++i) pairs.exact.emplace(debits[i], credits[i]);
    } else if (!debits.empty() && !credits.empty()) {
      pairs.in_review.insert(debits.begin(), debits.end());
      pairs.in_review.insert(credits.begin(), credits.end());
    }
  }
  return pairs;
}

}  // namespace recoup
