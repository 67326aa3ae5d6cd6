#include "profile/columns.hpp"

#include <algorithm>

#include "profile/amount.hpp"
#include "profile/date_format.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::string_view currency_place = "{currency}";

std::size_t filled(const std::vector<std::string>& cells) {
  std::size_t count = cells.size();
  while (count > 0 && bare(cells[count - 1]).empty()) --count;
  return count;
}

/// Whether the two are the same words, in capitals or small letters.
bool same_letters(std::string_view one, std::string_view other) {
  return one.size() == other.size() && (one == other || ascii_lower(one) == ascii_lower(other));
}

/// Whether `cell` is `wanted`, in which `{currency}` is any code of three capitals, the same in the
/// whole line.
bool same_words(std::string_view cell, std::string_view wanted, std::string& currency) {
  const std::size_t at = wanted.find(currency_place);
  if (at == std::string_view::npos) return same_letters(cell, wanted);
  const std::string_view before = wanted.substr(0, at);
  const std::string_view behind = wanted.substr(at + currency_place.size());
  if (cell.size() != before.size() + 3 + behind.size()) return false;
  if (!same_letters(cell.substr(0, before.size()), before)) return false;
  if (!same_letters(cell.substr(before.size() + 3), behind)) return false;
  const std::string_view code = cell.substr(before.size(), 3);
  if (!Currency::parse(code)) return false;
  if (!currency.empty() && currency != code) return false;
  currency = code;
  return true;
}

/// How many cells of the line are not those of the header; none where it is the header.
std::size_t difference(const std::vector<std::string>& line, const std::vector<std::string>& header,
                       std::string& currency, std::string& why) {
  const std::size_t cells = filled(line);
  const std::size_t wanted = filled(header);
  std::size_t differ = 0;
  for (std::size_t i = 0; i < std::max(cells, wanted); ++i) {
    const std::string_view found = i < cells ? bare(line[i]) : std::string_view();
    const std::string_view expected = i < wanted ? bare(header[i]) : std::string_view();
    if (i < cells && i < wanted && same_words(found, expected, currency)) continue;
    if (++differ > 1) continue;
    why = "column " + std::to_string(i + 1) + " of the header is " +
          (i < cells ? quoted(found) : "missing") + " and not " +
          (i < wanted ? quoted(expected) : "the end of the line");
  }
  return differ;
}

/// So many rows may stand before a header that is known by so many words.
constexpr std::size_t rows_before_max = 40;
constexpr std::size_t sure_words = 3;

/// The line as the header, where it is that word for word.
std::optional<TableHeader> exact_header(const std::vector<std::string>& cells,
                                        const std::vector<std::string>& header) {
  TableHeader found;
  const std::size_t wanted = filled(header);
  if (filled(cells) != wanted) return std::nullopt;
  for (std::size_t i = 0; i < wanted; ++i) {
    if (!same_words(bare(cells[i]), bare(header[i]), found.currency)) return std::nullopt;
  }
  found.columns_min = wanted;
  found.columns_max = std::max(header.size(), cells.size());
  found.words = header;
  return found;
}

/// The line as a header that has each of the words once, wherever; `why` says which it lacks.
std::optional<TableHeader> header_among(const std::vector<std::string>& cells,
                                        const std::vector<std::string>& header, std::string& why) {
  TableHeader found;
  for (const std::string& cell : cells) found.words.emplace_back(bare(cell));
  for (const std::string& wanted : header) {
    std::size_t times = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!same_words(bare(cells[i]), wanted, found.currency)) continue;
      found.words[i] = wanted;
      ++times;
    }
    if (times == 1) continue;
    why =
        (times == 0 ? "no column is called " : "more than one column is called ") + quoted(wanted);
    return std::nullopt;
  }
  found.columns_min = filled(cells);
  found.columns_max = cells.size();
  return found;
}

/// Whether the row may be an entry: what stands behind it has no right to be the first header.
bool may_be_entry(const Profile& profile, const TableRow& row) {
  return filled(row.cells) >= sure_words &&
         std::any_of(row.cells.begin(), row.cells.end(), [&](const std::string& cell) {
           return std::any_of(profile.dates.begin(), profile.dates.end(), [&](const auto& format) {
             return read_date(bare(cell), format, profile.year.value_or(2000)).has_value();
           });
         });
}

