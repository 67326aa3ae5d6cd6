#include "recoup/ledger/account_key.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

#include "recoup/base/text.hpp"
#include "recoup/ledger/iban.hpp"

namespace recoup {
namespace {

/// Fewer digits are a name that somebody gave, where every character may part two accounts.
constexpr std::ptrdiff_t digits_of_an_account_min = 6;

std::vector<std::string> domestic_keys_of(std::string_view name) {
  const auto iban = parse_iban(name);
  return iban ? domestic_keys(*iban) : std::vector<std::string>();
}

/// Sets of keys that name one account.
class JoinedKeys {
 public:
  std::string root(const std::string& key) {
    const auto at = above_.find(key);
    if (at == above_.end() || at->second == key) return key;
    std::string top = root(at->second);
    above_[key] = top;
    return top;
  }
  void join(const std::string& one, const std::string& other) {
    std::string first = root(one);
    std::string second = root(other);
    if (second < first) std::swap(first, second);
    above_[second] = first;
  }

 private:
  std::map<std::string, std::string> above_;
};

std::pair<std::string, std::string> in_order(std::string one, std::string other) {
  if (other < one) std::swap(one, other);
  return {std::move(one), std::move(other)};
}

}  // namespace

std::string account_key(std::string_view name) {
  if (std::count_if(name.begin(), name.end(), is_digit) < digits_of_an_account_min) {
    return std::string(name);
  }
  std::string key;
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '/') continue;
    key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return key;
}

AccountNames::AccountNames(const std::vector<std::string>& names, std::vector<DecidedTie> decided) {
  for (const std::string& name : names) {
    const auto [at, is_new] = spellings_.try_emplace(account_key(name), name);
    if (!is_new) at->second = std::min(at->second, name);
  }
  for (const auto& [key, name] : spellings_) {
    for (std::string& domestic : domestic_keys_of(name)) ibans_of_[std::move(domestic)].insert(key);
  }
  std::sort(decided.begin(), decided.end(), [](const DecidedTie& a, const DecidedTie& b) {
    return std::tie(a.account, a.other) < std::tie(b.account, b.other);
  });
  JoinedKeys joined;
  for (const DecidedTie& each : decided) {
    if (!each.is_same) {
      apart_.insert(in_order(account_key(each.account), account_key(each.other)));
      continue;
    }
    joined.join(account_key(each.account), account_key(each.other));
    ties_.push_back({each.account, each.other, each.why});
  }
  for (const auto& [domestic, ibans] : ibans_of_) {
    const auto held = spellings_.find(domestic);
    if (held == spellings_.end() || ibans.size() > 1) continue;
    if (apart_.contains(in_order(domestic, *ibans.begin()))) continue;
    joined.join(domestic, *ibans.begin());
    ties_.push_back({held->second, spellings_.at(*ibans.begin()),
                     "the check digits of the IBAN hold, and the number is inside it"});
  }
  std::sort(ties_.begin(), ties_.end(), [](const AccountTie& a, const AccountTie& b) {
    return std::tie(a.account, a.other) < std::tie(b.account, b.other);
  });
  std::map<std::string, std::string> name_of_root;
  for (const auto& [key, name] : spellings_) {
    const auto [at, is_new] = name_of_root.try_emplace(joined.root(key), name);
    if (!is_new) at->second = std::min(at->second, name);
  }
  for (const auto& [key, name] : spellings_) {
    names_by_key_[key] = name_of_root.at(joined.root(key));
  }
  for (const DecidedTie& each : decided) {
    if (!each.is_same) continue;
    for (const std::string& name : {each.account, each.other}) {
      const auto of_account = name_of_root.find(joined.root(account_key(name)));
      if (of_account != name_of_root.end()) names_by_key_[account_key(name)] = of_account->second;
    }
  }
}

const std::string* AccountNames::find(std::string_view spelling) const {
  const std::string key = account_key(spelling);
  const auto held = names_by_key_.find(key);
  if (held != names_by_key_.end()) return &held->second;
  const auto is_apart = [&](const std::string& other) {
    return apart_.contains(in_order(key, other));
  };
  const auto inside = ibans_of_.find(key);
  if (inside != ibans_of_.end()) {
    const std::string& iban = *inside->second.begin();
    return inside->second.size() > 1 || is_apart(iban) ? nullptr : &names_by_key_.at(iban);
  }
  for (const std::string& domestic : domestic_keys_of(spelling)) {
    const auto at_home = names_by_key_.find(domestic);
    if (at_home != names_by_key_.end() && !is_apart(domestic)) return &at_home->second;
  }
  return nullptr;
}

bool AccountNames::are_one(std::string_view one, std::string_view other) const {
  if (account_key(one) == account_key(other)) return true;
  const std::string* const first = find(one);
  const std::string* const second = find(other);
  return first != nullptr && second != nullptr && *first == *second;
}

}  // namespace recoup
