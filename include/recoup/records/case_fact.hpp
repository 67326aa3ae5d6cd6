// case_fact.hpp: what a case file says, one fact at a time, each with its place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

/// One value of a case file.
///
/// A case file is read as a flat list of facts. `{"accounts": [{"account": "20-11-22 12345678",
/// "holder": "A. Smith"}]}` in the file of case OP-1 becomes two facts: case_id "OP-1", section
/// "accounts", key "20-11-22 12345678", fields "account" and "holder". A value inside a value has
/// its path as field: "benefit.amount", "dates[0]".
///
///   Same   A later file updates a section that is one object, and an entry of "accounts", field by
///          field; an entry of any other list it replaces whole, since what it leaves out there it
///          means to leave out. Other keys stay.
struct CaseFact {
  enum class Kind : std::uint8_t { text, number, truth, none };

  std::string case_id;
  std::string section;
  std::string key;         ///< "" where the section is one object.
  std::uint32_t position;  ///< Place of the entry in its section of the file, from 0.
  std::string field;
  Kind kind = Kind::text;
  std::string value;  ///< Text as it is; a number as written; "true" or "false".
  std::uint64_t line = 0;

  friend bool operator==(const CaseFact&, const CaseFact&) = default;
};

/// Whether a later file updates this entry field by field.
[[nodiscard]] inline bool is_updated_by_field(const CaseFact& fact) {
  return fact.key.empty() || fact.section == "accounts";
}

}  // namespace recoup
