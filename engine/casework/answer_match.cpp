#include <utility>

#include "recoup/casework/questions.hpp"

namespace recoup {
namespace {

Result<Ledger> whole_population(const Session& session) {
  RECOUP_TRY(parts, session.store.statement_parts({}));
  RECOUP_TRY(build, build_ledger(std::move(parts), {}));
  return std::move(build.ledger);
}

Result<Ledger> population_of(const Session& session, const std::optional<std::string>& case_id) {
  if (!case_id) return whole_population(session);
  RECOUP_TRY(loaded, load_case(session, *case_id));
  return std::move(loaded.build.ledger);
}

}  // namespace

Result<Reply> answer_match(const Session& session, const std::optional<std::string>& case_id,
                           Form form) {
  RECOUP_TRY(ledger, population_of(session, case_id));
  const Links links = match(ledger);
  return Reply{form == Form::json ? match_json(ledger, links) : match_text(ledger, links),
               !links.review.empty()};
}

}  // namespace recoup
