#include "lags.hpp"

#include <algorithm>
#include <map>

#include "recoup/base/text.hpp"
#include "recoup/ledger/iban.hpp"

namespace recoup {
namespace {

constexpr std::size_t domestic_length = 14;
constexpr std::size_t sort_code_length = 6;

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
}

std::uint32_t Lags::bank(LegRow leg) const {
  return bank_of_account_[index(ledger_.account[index(leg)])];
}

void Lags::learn(LegRow debit, LegRow credit, int lag) {
  ranges_.push_back({bank(debit), bank(credit), {1, lag, lag}});
}

void Lags::settle() {
  std::sort(ranges_.begin(), ranges_.end(),
            [](const Learned& a, const Learned& b) { return a.banks() < b.banks(); });
  std::size_t kept = 0;
  for (const Learned& each : ranges_) {
    if (kept == 0 || ranges_[kept - 1].banks() != each.banks()) {
      ranges_[kept++] = each;
      continue;
    }
    LagRange& range = ranges_[kept - 1].range;
    range.count += each.range.count;
    range.least = std::min(range.least, each.range.least);
    range.most = std::max(range.most, each.range.most);
  }
  ranges_.resize(kept);
  settled_ = kept;
}

const LagRange* Lags::range(LegRow debit, LegRow credit) const {
  const Learned wanted{bank(debit), bank(credit), {}};
  const auto end = ranges_.begin() + static_cast<std::ptrdiff_t>(settled_);
  const auto at =
      std::lower_bound(ranges_.begin(), end, wanted,
                       [](const Learned& a, const Learned& b) { return a.banks() < b.banks(); });
  if (at == end || at->banks() != wanted.banks()) return nullptr;
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
