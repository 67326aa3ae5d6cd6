// case_report.hpp: the document that a case's figures are handed over in.
#pragma once

#include <string>

#include "recoup/casework/rank_cases.hpp"
#include "recoup/report/court_document.hpp"

namespace recoup {

/// What `recoup report` asks.
struct ReportRequest {
  std::string case_id;
  std::string folder;  ///< Where the files go; made where it is not there.
  std::string as_at;
  std::string prepared_by;  ///< Printed in the title; may be empty.
};

/// Everything the store holds of a case, as one document: what was read, where the money went
/// under each method, what would follow in confiscation, which clocks run, and what a person must
/// look at. Every figure cites document and line.
///
///   Same    Equal records, packs, program and request give an equal document.
///   Errors  As load_case, trace, assess.
[[nodiscard]] Result<CourtDocument> case_report(const Session& session,
                                                const ReportRequest& request);

/// Writes CASE.html and CASE.json into the folder.
///
/// Errors: as case_report; cannot_write.
[[nodiscard]] Result<Reply> write_case_report(const Session& session, const ReportRequest& request);

}  // namespace recoup
