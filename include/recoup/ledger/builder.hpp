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
    merged_lines_uncertain,   ///< As before; no reference, balance or whole day proves it.
    reference_repeated,       ///< A reference, unique within its account, stands on two entries.
    opening_differs,          ///< The case file's opening balance is not the statements'.
    statement_differs,        ///< What a statement states of its ends, and no gap shows.
    kept_apart_unknown,       ///< A line to be kept apart is not an entry of the account.
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
  std::string account;
  std::string reference;  ///< By which the merged line calls itself; or empty.
  bool certain = true;
  bool is_sum = false;  ///< The merged line is the sum of a batch, of which `kept` is the last.
};

/// A person's decision that a line is an entry of its own, whatever it looks like.
struct KeptApart {
  std::string account;
  RecordPlace line;
  std::string why;
};

/// A credit that its bank marks as a reversal.
struct MarkedReversal {
  LegRow credit{};
  std::optional<LegRow> debit;  ///< The earlier debit of the account that it gives back, where one
                                ///< alone bears a reference of it.
  std::string why;
};

/// A balance with which a statement ends.
struct StatedClosing {
  LegRow last{};  ///< The leg that it stands behind.
  Money amount;
  RecordPlace place;
};

/// A ledger, and what was noticed in making it.
struct LedgerBuild {
  Ledger ledger;
  std::vector<MarkedReversal> marked_reversals;  ///< In order of the credit's row.
  std::vector<LegRow> marked_interest;           ///< Credits that their bank codes as interest.
  /// Of each leg whether a document prints the balance after it. It is what the opening balance,
  /// the legs and the gaps up to it lead to: where it is not, a gap stands before the leg.
  std::vector<bool> prints_balance;
  std::vector<StatedClosing> closings;  ///< In order of `last`; not all need hold.
  std::vector<SameEntry> same_entries;  ///< Lines that another document's line stands for.
  std::vector<LedgerRemark> remarks;    ///< By account, then statement order.
};

/// Puts the parts of each account together, whatever the order in which they are given.
///
///   Same    Names of one account that are spelled differently are one account (AccountNames, with
///           what a person decided of them); its name is the first of them in byte order. The parts
///           of an account stand in the order of their first entries' booking times, then their
///           last; ties by balances that carry on, then by document digest. What two documents show
///           is one leg, in whatever words, where a reference, a balance or the count of a day
///           says so (population.hpp); alike entries within one document stay several.
///           The order of one day's entries is proved by times, by printed balances, or by the
///           format, where it states a sequence: BAI2, OFX, QIF and banks' own tables state none.
///   Exact   Where a statement's opening balance is not what the entries before it lead to, there
///           is a gap; a closing balance that they do not lead to is a remark.
///   Errors  out_of_range: a running balance leaves 128 bits.
[[nodiscard]] Result<LedgerBuild> build_ledger(std::vector<StatementPart> parts,
                                               const std::vector<DeclaredOpening>& openings,
                                               const std::vector<KeptApart>& kept_apart = {},
                                               const std::vector<DecidedTie>& ties = {});

}  // namespace recoup
