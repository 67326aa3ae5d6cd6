#include "recoup/clocks/calendar.hpp"

#include <gtest/gtest.h>

#include <string>

#include "clock_law.hpp"

namespace recoup {
namespace {

const std::string head = "date,name,region,authority,uri,note\n";

// law.md 0.6: Good Friday of the four years, and dates far apart for the rule itself.
TEST(Calendar, EasterFallsWhereTheTablesPutIt) {
  const struct {
    int year;
    const char* sunday;
  } table[] = {{2024, "2024-03-31"}, {2025, "2025-04-20"}, {2026, "2026-04-05"},
               {2027, "2027-03-28"}, {1818, "1818-03-22"}, {1886, "1886-04-25"},
               {1943, "1943-04-25"}, {1954, "1954-04-18"}, {1981, "1981-04-19"},
               {2000, "2000-04-23"}, {2008, "2008-03-23"}, {2038, "2038-04-25"},
               {2049, "2049-04-18"}, {2076, "2076-04-19"}};
  for (const auto& row : table) EXPECT_EQ(iso_text(easter_sunday(row.year)), row.sunday);
}

TEST(Calendar, HoldsEveryBankHolidayOfItsFourYears) {
  const Calendar calendar = shipped_calendar();
  const char* weekdays[] = {"2024-01-01", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
                            "2024-12-26", "2025-01-01", "2025-04-21", "2025-05-05", "2025-05-26",
                            "2025-08-25", "2025-12-26", "2026-01-01", "2026-04-06", "2026-05-04",
                            "2026-05-25", "2026-08-31", "2026-12-28", "2027-01-01", "2027-03-29",
                            "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"};
  for (const char* date : weekdays) EXPECT_EQ(calendar.pause(day(date)), "bank holiday") << date;
  EXPECT_EQ(calendar.pause(day("2026-04-03")), "Good Friday");
  EXPECT_EQ(calendar.pause(day("2025-12-25")), "Christmas Day");
  EXPECT_EQ(calendar.pause(day("2027-12-25")), "Sat");
  EXPECT_EQ(calendar.pause(day("2025-03-04")), "");
}

TEST(Calendar, ExcludesChristmasDayAndGoodFridayWithoutARow) {
  const auto calendar =
      Calendar::parse(head + "2026-01-01,New Year's Day,ew,a,u,\n", "c.csv").value();
  EXPECT_EQ(calendar.pause(day("2026-04-03")), "Good Friday");
  EXPECT_EQ(calendar.pause(day("2026-12-25")), "Christmas Day");
}

TEST(Calendar, CoversTheYearsWithRowsAndNoOthers) {
  const Calendar calendar = shipped_calendar();
  EXPECT_FALSE(calendar.covers(day("2023-12-31")));
  EXPECT_TRUE(calendar.covers(day("2024-01-01")));
  EXPECT_TRUE(calendar.covers(day("2027-12-31")));
  EXPECT_FALSE(calendar.covers(day("2028-01-01")));
}

TEST(Calendar, RefusesAMovedGoodFridayAMissingYearAndASecondRegion) {
  for (const char* rows : {"", "2026-04-10,Good Friday,ew,a,u,\n", "2026-02-30,X,ew,a,u,\n",
                           "2024-01-01,X,ew,a,u,\n2026-01-01,X,ew,a,u,\n",
                           "2024-01-01,X,ew,a,u,\n2024-01-02,X,scotland,a,u,\n"}) {
    EXPECT_FALSE(Calendar::parse(head + rows, "c.csv").has_value()) << rows;
  }
}

TEST(Calendar, CountsTheWorkingDaysThatAreLeft) {
  const Calendar calendar = shipped_calendar();
  const auto left = [&](const char* as_at, const char* expiry) {
    return working_days_left(calendar, at(as_at).civil(), at(expiry).civil());
  };
  EXPECT_EQ(left("2025-03-07T16:00", "2025-03-11T16:00"), (WorkingDays{2, false}));
  EXPECT_EQ(left("2025-05-03T10:00", "2025-05-08T00:00"), (WorkingDays{2, false}));
  EXPECT_EQ(left("2025-05-07T10:00", "2025-05-08T00:00"), (WorkingDays{0, false}));
  EXPECT_EQ(left("2025-05-09T10:00", "2025-05-08T00:00"), (WorkingDays{0, false}));
  EXPECT_EQ(left("2027-12-29T10:00", "2028-06-01T00:00"), (WorkingDays{2, true}));
  EXPECT_EQ(left("2028-01-04T10:00", "2028-06-01T00:00"), std::nullopt);
}

}  // namespace
}  // namespace recoup
