// ends.hpp: where the money of the sources is, added up by node.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <vector>

#include "lots.hpp"

namespace recoup {

/// Sums of the sources by kind of end, node and currency.
class EndTally {
 public:
  void add(const Lots& lots, Holding::Kind kind, const std::string& node, Currency currency);
  /// Requires that so much of the sources is at the end point.
  void take_back(const Lots& lots, const std::string& end_point, Currency currency);

  /// By source; within one largest first, ties by node, kind, currency.
  [[nodiscard]] std::vector<Holding> holdings() const;

 private:
  struct Key {
    std::uint32_t source;
    Holding::Kind kind;
    std::string node;
    Currency currency;

    friend auto operator<=>(const Key&, const Key&) = default;
  };

  std::map<Key, MinorUnits> sums_;
};

}  // namespace recoup
