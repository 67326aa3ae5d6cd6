// asserted_records.hpp: what a person decided about the movements of a case.
#pragma once

#include "recoup/casework/loaded_case.hpp"

namespace recoup {

/// Ties the reversals that the bank marks, and those that the case file asserts, to their debits,
/// the coordinations that it asserts, and marks the gaps that it accepts. What is tied to nothing
/// is listed as unresolved.
///
/// Errors: contradiction (a reference that stands on several entries).
[[nodiscard]] Result<void> apply_assertions(LoadedCase& loaded);

/// Lists, once the movements are in order, the reversals that are followed as ordinary credits and
/// the coordinations that cannot be followed.
void list_unused_assertions(LoadedCase& loaded);

/// Finds the credits that are interest, by the bank's code and by the case file, once the movements
/// are in order. A record that is of no such credit is listed as unresolved.
///
/// Errors: contradiction (a reference that stands on several entries).
[[nodiscard]] Result<void> name_interest(LoadedCase& loaded);

/// The reversals, coordinations and accepted gaps on which a trace rests, in sentences.
[[nodiscard]] std::vector<std::string> assertions(const LoadedCase& loaded);

}  // namespace recoup
