#include "recoup/casework/import_files.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "piecewise_import.hpp"
#include "recoup/base/text.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "recoup/casework/profile_questions.hpp"
#include "recoup/casework/read_pdf.hpp"
#include "recoup/importers/bundle.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/records/conversion.hpp"

namespace recoup {
namespace {

ImportOptions options_of(const ImportRequest& request) {
  ImportOptions options;
  options.format = request.format;
  options.profile = request.profile;
  options.date_order = request.date_order;
  options.account = request.account;
  options.currency = request.currency;
  options.read_pdf = [sandbox = request.pdf_sandbox](std::string_view pdf) {
    PdfReading reading;
    reading.sandbox = sandbox;
    return read_pdf_words(pdf, reading);
  };
  return options;
}

/// Accounts and cases that the new records speak of.
struct Touched {
  std::set<std::string> accounts;
  std::vector<std::string> doubtful;  ///< Of them those that are to be looked at.
  std::set<std::string> cases;

  void add(const Import& import, const std::string& case_id) {
    std::set<std::string> own;
    for (const Transaction& entry : import.transactions) own.insert(entry.account);
    for (const CaseFact& fact : import.facts) {
      if (!fact.case_id.empty()) cases.insert(fact.case_id);
      if (fact.section == "accounts") own.insert(fact.key);
    }
    for (const Seizure& seizure : import.seizures) {
      if (!seizure.case_id.empty()) cases.insert(seizure.case_id);
    }
    if (!case_id.empty()) cases.insert(case_id);
    doubtful.insert(doubtful.end(), own.begin(), own.end());
    accounts.merge(own);
  }
};

/// Sections of a case file that something reads. Another name is kept, and may be a slip.
constexpr std::array<std::string_view, 35> known_sections = {"accepted_gaps",
                                                             "account_ties",
                                                             "accounts",
                                                             "assets",
                                                             "benefit_items",
                                                             "case",
                                                             "confiscation_orders",
                                                             "coordinations",
                                                             "credits",
                                                             "defendant",
                                                             "earlier_orders",
                                                             "events",
                                                             "expenditure",
                                                             "financial_period",
                                                             "findings",
                                                             "funds",
                                                             "gifts",
                                                             "income",
                                                             "interest",
                                                             "investigation",
                                                             "joint_benefit",
                                                             "kept_apart",
                                                             "links",
                                                             "net_worth",
                                                             "obligations",
                                                             "offences",
                                                             "previous_convictions",
                                                             "proceedings",
                                                             "proportionality",
                                                             "reconsiderations",
                                                             "reversals",
                                                             "steps",
                                                             "subjects",
                                                             "transfers",
                                                             "valuation"};

void note_unknown_sections(const Import& import, std::vector<std::string>& notes) {
  std::set<std::string> unknown;
  for (const CaseFact& fact : import.facts) {
    const bool known = fact.section == "sources" || fact.section == "subjects" ||
                       fact.section == "links" || fact.section == "intelligence" ||
                       std::find(known_sections.begin(), known_sections.end(), fact.section) !=
                           known_sections.end();
    if (!known) unknown.insert(fact.section);
  }
  for (const std::string& section : unknown) {
    notes.push_back("section " + recoup::quoted(section) + " is kept, and nothing reads it");
  }
}

/// What an earlier document said of a seizure that this one reports otherwise.
Result<void> note_changed_seizures(const Session& session, const Import& import,
                                   std::vector<std::string>& notes) {
  if (import.seizures.empty()) return {};
  RECOUP_TRY(held, session.store.seizures());
  for (const Seizure& seizure : import.seizures) {
    for (const HeldSeizure& before : held) {
      Seizure same_line = before.seizure;
      same_line.line = seizure.line;
      if (before.seizure.id != seizure.id || same_line == seizure) continue;
      notes.push_back("seizure " + seizure.id + " was reported otherwise by " +
                      before.document.short_text() + ":" + std::to_string(before.seizure.line) +
                      "; what this file says now counts");
    }
  }
  return {};
}

Provenance provenance_of(const Session& session, const ImportRequest& request) {
  return {session.who, session.now_utc, request.case_id, session.tool_version};
}

/// Keeps a document that was refused, with the reason.
Result<ImportedFile> take_refused(Session& session, const Document& document,
                                  const ImportRequest& request, Error why) {
  ImportedFile file;
  file.path = document.name;
  file.digest = document.digest;
  file.refused = std::move(why);
  // A command that was put wrongly says nothing about the file.
  if (file.refused->code == ErrorCode::usage) return file;
  RECOUP_TRY(kept,
             session.store.save_refused(document, *file.refused, provenance_of(session, request)));
  file.outcome = kept;
  return file;
}

/// What seizures in foreign money were worth in pounds on their day, by the rates that are held.
Result<void> note_sterling_values(const Session& session, const Import& import,
                                  std::vector<std::string>& notes) {
  const bool any_foreign = std::any_of(
      import.seizures.begin(), import.seizures.end(),
      [](const Seizure& seizure) { return seizure.amount && seizure.amount->currency() != gbp; });
  if (!any_foreign) return {};
  RECOUP_TRY(held, session.store.series("rate EUR/"));
  PublishedSeries series;
  for (const HeldSeriesPoint& one : held) series.add(one.point);
  std::map<std::string, std::size_t> unknown;
  for (const Seizure& seizure : import.seizures) {
    if (!seizure.amount || seizure.amount->currency() == gbp) continue;
    const auto value = convert(*seizure.amount, gbp, seizure.seized_at.date(), series);
    if (value) {
      notes.push_back("seizure " + seizure.id + ": " + value.value().working);
    } else {
      ++unknown[std::string(seizure.amount->currency().code())];
    }
  }
  for (const auto& [code, count] : unknown) {
    const std::string what =
        count == 1 ? " seizure in " + code + " has" : " seizures in " + code + " have";
    notes.push_back(std::to_string(count) + what +
                    " no value in GBP: no published rate of the day is held (import the reference "
                    "rates of the European Central Bank first)");
  }
  return {};
}

/// Takes one document into the store. `notes` say where it came from.
Result<ImportedFile> take_document(Session& session, const Document& document,
                                   const ImportRequest& request, std::vector<std::string> notes,
                                   Touched& touched) {
  ImportedFile file;
  file.path = document.name;
  file.digest = document.digest;
  auto import = import_document(document, options_of(request));
  if (!import) return take_refused(session, document, request, std::move(import).error());
  import.value().notes.insert(import.value().notes.begin(), notes.begin(), notes.end());
  if (auto noted = note_changed_seizures(session, import.value(), file.notes); !noted) {
    return std::move(noted).error();
  }
  note_unknown_sections(import.value(), file.notes);
  if (auto noted = note_sterling_values(session, import.value(), file.notes); !noted) {
    return std::move(noted).error();
  }
  RECOUP_TRY(outcome,
             session.store.save(document, import.value(), provenance_of(session, request)));
  file.outcome = outcome;
  file.format = import.value().format;
  file.version = import.value().version;
  file.profile = import.value().profile;
  file.counts = count_records(import.value());
  file.rejections = import.value().rejections;
  file.notes.insert(file.notes.end(), import.value().notes.begin(), import.value().notes.end());
  touched.add(import.value(), request.case_id);
  return file;
}

/// Takes a bundle into the store: its own bytes, and each of its members as a document. A member
/// that is refused stops no other; the format that was asked for is that of the members.
Result<void> take_bundle(Session& session, const std::string& path, const Document& document,
                         const ImportRequest& request, Touched& touched, ImportReport& report) {
  ImportRequest as_bundle = request;
  as_bundle.format = "bundle";
  RECOUP_TRY(whole, take_document(session, document, as_bundle, {}, touched));
  whole.path = path;
  const bool is_refused = whole.refused.has_value();
  report.files.push_back(std::move(whole));
  if (is_refused) return {};
  RECOUP_TRY(bundle, open_bundle(document));
  ImportRequest of_members = request;
  if (of_members.format == "bundle") of_members.format.clear();
  for (const BundleMember& member : bundle.members) {
    if (member.refused) {
      RECOUP_TRY(kept, take_refused(session, member.document, of_members, *member.refused));
      report.files.push_back(std::move(kept));
      continue;
    }
    RECOUP_TRY(file, take_document(session, member.document, of_members, member.notes, touched));
    report.files.push_back(std::move(file));
  }
  return {};
}

/// Takes a file in while it is being read, where its format allows. False: it does not.
Result<bool> take_piecewise(Session& session, const std::string& path, const ImportRequest& request,
                            Touched& touched, ImportReport& report) {
  RECOUP_TRY(taken, import_piecewise(session, path, request));
  if (!taken) return false;
  touched.accounts.insert(std::make_move_iterator(taken->accounts.begin()),
                          std::make_move_iterator(taken->accounts.end()));
  touched.doubtful.insert(touched.doubtful.end(), taken->doubtful_accounts.begin(),
                          taken->doubtful_accounts.end());
  if (!taken->file.refused && !request.case_id.empty()) touched.cases.insert(request.case_id);
  report.files.push_back(std::move(taken->file));
  return true;
}

Result<void> import_file(Session& session, const std::string& path, const ImportRequest& request,
                         Touched& touched, ImportReport& report) {
  RECOUP_TRY(is_taken, take_piecewise(session, path, request, touched, report));
  if (is_taken) return {};
  auto document = read_document(path);
  if (!document) {
    ImportedFile file;
    file.path = path;
    file.refused = std::move(document).error();
    report.files.push_back(std::move(file));
    return {};
  }
  if (is_bundle_document(document.value())) {
    return take_bundle(session, path, document.value(), request, touched, report);
  }
  RECOUP_TRY(file, take_document(session, document.value(), request, {}, touched));
  file.path = path;
  report.files.push_back(std::move(file));
  return {};
}

/// What the touched accounts show now that all files are in.
Result<void> add_remarks(const Session& session, const Touched& touched, ImportReport& report) {
  // A few accounts at a time, in the order of their documents: what is held at once stays small,
  // and what is read for one of them serves its neighbours.
  constexpr std::size_t accounts_at_once = 512;
  constexpr std::uint64_t entries_at_once = 100'000;
  std::set<std::string> seen;
  std::vector<std::string> batch;
  std::uint64_t entries = 0;
  const auto look = [&]() -> Result<void> {
    if (batch.empty()) return {};
    RECOUP_TRY(parts, session.store.statement_parts(batch));
    RECOUP_TRY(build, build_ledger(std::move(parts), {}));
    std::move(build.remarks.begin(), build.remarks.end(), std::back_inserter(report.remarks));
    batch.clear();
    entries = 0;
    return {};
  };
  for (const std::string& account : touched.doubtful) {
    if (!seen.insert(account).second) continue;
    RECOUP_TRY(shown, session.store.documents_showing({account}));
    std::uint64_t count = 0;
    for (const RecordPart& part : shown) count += part.entries;
    if (batch.size() == accounts_at_once || entries + count > entries_at_once) {
      if (auto looked = look(); !looked) return looked;
    }
    batch.push_back(account);
    entries += count;
  }
  if (auto looked = look(); !looked) return looked;
  std::stable_sort(
      report.remarks.begin(), report.remarks.end(),
      [](const LedgerRemark& a, const LedgerRemark& b) { return a.account < b.account; });
  return {};
}

/// A statement also concerns every case that names its account.
Result<void> add_cases_of_accounts(const Session& session, Touched& touched) {
  if (touched.accounts.empty()) return {};
  RECOUP_TRY(cases, known_cases(session));
  for (const std::string& id : cases) {
    RECOUP_TRY(facts, session.store.case_facts(id));
    for (const HeldFact& held : facts) {
      const bool names_it =
          held.fact.field == "account" && touched.accounts.contains(held.fact.value);
      if (names_it) touched.cases.insert(id);
    }
  }
  return {};
}

Result<void> add_unresolved(const Session& session, const Touched& touched, ImportReport& report) {
  for (const std::string& case_id : touched.cases) {
    auto loaded = load_case(session, case_id);
    if (!loaded) {
      report.faults.push_back("case " + case_id + ": " + message(loaded.error()));
      continue;
    }
    // Whether the sources can be is known as soon as their credits are: say it now.
    const auto traced = trace(loaded.value().build.ledger, loaded.value().movements.first,
                              {loaded.value().sources, TracingMethod::fifo, {}, {}, false});
    if (!traced) report.faults.push_back("case " + case_id + ": " + message(traced.error()));
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

std::vector<std::string> import_formats() {
  std::vector<std::string> names;
  for (const std::string_view name : format_names()) names.emplace_back(name);
  return names;
}

Result<ImportReport> import_files(Session& session, const ImportRequest& said) {
  ImportRequest request = said;
  RECOUP_TRY(profile, said_profile(said.profile));
  request.profile = profile;
  ImportReport report;
  Touched touched;
  for (std::size_t i = 0; i < request.paths.size(); ++i) {
    session.progress("importing", i, request.paths.size());
    auto taken = import_file(session, request.paths[i], request, touched, report);
    if (!taken) return std::move(taken).error();
  }
  session.progress("importing", request.paths.size(), request.paths.size());
  if (!request.looks_at_cases) return report;
  if (auto added = add_remarks(session, touched, report); !added) return std::move(added).error();
  if (auto added = add_cases_of_accounts(session, touched); !added) {
    return std::move(added).error();
  }
  if (auto added = add_unresolved(session, touched, report); !added) {
    return std::move(added).error();
  }
  for (const LedgerRemark& remark : report.remarks) {
    const auto held = session.store.document(remark.place.document);
    if (held) report.names[remark.place.document] = held.value().name;
  }
  return report;
}

}  // namespace recoup
