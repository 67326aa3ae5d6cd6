// type_inference.hpp: the type of an expression as far as its text alone says it.
#pragma once

#include <string>
#include <vector>

#include "ast.hpp"
#include "recoup/feel/type.hpp"

namespace recoup {

/// The type of every value that the tree can have, or nothing where that hangs on more than its
/// text. `types` are those of the variables `names`, empty where none is said.
[[nodiscard]] FeelTypePtr type_of(const FeelNode& node, const std::vector<std::string>& names,
                                  const std::vector<FeelTypePtr>& types);

}  // namespace recoup
