#include "case_entries.hpp"

#include <algorithm>

namespace recoup {

std::optional<std::string> CaseEntry::text(const std::string& field) const {
  const auto found = fields.find(field);
  if (found == fields.end() || found->second.kind == CaseFact::Kind::none) return std::nullopt;
  return found->second.value;
}

std::optional<bool> CaseEntry::truth(const std::string& field) const {
  const auto found = fields.find(field);
  if (found == fields.end() || found->second.kind != CaseFact::Kind::truth) return std::nullopt;
  return found->second.value == "true";
}

Result<std::optional<Date>> CaseEntry::date(const std::string& field) const {
  const auto written = text(field);
  if (!written) return std::optional<Date>();
  const auto date = parse_date(*written);
  if (date) return std::optional<Date>(date.value());
  Error error = date.error();
  error.place = {"", fields.at(field).line, name_of(field)};
  return error;
}

std::string CaseEntry::name_of(const std::string& field) const {
  return section + (key.empty() ? "" : "." + key) + "." + field;
}

std::vector<CaseEntry> entries_of(const std::vector<CaseFact>& facts, const std::string& section) {
  std::vector<CaseEntry> entries;
  for (const CaseFact& fact : facts) {
    if (fact.section != section) continue;
    auto entry = std::find_if(entries.begin(), entries.end(),
                              [&](const CaseEntry& one) { return one.key == fact.key; });
    if (entry == entries.end()) {
      entries.push_back({section, fact.key, fact.line, {}});
      entry = entries.end() - 1;
    }
    entry->fields[fact.field] = fact;
  }
  std::erase_if(entries,
                [](const CaseEntry& entry) { return entry.truth("removed").value_or(false); });
  return entries;
}

}  // namespace recoup
