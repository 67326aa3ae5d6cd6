// entry.hpp: makes an entry of a :61: and the words behind it.
#pragma once

#include <span>
#include <string>

#include "mt940/fields.hpp"
#include "mt940/statement.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// An entry, and whether the bank only expects it (EC, ED).
struct Mt940Entry {
  Transaction transaction;
  bool is_expected = false;
};

/// Reads `fields[0]`, a :61:, with the :86: and :NS: behind it. Account and statement are left to
/// the caller.
///
///   Same    booked_at is the entry date; where there is none, or none that the calendar has, it is
///           the value date. Of a value date that the calendar has not ("160230", of a bank whose
///           months have thirty days) nothing is kept but a remark.
///   Errors  malformed, out_of_range.
Result<Mt940Entry> read_mt940_entry(std::span<const Mt940Field> fields, Currency currency,
                                    Mt940Remarks& remarks);

}  // namespace recoup
