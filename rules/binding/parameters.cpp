#include "recoup/rules/parameters.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/parameters/csv.hpp"

namespace recoup {
namespace {

const std::vector<std::string>& columns() {
  static const std::vector<std::string> names = {
      "parameter", "value", "unit",        "from",        "to",  "governing_date",
      "authority", "uri",   "verified_by", "verified_on", "note"};
  return names;
}

/// A number where it reads as one, else a date, else text.
Value value_of(const std::string& text) {
  if (const auto number = Decimal::parse(text)) return Value(number.value().value);
  if (const auto date = parse_date(text)) return Value(date.value());
  return Value(text);
}

Result<DatedFigure> parameter_of(const CsvRow& line) {
  const auto fault = [&](ErrorCode code, std::size_t column, std::string expected) {
    return Error{
        code, quoted(line.fields[column]), std::move(expected), {"", line.line, columns()[column]}};
  };
  DatedFigure parameter;
  parameter.name = line.fields[0];
  parameter.value = value_of(line.fields[1]);
  parameter.unit = line.fields[2];
  const auto from = parse_date(line.fields[3]);
  if (!from) return fault(ErrorCode::malformed, 3, "the first day in force");
  parameter.from = from.value();
  if (!line.fields[4].empty()) {
    const auto to = parse_date(line.fields[4]);
    if (!to || to.value() < from.value()) {
      return fault(ErrorCode::malformed, 4, "the last day in force, or nothing");
    }
    parameter.to = to.value();
  }
  parameter.governing_date = line.fields[5];
  parameter.authority = line.fields[6];
  parameter.uri = line.fields[7];
  parameter.verified_by = line.fields[8];
  parameter.verified_on = line.fields[9];
  parameter.note = line.fields[10];
  if (parameter.name.empty()) return fault(ErrorCode::malformed, 0, "a name");
  if (line.fields[1].empty()) return fault(ErrorCode::malformed, 1, "a value");
  if (parameter.authority.empty()) return fault(ErrorCode::malformed, 6, "an authority");
  return parameter;
}

}  // namespace

Result<void> DatedFigures::add(const std::string& document, std::string_view csv) {
  RECOUP_TRY(rows, read_csv(csv, columns(), document));
  for (const CsvRow& row : rows) {
    auto parameter = parameter_of(row);
    if (!parameter) {
      Error error = std::move(parameter).error();
      error.place.document = document;
      return error;
    }
    parameter.value().document = document;
    parameter.value().line = row.line;
    parameters_.push_back(std::move(parameter).value());
  }
  index();
  return {};
}

Result<void> DatedFigures::check() {
  std::stable_sort(parameters_.begin(), parameters_.end(),
                   [](const DatedFigure& a, const DatedFigure& b) {
                     return a.name != b.name ? a.name < b.name : a.from < b.from;
                   });
  index();
  for (std::size_t i = 1; i < parameters_.size(); ++i) {
    const DatedFigure& before = parameters_[i - 1];
    const DatedFigure& after = parameters_[i];
    if (before.name != after.name) continue;
    if (!before.to || *before.to >= after.from) {
      return Error{ErrorCode::contradiction,
                   quoted(after.name) + " twice on " + iso_text(after.from),
                   "periods that do not overlap",
                   {}};
    }
    if (*before.to + std::chrono::days(1) != after.from) {
      return Error{ErrorCode::contradiction,
                   quoted(after.name) + " without a value after " + iso_text(*before.to),
                   "periods without a gap",
                   {}};
    }
  }
  return {};
}

const DatedFigure* DatedFigures::at(std::string_view name, Date date) const {
  const auto rows = rows_.find(table_name(name));
  if (rows == rows_.end()) return nullptr;
  for (const std::size_t row : rows->second) {
    const DatedFigure& parameter = parameters_[row];
    if (date < parameter.from) continue;
    if (!parameter.to || date <= *parameter.to) return &parameter;
  }
  return nullptr;
}

bool DatedFigures::has(std::string_view name) const { return rows_.contains(table_name(name)); }

void DatedFigures::index() {
  rows_.clear();
  for (std::size_t row = 0; row < parameters_.size(); ++row) {
    rows_[table_name(parameters_[row].name)].push_back(row);
  }
}

std::string table_name(std::string_view parameter) {
  std::string name(parameter);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '.' || c == '_'; }, ' ');
  return name;
}

}  // namespace recoup
