// returns.hpp: what debits took that later credits give back.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lots.hpp"

namespace recoup {

/// What a debit took, as far as no reversal has given it back.
struct ReturnableDebit {
  Lots left;
  std::string node;  ///< Of the end point that it went to.
};

/// The debits that are given back, by their rows in Movements::in_order.
class Returns {
 public:
  explicit Returns(const std::vector<Movement>& in_order) {
    for (const Movement& movement : in_order) {
      if (movement.reverses) debits_[*movement.reverses];
    }
  }

  [[nodiscard]] bool awaits(std::uint32_t debit) const {
    return !debits_.empty() && debits_.contains(debit);
  }
  [[nodiscard]] ReturnableDebit& operator[](std::uint32_t debit) { return debits_.at(debit); }

 private:
  std::map<std::uint32_t, ReturnableDebit> debits_;
};

}  // namespace recoup
