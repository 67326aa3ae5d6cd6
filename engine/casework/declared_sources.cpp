#include "declared_sources.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::uint64_t parse_line(const std::string& text) {
  std::uint64_t line = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), line);
  return failure == std::errc() && end == text.data() + text.size() ? line : 0;
}

Place place_of(const HeldFact& held, const std::string& field) {
  return {held.document_name, held.fact.line, field};
}

bool is_document(const LoadedCase& loaded, const RecordPlace& place, const std::string& wanted) {
  const std::string digest = place.document.text();
  if (wanted.size() >= 6 && digest.starts_with(wanted)) return true;
  return std::any_of(
      loaded.documents.begin(), loaded.documents.end(), [&](const HeldDocument& held) {
        return held.digest == place.document &&
               std::find(held.names.begin(), held.names.end(), wanted) != held.names.end();
      });
}

/// Whether the leg is the line that the source names, in its own document or in one that was
/// merged.
bool stands_on_line(const LoadedCase& loaded, LegRow leg, const DeclaredSource& declared) {
  const RecordPlace& place = loaded.build.ledger.place[index(leg)];
  if (place.line == declared.line && is_document(loaded, place, declared.document)) return true;
  return std::any_of(loaded.build.same_entries.begin(), loaded.build.same_entries.end(),
                     [&](const SameEntry& same) {
                       return same.kept == place && same.merged.line == declared.line &&
                              is_document(loaded, same.merged, declared.document);
                     });
}

/// The leg that stands for a merged line of this reference, or nothing.
std::optional<LegRow> leg_behind_reference(const LoadedCase& loaded, const DeclaredSource& declared,
                                           AccountRow account) {
  const Ledger& ledger = loaded.build.ledger;
  for (const SameEntry& same : loaded.build.same_entries) {
    if (same.reference != declared.reference || same.is_sum) continue;
    if (same.account != ledger.accounts[index(account)]) continue;
    for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
         ++i) {
      if (ledger.place[i] == same.kept) return static_cast<LegRow>(i);
    }
  }
  return std::nullopt;
}

Result<Money> source_amount(const DeclaredSource& declared, Money whole) {
  if (!declared.amount) return whole;
  auto amount = Money::parse_plain(*declared.amount, whole.currency());
  if (amount) return amount;
  Error error = std::move(amount).error();
  error.place = declared.place;
  return error;
}

/// The source on an opening balance, or nothing where the account has none.
Result<std::optional<Source>> opening_source(const LoadedCase& loaded,
                                             const DeclaredSource& declared, AccountRow account) {
  for (const OpeningBalance& opening : loaded.build.ledger.openings) {
    if (opening.account != account) continue;
    RECOUP_TRY(amount, source_amount(declared, opening.amount));
    return std::optional(Source{declared.id, std::nullopt, account, amount});
  }
  return std::optional<Source>();
}

}  // namespace

Result<DeclaredLeg> find_declared_leg(const LoadedCase& loaded, const DeclaredSource& declared,
                                      AccountRow account) {
  const Ledger& ledger = loaded.build.ledger;
  const bool by_line = declared.reference.empty();
  DeclaredLeg found;
  for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
       ++i) {
    const auto leg = static_cast<LegRow>(i);
    const bool fits = by_line ? stands_on_line(loaded, leg, declared)
                              : ledger.text[i].reference == declared.reference;
    if (!fits) continue;
    if (found.leg) {
      return Error{ErrorCode::contradiction,
                   "reference " + recoup::quoted(declared.reference) + " on several entries of " +
                       declared.account,
                   "a reference that one entry has, or \"document\" and \"line\" in its place",
                   declared.place};
    }
    found.leg = leg;
  }
  if (!found.leg && !by_line) found.leg = leg_behind_reference(loaded, declared, account);
  if (!found.leg) {
    found.why_not =
        by_line ? "no entry of " + declared.account + " stands on line " +
                      std::to_string(declared.line) + " of " + declared.document
                : "no entry of " + declared.account + " has the reference " + declared.reference;
  }
  return found;
}

std::vector<CaseAccount> declared_accounts(const CaseFacts& facts) {
  std::vector<CaseAccount> accounts;
  for (const HeldFact* entry : facts.entries("accounts")) {
    const std::string& key = entry->fact.key;
    accounts.push_back({key, facts.text_or_empty("accounts", key, "holder"),
                        facts.text_or_empty("accounts", key, "currency"), false});
  }
  return accounts;
}

std::vector<DeclaredSource> declared_sources(const CaseFacts& facts) {
  std::vector<DeclaredSource> sources;
  for (const HeldFact* entry : facts.entries("sources")) {
    const std::string& key = entry->fact.key;
    const auto field = [&](std::string_view name) {
      return facts.text_or_empty("sources", key, name);
    };
    sources.push_back({key, field("account"), field("reference"), field("document"),
                       parse_line(field("line")), field("opening") == "true",
                       facts.text("sources", key, "amount"), field("basis"),
                       place_of(*entry, "source " + key)});
  }
  return sources;
}

Result<std::vector<DeclaredOpening>> declared_openings(const CaseFacts& facts) {
  std::vector<DeclaredOpening> openings;
  for (const HeldFact& held : facts.all()) {
    if (held.fact.section != "accounts" || held.fact.field != "opening_balance") continue;
    const std::string code = facts.text("accounts", held.fact.key, "currency").value_or("GBP");
    const Place place = place_of(held, "accounts/" + held.fact.key + "/opening_balance");
    const auto currency = Currency::parse(code);
    if (!currency)
      return Error{currency.error().code, currency.error().found, currency.error().expected, place};
    const auto amount = Money::parse_plain(held.fact.value, currency.value());
    if (!amount)
      return Error{amount.error().code, amount.error().found, amount.error().expected, place};
    openings.push_back({held.fact.key, amount.value(), {held.document, held.fact.line}});
  }
  return openings;
}

Result<void> resolve_sources(LoadedCase& loaded) {
  const Ledger& ledger = loaded.build.ledger;
  for (const DeclaredSource& declared : loaded.declared) {
    const auto unresolved = [&](std::string why) {
      loaded.unresolved.push_back({"source " + declared.id, std::move(why)});
    };
    const auto account = ledger.find_account(declared.account);
    if (!account) {
      unresolved("no statement of " + declared.account + " has been imported");
      continue;
    }
    if (declared.opening) {
      RECOUP_TRY(source, opening_source(loaded, declared, *account));
      if (source) {
        loaded.sources.push_back(*source);
      } else {
        unresolved("no opening balance of " + declared.account + " is known");
      }
      continue;
    }
    RECOUP_TRY(found, find_declared_leg(loaded, declared, *account));
    if (!found.leg) {
      unresolved(found.why_not);
      continue;
    }
    const std::size_t leg = index(*found.leg);
    RECOUP_TRY(amount,
               source_amount(declared, Money(ledger.amount_minor[leg], ledger.currency[leg])));
    loaded.sources.push_back({declared.id, found.leg, *account, amount});
  }
  return {};
}

}  // namespace recoup
