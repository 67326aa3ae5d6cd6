#include "seizures/totals_importer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "csv/csv_importer.hpp"
#include "csv/header.hpp"
#include "csv/reader.hpp"
#include "document_text.hpp"
#include "profile/amount.hpp"
#include "profile/date_format.hpp"
#include "recoup/base/text.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {
namespace {

constexpr std::size_t columns_min = 2;
constexpr std::size_t rows_tried_max = 5;

template <std::size_t n>
bool speaks_of(std::string_view words, const std::array<std::string_view, n>& stems) {
  const std::string small = ascii_lower(words);
  return std::any_of(stems.begin(), stems.end(),
                     [&](std::string_view stem) { return small.find(stem) != std::string::npos; });
}

bool is_about_seizures(std::string_view words) {
  constexpr std::array<std::string_view, 4> stems = {"seiz", "forfeit", "confiscat", "restrain"};
  return speaks_of(words, stems);
}

/// Whether figures below these words may be added up: counts and sums may, shares may not.
bool adds_up(std::string_view words) {
  constexpr std::array<std::string_view, 9> shares = {"per ",  "percent", "%",    "average", "mean",
                                                      "media", "rate",    "rank", "year"};
  constexpr std::array<std::string_view, 8> counts = {"amount", "value", "total",  "number",
                                                      "count",  "cash",  "return", "disburs"};
  return !speaks_of(words, shares) && (speaks_of(words, counts) || is_about_seizures(words));
}

bool is_day(std::string_view cell) {
  constexpr std::array<const char*, 6> forms = {"yyyy-m-d", "d/m/yyyy",   "m/d/yyyy",
                                                "d.m.yyyy", "d mmm yyyy", "yyyy-mm-dd HH:MI:SS"};
  return std::any_of(forms.begin(), forms.end(), [&](const char* form) {
    return read_date(bare(cell), DateFormat{form}, std::nullopt).has_value();
  });
}

/// A decimal as it is written: "1,234.50" is 123450 with two decimals.
struct TotalsFigure {
  Int128 units = 0;
  std::size_t decimals = 0;
};

std::optional<TotalsFigure> figure_of(std::string_view cell) {
  constexpr std::size_t digits_max = 30;
  std::string_view text = bare(cell);
  for (const std::string_view sign : {"$", "\xC2\xA3", "\xE2\x82\xAC"}) {
    if (text.starts_with(sign)) text = bare(text.substr(sign.size()));
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits;
  std::size_t in_group = 0;
  bool grouped = false;
  for (const char c : text.substr(0, point)) {
    if (c == ',') {
      if (digits.empty() || (grouped ? in_group != 3 : in_group > 3)) return std::nullopt;
      grouped = true;
      in_group = 0;
      continue;
    }
    if (!is_digit(c) && !(c == '-' && digits.empty())) return std::nullopt;
    digits += c;
    ++in_group;
  }
  if (grouped && in_group != 3) return std::nullopt;
  const std::string_view decimals = text.substr(std::min(point + 1, text.size()));
  if (!std::all_of(decimals.begin(), decimals.end(), is_digit)) return std::nullopt;
  if (point < text.size() && decimals.empty()) return std::nullopt;
  digits += decimals;
  if (digits.size() > digits_max) return std::nullopt;
  const auto units = parse_int128(digits);
  if (!units) return std::nullopt;
  return TotalsFigure{*units, decimals.size()};
}

std::optional<Int128> scaled(Int128 units, std::size_t by) {
  std::optional<Int128> value = units;
  for (std::size_t i = 0; i < by && value; ++i) value = checked_multiply(*value, 10);
  return value;
}

std::optional<TotalsFigure> plus(const TotalsFigure& one, const TotalsFigure& other) {
  const std::size_t decimals = std::max(one.decimals, other.decimals);
  const auto a = scaled(one.units, decimals - one.decimals);
  const auto b = scaled(other.units, decimals - other.decimals);
  const auto sum = a && b ? checked_add(*a, *b) : std::nullopt;
  if (!sum) return std::nullopt;
  return TotalsFigure{*sum, decimals};
}

std::string plain(const TotalsFigure& figure) {
  const bool negative = figure.units < 0;
  std::string digits = text(negative ? -figure.units : figure.units);
  if (digits.size() <= figure.decimals) digits.insert(0, figure.decimals + 1 - digits.size(), '0');
  if (figure.decimals > 0) digits.insert(digits.size() - figure.decimals, ".");
  return (negative ? "-" : "") + digits;
}

bool same(const TotalsFigure& one, const TotalsFigure& other) {
  const std::size_t decimals = std::max(one.decimals, other.decimals);
  const auto a = scaled(one.units, decimals - one.decimals);
  const auto b = scaled(other.units, decimals - other.decimals);
  return a && b && *a == *b;
}

/// One column whose figures are added up.
struct TotalsColumn {
  std::size_t index = 0;
  std::string words;
  TotalsFigure sum;
  std::size_t figures = 0;
  bool too_large = false;
};

/// Holds the rows back and adds up their columns.
class TotalsReader {
 public:
  TotalsReader(const Document& document, const CsvRecord& header) : document_(document) {
    import_.format = "totals";
    import_.version = "1";
    width_ = header.fields.size();
    what_ = bare(header.fields.front());
    std::string rest;
    for (std::size_t i = 1; i < header.fields.size(); ++i) {
      const std::string words(bare(header.fields[i]));
      if (adds_up(words)) {
        columns_.push_back({i, words, {}, 0, false});
      } else {
        rest += (rest.empty() ? "" : ", ") + quoted(words);
      }
    }
    rest_ = printable(rest);
  }

  void take(const CsvRecord& record) {
    auto fault = fault_of(record, width_);
    std::vector<std::optional<TotalsFigure>> figures;
    for (const TotalsColumn& column : columns_) {
      if (fault) break;
      const std::string_view cell = bare(record.fields[column.index]);
      figures.push_back(figure_of(cell));
      if (!cell.empty() && !figures.back()) {
        fault =
            in_field(column.words,
                     Error{ErrorCode::malformed, quoted(cell), "a whole or decimal number", {}});
      }
    }
    if (fault) {
      import_.rejections.push_back(
          rejection(*std::move(fault), document_.name, record.line, record.raw));
      return;
    }
    constexpr std::array<std::string_view, 2> sums = {"total", "all "};
    const std::string_view name = bare(record.fields.front());
    if (rows_ > 0 && speaks_of(name.substr(0, 12), sums)) {
      compare(record, figures);
    } else {
      add(figures);
    }
    import_.held_back.push_back({"a total by " + printable(quoted(what_)) + ", and no seizure",
                                 record.line, std::string(record.raw)});
  }

  Import done() {
    import_.notes.push_back(
        "a table of totals by " + printable(quoted(what_)) + ", " + std::to_string(rows_) +
        (rows_ == 1 ? " row" : " rows") +
        ": totals are no seizures, so nothing is booked and each row is held back");
    for (const TotalsColumn& column : columns_) {
      import_.notes.push_back(printable(quoted(column.words)) + ": " +
                              std::to_string(column.figures) + " figures, " +
                              (column.too_large ? "which are too large to be added up"
                                                : plain(column.sum) + " together"));
    }
    if (!rest_.empty()) import_.notes.push_back("not added up: " + rest_);
    return std::move(import_);
  }

 private:
  void add(const std::vector<std::optional<TotalsFigure>>& figures) {
    ++rows_;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!figures[i]) continue;
      ++columns_[i].figures;
      const auto sum = plus(columns_[i].sum, *figures[i]);
      columns_[i].too_large = columns_[i].too_large || !sum;
      if (sum) columns_[i].sum = *sum;
    }
  }

