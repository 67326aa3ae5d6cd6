#include "recoup/ledger/account_key.hpp"

namespace recoup {

std::string account_key(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c == ' ' || c == '-' || c == '/') continue;
    key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return key.empty() ? std::string(name) : key;
}

}  // namespace recoup
