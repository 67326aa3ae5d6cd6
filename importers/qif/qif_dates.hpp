// qif_dates.hpp: the dates of a QIF document, whose order nobody declares.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// A date as it stands in the document.
struct QifDateLine {
  std::string_view text;
  std::uint64_t line = 0;
  std::size_t section = 0;  ///< Dates of one section stand in an order.
};

enum class QifDayOrder : std::uint8_t { dmy, mdy, ymd };

/// The order that somebody states.
struct QifStatedOrder {
  std::string_view order;  ///< "dmy", "mdy", "ymd" or "".
  std::string by;          ///< Who states it: "--date-order", or a line of the document.
};

/// How all dates of one document are read.
struct QifDateReading {
  QifDayOrder order = QifDayOrder::dmy;
  /// Whether a year of two digits without apostrophe is of the 1900s, as Quicken writes beside
  /// apostrophes; otherwise it is of 1970 to 2069.
  bool plain_years_of_1900s = false;
};

/// Decides once for the document which part is the day and which the month. The evidence
/// becomes a note.
///
///   Shape   What is wanted; else a part that only a day (or a year) can be; else the one reading
///           under which the dates of every section only rise or only fall. No order is needed
///           where every date reads alike, begins with a year of four digits or names its month.
///   Errors  contradiction: two lines that no one order reads, or one against what is wanted.
///           malformed: nothing decides. usage: `wanted` is no order.
Result<QifDateReading> decide_qif_dates(const std::vector<QifDateLine>& dates,
                                        const QifStatedOrder& wanted,
                                        std::vector<std::string>& notes);

/// Reads "13/09/2026", "9/13'05", " 6/ 4' 8", "2026-09-13", "13.09.26", "20260913", "13 Sep 2026".
///
/// Errors: malformed.
Result<Date> read_qif_date(std::string_view text, const QifDateReading& reading);

}  // namespace recoup
