#include "recoup/casework/case_report.hpp"

#include <filesystem>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/clock_questions.hpp"
#include "report_material.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

TitleBlock title_of(const LoadedCase& loaded, const Session& session,
                    const ReportRequest& request) {
  TitleBlock title;
  title.title = "Summary of financial evidence";
  title.marking = "OFFICIAL-SENSITIVE when complete";
  title.case_id = loaded.id;
  title.case_name = loaded.name;
  title.operation = loaded.operation;
  title.prepared_by = request.prepared_by;
  title.as_at = request.as_at;
  title.program_version = "recoup " + session.tool_version;
  title.schema_version = std::to_string(newest_schema_version());
  return title;
}

std::vector<ReadDocument> documents_of(const LoadedCase& loaded) {
  std::vector<ReadDocument> documents;
  for (const HeldDocument& held : loaded.documents) {
    const RecordCounts& counts = held.counts;
    // A seizure of cash is one record, though it is an entry in the ledger too.
    const std::uint64_t records = held.format == "seizures"
                                      ? counts.seizures
                                      : counts.entries + counts.balances + counts.facts;
    documents.push_back(
        {held.name, held.digest, held.size, held.format, held.version, records, counts.rejections});
  }
  return documents;
}

}  // namespace

Result<CourtDocument> case_report(const Session& session, const ReportRequest& request) {
  RECOUP_TRY(as_at, parse_as_at(request.as_at));
  RECOUP_TRY(law, load_law(session));
  RECOUP_TRY(loaded, load_case(session, request.case_id));
  RECOUP_TRY(citer, Citer::read(session, loaded.documents));
  RECOUP_TRY(traces, all_traces(loaded, as_at, true));
  RECOUP_TRY(assessed, assess_case(loaded, law, as_at.date()));
  const std::vector<RangeRow> range = range_over(traces);
  const std::vector<Deadline> deadlines = open_deadlines(loaded, law, as_at);
  const ReportMaterial material{loaded, citer, traces, range, assessed, deadlines};
  CourtDocument document;
  document.title = title_of(loaded, session, request);
  document.parts = {part_about(material),    part_money(material),     part_confiscation(material),
                    part_seizures(material), part_attention(material), part_by_hand(law),
                    part_chart(material)};
  document.schedules = {
      schedule_accounts(material),  schedule_sources(material), schedule_results(material),
      schedule_movements(material), schedule_benefit(material), schedule_means(material),
      schedule_seizures(material),  schedule_clocks(material),  schedule_completeness(material)};
  document.documents = documents_of(loaded);
  // What the document says, the packs and the program decide its identifier; nothing else does.
  RECOUP_TRY(content, json(document));
  document.title.document_id = sha256(content).short_text();
  return document;
}

Result<Reply> write_case_report(const Session& session, const ReportRequest& request) {
  RECOUP_TRY(document, case_report(session, request));
  RECOUP_TRY(loaded, load_case(session, request.case_id));
  const bool needs_person = !loaded.unresolved.empty() || has_faults(loaded.build.remarks);
  RECOUP_TRY(page, html(document));
  RECOUP_TRY(content, json(document));
  const std::filesystem::path folder(request.folder);
  if (auto made = make_folder(request.folder); !made) return std::move(made).error();
  const std::string name = safe_file_name(request.case_id);
  for (const auto& [path, bytes] : {std::pair(folder / (name + ".html"), &page),
                                    std::pair(folder / (name + ".json"), &content)}) {
    if (auto written = write_whole_file(path, *bytes); !written) return std::move(written).error();
  }
  return Reply{(folder / (name + ".html")).string() + "\n" + (folder / (name + ".json")).string() +
                   "\nreport " + document.title.document_id + "\n",
               needs_person};
}

}  // namespace recoup
