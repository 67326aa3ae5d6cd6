// chain.hpp: statements of one account and currency, held one against the next.
#pragma once

#include <vector>

#include "recoup/completeness/completeness.hpp"

namespace recoup {

/// Makes the grid of `account` out of its statements, which it may prove by their neighbours.
///
/// Requires statements in the order of check_statements.
void chain_statements(AccountCompleteness& account);

}  // namespace recoup
