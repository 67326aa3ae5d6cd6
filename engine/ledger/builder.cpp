#include "recoup/ledger/builder.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "balances.hpp"
#include "interest_marks.hpp"
#include "proved_order.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/ledger/account_key.hpp"
#include "recoup/ledger/population.hpp"
#include "reversal_marks.hpp"

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

/// The openings of each account, by the name under which it goes.
using OpeningsByAccount = std::map<std::string, std::vector<const DeclaredOpening*>>;

OpeningsByAccount openings_by_account(const AccountNames& names,
                                      const std::vector<DeclaredOpening>& openings) {
  OpeningsByAccount by_account;
  for (const DeclaredOpening& opening : openings) {
    const std::string* const account = names.find(opening.account);
    if (account != nullptr) by_account[*account].push_back(&opening);
  }
  return by_account;
}

const DeclaredOpening* find_declared(const std::vector<const DeclaredOpening*>& of_account,
                                     Currency currency) {
  for (const DeclaredOpening* const opening : of_account) {
    if (opening->amount.currency() == currency) return opening;
  }
  return nullptr;
}

std::set<Currency> currencies_of(const Population& population,
                                 const std::vector<const DeclaredOpening*>& of_account) {
  std::set<Currency> currencies;
  for (const PlacedEntry& placed : population.entries) {
    currencies.insert(placed.entry.amount.currency());
  }
  for (const DeclaredOpening* const opening : of_account) {
    currencies.insert(opening->amount.currency());
  }
  return currencies;
}

/// Details by which the two legs of a transfer are known to each other.
constexpr std::array<std::string_view, 7> details_kept = {
    "end_to_end", "uetr", "transaction", "original_amount", "exchange_rate", "charge", "mandate"};

void append_details(Ledger& ledger, LegRow leg, std::vector<EntryDetail>& details) {
  for (EntryDetail& detail : details) {
    if (std::find(details_kept.begin(), details_kept.end(), detail.name) == details_kept.end()) {
      continue;
    }
    ledger.details.push_back({leg, std::move(detail.name), std::move(detail.value)});
  }
}

void append_legs(Ledger& ledger, AccountRow account, Population population) {
  for (PlacedEntry& placed : population.entries) {
    Transaction& entry = placed.entry;
    append_details(ledger, static_cast<LegRow>(ledger.leg_count()), entry.details);
    ledger.account.push_back(account);
    ledger.amount_minor.push_back(entry.amount.minor());
    ledger.currency.push_back(entry.amount.currency());
    ledger.booked_at.push_back(entry.booked_at);
    ledger.place.push_back(placed.place);
    ledger.text.push_back({entry.counterparty_account, entry.counterparty_name, entry.description,
                           entry.reference});
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
    if (!build.ledger.names.are_one(kept.account, account)) continue;
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

/// A debit of which no credit of the same size fits 128 bits cannot be paid to anybody.
Result<void> check_amounts(const std::vector<StatementPart>& parts) {
  for (const StatementPart& part : parts) {
    for (const Transaction& entry : part.entries) {
      if (checked_subtract(0, entry.amount.minor())) continue;
      return Error{ErrorCode::out_of_range, "a debit of 2^127 minor units",
                   "a debit of at most 2^127 - 1 minor units",
                   Place{part.document.short_text(), entry.line, "amount"}};
    }
  }
  return {};
}

Result<void> add_account(LedgerBuild& build, const std::string& account,
                         std::vector<StatementPart> parts,
                         const std::vector<const DeclaredOpening*>& openings,
                         const std::vector<KeptApart>& kept_apart) {
  if (auto checked = check_amounts(parts); !checked) return checked;
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
  std::set<std::size_t> behind_gaps;
  for (const Currency currency : currencies_of(population, openings)) {
    RECOUP_TRY(balances, follow_balances(account, population, parts, currency,
                                         find_declared(openings, currency)));
    if (!balances.opening.is_zero()) {
      ledger.openings.push_back({row, balances.opening, balances.opening_place});
    }
    for (const EntryGap& gap : balances.gaps) {
      ledger.gaps.push_back({static_cast<LegRow>(first_leg + gap.before), gap.held, gap.restart});
      behind_gaps.insert(gap.before);
    }
    for (const EntryClosing& closing : balances.closings) {
      build.closings.push_back(
          {static_cast<LegRow>(first_leg + closing.last), closing.amount, closing.place});
    }
    for (LedgerRemark& remark : balances.remarks) build.remarks.push_back(std::move(remark));
  }
  const auto leg = [&](std::size_t place) { return static_cast<LegRow>(first_leg + place); };
  for (const std::size_t place : marked_interest(population, parts)) {
    build.marked_interest.push_back(leg(place));
  }
  for (const EntryRun& run : unordered_runs(population, parts, behind_gaps)) {
    ledger.unordered.push_back({leg(run.first), leg(run.end)});
  }
  for (MarkedEntry& marked : marked_reversals(population)) {
    build.marked_reversals.push_back(
        {leg(marked.credit), marked.debit ? std::optional(leg(*marked.debit)) : std::nullopt,
         std::move(marked.why)});
  }
  for (const PlacedEntry& placed : population.entries) {
    build.prints_balance.push_back(placed.entry.balance.has_value());
  }
  append_legs(ledger, row, std::move(population));
  return {};
}

std::vector<std::string> account_spellings(const std::vector<StatementPart>& parts) {
  std::vector<std::string> names;
  for (const StatementPart& part : parts) {
    if (names.empty() || names.back() != part.account) names.push_back(part.account);
  }
  return names;
}

}  // namespace

Result<LedgerBuild> build_ledger(std::vector<StatementPart> parts,
                                 const std::vector<DeclaredOpening>& openings,
                                 const std::vector<KeptApart>& kept_apart,
                                 const std::vector<DecidedTie>& ties) {
  LedgerBuild build;
  build.ledger.names = AccountNames(account_spellings(parts), ties);
  PartsByAccount by_account;
  for (StatementPart& part : parts) {
    // A document may show an account and no entry on it: the account is held all the same.
    part.account = *build.ledger.names.find(part.account);
    std::vector<StatementPart>& of_account = by_account[part.account];
    if (!part.entries.empty()) of_account.push_back(std::move(part));
  }
  OpeningsByAccount declared = openings_by_account(build.ledger.names, openings);
  for (auto& [account, of_account] : by_account) {
    auto added = add_account(build, account, joined_parts(std::move(of_account)), declared[account],
                             kept_apart);
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
  return build;
}

}  // namespace recoup
