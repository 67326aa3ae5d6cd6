#include "balances.hpp"

#include <optional>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

struct Opening {
  Money amount;
  RecordPlace place;
};

std::string describe(RecordPlace place) {
  return place.document.short_text() + ":" + std::to_string(place.line);
}

/// The first printed balance less every amount up to and with its entry.
Result<std::optional<Opening>> opening_from_entries(const Population& population,
                                                    Currency currency) {
  Money sum(0, currency);
  for (const PlacedEntry& placed : population.entries) {
    if (placed.entry.amount.currency() != currency) continue;
    RECOUP_TRY(next, sum.plus(placed.entry.amount));
    sum = next;
    if (!placed.entry.balance) continue;
    RECOUP_TRY(opening, placed.entry.balance->minus(sum));
    return std::optional(Opening{opening, placed.place});
  }
  return std::optional<Opening>();
}

/// A statement's own opening balance, or its closing balance less all of its entries where the
/// closing balance is not older than the last of them.
Result<std::optional<Opening>> opening_from_statement(const StatementPart& part,
                                                      Currency currency) {
  for (const StatementBalance& balance : part.balances) {
    if (balance.kind != StatementBalance::Kind::opening) continue;
    if (balance.amount.currency() != currency) continue;
    return std::optional(Opening{balance.amount, {part.document, balance.line}});
  }
  Money sum(0, currency);
  std::optional<Date> last;
  for (const Transaction& entry : part.entries) {
    if (entry.amount.currency() != currency) continue;
    RECOUP_TRY(next, sum.plus(entry.amount));
    sum = next;
    last = entry.booked_at.civil().date();
  }
  for (const StatementBalance& balance : part.balances) {
    if (balance.amount.currency() != currency || !last || balance.date < *last) continue;
    RECOUP_TRY(opening, balance.amount.minus(sum));
    return std::optional(Opening{opening, {part.document, balance.line}});
  }
  return std::optional<Opening>();
}

Result<std::optional<Opening>> opening_from_documents(const Population& population,
                                                      const std::vector<StatementPart>& parts,
                                                      Currency currency) {
  RECOUP_TRY(from_entries, opening_from_entries(population, currency));
  if (from_entries || parts.empty()) return from_entries;
  return opening_from_statement(parts.front(), currency);
}

LedgerRemark opening_differs(const std::string& account, const DeclaredOpening& declared,
                             const Opening& stated) {
  return {LedgerRemark::Kind::opening_differs, account, declared.place,
          "opening balance " + declared.amount.text(),
          stated.amount.text() + ", which follows from " + describe(stated.place)};
}

}  // namespace

Result<CurrencyBalances> follow_balances(const std::string& account, const Population& population,
                                         const std::vector<StatementPart>& parts, Currency currency,
                                         const DeclaredOpening* declared) {
  RECOUP_TRY(stated, opening_from_documents(population, parts, currency));
  CurrencyBalances balances{Money(0, currency), {}, {}, {}};
  if (stated) {
    balances.opening = stated->amount;
    balances.opening_place = stated->place;
    if (declared != nullptr && declared->amount != stated->amount) {
      balances.remarks.push_back(opening_differs(account, *declared, *stated));
    }
  } else if (declared != nullptr) {
    balances.opening = declared->amount;
    balances.opening_place = declared->place;
  }
  Money running = balances.opening;
  for (std::size_t i = 0; i < population.entries.size(); ++i) {
    const Transaction& entry = population.entries[i].entry;
    if (entry.amount.currency() != currency) continue;
    RECOUP_TRY(expected, running.plus(entry.amount));
    if (entry.balance && *entry.balance != expected) {
      RECOUP_TRY(restart, entry.balance->minus(entry.amount));
      RECOUP_TRY(difference, entry.balance->minus(expected));
      balances.gaps.push_back({i, running, restart});
      balances.remarks.push_back(
          {LedgerRemark::Kind::balance_does_not_follow, account, population.entries[i].place,
           "balance " + entry.balance->text(),
           expected.text() + " (a difference of " + difference.plain() + ")"});
    }
    running = entry.balance ? *entry.balance : expected;
  }
  return balances;
}

}  // namespace recoup
