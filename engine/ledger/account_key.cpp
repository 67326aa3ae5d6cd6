#include "recoup/ledger/account_key.hpp"

#include <algorithm>
#include <cstddef>

#include "recoup/base/text.hpp"

namespace recoup {

std::string account_key(std::string_view name) {
  constexpr std::ptrdiff_t digits_min = 6;
  if (std::count_if(name.begin(), name.end(), is_digit) < digits_min) return std::string(name);
  std::string key;
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '/') continue;
    key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return key;
}

std::map<std::string, std::string> names_by_account_key(const std::vector<StatementPart>& parts) {
  std::map<std::string, std::string> names;
  for (const StatementPart& part : parts) {
    const auto [at, is_new] = names.try_emplace(account_key(part.account), part.account);
    if (!is_new) at->second = std::min(at->second, part.account);
  }
  return names;
}

}  // namespace recoup
