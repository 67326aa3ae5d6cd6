#include "subjects/links_importer.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "csv/header.hpp"
#include "csv/reader.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "subjects/subject_line.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 11> columns = {
    "case",    "id",        "from_kind", "from_number", "from_name", "relation",
    "to_kind", "to_number", "to_name",   "on",          "basis"};

enum LinksColumn : std::size_t { of_case = 0, id = 1, first_of_line = 2, basis = 10 };

using LinkCells = std::array<std::string, columns.size()>;

std::span<const std::string, 8> line_of(const LinkCells& cells) {
  return std::span(cells).subspan<first_of_line, 8>();
}

Result<void> check(const LinkCells& cells) {
  for (const LinksColumn column : {of_case, id, basis}) {
    if (cells.at(column).empty()) {
      return in_field(columns.at(column), Error{ErrorCode::malformed, "\"\"", "a text", {}});
    }
    auto checked =
        in_field(columns.at(column), check_characters(cells.at(column), LineEnds::refused));
    if (!checked) return checked;
  }
  if (auto checked = check_subject_line(line_of(cells), DeclaredIds::allowed); !checked) {
    return checked;
  }
  if (!cells.at(5).empty()) return {};
  return in_field("relation",
                  Error{ErrorCode::malformed, "\"\"", "what the one is to the other", {}});
}

void add_facts(const LinkCells& cells, std::uint32_t position, std::uint64_t line, Import& import) {
  const CaseFact pattern{cells[of_case],       "links",   cells[id], position, "id",
                         CaseFact::Kind::text, cells[id], line};
  import.facts.push_back(pattern);
  add_subject_facts(line_of(cells), "", pattern, import);
  CaseFact why = pattern;
  why.field = "basis";
  why.value = cells[basis];
  import.facts.push_back(std::move(why));
}

}  // namespace

bool is_links(std::string_view head) { return has_csv_header(head, columns); }

Result<Import> import_links(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  CsvReader reader(text);
  if (auto header = take_header(reader, columns); !header) {
    return placed(header.error(), document.name, 1);
  }
  Import import;
  import.format = "links";
  import.version = "1";
  std::set<std::pair<std::string, std::string>> known;
  CsvRecord record;
  for (std::uint32_t position = 0;; ++position) {
    auto has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    auto fault = fault_of(record, columns.size());
    LinkCells cells;
    if (!fault) {
      std::transform(record.fields.begin(), record.fields.end(), cells.begin(),
                     [](std::string_view field) { return std::string(trimmed(field)); });
      if (auto checked = check(cells); !checked) fault = std::move(checked).error();
    }
    if (!fault && !known.emplace(cells[of_case], cells[id]).second) {
      fault = in_field("id", Error{ErrorCode::contradiction,
                                   quoted(cells[id]) + " for the second time",
                                   "one line for each link of a case",
                                   {}});
    }
    if (fault) {
      import.rejections.push_back(
          rejection(*std::move(fault), document.name, record.line, record.raw));
    } else {
      add_facts(cells, position, record.line, import);
    }
  }
  if (reader.blank_lines() > 0) import.notes.push_back(blank_lines_note(reader.blank_lines()));
  return import;
}

}  // namespace recoup
