#include "subject_material.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "decided.hpp"
#include "declared_sources.hpp"
#include "recoup/base/text.hpp"
#include "recoup/casework/case_facts.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "statement_evidence.hpp"
#include "subject_facts.hpp"

namespace recoup {
namespace {

/// Collects what each case and each report says.
class SubjectGatherer {
 public:
  SubjectGatherer(const Session& session, RestrictedReports restricted)
      : session_(session), restricted_(restricted) {}

  Result<GatheredSubjects> gather() {
    RECOUP_TRY(cases, known_cases(session_));
    RECOUP_TRY(seizures, session_.store.seizures());
    for (const HeldSeizure& held : seizures) seizures_[held.seizure.case_id].push_back(held);
    RECOUP_TRY(documents, session_.store.documents());
    for (HeldDocument& document : documents) {
      const Digest digest = document.digest;
      documents_.emplace(digest, std::move(document));
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
      session_.progress("reading who is named", i, cases.size());
      if (auto added = add_case(cases[i]); !added) return std::move(added).error();
    }
    session_.progress("reading who is named", cases.size(), cases.size());
    if (auto added = add_reports(); !added) return std::move(added).error();
    return std::move(gathered_);
  }

 private:
  SubjectMaterial& material() { return gathered_.material; }

  std::size_t add_record(SubjectRecord::Origin origin, const std::string& case_id,
                         const Digest& document, const std::string& name) {
    const auto [at, is_new] =
        records_.try_emplace({origin, case_id, document}, material().records.size());
    if (is_new) {
      SubjectRecord record;
      record.origin = origin;
      record.cases = {case_id};
      if (!operations_[case_id].empty()) record.operations = {operations_[case_id]};
      record.document = document;
      record.document_name = name;
      material().records.push_back(std::move(record));
    }
    return at->second;
  }

  std::size_t file_record(const std::string& case_id, const StatedEntry& entry) {
    return add_record(SubjectRecord::Origin::case_file, case_id, entry.document,
                      entry.document_name);
  }

  void not_used(const StatedEntry& entry, const Error& error) {
    material().unused.push_back(
        {entry.document_name + ":" + std::to_string(entry.line), message(error)});
  }

  Result<void> add_case(const std::string& case_id) {
    RECOUP_TRY(held, session_.store.case_facts(case_id));
    const CaseFacts facts(std::move(held));
    operations_[case_id] = facts.text_or_empty("case", "", "operation");
    if (operations_[case_id].empty() && !seizures_[case_id].empty()) {
      operations_[case_id] = seizures_[case_id].front().seizure.operation;
    }
    std::vector<DecidedTie> ties = decided_ties(facts);
    add_declared(case_id, facts.all());
    add_seized(case_id);
    auto added = add_statements(case_id, facts, ties);
    std::move(ties.begin(), ties.end(), std::back_inserter(material().decided));
    return added;
  }

  void add_declared(const std::string& case_id, const std::vector<HeldFact>& facts) {
    std::map<std::string, SubjectMention> declared;
    for (const StatedEntry& entry : entries_of(facts, "subjects")) {
      auto subject = declared_subject(entry);
      if (!subject) {
        not_used(entry, subject.error());
        continue;
      }
      SubjectStatement said;
      said.record = file_record(case_id, entry);
      said.line = entry.line;
      said.from = subject.value();
      const std::string born = entry.text_or_empty("born");
      said.text = born.empty() ? "" : "born on " + born;
      material().statements.push_back(std::move(said));
      declared.emplace(entry.key, std::move(subject).value());
    }
    for (const StatedEntry& entry : entries_of(facts, "links")) {
      auto said = stated_tie(entry, declared);
      if (!said) {
        not_used(entry, said.error());
        continue;
      }
      said.value().record = file_record(case_id, entry);
      material().statements.push_back(std::move(said).value());
    }
    for (const StatedEntry& entry : entries_of(facts, "accounts")) {
      SubjectStatement said;
      said.record = file_record(case_id, entry);
      said.line = entry.line;
      said.from = account_mention(entry.key, entry.text_or_empty("holder"));
      said.text = "an account of the case";
      material().statements.push_back(std::move(said));
    }
  }

  void add_seized(const std::string& case_id) {
    for (const HeldSeizure& held : seizures_[case_id]) {
      if (!address_key(held.seizure.place)) continue;
      SubjectStatement said;
      said.record = add_record(SubjectRecord::Origin::case_file, case_id, held.document,
                               name_of(held.document));
      said.line = held.seizure.line;
      said.from = {SubjectKind::premises, "", held.seizure.place, ""};
      said.on = held.seizure.seized_at.date();
      said.text = "the place of seizure " + held.seizure.id;
      material().statements.push_back(std::move(said));
    }
  }

