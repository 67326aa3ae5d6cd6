#include "canonical/canonical_importer.hpp"

#include <algorithm>
#include <utility>

#include "canonical/columns.hpp"
#include "csv/header.hpp"
#include "csv/reader.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// The columns in their order.
enum Column : std::size_t {
  account,
  booked_at,
  amount,
  currency,
  balance,
  counterparty_account,
  counterparty_name,
  description,
  reference
};

/// `result`, whose error, where it is one, is in the column.
template <typename T>
Result<T> in(Column column, Result<T> result) {
  return in_field(canonical_columns[column], std::move(result));
}

/// An account whose name has blanks at its ends would silently be another account.
Result<void> check_account(std::string_view name) {
  if (name.empty() || trimmed(name) != name) {
    return Error{ErrorCode::malformed,
                 quoted(name),
                 "the name of an account, without blanks at its ends",
                 {}};
  }
  return {};
}

Result<void> check_texts(const CsvRecord& record) {
  for (const Column column : {account, counterparty_account, reference}) {
    auto checked = in(column, check_characters(record.fields[column], LineEnds::refused));
    if (!checked) return checked;
  }
  for (const Column column : {counterparty_name, description}) {
    auto checked = in(column, check_characters(record.fields[column], LineEnds::allowed));
    if (!checked) return checked;
  }
  return {};
}

Result<Transaction> read_entry(const CsvRecord& record) {
  const auto field = [&](Column column) { return record.fields[column]; };
  if (auto named = in(account, check_account(field(account))); !named) return named.error();
  if (auto checked = check_texts(record); !checked) return checked.error();
  RECOUP_TRY(time, in(booked_at, BookingTime::parse(field(booked_at))));
  RECOUP_TRY(unit, in(currency, Currency::parse(field(currency))));
  RECOUP_TRY(sum, in(amount, Money::parse_plain(field(amount), unit)));
  std::optional<Money> after;
  if (!field(balance).empty()) {
    RECOUP_TRY(read, in(balance, Money::parse_plain(field(balance), unit)));
    after = read;
  }
  return Transaction{std::string(field(account)),
                     time,
                     sum,
                     after,
                     std::string(field(counterparty_account)),
                     std::string(field(counterparty_name)),
                     std::string(field(description)),
                     std::string(field(reference)),
                     record.line};
}

void take_record(const CsvRecord& record, const std::string& document, Import& import) {
  if (auto fault = fault_of(record, canonical_columns.size())) {
    import.rejections.push_back(rejection(*std::move(fault), document, record.line, record.raw));
    return;
  }
  auto entry = read_entry(record);
  if (entry) {
    import.transactions.push_back(std::move(entry).value());
    return;
  }
  import.rejections.push_back(
      rejection(std::move(entry).error(), document, record.line, record.raw));
}

}  // namespace

bool is_canonical(std::string_view head) { return has_csv_header(head, canonical_columns); }

Result<Import> import_canonical(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  CsvReader reader(text);
  if (auto header = take_header(reader, canonical_columns); !header) {
    return placed(header.error(), document.name, 1);
  }
  Import import;
  import.format = "canonical";
  import.version = "1";
  // No record is shorter than this, so blank lines cannot make us ask for memory.
  constexpr std::size_t record_bytes_min = 16;
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  import.transactions.reserve(std::min(lines, text.size() / record_bytes_min));
  CsvRecord record;
  while (true) {
    auto has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    take_record(record, document.name, import);
  }
  if (reader.blank_lines() > 0) import.notes.push_back(blank_lines_note(reader.blank_lines()));
  return import;
}

}  // namespace recoup
