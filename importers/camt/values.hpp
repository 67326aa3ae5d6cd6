// values.hpp: reads the values of a camt message.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "camt/tree.hpp"
#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// What was decided while reading, each kind of decision once, with how often and where first.
class CamtRemarks {
 public:
  /// `what` is a sentence without its end: "an entry states no booking date; ...".
  void add(std::string_view what, std::uint64_t line);
  /// The sentences, in the order in which each was first added.
  [[nodiscard]] std::vector<std::string> sentences() const;

 private:
  struct Remark {
    std::string what;
    std::uint64_t first_line = 0;
    std::size_t times = 0;
  };
  std::vector<Remark> remarks_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

/// The currency of an amount that carries none.
struct CamtCurrency {
  std::optional<Currency> of_account = {};  ///< Acct/Ccy, or what the person said.
};

/// Reads "1250.05" of `currency`.
///
///   Exact   Decimals beyond those of the currency are read where all of them are zeros.
///   Errors  malformed (a sign: the direction has an element of its own), out_of_range.
///   Cites   ISO 20022, ActiveOrHistoricCurrencyAndAmount: a decimal without a sign.
Result<Money> parse_camt_amount(std::string_view text, Currency currency);

/// The amount of an element, in its attribute Ccy, else in the currency of the account, else in
/// pounds, with a remark. Without a sign.
///
/// Errors: those of `parse_camt_amount`, and a currency that there is not; with line and no field.
Result<Money> read_camt_amount(CamtElement amount, const CamtCurrency& fallback,
                               CamtRemarks& remarks);

/// Whether CdtDbtInd says CRDT. Errors: malformed (neither CRDT nor DBIT).
Result<bool> read_camt_direction(CamtElement indicator);

/// Reads "2025-03-04" with or without a zone, "2025-03-04T09:15:00.123456789+01:00".
///
///   Same    Midnight is a day: banks write a date as its midnight. With a remark, and so are
///           times finer than a microsecond, which are cut.
///   Errors  malformed.
///   Cites   XML Schema 1.1 part 2, dateTime and date.
Result<BookingTime> read_camt_time(CamtElement time, CamtRemarks& remarks);

/// The day of `Dt` or `DtTm` (or of the element itself), as it is written and whatever its zone.
///
/// Errors: malformed.
Result<Date> read_camt_day(CamtElement date);

/// Whether an indicator says "true" or "1".
[[nodiscard]] bool is_camt_true(CamtElement indicator);

/// Whether it stands for an identifier that nobody gave: NOTPROVIDED, NONREF.
[[nodiscard]] bool is_camt_placeholder(std::string_view identifier);

/// Which page of its kind it is.
struct CamtPage {
  std::uint32_t number = 0;  ///< From 1.
  bool is_last = false;
};

/// The page that a pagination (MsgPgntn, StmtPgntn ...) names, or nothing.
[[nodiscard]] std::optional<CamtPage> read_camt_page(CamtElement pages);

/// How an account is called: its IBAN without blanks; "20-11-22 12345678" where the servicer names
/// a British sort code; else the number as written. README.md has the rule.
[[nodiscard]] std::string camt_account_name(CamtElement account, CamtElement servicer);

/// `element`, with its place, as the place of `error`; `path` names it.
[[nodiscard]] Error camt_error(Error error, CamtElement element, CamtElement parent,
                               std::string_view path);

}  // namespace recoup
