#include "recoup/ledger/builder.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "balances.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/ledger/account_key.hpp"
#include "recoup/ledger/population.hpp"

namespace recoup {
namespace {

using PartsByAccount = std::map<std::string, std::vector<StatementPart>>;

/// One part for each document: a document that spells an account in two ways shows it once. Its
/// lines stand in the order of the document.
std::vector<StatementPart> joined_parts(std::vector<StatementPart> parts) {
  std::stable_sort(parts.begin(), parts.end(), [](const StatementPart& a, const StatementPart& b) {
    return a.document < b.document;
  });
  std::vector<StatementPart> joined;
  for (StatementPart& part : parts) {
    if (joined.empty() || joined.back().document != part.document) {
      joined.push_back(std::move(part));
      continue;
    }
    StatementPart& first = joined.back();
    const auto move_to = [](auto& from, auto& to) {
      to.insert(to.end(), std::make_move_iterator(from.begin()),
                std::make_move_iterator(from.end()));
    };
    move_to(part.entries, first.entries);
    move_to(part.balances, first.balances);
    move_to(part.statements, first.statements);
    move_to(part.statement_numbers, first.statement_numbers);
    std::stable_sort(first.entries.begin(), first.entries.end(),
                     [](const Transaction& a, const Transaction& b) { return a.line < b.line; });
  }
  return joined;
}

void index_accounts(Ledger& ledger) {
  for (std::size_t i = 0; i < ledger.accounts.size(); ++i) {
    ledger.account_keys.emplace_back(account_key(ledger.accounts[i]), static_cast<AccountRow>(i));
  }
  std::sort(ledger.account_keys.begin(), ledger.account_keys.end());
}

const DeclaredOpening* find_declared(const std::vector<DeclaredOpening>& openings,
                                     const std::string& account, Currency currency) {
  for (const DeclaredOpening& opening : openings) {
    if (account_key(opening.account) == account_key(account) &&
        opening.amount.currency() == currency) {
      return &opening;
    }
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
    if (account_key(opening.account) == account_key(account))
      currencies.insert(opening.amount.currency());
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
    const std::string found = merged.is_sum ? "the sum of a batch that ends on " + other
                                            : "an entry that " + other + " shows as well";
    remarks.push_back({merged.certain ? LedgerRemark::Kind::merged_lines
                                      : LedgerRemark::Kind::merged_lines_uncertain,
                       account, merged.merged, found,
                       merged.certain ? "it counts once"
                                      : "it counts once; no reference, balance or whole day proves "
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

/// The lines of this account that a person keeps apart. One that no document shows is a remark.
std::set<RecordPlace> lines_kept_apart(LedgerBuild& build, const std::string& account,
                                       const std::vector<StatementPart>& parts,
                                       const std::vector<KeptApart>& kept_apart) {
  std::set<RecordPlace> lines;
  for (const KeptApart& kept : kept_apart) {
    if (account_key(kept.account) != account_key(account)) continue;
    const bool is_there = std::any_of(parts.begin(), parts.end(), [&](const StatementPart& part) {
      return part.document == kept.line.document &&
             std::any_of(part.entries.begin(), part.entries.end(),
                         [&](const Transaction& entry) { return entry.line == kept.line.line; });
    });
    if (is_there) {
      lines.insert(kept.line);
    } else {
      build.remarks.push_back({LedgerRemark::Kind::kept_apart_unknown, account, kept.line,
                               "no entry of " + account + " on the line",
                               "a line that is to be kept apart"});
    }
  }
  return lines;
}

Result<void> add_account(LedgerBuild& build, const std::string& account,
                         std::vector<StatementPart> parts,
                         const std::vector<DeclaredOpening>& openings,
                         const std::vector<KeptApart>& kept_apart) {
  Ledger& ledger = build.ledger;
  const auto row = static_cast<AccountRow>(ledger.accounts.size());
  const auto first_leg = static_cast<std::uint32_t>(ledger.leg_count());
  parts = in_document_order(std::move(parts));
  Population population = merge_parts(parts, lines_kept_apart(build, account, parts, kept_apart));
  ledger.accounts.push_back(account);
  ledger.first_leg.push_back(first_leg);
  for (const MergedEntry& merged : population.merged) {
    build.same_entries.push_back(
        {merged.merged, merged.kept, account, merged.reference, merged.certain, merged.is_sum});
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
    for (const EntryClosing& closing : balances.closings) {
      build.closings.push_back(
          {static_cast<LegRow>(first_leg + closing.last), closing.amount, closing.place});
    }
    for (LedgerRemark& remark : balances.remarks) build.remarks.push_back(std::move(remark));
  }
  for (const PlacedEntry& placed : population.entries) {
    build.prints_balance.push_back(placed.entry.balance.has_value());
  }
  append_legs(ledger, row, std::move(population));
  return {};
}

}  // namespace

Result<LedgerBuild> build_ledger(std::vector<StatementPart> parts,
                                 const std::vector<DeclaredOpening>& openings,
                                 const std::vector<KeptApart>& kept_apart) {
  const std::map<std::string, std::string> names = names_by_account_key(parts);
  PartsByAccount by_account;
  for (StatementPart& part : parts) {
    // A document may show an account and no entry on it: the account is held all the same.
    part.account = names.at(account_key(part.account));
    std::vector<StatementPart>& of_account = by_account[part.account];
    if (!part.entries.empty()) of_account.push_back(std::move(part));
  }
  LedgerBuild build;
  for (auto& [account, of_account] : by_account) {
    auto added =
        add_account(build, account, joined_parts(std::move(of_account)), openings, kept_apart);
    if (!added) {
      Error error = std::move(added).error();
      if (error.place.field.empty()) error.place.field = "balance of " + account;
      return error;
    }
  }
  Ledger& ledger = build.ledger;
  ledger.first_leg.push_back(static_cast<std::uint32_t>(ledger.leg_count()));
  std::sort(ledger.gaps.begin(), ledger.gaps.end(),
            [](const Gap& a, const Gap& b) { return a.before < b.before; });
  std::stable_sort(build.closings.begin(), build.closings.end(),
                   [](const StatedClosing& a, const StatedClosing& b) { return a.last < b.last; });
  RECOUP_CHECK(ledger.first_leg.size() == ledger.accounts.size() + 1);
  index_accounts(ledger);
  return build;
}

}  // namespace recoup
