// completeness_report.hpp: what statements prove, as JSON, as text, and as letters that ask for
// more.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "recoup/completeness/completeness.hpp"
#include "recoup/ledger/builder.hpp"
#include "recoup/report/json_writer.hpp"

namespace recoup {

/// What a verification refers to.
struct CompletenessContext {
  std::string case_id;  ///< Empty: every account held.
  std::vector<AccountCompleteness> accounts;
  std::vector<SameEntry> same_entries;         ///< Lines that count once.
  std::vector<KeptApart> kept_apart;           ///< Lines that a person keeps apart.
  std::map<Digest, std::string> documents;     ///< Names of the documents.
  std::map<std::string, std::string> holders;  ///< By account, where the case names one.
};

[[nodiscard]] std::string completeness_json(const CompletenessContext& context);
/// The accounts' grids, the months in one line each, and the number of lines that count once.
[[nodiscard]] std::string completeness_text(const CompletenessContext& context);

/// What to ask the bank of one account for: periods, statements by number, pages, statements that
/// do not add up. Empty where its statements are complete.
///
///   Cites  Names POCA 2002 s.345 as the power under which material is usually produced, and claims
///          nothing of the case.
[[nodiscard]] std::string request_letter(const CompletenessContext& context,
                                         const AccountCompleteness& account);

/// Writes `"unverified": [...]` into the object that is open.
void write_unverified(JsonWriter& json, const std::vector<UnverifiedPeriod>& periods);
/// "account A from 2025-02-01 to 2025-02-28 is missing: no statement shows these days".
[[nodiscard]] std::string unverified_words(const UnverifiedPeriod& period);

}  // namespace recoup
