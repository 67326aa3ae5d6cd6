#include "recoup/rules/fact_dictionary.hpp"

#include "recoup/base/text.hpp"
#include "recoup/parameters/csv.hpp"

namespace recoup {
namespace {

const std::vector<std::string>& columns() {
  static const std::vector<std::string> names = {"name",    "type",   "grain",         "unit",
                                                 "meaning", "source", "may_be_missing"};
  return names;
}

Result<FactEntry> entry_of(const CsvRow& row, const std::string& document) {
  const auto fault = [&](std::size_t column, std::string expected) {
    return Error{ErrorCode::malformed,
                 quoted(row.fields[column]),
                 std::move(expected),
                 {document, row.line, columns()[column]}};
  };
  for (const std::size_t column : {0U, 1U, 2U, 4U, 5U}) {
    if (trimmed(row.fields[column]).empty()) return fault(column, "something");
  }
  const std::string& missing = row.fields[6];
  if (missing != "yes" && missing != "no") return fault(6, "yes or no");
  return FactEntry{row.fields[0], row.fields[1], row.fields[2],   row.fields[3],
                   row.fields[4], row.fields[5], missing == "yes"};
}

}  // namespace

Result<FactDictionary> FactDictionary::read(std::string_view csv, const std::string& document) {
  RECOUP_TRY(rows, read_csv(csv, columns(), document));
  FactDictionary dictionary;
  for (const CsvRow& row : rows) {
    RECOUP_TRY(entry, entry_of(row, document));
    if (dictionary.find(entry.name) != nullptr) {
      return Error{ErrorCode::contradiction,
                   quoted(entry.name),
                   "a name used once",
                   {document, row.line, "name"}};
    }
    dictionary.entries_.push_back(std::move(entry));
  }
  return dictionary;
}

Result<FactDictionary> FactDictionary::of_pack(const FileSet& files) {
  const auto file = files.find("facts.csv");
  if (file == files.end()) return FactDictionary();
  return read(file->second, file->first);
}

const FactEntry* FactDictionary::find(std::string_view name) const {
  for (const FactEntry& entry : entries_) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

}  // namespace recoup
