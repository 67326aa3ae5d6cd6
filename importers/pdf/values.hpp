// values.hpp: days and amounts as statements print them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"

namespace recoup {

/// Which number of "03/04/2025" is the day.
enum class PdfDateOrder : std::uint8_t { day_first, month_first, year_first };

/// A printed day, perhaps without its year.
struct PdfDay {
  std::optional<int> year;
  unsigned month = 0;
  unsigned day = 0;
  std::size_t words = 0;  ///< How many words it takes.

  /// The day in its own year, or in `otherwise`; nothing where the calendar has no such day.
  [[nodiscard]] std::optional<Date> in(int otherwise) const;
  friend bool operator==(const PdfDay&, const PdfDay&) = default;
};

/// The day with which `words` begin, in as many words as make one: "1 January 2025", "1st Jan",
/// "01JAN25", "Jan 1, 2025", "Wed 1 Jan", "01/01/2025", "2025-01-01". Two digits are a year from
/// 1980 to 2079. Whether the calendar has the day is not asked.
[[nodiscard]] std::optional<PdfDay> read_pdf_day(const std::vector<std::string_view>& words,
                                                 PdfDateOrder order);

/// An amount with the currency's decimals: "1,204.00", "-5.00", "5.00-", "(5.00)", "+£5.00",
/// "5.00 CR", "5.00 DR", "5.00 OD"; nothing where the word is none. OD, DR and D make it negative.
struct PdfAmount {
  Money value;
  bool by_letters = false;  ///< CR, DR and their like say whose it is, on a card's statement too.

  /// What the account's holder has: turned where amounts are owed and no letters say otherwise.
  [[nodiscard]] Money held(bool owed) const {
    return owed && !by_letters ? Money(-value.minor(), value.currency()) : value;
  }
};
[[nodiscard]] std::optional<PdfAmount> read_pdf_amount(std::string_view word, Currency currency,
                                                       DecimalMark mark);

}  // namespace recoup
