// lags.hpp: how long transfers between two banks take, learned from what is certain.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "readings.hpp"

namespace recoup {

/// Of the certain transfers between two banks: how many, and the shortest and the longest way.
struct LagRange {
  std::uint32_t count = 0;
  int least = 0;
  int most = 0;

  /// So many must agree before they decide anything.
  static constexpr std::uint32_t count_min = 20;
};

/// The bank that an account's name shows: country and bank of an IBAN, a sort code; else the
/// account itself.
[[nodiscard]] std::string bank_of(const std::string& account);

class Lags {
 public:
  explicit Lags(const Ledger& ledger);

  void learn(LegRow debit, LegRow credit, int lag);
  /// What is learned between the banks of two legs, or nothing where it is too little.
  [[nodiscard]] const LagRange* range(LegRow debit, LegRow credit) const;
  /// Whether what is learned leaves room for the reading.
  [[nodiscard]] bool allows(const Reading& reading) const;
  /// "all of 57 certain transfers between these banks took 1 working day", or nothing.
  [[nodiscard]] std::string words(LegRow debit, LegRow credit) const;

 private:
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> banks(LegRow debit, LegRow credit) const;

  const Ledger& ledger_;
  std::vector<std::uint32_t> bank_of_account_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, LagRange> ranges_;
};

}  // namespace recoup
