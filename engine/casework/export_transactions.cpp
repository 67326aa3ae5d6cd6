#include <map>
#include <utility>

#include "recoup/casework/questions.hpp"
#include "recoup/importers/canonical_writer.hpp"
#include "recoup/ledger/population.hpp"

namespace recoup {
namespace {

/// The accounts of the case that have a statement; empty stands for every account.
Result<std::vector<std::string>> accounts_of(const Session& session,
                                             const std::optional<std::string>& case_id) {
  if (!case_id) return session.store.account_names();
  RECOUP_TRY(loaded, load_case(session, *case_id));
  return loaded.build.ledger.accounts;
}

}  // namespace

Result<Reply> export_transactions(const Session& session,
                                  const std::optional<std::string>& case_id) {
  RECOUP_TRY(accounts, accounts_of(session, case_id));
  std::map<std::string, std::vector<StatementPart>> by_account;
  if (!accounts.empty()) {
    RECOUP_TRY(parts, session.store.statement_parts(accounts));
    for (StatementPart& part : parts) {
      if (!part.entries.empty()) by_account[part.account].push_back(std::move(part));
    }
  }
  std::vector<Transaction> entries;
  for (auto& [account, parts] : by_account) {
    Population population = merge_parts(in_document_order(std::move(parts)));
    for (PlacedEntry& placed : population.entries) entries.push_back(std::move(placed.entry));
  }
  return Reply{write_canonical(entries), false};
}

}  // namespace recoup
