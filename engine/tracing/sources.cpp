#include "sources.hpp"

#include <set>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

Error refused(const Source& source, std::string found, std::string expected) {
  return Error{ErrorCode::contradiction, std::move(found), std::move(expected),
               Place{"", 0, "source " + source.id}};
}

/// Of the sources' credits those whose money follows from a debit: of transfers, and of what is
/// given back.
std::set<LegRow> credits_of_debits(const Movements& movements,
                                   const std::vector<bool>& has_source) {
  std::set<LegRow> credits;
  for (const Movement& movement : movements.in_order) {
    if (!movement.credit || !has_source[index(*movement.credit)]) continue;
    if (movement.debit || movement.reverses) credits.insert(*movement.credit);
  }
  return credits;
}

/// Adds a source's lot where all lots together do not exceed `limit`.
Result<void> add_lot(Lots& lots, std::uint32_t tag, const Source& source, MinorUnits limit,
                     const std::string& limit_name) {
  const auto sum = checked_add(total(lots), source.amount.minor());
  if (!sum || *sum > limit) {
    return refused(source, source.amount.text(),
                   "with the other sources there, no more than " + limit_name + " of " +
                       Money(limit, source.amount.currency()).text());
  }
  lots.push_back({tag, source.amount.minor()});
  return {};
}

Result<void> add_on_credit(const Ledger& ledger, const std::set<LegRow>& transfers,
                           std::uint32_t tag, const Source& source, SourceLots& sorted) {
  const std::size_t leg = index(*source.credit);
  const Money booked(ledger.amount_minor[leg], ledger.currency[leg]);
  if (booked.minor() <= 0) {
    return refused(source, "an entry of " + booked.text(),
                   "a credit: a source is money that comes in");
  }
  if (transfers.contains(*source.credit)) {
    return refused(source, "a transfer between two traced accounts, or a debit that is given back",
                   "a credit from outside: what these carry follows from the paying account");
  }
  if (source.amount.currency() != booked.currency()) {
    return refused(source, source.amount.text(),
                   "the credit's currency, " + std::string(booked.currency().code()));
  }
  return add_lot(sorted.by_credit[*source.credit], tag, source, booked.minor(), "the credit");
}

Result<void> add_on_opening(const Ledger& ledger, std::uint32_t tag, const Source& source,
                            SourceLots& sorted) {
  for (const OpeningBalance& opening : ledger.openings) {
    if (opening.account != source.account) continue;
    if (opening.amount.currency() != source.amount.currency()) continue;
    return add_lot(sorted.by_opening[{opening.account, opening.amount.currency()}], tag, source,
                   opening.amount.minor(), "the opening balance");
  }
  return refused(source, "no opening balance on " + ledger.accounts[index(source.account)],
                 "an opening balance of at least " + source.amount.text());
}

}  // namespace

Result<SourceLots> sort_sources(const Ledger& ledger, const Movements& movements,
                                const std::vector<Source>& sources) {
  SourceLots sorted;
  sorted.has_source.assign(ledger.leg_count(), false);
  for (const Source& source : sources) {
    if (!source.credit) continue;
    RECOUP_CHECK(index(*source.credit) < ledger.leg_count());
    sorted.has_source[index(*source.credit)] = true;
  }
  const std::set<LegRow> transfers = credits_of_debits(movements, sorted.has_source);
  for (std::uint32_t tag = 0; tag < sources.size(); ++tag) {
    const Source& source = sources[tag];
    const bool on_debit = source.credit && ledger.amount_minor[index(*source.credit)] < 0;
    if (source.amount.minor() <= 0 && !on_debit) {
      return refused(source, source.amount.text(), "an amount above zero");
    }
    const auto added = source.credit ? add_on_credit(ledger, transfers, tag, source, sorted)
                                     : add_on_opening(ledger, tag, source, sorted);
    if (!added) return added.error();
  }
  return sorted;
}

}  // namespace recoup
