// detail.hpp: one payment of an entry (TxDtls), and the parts that entries have as well.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "camt/values.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// Who stands on one side of a payment.
struct CamtParty {
  std::string name;
  std::string account;
  std::string bank;  ///< BIC, else clearing number, else name of its bank.
};

/// A charge or tax that was taken or given.
struct CamtCharge {
  std::optional<Money> amount;  ///< Signed: a charge to the account is negative.
  std::string words;            ///< "GBP 0.50", as `EntryDetail` has it.
  bool is_outside = false;      ///< ChrgInclInd says that the amounts do not contain it.
};

/// The amounts that stand beside an entry or a payment (AmtDtls), without signs.
struct CamtAmounts {
  std::vector<Money> own;     ///< What may be its amount: Amt, TxAmt, CntrValAmt, InstdAmt.
  std::vector<Money> stated;  ///< What may be told of it: InstdAmt, Amt, TxAmt, CntrValAmt.
  std::string exchange_rate;
};

/// One payment of an entry.
struct CamtDetail {
  std::uint64_t line = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<bool> is_credit;
  CamtAmounts amounts;
  std::vector<CamtCharge> charges;
  CamtParty debtor;
  CamtParty creditor;
  std::string reference;           ///< AcctSvcrRef.
  std::vector<std::string> codes;  ///< "PMNT/RCDT/ESCT", or the bank's own.
  std::vector<std::string> texts;  ///< Ustrd, AddtlRmtInf, AddtlTxInf.
  std::vector<EntryDetail> details;
  std::optional<Error> fault;  ///< An amount that cannot be read; with line and field.
};

/// Reads the payment. Texts and codes are taken as they are.
///
/// Errors: malformed (a control character in a text), with line and field.
Result<CamtDetail> read_camt_detail(CamtElement element, const CamtCurrency& fallback,
                                    CamtRemarks& remarks);

/// The parts that entries and payments have in common.
[[nodiscard]] std::vector<std::string> read_camt_codes(CamtElement parent);
[[nodiscard]] std::vector<CamtCharge> read_camt_charges(CamtElement parent,
                                                        const CamtCurrency& fallback,
                                                        CamtRemarks& remarks);
Result<CamtAmounts> read_camt_amounts(CamtElement parent, const CamtCurrency& fallback,
                                      CamtRemarks& remarks);

/// "USD 120.00".
[[nodiscard]] std::string camt_money_text(Money amount);

/// `element`'s narrative. Errors: malformed (a control character), with line and field.
Result<std::string> read_camt_text(CamtElement element, CamtElement parent, std::string_view path,
                                   bool one_line);

}  // namespace recoup
