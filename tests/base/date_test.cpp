#include "recoup/base/date.hpp"

#include <gtest/gtest.h>

#include <string>

namespace recoup {
namespace {

Date day(const std::string& text) { return parse_date(text).value(); }

TEST(Date, RefusesDaysThatTheCalendarDoesNotHave) {
  for (const char* text :
       {"2025-02-30", "2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-1-01",
        "25-01-01", "2025/01/01", "2025-01-01x", "", "0000-01-01"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
  EXPECT_EQ(iso_text(day("2024-02-29")), "2024-02-29");
}

// law.md 0.5, table of period ends.
TEST(Date, PeriodsOfMonthsEndAsTheLawCounts) {
  const struct {
    const char* first;
    int months;
    const char* last;
  } table[] = {{"2025-01-10", 6, "2025-07-09"}, {"2024-08-31", 6, "2025-02-28"},
               {"2024-08-30", 6, "2025-02-28"}, {"2024-03-01", 6, "2024-08-31"},
               {"2024-11-30", 3, "2025-02-28"}, {"2025-05-31", 6, "2025-11-30"},
               {"2024-02-29", 24, "2026-02-28"}};
  for (const auto& row : table) {
    EXPECT_EQ(iso_text(period_end(day(row.first), row.months)), row.last) << row.first;
  }
}

TEST(Date, PeriodsOfDaysCountTheFirstDay) {
  EXPECT_EQ(iso_text(period_end_days(day("2025-03-03"), 30)), "2025-04-01");
}

TEST(BookingTime, PrintsWhatItRead) {
  for (const char* text :
       {"2025-03-04", "2025-03-04T09:15:00", "2025-03-04T09:15:00.25", "2025-03-04T09:15:00Z",
        "2025-03-04T09:15:00+01:00", "2025-03-04T09:15:00-05:30"}) {
    EXPECT_EQ(BookingTime::parse(text).value().text(), text);
  }
  EXPECT_EQ(BookingTime::parse("2025-03-04 09:15").value().text(), "2025-03-04T09:15:00");
}

TEST(BookingTime, RefusesWhatIsNoTime) {
  for (const char* text :
       {"2025-03-04T24:00:00", "2025-03-04T09:60", "2025-03-04T9:15", "2025-03-04T09:15:61",
        "2025-03-04T", "2025-02-30T09:15", "2025-03-04T09:15:00+19:00", "04/03/2025"}) {
    EXPECT_FALSE(BookingTime::parse(text).has_value()) << text;
  }
}

TEST(BookingTime, IsOrderedByCivilTimeInLondon) {
  const auto key = [](const char* text) {
    return iso_text(BookingTime::parse(text).value().order_key());
  };
  EXPECT_EQ(key("2025-03-04"), "2025-03-04T00:00:00");
  EXPECT_EQ(key("2025-07-01T23:30:00Z"), "2025-07-02T00:30:00");
  EXPECT_EQ(key("2025-01-01T23:30:00Z"), "2025-01-01T23:30:00");
  EXPECT_EQ(key("2025-07-01T23:30:00"), "2025-07-01T23:30:00");
}

TEST(BookingTime, ADateAgreesWithAnyTimeOnIt) {
  const auto at = [](const char* text) { return BookingTime::parse(text).value(); };
  EXPECT_TRUE(agree(at("2025-03-04"), at("2025-03-04T23:59:59")));
  EXPECT_TRUE(agree(at("2025-03-04"), at("2025-03-04")));
  EXPECT_FALSE(agree(at("2025-03-04T09:00:00"), at("2025-03-04T09:00:01")));
  EXPECT_FALSE(agree(at("2025-03-04"), at("2025-03-05T00:00:00")));
}

TEST(CivilTime, LondonKeepsSummerTimeBetweenTheLastSundays) {
  const auto london = [](const char* text) {
    return iso_text(london_from_utc(BookingTime::parse(text).value().civil()));
  };
  EXPECT_EQ(london("2025-03-30T00:59:59"), "2025-03-30T00:59:59");
  EXPECT_EQ(london("2025-03-30T01:00:00"), "2025-03-30T02:00:00");
  EXPECT_EQ(london("2025-10-26T00:59:59"), "2025-10-26T01:59:59");
  EXPECT_EQ(london("2025-10-26T01:00:00"), "2025-10-26T01:00:00");
  EXPECT_EQ(london("1994-10-23T00:30:00"), "1994-10-23T01:30:00");
}

TEST(CivilTime, DaysBeforeTheEpochAreWholeDays) {
  EXPECT_EQ(iso_text(CivilTime{-1}), "1969-12-31T23:59:59.999999");
}

}  // namespace
}  // namespace recoup