  [[nodiscard]] std::string name_of(const Digest& digest) const {
    const auto at = documents_.find(digest);
    return at == documents_.end() ? digest.short_text() : at->second.name;
  }

  Result<void> add_statements(const std::string& case_id, const CaseFacts& facts,
                              const std::vector<DecidedTie>& ties) {
    RECOUP_TRY(names, session_.store.accounts_imported_under(case_id));
    for (const CaseAccount& account : declared_accounts(facts)) names.push_back(account.account);
    std::erase_if(names, [](const std::string& name) { return is_cash_account(name); });
    if (names.empty()) return {};
    RECOUP_TRY(spelled, spellings_of(session_, names, ties));
    RECOUP_TRY(parts, session_.store.statement_parts(spelled));
    for (const StatementPart& part : parts) add_part(case_id, part);
    return {};
  }

  void add_part(const std::string& case_id, const StatementPart& part) {
    if (part.entries.empty()) return;
    const std::size_t record = add_record(SubjectRecord::Origin::statement, case_id, part.document,
                                          name_of(part.document));
    SubjectStatement own;
    own.record = record;
    own.line = part.entries.front().line;
    own.from = account_mention(part.account, "");
    own.text = "its statement";
    if (!own.from.number.empty()) material().statements.push_back(own);
    std::map<std::string, SubjectStatement> named;
    for (const Transaction& entry : part.entries) {
      const auto key = subject_number_key(SubjectKind::account, entry.counterparty_account);
      if (!key) continue;
      SubjectStatement& said = named[key.value()];
      if (said.line == 0 || entry.line < said.line) said.line = entry.line;
      said.times = said.from.number.empty() ? 1 : said.times + 1;
      said.from.kind = SubjectKind::account;
      if (said.from.number.empty()) said.from.number = entry.counterparty_account;
      if (said.from.name.empty()) said.from.name = entry.counterparty_name;
    }
    for (auto& [key, said] : named) {
      said.record = record;
      said.text = "the other side of " + std::to_string(said.times) +
                  (said.times == 1 ? " entry" : " entries") + " on account " + part.account;
      material().statements.push_back(std::move(said));
    }
  }

  Result<void> add_reports() {
    RECOUP_TRY(facts, session_.store.case_facts(""));
    const auto statements = statements_by_key(facts);
    for (const StatedEntry& entry : entries_of(facts, "intelligence")) {
      const auto report = stated_report(entry);
      if (!report) {
        not_used(entry, report.error());
        continue;
      }
      const auto says = statements.find(entry.key);
      if (says != statements.end()) add_report(entry, report.value(), says->second);
    }
    for (auto* list : {&gathered_.withheld, &gathered_.read}) {
      std::sort(list->begin(), list->end(), [](const WithheldReport& a, const WithheldReport& b) {
        return std::tie(a.agency, a.number) < std::tie(b.agency, b.number);
      });
    }
    return {};
  }

  void add_report(const StatedEntry& entry, const IntelligenceRecord& report,
                  const std::vector<StatedEntry>& statements) {
    SubjectRecord record;
    record.origin = SubjectRecord::Origin::report;
    record.report = report;
    record.document = entry.document;
    record.document_name = entry.document_name;
    std::set<std::string> cases;
    if (const std::string named = entry.text_or_empty("case"); !named.empty()) {
      cases.insert(named);
    } else if (const auto at = documents_.find(entry.document); at != documents_.end()) {
      cases.insert(at->second.cases.begin(), at->second.cases.end());
    }
    std::set<std::string> operations;
    for (const std::string& each : cases) operations.insert(operations_[each]);
    operations.insert(entry.text_or_empty("operation"));
    operations.erase("");
    record.cases.assign(cases.begin(), cases.end());
    record.operations.assign(operations.begin(), operations.end());
    if (report.grade.is_restricted()) {
      const bool is_read = restricted_ == RestrictedReports::read;
      (is_read ? gathered_.read : gathered_.withheld)
          .push_back({report.agency, report.number, record.cases, record.operations});
      if (!is_read) return;
    }
    material().records.push_back(std::move(record));
    for (const StatedEntry& statement : statements) {
      auto said = stated_tie(statement, {});
      if (!said) {
        not_used(statement, said.error());
        continue;
      }
      said.value().record = material().records.size() - 1;
      material().statements.push_back(std::move(said).value());
    }
  }

  const Session& session_;
  RestrictedReports restricted_;
  GatheredSubjects gathered_;
  std::map<std::string, std::string> operations_;
  std::map<std::string, std::vector<HeldSeizure>> seizures_;
  std::map<Digest, HeldDocument> documents_;
  std::map<std::tuple<SubjectRecord::Origin, std::string, Digest>, std::size_t> records_;
};

}  // namespace

Result<GatheredSubjects> gather_subjects(const Session& session, RestrictedReports restricted) {
  return SubjectGatherer(session, restricted).gather();
}

}  // namespace recoup
