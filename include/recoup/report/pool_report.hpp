// pool_report.hpp: a pool that is shared, as JSON for programs and as text for people.
#pragma once

#include <string>

#include "recoup/report/trace_report.hpp"
#include "recoup/tracing/pool.hpp"

namespace recoup {

/// Each contributor with what it paid in, its lowest intermediate balance and its share; a share
/// without a source is that of all other money. Then what is left over, and the caveats of a trace.
[[nodiscard]] std::string pool_json(const TraceContext& context, const Pool& pool,
                                    const PoolQuestion& question);
[[nodiscard]] std::string pool_text(const TraceContext& context, const Pool& pool,
                                    const PoolQuestion& question);

}  // namespace recoup
