// totals.hpp: what a camt statement says that its entries come to (TxsSummry).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "camt/values.hpp"
#include "recoup/records/statement.hpp"

namespace recoup {

/// Entries, counted and added up.
class CamtSums {
 public:
  void add(Money amount);
  /// An entry that was rejected: it counts, and nothing is known of its amount.
  void add_unread() { ++unread_; }

  [[nodiscard]] std::size_t count() const { return credits_ + debits_ + unread_; }
  [[nodiscard]] std::size_t credit_count() const { return credits_; }
  [[nodiscard]] std::size_t debit_count() const { return debits_; }
  /// Sums without signs; nothing where there are several currencies, or too much to hold.
  [[nodiscard]] std::optional<Money> credits() const;
  [[nodiscard]] std::optional<Money> debits() const;
  [[nodiscard]] std::optional<Money> both() const;
  [[nodiscard]] std::optional<Money> net() const;

 private:
  std::size_t credits_ = 0;
  std::size_t debits_ = 0;
  std::size_t unread_ = 0;
  bool is_spoiled_ = false;
  std::optional<Money> credit_sum_;
  std::optional<Money> debit_sum_;
};

/// What the summary of a statement states.
struct CamtStatedTotal {
  enum class Kind : std::uint8_t {
    count,
    sum,
    net,
    credit_count,
    credit_sum,
    debit_count,
    debit_sum
  };

  Kind kind = Kind::count;
  std::string text;       ///< As written.
  bool is_credit = true;  ///< Of a net sum.
  std::uint64_t line = 0;
};

std::vector<CamtStatedTotal> read_camt_summary(CamtElement summary);

/// Holds what is stated against the booked entries, and where these do not come to it against all
/// of them, since banks differ in what they count. `currency` is that of the statement.
std::vector<ControlTotal> hold_camt_totals(const std::vector<CamtStatedTotal>& stated,
                                           const CamtSums& booked, const CamtSums& all,
                                           Currency currency);

}  // namespace recoup
