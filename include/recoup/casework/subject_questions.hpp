// subject_questions.hpp: who and what cases have in common.
#pragma once

#include <optional>
#include <string>

#include "recoup/casework/questions.hpp"
#include "recoup/report/case_links.hpp"

namespace recoup {

/// What `recoup subjects`, `recoup leads` and a chart of links ask.
struct SubjectRequest {
  std::optional<std::string> case_id;  ///< Nothing: every case.
  std::string operation;               ///< Empty: every operation.
  bool with_restricted = false;        ///< Reports under handling code C too: that is logged.
  std::string reason;                  ///< Why they are looked at, for the log.
  Form form = Form::text;
};

/// Persons, companies, vehicles, premises, phones and accounts, with every record on them.
///
///   Errors  not_found (no such case or operation), usage (a case and an operation), and those of
///           the store, which must be open for writing where restricted reports are asked for.
[[nodiscard]] Result<Reply> answer_subjects(const Session& session, const SubjectRequest& request);

/// What in them is worth a question. Errors: as `answer_subjects`.
[[nodiscard]] Result<Reply> answer_leads(const Session& session, const SubjectRequest& request);

/// Draws subjects and links of a case or an operation into `file` as SVG; the reply is the table
/// that says the same. Reports under handling code C are in no drawing.
///
///   Errors  as `answer_subjects`; not_found (nothing is linked), cannot_write.
[[nodiscard]] Result<Reply> answer_link_chart(const Session& session, const SubjectRequest& request,
                                              const std::string& file);

/// What each case shares with others, for a ranking.
[[nodiscard]] Result<CaseLinks> links_of_cases(const Session& session);

}  // namespace recoup
