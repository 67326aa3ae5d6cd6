#include "csv/header.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string count_of(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " column" : " columns");
}

}  // namespace

bool has_csv_header(std::string_view head, std::span<const std::string_view> columns) {
  CsvReader reader(head);
  CsvRecord header;
  const auto read = reader.next(header);
  if (!read || !read.value()) return false;
  const auto shared = std::count_if(columns.begin(), columns.end(), [&](std::string_view column) {
    return std::find(header.fields.begin(), header.fields.end(), column) != header.fields.end();
  });
  return static_cast<std::size_t>(shared) * 2 > columns.size();
}

Result<void> take_header(CsvReader& reader, std::span<const std::string_view> columns) {
  CsvRecord header;
  RECOUP_TRY(has_header, reader.next(header));
  if (!has_header) return Error{ErrorCode::malformed, "no line at all", "a header line", {}};
  if (header.fault) return *header.fault;
  for (std::size_t i = 0; i < columns.size() || i < header.fields.size(); ++i) {
    const std::string place = "header, column " + std::to_string(i + 1);
    if (i >= header.fields.size()) {
      return Error{ErrorCode::malformed,
                   "the end of the header",
                   quoted(columns[i]),
                   {"", header.line, place}};
    }
    if (i >= columns.size()) {
      return Error{ErrorCode::malformed,
                   quoted(header.fields[i]),
                   "the end of the header",
                   {"", header.line, place}};
    }
    if (header.fields[i] != columns[i]) {
      return Error{ErrorCode::malformed,
                   quoted(header.fields[i]),
                   quoted(columns[i]),
                   {"", header.line, place}};
    }
  }
  return {};
}

std::optional<Error> fault_of(const CsvRecord& record, std::size_t columns) {
  if (record.fault) return record.fault;
  if (record.fields.size() == columns) return std::nullopt;
  return Error{ErrorCode::malformed, count_of(record.fields.size()), count_of(columns), {}};
}

std::string blank_lines_note(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " blank line" : " blank lines") + " passed over";
}

}  // namespace recoup