  void compare(const CsvRecord& record, const std::vector<std::optional<TotalsFigure>>& figures) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!figures[i]) continue;
      import_.totals.push_back(
          {columns_[i].words + " of all rows", plain(*figures[i]), plain(columns_[i].sum),
           !columns_[i].too_large && same(*figures[i], columns_[i].sum), record.line});
    }
  }

  const Document& document_;
  Import import_;
  std::size_t width_ = 0;
  std::string what_;
  std::string rest_;
  std::vector<TotalsColumn> columns_;
  std::size_t rows_ = 0;
};

bool is_header_of_totals(const CsvRecord& header) {
  const auto& cells = header.fields;
  const bool fits = !header.fault && cells.size() >= columns_min && !figure_of(cells.front());
  return fits && std::any_of(cells.begin() + 1, cells.end(), is_about_seizures) &&
         std::any_of(cells.begin() + 1, cells.end(), adds_up);
}

}  // namespace

bool is_totals(std::string_view head) {
  CsvReader reader(head);
  CsvRecord record;
  const auto has_header = reader.next(record);
  if (!has_header || !has_header.value() || !is_header_of_totals(record)) return false;
  const std::size_t width = record.fields.size();
  std::vector<std::size_t> summed;
  for (std::size_t i = 1; i < width; ++i) {
    if (adds_up(record.fields[i])) summed.push_back(i);
  }
  std::size_t rows = 0;
  while (rows < rows_tried_max) {
    const auto has_row = reader.next(record);
    if (!has_row || !has_row.value()) break;
    if (record.fault || record.fields.size() != width) return false;
    if (std::any_of(record.fields.begin(), record.fields.end(), is_day)) return false;
    const bool counts = std::any_of(summed.begin(), summed.end(), [&](std::size_t i) {
      return figure_of(record.fields[i]).has_value();
    });
    if (!counts) return false;
    ++rows;
  }
  return rows > 0;
}

Result<Import> import_totals(const Document& document, const ImportOptions& options) {
  // Who names a layout knows better than the look of the table.
  if (!options.profile.empty()) return import_csv(document, options);
  RECOUP_TRY(text, utf8_text(document));
  CsvReader reader(text);
  CsvRecord record;
  auto has_record = reader.next(record);
  if (!has_record) return placed(has_record.error(), document.name);
  if (!has_record.value() || !is_header_of_totals(record)) {
    return Error{ErrorCode::malformed,
                 "no header of totals",
                 "a line of words, some of them about seizures or forfeitures",
                 {document.name, 1, "header"}};
  }
  TotalsReader totals(document, record);
  while (true) {
    has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    totals.take(record);
  }
  Import import = totals.done();
  if (reader.blank_lines() > 0) import.notes.push_back(blank_lines_note(reader.blank_lines()));
  return import;
}

}  // namespace recoup
