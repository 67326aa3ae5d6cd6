#include "financing.hpp"

#include <algorithm>
#include <utility>

namespace recoup {

Financing::Financing(const std::vector<Coordination>& coordinations) {
  for (const Coordination& pair : coordinations) {
    debits_[pair.debit];
    debits_of_credit_[pair.credit].push_back(pair.debit);
  }
}

void Financing::pay(std::uint32_t debit, MinorUnits overdrawn, std::string node) {
  debits_.at(debit) = {overdrawn, std::move(node)};
}

std::vector<FinancedPart> Financing::attribute(std::uint32_t credit, LotStore& repaying) {
  std::vector<FinancedPart> parts;
  const auto asserted = debits_of_credit_.find(credit);
  if (asserted == debits_of_credit_.end()) return parts;
  for (const std::uint32_t row : asserted->second) {
    Debit& debit = debits_.at(row);
    const MinorUnits amount = std::min(debit.left, repaying.held());
    debit.left -= amount;
    FinancedPart& part = parts.emplace_back(FinancedPart{row, debit.node, {}});
    repaying.take(amount, part.lots);
  }
  return parts;
}

}  // namespace recoup
