#include "recoup/money/currency.hpp"

#include <algorithm>

#include "currency_table.hpp"
#include "recoup/base/text.hpp"

namespace recoup {

Result<Currency> Currency::parse(std::string_view code) {
  const auto* const at = std::lower_bound(
      currency_table.begin(), currency_table.end(), code,
      [](const Currency& currency, std::string_view wanted) { return currency.code() < wanted; });
  if (at == currency_table.end() || at->code() != code) {
    return Error{ErrorCode::malformed,
                 quoted(code),
                 "a currency code of ISO 4217 in capitals, BTC or ETH",
                 {}};
  }
  return *at;
}

}  // namespace recoup
