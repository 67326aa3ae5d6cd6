#include "recoup/matching/matcher.hpp"

#include "exact.hpp"
#include "leads.hpp"
#include "search.hpp"

namespace recoup {
namespace {

/// What a person confirmed, where the legs are a debit and a credit and free for it. Returns what
/// was rejected.
std::set<LegPair> apply_decisions(const Ledger& ledger, const std::vector<DecidedPair>& decided,
                                  std::vector<LegState>& states, Links& links) {
  std::set<LegPair> rejected;
  for (const DecidedPair& pair : decided) {
    const std::size_t debit = index(pair.debit);
    const std::size_t credit = index(pair.credit);
    if (!pair.is_confirmed) {
      rejected.emplace(pair.debit, pair.credit);
      continue;
    }
    if (ledger.amount_minor[debit] >= 0 || ledger.amount_minor[credit] <= 0 ||
        states[debit] != LegState::open || states[credit] != LegState::open) {
      continue;
    }
    states[debit] = states[credit] = LegState::linked;
    links.matched.push_back({pair.debit, pair.credit, Confidence::confirmed, pair.why});
    const MinorUnits paid = -ledger.amount_minor[debit];
    const MinorUnits got = ledger.amount_minor[credit];
    if (ledger.currency[debit] == ledger.currency[credit] && paid != got) {
      links.matched.back().part = static_cast<std::uint32_t>(links.parts.size());
      links.parts.push_back({std::min(paid, got)});
    }
  }
  return rejected;
}

}  // namespace

Links match(const Ledger& ledger) {
  Links links;
  std::vector<LegState> states(ledger.leg_count(), LegState::open);
  match_exact(ledger, accounts_named(ledger), {}, states, links);
  put_in_order(states, links);
  return links;
}

Links match_transfers(const Ledger& ledger, const TransferEvidence& evidence) {
  Links links;
  std::vector<LegState> states(ledger.leg_count(), LegState::open);
  const std::set<LegPair> rejected = apply_decisions(ledger, evidence.decided, states, links);
  const std::vector<std::uint32_t> named = accounts_named(ledger);
  match_exact(ledger, named, rejected, states, links);
  KnownNames names(ledger, evidence.holders);
  names.learn(ledger, named, links.matched);
  const Namings namings(ledger, named, names, states);
  Lags lags(ledger);
  const LegIndex debits(ledger, states, LegIndex::Side::debits);
  const LegIndex credits(ledger, states, LegIndex::Side::credits);
  const Field field{ledger, namings, rejected, states, debits, credits};
  Search search(field, lags, states, links);
  search.one_amount();
  search.two_amounts(evidence.rates);
  search.sums();
  search.review_rest();
  put_in_order(states, links);
  add_leads(ledger, named, names, states, links);
  return links;
}

}  // namespace recoup
