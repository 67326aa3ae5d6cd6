#include "recoup/clocks/clock_rules.hpp"

#include <gtest/gtest.h>

#include <string>

#include "clock_law.hpp"

namespace recoup {
namespace {

// law.md 0.5, through the rules' own way of counting.
TEST(ClockRules, CountMonthsFromTheDayThatCounts) {
  const struct {
    const char* first;
    int count;
    ClockUnit unit;
    const char* last;
  } table[] = {{"2025-01-10", 6, ClockUnit::months, "2025-07-09"},
               {"2024-08-31", 6, ClockUnit::months, "2025-02-28"},
               {"2024-08-30", 6, ClockUnit::months, "2025-02-28"},
               {"2024-03-01", 6, ClockUnit::months, "2024-08-31"},
               {"2024-11-30", 3, ClockUnit::months, "2025-02-28"},
               {"2025-05-31", 6, ClockUnit::months, "2025-11-30"},
               {"2024-02-29", 2, ClockUnit::years, "2026-02-28"},
               {"2025-03-03", 30, ClockUnit::days, "2025-04-01"},
               {"2025-03-03", 30, ClockUnit::days_after, "2025-04-02"}};
  for (const auto& row : table) {
    EXPECT_EQ(last_day({row.count, row.unit, "", ""}, day(row.first)), day(row.last)) << row.first;
  }
}

TEST(ClockRules, RefuseALengthThatIsNoWholeNumberAboveZero) {
  for (const char* row : {"a,0,hours", "a,-1,hours", "a,1.5,hours", "a,48,weeks", "a,x,days"}) {
    const std::string csv =
        "parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note\n" +
        std::string(row) + ",2020-01-01,,d,POCA,,,,\n";
    EXPECT_FALSE(ClockRules::parse(csv, "c.csv").has_value()) << row;
  }
}

TEST(ClockRules, HaveNoLengthBeforeTheirFirstDay) {
  const ClockRules rules = shipped_rules();
  EXPECT_EQ(rules.length("cash.initial_detention", day("2015-05-31")).error().code,
            ErrorCode::not_found);
  const ClockLength length = rules.length("cash.initial_detention", day("2015-06-01")).value();
  EXPECT_EQ(length.count, 48);
  EXPECT_EQ(length.authority, "POCA 2002 s.295(1)-(1B)");
}

}  // namespace
}  // namespace recoup
