// cell_region.hpp: which values pass a cell, where the cell is simple enough to say so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

/// The end of an interval: a value that is written out, or the value of a variable.
struct RegionEnd {
  std::string variable;  ///< Empty where `value` is the end.
  Value value;
};

/// The values between two ends; one value alone has it as both ends, closed.
struct RegionInterval {
  std::optional<RegionEnd> low;
  std::optional<RegionEnd> high;
  bool low_closed = false;
  bool high_closed = false;
};

/// The values that pass: those of any interval, and null where `null` says so; or, where `negated`,
/// all others.
struct CellRegion {
  bool any = false;
  bool negated = false;
  bool null = false;
  std::vector<RegionInterval> intervals;
};

/// The region of a cell of the simple subset: "-", values, comparisons, intervals, lists of them
/// and `not(...)`, whose ends are written out or variables; tests of `?` by comparison, joined by
/// `or`.
///
///   Errors  malformed: no cell at all. not_found: a cell beyond that subset; `found` says which
///           part.
[[nodiscard]] Result<CellRegion> cell_region(std::string_view text,
                                             const std::vector<std::string>& names);

}  // namespace recoup
