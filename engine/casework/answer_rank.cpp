#include <algorithm>
#include <map>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/casework/subject_questions.hpp"
#include "recoup/report/ranking_report.hpp"

namespace recoup {

Result<std::vector<std::string>> cases_of(const Session& session, const std::string& operation) {
  RECOUP_TRY(all, known_cases(session));
  if (operation.empty()) return all;
  RECOUP_TRY(seizures, session.store.seizures());
  std::vector<std::string> chosen;
  for (const std::string& id : all) {
    RECOUP_TRY(facts, session.store.case_facts(id));
    const bool by_seizure =
        facts.empty() &&
        std::any_of(seizures.begin(), seizures.end(), [&](const HeldSeizure& held) {
          return held.seizure.case_id == id && held.seizure.operation == operation;
        });
    const bool by_file = CaseFacts(std::move(facts)).text("case", "", "operation") == operation;
    if (by_file || by_seizure) chosen.push_back(id);
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
  std::vector<UnrankedCase> unranked;
  std::map<std::string, std::vector<UnverifiedPeriod>> unverified;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    session.progress("measuring cases", i, ids.size());
    auto loaded = load_case(session, ids[i]);
    auto each = loaded ? measure(loaded.value(), law, as_at) : Result<MeasuredCase>(loaded.error());
    if (!each) {
      unranked.push_back({ids[i], message(each.error())});
      continue;
    }
    for (const Source& source : loaded.value().sources) {
      if (source.amount.currency() == gbp) sources += source.amount.minor();
    }
    auto periods = unverified_of_sources(loaded.value());
    if (!periods.empty()) unverified.emplace(ids[i], std::move(periods));
    measured.push_back(std::move(each).value());
  }
  session.progress("measuring cases", ids.size(), ids.size());
  RECOUP_TRY(ranked, rank(law.ranking, measured, as_at.date()));
  RECOUP_TRY(links, links_of_cases(session));
  const RankingContext context{request.operation, request.as_at, Money(sources, gbp),
                               unranked,          unverified,    std::move(links)};
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
