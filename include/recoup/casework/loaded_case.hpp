// loaded_case.hpp: a case with its ledger, matched and in order, ready for questions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/case_facts.hpp"
#include "recoup/casework/session.hpp"
#include "recoup/completeness/completeness.hpp"
#include "recoup/ledger/builder.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/report/trace_report.hpp"
#include "recoup/tracing/day_order.hpp"

namespace recoup {

/// An account that the case names or that was imported under it.
struct CaseAccount {
  std::string account;
  std::string holder;
  std::string currency;
  bool has_statement = false;
};

/// A source as the case file declares it.
struct DeclaredSource {
  std::string id;
  std::string account;
  std::string reference;
  std::string document;  ///< With `line`, in place of a reference.
  std::uint64_t line = 0;
  bool opening = false;
  std::optional<std::string> amount;  ///< Empty: the whole credit.
  std::string basis;
  Place place;
};

/// A gap through which what is held goes on, by a person's decision.
struct AcceptedGap {
  LegRow before{};
  std::string why;  ///< Who, when and why.
};

/// A credit that a bank's code, or a person's record, says is interest on its account.
struct NamedInterest {
  InterestCredit interest;
  std::string why;
};

/// Everything that is known of a case, put together from the store.
struct LoadedCase {
  std::string id;
  std::string name;
  std::string operation;
  CaseFacts facts;
  std::vector<CaseAccount> accounts;
  std::vector<DeclaredSource> declared;
  std::vector<HeldSeizure> seizures;  ///< Of this case.
  std::vector<HeldDocument> documents;
  std::vector<HeldSeriesPoint> index;             ///< Of the price index that the case file names.
  std::vector<AccountCompleteness> completeness;  ///< Of its accounts at banks.
  std::vector<KeptApart> kept_apart;
  std::vector<AcceptedGap> accepted_gaps;
  std::vector<DecidedTie> ties;  ///< Which names are one account, by a person's decision.
  LedgerBuild build;
  Links links;
  OrderedMovements movements;
  std::vector<NamedInterest> interest;  ///< In order of the credit's row.
  std::vector<Source> sources;  ///< The declared sources that a statement shows, in their order.
  std::vector<Unresolved> unresolved;
};

/// What is looked up for every case, read once for a question about many.
struct CaseIndex {
  std::vector<std::string> named;  ///< By a case file or an import, in byte order.
  std::vector<std::string> cases;  ///< And by seizures, in byte order.
  std::map<std::string, std::vector<HeldSeizure>> seizures;  ///< By case.
};
[[nodiscard]] Result<CaseIndex> index_cases(const Session& session);

/// Every case that a case file, an import or a seizure names, in byte order.
[[nodiscard]] Result<std::vector<std::string>> known_cases(const Session& session);

/// The account under which seized cash stands in the ledger.
[[nodiscard]] std::string cash_account(const Seizure& seizure);
/// Whether an account is seized cash and no account at a bank.
[[nodiscard]] bool is_cash_account(std::string_view account);

/// Whether one of the remarks is a fault to be looked at: a line that two documents show, and that
/// a reference or a balance proves to be one entry, is none.
[[nodiscard]] bool has_faults(const std::vector<LedgerRemark>& remarks);

/// Puts a case together.
///
/// Errors: not_found (no such case); malformed or contradiction (a source that cannot be).
[[nodiscard]] Result<LoadedCase> load_case(const Session& session, const std::string& case_id);

/// Facts, accounts and seizures of a case, without its statements.
///
/// Errors: not_found (no such case).
[[nodiscard]] Result<LoadedCase> load_records(const Session& session, const std::string& case_id);
[[nodiscard]] Result<LoadedCase> load_records(const Session& session, const CaseIndex& index,
                                              const std::string& case_id);

/// What no figure of these accounts should rest on without a word about it: all accounts of the
/// case, or those through which some of its sources may have gone.
[[nodiscard]] std::vector<UnverifiedPeriod> unverified_of_case(const LoadedCase& loaded);
[[nodiscard]] std::vector<UnverifiedPeriod> unverified_of_sources(const LoadedCase& loaded);
/// Whether one of them is more than a lack of balances: something is missing or does not agree.
[[nodiscard]] bool has_contradictions(const std::vector<UnverifiedPeriod>& periods);

/// The first leg of the account with this reference, or nothing.
[[nodiscard]] std::optional<LegRow> find_reference(const Ledger& ledger, AccountRow account,
                                                   std::string_view reference);

/// Context of every answer about the case's traces. The case must outlive it.
[[nodiscard]] TraceContext trace_context(const LoadedCase& loaded,
                                         const std::optional<std::string>& as_at);

}  // namespace recoup
