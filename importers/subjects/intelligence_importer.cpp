#include "subjects/intelligence_importer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "csv/header.hpp"
#include "csv/reader.hpp"
#include "document_text.hpp"
#include "recoup/base/date.hpp"
#include "recoup/base/text.hpp"
#include "recoup/records/intelligence.hpp"
#include "subjects/subject_line.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 18> columns = {
    "agency",      "record",     "received", "source_grade", "information_grade",
    "handling",    "conditions", "case",     "operation",    "from_kind",
    "from_number", "from_name",  "relation", "to_kind",      "to_number",
    "to_name",     "on",         "text"};

enum ReportColumn : std::size_t {
  agency,
  number,
  received,
  source_grade,
  information_grade,
  handling,
  conditions,
  of_case,
  of_operation,
  first_of_line,
  narrative = 17
};

using ReportCells = std::array<std::string, columns.size()>;

std::span<const std::string, 8> line_of(const ReportCells& cells) {
  return std::span(cells).subspan<first_of_line, 8>();
}

Error fault_in(ReportColumn column, std::string_view found, std::string expected) {
  return in_field(columns.at(column),
                  Error{ErrorCode::malformed, quoted(found), std::move(expected), {}});
}

Result<void> check_texts(const ReportCells& cells) {
  for (std::size_t i = 0; i < first_of_line; ++i) {
    auto checked = in_field(columns.at(i), check_characters(cells.at(i), LineEnds::refused));
    if (!checked) return checked;
  }
  auto checked = in_field("text", check_characters(cells[narrative], LineEnds::allowed));
  if (!checked) return checked;
  if (cells[agency].empty() || cells[agency].find(':') != std::string::npos) {
    return fault_in(agency, cells[agency], "the name of who reports, without a colon");
  }
  if (cells[number].empty()) return fault_in(number, "", "the agency's own number of the record");
  if (cells[narrative].empty()) return fault_in(narrative, "", "what the report says");
  return {};
}

Result<void> check_grades(const ReportCells& cells) {
  if (const auto day = in_field("received", parse_date(cells[received])); !day) return day.error();
  const auto source = in_field("source_grade", parse_source_grade(cells[source_grade]));
  if (!source) return source.error();
  const auto information =
      in_field("information_grade", parse_information_grade(cells[information_grade]));
  if (!information) return information.error();
  const auto code = in_field("handling", parse_handling_code(cells[handling]));
  if (!code) return code.error();
  const bool is_restricted = code.value() == HandlingCode::with_conditions;
  if (is_restricted && cells[conditions].empty()) {
    return fault_in(conditions, "", "the conditions of handling code C");
  }
  if (!is_restricted && !cells[conditions].empty()) {
    return fault_in(conditions, cells[conditions], "nothing, under handling code P");
  }
  return {};
}

Result<void> check(const ReportCells& cells) {
  if (auto checked = check_texts(cells); !checked) return checked;
  if (auto checked = check_grades(cells); !checked) return checked;
  return check_subject_line(line_of(cells), DeclaredIds::refused);
}

/// The lines of one record, as far as they were taken.
struct ReportLines {
  ReportCells shared;  ///< Of its first line.
  std::uint64_t first_line = 0;
  std::uint32_t position = 0;
  std::size_t lines = 0;
};

/// Collects records out of lines.
class ReportReader {
 public:
  ReportReader(std::string_view document, Import& import) : document_(document), import_(import) {}

  void take(const CsvRecord& record) {
    auto fault = fault_of(record, columns.size());
    ReportCells cells;
    if (!fault) {
      std::transform(record.fields.begin(), record.fields.end(), cells.begin(),
                     [](std::string_view field) { return std::string(trimmed(field)); });
      if (auto checked = check(cells); !checked) fault = std::move(checked).error();
    }
    if (!fault) fault = take_statement(cells, record.line);
    if (fault) {
      import_.rejections.push_back(
          rejection(*std::move(fault), document_, record.line, record.raw));
    }
  }

 private:
  std::optional<Error> take_statement(const ReportCells& cells, std::uint64_t line) {
    const std::string key = cells[agency] + ": " + cells[number];
    const auto [at, is_new] = records_.try_emplace(key);
    ReportLines& report = at->second;
    if (is_new) {
      report.shared = cells;
      report.first_line = line;
      report.position = static_cast<std::uint32_t>(records_.size() - 1);
    }
    for (std::size_t i = received; i < first_of_line; ++i) {
      if (cells.at(i) == report.shared.at(i)) continue;
      return in_field(columns.at(i),
                      Error{ErrorCode::contradiction,
                            quoted(cells.at(i)),
                            quoted(report.shared.at(i)) + ", as on line " +
                                std::to_string(report.first_line) + " of the same record",
                            {}});
    }
    add_facts(cells, key, report, line);
    return std::nullopt;
  }

  void add_facts(const ReportCells& cells, const std::string& key, ReportLines& report,
                 std::uint64_t line) {
    CaseFact pattern{"", "intelligence", key, report.position, "", CaseFact::Kind::text, "", line};
    const auto add = [&](std::string field, const std::string& value) {
      if (value.empty()) return;
      pattern.field = std::move(field);
      pattern.value = value;
      import_.facts.push_back(pattern);
    };
    for (std::size_t i = 0; report.lines == 0 && i < first_of_line; ++i) {
      add(std::string(columns.at(i)), cells.at(i));
    }
    const std::string prefix = "says[" + std::to_string(report.lines++) + "].";
    add_subject_facts(line_of(cells), prefix, pattern, import_);
    add(prefix + "text", cells[narrative]);
  }

  std::string_view document_;
  Import& import_;
  std::map<std::string, ReportLines> records_;
};

}  // namespace

bool is_intelligence(std::string_view head) { return has_csv_header(head, columns); }

Result<Import> import_intelligence(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  CsvReader reader(text);
  if (auto header = take_header(reader, columns); !header) {
    return placed(header.error(), document.name, 1);
  }
  Import import;
  import.format = "intelligence";
  import.version = "1";
  ReportReader reports(document.name, import);
  CsvRecord record;
  while (true) {
    auto has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    reports.take(record);
  }
  if (reader.blank_lines() > 0) import.notes.push_back(blank_lines_note(reader.blank_lines()));
  return import;
}

}  // namespace recoup
