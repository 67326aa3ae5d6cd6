#include "penny_lots.hpp"

#include <algorithm>
#include <numeric>

namespace recoup {
namespace {

Whole sum_of(const std::vector<Whole>& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), Whole(0));
}

/// `amount` in proportion to `weights` by largest remainder, ties to the earlier weight.
std::vector<Whole> cut(const Whole& amount, const std::vector<Whole>& weights) {
  std::vector<Whole> shares(weights.size(), 0);
  const Whole sum = sum_of(weights);
  if (amount == 0 || sum == 0) return shares;
  std::vector<Whole> remainders(weights.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    shares[i] = amount * weights[i] / sum;
    remainders[i] = amount * weights[i] % sum;
  }
  std::vector<std::size_t> by_remainder(weights.size());
  std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
  std::stable_sort(by_remainder.begin(), by_remainder.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  Whole left_over = amount - sum_of(shares);
  for (std::size_t i = 0; left_over > 0; ++i, --left_over) ++shares[by_remainder[i]];
  return shares;
}

}  // namespace

PennyLots::PennyLots(PennyMethod method, std::size_t tag_count)
    : method_(method), tag_count_(tag_count), sums_(tag_count, 0) {}

bool PennyLots::has_tokens() const {
  return method_ == PennyMethod::fifo || method_ == PennyMethod::lifo;
}

void PennyLots::put(std::size_t tag, const Whole& amount) {
  if (has_tokens()) {
    tokens_.insert(tokens_.end(), static_cast<std::size_t>(amount), tag);
  } else {
    sums_[tag] += amount;
  }
}

void PennyLots::put(const PennyLots& lots) {
  tokens_.insert(tokens_.end(), lots.tokens_.begin(), lots.tokens_.end());
  for (std::size_t tag = 0; tag < tag_count_; ++tag) sums_[tag] += lots.sums_[tag];
}

PennyLots PennyLots::take(const Whole& amount) {
  PennyLots taken(method_, tag_count_);
  if (has_tokens()) {
    const auto count = static_cast<std::ptrdiff_t>(amount);
    const auto first = method_ == PennyMethod::fifo ? tokens_.begin() : tokens_.end() - count;
    taken.tokens_.assign(first, first + count);
    tokens_.erase(first, first + count);
    return taken;
  }
  taken.sums_ = shares_of(amount);
  for (std::size_t tag = 0; tag < tag_count_; ++tag) sums_[tag] -= taken.sums_[tag];
  return taken;
}

std::vector<Whole> PennyLots::shares_of(const Whole& amount) const {
  if (method_ == PennyMethod::pro_rata) return cut(amount, sums_);
  std::vector<Whole> tainted = sums_;
  tainted[clean()] = 0;
  const bool clean_goes_first = method_ == PennyMethod::lowest_intermediate_balance;
  const Whole first = std::min<Whole>(amount, clean_goes_first ? sums_[clean()] : sum_of(tainted));
  const Whole second = amount - first;
  std::vector<Whole> shares = cut(clean_goes_first ? second : first, tainted);
  shares[clean()] = clean_goes_first ? first : second;
  return shares;
}

PennyLots PennyLots::exchanged_for(const Whole& amount) const {
  PennyLots exchanged(method_, tag_count_);
  if (!has_tokens()) {
    exchanged.sums_ = cut(amount, sums_);
    return exchanged;
  }
  std::vector<std::size_t> tags;
  std::vector<Whole> amounts;
  for (const std::size_t tag : tokens_) {
    if (tags.empty() || tags.back() != tag) {
      tags.push_back(tag);
      amounts.emplace_back(0);
    }
    ++amounts.back();
  }
  const std::vector<Whole> shares = cut(amount, amounts);
  for (std::size_t lot = 0; lot < tags.size(); ++lot) exchanged.put(tags[lot], shares[lot]);
  return exchanged;
}

Whole PennyLots::held() const { return Whole(tokens_.size()) + sum_of(sums_); }

Whole PennyLots::held_of(std::size_t tag) const {
  return Whole(std::count(tokens_.begin(), tokens_.end(), tag)) + sums_[tag];
}

}  // namespace recoup
