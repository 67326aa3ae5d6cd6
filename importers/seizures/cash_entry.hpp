// cash_entry.hpp: seized cash as money in the ledger.
#pragma once

#include "recoup/records/seizure.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// Cash is money in the same ledger as accounts: it comes to the police from whoever had it.
///
/// Requires cash with an amount.
[[nodiscard]] inline Transaction cash_entry(const Seizure& seizure) {
  return {"cash seizure " + seizure.id,
          seizure.seized_at,
          *seizure.amount,
          std::nullopt,
          "",
          seizure.from_whom,
          "Cash seized at " + seizure.place,
          seizure.id,
          seizure.line};
}

}  // namespace recoup
