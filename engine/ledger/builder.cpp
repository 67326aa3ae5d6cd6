#include "recoup/ledger/builder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "balances.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/ledger/population.hpp"

namespace recoup {
namespace {

using PartsByAccount = std::map<std::string, std::vector<StatementPart>>;

const DeclaredOpening* find_declared(const std::vector<DeclaredOpening>& openings,
                                     const std::string& account, Currency currency) {
  for (const DeclaredOpening& opening : openings) {
    if (opening.account == account && opening.amount.currency() == currency) return &opening;
  }
  return nullptr;
}

std::set<Currency> currencies_of(const Population& population,
                                 const std::vector<DeclaredOpening>& openings,
                                 const std::string& account) {
  std::set<Currency> currencies;
  for (const PlacedEntry& placed : population.entries) {
    currencies.insert(placed.entry.amount.currency());
  }
  for (const DeclaredOpening& opening : openings) {
    if (opening.account == account) currencies.insert(opening.amount.currency());
  }
  return currencies;
}

void append_legs(Ledger& ledger, AccountRow account, Population population) {
  for (PlacedEntry& placed : population.entries) {
    Transaction& entry = placed.entry;
    ledger.account.push_back(account);
    ledger.amount_minor.push_back(entry.amount.minor());
    ledger.currency.push_back(entry.amount.currency());
    ledger.booked_at.push_back(entry.booked_at);
    ledger.place.push_back(placed.place);
    ledger.text.push_back({std::move(entry.counterparty_account),
                           std::move(entry.counterparty_name), std::move(entry.description),
                           std::move(entry.reference)});
  }
}

std::vector<LedgerRemark> remarks_on_merging(const std::string& account,
                                             const Population& population) {
  std::vector<LedgerRemark> remarks;
  for (const MergedEntry& merged : population.merged) {
    const std::string other =
        merged.kept.document.short_text() + ":" + std::to_string(merged.kept.line);
    remarks.push_back({merged.certain ? LedgerRemark::Kind::merged_lines
                                      : LedgerRemark::Kind::merged_lines_uncertain,
                       account, merged.merged, "an entry that " + other + " shows as well",
                       merged.certain ? "it counts once"
                                      : "it counts once; neither a reference nor a balance proves "
                                        "that it is the same entry"});
  }
  return remarks;
}

/// A reference is unique within its account: on two entries it says that the documents contradict
/// each other, or that one of them was altered.
std::vector<LedgerRemark> remarks_on_references(const std::string& account,
                                                const Population& population) {
  std::map<std::string_view, const PlacedEntry*> first;
  std::vector<LedgerRemark> remarks;
  for (const PlacedEntry& placed : population.entries) {
    const std::string& reference = placed.entry.reference;
    if (reference.empty()) continue;
    const auto [at, is_new] = first.try_emplace(reference, &placed);
    if (is_new) continue;
    const PlacedEntry& other = *at->second;
    remarks.push_back({LedgerRemark::Kind::reference_repeated, account, placed.place,
                       "reference " + quoted(reference) + " on " + placed.entry.amount.text(),
                       "a reference of its own; " + other.place.document.short_text() + ":" +
                           std::to_string(other.place.line) + " has it on " +
                           other.entry.amount.text()});
  }
  return remarks;
}

Result<void> add_account(LedgerBuild& build, const std::string& account,
                         std::vector<StatementPart> parts,
                         const std::vector<DeclaredOpening>& openings) {
  Ledger& ledger = build.ledger;
  const auto row = static_cast<AccountRow>(ledger.accounts.size());
  const auto first_leg = static_cast<std::uint32_t>(ledger.leg_count());
  parts = in_document_order(std::move(parts));
  Population population = merge_parts(parts);
  ledger.accounts.push_back(account);
  ledger.first_leg.push_back(first_leg);
  for (const MergedEntry& merged : population.merged) {
    build.same_entries.push_back({merged.merged, merged.kept});
  }
  for (LedgerRemark& remark : remarks_on_merging(account, population)) {
    build.remarks.push_back(std::move(remark));
  }
  for (LedgerRemark& remark : remarks_on_references(account, population)) {
    build.remarks.push_back(std::move(remark));
  }
  for (const Currency currency : currencies_of(population, openings, account)) {
    RECOUP_TRY(balances, follow_balances(account, population, parts, currency,
                                         find_declared(openings, account, currency)));
    if (!balances.opening.is_zero()) {
      ledger.openings.push_back({row, balances.opening, balances.opening_place});
    }
    for (const EntryGap& gap : balances.gaps) {
      ledger.gaps.push_back({static_cast<LegRow>(first_leg + gap.before), gap.held, gap.restart});
    }
    for (LedgerRemark& remark : balances.remarks) build.remarks.push_back(std::move(remark));
  }
  append_legs(ledger, row, std::move(population));
  return {};
}

}  // namespace

Result<LedgerBuild> build_ledger(std::vector<StatementPart> parts,
                                 const std::vector<DeclaredOpening>& openings) {
  PartsByAccount by_account;
  for (StatementPart& part : parts) {
    // A document may show an account and no entry on it: the account is held all the same.
    std::vector<StatementPart>& of_account = by_account[part.account];
    if (!part.entries.empty()) of_account.push_back(std::move(part));
  }
  LedgerBuild build;
  for (auto& [account, of_account] : by_account) {
    if (auto added = add_account(build, account, std::move(of_account), openings); !added) {
      Error error = std::move(added).error();
      if (error.place.field.empty()) error.place.field = "balance of " + account;
      return error;
    }
  }
  Ledger& ledger = build.ledger;
  ledger.first_leg.push_back(static_cast<std::uint32_t>(ledger.leg_count()));
  std::sort(ledger.gaps.begin(), ledger.gaps.end(),
            [](const Gap& a, const Gap& b) { return a.before < b.before; });
  RECOUP_CHECK(ledger.first_leg.size() == ledger.accounts.size() + 1);
  return build;
}

}  // namespace recoup
