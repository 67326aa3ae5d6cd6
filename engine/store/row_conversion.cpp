// How entries that schema 2 kept as rows become chunks.
#include <map>

#include "document_rows.hpp"
#include "entry_rows.hpp"
#include "row_values.hpp"

namespace recoup {
namespace {

Transaction read_old_entry(SqliteRow& row) {
  std::string account = row.text();
  const std::uint64_t line = row.count();
  const BookingTime booked_at = read_time(row);
  const Money amount = read_money(row);
  std::optional<Money> balance;
  if (!row.take_null()) {
    balance = read_money(row);
  } else if (!row.take_null()) {
    balance = Money(row.amount(), amount.currency());
  }
  return {std::move(account),
          booked_at,
          amount,
          balance,
          row.text(),
          row.text(),
          row.text(),
          row.text(),
          line,
          read_small(row),
          read_optional_day(row),
          read_details(row)};
}

/// Writes down which number each account of the document has.
Result<void> number_parts(const SqliteConnection& connection, std::int64_t document_id,
                          TextNumbers& accounts) {
  RECOUP_TRY(select, connection.prepare("SELECT account_id, name FROM statement_part"
                                        " JOIN account ON account.id = account_id"
                                        " WHERE document_id = ? ORDER BY account_id"));
  std::map<std::int64_t, std::uint32_t> numbers;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::int64_t id = row.number();
    numbers[id] = accounts.number(row.text());
  });
  if (!read) return read.error();
  RECOUP_TRY(update, connection.prepare("UPDATE statement_part SET number = ?"
                                        " WHERE account_id = ? AND document_id = ?"));
  for (const auto& [id, number] : numbers) {
    const auto done = update.number(number).number(id).number(document_id).run();
    if (!done) return done.error();
  }
  return {};
}

Result<void> convert_document(const SqliteConnection& connection, std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare(
                         "SELECT name, line, booked_micros, booked_has_time, booked_offset_minutes,"
                         " currency, amount, balance_currency, balance, counterparty_account,"
                         " counterparty_name, description, reference, statement, value_day, details"
                         " FROM statement_entry JOIN account ON account.id = account_id"
                         " WHERE document_id = ? ORDER BY position"));
  RECOUP_TRY(chunks, ChunkRows::prepare(connection, document_id));
  RunWriter run(
      {}, [&](const RunChunk& chunk) { return chunks.write(chunk); }, std::nullopt);
  std::optional<Error> fault;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const Transaction entry = read_old_entry(row);
    if (row.fault() || fault) return;
    if (const auto added = run.add(view_of(entry)); !added) fault = added.error();
  });
  if (!read) return read.error();
  if (fault) return *fault;
  if (const auto done = run.finish(); !done) return done.error();
  return number_parts(connection, document_id, run.accounts());
}

}  // namespace

Result<void> rows_to_chunks(const SqliteConnection& connection) {
  RECOUP_TRY(ids, document_ids(connection));
  for (const std::int64_t id : ids) {
    if (const auto done = convert_document(connection, id); !done) return done.error();
  }
  return {};
}

}  // namespace recoup
