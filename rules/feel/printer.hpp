// printer.hpp: writes a tree back as an expression.
#pragma once

#include <string>

#include "ast.hpp"

namespace recoup {

/// The expression that reads as this tree.
[[nodiscard]] std::string printed(const FeelNode& node);

}  // namespace recoup
