#include "recoup/feel/cell_region.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

const std::vector<std::string> names = {"limit", "least"};

CellRegion region(const std::string& cell) { return cell_region(cell, names).value(); }

TEST(CellRegion, ReadsTheSimpleSubset) {
  EXPECT_TRUE(region("-").any);
  EXPECT_TRUE(region("null").null);
  const CellRegion above = region(">= limit");
  ASSERT_EQ(above.intervals.size(), 1U);
  EXPECT_EQ(above.intervals[0].low->variable, "limit");
  EXPECT_TRUE(above.intervals[0].low_closed);
  EXPECT_FALSE(above.intervals[0].high);
  const CellRegion listed = region("not(\"a\", [1..limit))");
  EXPECT_TRUE(listed.negated);
  ASSERT_EQ(listed.intervals.size(), 2U);
  EXPECT_EQ(text(listed.intervals[0].low->value), "a");
  EXPECT_TRUE(listed.intervals[1].low_closed);
  EXPECT_FALSE(listed.intervals[1].high_closed);
  EXPECT_EQ(region("? < 1 or ? in (3, > limit)").intervals.size(), 3U);
  EXPECT_EQ(text(region("-5").intervals[0].low->value), "-5");
  EXPECT_EQ(text(region("date(\"2024-01-31\")").intervals[0].low->value), "2024-01-31");
}

TEST(CellRegion, SaysWhatLiesBeyondIt) {
  for (const char* cell : {"> limit + 1", "? >= limit or least >= limit", "? = null or ? != null",
                           "starts with(?, \"a\")", "? * 2 > limit"}) {
    const auto read = cell_region(cell, names);
    ASSERT_FALSE(read.has_value()) << cell;
    EXPECT_EQ(read.error().code, ErrorCode::not_found) << cell;
  }
  EXPECT_EQ(cell_region("> (", names).error().code, ErrorCode::malformed);
}

}  // namespace
}  // namespace recoup
