#include <set>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/casework/questions.hpp"
#include "recoup/report/pool_report.hpp"

namespace recoup {
namespace {

Result<AccountRow> pool_account(const Ledger& ledger, const std::string& account) {
  if (const auto row = ledger.find_account(account)) return *row;
  return Error{ErrorCode::not_found,
               "account " + recoup::quoted(account),
               "an account of the case of which a statement has been imported",
               {}};
}

Result<Currency> pool_currency(const Ledger& ledger, AccountRow account, const std::string& said) {
  std::set<std::string> codes;
  for (std::size_t i = ledger.first_leg[index(account)]; i < ledger.first_leg[index(account) + 1];
       ++i) {
    if (said.empty() || ledger.currency[i].code() == said) codes.emplace(ledger.currency[i].code());
    if (codes.contains(said)) return ledger.currency[i];
  }
  if (codes.size() == 1) return ledger.currency[ledger.first_leg[index(account)]];
  return Error{ErrorCode::usage,
               said.empty()
                   ? "an account with entries in " + std::to_string(codes.size()) + " currencies"
                   : "currency " + recoup::quoted(said),
               "a currency in which the account has entries (--currency)",
               {}};
}

}  // namespace

Result<Reply> answer_pool(const Session& session, const PoolRequest& request) {
  PoolQuestion question;
  if (request.as_at) {
    RECOUP_TRY(time, parse_as_at(*request.as_at));
    question.as_at = time;
  }
  RECOUP_TRY(loaded, load_case(session, request.case_id));
  const Ledger& ledger = loaded.build.ledger;
  RECOUP_TRY(account, pool_account(ledger, request.account));
  RECOUP_TRY(currency, pool_currency(ledger, account, request.currency));
  question.account = account;
  question.currency = currency;
  question.sources = loaded.sources;
  question.others_share = !request.sources_only;
  question.is_capped = request.is_capped;
  // Where nothing proves the order within a day, debits first leave the lower balances.
  const OrderedMovements& movements = loaded.movements;
  RECOUP_TRY(pool, share_pool(ledger, movements.debits_first.value_or(movements.first), question));
  const TraceContext context = trace_context(loaded, request.as_at);
  Reply reply;
  reply.needs_person = !loaded.unresolved.empty() || has_faults(loaded.build.remarks) ||
                       has_contradictions(context.unverified);
  reply.text = request.form == Form::json ? pool_json(context, pool, question)
                                          : pool_text(context, pool, question);
  return reply;
}

}  // namespace recoup
