#include "recoup/parameters/table.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/parameters/csv.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 11> columns{
    "parameter", "value", "unit",        "from",        "to",  "governing_date",
    "authority", "uri",   "verified_by", "verified_on", "note"};

Result<Parameter> read_parameter(const CsvRow& row, const std::string& document) {
  const auto place = [&](std::size_t field) {
    return Place{document, row.line, std::string(columns[field])};
  };
  for (const std::size_t needed : {0U, 1U, 2U, 6U}) {
    if (trimmed(row.fields[needed]).empty()) {
      return Error{ErrorCode::malformed, "nothing", "a value", place(needed)};
    }
  }
  const auto from = parse_date(row.fields[3]);
  if (!from) return Error{ErrorCode::malformed, quoted(row.fields[3]), "a date", place(3)};
  std::optional<Date> to;
  if (!row.fields[4].empty()) {
    auto last = parse_date(row.fields[4]);
    if (!last || last.value() < from.value()) {
      return Error{ErrorCode::malformed, quoted(row.fields[4]), "a date not before \"from\"",
                   place(4)};
    }
    to = last.value();
  }
  return Parameter{row.fields[0],  row.fields[1], row.fields[2], from.value(),  to,
                   row.fields[5],  row.fields[6], row.fields[7], row.fields[8], row.fields[9],
                   row.fields[10], row.line};
}

/// The first pair of neighbouring periods that do not join.
Result<void> check_periods(const std::vector<Parameter>& rows, const std::string& document) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Parameter& before = rows[i - 1];
    const Parameter& after = rows[i];
    if (before.name != after.name) continue;
    if (before.to && *before.to + std::chrono::days(1) == after.from) continue;
    return Error{ErrorCode::contradiction,
                 after.name + " from " + iso_text(after.from) + " behind a period " +
                     (before.to ? "to " + iso_text(*before.to) : std::string("without an end")),
                 "periods that join without a gap",
                 {document, after.line, "from"}};
  }
  return {};
}

}  // namespace

Result<ParameterTable> ParameterTable::parse(std::string_view csv, const std::string& document) {
  const std::vector<std::string> header(columns.begin(), columns.end());
  RECOUP_TRY(rows, read_csv(csv, header, document));
  ParameterTable table;
  table.document_ = document;
  for (const CsvRow& row : rows) {
    RECOUP_TRY(parameter, read_parameter(row, document));
    table.rows_.push_back(std::move(parameter));
  }
  std::sort(table.rows_.begin(), table.rows_.end(), [](const Parameter& a, const Parameter& b) {
    return std::tie(a.name, a.from, a.line) < std::tie(b.name, b.from, b.line);
  });
  if (auto joined = check_periods(table.rows_, document); !joined) return joined.error();
  return table;
}

const Parameter* ParameterTable::at(std::string_view name, Date governing) const {
  for (const Parameter& row : rows_) {
    if (row.name == name && row.from <= governing && (!row.to || governing <= *row.to)) return &row;
  }
  return nullptr;
}

}  // namespace recoup
