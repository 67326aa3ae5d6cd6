#include "recoup/clocks/advance.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "clock_law.hpp"

namespace recoup {
namespace {

std::string end_of(const Calendar& calendar, const char* from, int hours) {
  return expiry_text(*advance(calendar, at(from).civil(), hours * micros_per_hour).end);
}

// law.md 3.1 (C1 to C8), 3.2 (L1 to L3), 3.3 (A4 to A6), 3.1 s.297D, 3.4 TV-CR-2.
TEST(Advance, EndsWhereTheWorkedDatesEnd) {
  const Calendar calendar = shipped_calendar();
  const struct {
    const char* from;
    int hours;
    const char* end;
  } table[] = {{"2025-03-04T09:15", 48, "Thu 6 Mar 2025 09:15"},
               {"2025-03-07T16:00", 48, "Tue 11 Mar 2025 16:00"},
               {"2026-04-02T14:30", 48, "Wed 8 Apr 2026 14:30"},
               {"2025-12-24T10:00", 48, "Tue 30 Dec 2025 10:00"},
               {"2025-05-03T10:00", 48, "end of Wed 7 May 2025"},
               {"2027-12-24T23:00", 48, "Thu 30 Dec 2027 23:00"},
               {"2026-12-24T18:00", 48, "Wed 30 Dec 2026 18:00"},
               {"2024-08-22T12:00", 48, "Tue 27 Aug 2024 12:00"},
               {"2025-03-07T20:00", 6, "Mon 10 Mar 2025 02:00"},
               {"2025-03-07T20:00", 48, "Tue 11 Mar 2025 20:00"},
               {"2025-08-22T15:30", 6, "Fri 22 Aug 2025 21:30"},
               {"2025-08-22T15:30", 48, "Wed 27 Aug 2025 15:30"},
               {"2025-03-04T09:15", 6, "Tue 4 Mar 2025 15:15"},
               {"2026-04-02T11:00", 48, "Wed 8 Apr 2026 11:00"},
               {"2025-12-23T09:00", 48, "Mon 29 Dec 2025 09:00"},
               {"2025-04-17T15:00", 48, "Wed 23 Apr 2025 15:00"},
               {"2026-05-22T10:00", 48, "Wed 27 May 2026 10:00"},
               {"2025-09-02T08:00", 48, "Thu 4 Sep 2025 08:00"}};
  for (const auto& row : table) EXPECT_EQ(end_of(calendar, row.from, row.hours), row.end);
}

TEST(Advance, ShowsItsWorking) {
  const Calendar calendar = shipped_calendar();
  const auto working = [&](const char* from) {
    return advance(calendar, at(from).civil(), 48 * micros_per_hour).working;
  };
  EXPECT_EQ(working("2024-08-22T12:00"),
            "12 h Thu + 24 h Fri + 12 h Tue; Sat, Sun, bank holiday skipped");
  EXPECT_EQ(working("2025-03-04T09:15"), "14 h 45 min Tue + 24 h Wed + 9 h 15 min Thu");
  EXPECT_EQ(working("2026-04-02T14:30"),
            "9 h 30 min Thu + 24 h Tue + 14 h 30 min Wed; Good Friday, Sat, Sun, bank holiday "
            "skipped");
}

TEST(Advance, NeverGuessesBeyondTheCalendar) {
  const Advance walked =
      advance(shipped_calendar(), at("2027-12-31T12:00").civil(), 48 * micros_per_hour);
  EXPECT_FALSE(walked.end.has_value());
  EXPECT_EQ(walked.working, "the calendar of england-and-wales does not cover Sat 1 Jan 2028");
}

// A second way to the same answer, which shares nothing with the first: its own list of days, and
// a walk of one minute at a time.
class MinuteWalker {
 public:
  MinuteWalker() {
    for (const char* date :
         {"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
          "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05",
          "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03",
          "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
          "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
          "2027-12-27", "2027-12-28"}) {
      excluded_.insert(day(date).time_since_epoch().count());
    }
    // 1 January 1970 was a Thursday, so days 2 and 3 of each week since then are the week-end.
    for (std::int64_t n = 19'000; n < 22'000; ++n) {
      if (n % 7 == 2 || n % 7 == 3) excluded_.insert(n);
    }
  }

  /// `step` minutes at a time; `minute` and `length` must be multiples of it.
  std::int64_t end(std::int64_t minute, std::int64_t length, std::int64_t step) const {
    while (length > 0) {
      if (excluded_.count(minute / 1440) == 0) length -= step;
      minute += step;
    }
    // The last step may have ended at a midnight; that midnight is the answer.
    return minute;
  }

 private:
  std::set<std::int64_t> excluded_;
};

TEST(Advance, AgreesWithAWalkOfQuarterHoursOnAHundredThousandInstants) {
  const Calendar calendar = shipped_calendar();
  const MinuteWalker walker;
  std::mt19937_64 random(20'251'103);
  const std::int64_t first = day("2024-01-01").time_since_epoch().count() * 96LL;
  const std::int64_t last = day("2027-12-20").time_since_epoch().count() * 96LL;
  for (int i = 0; i < 100'000; ++i) {
    const std::int64_t minute =
        15 *
        (first + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(last - first)));
    const int hours = i % 3 == 0 ? 6 : (i % 3 == 1 ? 42 : 48);
    const auto fast =
        advance(calendar, CivilTime{minute * 60 * micros_per_second}, hours * micros_per_hour);
    ASSERT_EQ(fast.end->micros / 60 / micros_per_second, walker.end(minute, hours * 60, 15))
        << minute;
  }
}

TEST(Advance, AgreesWithAWalkOfMinutesOnAThousandInstants) {
  const Calendar calendar = shipped_calendar();
  const MinuteWalker walker;
  std::mt19937_64 random(7);
  const std::int64_t first = day("2024-01-01").time_since_epoch().count() * 1440LL;
  const std::int64_t last = day("2027-12-20").time_since_epoch().count() * 1440LL;
  for (int i = 0; i < 1'000; ++i) {
    const std::int64_t minute =
        first + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(last - first));
    const auto fast =
        advance(calendar, CivilTime{minute * 60 * micros_per_second}, 48 * micros_per_hour);
    ASSERT_EQ(fast.end->micros / 60 / micros_per_second, walker.end(minute, 2880, 1)) << minute;
  }
}

TEST(Advance, KeepsSecondsAndFractions) {
  const CivilTime from = at("2025-03-04T09:15:30.25").civil();
  const Advance walked = advance(shipped_calendar(), from, 48 * micros_per_hour);
  EXPECT_EQ(iso_text(*walked.end), "2025-03-06T09:15:30.25");
  EXPECT_EQ(expiry_text(*walked.end), "Thu 6 Mar 2025 09:15:30");
}

}  // namespace
}  // namespace recoup
