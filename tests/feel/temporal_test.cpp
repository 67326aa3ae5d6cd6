// Days, times and durations: what the language makes of them.

#include <gtest/gtest.h>

#include "expect_all.hpp"

namespace recoup {
namespace {

TEST(FeelCalendar, KnowsEveryDayOfTheRange) {
  expect_all({{"date(\"2024-02-29\")", "2024-02-29"},
              {"date(\"2023-02-29\")", "null"},
              {"date(\"1900-02-29\")", "null"},
              {"date(\"2000-02-29\")", "2000-02-29"},
              {"date(\"-0044-03-15\").year", "-44"},
              {"string(date(999999999, 12, 31))", "999999999-12-31"},
              {"date(\"999999999-12-31\") + @\"P1D\"", "null"},
              {"date(1000000000, 1, 1)", "null"},
              {"date(\"2024-03-01\") - date(\"2024-02-01\")", "P29D"},
              {"date(\"0001-01-01\") - date(\"-0001-12-31\")", "P367D"},
              {"@\"2024-12-30\".weekday", "1"},
              {"week of year(@\"2024-12-30\")", "1"},
              {"week of year(@\"2027-01-03\")", "53"},
              {"day of year(@\"2024-12-31\")", "366"},
              {"day of week(@\"2026-11-22\")", "Sunday"},
              {"month of year(@\"2026-11-22\")", "November"}});
}

TEST(FeelCalendar, MonthsAreClippedToTheLastDay) {
  expect_all({{"@\"2024-02-29\" + @\"P1Y\"", "2025-02-28"},
              {"@\"2024-02-29\" + @\"P4Y\"", "2028-02-29"},
              {"@\"2025-01-31\" + @\"P1M\"", "2025-02-28"},
              {"@\"2025-03-31\" - @\"P1M\"", "2025-02-28"},
              {"@\"2024-01-31T10:00:00\" + @\"P1M\"", "2024-02-29T10:00:00"},
              {"years and months duration(@\"2024-02-29\", @\"2025-02-28\")", "P11M"},
              {"years and months duration(@\"2025-02-28\", @\"2024-02-29\")", "-P11M"}});
}

// Clocks went forward on 31 March 2024 at 01:00 and back on 27 October 2024 at 02:00.
TEST(FeelZones, LondonHasSummerTime) {
  expect_all(
      {{"@\"2024-01-15T12:00:00@Europe/London\".time offset", "PT0S"},
       {"@\"2024-07-15T12:00:00@Europe/London\".time offset", "PT1H"},
       {"@\"2024-07-15T12:00:00@Europe/London\" = @\"2024-07-15T11:00:00Z\"", "true"},
       {"@\"2024-03-31T00:30:00@Europe/London\" + @\"PT1H\"", "2024-03-31T02:30:00@Europe/London"},
       {"@\"2024-10-27T00:30:00@Europe/London\" + @\"PT1H\"", "2024-10-27T01:30:00@Europe/London"},
       {"@\"2024-10-27T00:30:00@Europe/London\" + @\"PT2H\"", "2024-10-27T01:30:00@Europe/London"},
       {"@\"2024-10-27T12:00:00@Europe/London\" - @\"2024-10-26T12:00:00@Europe/London\"",
        "P1DT1H"},
       // Where clocks show a time twice the first is meant; a time they skip is an hour on.
       {"@\"2024-10-27T01:30:00@Europe/London\" = @\"2024-10-27T00:30:00Z\"", "true"},
       {"@\"2024-03-31T01:30:00@Europe/London\" = @\"2024-03-31T01:30:00Z\"", "true"},
       // The rules go on: 2824 has the calendar of 2024.
       {"@\"2824-07-15T12:00:00@Europe/London\".time offset", "PT1H"},
       {"@\"2024-07-15T12:00:00@Europe/Nowhere\"", "null"},
       {"@\"2024-07-15T12:00:00@GMT+25\"", "null"}});
}

TEST(FeelTimes, AreEqualToTheSecondAndOrderedToTheNanosecond) {
  expect_all(
      {{"time(\"10:30:00.0001\") = time(\"10:30:00.0002\")", "true"},
       {"time(\"10:30:00.0001\") < time(\"10:30:00.0002\")", "true"},
       {"time(\"10:30:00.0002\") <= time(\"10:30:00.0001\")", "true"},
       {"time(\"10:30:00\") = time(\"10:30:00Z\")", "false"},
       {"time(\"10:30:00\") < time(\"10:30:01Z\")", "null"},
       {"time(\"10:30:00Z\") = time(\"11:30:00+01:00\")", "true"},
       {"is(time(\"10:30:00Z\"), time(\"11:30:00+01:00\"))", "false"},
       {"date and time(\"2024-12-31T24:00:00\")", "2025-01-01T00:00:00"},
       {"time(\"24:00:01\")", "null"},
       {"time(\"23:30:00\") + @\"PT1H\"", "00:30:00"},
       {"time(12, 59, 1.25, @\"-PT1H\")", "12:59:01.25-01:00"},
       {"time(12, 59, 1, @\"PT19H\")", "null"},
       {"date and time(2024, 2, 29, 10, 15, 30.5, @\"PT1H\")", "2024-02-29T10:15:30.5+01:00"},
       {"@\"2024-01-02\" = @\"2024-01-02T00:00:00Z\"", "true"},
       {"@\"2024-01-02\" < @\"2024-01-02T00:00:01Z\"", "true"},
       {"@\"2024-01-02T00:00:00\" - @\"2024-01-01\"", "null"}});
}

TEST(FeelDurations, CountAndAreScaledExactly) {
  expect_all({{"@\"PT36H\"", "P1DT12H"},
              {"@\"P1Y14M\"", "P2Y2M"},
              {"@\"P1Y1D\"", "null"},
              {"@\"PT\"", "null"},
              {"@\"-PT1.5S\"", "-PT1.5S"},
              {"@\"P1Y11M\" * -2.5", "-P4Y9M"},
              {"@\"P10D\" / @\"PT36H\" > 6.66", "true"},
              {"@\"P10D\" / 0", "null"},
              {"@\"P1D\" + @\"P1M\"", "null"},
              {"@\"-P1DT2H\".hours", "-2"},
              {"abs(@\"-P1Y\")", "P1Y"},
              {"max(@\"P1D\", @\"PT25H\")", "P1DT1H"},
              {"@\"P99999999Y\" + @\"P99999999Y\"", "P199999998Y"}});
}

TEST(FeelClock, IsTold) {
  EXPECT_EQ(shown("now()"), "null");
  FeelBudget budget;
  budget.now = FeelDateTime{20'000, 0, FeelZone{0, ""}};
  const Expression today = Expression::parse("today()", FeelScope{}).value();
  EXPECT_EQ(text(today.evaluate({}, budget).value), "2024-10-04");
}

}  // namespace
}  // namespace recoup
