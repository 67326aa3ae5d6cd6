#include "recoup/casework/loaded_case.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "asserted_records.hpp"
#include "decided.hpp"
#include "declared_sources.hpp"
#include "recoup/base/text.hpp"
#include "recoup/ledger/account_key.hpp"
#include "statement_evidence.hpp"
#include "transfer_evidence.hpp"

namespace recoup {
namespace {

constexpr std::string_view cash_prefix = "cash seizure ";

/// Names the traced accounts: those the case names, those imported under it, its seized cash.
Result<void> add_accounts(const Session& session, LoadedCase& loaded) {
  loaded.accounts = declared_accounts(loaded.facts);
  RECOUP_TRY(imported, session.store.accounts_imported_under(loaded.id));
  for (const HeldSeizure& held : loaded.seizures) {
    if (held.seizure.kind == SeizureKind::cash) imported.push_back(cash_account(held.seizure));
  }
  std::sort(imported.begin(), imported.end());
  std::vector<std::string> spelled = imported;
  for (const CaseAccount& account : loaded.accounts) spelled.push_back(account.account);
  const AccountNames names(spelled, loaded.ties);
  std::set<std::string> known;
  for (const CaseAccount& account : loaded.accounts) known.insert(*names.find(account.account));
  for (const std::string& account : imported) {
    if (known.insert(*names.find(account)).second)
      loaded.accounts.push_back({account, "", "", false});
  }
  return {};
}

/// Of seized cash that two documents report, what the document says that now counts is in the
/// ledger, and nothing else: the cash was seized once.
void keep_reported_cash(const LoadedCase& loaded, std::vector<StatementPart>& parts) {
  std::erase_if(parts, [&](const StatementPart& part) {
    return std::any_of(
        loaded.seizures.begin(), loaded.seizures.end(), [&](const HeldSeizure& held) {
          return cash_account(held.seizure) == part.account && held.document != part.document;
        });
  });
}

Result<void> build(const Session& session, LoadedCase& loaded) {
  std::vector<std::string> names;
  for (const CaseAccount& account : loaded.accounts) names.push_back(account.account);
  std::vector<StatementPart> parts;
  if (!names.empty()) {
    RECOUP_TRY(spelled, spellings_of(session, names, loaded.ties));
    RECOUP_TRY(held, session.store.statement_parts(spelled));
    parts = std::move(held);
  }
  keep_reported_cash(loaded, parts);
  RECOUP_TRY(verified, verified_parts(session, parts, loaded.ties));
  loaded.completeness = std::move(verified);
  RECOUP_TRY(openings, declared_openings(loaded.facts));
  RECOUP_TRY(apart, declared_apart(session, loaded));
  loaded.kept_apart = std::move(apart);
  RECOUP_TRY(built, build_ledger(std::move(parts), openings, loaded.kept_apart, loaded.ties));
  loaded.build = std::move(built);
  for (CaseAccount& account : loaded.accounts) {
    account.has_statement = loaded.build.ledger.find_account(account.account).has_value();
    if (!account.has_statement) {
      loaded.unresolved.push_back(
          {"account " + account.account, "no statement of it has been imported"});
    }
  }
  return {};
}

/// The monthly figures of the price index that the case file names.
Result<std::vector<HeldSeriesPoint>> named_index(const Session& session, const CaseFacts& facts) {
  const std::string name = facts.text_or_empty("valuation", "", "series");
  if (name.empty()) return std::vector<HeldSeriesPoint>();
  RECOUP_TRY(points, session.store.series("index " + name));
  std::erase_if(points,
                [&](const HeldSeriesPoint& held) { return held.point.series != "index " + name; });
  return points;
}

/// Documents of the case: handed in for it, showing one of its accounts or seizures, or stating the
/// index by which it is valued.
Result<std::vector<HeldDocument>> documents_of(const Session& session, const LoadedCase& loaded) {
  RECOUP_TRY(documents, session.store.case_documents(loaded.id));
  // Reports are leads: no figure of the case rests on them.
  std::erase_if(documents,
                [](const HeldDocument& document) { return document.format == "intelligence"; });
  std::set<Digest> known;
  for (const HeldDocument& document : documents) known.insert(document.digest);
  std::set<Digest> shown;
  for (const RecordPlace& place : loaded.build.ledger.place) shown.insert(place.document);
  for (const SameEntry& same : loaded.build.same_entries) shown.insert(same.merged.document);
  for (const HeldSeizure& held : loaded.seizures) shown.insert(held.document);
  for (const HeldSeriesPoint& held : loaded.index) shown.insert(held.document);
  for (const Digest& digest : shown) {
    if (known.contains(digest)) continue;
    RECOUP_TRY(document, session.store.document(digest));
    documents.push_back(std::move(document));
  }
  std::sort(documents.begin(), documents.end(), [](const HeldDocument& a, const HeldDocument& b) {
    return std::tie(a.name, a.digest) < std::tie(b.name, b.digest);
  });
  return documents;
}

}  // namespace

std::optional<LegRow> find_reference(const Ledger& ledger, AccountRow account,
                                     std::string_view reference) {
  for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
       ++i) {
    if (ledger.text[i].reference == reference) return static_cast<LegRow>(i);
  }
  return std::nullopt;
}

