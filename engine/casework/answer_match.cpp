#include <utility>

#include "decided.hpp"
#include "recoup/casework/questions.hpp"
#include "transfer_evidence.hpp"

namespace recoup {
namespace {

/// The facts of every case, one after the other: over all accounts every decision counts.
Result<CaseFacts> facts_of_all(const Session& session) {
  RECOUP_TRY(cases, session.store.cases());
  std::vector<HeldFact> all;
  for (const std::string& each : cases) {
    RECOUP_TRY(facts, session.store.case_facts(each));
    for (HeldFact& held : facts) {
      // Two cases may call an entry by one name.
      if (!held.fact.key.empty()) held.fact.key = each + " " + held.fact.key;
      all.push_back(std::move(held));
    }
  }
  return CaseFacts(std::move(all));
}

Result<MatchedPopulation> matched_case(const Session& session, const std::string& case_id) {
  RECOUP_TRY(loaded, load_case(session, case_id));
  return MatchedPopulation{std::move(loaded.build), std::move(loaded.links)};
}

Result<MatchedPopulation> matched_whole(const Session& session) {
  RECOUP_TRY(facts, facts_of_all(session));
  RECOUP_TRY(parts, session.store.statement_parts({}));
  RECOUP_TRY(build, build_ledger(std::move(parts), {}, {}, decided_ties(facts)));
  UndecidedTransfers undecided;
  RECOUP_TRY(evidence, transfer_evidence(session, build, facts, undecided));
  Links links = match_transfers(build.ledger, evidence);
  return MatchedPopulation{std::move(build), std::move(links)};
}

}  // namespace

Result<MatchedPopulation> matched_population(const Session& session,
                                             const std::optional<std::string>& case_id) {
  return case_id ? matched_case(session, *case_id) : matched_whole(session);
}

Result<Reply> answer_match(const Session& session, const std::optional<std::string>& case_id,
                           Form form) {
  RECOUP_TRY(matched, matched_population(session, case_id));
  const Ledger& ledger = matched.build.ledger;
  return Reply{
      form == Form::json ? match_json(ledger, matched.links) : match_text(ledger, matched.links),
      !matched.links.review.empty()};
}

}  // namespace recoup
