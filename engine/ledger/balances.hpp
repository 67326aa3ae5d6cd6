// balances.hpp: what an account held before its first entry, and where its balances break off.
#pragma once

#include "recoup/ledger/builder.hpp"
#include "recoup/ledger/population.hpp"

namespace recoup {

/// A gap by its place among an account's entries.
struct EntryGap {
  std::size_t before = 0;
  Money held;
  Money restart;
};

/// A balance with which a statement ends, by the place of the entry before it.
struct EntryClosing {
  std::size_t last = 0;
  Money amount;
  RecordPlace place;
};

/// The balances of one account in one currency.
struct CurrencyBalances {
  Money opening;
  RecordPlace opening_place;
  std::vector<EntryGap> gaps;
  std::vector<LedgerRemark> remarks;
  std::vector<EntryClosing> closings = {};
};

/// Follows the balances of `currency` through an account's entries. An opening balance that the
/// statements give, printed or derived from the first printed balance, wins over `declared`.
[[nodiscard]] Result<CurrencyBalances> follow_balances(const std::string& account,
                                                       const Population& population,
                                                       const std::vector<StatementPart>& parts,
                                                       Currency currency,
                                                       const DeclaredOpening* declared);

}  // namespace recoup
