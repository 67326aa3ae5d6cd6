// declared_legs.hpp: finds the entry of a statement that a case file names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// An entry as a case file names it: by its reference, or by document and line.
struct DeclaredLeg {
  std::string account;
  std::string reference;
  std::string document;
  std::uint64_t line = 0;
  Place place;  ///< Where the case file names it.
};

struct FoundLeg {
  std::optional<LegRow> leg;
  std::string why_not;  ///< Where there is none.
};

/// The entry in the ledger; a line that was merged is the entry that stands for it.
///
/// Errors: contradiction (a reference that stands on several entries).
[[nodiscard]] Result<FoundLeg> find_leg(const LoadedCase& loaded, const DeclaredLeg& declared,
                                        AccountRow account);

/// The number that a field holds; 0 where it holds none.
[[nodiscard]] std::uint64_t line_number(const std::string& text);

/// Where a case file says it.
[[nodiscard]] Place fact_place(const HeldFact& held, const std::string& field);

/// Whether there is a leg and its entry bears this reference; an empty one names none.
[[nodiscard]] bool has_reference(const Ledger& ledger, MaybeLeg leg, std::string_view reference);

}  // namespace recoup
