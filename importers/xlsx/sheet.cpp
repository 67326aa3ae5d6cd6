#include "xlsx/sheet.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/number/int128.hpp"
#include "xlsx/parts.hpp"

namespace recoup {
namespace {

constexpr std::uint32_t rows_max = 1'048'576;
constexpr std::uint32_t columns_max = 16'384;
constexpr std::size_t cells_max = 4'000'000;

struct CellPlace {
  std::uint32_t column = 0;  ///< From 0.
  std::uint32_t row = 0;     ///< From 1.
};

/// "B7" taken apart, or nothing.
std::optional<CellPlace> place_of(std::string_view name) {
  CellPlace place;
  std::size_t at = 0;
  std::uint32_t column = 0;
  while (at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && column <= columns_max) {
    column = column * 26 + static_cast<std::uint32_t>(name[at++] - 'A') + 1;
  }
  const std::size_t letters = at;
  while (at < name.size() && is_digit(name[at]) && place.row <= rows_max) {
    place.row = place.row * 10 + static_cast<std::uint32_t>(name[at++] - '0');
  }
  const bool is_whole = at == name.size() && letters > 0 && at > letters;
  if (!is_whole || column > columns_max || place.row == 0 || place.row > rows_max) {
    return std::nullopt;
  }
  place.column = column - 1;
  return place;
}

/// What stands between the tags of one cell.
struct OpenCell {
  std::uint32_t column = 0;
  std::string type;
  std::optional<std::uint32_t> style;
  std::string value;
  bool has_value = false;
  bool has_formula = false;
};

class SheetReader {
 public:
  explicit SheetReader(const SheetContext& context) : context_(context) {}

  Result<void> take(const XmlEvent& event) {
    if (event.kind == XmlEvent::Kind::text) {
      if (in_inline_) item_.take(event);
      if (in_value_) cell_.value += event.text;
      return {};
    }
    if (!is_spreadsheet(event)) return {};
    if (event.name == "is") {
      in_inline_ = event.kind == XmlEvent::Kind::start;
      if (!in_inline_) {
        cell_.value = item_.finish();
        cell_.has_value = true;
      }
      return {};
    }
    if (in_inline_) {
      item_.take(event);
      return {};
    }
    return event.kind == XmlEvent::Kind::start ? start(event) : end(event);
  }

  Sheet finish() { return std::move(sheet_); }

 private:
  Result<void> start(const XmlEvent& event) {
    if (event.name == "row") return start_row(event);
    if (event.name == "c" && in_row_) return start_cell(event);
    if (event.name == "f") cell_.has_formula = true;
    if (event.name == "v") {
      in_value_ = true;
      cell_.has_value = true;
      cell_.value.clear();
    }
    if (event.name == "mergeCell") {
      sheet_.merged.push_back(attribute(event, "ref").value_or("?"));
    }
    return {};
  }

  Result<void> end(const XmlEvent& event) {
    if (event.name == "v") in_value_ = false;
    if (event.name == "c" && in_row_) return end_cell();
    if (event.name != "row") return {};
    in_row_ = false;
    if (row_.cells.empty()) return {};
    if (row_.is_hidden) ++sheet_.hidden_rows;
    sheet_.rows.push_back(std::exchange(row_, {}));
    return {};
  }

  Result<void> start_row(const XmlEvent& event) {
    const std::uint32_t number = number_of(event, "r").value_or(last_row_ + 1);
    if (number <= last_row_ || number > rows_max) {
      return Error{ErrorCode::contradiction,
                   "row " + std::to_string(number) + " behind row " + std::to_string(last_row_),
                   "rows in their order, at most " + std::to_string(rows_max),
                   {}};
    }
    last_row_ = number;
    row_ = SheetRow{number, is_set(event, "hidden"), {}};
    in_row_ = true;
    next_column_ = 0;
    return {};
  }

  Result<void> start_cell(const XmlEvent& event) {
    cell_ = {};
    cell_.column = next_column_;
    if (const auto name = attribute(event, "r")) {
      const auto place = place_of(*name);
      if (!place || place->row != row_.number || place->column < next_column_) {
        return Error{
            ErrorCode::contradiction,
            "a cell " + quoted(printable(*name)) + " in row " + std::to_string(row_.number),
            "the cells of the row, from left to right",
            {}};
      }
      cell_.column = place->column;
    }
    if (cell_.column >= columns_max) {
      return Error{ErrorCode::out_of_range,
                   "more than " + std::to_string(columns_max) + " columns",
                   "a row of at most as many",
                   {}};
    }
    next_column_ = cell_.column + 1;
    cell_.type = attribute(event, "t").value_or("n");
    cell_.style = number_of(event, "s");
    return {};
  }

