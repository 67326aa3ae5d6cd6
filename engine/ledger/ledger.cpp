#include "recoup/ledger/ledger.hpp"

#include <algorithm>

#include "recoup/ledger/account_key.hpp"

namespace recoup {

std::optional<AccountRow> Ledger::find_account(std::string_view name) const {
  const auto at = std::lower_bound(accounts.begin(), accounts.end(), name);
  if (at != accounts.end() && *at == name) return static_cast<AccountRow>(at - accounts.begin());
  if (account_keys.empty() || name.empty()) return std::nullopt;
  const std::string key = account_key(name);
  const auto same =
      std::lower_bound(account_keys.begin(), account_keys.end(), key,
                       [](const auto& each, const auto& wanted) { return each.first < wanted; });
  if (same == account_keys.end() || same->first != key) return std::nullopt;
  return same->second;
}

}  // namespace recoup
