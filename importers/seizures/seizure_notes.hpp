// seizure_notes.hpp: what a list of seizures shows when its records are held against each other.
#pragma once

#include <string>
#include <vector>

#include "recoup/records/seizure.hpp"

namespace recoup {

/// A value of a column and the line on which it stands.
struct LinedText {
  std::string text;
  std::uint64_t line = 0;
};

/// Values that have the same letters and digits and are not written in the same way: "“U.S.C.” (110
/// times) and “U.S.C” (line 169)". `what` names the values: "descriptions".
[[nodiscard]] std::vector<std::string> spelling_notes(const std::vector<LinedText>& values,
                                                      const std::string& what);

/// Values that are not made as nine in ten of them are: "12COF003054" among "12COFO-000176".
[[nodiscard]] std::vector<std::string> form_notes(const std::vector<LinedText>& values,
                                                  const std::string& what);

/// Records that agree in day, place, kind, quantity and amount: perhaps one seizure twice.
[[nodiscard]] std::vector<std::string> likeness_notes(const std::vector<Seizure>& seizures);

/// What breaks the continuity of exhibits: an exhibit or a seal that two records name, an exhibit
/// without a seal, a seal without an exhibit.
[[nodiscard]] std::vector<std::string> continuity_notes(const std::vector<Seizure>& seizures);

/// "line 4", "lines 4 and 9", "lines 4, 9 and 12"; at most ten of them, "and 3 more" behind.
[[nodiscard]] std::string lines_text(const std::vector<std::uint64_t>& lines);

}  // namespace recoup
