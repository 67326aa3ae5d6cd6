// financing.hpp: debits out of an overdraft that a later credit is said to have paid for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lots.hpp"

namespace recoup {

/// A part of a credit that goes where an earlier debit went.
struct FinancedPart {
  std::uint32_t debit = 0;  ///< Row in Movements::in_order.
  std::string node;         ///< Of the end point that the debit went to.
  Lots lots;
};

/// The coordinations that a person asserts, and what of their debits is still open.
///
///   Cites  Federal Republic of Brazil v Durant [2015] UKPC 35.
class Financing {
 public:
  explicit Financing(const std::vector<Coordination>& coordinations);

  /// Whether a debit is to be told of.
  [[nodiscard]] bool awaits(std::uint32_t debit) const {
    return !debits_.empty() && debits_.contains(debit);
  }
  /// So much of a debit went out of the overdraft, to this end point.
  void pay(std::uint32_t debit, MinorUnits overdrawn, std::string node);

  /// Takes out of what repays an overdraft what this credit paid for, debit by debit.
  [[nodiscard]] std::vector<FinancedPart> attribute(std::uint32_t credit, LotStore& repaying);

 private:
  struct Debit {
    MinorUnits left = 0;
    std::string node;
  };

  std::map<std::uint32_t, Debit> debits_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> debits_of_credit_;
};

}  // namespace recoup
