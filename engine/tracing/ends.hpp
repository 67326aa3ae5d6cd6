// ends.hpp: where the money of the sources is, added up by node.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
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
  /// One kind of end at one node in one currency.
  struct End {
    Holding::Kind kind;
    Currency currency;
    Lots sums;  ///< By tag.
  };

  Lots& sums_at(Holding::Kind kind, const std::string& node, Currency currency);

  std::unordered_map<std::string, std::uint32_t> rows_;  // by node
  std::vector<std::vector<End>> ends_;                   // by the node's row
};

}  // namespace recoup
