#include <algorithm>
#include <set>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/casework/subject_questions.hpp"
#include "recoup/report/link_chart.hpp"
#include "recoup/report/subject_report.hpp"
#include "subject_material.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

/// The cases that are asked about; nothing where every case and every report is.
using AskedCases = std::optional<std::set<std::string>>;

Result<AskedCases> asked_cases(const Session& session, const SubjectRequest& request) {
  if (request.case_id && !request.operation.empty()) {
    return Error{ErrorCode::usage, "a case and an operation", "one of them", {}};
  }
  if (request.case_id) {
    RECOUP_TRY(known, known_cases(session));
    if (!std::binary_search(known.begin(), known.end(), *request.case_id)) {
      return Error{ErrorCode::not_found,
                   "case " + recoup::quoted(*request.case_id),
                   "a case that a case file or an import has named",
                   {}};
    }
    return AskedCases(std::set{*request.case_id});
  }
  if (request.operation.empty()) return AskedCases();
  RECOUP_TRY(cases, cases_of(session, request.operation));
  return AskedCases(std::set(cases.begin(), cases.end()));
}

template <typename Named>
bool is_asked(const Named& named, const AskedCases& asked, const std::string& operation) {
  if (!asked) return true;
  const auto in = [&](const std::string& each) { return asked->contains(each); };
  return std::any_of(named.cases.begin(), named.cases.end(), in) ||
         (!operation.empty() && std::find(named.operations.begin(), named.operations.end(),
                                          operation) != named.operations.end());
}

/// The subjects of the cases, and those that something ties to them.
std::vector<std::size_t> asked_subjects(const SubjectNetwork& network, const AskedCases& asked,
                                        const std::string& operation) {
  std::set<std::size_t> own;
  for (std::size_t i = 0; i < network.subjects.size(); ++i) {
    if (is_asked(network.subjects[i], asked, operation)) own.insert(i);
  }
  std::set<std::size_t> all = own;
  for (const SubjectTie& tie : network.ties) {
    if (own.contains(tie.from)) all.insert(tie.to);
    if (own.contains(tie.to)) all.insert(tie.from);
  }
  return {all.begin(), all.end()};
}

std::string words_of(const SubjectRequest& request) {
  if (request.case_id) return "case " + *request.case_id;
  return request.operation.empty() ? "every case" : "operation " + request.operation;
}

/// That somebody looked at reports under handling code C.
Result<void> log_consultation(const Session& session, const SubjectRequest& request,
                              const std::string& action, const std::vector<WithheldReport>& shown) {
  AuditNote note;
  note.when_utc = session.now_utc;
  note.who = session.who;
  note.category = AuditCategory::consultation;
  note.action = action;
  if (request.case_id) note.objects.push_back({"case", *request.case_id});
  if (!request.operation.empty()) note.objects.push_back({"operation", request.operation});
  for (const WithheldReport& report : shown) {
    note.objects.push_back({"restricted record", report.agency + ": " + report.number});
  }
  note.count = shown.size();
  note.reason = request.reason;
  note.tool_version = session.tool_version;
  return session.store.record(note);
}

/// A network with what of it is shown.
struct AskedNetwork {
  SubjectNetwork network;
  AskedCases asked;
  SubjectView view;
};

Result<AskedNetwork> ask(const Session& session, const SubjectRequest& request,
                         const std::string& action) {
  AskedNetwork answer;
  RECOUP_TRY(asked, asked_cases(session, request));
  answer.asked = std::move(asked);
  RECOUP_TRY(gathered,
             gather_subjects(session, request.with_restricted ? RestrictedReports::read
                                                              : RestrictedReports::withheld));
  // A report that names no case may be about any of its operation, or of all.
  const auto is_elsewhere = [&](const WithheldReport& report) {
    const bool may_be_any =
        report.cases.empty() && (report.operations.empty() || request.operation.empty());
    return !may_be_any && !is_asked(report, answer.asked, request.operation);
  };
  if (request.with_restricted) {
    auto logged = log_consultation(session, request, action, gathered.read);
    if (!logged) return std::move(logged).error();
  }
  answer.view.withheld = std::move(gathered.withheld);
  std::erase_if(answer.view.withheld, is_elsewhere);
  answer.network = join_subjects(std::move(gathered.material));
  answer.view.of = words_of(request);
  answer.view.unused = answer.network.unused;
  return answer;
}

Reply reply_of(const AskedNetwork& answer, std::string text) {
  return Reply{std::move(text), !answer.network.unused.empty()};
}

}  // namespace

Result<Reply> answer_subjects(const Session& session, const SubjectRequest& request) {
  RECOUP_TRY(answer, ask(session, request, "subjects"));
  SubjectView& view = answer.view;
  view.network = &answer.network;
  view.subjects = asked_subjects(answer.network, answer.asked, request.operation);
  return reply_of(answer, request.form == Form::json ? subjects_json(view) : subjects_text(view));
}

Result<Reply> answer_leads(const Session& session, const SubjectRequest& request) {
  RECOUP_TRY(answer, ask(session, request, "leads"));
  SubjectView& view = answer.view;
  view.network = &answer.network;
  view.leads = find_leads(answer.network);
  std::erase_if(view.leads, [&](const SubjectLead& lead) {
    return !is_asked(lead, answer.asked, request.operation);
  });
  return reply_of(answer, request.form == Form::json ? leads_json(view) : leads_text(view));
}

Result<Reply> answer_link_chart(const Session& session, const SubjectRequest& request,
                                const std::string& file) {
  RECOUP_TRY(answer, ask(session, request, "chart"));
  const auto subjects = asked_subjects(answer.network, answer.asked, request.operation);
  RECOUP_TRY(page, link_chart(answer.network, subjects, "Links of " + answer.view.of));
  if (auto written = write_whole_file(file, page.svg); !written) return std::move(written).error();
  if (!answer.view.withheld.empty()) {
    page.table += "\n" + std::to_string(answer.view.withheld.size()) +
                  " under handling code C are not drawn; recoup leads names them\n";
  }
  return reply_of(answer, page.table);
}

Result<CaseLinks> links_of_cases(const Session& session) {
  RECOUP_TRY(gathered, gather_subjects(session, RestrictedReports::withheld));
  CaseLinks links;
  links.network = join_subjects(std::move(gathered.material));
  std::set<std::string> cases;
  for (const Subject& subject : links.network.subjects) {
    cases.insert(subject.cases.begin(), subject.cases.end());
  }
  for (const std::string& case_id : cases) {
    auto shared = shared_subjects(links.network, case_id);
    if (!shared.empty()) links.by_case.emplace(case_id, std::move(shared));
  }
  return links;
}

}  // namespace recoup
