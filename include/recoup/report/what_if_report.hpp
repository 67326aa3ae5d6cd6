// what_if_report.hpp: figures as they stand beside those of a hypothesis.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// What one source is worth at one node, as it stands and under the hypothesis.
struct WhatIfRow {
  std::uint32_t source = 0;  ///< Row of the sources as they stand.
  Holding::Kind kind = Holding::Kind::account;
  std::string node;
  Money as_it_stands;
  Money what_if;
  Money difference;  ///< By how much the second is more than the first.
};

/// What of one source is anywhere, in one currency.
struct WhatIfTotal {
  std::uint32_t source = 0;
  Money as_it_stands;
  Money what_if;
  Money difference;
};

/// Both runs of one method.
///
///   Shape  `rows` by source; within one the largest as it stands first, then the largest under the
///          hypothesis, ties by node, kind, currency. `totals` by source, then currency.
struct WhatIfFigures {
  TracingMethod method = TracingMethod::fifo;
  std::vector<WhatIfRow> rows;
  std::vector<WhatIfTotal> totals;
};

/// A hypothesis, and what would follow from it. It is no finding.
struct WhatIfAnswer {
  std::vector<std::string> changes;  ///< What is supposed, in sentences.
  std::vector<std::string> notes;    ///< What must be known beside it, in sentences.
  std::vector<WhatIfFigures> figures;
};

}  // namespace recoup
