#include "coordinations.hpp"

#include <algorithm>
#include <utility>

#include "reversals.hpp"

namespace recoup {
namespace {

/// Why the pair cannot be followed; empty where it can.
std::string why_not(const Ledger& ledger, const CoordinationLink& link, const Coordination& pair,
                    const Movements& movements) {
  const std::size_t debit = index(link.debit);
  const std::size_t credit = index(link.credit);
  if (ledger.amount_minor[debit] >= 0 || ledger.amount_minor[credit] <= 0 ||
      ledger.account[debit] != ledger.account[credit] ||
      ledger.currency[debit] != ledger.currency[credit]) {
    return "they are no debit and no credit of one account in one currency";
  }
  const std::vector<Movement>& in_order = movements.in_order;
  if (in_order[pair.debit].part != 0 || in_order[pair.credit].part != 0) {
    return "one of the two was paid in parts";
  }
  if (in_order[pair.debit].credit) {
    return "the debit went to a traced account, from which it is followed on";
  }
  if (in_order[pair.credit].reverses) return "the credit gives a debit back";
  const bool is_returned =
      std::any_of(in_order.begin(), in_order.end(),
                  [&](const Movement& movement) { return movement.reverses == pair.debit; });
  if (is_returned) return "a reversal gives the debit back";
  if (pair.debit > pair.credit) return "the credit does not come later";
  const std::vector<Coordination>& tied = movements.coordinations;
  if (std::find(tied.begin(), tied.end(), pair) != tied.end()) return "it is asserted twice";
  return "";
}

}  // namespace

void tie_coordinations(const Ledger& ledger, const std::vector<CoordinationLink>& links,
                       Movements& movements) {
  if (links.empty()) return;
  const std::map<LegRow, std::uint32_t> rows = rows_by_leg(movements);
  for (const CoordinationLink& link : links) {
    const Coordination pair{rows.at(link.debit), rows.at(link.credit)};
    std::string why = why_not(ledger, link, pair, movements);
    if (why.empty()) {
      movements.coordinations.push_back(pair);
    } else {
      movements.unused_coordinations.push_back({link.debit, link.credit, std::move(why)});
    }
  }
  std::sort(movements.coordinations.begin(), movements.coordinations.end(),
            [](const Coordination& a, const Coordination& b) {
              return std::pair(a.credit, a.debit) < std::pair(b.credit, b.debit);
            });
}

}  // namespace recoup
