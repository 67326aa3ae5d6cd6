#include "lags.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/ledger/iban.hpp"

namespace recoup {
namespace {

constexpr std::size_t domestic_length = 14;
constexpr std::size_t sort_code_length = 6;

/// Takes the transfers of `other` into `range`.
void add(LagRange& range, const LagRange& other) {
  range.least = range.count == 0 ? other.least : std::min(range.least, other.least);
  range.most = range.count == 0 ? other.most : std::max(range.most, other.most);
  range.count += other.count;
}

}  // namespace

std::string bank_of(const std::string& account) {
  const std::string key = account_key(account);
  if (const auto iban = parse_iban(account)) {
    // Sort codes are the bank's part at home: the two spellings show one bank.
    if (iban->country == "GB") return iban->bban.substr(4, sort_code_length);
    const std::size_t length = iban->country == "DE" ? 8 : 4;
    return iban->country + iban->bban.substr(0, length);
  }
  if (key.size() == domestic_length && std::all_of(key.begin(), key.end(), is_digit)) {
    return key.substr(0, sort_code_length);
  }
  return account;
}

Lags::Lags(const Ledger& ledger) : ledger_(ledger) {
  std::map<std::string, std::uint32_t> rows;
  for (const std::string& account : ledger.accounts) {
    const auto next = static_cast<std::uint32_t>(rows.size());
    bank_of_account_.push_back(rows.try_emplace(bank_of(account), next).first->second);
  }
  bank_count_ = static_cast<std::uint32_t>(rows.size());
}

std::uint32_t Lags::bank(LegRow leg) const {
  return bank_of_account_[index(ledger_.account[index(leg)])];
}

void Lags::learn(LegRow debit, LegRow credit, int lag) {
  ranges_.push_back({bank(debit), bank(credit), {1, lag, lag}});
}

void Lags::settle() {
  std::vector<std::size_t> next(std::size_t{bank_count_} + 1, 0);
  for (const Learned& each : ranges_) ++next[each.payer + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  const std::vector<std::size_t> first_of_payer = next;
  std::vector<Learned> by_payer(ranges_.size());
  for (const Learned& each : ranges_) by_payer[next[each.payer]++] = each;
  std::vector<LagRange> of_payee(bank_count_);
  std::vector<std::uint32_t> payees;
  ranges_.clear();
  first_.assign(1, 0);
  for (std::uint32_t payer = 0; payer < bank_count_; ++payer) {
    payees.clear();
    for (std::size_t i = first_of_payer[payer]; i < first_of_payer[payer + 1]; ++i) {
      LagRange& range = of_payee[by_payer[i].payee];
      if (range.count == 0) payees.push_back(by_payer[i].payee);
      add(range, by_payer[i].range);
    }
    std::sort(payees.begin(), payees.end());
    for (const std::uint32_t payee : payees) {
      ranges_.push_back({payer, payee, std::exchange(of_payee[payee], {})});
    }
    first_.push_back(ranges_.size());
  }
}

const LagRange* Lags::range(LegRow debit, LegRow credit) const {
  if (first_.empty()) return nullptr;
  const std::uint32_t payer = bank(debit);
  const std::uint32_t payee = bank(credit);
  const auto begin = ranges_.begin() + static_cast<std::ptrdiff_t>(first_[payer]);
  const auto end = ranges_.begin() + static_cast<std::ptrdiff_t>(first_[payer + 1]);
  const auto at =
      std::partition_point(begin, end, [&](const Learned& each) { return each.payee < payee; });
  if (at == end || at->payee != payee) return nullptr;
  return at->range.count < LagRange::count_min ? nullptr : &at->range;
}

bool Lags::allows(const Reading& reading) const {
  const LagRange* const learned = range(reading.debit, reading.credit);
  return learned == nullptr || (reading.lag >= learned->least && reading.lag <= learned->most);
}

std::string Lags::words(LegRow debit, LegRow credit) const {
  const LagRange* const learned = range(debit, credit);
  if (learned == nullptr) return {};
  std::string days = std::to_string(learned->least);
  if (learned->most != learned->least) days += " to " + std::to_string(learned->most);
  return "all of " + std::to_string(learned->count) +
         " certain transfers between these banks took " + days +
         (days == "1" ? " working day" : " working days");
}

}  // namespace recoup
