// Reads a file of rows into columns: once to see what the fields are, once to take them.
#include <algorithm>
#include <limits>

#include "recoup/base/text.hpp"
#include "recoup/casework/import_files.hpp"
#include "recoup/parameters/csv.hpp"
#include "rules_source.hpp"

namespace recoup {
namespace {

using Kind = FactColumn::Kind;

/// What the fields of a column have in common.
struct FieldsSeen {
  std::string name;
  std::optional<Kind> kind;  ///< As the model says; else it is found out.
  bool all_numbers = true;
  bool all_dates = true;
  bool all_truths = true;
  int decimals = 0;
};

/// How many digits stand behind the point, trailing zeros left out; nothing where that is no plain
/// number.
std::optional<int> decimals_in(const std::string& field) {
  if (!Decimal::parse(field)) return std::nullopt;
  const std::size_t point = field.find('.');
  if (field.find_first_of("eE") != std::string::npos) return std::nullopt;
  if (point == std::string::npos) return 0;
  const std::size_t last = field.find_last_not_of('0');
  return static_cast<int>(std::min<std::size_t>(last - point, 1000));
}

void look(FieldsSeen& seen, const std::string& field) {
  if (field.empty() || field == "null") return;
  const auto decimals = decimals_in(field);
  seen.all_numbers = seen.all_numbers && decimals.has_value();
  if (decimals) seen.decimals = std::max(seen.decimals, *decimals);
  seen.all_dates = seen.all_dates && parse_date(field).has_value();
  seen.all_truths = seen.all_truths && (field == "true" || field == "false");
}

Kind kind_of(const FieldsSeen& seen) {
  if (seen.kind) return *seen.kind;
  if (seen.all_numbers) return Kind::number;
  if (seen.all_dates) return Kind::date;
  return seen.all_truths ? Kind::truth : Kind::text;
}

Result<std::vector<FieldsSeen>> columns_of(const CsvRow& header, const std::string& document,
                                           const std::vector<InputType>& inputs) {
  std::vector<FieldsSeen> columns;
  for (const std::string& field : header.fields) {
    FieldsSeen seen{normal_name(field), std::nullopt};
    if (seen.name.empty()) {
      return Error{ErrorCode::malformed, "a column without a name", "the name of an input",
                   Place{document, header.line, ""}};
    }
    for (const InputType& input : inputs) {
      if (input.name != seen.name || input.type.empty() || input.type == "Any") continue;
      seen.kind = input.kind();
      if (!seen.kind) {
        return Error{ErrorCode::usage, "an input of the type " + quoted(input.type),
                     "number, date, boolean or string", Place{document, header.line, seen.name}};
      }
    }
    columns.push_back(std::move(seen));
  }
  return columns;
}

Result<void> add_field(FactColumn& column, const std::string& field, const Place& place) {
  const auto fault = [&](ErrorCode code, const char* expected) {
    return Error{code, quoted(field), expected, place};
  };
  if (field.empty()) return column.add_missing(), Result<void>();
  if (field == "null") return column.add_null(), Result<void>();
  switch (column.kind()) {
    case Kind::number: {
      if (!decimals_in(field)) return fault(ErrorCode::malformed, "a number such as -12.50");
      const auto number = Decimal::parse(field);
      if (!number.value().exact || !column.add(Value(number.value().value))) {
        return fault(ErrorCode::out_of_range, "at most 18 digits with those behind the point");
      }
      return {};
    }
    case Kind::date: {
      const auto date = parse_date(field);
      if (!date) return fault(ErrorCode::malformed, "a day such as 2025-03-04");
      column.add_date(date.value());
      return {};
    }
    case Kind::truth:
      if (field != "true" && field != "false") {
        return fault(ErrorCode::malformed, "true or false");
      }
      column.add_truth(field == "true");
      return {};
    case Kind::text: column.add_text(field); return {};
  }
  return {};
}

}  // namespace

Result<FactColumns> read_fact_rows(const std::string& path, const std::vector<InputType>& inputs) {
  RECOUP_TRY(document, read_document(path));
  std::vector<FieldsSeen> seen;
  auto looked = visit_csv(document.bytes, path, [&](const CsvRow& row) -> Result<void> {
    if (seen.empty()) {
      RECOUP_TRY(columns, columns_of(row, path, inputs));
      seen = std::move(columns);
      return {};
    }
    for (std::size_t i = 0; i < seen.size(); ++i) look(seen[i], row.fields[i]);
    return {};
  });
  if (!looked) return looked.error();
  std::vector<FactColumn> columns;
  for (const FieldsSeen& each : seen) {
    const Kind kind = kind_of(each);
    const int decimals = std::min(each.decimals, FactColumn::decimals_max);
    columns.emplace_back(each.name, kind, kind == Kind::number ? decimals : 0);
  }
  bool header = true;
  auto taken = visit_csv(document.bytes, path, [&](const CsvRow& row) -> Result<void> {
    for (std::size_t i = 0; !header && i < columns.size(); ++i) {
      const Place place{path, row.line, columns[i].name()};
      if (auto added = add_field(columns[i], row.fields[i], place); !added) return added;
    }
    header = false;
    return {};
  });
  if (!taken) return taken.error();
  return FactColumns::of(std::move(columns));
}

}  // namespace recoup
