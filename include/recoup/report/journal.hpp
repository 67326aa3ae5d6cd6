// journal.hpp: a case as a plain-text journal, so that hledger adds it up again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "recoup/base/piece_sink.hpp"
#include "recoup/ledger/builder.hpp"
#include "recoup/tracing/movements.hpp"

namespace recoup {

/// A document as the head of a journal names it.
struct JournalDocument {
  Digest digest;
  std::string name;
  std::uint64_t entries = 0;
  std::uint64_t refused = 0;
};

/// What a journal is made of. What it points to must outlive the call.
struct JournalCase {
  std::string case_id;
  const LedgerBuild* build = nullptr;
  const Movements* movements = nullptr;
  std::size_t movement_count = 0;  ///< So many of the movements, in trace order.
  std::vector<JournalDocument> documents;
};

/// Writes every movement as a transaction, in trace order.
///
///   Shape   Trees of accounts: `accounts` (those whose statements are held), `end points`,
///           `opening balances`, `gaps`, `differences`. The transaction's code is the movement's
///           id; each leg carries its document and line as tags. A character that the format gives
///           a meaning is written as \u{3B}; a name that had to be changed so ends with its digest.
///   Exact   Every leg is a posting; every balance that a document prints or states is an assertion
///           where hledger, which checks by day, can hold it, and else a comment that says why not.
///           A gap is a transaction of the difference, so that the balances behind it hold.
///   Same    Equal cases give equal bytes, whatever the order of import.
///   Errors  out_of_range: a sum by day leaves 128 bits. Those of `out`.
///   Cost    O(N log N) time.
///   Cites   hledger 1.25, journal format: decimal-mark, commodity, account, posting dates, total
///           costs, balance assertions.
Result<void> write_journal(const JournalCase& source, const PieceSink& out);

}  // namespace recoup
