// record_sink.hpp: where an importer that reads piece by piece puts what it reads.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"
#include "recoup/records/import.hpp"
#include "recoup/records/transaction.hpp"

namespace recoup {

/// A `Transaction` whose texts lie somewhere else.
///
///   Shape  Views are good until the call that hands it over returns.
struct EntryView {
  std::string_view account;
  BookingTime booked_at;
  Money amount{0, gbp};
  std::optional<Money> balance;
  std::string_view counterparty_account;
  std::string_view counterparty_name;
  std::string_view description;
  std::string_view reference;
  std::uint64_t line = 0;
  std::uint32_t statement = 0;
  std::optional<Date> value_date;
  std::span<const EntryDetail> details;
};

/// `entry` without its own texts; it must outlive the view.
[[nodiscard]] EntryView view_of(const Transaction& entry);
/// `entry` with texts of its own, on `account`.
[[nodiscard]] Transaction transaction_of(const EntryView& entry, std::string_view account);

/// Takes the records of one document one after another, in its order.
class RecordSink {
 public:
  RecordSink() = default;
  RecordSink(const RecordSink&) = delete;
  RecordSink& operator=(const RecordSink&) = delete;
  virtual ~RecordSink() = default;

  /// Whether more is wanted: a sink that failed says no, and knows why.
  virtual bool entry(const EntryView& entry) = 0;
  virtual bool rejection(Rejection rejection) = 0;
};

}  // namespace recoup