std::string cash_account(const Seizure& seizure) { return std::string(cash_prefix) + seizure.id; }

bool has_faults(const std::vector<LedgerRemark>& remarks) {
  return std::any_of(remarks.begin(), remarks.end(), [](const LedgerRemark& remark) {
    return remark.kind != LedgerRemark::Kind::merged_lines;
  });
}

bool is_cash_account(std::string_view account) { return account.starts_with(cash_prefix); }

Result<CaseIndex> index_cases(const Session& session) {
  CaseIndex index;
  RECOUP_TRY(named, session.store.cases());
  RECOUP_TRY(seizures, session.store.seizures());
  index.named = std::move(named);
  index.cases = index.named;
  for (HeldSeizure& held : seizures) {
    const std::string case_id = held.seizure.case_id;
    if (!case_id.empty()) index.cases.push_back(case_id);
    index.seizures[case_id].push_back(std::move(held));
  }
  std::sort(index.cases.begin(), index.cases.end());
  index.cases.erase(std::unique(index.cases.begin(), index.cases.end()), index.cases.end());
  return index;
}

Result<std::vector<std::string>> known_cases(const Session& session) {
  RECOUP_TRY(index, index_cases(session));
  return std::move(index.cases);
}

TraceContext trace_context(const LoadedCase& loaded, const std::optional<std::string>& as_at) {
  return {loaded.id,
          as_at,
          &loaded.build.ledger,
          &loaded.movements,
          &loaded.sources,
          loaded.unresolved,
          unverified_of_sources(loaded),
          assertions(loaded)};
}

Result<LoadedCase> load_records(const Session& session, const std::string& case_id) {
  RECOUP_TRY(index, index_cases(session));
  return load_records(session, index, case_id);
}

Result<LoadedCase> load_records(const Session& session, const CaseIndex& index,
                                const std::string& case_id) {
  if (!std::binary_search(index.cases.begin(), index.cases.end(), case_id)) {
    return Error{ErrorCode::not_found,
                 "case " + recoup::quoted(case_id),
                 "a case that a case file or an import has named",
                 {}};
  }
  LoadedCase loaded;
  loaded.id = case_id;
  RECOUP_TRY(facts, session.store.case_facts(case_id));
  loaded.facts = CaseFacts(std::move(facts));
  loaded.name = loaded.facts.text_or_empty("case", "", "name");
  loaded.operation = loaded.facts.text_or_empty("case", "", "operation");
  loaded.declared = declared_sources(loaded.facts);
  loaded.ties = decided_ties(loaded.facts);
  if (!std::binary_search(index.named.begin(), index.named.end(), case_id)) {
    loaded.unresolved.push_back({"case " + case_id, "no case file of it has been imported"});
  }
  const auto seizures = index.seizures.find(case_id);
  if (seizures != index.seizures.end()) loaded.seizures = seizures->second;
  if (auto added = add_accounts(session, loaded); !added) return std::move(added).error();
  return loaded;
}

Result<LoadedCase> load_case(const Session& session, const std::string& case_id) {
  RECOUP_TRY(loaded, load_records(session, case_id));
  if (auto built = build(session, loaded); !built) return std::move(built).error();
  RECOUP_TRY(index, named_index(session, loaded.facts));
  loaded.index = std::move(index);
  RECOUP_TRY(documents, documents_of(session, loaded));
  loaded.documents = std::move(documents);
  RECOUP_TRY(evidence, transfer_evidence(session, loaded.build, loaded.facts, loaded.unresolved));
  loaded.links = match_transfers(loaded.build.ledger, evidence);
  if (auto applied = apply_assertions(loaded); !applied) return std::move(applied).error();
  loaded.movements = order_both(loaded.build.ledger, loaded.links);
  list_unused_assertions(loaded);
  if (auto found = name_interest(loaded); !found) return std::move(found).error();
  if (auto resolved = resolve_sources(loaded); !resolved) return std::move(resolved).error();
  return loaded;
}

}  // namespace recoup
