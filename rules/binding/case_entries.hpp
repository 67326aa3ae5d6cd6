// case_entries.hpp: the entries of a case file, put together again from flat facts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/records/case_fact.hpp"

namespace recoup {

/// One entry of a section.
struct CaseEntry {
  std::string section;
  std::string key;
  std::uint64_t line = 0;
  std::map<std::string, CaseFact> fields;

  /// The text of a field; nothing where the entry does not say, or says null.
  [[nodiscard]] std::optional<std::string> text(const std::string& field) const;
  [[nodiscard]] std::optional<bool> truth(const std::string& field) const;
  /// Errors: malformed, with the line.
  [[nodiscard]] Result<std::optional<Date>> date(const std::string& field) const;
  /// "offences.O1.from": how a fact that is missing is called.
  [[nodiscard]] std::string name_of(const std::string& field) const;
};

/// The entries of a section in the order of the file, without those that were withdrawn.
[[nodiscard]] std::vector<CaseEntry> entries_of(const std::vector<CaseFact>& facts,
                                                const std::string& section);

}  // namespace recoup