  [[nodiscard]] Error fault(std::string found, std::string expected) const {
    return Error{ErrorCode::malformed,
                 std::move(found),
                 std::move(expected),
                 {"", 0, cell_name(cell_.column, row_.number)}};
  }

  Result<void> end_cell() {
    if (!cell_.has_value) return {};
    if (++cells_ > cells_max) {
      return Error{ErrorCode::out_of_range,
                   "more than " + std::to_string(cells_max) + " cells",
                   "a smaller sheet",
                   {}};
    }
    SheetCell cell{cell_.column, SheetCell::Kind::text, {}};
    if (auto read = read_value(cell); !read) return read;
    if (cell.text.empty()) return {};
    if (first_nul(cell.text)) return fault("a NUL", "text without NULs");
    if (cell_.has_formula) ++sheet_.formulas;
    row_.cells.push_back(std::move(cell));
    return {};
  }

  Result<void> read_value(SheetCell& cell) {
    const std::string& type = cell_.type;
    if (type == "s") return read_shared(cell);
    if (type == "n") return read_number(cell);
    if (type == "inlineStr" || type == "str") {
      cell.text = type == "str" ? unescaped_text(cell_.value) : cell_.value;
    } else if (type == "b") {
      if (cell_.value != "0" && cell_.value != "1") return fault(quoted(cell_.value), "0 or 1");
      cell.kind = SheetCell::Kind::truth;
      cell.text = cell_.value == "1" ? "TRUE" : "FALSE";
    } else if (type == "e") {
      cell.kind = SheetCell::Kind::error;
      cell.text = cell_.value;
    } else if (type == "d") {
      cell.kind = SheetCell::Kind::date;
      cell.text = cell_.value;
    } else {
      return fault("a cell of the type " + quoted(printable(type)),
                   "s, n, str, inlineStr, b, e, d");
    }
    return {};
  }

  Result<void> read_shared(SheetCell& cell) const {
    const auto number = parse_int128(trimmed(cell_.value));
    const auto count = static_cast<Int128>(context_.strings->size());
    if (!number || *number < 0 || *number >= count) {
      return fault("shared string " + quoted(cell_.value),
                   "one of the " + std::to_string(context_.strings->size()) + " that there are");
    }
    cell.text = (*context_.strings)[static_cast<std::size_t>(*number)];
    return {};
  }

  Result<void> read_number(SheetCell& cell) {
    if (trimmed(cell_.value).empty()) return {};
    auto number = plain_number(trimmed(cell_.value));
    if (!number) return fault(quoted(cell_.value), "a number");
    cell.kind = SheetCell::Kind::number;
    const CellShape shape = shape_of_cell();
    if (shape != CellShape::number) {
      if (const auto shown = shown_as(shape, number->text)) {
        const bool has_time = number->text.find('.') != std::string::npos;
        if (shape == CellShape::date && has_time) ++sheet_.times_left;
        cell.kind = SheetCell::Kind::date;
        cell.text = *shown;
        return {};
      }
      ++sheet_.lost_dates;
    }
    if (number->is_shortened) ++sheet_.shortened;
    cell.text = std::move(number->text);
    return {};
  }

  [[nodiscard]] std::optional<std::string> shown_as(CellShape shape,
                                                    const std::string& plain) const {
    if (shape == CellShape::date) return day_of_serial(plain, context_.dates);
    const auto time = shape == CellShape::time ? time_of_serial(plain) : std::nullopt;
    return time ? time : moment_of_serial(plain, context_.dates);
  }

  [[nodiscard]] CellShape shape_of_cell() const {
    const std::size_t style = cell_.style.value_or(0);
    return style < context_.shapes->size() ? (*context_.shapes)[style] : CellShape::number;
  }

  const SheetContext& context_;
  Sheet sheet_;
  SheetRow row_;
  OpenCell cell_;
  StringItem item_;
  bool in_row_ = false;
  bool in_value_ = false;
  bool in_inline_ = false;
  std::uint32_t last_row_ = 0;
  std::uint32_t next_column_ = 0;
  std::size_t cells_ = 0;
};

}  // namespace

std::string cell_name(std::uint32_t column, std::uint64_t row) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row);
}

Result<Sheet> read_sheet(std::string_view xml, std::string_view name, const SheetContext& context) {
  SheetReader reader(context);
  auto read = read_xml(xml, [&](const XmlEvent& event) { return reader.take(event); });
  if (!read) return std::move(read).error();
  Sheet sheet = reader.finish();
  sheet.name = name;
  return sheet;
}

}  // namespace recoup
