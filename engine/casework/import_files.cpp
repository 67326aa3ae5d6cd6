#include "recoup/casework/import_files.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "recoup/casework/loaded_case.hpp"
#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

RecordCounts counts_of(const Import& import) {
  return {import.transactions.size(), import.balances.size(), import.facts.size(),
          import.seizures.size(), import.rejections.size()};
}

/// Accounts and cases that the new records speak of.
struct Touched {
  std::set<std::string> accounts;
  std::set<std::string> cases;

  void add(const Import& import, const std::string& case_id) {
    for (const Transaction& entry : import.transactions) accounts.insert(entry.account);
    for (const CaseFact& fact : import.facts) {
      cases.insert(fact.case_id);
      if (fact.section == "accounts") accounts.insert(fact.key);
    }
    if (!case_id.empty()) cases.insert(case_id);
  }
};

Result<ImportedFile> import_file(Session& session, const std::string& path,
                                 const ImportRequest& request, Touched& touched) {
  ImportedFile file;
  file.path = path;
  auto document = read_document(path);
  if (!document) {
    file.refused = std::move(document).error();
    return file;
  }
  file.digest = document.value().digest;
  auto import = import_document(document.value(), request.format);
  if (!import) {
    file.refused = std::move(import).error();
    return file;
  }
  RECOUP_TRY(outcome, session.store.save(
                          document.value(), import.value(),
                          {session.who, session.now_utc, request.case_id, session.tool_version}));
  file.outcome = outcome;
  file.format = import.value().format;
  file.version = import.value().version;
  file.counts = counts_of(import.value());
  file.rejections = import.value().rejections;
  file.notes = import.value().notes;
  touched.add(import.value(), request.case_id);
  return file;
}

/// What the touched accounts show now that all files are in.
Result<void> add_remarks(const Session& session, const Touched& touched, ImportReport& report) {
  if (touched.accounts.empty()) return {};
  RECOUP_TRY(parts,
             session.store.statement_parts({touched.accounts.begin(), touched.accounts.end()}));
  RECOUP_TRY(build, build_ledger(std::move(parts), {}));
  report.remarks = std::move(build.remarks);
  return {};
}

Result<void> add_unresolved(const Session& session, const Touched& touched, ImportReport& report) {
  for (const std::string& case_id : touched.cases) {
    auto loaded = load_case(session, case_id);
    if (!loaded) {
      report.unresolved.push_back({"case " + case_id, message(loaded.error())});
      continue;
    }
    for (const Unresolved& unresolved : loaded.value().unresolved) {
      report.unresolved.push_back({"case " + case_id + ", " + unresolved.what, unresolved.why});
    }
    for (const LedgerRemark& remark : loaded.value().build.remarks) {
      if (remark.kind == LedgerRemark::Kind::opening_differs) report.remarks.push_back(remark);
    }
  }
  return {};
}

}  // namespace

Result<ImportReport> import_files(Session& session, const ImportRequest& request) {
  ImportReport report;
  Touched touched;
  for (std::size_t i = 0; i < request.paths.size(); ++i) {
    session.progress("importing", i, request.paths.size());
    RECOUP_TRY(file, import_file(session, request.paths[i], request, touched));
    report.files.push_back(std::move(file));
  }
  session.progress("importing", request.paths.size(), request.paths.size());
  if (auto added = add_remarks(session, touched, report); !added) return std::move(added).error();
  if (auto added = add_unresolved(session, touched, report); !added) {
    return std::move(added).error();
  }
  return report;
}

}  // namespace recoup
