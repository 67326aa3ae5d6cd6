// overlap.hpp: what two statements that show the same days say of them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/completeness/statement_check.hpp"

namespace recoup {

/// A statement whose days are asked for again and again.
///
///   Shape  The statement must outlive it, and keep its entries.
///   Cost   A question costs a search among the entries, not a walk over them, where they stand in
///          the order of their days.
class StatementDays {
 public:
  explicit StatementDays(const CheckedStatement& statement);

  /// The amounts of each day from `from` to `until` that has any, in rising order.
  [[nodiscard]] std::map<Date, std::vector<MinorUnits>> amounts(Date from, Date until) const;

  /// What the statement held before the first entry of `day`, where its balances say so.
  [[nodiscard]] std::optional<Money> balance_before(Date day) const;
  /// Whether it held `balance` at some point from `day` on.
  [[nodiscard]] bool held_balance_from(Date day, Money balance) const;

  /// Whether the day may have been cut, so that the statement shows only a part of it.
  [[nodiscard]] bool may_be_cut(Date day) const;

 private:
  [[nodiscard]] std::size_t first_on_or_after(Date day) const;
  [[nodiscard]] bool walks_to_balance(Date day, Money balance) const;

  /// What the entries come to up to a place among them.
  struct Reached {
    MinorUnits sum;
    std::size_t place;
    friend auto operator<=>(const Reached&, const Reached&) = default;
  };

  const CheckedStatement& statement_;
  bool is_in_order_ = false;      ///< Entries by day, and every sum within 128 bits.
  std::vector<MinorUnits> sums_;  ///< Before each entry, and behind the last.
  std::vector<Reached> by_sum_;   ///< The same, to find the last place with a sum.
};

/// The first contradiction between what two statements show of the days from `from` to `until`, in
/// words; nothing where they agree. The first and the last day of a statement that states no period
/// may have been cut: there it need only show a part of what the other shows.
[[nodiscard]] std::optional<std::string> contradiction_of_days(const StatementDays& one,
                                                               const StatementDays& other,
                                                               Date from, Date until);

}  // namespace recoup