/// How far the line is from the header, in hundredths of its cells, where that is nearer than what
/// is known.
void note_distance(const std::vector<std::string>& cells, const std::vector<std::string>& header,
                   NoHeader& missing) {
  std::string why;
  std::string currency;
  const std::size_t differ = difference(cells, header, currency, why);
  const std::size_t widest = std::max<std::size_t>(1, std::max(header.size(), cells.size()));
  const std::size_t far = differ * 100 / widest;
  if (far < missing.distance) missing = {std::move(why), far};
}

std::optional<TableHeader> find_words(const Profile& profile, const Table& table,
                                      NoHeader& missing) {
  const bool among = profile.header == Profile::Header::among;
  missing = {"there is no line in it", 1000};
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const bool far = row > profile.preamble_max;
    const TableRow& before = table.rows[row == 0 ? 0 : row - 1];
    if (row > profile.preamble_max + rows_before_max || (far && may_be_entry(profile, before))) {
      break;
    }
    for (const std::vector<std::string>& header : profile.headers) {
      if (far && header.size() < sure_words) continue;
      std::string why;
      const std::vector<std::string>& cells = table.rows[row].cells;
      auto found = among ? header_among(cells, header, why) : exact_header(cells, header);
      if (found) {
        found->row = row;
        found->first = row + 1;
        return found;
      }
      if (far) continue;
      if (!among) note_distance(cells, header, missing);
      if (among && missing.distance > 500) missing = {std::move(why), 500};
    }
  }
  return std::nullopt;
}

/// What a value of a condition stands for: `{Words}` is the cell below these words of the header.
std::string_view value_in(std::string_view value, const TableRow& row, const TableHeader& header) {
  if (!value.starts_with('{') || !value.ends_with('}')) return value;
  const std::string words(value.substr(1, value.size() - 2));
  const auto at = std::find(header.words.begin(), header.words.end(), words);
  if (at == header.words.end()) return value;
  const auto index = static_cast<std::size_t>(at - header.words.begin());
  return index < row.cells.size() ? bare(row.cells[index]) : std::string_view();
}

}  // namespace

std::optional<TableHeader> find_header(const Profile& profile, const Table& table,
                                       NoHeader& missing) {
  const bool by_words =
      profile.header == Profile::Header::exact || profile.header == Profile::Header::among;
  if (by_words) return find_words(profile, table, missing);
  TableHeader found;
  const bool has_line = profile.header == Profile::Header::unknown;
  const std::uint64_t first = profile.first_row > 0 ? profile.first_row : (has_line ? 2 : 1);
  while (found.first < table.rows.size() && table.rows[found.first].line < first) ++found.first;
  missing = {"it has no line " + std::to_string(first), 1000};
  if (found.first >= table.rows.size()) return std::nullopt;
  if (has_line && found.first > 0) found.row = found.first - 1;
  found.columns_min = profile.columns;
  found.columns_max = profile.columns;
  const std::size_t cells = table.rows[found.first].cells.size();
  const bool too_many = filled(table.rows[found.first].cells) > profile.columns;
  if (too_many || (table.sheet.empty() && cells < profile.columns)) {
    missing = {"line " + std::to_string(table.rows[found.first].line) + " has " +
                   std::to_string(cells) + " columns and not " + std::to_string(profile.columns),
               90};
    return std::nullopt;
  }
  return found;
}

std::optional<std::size_t> find_column(const ProfileColumn& column, const TableHeader& header) {
  if (column.number > 0) return column.number - 1;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < header.words.size(); ++i) {
    if (!same_letters(header.words[i], column.name)) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

std::size_t column_index(const ProfileColumn& column, const TableHeader& header) {
  const auto index = find_column(column, header);
  RECOUP_CHECK(index.has_value());
  return *index;
}

std::string column_name(const ProfileColumn& column) {
  return column.number > 0 ? "column " + std::to_string(column.number) : column.name;
}

std::string_view cell_of(const TableRow& row, const ProfileColumn& column,
                         const TableHeader& header) {
  const std::size_t index = column_index(column, header);
  return index < row.cells.size() ? std::string_view(row.cells[index]) : std::string_view();
}

bool matches(const ProfileCondition& condition, const TableRow& row, const TableHeader& header) {
  using Kind = ProfileCondition::Kind;
  const std::string_view cell = bare(cell_of(row, condition.column, header));
  const bool any =
      std::any_of(condition.values.begin(), condition.values.end(), [&](const std::string& value) {
        const std::string_view wanted = value_in(value, row, header);
        return condition.kind == Kind::begins ? cell.starts_with(wanted) : cell == wanted;
      });
  return condition.kind == Kind::differs ? !any : any;
}

}  // namespace recoup
