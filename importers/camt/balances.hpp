// balances.hpp: the balances of a camt statement, and which of them open and close it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "camt/values.hpp"
#include "recoup/records/import.hpp"

namespace recoup {

/// One balance as it stands.
struct CamtBalance {
  std::string code;  ///< "OPBD", "CLBD" ..., or what the bank calls it.
  Money amount{0, gbp};
  Date date;
  std::uint64_t line = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Errors: malformed, out_of_range; with line and field.
Result<CamtBalance> read_camt_balance(CamtElement element, const CamtCurrency& fallback,
                                      CamtRemarks& remarks);

/// Where the balances of one statement go.
struct CamtBalanceSheet {
  Statement statement;  ///< Opening and closing balance, and a total where two balances must agree.
  std::vector<StatementBalance> balances;
  std::vector<HeldBack> held_back;  ///< Without their record.
  std::vector<std::string> notes;
};

/// Sorts the balances into those that open the statement, close it, are available, and are none of
/// these. `statement` has its account and currency.
///
///   Same   OPBD opens; else PRCD, the balance that closed the period before; else ITBD, where a
///          page carries on. CLBD closes; else ITBD. Of several the earliest opens and the latest
///          closes. A balance in another currency than the statement's opens and closes nothing.
CamtBalanceSheet sort_camt_balances(const std::vector<CamtBalance>& balances,
                                    const Statement& statement);

}  // namespace recoup
