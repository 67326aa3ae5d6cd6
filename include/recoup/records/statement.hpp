// statement.hpp: what one document says of one account.
#pragma once

#include <string>
#include <vector>

#include "recoup/records/document.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// The entries and balances that one document shows of one account, in statement order.
struct StatementPart {
  std::string account;
  Digest document;
  std::vector<Transaction> entries;
  std::vector<StatementBalance> balances;

  friend bool operator==(const StatementPart&, const StatementPart&) = default;
};

}  // namespace recoup
