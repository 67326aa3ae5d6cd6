// export_case.hpp: a case for people with other programs.
#pragma once

#include <optional>
#include <string>

#include "recoup/casework/questions.hpp"

namespace recoup {

/// What `recoup export case` asks.
struct CaseExportRequest {
  std::string case_id;
  std::string format;                 ///< "hledger", "graphml", "gexf", "i2" or "ftm".
  std::optional<std::string> method;  ///< A name of TracingMethod. Not for hledger.
  std::optional<std::string> as_at;   ///< A date or a date and time.
};

/// Writes the movements of a case in another program's format. The reply has no text; it asks for a
/// person where a trace of the case would.
///
///   Errors  usage (no such format, method or time; a journal with a method), not_found, those of
///           the tracer and of `out`; what was handed over before stands.
[[nodiscard]] Result<Reply> export_case(const Session& session, const CaseExportRequest& request,
                                        const PieceSink& out);

}  // namespace recoup
