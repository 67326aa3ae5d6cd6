#include "recoup/ledger/ledger.hpp"

#include <algorithm>

namespace recoup {

std::optional<AccountRow> Ledger::find_account(std::string_view name) const {
  const auto at = std::lower_bound(accounts.begin(), accounts.end(), name);
  if (at == accounts.end() || *at != name) return std::nullopt;
  return static_cast<AccountRow>(at - accounts.begin());
}

}  // namespace recoup
