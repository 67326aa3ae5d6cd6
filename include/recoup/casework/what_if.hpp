// what_if.hpp: a case as it would be if something were otherwise. A hypothesis, never a record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/casework/loaded_case.hpp"
#include "recoup/report/what_if_report.hpp"

namespace recoup {

/// What is supposed, as the command line puts it; all of it together is one hypothesis.
struct WhatIfRequest {
  std::vector<std::string> without;   ///< Movements: an id, or a reference that one alone has.
  std::vector<std::string> undone;    ///< Pairs, "DEBIT,CREDIT": references or DOCUMENT:LINE.
  std::vector<std::string> openings;  ///< "ACCOUNT=AMOUNT", or "ACCOUNT=AMOUNT CUR".
  std::optional<std::string> as_at;   ///< A date or a date and time.

  [[nodiscard]] bool is_empty() const {
    return without.empty() && undone.empty() && openings.empty() && !as_at;
  }
};

/// What a trace of a case rests on, changed as supposed.
///
///   Exact  A movement that is left out leaves both of its legs out: later balances are what the
///          rest gives. Of a pair that is taken apart the debit goes to the end point that it
///          names, and the credit comes from one; pairs that are one sum with it go with it.
///          Everything else stands as it does: nothing is matched anew.
struct SupposedCase {
  Ledger ledger;
  Links links;
  OrderedMovements movements;
  std::vector<Source> sources;           ///< Those that are still there.
  std::vector<std::uint32_t> source_of;  ///< Of each of them its row in LoadedCase::sources.
  std::vector<InterestCredit> interest;
  std::optional<CivilTime> as_at;
  std::vector<std::string> changes;  ///< What is supposed, in sentences.
  std::vector<std::string> notes;    ///< What follows beside the figures, in sentences.
};

/// The case as it would be.
///
///   Errors  usage (not as the options are put, or several entries that one could mean, which are
///           listed), not_found (no such movement, pair or account), out_of_range. Each names the
///           option.
[[nodiscard]] Result<SupposedCase> suppose(const LoadedCase& loaded, const WhatIfRequest& request);

/// The figures of both runs of one method side by side, those that do not change too.
[[nodiscard]] WhatIfFigures compare_runs(const Trace& stands, const Trace& supposed,
                                         const std::vector<std::uint32_t>& source_of);

/// Both runs of the method of `question`, which is put to the case as it stands with the sources
/// as they stand; what is accrued is accrued in both.
///
///   Errors  those of `trace`, of the hypothesis.
[[nodiscard]] Result<WhatIfFigures> trace_supposed(const SupposedCase& supposed,
                                                   const TraceQuestion& question,
                                                   const TracedBoth& stands,
                                                   std::vector<std::string>& notes);

}  // namespace recoup
