#include "transfer_evidence.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "decided.hpp"
#include "declared_sources.hpp"

namespace recoup {
namespace {

/// One side of a decided pair, as a case names it.
struct NamedEntry {
  std::string account;
  std::string reference;
  std::string document;
  std::uint64_t line = 0;
};

NamedEntry named_entry(const CaseFacts& facts, const std::string& key, const std::string& side) {
  const auto field = [&](const std::string& name) {
    return facts.text_or_empty("transfers", key, side + "_" + name);
  };
  NamedEntry named{field("account"), field("reference"), field("document"), 0};
  const std::string line = field("line");
  std::from_chars(line.data(), line.data() + line.size(), named.line);
  return named;
}

std::optional<RecordPlace> place_of(const Session& session, const LedgerBuild& build,
                                    const NamedEntry& named) {
  const auto document = session.store.find_document(named.document);
  if (!document) return std::nullopt;
  const RecordPlace place{document.value().digest, named.line};
  for (const SameEntry& same : build.same_entries) {
    if (same.merged == place && !same.is_sum) return same.kept;
  }
  return place;
}

/// The one entry that is named, or nothing where there is none or more than one.
std::optional<LegRow> find_entry(const Session& session, const LedgerBuild& build,
                                 const NamedEntry& named) {
  const Ledger& ledger = build.ledger;
  const auto account = ledger.find_account(named.account);
  if (!account) return std::nullopt;
  std::optional<RecordPlace> place;
  if (named.reference.empty()) {
    place = place_of(session, build, named);
    if (!place) return std::nullopt;
  }
  std::optional<LegRow> found;
  for (std::size_t i = ledger.first_leg[index(*account)]; i < ledger.first_leg[index(*account) + 1];
       ++i) {
    const bool fits =
        place ? ledger.place[i] == *place : ledger.text[i].reference == named.reference;
    if (!fits) continue;
    if (found) return std::nullopt;
    found = static_cast<LegRow>(i);
  }
  return found;
}

}  // namespace

Result<TransferEvidence> transfer_evidence(const Session& session, const LedgerBuild& build,
                                           const CaseFacts& facts, UndecidedTransfers& undecided) {
  TransferEvidence evidence;
  for (const CaseAccount& account : declared_accounts(facts)) {
    if (!account.holder.empty()) evidence.holders.push_back({account.account, account.holder});
  }
  for (const HeldFact* entry : facts.entries("transfers")) {
    const std::string& key = entry->fact.key;
    const std::string decision = facts.text_or_empty("transfers", key, "decision");
    if (decision.empty()) continue;
    const auto debit = find_entry(session, build, named_entry(facts, key, "debit"));
    const auto credit = find_entry(session, build, named_entry(facts, key, "credit"));
    if ((decision != "confirm" && decision != "reject") || !debit || !credit) {
      undecided.push_back(
          {"decided transfer " + key, !debit    ? "no one entry is its debit"
                                      : !credit ? "no one entry is its credit"
                                                : "a decision is \"confirm\" or \"reject\""});
      continue;
    }
    evidence.decided.push_back(
        {*debit, *credit, decision == "confirm", decision_words(facts, "transfers", key)});
  }
  RECOUP_TRY(rates, session.store.series("rate EUR/"));
  for (const HeldSeriesPoint& held : rates) evidence.rates.add(held.point);
  return evidence;
}

}  // namespace recoup
