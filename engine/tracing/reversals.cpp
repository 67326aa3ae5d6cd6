#include "reversals.hpp"

namespace recoup {
namespace {

using Rows = std::map<LegRow, std::uint32_t>;

/// What is still to be given back of each debit, by its movement's row.
using Open = std::map<std::uint32_t, MinorUnits>;

/// Why the credit is followed as any other; empty where it is tied to the debit.
std::string tie_one(const Ledger& ledger, const ReversalLink& link, const Rows& rows,
                    std::vector<Movement>& in_order, Open& open) {
  const std::size_t debit = index(link.debit);
  const std::size_t credit = index(link.credit);
  if (ledger.amount_minor[debit] >= 0 || ledger.amount_minor[credit] <= 0 ||
      ledger.account[debit] != ledger.account[credit] ||
      ledger.currency[debit] != ledger.currency[credit]) {
    return "what it is said to give back is no debit of this account in its currency";
  }
  const std::uint32_t paid = rows.at(link.debit);
  const std::uint32_t back = rows.at(link.credit);
  if (in_order[back].part != 0 || in_order[paid].part != 0)
    return "one of the two was paid in parts";
  if (in_order[back].debit) return "it comes from a traced account";
  if (in_order[paid].credit) return "the debit went to a traced account";
  if (paid > back) return "the debit comes later";
  if (in_order[back].reverses) return "it gives back another debit already";
  MinorUnits& left = open.try_emplace(paid, -ledger.amount_minor[debit]).first->second;
  if (ledger.amount_minor[credit] > left) {
    return "of the debit no more than " + Money(left, ledger.currency[debit]).text() +
           " is still to be given back";
  }
  left -= ledger.amount_minor[credit];
  in_order[back].reverses = paid;
  return "";
}

}  // namespace

std::map<LegRow, std::uint32_t> rows_by_leg(const Movements& movements) {
  Rows rows;
  for (std::uint32_t row = 0; row < movements.in_order.size(); ++row) {
    const Movement& movement = movements.in_order[row];
    if (movement.debit) rows[*movement.debit] = row;
    if (movement.credit) rows[*movement.credit] = row;
  }
  return rows;
}

void tie_reversals(const Ledger& ledger, const std::vector<ReversalLink>& reversals,
                   Movements& movements) {
  if (reversals.empty()) return;
  const Rows rows = rows_by_leg(movements);
  Open open;
  for (const ReversalLink& link : reversals) {
    std::string why = tie_one(ledger, link, rows, movements.in_order, open);
    if (!why.empty()) movements.ordinary_reversals.push_back({link.credit, std::move(why)});
  }
}

}  // namespace recoup
