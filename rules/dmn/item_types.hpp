// item_types.hpp: the types that a model defines.
#pragma once

#include <string>
#include <vector>

#include "element.hpp"
#include "recoup/feel/type.hpp"

namespace recoup {

/// Adds the item definitions among the children of `definitions` to the types, which hold those of
/// the language and of imported models already. Each may name others, in any order.
///
/// Errors: malformed (allowed values that are no tests), contradiction (types within each other).
Result<void> add_item_types(const Element& definitions, FeelTypes& types);

/// The names of all members of the types.
[[nodiscard]] std::vector<std::string> member_names(const Element& definitions);

}  // namespace recoup
