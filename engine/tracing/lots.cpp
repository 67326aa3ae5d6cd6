#include "lots.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {

MinorUnits total(const Lots& lots) {
  MinorUnits sum = 0;
  for (const Lot& lot : lots) sum += lot.amount;
  return sum;
}

Lots with_clean_rest(const Lots& tainted, MinorUnits amount) {
  const MinorUnits rest = amount - total(tainted);
  RECOUP_CHECK(rest >= 0);
  Lots lots;
  for (const Lot& lot : tainted) append(lots, lot);
  append(lots, {Lot::clean, rest});
  return lots;
}

Lots in_shares_of(const Lots& lots, MinorUnits amount) {
  std::vector<MinorUnits> weights;
  weights.reserve(lots.size());
  for (const Lot& lot : lots) weights.push_back(lot.amount);
  const std::vector<MinorUnits> shares = apportion(amount, weights);
  Lots shared;
  for (std::size_t i = 0; i < lots.size(); ++i) append(shared, {lots[i].tag, shares[i]});
  return shared;
}

Lots by_source(const Lots& lots) {
  Lots sums;
  if (is_tainted(lots)) add_by_tag(sums, lots);
  if (!sums.empty() && sums.back().tag == Lot::clean) sums.pop_back();
  return sums;
}

void add_by_tag(Lots& sums, const Lots& lots) {
  auto at = sums.begin();
  std::uint32_t last = 0;
  for (const Lot& lot : lots) {
    if (lot.amount == 0) continue;
    if (lot.tag < last) at = sums.begin();
    last = lot.tag;
    at = std::lower_bound(at, sums.end(), lot.tag,
                          [](const Lot& sum, std::uint32_t tag) { return sum.tag < tag; });
    if (at != sums.end() && at->tag == lot.tag) {
      at->amount += lot.amount;
    } else {
      at = sums.insert(at, lot);
    }
  }
}

void LotStore::take_of_many(MinorUnits amount, Lots& taken) {
  RECOUP_CHECK(amount >= 0 && amount <= held_ && taken.empty());
  if (amount == 0) return;
  switch (method_) {
    case TracingMethod::fifo: take_fifo(lots_, front_, amount, taken); break;
    case TracingMethod::lifo: take_lifo(lots_, front_, amount, taken); break;
    case TracingMethod::pro_rata: take_pro_rata(lots_, amount, taken); break;
    case TracingMethod::lowest_intermediate_balance:
      take_lowest_intermediate_balance(lots_, amount, taken);
      break;
    case TracingMethod::tainted_first: take_tainted_first(lots_, amount, taken); break;
  }
  held_ -= amount;
  RECOUP_CHECK(total(taken) == amount);
  if (keeps_arrival_order(method_)) {
    drop_front();
  } else {
    std::erase_if(lots_, [](const Lot& lot) { return lot.amount == 0; });
  }
}

void LotStore::put_many(const Lots& lots) {
  held_ += total(lots);
  if (!keeps_arrival_order(method_)) return add_by_tag(lots_, lots);
  // A lot that was taken whole from the front must not take in what comes after it.
  if (front_ == lots_.size()) {
    lots_.clear();
    front_ = 0;
  }
  for (const Lot& lot : lots) append(lots_, lot);
}

void LotStore::put_back(const Lots& lots) {
  if (method_ != TracingMethod::fifo) return put(lots);
  Lots all;
  for (const Lot& lot : lots) append(all, lot);
  for (const Lot& lot : this->lots()) append(all, lot);
  lots_ = std::move(all);
  front_ = 0;
  held_ += total(lots);
}

Lots LotStore::take_all() {
  Lots all = lots();
  lots_.clear();
  front_ = 0;
  held_ = 0;
  return all;
}

// Lots behind the front are let go only when they are the greater part, so that each is moved once.
void LotStore::drop_front() {
  if (front_ < 64 || front_ < lots_.size() - front_) return;
  lots_.erase(lots_.begin(), lots_.begin() + static_cast<std::ptrdiff_t>(front_));
  front_ = 0;
}

Lots take_in_lot_order(Lots& lots, MinorUnits amount) {
  Lots taken;
  take_in_proportion(lots, 0, lots.size(), amount, taken);
  // What stood on both sides of a lot that is gone are neighbours now.
  Lots left;
  for (const Lot& lot : lots) append(left, lot);
  lots = std::move(left);
  return taken;
}

void take_in_proportion(Lots& lots, std::size_t from, std::size_t to, MinorUnits amount,
                        Lots& taken) {
  if (amount == 0) return;
  if (to - from == 1) {
    RECOUP_CHECK(amount <= lots[from].amount);
    lots[from].amount -= amount;
    append(taken, {lots[from].tag, amount});
    return;
  }
  std::vector<MinorUnits> weights;
  weights.reserve(to - from);
  for (std::size_t i = from; i < to; ++i) weights.push_back(lots[i].amount);
  const std::vector<MinorUnits> shares = apportion(amount, weights);
  for (std::size_t i = from; i < to; ++i) {
    const MinorUnits share = shares[i - from];
    RECOUP_CHECK(share <= lots[i].amount);
    lots[i].amount -= share;
    append(taken, {lots[i].tag, share});
  }
}

}  // namespace recoup
