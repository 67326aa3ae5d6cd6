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
  std::string why;          ///< Empty where it is exact: `reasons` words it.
  std::uint32_t alike = 1;  ///< Exact: so many are alike and were paired in statement order.
  /// Row in Links::parts where the pair is less than the whole of one of its legs.
  std::optional<std::uint32_t> part = {};
};

/// What of its legs a pair is: of a debit that pays a charge as well, or goes to several credits,
/// or of a credit that several debits make up.
///
///   Unit  Minor units of the two legs' one currency; the two are one amount.
struct LinkPart {
  MinorUnits amount = 0;
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

/// A leg that says that money went to, or came from, an account of the same holder that nobody has
/// shown: a lead, and no evidence.
struct Lead {
  LegRow leg{};
  std::string account;  ///< As the leg names it; empty where it names none.
  std::string why;
};

/// Cash that was drawn and cash that was paid in. A suggestion only: notes carry no name.
struct CashPair {
  LegRow drawn{};
  LegRow paid_in{};
  std::string why;
};

/// The outcome of matching.
///
///   Promise  A leg is in at most one link, or in several that are parts of it; and in no review
///            where it is in a link. What is left of a debit beside its parts is a charge.
struct Links {
  std::vector<Link> matched;      ///< In order of the debit's row, then the credit's.
  std::vector<Review> review;     ///< In order of the first debit's row.
  std::vector<LegRow> unmatched;  ///< In row order.
  std::vector<LinkPart> parts;
  std::vector<ReversalLink> reversals;  ///< In order of the credit's row.
  std::vector<CoordinationLink> coordinations;
  std::vector<Lead> leads;     ///< In order of the leg.
  std::vector<CashPair> cash;  ///< In order of `drawn`.
};

/// Why the pair is one transfer, in a sentence.
[[nodiscard]] std::string reasons(const Ledger& ledger, const Link& link);

}  // namespace recoup
