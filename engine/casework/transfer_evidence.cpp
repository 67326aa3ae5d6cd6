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

/// What a person decided of two entries, in whatever words they are named.
struct DecidedEntries {
  const HeldFact* fact = nullptr;
  LegRow debit{};
  LegRow credit{};
  std::string decision;  ///< "confirm", "reject" or "undo".
  std::string on;        ///< The day, as ISO 8601 writes it.
};

bool is_later(const DecidedEntries& one, const DecidedEntries& other) {
  if (one.on != other.on) return one.on > other.on;
  return one.fact->document == other.fact->document &&
         one.fact->fact.position > other.fact->fact.position;
}

/// The decisions that name an entry for each of their sides; the others are listed.
std::vector<DecidedEntries> decided_entries(const Session& session, const LedgerBuild& build,
                                            const CaseFacts& facts, UndecidedTransfers& undecided) {
  std::vector<DecidedEntries> decided;
  for (const HeldFact* entry : facts.entries("transfers")) {
    const std::string& key = entry->fact.key;
    const std::string decision = facts.text_or_empty("transfers", key, "decision");
    if (decision.empty()) continue;
    const auto debit = find_entry(session, build, named_entry(facts, key, "debit"));
    const auto credit = find_entry(session, build, named_entry(facts, key, "credit"));
    const bool is_known = decision == "confirm" || decision == "reject" || decision == "undo";
    if (!is_known || !debit || !credit) {
      undecided.push_back({"decided transfer " + key,
                           !debit    ? "no one entry is its debit"
                           : !credit ? "no one entry is its credit"
                                     : "a decision is \"confirm\", \"reject\" or \"undo\""});
      continue;
    }
    decided.push_back(
        {entry, *debit, *credit, decision, facts.text_or_empty("transfers", key, "on")});
  }
  return decided;
}

/// Whether the decision is undone under other names of its entries. An undo that is older changes
/// nothing, and is listed.
bool is_undone(const DecidedEntries& one, const std::vector<DecidedEntries>& decided,
               UndecidedTransfers& undecided) {
  bool undone = false;
  for (const DecidedEntries& other : decided) {
    if (other.decision != "undo" || other.debit != one.debit || other.credit != one.credit)
      continue;
    if (is_later(one, other)) {
      undecided.push_back({"decided transfer " + other.fact->fact.key,
                           "it is undone on " + other.on + ", before it was decided on " + one.on});
    } else {
      undone = true;
    }
  }
  return undone;
}

}  // namespace

Result<TransferEvidence> transfer_evidence(const Session& session, const LedgerBuild& build,
                                           const CaseFacts& facts, UndecidedTransfers& undecided) {
  TransferEvidence evidence;
  for (const CaseAccount& account : declared_accounts(facts)) {
    if (!account.holder.empty()) evidence.holders.push_back({account.account, account.holder});
  }
  const std::vector<DecidedEntries> decided = decided_entries(session, build, facts, undecided);
  for (const DecidedEntries& each : decided) {
    if (each.decision == "undo" || is_undone(each, decided, undecided)) continue;
    evidence.decided.push_back({each.debit, each.credit, each.decision == "confirm",
                                decision_words(facts, "transfers", each.fact->fact.key)});
  }
  RECOUP_TRY(rates, session.store.series("rate EUR/"));
  for (const HeldSeriesPoint& held : rates) evidence.rates.add(held.point);
  return evidence;
}

}  // namespace recoup
