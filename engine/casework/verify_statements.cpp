#include "recoup/casework/verify_statements.hpp"

#include <filesystem>
#include <set>
#include <utility>

#include "recoup/ledger/account_key.hpp"
#include "recoup/report/completeness_report.hpp"
#include "statement_evidence.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

void add_documents(const CompletenessContext& context, std::set<Digest>& documents) {
  for (const AccountCompleteness& account : context.accounts) {
    for (const CheckedStatement& statement : account.statements) {
      for (const RecordPlace& page : statement.pages) documents.insert(page.document);
    }
  }
  for (const SameEntry& same : context.same_entries) {
    documents.insert(same.merged.document);
    documents.insert(same.kept.document);
  }
  for (const KeptApart& kept : context.kept_apart) documents.insert(kept.line.document);
}

Result<void> name_documents(const Session& session, CompletenessContext& context) {
  std::set<Digest> documents;
  add_documents(context, documents);
  for (const Digest& digest : documents) {
    RECOUP_TRY(document, session.store.document(digest));
    context.documents.emplace(digest, document.name);
  }
  return {};
}

Result<CompletenessContext> context_of_case(const Session& session, const std::string& case_id) {
  RECOUP_TRY(loaded, load_case(session, case_id));
  CompletenessContext context{
      case_id, loaded.completeness, loaded.build.same_entries, loaded.kept_apart, {}, {}};
  for (const AccountCompleteness& account : context.accounts) {
    for (const CaseAccount& named : loaded.accounts) {
      if (!loaded.build.ledger.names.are_one(named.account, account.account)) continue;
      context.holders.emplace(account.account, named.holder);
    }
  }
  return context;
}

Result<CompletenessContext> context_of_all(const Session& session) {
  RECOUP_TRY(parts, session.store.statement_parts({}));
  CompletenessContext context;
  RECOUP_TRY(accounts, verified_parts(session, parts));
  context.accounts = std::move(accounts);
  RECOUP_TRY(built, build_ledger(std::move(parts), {}));
  context.same_entries = std::move(built.same_entries);
  return context;
}

Result<Reply> letters_of(const CompletenessContext& context, const std::string& folder) {
  Reply reply{"", !is_complete(context.accounts)};
  for (const AccountCompleteness& account : context.accounts) {
    const std::string letter = request_letter(context, account);
    if (letter.empty()) continue;
    if (folder.empty()) {
      reply.text += (reply.text.empty() ? "" : "\n---\n\n") + letter;
      continue;
    }
    const std::string name =
        "letter-" + safe_file_name(account.account) + "-" + std::string(account.currency.code());
    const std::filesystem::path path = std::filesystem::path(folder) / (name + ".txt");
    if (auto made = make_folder(folder); !made) return std::move(made).error();
    if (auto written = write_whole_file(path, letter); !written) return std::move(written).error();
    reply.text += path.string() + "\n";
  }
  if (reply.text.empty()) reply.text = "nothing is to be asked for\n";
  return reply;
}

}  // namespace

Result<Reply> answer_verify(const Session& session, const VerifyRequest& request) {
  RECOUP_TRY(context, request.case_id ? context_of_case(session, *request.case_id)
                                      : context_of_all(session));
  if (auto named = name_documents(session, context); !named) return std::move(named).error();
  if (request.letters) return letters_of(context, request.folder);
  return Reply{request.form == Form::json ? completeness_json(context) : completeness_text(context),
               !is_complete(context.accounts)};
}

}  // namespace recoup
