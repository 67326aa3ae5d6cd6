// builder.hpp: makes one population of legs out of many documents.
#pragma once

#include <string>
#include <vector>

#include "recoup/ledger/ledger.hpp"
#include "recoup/records/statement.hpp"

namespace recoup {

/// A balance that the investigator states in the case file. One that statements give wins over it.
struct DeclaredOpening {
  std::string account;
  Money amount;
  RecordPlace place;
};

/// Something a person should look at: the documents disagree with each other or with themselves.
struct LedgerRemark {
  enum class Kind : std::uint8_t {
    balance_does_not_follow,  ///< The printed balance is not the one before it plus the amount.
    merged_lines,             ///< The same entry stands in two documents and counts once.
    merged_lines_uncertain,   ///< As before, and neither reference nor balance proves it.
    reference_repeated,       ///< A reference, unique within its account, stands on two entries.
    opening_differs,          ///< The case file's opening balance is not the statements'.
  };

  Kind kind = Kind::balance_does_not_follow;
  std::string account;
  RecordPlace place;
  std::string found;
  std::string expected;
};

/// A line of one document that is the same entry as a line of another.
struct SameEntry {
  RecordPlace merged;
  RecordPlace kept;  ///< The place that the ledger's leg names.
};

/// A ledger, and what was noticed in making it.
struct LedgerBuild {
  Ledger ledger;
  std::vector<SameEntry> same_entries;  ///< Lines that another document's line stands for.
  std::vector<LedgerRemark> remarks;    ///< By account, then statement order.
};

/// Puts the parts of each account together, whatever the order in which they are given.
///
///   Same    The parts of an account stand in the order of their first entries' booking times, then
///           their last; ties by balances that carry on, then by document digest. An entry that
///           two documents show (the same account, time, amount, currency, words, reference and
///           balance) is one leg; alike entries within one document stay several. Without
///           reference and balance they are one only where one of the documents shows all that the
///           other shows of that day: a statement cut within a day may hold two genuine payments.
///   Errors  out_of_range: a running balance leaves 128 bits.
[[nodiscard]] Result<LedgerBuild> build_ledger(std::vector<StatementPart> parts,
                                               const std::vector<DeclaredOpening>& openings);

}  // namespace recoup
