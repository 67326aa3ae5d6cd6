// stopping_acts.hpp: which act, and whose, stops a clock.
#pragma once

#include <string>
#include <string_view>

#include "recoup/clocks/deadlines.hpp"
#include "recoup/records/seizure.hpp"

namespace recoup {

/// The act that stops a clock of this kind, and who does it; `rule_id` begins with the chapter.
[[nodiscard]] std::string stopping_act(DeadlineKind kind, std::string_view rule_id);

/// The section by which an application for forfeiture keeps property of a chapter.
[[nodiscard]] std::string_view keeping_section(SeizureKind kind);

}  // namespace recoup
