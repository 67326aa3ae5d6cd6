#include "claim_rows.hpp"

#include <map>
#include <tuple>
#include <utility>

#include "row_values.hpp"

namespace recoup {
namespace {

constexpr std::string_view statement_columns =
    "position, currency, number, from_day, until_day, opening_currency, opening, opening_day,"
    " opening_is_intermediate, closing_currency, closing, closing_day, closing_is_intermediate,"
    " first_page, last_page, pages, line";

constexpr std::string_view total_columns = "position, what, stated, computed, holds, line";

Result<void> write_totals(SqliteStatement& insert, std::int64_t document_id,
                          std::size_t statement_number, const std::vector<ControlTotal>& totals) {
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const ControlTotal& total = totals[i];
    insert.number(document_id).count(statement_number).count(i).text(total.what);
    insert.text(total.stated).text(total.computed).number(total.holds ? 1 : 0);
    if (const auto done = insert.count(total.line).run(); !done) return done.error();
  }
  return {};
}

void bind_statement(SqliteStatement& insert, const Statement& statement) {
  if (statement.currency) {
    const Currency currency = *statement.currency;
    insert.copied_text(currency.code());
  } else {
    insert.null();
  }
  insert.text(statement.number);
  bind_day(insert, statement.from);
  bind_day(insert, statement.until);
  bind_money(insert, statement.opening);
  bind_day(insert, statement.opening_date);
  insert.number(statement.opening_is_intermediate ? 1 : 0);
  bind_money(insert, statement.closing);
  bind_day(insert, statement.closing_date);
  insert.number(statement.closing_is_intermediate ? 1 : 0);
  bind_small(insert, statement.first_page);
  bind_small(insert, statement.last_page);
  bind_small(insert, statement.pages);
  insert.count(statement.line);
}

Statement read_statement(SqliteRow& row) {
  Statement statement;
  if (!row.take_null()) {
    const auto currency = Currency::parse(row.text());
    if (!currency) row.refuse(currency.error().found, currency.error().expected);
    if (currency) statement.currency = currency.value();
  }
  statement.number = row.text();
  statement.from = read_optional_day(row);
  statement.until = read_optional_day(row);
  statement.opening = read_optional_money(row);
  statement.opening_date = read_optional_day(row);
  statement.opening_is_intermediate = row.truth();
  statement.closing = read_optional_money(row);
  statement.closing_date = read_optional_day(row);
  statement.closing_is_intermediate = row.truth();
  statement.first_page = read_optional_small(row);
  statement.last_page = read_optional_small(row);
  statement.pages = read_optional_small(row);
  statement.line = row.count();
  return statement;
}

/// Adds the total to `totals`, behind which it must stand.
void take_total(SqliteRow& row, std::vector<ControlTotal>& totals) {
  if (row.count() != totals.size()) row.refuse("a hole", std::to_string(totals.size()));
  totals.push_back({row.text(), row.text(), row.text(), row.truth(), row.count()});
}

Result<void> write_held_back(const SqliteConnection& connection, std::int64_t document_id,
                             const std::vector<HeldBack>& records) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO held_back VALUES (?, ?, ?, ?, ?)"));
  for (std::size_t i = 0; i < records.size(); ++i) {
    insert.number(document_id).count(i).text(records[i].why).count(records[i].line);
    if (const auto done = insert.bytes(records[i].record).run(); !done) return done.error();
  }
  return {};
}

Result<void> write_series(const SqliteConnection& connection, std::int64_t document_id,
                          const std::vector<SeriesPoint>& points) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO series_point VALUES (?, ?, ?, ?, ?, ?)"));
  for (std::size_t i = 0; i < points.size(); ++i) {
    insert.number(document_id).count(i).text(points[i].series);
    bind_day(insert, points[i].from);
    const auto done = insert.text(points[i].value).count(points[i].line).run();
    if (!done) return done.error();
  }
  return {};
}

SeriesPoint read_point(SqliteRow& row) {
  return {row.text(), read_day(row), row.text(), row.count()};
}

Result<std::vector<Statement>> read_statements_of_document(const SqliteConnection& connection,
                                                           std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare("SELECT account, " + std::string(statement_columns) +
                                        " FROM statement WHERE document_id = ?"));
  Positioned<Statement> statements;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    std::string account = row.text();
    const std::uint64_t position = row.count();
    Statement statement = read_statement(row);
    statement.account = std::move(account);
    statements.add(position, std::move(statement));
  });
  if (!read) return read.error();
  return std::move(statements).in_order();
}

/// Puts every total of the document where it belongs.
Result<void> read_totals(const SqliteConnection& connection, std::int64_t document_id,
                         Import& import) {
  RECOUP_TRY(select, connection.prepare("SELECT statement, " + std::string(total_columns) +
                                        " FROM control_total WHERE document_id = ?"
                                        " ORDER BY statement, position"));
  return for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t number = row.count();
    if (number > import.statements.size()) {
      row.refuse("a total of statement " + std::to_string(number), "one of a statement");
      return;
    }
    take_total(row, number == 0 ? import.totals : import.statements[number - 1].totals);
  });
}

