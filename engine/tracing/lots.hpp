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
inline void append(Lots& lots, Lot lot) {
  if (lot.amount == 0) return;
  if (!lots.empty() && lots.back().tag == lot.tag) {
    lots.back().amount += lot.amount;
  } else {
    lots.push_back(lot);
  }
}

/// Sum of the lots.
[[nodiscard]] MinorUnits total(const Lots& lots);

/// The lots, and clean money behind them up to `amount`. Requires that they are no more than it.
[[nodiscard]] Lots with_clean_rest(const Lots& tainted, MinorUnits amount);

/// Another amount, apportioned over the lots in their order by largest remainder.
[[nodiscard]] Lots in_shares_of(const Lots& lots, MinorUnits amount);

/// Whether there is more than clean money among them.
[[nodiscard]] inline bool is_tainted(const Lots& lots) {
  for (const Lot& lot : lots) {
    if (lot.tag != Lot::clean) return true;
  }
  return false;
}

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
  void take(MinorUnits amount, Lots& taken) {
    if (lots_.size() - front_ == 1 && lots_.back().amount > amount && amount > 0) {
      lots_.back().amount -= amount;  // what is held is of one kind, whatever the method
      held_ -= amount;
      taken.push_back({lots_.back().tag, amount});
    } else {
      take_of_many(amount, taken);
    }
  }
  void put(const Lots& lots) {
    if (lots.size() == 1 && lots_.size() - front_ == 1 && lots_.back().tag == lots[0].tag) {
      lots_.back().amount += lots[0].amount;
      held_ += lots[0].amount;
    } else {
      put_many(lots);
    }
  }
  /// Puts lots where `take` would take them from next, in their order.
  void put_back(const Lots& lots);
  /// Everything, and leaves nothing.
  [[nodiscard]] Lots take_all();

  [[nodiscard]] MinorUnits held() const noexcept { return held_; }
  /// Asks for the memory of the lots before it is needed.
  void expect() const { __builtin_prefetch(lots_.data()); }
  /// What is held now, first lot first.
  [[nodiscard]] Lots lots() const {
    return {lots_.begin() + static_cast<std::ptrdiff_t>(front_), lots_.end()};
  }

 private:
  void take_of_many(MinorUnits amount, Lots& taken);
  void put_many(const Lots& lots);
  void drop_front();

  Lots lots_;
  std::uint32_t front_ = 0;  ///< First lot that is still held: taking from the front moves nothing.
  TracingMethod method_;
  MinorUnits held_ = 0;
};

/// The money of one account in one currency, in one line of the processor's cache.
struct alignas(64) Pocket {
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
