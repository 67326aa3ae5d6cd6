#include <map>
#include <utility>

#include "recoup/casework/questions.hpp"
#include "recoup/importers/canonical_writer.hpp"
#include "recoup/ledger/population.hpp"
#include "statement_evidence.hpp"

namespace recoup {
namespace {

/// The accounts of the case under every name that a document gives them, or all that are held.
Result<std::vector<std::string>> accounts_of(const Session& session,
                                             const std::optional<std::string>& case_id) {
  if (!case_id) return session.store.account_names();
  RECOUP_TRY(records, load_records(session, *case_id));
  std::vector<std::string> names;
  for (const CaseAccount& account : records.accounts) names.push_back(account.account);
  return spellings_of(session, names, records.ties);
}

/// Writes accounts that are read from the store together.
class AccountExport {
 public:
  AccountExport(const Session& session, const PieceSink& out) : session_(session), out_(out) {}

  void add(const RecordPart& part) {
    if (accounts_.empty() || accounts_.back() != part.account) accounts_.push_back(part.account);
    entries_ += part.entries;
  }
  [[nodiscard]] std::uint64_t entries() const { return entries_; }

  /// Writes what was added, and is empty again.
  Result<void> write() {
    if (accounts_.empty()) return {};
    RECOUP_TRY(parts, session_.store.statement_parts(std::exchange(accounts_, {})));
    entries_ = 0;
    for (auto from = parts.begin(); from != parts.end();) {
      std::vector<StatementPart> of_account;
      const std::string account = from->account;
      for (; from != parts.end() && from->account == account; ++from) {
        if (!from->entries.empty()) of_account.push_back(std::move(*from));
      }
      if (auto written = write_account(std::move(of_account)); !written) return written;
    }
    return {};
  }

 private:
  Result<void> write_account(std::vector<StatementPart> parts) {
    constexpr std::size_t piece_bytes = 1U << 18U;
    std::string piece;
    for (const PlacedEntry& placed : merge_parts(in_document_order(std::move(parts))).entries) {
      append_canonical(piece, placed.entry);
      if (piece.size() < piece_bytes) continue;
      if (auto taken = out_(piece); !taken) return taken;
      piece.clear();
    }
    return piece.empty() ? Result<void>() : out_(piece);
  }

  const Session& session_;
  const PieceSink& out_;
  std::vector<std::string> accounts_;
  std::uint64_t entries_ = 0;
};

}  // namespace

Result<void> export_transactions(const Session& session, const ExportRequest& request,
                                 const PieceSink& out) {
  RECOUP_TRY(accounts, accounts_of(session, request.case_id));
  if (auto taken = out(canonical_header()); !taken) return taken;
  AccountExport writer(session, out);
  for (const std::string& account : accounts) {
    RECOUP_TRY(parts, session.store.documents_showing({account}));
    std::uint64_t entries = 0;
    for (const RecordPart& part : parts) entries += part.entries;
    if (writer.entries() + entries > request.entries_at_once) {
      if (auto written = writer.write(); !written) return written;
    }
    for (const RecordPart& part : parts) writer.add(part);
  }
  return writer.write();
}

}  // namespace recoup
