// links.hpp: which debit and which credit are one transfer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/ledger/ledger.hpp"

namespace recoup {

/// How sure a pair is.
enum class Confidence : std::uint8_t {
  exact,      ///< The legs name each other's account, with one amount and one booking time.
  strong,     ///< Evidence short of that which only one reading fits.
  confirmed,  ///< A person decided, and the decision is on record.
};

/// "exact", "strong", "confirmed".
[[nodiscard]] std::string_view text(Confidence confidence);

/// A transfer whose two legs stand on two statements.
struct Link {
  LegRow debit{};
  LegRow credit{};
  Confidence confidence = Confidence::exact;
  std::string why;
};

/// A credit that gives back an earlier debit of the same account: by the bank's own mark or by a
/// person's record, never by equal amounts alone.
struct ReversalLink {
  LegRow debit{};
  LegRow credit{};
  std::string why;
};

/// A debit out of an overdraft that a person says a later credit financed.
struct CoordinationLink {
  LegRow debit{};
  LegRow credit{};
  std::string why;
};

/// Legs that more than one reading fits. Nothing here is guessed.
struct Review {
  std::vector<LegRow> debits;
  std::vector<LegRow> credits;
  std::string why;
};

/// The outcome of matching.
///
///   Promise  A leg is in at most one link, and in no review where it is in a link.
struct Links {
  std::vector<Link> matched;            ///< In order of the debit's row.
  std::vector<Review> review;           ///< In order of the first debit's row.
  std::vector<LegRow> unmatched;        ///< In row order.
  std::vector<ReversalLink> reversals;  ///< In order of the credit's row.
  std::vector<CoordinationLink> coordinations;
};

}  // namespace recoup
