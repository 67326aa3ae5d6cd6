// lots.hpp: the money of one account in one currency, by tag, and what each method takes from it.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {

using Lots = std::vector<Lot>;

/// The money of one account in one currency.
using PocketKey = std::pair<AccountRow, Currency>;

/// Appends a lot; one with the tag of the last lot is added to it. Nothing is added for zero.
void append(Lots& lots, Lot lot);

/// Sum of the lots.
[[nodiscard]] MinorUnits total(const Lots& lots);

/// The lots, and clean money behind them up to `amount`. Requires that they are no more than it.
[[nodiscard]] Lots with_clean_rest(const Lots& tainted, MinorUnits amount);

/// Another amount, apportioned over the lots in their order by largest remainder.
[[nodiscard]] Lots in_shares_of(const Lots& lots, MinorUnits amount);

/// Whether there is more than clean money among them.
[[nodiscard]] bool is_tainted(const Lots& lots);

/// The sum of each source, as they were declared; without clean money.
[[nodiscard]] Lots by_source(const Lots& lots);

/// Adds lots to sums by tag, which stand in the order of their tags, one for each.
void add_by_tag(Lots& sums, const Lots& lots);

/// Whether a method keeps lots in the order of their arrival. The others hold one sum per tag.
[[nodiscard]] constexpr bool keeps_arrival_order(TracingMethod method) noexcept {
  return method == TracingMethod::fifo || method == TracingMethod::lifo;
}

/// The lots of an account under one method.
///
///   Shape  In order of arrival under fifo and lifo; else one lot per tag in order of tags, sources
///          as they were declared and clean last.
class LotStore {
 public:
  explicit LotStore(TracingMethod method) : method_(method) {}

  /// Puts what is taken into `taken`. Requires 0 <= amount <= held(), and nothing in `taken`.
  void take(MinorUnits amount, Lots& taken);
  void put(const Lots& lots);
  /// Puts lots where `take` would take them from next, in their order.
  void put_back(const Lots& lots);
  /// Everything, and leaves nothing.
  [[nodiscard]] Lots take_all();

  [[nodiscard]] MinorUnits held() const noexcept { return held_; }
  /// What is held now, first lot first.
  [[nodiscard]] Lots lots() const {
    return {lots_.begin() + static_cast<std::ptrdiff_t>(front_), lots_.end()};
  }

 private:
  void drop_front();

  Lots lots_;
  MinorUnits held_ = 0;
  std::uint32_t front_ = 0;  ///< First lot that is still held: taking from the front moves nothing.
  TracingMethod method_;
};

/// The money of one account in one currency.
struct Pocket {
  LotStore lots;
  MinorUnits balance = 0;  ///< As booked; negative where the account is overdrawn.
};

// One function per method. Each takes `amount` out of `lots`, of which the first is at `front`, and
// appends it to `taken`. Requires 0 <= amount <= sum of the lots.
void take_fifo(Lots& lots, std::uint32_t& front, MinorUnits amount, Lots& taken);
void take_lifo(Lots& lots, std::uint32_t front, MinorUnits amount, Lots& taken);
void take_pro_rata(Lots& lots, MinorUnits amount, Lots& taken);
void take_lowest_intermediate_balance(Lots& lots, MinorUnits amount, Lots& taken);
void take_tainted_first(Lots& lots, MinorUnits amount, Lots& taken);

/// Takes `amount` out of lots in proportion to what each is, by largest remainder in their order.
[[nodiscard]] Lots take_in_lot_order(Lots& lots, MinorUnits amount);

/// Takes `amount` from the lots [from, to) in proportion to what each holds, by largest remainder,
/// and appends it to `taken`.
void take_in_proportion(Lots& lots, std::size_t from, std::size_t to, MinorUnits amount,
                        Lots& taken);

}  // namespace recoup
