#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/report/ranking_report.hpp"

namespace recoup {

Result<std::vector<std::string>> cases_of(const Session& session, const std::string& operation) {
  RECOUP_TRY(all, session.store.cases());
  if (operation.empty()) return all;
  std::vector<std::string> chosen;
  for (const std::string& id : all) {
    RECOUP_TRY(facts, session.store.case_facts(id));
    if (CaseFacts(std::move(facts)).text("case", "", "operation") == operation)
      chosen.push_back(id);
  }
  if (chosen.empty()) {
    return Error{ErrorCode::not_found,
                 "operation " + recoup::quoted(operation),
                 "an operation that a case file names",
                 {}};
  }
  return chosen;
}

Result<Reply> answer_rank(const Session& session, const RankRequest& request) {
  RECOUP_TRY(as_at, parse_as_at(request.as_at));
  RECOUP_TRY(law, load_law());
  RECOUP_TRY(ids, cases_of(session, request.operation));
  std::vector<MeasuredCase> measured;
  MinorUnits sources = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    session.progress("measuring cases", i, ids.size());
    RECOUP_TRY(loaded, load_case(session, ids[i]));
    for (const Source& source : loaded.sources) {
      if (source.amount.currency() == gbp) sources += source.amount.minor();
    }
    RECOUP_TRY(each, measure(loaded, law, as_at));
    measured.push_back(std::move(each));
  }
  session.progress("measuring cases", ids.size(), ids.size());
  RECOUP_TRY(ranked, rank(law.ranking, measured, as_at.date()));
  const RankingContext context{request.operation, request.as_at, Money(sources, gbp)};
  if (!request.explain) {
    return Reply{
        request.form == Form::json ? ranking_json(context, ranked) : ranking_text(context, ranked),
        false};
  }
  for (std::size_t row = 0; row < ranked.size(); ++row) {
    if (ranked[row].case_id != *request.explain) continue;
    if (request.form == Form::json) return Reply{ranking_json(context, {ranked[row]}), false};
    return Reply{explanation_text(context, ranked, row), false};
  }
  return Error{ErrorCode::not_found,
               "case " + recoup::quoted(*request.explain),
               "a case of those that are ranked",
               {}};
}

}  // namespace recoup
