// boxed_reader.hpp: reads the boxed expressions of a model.
#pragma once

#include <string>
#include <vector>

#include "element.hpp"
#include "graph.hpp"

namespace recoup {

/// Reads the boxed expression that is one of the children of `parent`; none where there is none.
/// `names` are the variables in scope.
///
/// Errors: malformed, each with its line.
Result<Boxed> read_boxed(const Element& parent, const std::vector<std::string>& names);

/// Reads a function: formal parameters and a body among the children of `element`.
Result<Boxed> read_function(const Element& element, std::vector<std::string> names);

}  // namespace recoup
