// lags.hpp: how long transfers between two banks take, learned from what is certain.
#pragma once

#include <cstdint>
#include <string>
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

  /// What is learned counts from the next `settle` on.
  void learn(LegRow debit, LegRow credit, int lag);
  void settle();
  /// What is learned between the banks of two legs, or nothing where it is too little.
  [[nodiscard]] const LagRange* range(LegRow debit, LegRow credit) const;
  /// Whether what is learned leaves room for the reading.
  [[nodiscard]] bool allows(const Reading& reading) const;
  /// "all of 57 certain transfers between these banks took 1 working day", or nothing.
  [[nodiscard]] std::string words(LegRow debit, LegRow credit) const;

 private:
  struct Learned {
    std::uint32_t payer = 0;
    std::uint32_t payee = 0;
    LagRange range;
  };

  [[nodiscard]] std::uint32_t bank(LegRow leg) const;

  const Ledger& ledger_;
  std::vector<std::uint32_t> bank_of_account_;
  std::uint32_t bank_count_ = 0;
  /// What was learned of each two banks, by payer and payee, up to the last of `first_`; behind
  /// that what was learned since.
  std::vector<Learned> ranges_;
  std::vector<std::size_t> first_;  // by payer, and the end
};

}  // namespace recoup
