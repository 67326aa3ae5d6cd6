// case_fields.hpp: what the known fields of a case file must look like.
#pragma once

#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/records/case_fact.hpp"

namespace recoup {

/// One entry of a section: its facts, in the order of the file.
struct CaseFileEntry {
  std::string path;  ///< "sources[0]", or "case" where the section is one object.
  std::uint64_t line = 0;
  std::vector<CaseFact> facts;

  /// The fact of the field, or nothing.
  [[nodiscard]] const CaseFact* find(std::string_view field) const;
};

/// Checks money, dates, currencies and yes-or-no values of the sections that we know; other
/// sections and fields may hold anything.
///
/// Errors: malformed, with the line and the path: "sources[0].amount".
Result<void> check_case_entry(std::string_view section, const CaseFileEntry& entry);

}  // namespace recoup
