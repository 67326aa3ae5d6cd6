#include "canonical/canonical_record.hpp"

#include <utility>

#include "canonical/columns.hpp"
#include "csv/header.hpp"
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

}  // namespace

bool take_canonical_record(const CsvRecord& record, const std::string& document, RecordSink& sink) {
  if (auto fault = fault_of(record, canonical_columns.size())) {
    return sink.rejection(rejection(*std::move(fault), document, record.line, record.raw));
  }
  auto entry = read_entry(record);
  if (entry) return sink.entry(view_of(entry.value()));
  return sink.rejection(rejection(std::move(entry).error(), document, record.line, record.raw));
}

}  // namespace recoup
