// matcher.hpp: finds the two legs of each transfer.
#pragma once

#include "recoup/matching/links.hpp"
#include "recoup/records/conversion.hpp"

namespace recoup {

/// Who holds an account, as a case file says it.
struct AccountHolder {
  std::string account;
  std::string holder;
};

/// What a person decided of two legs.
struct DecidedPair {
  LegRow debit{};
  LegRow credit{};
  bool is_confirmed = false;  ///< Else they are no transfer.
  std::string why;            ///< Who, when and why.
};

/// What is known beside the statements.
struct TransferEvidence {
  std::vector<AccountHolder> holders;
  std::vector<DecidedPair> decided;
  PublishedSeries rates;  ///< "rate EUR/...".
};

/// Pairs legs that name each other, and nothing else.
///
///   Exact  Two legs that name each other's account with the same amount and booking time are a
///          pair. Several such pairs alike between the same two accounts are interchangeable and
///          are paired in statement order where debits and credits are equal in number; otherwise
///          all of them go to review. A date matches the same date or any time on it.
///   Cost   O(N) expected time, O(N) memory.
[[nodiscard]] Links match(const Ledger& ledger);

/// Pairs the legs of transfers over the whole population.
///
///   Exact  First what a person confirmed, then the exact legs of `match`. Of what is left, all
///          readings are weighed together: legs of one amount, at most five working days apart, of
///          which one names the other's account or both name each other's holder, or which share an
///          identity that the payer or a bank gave. Where one assignment explains the most, and
///          every other one less, its pairs are `strong`; alike legs of one account and day are
///          interchangeable. Where another one explains as much, all of them go to review. How long
///          transfers between two banks take is learned from the pairs that are certain, and
///          decides between readings where all of at least twenty agree.
///          Then, between legs that name each other: a charge taken out on the way, at most 5 % and
///          50 units of the currency; one debit as the sum of up to six credits and the reverse;
///          two currencies within 3 % of the published rates of the days between.
///   Same   Whatever the order of import.
///   Cost   O(N log N) time, O(N) memory. Sets of more than 64 legs that nothing parts are not
///          searched and go to review as they are; so do more than 16 candidates for one sum.
[[nodiscard]] Links match_transfers(const Ledger& ledger, const TransferEvidence& evidence = {});

}  // namespace recoup
