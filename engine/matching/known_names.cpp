#include <algorithm>

#include "naming.hpp"
#include "recoup/matching/party_name.hpp"

namespace recoup {
namespace {

/// So far back a known name is looked for that is the beginning of other words.
constexpr int names_before_max = 8;

void sort_once(std::vector<AccountRow>& accounts) {
  std::sort(accounts.begin(), accounts.end());
  accounts.erase(std::unique(accounts.begin(), accounts.end()), accounts.end());
}

}  // namespace

KnownNames::KnownNames(const Ledger& ledger, const std::vector<AccountHolder>& holders)
    : has_name_(ledger.accounts.size(), false) {
  for (const AccountHolder& each : holders) {
    if (const auto account = ledger.find_account(each.account)) add(each.holder, *account);
  }
  settle();
}

void KnownNames::learn(const Ledger& ledger, const std::vector<std::uint32_t>& named,
                       const std::vector<Link>& certain) {
  std::vector<std::pair<TextId, AccountRow>> called;
  const auto learn_from = [&](LegRow leg) {
    const TextId name = ledger.text.ids(index(leg)).counterparty_name;
    const std::uint32_t account = named[index(leg)];
    if (name == TextId{} || account >= names_unheld_account) return;
    called.emplace_back(name, static_cast<AccountRow>(account));
  };
  for (const Link& link : certain) {
    learn_from(link.debit);
    learn_from(link.credit);
  }
  std::sort(called.begin(), called.end());
  called.erase(std::unique(called.begin(), called.end()), called.end());
  for (const auto& [name, account] : called) add(ledger.text.text(name), account);
  settle();
}

void KnownNames::add(std::string_view name, AccountRow account) {
  std::string key = party_key(name);
  if (key.empty()) return;
  has_name_[index(account)] = true;
  by_key_.emplace_back(std::move(key), account);
}

void KnownNames::settle() {
  std::sort(by_key_.begin(), by_key_.end());
  by_key_.erase(std::unique(by_key_.begin(), by_key_.end()), by_key_.end());
}

std::vector<AccountRow> KnownNames::accounts(const std::string& key) const {
  std::vector<AccountRow> found;
  if (key.empty()) return found;
  const auto at = std::lower_bound(
      by_key_.begin(), by_key_.end(), key,
      [](const auto& each, const std::string& wanted) { return each.first < wanted; });
  for (auto each = at; each != by_key_.end() && is_one_party(each->first, key); ++each) {
    found.push_back(each->second);
  }
  auto before = at;
  for (int i = 0; i < names_before_max && before != by_key_.begin(); ++i) {
    --before;
    if (is_one_party(before->first, key)) found.push_back(before->second);
  }
  sort_once(found);
  return found;
}

std::vector<AccountRow> KnownNames::accounts_in(const std::string& words) const {
  std::vector<AccountRow> found;
  if (by_key_.empty()) return found;
  for (std::size_t from = 0; from < words.size();) {
    const std::string_view rest = std::string_view(words).substr(from);
    auto each = std::upper_bound(
        by_key_.begin(), by_key_.end(), rest,
        [](std::string_view wanted, const auto& name) { return wanted < name.first; });
    for (int i = 0; i < names_before_max && each != by_key_.begin(); ++i) {
      --each;
      const std::string& name = each->first;
      // A single word is anybody's.
      if (name.find(' ') == std::string::npos || !rest.starts_with(name)) continue;
      if (rest.size() == name.size() || rest[name.size()] == ' ') found.push_back(each->second);
    }
    const std::size_t blank = words.find(' ', from);
    from = blank == std::string::npos ? words.size() : blank + 1;
  }
  sort_once(found);
  return found;
}

}  // namespace recoup
