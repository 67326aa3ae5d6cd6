// transaction.hpp: one line of one account's statement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// Something more that a statement says of an entry, under a name of this list.
///
///   "reversal"           "yes": the bank says that this entry takes an earlier one back.
///   "code"               The bank's own code of the kind of entry: "NTRF", "PMNT/RCDT/ESCT" ...
///   "end_to_end"         EndToEndId, which the payer gave.
///   "customer_reference" What the account's holder gave with the order, where it is no EndToEndId.
///   "servicer"           AcctSvcrRef or its like, where `reference` holds something else.
///   "mandate", "cheque"  Of a direct debit; of a cheque.
///   "transaction", "uetr"  TxId and UETR, which the banks gave.
///   "remittance"         The structured reference that the payer was asked to quote.
///   "ultimate_debtor", "ultimate_creditor"  For whom it was paid, and received.
///   "bank"               Of the other side: BIC, clearing number or name.
///   "party"              Of an entry that stands for several payments: who, account, amount.
///   "return"             Why a payment came back: "AC04".
///   "availability"       When the money counts, as BAI2 writes it: "S,100,200,150".
///   "cleared"            The mark with which its owner ticked it off: "*", "X".
///   "corrects"           The reference of an entry that this one replaces.
///   "address"            Of the counterparty, in one line.
///   "original_currency"  Of what was instructed, where its amount is not stated.
///   "batch"              The entry of which this is one detail: its own reference, and its amount.
///   "original_amount"    "USD 120.00": what was instructed, in its own currency.
///   "exchange_rate"      "1.0923", as printed.
///   "charge"             "GBP 0.50", once for each charge that the entry names.
///   "category"           What the bank or its customer filed it under.
///   "page"               The page of the paper on which it stands, from 1.
///   "box"                Left, top, right and bottom on it, in hundredths of a point.
struct EntryDetail {
  std::string name;
  std::string value;

  friend bool operator==(const EntryDetail&, const EntryDetail&) = default;
};

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
  /// The statement of the document that shows it, from 1; 0 where the document has none.
  std::uint32_t statement = 0;
  std::optional<Date> value_date = {};    ///< The day from which the money counts, where stated.
  std::vector<EntryDetail> details = {};  ///< In the order of the document.

  friend bool operator==(const Transaction&, const Transaction&) = default;
};

/// A balance that a statement states for a day, apart from its entries.
struct StatementBalance {
  enum class Kind : std::uint8_t {
    opening,
    closing,
    available,  ///< What could be drawn: not what the entries add up to.
  };

  std::string account;
  Kind kind = Kind::closing;
  Date date;  ///< Opening: before the first entry of this day. Closing: after its last.
  Money amount;
  std::uint64_t line = 0;
  std::uint32_t statement = 0;  ///< As in `Transaction`.

  friend bool operator==(const StatementBalance&, const StatementBalance&) = default;
};

}  // namespace recoup
