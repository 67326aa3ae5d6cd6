// transaction.hpp: one line of one account's statement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// One entry on an account, as its statement shows it.
///
///   Unit   `amount` is signed: a credit to `account` is positive. `balance` is after this entry.
///   Same   Two entries that are alike in every field are still two entries: `line` parts them.
struct Transaction {
  std::string account;  ///< As the bank names it.
  BookingTime booked_at;
  Money amount;
  std::optional<Money> balance;
  std::string counterparty_account;
  std::string counterparty_name;
  std::string description;
  std::string reference;   ///< The bank's own identifier, unique within the account, or empty.
  std::uint64_t line = 0;  ///< Line of the document on which the record begins, from 1.

  friend bool operator==(const Transaction&, const Transaction&) = default;
};

/// A balance that a statement states for a day, apart from its entries.
struct StatementBalance {
  enum class Kind : std::uint8_t { opening, closing };

  std::string account;
  Kind kind = Kind::closing;
  Date date;  ///< Opening: before the first entry of this day. Closing: after its last.
  Money amount;
  std::uint64_t line = 0;

  friend bool operator==(const StatementBalance&, const StatementBalance&) = default;
};

}  // namespace recoup
