// entry.hpp: one entry of a camt statement (Ntry), and the transactions that it becomes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "camt/detail.hpp"
#include "camt/values.hpp"
#include "recoup/records/statement.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// What the bank says of its own batch (Btch), to be held against the payments that it lists.
struct CamtBatch {
  std::uint64_t line = 0;
  std::string count;  ///< NbOfTxs, as written.
  std::string total;  ///< TtlAmt, as written.
  std::optional<Money> total_amount;
  std::size_t first_detail = 0;
  std::size_t detail_count = 0;
};

/// One entry as it stands.
struct CamtEntry {
  std::uint64_t line = 0;
  Money amount{0, gbp};  ///< Signed.
  std::string status;    ///< "BOOK", "PDNG", "INFO", "FUTR".
  BookingTime booked_at;
  std::optional<Date> value_date;
  std::string reference;  ///< AcctSvcrRef.
  bool is_reversal = false;
  std::vector<std::string> codes;
  std::string text;  ///< AddtlNtryInf.
  CamtAmounts amounts;
  std::vector<CamtCharge> charges;
  std::vector<CamtBatch> batches;
  std::vector<CamtDetail> details;

  [[nodiscard]] bool is_credit() const { return !amount.is_negative(); }
};

/// What an entry is read with beside itself.
struct CamtSurroundings {
  CamtCurrency currency = {};
  std::optional<Date> made_on = {};  ///< The day on which the statement was made.
  bool shows_booked_only = false;    ///< camt.053: an entry without a status is booked.
};

/// Reads the entry, whose payments have been read before it.
///
/// Errors: malformed, out_of_range, contradiction (a value twice); with line and field.
Result<CamtEntry> read_camt_entry(CamtElement element, std::vector<CamtDetail> details,
                                  const CamtSurroundings& around, CamtRemarks& remarks);

/// Whose account it is.
struct CamtOwner {
  std::string account;
  std::string name;
};

/// The transactions that the entry becomes, without their account and statement.
///
///   Exact   They add up to the amount of the entry. Payments become transactions of their own
///           where there are several, each has an amount in the currency of the entry, and
///           together, with the charges that they name, they come to its amount; else the entry is
///           one.
std::vector<Transaction> camt_transactions(const CamtEntry& entry, const CamtOwner& owner,
                                           CamtRemarks& remarks);

/// Whether the payments of the batch are listed. One payment of which the amount is that of the
/// entry, or not stated, stands for the whole batch where the batch counts more.
[[nodiscard]] bool lists_payments(const CamtEntry& entry, const CamtBatch& batch);

/// Adds what the batches of the entry state to `totals`.
void add_batch_totals(const CamtEntry& entry, std::vector<ControlTotal>& totals);

}  // namespace recoup