Result<std::vector<HeldBack>> read_held_back(const SqliteConnection& connection,
                                             std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare("SELECT position, why, line, record FROM held_back"
                                        " WHERE document_id = ?"));
  Positioned<HeldBack> records;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    records.add(position, {row.text(), row.count(), row.bytes()});
  });
  if (!read) return read.error();
  return std::move(records).in_order();
}

}  // namespace

Result<void> write_claims(const SqliteConnection& connection, std::int64_t document_id,
                          const Import& import) {
  RECOUP_TRY(insert, connection.prepare("INSERT INTO statement VALUES"
                                        " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
  RECOUP_TRY(insert_total,
             connection.prepare("INSERT INTO control_total VALUES (?,?,?,?,?,?,?,?)"));
  const auto totals = write_totals(insert_total, document_id, 0, import.totals);
  if (!totals) return totals.error();
  for (std::size_t i = 0; i < import.statements.size(); ++i) {
    const Statement& statement = import.statements[i];
    insert.number(document_id).text(statement.account).count(i);
    bind_statement(insert, statement);
    if (const auto done = insert.run(); !done) return done.error();
    const auto own = write_totals(insert_total, document_id, i + 1, statement.totals);
    if (!own) return own.error();
  }
  const auto held_back = write_held_back(connection, document_id, import.held_back);
  if (!held_back) return held_back.error();
  return write_series(connection, document_id, import.series);
}

Result<void> read_claims(const SqliteConnection& connection, std::int64_t document_id,
                         Import& import) {
  RECOUP_TRY(statements, read_statements_of_document(connection, document_id));
  import.statements = std::move(statements);
  const auto totals = read_totals(connection, document_id, import);
  if (!totals) return totals.error();
  RECOUP_TRY(held_back, read_held_back(connection, document_id));
  import.held_back = std::move(held_back);
  RECOUP_TRY(select, connection.prepare("SELECT position, series, day, value, line"
                                        " FROM series_point WHERE document_id = ?"));
  Positioned<SeriesPoint> points;
  const auto read = for_each_row(select.number(document_id), [&](SqliteRow& row) {
    const std::uint64_t position = row.count();
    points.add(position, read_point(row));
  });
  if (!read) return read.error();
  RECOUP_TRY(series, std::move(points).in_order());
  import.series = std::move(series);
  return {};
}

Result<std::vector<ControlTotal>> read_document_totals(const SqliteConnection& connection,
                                                       std::int64_t document_id) {
  RECOUP_TRY(select, connection.prepare("SELECT " + std::string(total_columns) +
                                        " FROM control_total WHERE document_id = ?"
                                        " AND statement = 0 ORDER BY position"));
  std::vector<ControlTotal> totals;
  const auto read =
      for_each_row(select.number(document_id), [&](SqliteRow& row) { take_total(row, totals); });
  if (!read) return read.error();
  return totals;
}

Result<ClaimReader> ClaimReader::prepare(const SqliteConnection& connection) {
  RECOUP_TRY(statements, connection.prepare("SELECT " + std::string(statement_columns) +
                                            " FROM statement WHERE document_id = ? AND account = ?"
                                            " ORDER BY position"));
  RECOUP_TRY(totals, connection.prepare("SELECT " + std::string(total_columns) +
                                        " FROM control_total WHERE document_id = ?"
                                        " AND statement = ? ORDER BY position"));
  return ClaimReader(std::move(statements), std::move(totals));
}

Result<void> ClaimReader::read(std::int64_t document_id, StatementPart& part) {
  const auto read =
      for_each_row(statements_.number(document_id).text(part.account), [&](SqliteRow& row) {
        part.statement_numbers.push_back(read_small(row) + 1);
        part.statements.push_back(read_statement(row));
        part.statements.back().account = part.account;
      });
  if (!read) return read.error();
  for (std::size_t i = 0; i < part.statements.size(); ++i) {
    const auto totals =
        for_each_row(totals_.number(document_id).number(part.statement_numbers[i]),
                     [&](SqliteRow& row) { take_total(row, part.statements[i].totals); });
    if (!totals) return totals.error();
  }
  return {};
}

Result<std::vector<HeldSeriesPoint>> read_series(const SqliteConnection& connection,
                                                 std::string_view prefix) {
  RECOUP_TRY(select, connection.prepare(
                         "SELECT digest, series_point.series, day, value, line FROM series_point"
                         " JOIN document ON document.id = document_id"
                         " WHERE substr(series_point.series, 1, length(?1)) = ?1"
                         " ORDER BY import_order, position"));
  // The document imported last answers for a day; what it says twice is kept twice.
  std::map<std::pair<std::string, Date>, std::vector<HeldSeriesPoint>> latest;
  const auto read = for_each_row(select.text(prefix), [&](SqliteRow& row) {
    const Digest document = row.digest();
    SeriesPoint point = read_point(row);
    std::vector<HeldSeriesPoint>& held = latest[{point.series, point.from}];
    if (!held.empty() && held.front().document != document) held.clear();
    held.push_back({std::move(point), document});
  });
  if (!read) return read.error();
  std::vector<HeldSeriesPoint> points;
  for (auto& [key, held] : latest) {
    for (HeldSeriesPoint& point : held) points.push_back(std::move(point));
  }
  return points;
}

}  // namespace recoup
