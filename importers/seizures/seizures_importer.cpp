#include "seizures/seizures_importer.hpp"

#include <iterator>
#include <set>
#include <utility>

#include "csv/header.hpp"
#include "csv/reader.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "seizures/cash_entry.hpp"
#include "seizures/columns.hpp"
#include "seizures/seizure_fields.hpp"
#include "seizures/seizure_notes.hpp"
#include "seizures/seizure_table.hpp"

namespace recoup {
namespace {

/// The columns in their order.
enum Column : std::size_t {
  id,
  operation,
  case_id,
  kind,
  seized_at,
  place,
  from_whom,
  amount,
  currency,
  quantity,
  notes,
  drug,
  weight_g,
  purity_percent,
  unit_price_per_kg,
  price_source,
  exhibit,
  seal,
  power,
  status,
  orders
};

/// `result`, whose error, where it is one, is in the column.
template <typename T>
Result<T> in(Column column, Result<T> result) {
  return in_field(seizures_columns[column], std::move(result));
}

Error missing(Column column, std::string expected) {
  return in_field(seizures_columns[column],
                  Error{ErrorCode::malformed, "\"\"", std::move(expected), {}});
}

/// An amount of zero or more, or none where the field is empty.
Result<std::optional<Money>> read_amount(std::string_view text,
                                         const std::optional<Currency>& currency) {
  if (text.empty()) return std::optional<Money>();
  if (!currency) {
    return Error{ErrorCode::malformed, quoted(text), "a currency beside the amount", {}};
  }
  RECOUP_TRY(sum, Money::parse_plain(text, *currency));
  if (sum.is_negative()) {
    return Error{ErrorCode::malformed, quoted(text), "an amount of zero or more", {}};
  }
  return std::optional<Money>(sum);
}

Result<void> check_texts(const CsvRecord& record) {
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    const auto column = static_cast<Column>(i);
    const bool narrative = column == place || column == from_whom || column == quantity;
    auto checked = in(column, check_characters(record.fields[i],
                                               narrative ? LineEnds::allowed : LineEnds::refused));
    if (!checked) return checked;
  }
  const std::string_view name = record.fields[id];
  if (name.empty() || trimmed(name) != name) {
    return in_field("id", Error{ErrorCode::malformed,
                                quoted(name),
                                "the name of the seizure, without blanks at its ends",
                                {}});
  }
  return {};
}

/// A column that speaks of another kind of seizure must be empty.
Result<void> check_kind(const CsvRecord& record, SeizureKind seizure_kind) {
  if (seizure_kind != SeizureKind::cash && !record.fields[notes].empty()) {
    return in(notes, Result<void>(Error{ErrorCode::malformed,
                                        quoted(record.fields[notes]),
                                        "nothing, because this is no cash",
                                        {}}));
  }
  if (seizure_kind == SeizureKind::drugs) return {};
  for (const Column column : {drug, weight_g, purity_percent, unit_price_per_kg}) {
    if (record.fields[column].empty()) continue;
    return in(column, Result<void>(Error{ErrorCode::malformed,
                                         quoted(record.fields[column]),
                                         "nothing, because these are no drugs",
                                         {}}));
  }
  return {};
}

/// Notes and the amount of cash, which must agree.
Result<void> read_cash(const CsvRecord& record, Currency unit, Seizure& seizure) {
  if (!seizure.amount || seizure.amount->is_zero()) {
    return missing(amount, "the face value of the cash");
  }
  if (record.fields[notes].empty()) return {};
  RECOUP_TRY(counted, in(notes, parse_notes(record.fields[notes], unit)));
  RECOUP_TRY(sum, in(notes, total(counted)));
  if (sum != *seizure.amount) {
    return in(notes, Result<void>(Error{ErrorCode::contradiction,
                                        quoted(record.fields[notes]) + ", which is " + sum.text(),
                                        "notes that add up to " + seizure.amount->text(),
                                        {}}));
  }
  seizure.notes = std::move(counted);
  return {};
}

/// Drug, weight, price and the value that follows from them.
Result<void> read_drugs(const CsvRecord& record, const std::optional<Currency>& unit,
                        Seizure& seizure) {
  const auto field = [&](Column column) { return record.fields[column]; };
  if (field(drug).empty()) return missing(drug, "the name of the drug");
  RECOUP_TRY(weight, in(weight_g, parse_weight(field(weight_g))));
  if (!field(purity_percent).empty()) {
    auto checked = in(purity_percent, check_percentage(field(purity_percent)));
    if (!checked) return checked;
  }
  RECOUP_TRY(price, in(unit_price_per_kg, read_amount(field(unit_price_per_kg), unit)));
  if (price) {
    RECOUP_TRY(value, in(amount, drugs_value(weight, *price, seizure.amount)));
    seizure.amount = value;
  }
  seizure.drugs = DrugQuantity{std::string(field(drug)), weight, std::string(field(purity_percent)),
                               price, std::string(field(price_source))};
  return {};
}

/// The fields that every kind has.
Result<Seizure> read_common(const CsvRecord& record, const std::optional<Currency>& unit) {
  const auto field = [&](Column column) { return std::string(record.fields[column]); };
  Seizure seizure;
  seizure.id = field(id);
  seizure.operation = field(operation);
  seizure.case_id = field(case_id);
  RECOUP_TRY(read_kind, in(kind, parse_seizure_kind(record.fields[kind])));
  seizure.kind = read_kind;
  RECOUP_TRY(time, in(seized_at, BookingTime::parse(record.fields[seized_at])));
  seizure.seized_at = time;
  seizure.place = field(place);
  seizure.from_whom = field(from_whom);
  RECOUP_TRY(sum, in(amount, read_amount(record.fields[amount], unit)));
  seizure.amount = sum;
  seizure.quantity = field(quantity);
  seizure.exhibit = field(exhibit);
  seizure.seal = field(seal);
  seizure.power = field(power);
  seizure.status = field(status);
  RECOUP_TRY(made, in(orders, parse_orders(record.fields[orders])));
  seizure.orders = std::move(made);
  seizure.line = record.line;
  return seizure;
}

Result<Seizure> read_seizure(const CsvRecord& record) {
  if (auto checked = check_texts(record); !checked) return checked.error();
  std::optional<Currency> unit;
  if (!record.fields[currency].empty()) {
    RECOUP_TRY(known, in(currency, Currency::parse(record.fields[currency])));
    unit = known;
  }
  RECOUP_TRY(seizure, read_common(record, unit));
  if (auto checked = check_kind(record, seizure.kind); !checked) return checked.error();
  if (seizure.kind == SeizureKind::cash) {
    if (!unit) return missing(currency, "the currency of the cash");
    if (auto read = read_cash(record, *unit, seizure); !read) return read.error();
  }
  if (seizure.kind == SeizureKind::drugs) {
    if (auto read = read_drugs(record, unit, seizure); !read) return read.error();
  }
  return seizure;
}

void take_record(const CsvRecord& record, const std::string& document, std::set<std::string>& ids,
                 Import& import) {
  auto fault = fault_of(record, seizures_columns.size());
  if (!fault) {
    auto seizure = read_seizure(record);
    if (!seizure) {
      fault = std::move(seizure).error();
    } else if (!ids.insert(seizure.value().id).second) {
      fault = in_field("id", Error{ErrorCode::contradiction,
                                   quoted(seizure.value().id) + " for the second time",
                                   "one line for each seizure",
                                   {}});
    } else {
      if (seizure.value().kind == SeizureKind::cash) {
        import.transactions.push_back(cash_entry(seizure.value()));
      }
      import.seizures.push_back(std::move(seizure).value());
    }
  }
  if (fault) {
    import.rejections.push_back(rejection(*std::move(fault), document, record.line, record.raw));
  }
}

/// A record as a row of a table.
TableRow row_of(const CsvRecord& record) {
  TableRow row{record.line, {}, std::string(record.raw)};
  for (const std::string_view field : record.fields) row.cells.emplace_back(field);
  return row;
}

/// The first rows of a text, which may be cut off behind them.
Table first_rows_of(std::string_view text) {
  constexpr std::size_t rows_max = 20;
  Table table;
  CsvReader reader(text);
  CsvRecord record;
  while (table.rows.size() < rows_max) {
    const auto has_record = reader.next(record);
    if (!has_record || !has_record.value()) break;
    table.rows.push_back(row_of(record));
  }
  return table;
}

/// Reads a list in the layout of a profile: the one that is named, or the one that fits.
Result<Import> import_by_profile(const Document& document, std::string_view text,
                                 const SeizureProfile* fitting, const ImportOptions& options) {
  auto named = options.profile.empty() ? Result<SeizureProfile>(*fitting)
                                       : seizure_profile_of(options.profile);
  if (!named) return placed(named.error(), document.name);
  Table table;
  std::vector<Rejection> faulty;
  CsvReader reader(text);
  CsvRecord record;
  while (true) {
    auto has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    if (record.fault) {
      faulty.push_back(rejection(*record.fault, document.name, record.line, record.raw));
    } else {
      table.rows.push_back(row_of(record));
    }
  }
  RECOUP_TRY(import, import_seizure_table(table, named.value(), document, options));
  import.format = "seizures";
  std::move(faulty.begin(), faulty.end(), std::back_inserter(import.rejections));
  if (reader.blank_lines() > 0) import.notes.push_back(blank_lines_note(reader.blank_lines()));
  return import;
}

/// The layout of which the text is, by its first line; nothing where it is none.
const SeizureProfile* fitting_profile(std::string_view text) {
  const Table table = first_rows_of(text);
  for (const SeizureProfile& profile : built_in_seizure_profiles()) {
    if (header_row(profile, table)) return &profile;
  }
  return nullptr;
}

}  // namespace

bool is_seizures(std::string_view head) {
  return has_csv_header(head, seizures_columns) || fitting_profile(head) != nullptr;
}

Result<Import> import_seizures(const Document& document, const ImportOptions& options) {
  RECOUP_TRY(text, utf8_text(document));
  const SeizureProfile* fitting = fitting_profile(text);
  const bool by_profile = !options.profile.empty() || fitting != nullptr;
  if (by_profile && !has_csv_header(text, seizures_columns)) {
    return import_by_profile(document, text, fitting, options);
  }
  CsvReader reader(text);
  if (auto header = take_header(reader, seizures_columns); !header) {
    return placed(header.error(), document.name, 1);
  }
  Import import;
  import.format = "seizures";
  import.version = "1";
  std::set<std::string> ids;
  CsvRecord record;
  while (true) {
    auto has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    take_record(record, document.name, ids, import);
  }
  if (reader.blank_lines() > 0) import.notes.push_back(blank_lines_note(reader.blank_lines()));
  for (std::string& note : continuity_notes(import.seizures))
    import.notes.push_back(std::move(note));
  return import;
}

}  // namespace recoup
