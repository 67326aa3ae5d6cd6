#include "row_values.hpp"

#include <limits>
#include <set>

#include "bytes.hpp"

namespace recoup {

void bind_money(SqliteStatement& statement, const Money& value) {
  // The code lies in the bytes of a currency that is gone at the end of the line.
  const Currency currency = value.currency();
  statement.copied_text(currency.code()).amount(value.minor());
}

void bind_money(SqliteStatement& statement, const std::optional<Money>& value) {
  if (value) return bind_money(statement, *value);
  statement.null().null();
}

Money read_money(SqliteRow& row) {
  const std::string code = row.text();
  const Int128 minor = row.amount();
  if (row.fault()) return {0, gbp};
  const auto currency = Currency::parse(code);
  if (!currency) {
    row.refuse(currency.error().found, currency.error().expected);
    return {0, gbp};
  }
  return {minor, currency.value()};
}

std::optional<Money> read_optional_money(SqliteRow& row) {
  if (!row.take_null()) return read_money(row);
  if (!row.take_null()) row.refuse("an amount without a currency", "both or none");
  return std::nullopt;
}

void bind_time(SqliteStatement& statement, const BookingTime& value) {
  statement.number(value.civil().micros).number(value.has_time() ? 1 : 0);
  if (const auto offset = value.offset_minutes()) {
    statement.number(*offset);
  } else {
    statement.null();
  }
}

BookingTime read_time(SqliteRow& row) {
  const CivilTime civil{row.number()};
  const bool has_time = row.truth();
  if (row.take_null()) {
    if (has_time) return {civil, std::nullopt};
    if (civil.micros_of_day() != 0) row.refuse("a time of day", "a midnight, for a date alone");
    return BookingTime(civil.date());
  }
  const std::int64_t offset = row.number_between(INT16_MIN, INT16_MAX);
  if (!has_time) row.refuse("an offset from UTC", "none, for a date alone");
  return {civil, static_cast<std::int16_t>(offset)};
}

void bind_day(SqliteStatement& statement, Date value) {
  statement.number(value.time_since_epoch().count());
}

Date read_day(SqliteRow& row) {
  // Years 1 to 9999.
  return Date(std::chrono::days(row.number_between(-719162, 2932896)));
}

void bind_day(SqliteStatement& statement, const std::optional<Date>& value) {
  if (value) return bind_day(statement, *value);
  statement.null();
}

std::optional<Date> read_optional_day(SqliteRow& row) {
  if (row.take_null()) return std::nullopt;
  return read_day(row);
}

void bind_small(SqliteStatement& statement, const std::optional<std::uint32_t>& value) {
  if (value) {
    statement.number(*value);
  } else {
    statement.null();
  }
}

std::uint32_t read_small(SqliteRow& row) {
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(row.number_between(0, most));
}

std::optional<std::uint32_t> read_optional_small(SqliteRow& row) {
  if (row.take_null()) return std::nullopt;
  return read_small(row);
}

std::string details_bytes(const std::vector<EntryDetail>& details) {
  ByteWriter out;
  for (const EntryDetail& detail : details) out.text(detail.name).text(detail.value);
  return out.take();
}

std::vector<EntryDetail> read_details(SqliteRow& row) {
  const std::string held = row.bytes();
  ByteReader in(held);
  std::vector<EntryDetail> details;
  while (!in.is_at_end() && !in.is_broken()) {
    const std::string_view name = in.text();
    details.push_back({std::string(name), std::string(in.text())});
  }
  if (in.is_broken()) row.refuse("details that break off", "names and values");
  return details;
}

Result<void> write_currencies(const SqliteConnection& connection, const Import& import,
                              const std::vector<Currency>& currencies) {
  std::set<Currency> used(currencies.begin(), currencies.end());
  std::optional<Currency> last;
  for_each_currency(import, [&](Currency currency) {
    if (last != currency) used.insert(currency);
    last = currency;
  });
  RECOUP_TRY(insert, connection.prepare("INSERT OR IGNORE INTO currency VALUES (?, ?)"));
  for (const Currency& currency : used) {
    const auto done = insert.text(currency.code()).number(currency.decimals()).run();
    if (!done) return done.error();
  }
  return {};
}

Result<void> check_currencies(const SqliteConnection& connection) {
  RECOUP_TRY(select, connection.prepare("SELECT code, decimals FROM currency ORDER BY code"));
  std::optional<Error> other;
  const auto read = for_each_row(select, [&](SqliteRow& row) {
    const std::string code = row.text();
    const std::int64_t decimals = row.number();
    const auto currency = Currency::parse(code);
    if (other || (currency && currency.value().decimals() == decimals)) return;
    other = Error{ErrorCode::contradiction,
                  code + " with " + std::to_string(decimals) + " decimals in the store",
                  currency ? std::to_string(currency.value().decimals()) + " decimals"
                           : "a currency that this program knows",
                  {}};
  });
  if (!read) return read.error();
  if (other) return *other;
  return {};
}

}  // namespace recoup
