// range.hpp: the least and the most that the methods with authority give.
#pragma once

#include <string>
#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// What one source may be worth at one node.
struct RangeRow {
  std::uint32_t source = 0;
  Holding::Kind kind = Holding::Kind::account;
  std::string node;
  Money least;
  TracingMethod least_method = TracingMethod::fifo;
  Money most;
  TracingMethod most_method = TracingMethod::fifo;
};

/// The range over `traces` (LIFO has no authority and is left out). A node that a method does not
/// reach counts as nothing there. Of methods that give the same figure the first in the order of
/// `dividing_methods` is named.
///
///   Shape  By source; within one the largest `most` first, ties by node, kind and currency.
[[nodiscard]] std::vector<RangeRow> range_over(const std::vector<Trace>& traces);

}  // namespace recoup
