#include "lags.hpp"

#include <algorithm>

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

std::pair<std::uint32_t, std::uint32_t> Lags::banks(LegRow debit, LegRow credit) const {
  return {bank_of_account_[index(ledger_.account[index(debit)])],
          bank_of_account_[index(ledger_.account[index(credit)])]};
}

void Lags::learn(LegRow debit, LegRow credit, int lag) {
  LagRange& range = ranges_[banks(debit, credit)];
  range.least = range.count == 0 ? lag : std::min(range.least, lag);
  range.most = range.count == 0 ? lag : std::max(range.most, lag);
  ++range.count;
}

const LagRange* Lags::range(LegRow debit, LegRow credit) const {
  const auto at = ranges_.find(banks(debit, credit));
  return at == ranges_.end() || at->second.count < LagRange::count_min ? nullptr : &at->second;
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
