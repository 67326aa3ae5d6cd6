#include "declared_sources.hpp"

#include <algorithm>
#include <utility>

#include "declared_legs.hpp"

namespace recoup {
namespace {

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
                       line_number(field("line")), field("opening") == "true",
                       facts.text("sources", key, "amount"), field("basis"),
                       fact_place(*entry, "source " + key)});
  }
  return sources;
}

Result<std::vector<DeclaredOpening>> declared_openings(const CaseFacts& facts) {
  std::vector<DeclaredOpening> openings;
  for (const HeldFact& held : facts.all()) {
    if (held.fact.section != "accounts" || held.fact.field != "opening_balance") continue;
    const std::string code = facts.text("accounts", held.fact.key, "currency").value_or("GBP");
    const Place place = fact_place(held, "accounts/" + held.fact.key + "/opening_balance");
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
    const DeclaredLeg line{declared.account, declared.reference, declared.document, declared.line,
                           declared.place};
    RECOUP_TRY(found, find_leg(loaded, line, *account));
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
