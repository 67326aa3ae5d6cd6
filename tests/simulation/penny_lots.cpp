#include "penny_lots.hpp"

#include <algorithm>
#include <numeric>

namespace recoup {
namespace {

Whole sum_of(const std::vector<Whole>& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), Whole(0));
}

}  // namespace

std::vector<Whole> penny_cut(const Whole& amount, const std::vector<Whole>& weights) {
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

PennyLots::PennyLots(PennyMethod method, std::size_t tag_count)
    : method_(method), tag_count_(tag_count) {}

bool PennyLots::has_tokens() const {
  return method_ == PennyMethod::fifo || method_ == PennyMethod::lifo;
}

void PennyLots::put(std::size_t tag, const Whole& amount) {
  if (has_tokens()) {
    tokens_.insert(tokens_.end(), static_cast<std::size_t>(amount), tag);
  } else if (!lots_.empty() && lots_.back().first == tag) {
    lots_.back().second += amount;
  } else if (amount > 0) {
    lots_.emplace_back(tag, amount);
  }
}

void PennyLots::put(const PennyLots& others) {
  for (const std::size_t tag : others.tokens_) tokens_.push_back(tag);
  for (const auto& [tag, amount] : others.lots_) put(tag, amount);
}

void PennyLots::put_where_taken_from(const PennyLots& others) {
  if (method_ == PennyMethod::fifo) {
    tokens_.insert(tokens_.begin(), others.tokens_.begin(), others.tokens_.end());
  } else {
    put(others);
  }
}

PennyLots PennyLots::take_of_each(const Whole& amount) {
  const std::vector<std::pair<std::size_t, Whole>> lots = in_lots();
  std::vector<Whole> weights;
  for (const auto& [tag, weight] : lots) weights.push_back(weight);
  const std::vector<Whole> shares = penny_cut(amount, weights);
  PennyLots taken(method_, tag_count_);
  PennyLots left(method_, tag_count_);
  for (std::size_t lot = 0; lot < lots.size(); ++lot) {
    taken.put(lots[lot].first, shares[lot]);
    left.put(lots[lot].first, weights[lot] - shares[lot]);
  }
  *this = left;
  return taken;
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
  std::vector<Whole> left = sums();
  const std::vector<Whole> shares = shares_of(amount);
  const bool clean_goes_first = method_ == PennyMethod::lowest_intermediate_balance;
  if (clean_goes_first) taken.put(clean(), shares[clean()]);
  for (std::size_t source = 0; source < clean(); ++source) taken.put(source, shares[source]);
  if (!clean_goes_first) taken.put(clean(), shares[clean()]);
  lots_.clear();
  for (std::size_t tag = 0; tag < tag_count_; ++tag) put(tag, left[tag] - shares[tag]);
  return taken;
}

std::vector<Whole> PennyLots::shares_of(const Whole& amount) const {
  if (method_ == PennyMethod::pro_rata) return penny_cut(amount, sums());
  std::vector<Whole> tainted = sums();
  const Whole own = tainted[clean()];
  tainted[clean()] = 0;
  const bool clean_goes_first = method_ == PennyMethod::lowest_intermediate_balance;
  const Whole first = std::min<Whole>(amount, clean_goes_first ? own : sum_of(tainted));
  const Whole second = amount - first;
  std::vector<Whole> shares = penny_cut(clean_goes_first ? second : first, tainted);
  shares[clean()] = clean_goes_first ? first : second;
  return shares;
}

PennyLots PennyLots::exchanged_for(const Whole& amount) const {
  const std::vector<std::pair<std::size_t, Whole>> lots = in_lots();
  std::vector<Whole> weights;
  for (const auto& [tag, weight] : lots) weights.push_back(weight);
  const std::vector<Whole> shares = penny_cut(amount, weights);
  PennyLots exchanged(method_, tag_count_);
  for (std::size_t lot = 0; lot < lots.size(); ++lot) exchanged.put(lots[lot].first, shares[lot]);
  return exchanged;
}

std::vector<std::pair<std::size_t, Whole>> PennyLots::in_lots() const {
  std::vector<std::pair<std::size_t, Whole>> lots = lots_;
  for (const std::size_t tag : tokens_) {
    if (lots.empty() || lots.back().first != tag) lots.emplace_back(tag, 0);
    ++lots.back().second;
  }
  return lots;
}

std::vector<Whole> PennyLots::sums() const {
  std::vector<Whole> sums(tag_count_, 0);
  std::vector<std::size_t> counts(tag_count_, 0);
  for (const std::size_t tag : tokens_) ++counts[tag];
  for (std::size_t tag = 0; tag < tag_count_; ++tag) sums[tag] = counts[tag];
  for (const auto& [tag, amount] : lots_) sums[tag] += amount;
  return sums;
}

Whole PennyLots::held() const { return sum_of(sums()); }

Whole PennyLots::held_of(std::size_t tag) const { return sums()[tag]; }

}  // namespace recoup
