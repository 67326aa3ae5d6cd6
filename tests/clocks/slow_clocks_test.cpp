// A second way to the same answers, slow and obvious: hours are waited out a quarter of an hour at
// a time in UTC, days are counted one by one on a calendar of its own. It shares no code with the
// room but the types of its answers.

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "clock_law.hpp"
#include "recoup/clocks/advance.hpp"

namespace recoup {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int instants = 20'000;
#else
constexpr int instants = 1'000'000;
#endif

/// A day on a wall calendar whose leaves are torn off.
struct Leaf {
  int year = 1970;
  int month = 1;
  int day = 1;
  int weekday = 4;  ///< 1 January 1970 was a Thursday; Sunday is 0.
  std::int64_t number = 0;

  [[nodiscard]] int days_in_month() const {
    if (month == 2) {
      const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
      return is_leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  void tear_off() {
    ++number;
    weekday = (weekday + 1) % 7;
    if (++day <= days_in_month()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }

  [[nodiscard]] std::string iso() const {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(year) + "-" + two(month) + "-" + two(day);
  }
};

/// Every day from 1970 to 2069, in their order.
const std::vector<Leaf>& leaves() {
  static const std::vector<Leaf> all = [] {
    std::vector<Leaf> days;
    for (Leaf leaf; leaf.year < 2070; leaf.tear_off()) days.push_back(leaf);
    return days;
  }();
  return all;
}

constexpr std::array<const char*, 32> holidays = {
    "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
    "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05",
    "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03",
    "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
    "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
    "2027-12-27", "2027-12-28"};

/// Quarters of an hour of UTC from 2024 to 2027: what London's clock shows in each, and whether the
/// law's clock stands still.
class Quarters {
 public:
  Quarters() {
    for (const Leaf& leaf : leaves()) {
      excluded_.push_back(leaf.weekday == 0 || leaf.weekday == 6 || is_holiday(leaf.iso()));
    }
    bool is_summer = false;
    for (const Leaf& leaf : leaves()) {
      if (leaf.year < 2024 || leaf.year > 2027) continue;
      for (int quarter = 0; quarter < 96; ++quarter) {
        // The last Sunday of a month is one with fewer than seven days behind it; at 01:00 UTC.
        const bool is_last_sunday = leaf.weekday == 0 && leaf.day + 7 > leaf.days_in_month();
        if (is_last_sunday && quarter == 4 && leaf.month == 3) is_summer = true;
        if (is_last_sunday && quarter == 4 && leaf.month == 10) is_summer = false;
        london_.push_back(leaf.number * 96 + quarter + (is_summer ? 4 : 0));
      }
    }
  }

  [[nodiscard]] std::size_t size() const { return london_.size(); }
  /// What London's clock shows at the beginning of the quarter, in quarters since 1970.
  [[nodiscard]] std::int64_t london(std::size_t at) const { return london_[at]; }

  /// Waits until so many quarters have passed on days that count. London's clock at the end of the
  /// last of them.
  [[nodiscard]] std::int64_t wait(std::size_t at, int quarters) const {
    while (true) {
      const auto date = static_cast<std::size_t>(london_[at] / 96);
      if (!excluded_[date] && --quarters == 0) return london_[at] + 1;
      ++at;
    }
  }

 private:
  static bool is_holiday(const std::string& iso) {
    for (const char* holiday : holidays) {
      if (iso == holiday) return true;
    }
    return false;
  }

  std::vector<bool> excluded_;
  std::vector<std::int64_t> london_;
};

CivilTime civil(std::int64_t quarters) { return {quarters * 900 * micros_per_second}; }

TEST(SlowClocks, WaitOutTheHoursAndAgreeOnAMillionInstants) {
  const Quarters quarters;
  const Calendar calendar = shipped_calendar();
  const std::size_t last = quarters.size() - 96 * 30;  // thirty days before the calendar ends
  std::mt19937_64 random(20'260'311);
  constexpr std::array<int, 3> hours = {6, 42, 48};
  for (int i = 0; i < instants; ++i) {
    const std::size_t at = static_cast<std::size_t>(random() % last);
    const int length = hours[static_cast<std::size_t>(i % 3)];
    const Advance fast = advance(calendar, civil(quarters.london(at)), length * micros_per_hour);
    ASSERT_EQ(fast.end->micros, civil(quarters.wait(at, length * 4)).micros)
        << length << " hours from " << iso_text(civil(quarters.london(at)));
  }
}

/// Last day of a period of months that begins with a day: tear off leaves until the same day of the
/// month so many months later, or where that month has none, until it is over.
std::int64_t last_of_months(std::size_t begins, int months) {
  const Leaf& first = leaves()[begins];
  std::size_t at = begins;
  while (true) {
    const Leaf& leaf = leaves()[++at];
    const int passed = (leaf.year - first.year) * 12 + leaf.month - first.month;
    if (passed > months || (passed == months && leaf.day == first.day)) {
      return leaves()[at - 1].number;
    }
  }
}

TEST(SlowClocks, TearOffLeavesAndAgreeOnAMillionPeriods) {
  std::mt19937_64 random(29'022'024);
  for (int i = 0; i < instants; ++i) {
    // From 1996 to 2039, so that leap days and the ends of all months are met.
    const auto begins = static_cast<std::size_t>(9'496 + random() % 16'000);
    const Date date = Date(std::chrono::days(leaves()[begins].number));
    const auto number = [](Date day) {
      return static_cast<std::int64_t>(day.time_since_epoch().count());
    };
    const int months = 1 + static_cast<int>(random() % (i % 50 == 0 ? 36 : 7));
    const int counted = 1 + static_cast<int>(random() % 190);
    ASSERT_EQ(number(last_day({months, ClockUnit::months, "", ""}, date)),
              last_of_months(begins, months))
        << leaves()[begins].iso() << " and " << months << " months";
    ASSERT_EQ(number(last_day({counted, ClockUnit::days, "", ""}, date)),
              leaves()[begins + static_cast<std::size_t>(counted) - 1].number);
    ASSERT_EQ(number(last_day({counted, ClockUnit::days_after, "", ""}, date)),
              leaves()[begins + static_cast<std::size_t>(counted)].number);
    if (i % 20 != 0) continue;
    const int years = 1 + static_cast<int>(random() % 20);
    ASSERT_EQ(number(last_day({years, ClockUnit::years, "", ""}, date)),
              last_of_months(begins, years * 12))
        << leaves()[begins].iso() << " and " << years << " years";
  }
}

TEST(SlowClocks, ReachEveryClockChangeAndLeapDayOfTheirYears) {
  const Quarters quarters;
  int jumps = 0;
  for (std::size_t at = 1; at < quarters.size(); ++at) {
    if (quarters.london(at) - quarters.london(at - 1) != 1) ++jumps;
  }
  EXPECT_EQ(jumps, 8);
  EXPECT_EQ(leaves()[static_cast<std::size_t>(day("2024-02-29").time_since_epoch().count())].iso(),
            "2024-02-29");
}

}  // namespace
}  // namespace recoup
