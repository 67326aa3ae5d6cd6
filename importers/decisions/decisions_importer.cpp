#include "decisions/decisions_importer.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "csv/reader.hpp"
#include "document_text.hpp"
#include "recoup/base/date.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 13> columns = {"case",
                                                      "decision",
                                                      "account",
                                                      "reference",
                                                      "document",
                                                      "line",
                                                      "other_account",
                                                      "other_reference",
                                                      "other_document",
                                                      "other_line",
                                                      "by",
                                                      "on",
                                                      "why"};

enum DecisionColumn : std::size_t {
  of_case,
  decision,
  account,
  reference,
  document_name,
  line_number,
  other_account,
  other_reference,
  other_document,
  other_line,
  by,
  on,
  why
};

bool is_header(const CsvRecord& record) {
  return !record.fault &&
         std::equal(record.fields.begin(), record.fields.end(), columns.begin(), columns.end(),
                    [](std::string_view a, std::string_view b) { return trimmed(a) == b; });
}

/// One line, its fields without blanks around them.
struct DecisionRow {
  std::array<std::string, columns.size()> fields;
  std::uint64_t line = 0;

  [[nodiscard]] const std::string& at(DecisionColumn column) const { return fields.at(column); }
};

Error missing(DecisionColumn column, const std::string& found, std::string expected) {
  return Error{ErrorCode::malformed,
               quoted(found),
               std::move(expected),
               {"", 0, std::string(columns.at(column))}};
}

bool is_line(const std::string& text) {
  return !text.empty() && text.size() < 19 && std::all_of(text.begin(), text.end(), is_digit) &&
         text.find_first_not_of('0') != std::string::npos;
}

Result<void> check_entry(const DecisionRow& row, DecisionColumn name, DecisionColumn paper,
                         DecisionColumn number) {
  const bool by_place = !row.at(paper).empty() && is_line(row.at(number));
  if (row.at(name).empty() == by_place) return {};
  return missing(name, row.at(name), "a reference, or a document and a line, and not both");
}

bool is_of_accounts(const DecisionRow& row) {
  const bool names_entries = !row.at(reference).empty() || !row.at(document_name).empty() ||
                             !row.at(other_reference).empty() || !row.at(other_document).empty();
  return row.at(decision) == "same" || row.at(decision) == "apart" ||
         (row.at(decision) == "undo" && !names_entries);
}

Result<void> check(const DecisionRow& row) {
  static constexpr std::array<std::string_view, 5> decisions = {"confirm", "reject", "same",
                                                                "apart", "undo"};
  if (std::find(decisions.begin(), decisions.end(), row.at(decision)) == decisions.end()) {
    return missing(decision, row.at(decision), "confirm, reject, same, apart or undo");
  }
  for (const DecisionColumn column : {of_case, account, other_account, by, why}) {
    if (row.at(column).empty()) return missing(column, "", "a text");
  }
  if (!parse_date(row.at(on))) return missing(on, row.at(on), "a day such as 2026-01-05");
  if (is_of_accounts(row)) return {};
  if (auto first = check_entry(row, reference, document_name, line_number); !first) return first;
  return check_entry(row, other_reference, other_document, other_line);
}

/// By what the two are known, so that a later decision on them finds this one.
std::string key_of(const DecisionRow& row) {
  if (is_of_accounts(row)) {
    const auto [first, second] = std::minmax(row.at(account), row.at(other_account));
    return first + " / " + second;
  }
  const auto entry = [&](DecisionColumn of, DecisionColumn name, DecisionColumn paper,
                         DecisionColumn number) {
    return row.at(of) + " " +
           (row.at(name).empty() ? row.at(paper) + ":" + row.at(number) : row.at(name));
  };
  return entry(account, reference, document_name, line_number) + " / " +
         entry(other_account, other_reference, other_document, other_line);
}

void add_facts(const DecisionRow& row, std::uint32_t position, Import& import) {
  const bool of_accounts = is_of_accounts(row);
  const std::string section = of_accounts ? "account_ties" : "transfers";
  const std::string key = key_of(row);
  const auto add = [&](std::string field, std::string value,
                       CaseFact::Kind kind = CaseFact::Kind::text) {
    if (value.empty()) return;
    import.facts.push_back({row.at(of_case), section, key, position, std::move(field), kind,
                            std::move(value), row.line});
  };
  add("id", key);
  if (of_accounts && row.at(decision) == "undo") {
    add("removed", "true", CaseFact::Kind::truth);
  } else if (of_accounts) {
    add("account", row.at(account));
    add("other", row.at(other_account));
    add("same", row.at(decision) == "same" ? "true" : "false", CaseFact::Kind::truth);
  } else {
    add("decision", row.at(decision));
    add("debit_account", row.at(account));
    add("debit_reference", row.at(reference));
    add("debit_document", row.at(document_name));
    add("debit_line", row.at(line_number));
    add("credit_account", row.at(other_account));
    add("credit_reference", row.at(other_reference));
    add("credit_document", row.at(other_document));
    add("credit_line", row.at(other_line));
  }
  add("by", row.at(by));
  add("on", row.at(on));
  add("why", row.at(why));
}

}  // namespace

bool is_decisions(std::string_view head) {
  CsvReader reader(head);
  CsvRecord header;
  const auto read = reader.next(header);
  return read && read.value() && is_header(header);
}

Result<Import> import_decisions(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  CsvReader reader(text);
  CsvRecord record;
  auto has_header = reader.next(record);
  if (!has_header) return std::move(has_header).error();
  if (!has_header.value() || !is_header(record)) {
    return Error{ErrorCode::malformed,
                 "another header",
                 "the columns of a table of decisions",
                 {document.name, 1, ""}};
  }
  Import import;
  import.format = "decisions";
  import.version = "1";
  std::map<std::string, std::uint64_t> lines;
  for (std::uint32_t position = 0;; ++position) {
    RECOUP_TRY(is_there, reader.next(record));
    if (!is_there) return import;
    DecisionRow row;
    row.line = record.line;
    Result<void> checked;
    if (record.fault) {
      checked = *record.fault;
    } else if (record.fields.size() != columns.size()) {
      checked = Error{ErrorCode::malformed,
                      std::to_string(record.fields.size()) + " cells",
                      std::to_string(columns.size()) + ", as in the header",
                      {}};
    } else {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        row.fields.at(i) = std::string(trimmed(record.fields[i]));
      }
      checked = check(row);
    }
    if (checked && !lines.try_emplace(row.at(of_case) + "\n" + key_of(row), row.line).second) {
      checked = Error{ErrorCode::contradiction,
                      "a second decision on these two",
                      "one decision on them in one document",
                      {}};
    }
    if (checked) {
      add_facts(row, position, import);
    } else {
      import.rejections.push_back(
          rejection(std::move(checked).error(), document.name, record.line, record.raw));
    }
  }
}

}  // namespace recoup
