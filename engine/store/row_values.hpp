// row_values.hpp: amounts, times and lists of rows, as every table holds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"
#include "recoup/records/import.hpp"
#include "sqlite.hpp"

namespace recoup {

/// Two columns: currency, amount. Two nulls where there is none.
void bind_money(SqliteStatement& statement, const Money& value);
void bind_money(SqliteStatement& statement, const std::optional<Money>& value);
[[nodiscard]] Money read_money(SqliteRow& row);
[[nodiscard]] std::optional<Money> read_optional_money(SqliteRow& row);

/// Three columns: microseconds, whether there is a time, offset or null.
void bind_time(SqliteStatement& statement, const BookingTime& value);
[[nodiscard]] BookingTime read_time(SqliteRow& row);

/// One column: days since 1970-01-01.
void bind_day(SqliteStatement& statement, Date value);
void bind_day(SqliteStatement& statement, const std::optional<Date>& value);
[[nodiscard]] Date read_day(SqliteRow& row);
[[nodiscard]] std::optional<Date> read_optional_day(SqliteRow& row);

/// One column: a number of at most 32 bits, or null.
void bind_small(SqliteStatement& statement, const std::optional<std::uint32_t>& value);
[[nodiscard]] std::uint32_t read_small(SqliteRow& row);
[[nodiscard]] std::optional<std::uint32_t> read_optional_small(SqliteRow& row);

/// One column: the names and values of an entry's details, one behind the other.
[[nodiscard]] std::string details_bytes(const std::vector<EntryDetail>& details);
[[nodiscard]] std::vector<EntryDetail> read_details(SqliteRow& row);

/// Calls `visit(row)` for every row and stops at the first that cannot be.
template <typename Visit>
Result<void> for_each_row(SqliteStatement& statement, Visit visit) {
  while (true) {
    RECOUP_TRY(more, statement.step());
    if (!more) return {};
    SqliteRow row(statement);
    visit(row);
    if (row.fault()) {
      const Error fault = *row.fault();
      statement.reset();
      return fault;
    }
  }
}

/// Records that were read in another order than that of the document.
template <typename Record>
struct Positioned {
  std::vector<std::size_t> positions;
  std::vector<Record> records;

  void add(std::uint64_t position, Record record) {
    positions.push_back(static_cast<std::size_t>(position));
    records.push_back(std::move(record));
  }

  /// Errors: malformed (the positions are not 0 to n - 1, each once).
  [[nodiscard]] Result<std::vector<Record>> in_order() && {
    constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> at(positions.size(), nowhere);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (positions[i] >= at.size() || at[positions[i]] != nowhere) {
        return Error{ErrorCode::malformed,
                     "a record at position " + std::to_string(positions[i]),
                     "positions 0 to " + std::to_string(positions.size() - 1) + ", each once",
                     {}};
      }
      at[positions[i]] = i;
    }
    std::vector<Record> ordered;
    ordered.reserve(records.size());
    for (const std::size_t i : at) ordered.push_back(std::move(records[i]));
    return ordered;
  }
};

/// Keeps how many decimals each of `currencies` and each currency of `import` has.
[[nodiscard]] Result<void> write_currencies(const SqliteConnection& connection,
                                            const Import& import,
                                            const std::vector<Currency>& currencies);

/// Errors: contradiction (a currency has other decimals in the store than in this program: its
/// amounts would be read as others than were written).
[[nodiscard]] Result<void> check_currencies(const SqliteConnection& connection);

/// Calls `visit(currency)` for every amount of `import`.
template <typename Visit>
void for_each_currency(const Import& import, Visit visit) {
  for (const Transaction& entry : import.transactions) {
    visit(entry.amount.currency());
    if (entry.balance) visit(entry.balance->currency());
  }
  for (const StatementBalance& balance : import.balances) visit(balance.amount.currency());
  for (const Statement& statement : import.statements) {
    if (statement.currency) visit(*statement.currency);
    if (statement.opening) visit(statement.opening->currency());
    if (statement.closing) visit(statement.closing->currency());
  }
  for (const Seizure& seizure : import.seizures) {
    if (seizure.amount) visit(seizure.amount->currency());
    if (seizure.drugs && seizure.drugs->unit_price) visit(seizure.drugs->unit_price->currency());
    for (const NoteCount& note : seizure.notes) visit(note.denomination.currency());
  }
}

}  // namespace recoup
