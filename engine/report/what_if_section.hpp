// what_if_section.hpp: how a hypothesis stands beside the figures of a trace.
#pragma once

#include <string>

#include "recoup/report/json_writer.hpp"
#include "recoup/report/trace_report.hpp"

namespace recoup {

/// The member `what_if`, or the section, where the trace was asked for one.
void write_what_if(JsonWriter& json, const TraceContext& context);
[[nodiscard]] std::string what_if_text(const TraceContext& context);

}  // namespace recoup
