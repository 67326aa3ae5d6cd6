// link_chart.hpp: subjects and what ties them, as a drawing and as the table that says the same.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/report/balance_chart.hpp"
#include "recoup/subjects/network.hpp"

namespace recoup {

/// Draws those of `subjects` that something ties to another of them, or that several cases name.
///
///   Shape   Columns from left to right: persons, companies, vehicles and phones, premises and
///           accounts, cases. Every tie is a line with its words; a dashed one is said by reports
///           alone. A box with a dashed edge is known by a name alone, one with a thick edge is
///           named in several cases. Nothing is left out: the drawing grows.
///   Unit    Whole tenths of a pixel; there is no floating point.
///   Same    Equal networks give equal bytes.
///   Errors  not_found: nothing is tied to anything.
[[nodiscard]] Result<ChartPage> link_chart(const SubjectNetwork& network,
                                           const std::vector<std::size_t>& subjects,
                                           const std::string& title);

}  // namespace recoup
