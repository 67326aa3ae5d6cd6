// subject_line.hpp: the columns by which a table says what one subject is to another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"
#include "recoup/records/import.hpp"
#include "recoup/records/subject.hpp"

namespace recoup {

/// The columns that links and intelligence share, in their order.
inline constexpr std::array<std::string_view, 8> subject_columns = {
    "from_kind", "from_number", "from_name", "relation", "to_kind", "to_number", "to_name", "on"};

/// Whether "id" may stand as a kind: the number is then the id of a subject of the case file.
enum class DeclaredIds : std::uint8_t { refused, allowed };

/// Checks the eight cells, which have no blanks around them.
///
///   Shape   A first subject; and a relation with a second one, or neither. A phone and an account
///           need their number, any other subject a number or a name.
///   Errors  malformed, with the column: an unknown kind or relation, a number that is none, a
///           relation in which the two cannot stand, another day than "2025-03-04".
Result<void> check_subject_line(std::span<const std::string, 8> cells, DeclaredIds ids);

/// Adds the cells that are not empty as facts like `pattern`, their fields behind `prefix`.
void add_subject_facts(std::span<const std::string, 8> cells, const std::string& prefix,
                       const CaseFact& pattern, Import& import);

/// Checks the number of a subject, which may have a name in place of it.
///
///   Errors  malformed, in `number_field`.
Result<void> check_subject(SubjectKind kind, std::string_view number, std::string_view name,
                           const std::string& number_field);

}  // namespace recoup
