#include "recoup/parameters/csv.hpp"

#include <algorithm>
#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Walks the text once; a field is quoted or plain, never both.
class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& document) : rest_(text), document_(document) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  Result<CsvRow> row() {
    CsvRow row{{}, line_};
    while (true) {
      RECOUP_TRY(field, rest_.starts_with('"') ? quoted_field() : plain_field());
      row.fields.push_back(std::move(field));
      if (!rest_.starts_with(',')) break;
      rest_.remove_prefix(1);
    }
    if (!take_line_end() && !rest_.empty()) {
      return fault("text behind a closing quote", "a comma or the end of the line");
    }
    return row;
  }

 private:
  Result<std::string> plain_field() {
    const std::size_t end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
    const std::string_view field = rest_.substr(0, end);
    if (field.find('"') != std::string_view::npos) {
      return fault(quoted(field), "a field in quotes, or one without any");
    }
    rest_.remove_prefix(end);
    return std::string(field);
  }

  Result<std::string> quoted_field() {
    std::string field;
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') {
        if (!rest_.starts_with('"')) return field;
        rest_.remove_prefix(1);
      }
      if (c == '\n') ++line_;
      field += c;
    }
    return fault("a quote that is never closed", "a closing quote");
  }

  bool take_line_end() {
    if (rest_.starts_with("\r\n")) {
      rest_.remove_prefix(2);
    } else if (rest_.starts_with('\n')) {
      rest_.remove_prefix(1);
    } else {
      return false;
    }
    ++line_;
    return true;
  }

  Error fault(std::string found, std::string expected) const {
    return {ErrorCode::malformed, std::move(found), std::move(expected), {document_, line_, ""}};
  }

  std::string_view rest_;
  const std::string& document_;
  std::uint64_t line_ = 1;
};

std::string joined(const std::vector<std::string>& fields) {
  std::string text;
  for (const std::string& field : fields) text += (text.empty() ? "" : ",") + field;
  return text;
}

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text, const std::vector<std::string>& header,
                                     const std::string& document) {
  if (first_bad_utf8(text)) {
    return Error{ErrorCode::malformed, "bytes that are not UTF-8", "UTF-8", {document, 0, ""}};
  }
  CsvReader reader(text, document);
  std::vector<CsvRow> rows;
  bool header_read = false;
  while (!reader.at_end()) {
    RECOUP_TRY(row, reader.row());
    if (row.fields.size() == 1 && row.fields.front().empty()) continue;
    const Place place{document, row.line, ""};
    if (!header_read) {
      if (row.fields != header) {
        return Error{ErrorCode::malformed, quoted(joined(row.fields), 200), joined(header), place};
      }
      header_read = true;
      continue;
    }
    if (row.fields.size() != header.size()) {
      return Error{ErrorCode::malformed, std::to_string(row.fields.size()) + " fields",
                   std::to_string(header.size()) + " fields", place};
    }
    rows.push_back(std::move(row));
  }
  if (!header_read) {
    return Error{ErrorCode::malformed, "an empty file", joined(header), {document, 0, ""}};
  }
  return rows;
}

Result<void> visit_csv(std::string_view text, const std::string& document,
                       const std::function<Result<void>(const CsvRow&)>& visit) {
  if (first_bad_utf8(text)) {
    return Error{ErrorCode::malformed, "bytes that are not UTF-8", "UTF-8", {document, 0, ""}};
  }
  CsvReader reader(text, document);
  std::size_t width = 0;
  while (!reader.at_end()) {
    RECOUP_TRY(row, reader.row());
    if (row.fields.size() == 1 && row.fields.front().empty() && width != 1) continue;
    if (width == 0) width = row.fields.size();
    if (row.fields.size() != width) {
      return Error{ErrorCode::malformed,
                   std::to_string(row.fields.size()) + " fields",
                   std::to_string(width) + " fields",
                   {document, row.line, ""}};
    }
    if (auto visited = visit(row); !visited) return visited;
  }
  if (width == 0) {
    return Error{ErrorCode::malformed,
                 "an empty file",
                 "a line with the names of columns",
                 {document, 0, ""}};
  }
  return {};
}

}  // namespace recoup
