#include "statement_evidence.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "recoup/ledger/account_key.hpp"

namespace recoup {
namespace {

std::set<std::string> source_accounts(const LoadedCase& loaded) {
  std::set<std::string> accounts;
  for (const Source& source : loaded.sources) {
    accounts.insert(loaded.build.ledger.accounts[index(source.account)]);
  }
  return accounts;
}

}  // namespace

Result<std::vector<std::string>> spellings_of(const Session& session,
                                              const std::vector<std::string>& names,
                                              const std::vector<DecidedTie>& ties) {
  RECOUP_TRY(held, session.store.account_names());
  std::vector<std::string> spelled = names;
  spelled.insert(spelled.end(), held.begin(), held.end());
  const AccountNames tied(spelled, ties);
  std::set<std::string> wanted;
  for (const std::string& name : names) wanted.insert(*tied.find(name));
  std::erase_if(spelled,
                [&](const std::string& name) { return !wanted.contains(*tied.find(name)); });
  std::sort(spelled.begin(), spelled.end());
  spelled.erase(std::unique(spelled.begin(), spelled.end()), spelled.end());
  return spelled;
}

Result<std::vector<AccountCompleteness>> verified_parts(const Session& session,
                                                        const std::vector<StatementPart>& parts,
                                                        const std::vector<DecidedTie>& ties) {
  std::set<Digest> documents;
  for (const StatementPart& part : parts) {
    if (!is_cash_account(part.account)) documents.insert(part.document);
  }
  std::vector<DocumentEvidence> evidence;
  for (const Digest& digest : documents) {
    RECOUP_TRY(document, session.store.document(digest));
    RECOUP_TRY(totals, session.store.document_totals(digest));
    std::vector<Rejection> rejections;
    if (document.counts.rejections > 0) {
      RECOUP_TRY(refused, session.store.rejections(digest));
      rejections = std::move(refused);
    }
    evidence.push_back({digest, document.name, std::move(totals), std::move(rejections)});
  }
  std::vector<AccountCompleteness> accounts = check_completeness(parts, evidence, ties);
  std::erase_if(accounts, [](const AccountCompleteness& account) {
    return is_cash_account(account.account);
  });
  return accounts;
}

Result<std::vector<KeptApart>> declared_apart(const Session& session, LoadedCase& loaded) {
  std::vector<KeptApart> apart;
  for (const HeldFact* entry : loaded.facts.entries("kept_apart")) {
    const std::string& key = entry->fact.key;
    const auto field = [&](std::string_view name) {
      return loaded.facts.text_or_empty("kept_apart", key, name);
    };
    const std::string name = field("document");
    const std::string digits = field("line");
    std::uint64_t line = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), line);
    const auto document = session.store.find_document(name);
    if (!document && document.error().code != ErrorCode::not_found &&
        document.error().code != ErrorCode::contradiction) {
      return document.error();
    }
    if (!document || line == 0) {
      loaded.unresolved.push_back(
          {"line kept apart " + key, document ? "no line is named" : message(document.error())});
      continue;
    }
    apart.push_back({field("account"), {document.value().digest, line}, field("why")});
  }
  return apart;
}

std::vector<UnverifiedPeriod> unverified_of_case(const LoadedCase& loaded) {
  return unverified_periods(loaded.completeness);
}

std::vector<UnverifiedPeriod> unverified_of_sources(const LoadedCase& loaded) {
  const Ledger& ledger = loaded.build.ledger;
  const auto name = [&](LegRow leg) { return ledger.accounts[index(ledger.account[index(leg)])]; };
  std::set<std::string> reached = source_accounts(loaded);
  for (const Movement& movement : loaded.movements.first.in_order) {
    if (!movement.debit || !movement.credit || !reached.contains(name(*movement.debit))) continue;
    reached.insert(name(*movement.credit));
  }
  std::vector<UnverifiedPeriod> periods = unverified_of_case(loaded);
  std::erase_if(periods,
                [&](const UnverifiedPeriod& period) { return !reached.contains(period.account); });
  return periods;
}

bool has_contradictions(const std::vector<UnverifiedPeriod>& periods) {
  return std::any_of(periods.begin(), periods.end(), [](const UnverifiedPeriod& period) {
    return period.verdict != PeriodVerdict::not_verifiable;
  });
}

}  // namespace recoup
