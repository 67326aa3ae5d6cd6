// seizure_row.hpp: one record of a list of seizures, read by its profile.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "profile/table.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/seizure.hpp"
#include "seizures/seizure_profile.hpp"

namespace recoup {

/// A record, and what is doubtful about it.
struct SeizureRow {
  Seizure seizure;
  std::string what;  ///< As written.
  std::optional<Money> forfeited;
  std::optional<Date> forfeited_on;
  std::vector<std::string> warnings;  ///< Each a sentence that begins with line and column.
};

/// What a person says, and what the document says of itself.
struct SeizureRowContext {
  const SeizureProfile* profile = nullptr;
  std::string sheet;  ///< Of a workbook, or empty.
  std::string date_order;
  std::optional<Currency> currency;
  std::optional<Date> saved_on;  ///< The day on which the document was last saved.
};

/// Reads a row. What can be left out is left out with a warning.
///
/// Errors: malformed (no identifier; no day of the seizure that can be read): no record can be made
/// of the row.
Result<SeizureRow> read_seizure_row(const TableRow& row, const SeizureRowContext& context);

/// "2012-01-18", "2012-01-18T09:15:00", or by `order` "18/01/2012", "18.1.12", "18-01-2012 09:15";
/// years of two digits are those of 1970 to 2069.
///
/// Errors: malformed.
Result<BookingTime> parse_ordered_date(std::string_view text, std::string_view order);

/// Where a cell stands, as "Sheet1!K12 EstValue" or "EstValue".
[[nodiscard]] std::string cell_place(const SeizureRowContext& context, std::size_t column,
                                     std::uint64_t line);

}  // namespace recoup
