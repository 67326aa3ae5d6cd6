// trace_supplements.hpp: what stands beside the figures of a trace.
#pragma once

#include <string>

#include "recoup/report/json_writer.hpp"
#include "recoup/report/trace_report.hpp"

namespace recoup {

[[nodiscard]] inline std::string currency_code(Currency currency) {
  return std::string(currency.code());
}

/// What a person must know of every figure: what is not yet found, what contradicts, what it rests
/// on.
void write_caveats(JsonWriter& json, const TraceContext& context);
[[nodiscard]] std::string caveats(const TraceContext& context);

/// The figures in both orders of a day, interest that was accrued, and what was attributed to a
/// debit out of an overdraft; each only where there is any, interest where it was asked for.
void write_supplements(JsonWriter& json, const TraceContext& context, const TracedBoth& traced);
[[nodiscard]] std::string supplements(const TraceContext& context, const TracedBoth& traced);

}  // namespace recoup
