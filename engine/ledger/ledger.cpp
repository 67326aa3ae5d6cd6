#include "recoup/ledger/ledger.hpp"

#include <algorithm>

namespace recoup {

std::optional<AccountRow> Ledger::find_account(std::string_view name) const {
  const auto at = std::lower_bound(accounts.begin(), accounts.end(), name);
  if (at != accounts.end() && *at == name) return static_cast<AccountRow>(at - accounts.begin());
  const std::string* const held = names.find(name);
  if (held == nullptr) return std::nullopt;
  const auto same = std::lower_bound(accounts.begin(), accounts.end(), *held);
  if (same == accounts.end() || *same != *held) return std::nullopt;
  return static_cast<AccountRow>(same - accounts.begin());
}

}  // namespace recoup
