// explain.hpp: from the outcome of a decision to sentences.
#pragma once

#include "recoup/dmn/outcome.hpp"
#include "recoup/rules/finding.hpp"

namespace recoup {

/// Fills the finding from the outcome. Its facts and parameters are already there: the figures of
/// the sentences come from them.
void explain(const Outcome& outcome, Finding& finding);

}  // namespace recoup
