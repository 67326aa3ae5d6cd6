#include "recoup/records/conversion.hpp"

#include <gtest/gtest.h>

#include "recoup/records/series.hpp"

namespace recoup {
namespace {

Date day(int number) { return *make_date(2014, 12, static_cast<unsigned>(number)); }

PublishedSeries rates() {
  return PublishedSeries({{"rate EUR/USD", day(31), "1.2141", 7},
                          {"rate EUR/GBP", day(31), "0.7789", 7},
                          {"rate EUR/USD", day(24), "1.2219", 9},
                          {"rate EUR/GBP", day(24), "0.7853", 9},
                          {"rate EUR/JPY", day(23), "147.03", 10},
                          {"rate EUR/GBP", day(23), "0.7870", 10}});
}

std::string converted(Money amount, Currency to, Date on) {
  const auto result = convert(amount, to, on, rates());
  return result ? result.value().amount.text() : message(result.error());
}

TEST(Conversion, CrossesByWayOfTheEuroAndRoundsOnce) {
  // 1000.00 / 1.2141 * 0.7789 = 641.5451...
  const auto result = convert(Money(100'000, usd), gbp, day(31), rates());
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().amount.text(), "641.55 GBP");
  EXPECT_EQ(result.value().rates.size(), 2U);
  EXPECT_EQ(
      result.value().working,
      "1000.00 USD on 2014-12-31 = 641.55 GBP, by rate EUR/USD 1.2141 and rate EUR/GBP 0.7789 "
      "of 2014-12-31, rounded once to the nearest minor unit, halves to even");
  EXPECT_EQ(converted(Money(1'000'000'000'000, usd), gbp, day(31)), "6415451774.98 GBP");
}

TEST(Conversion, NeedsOneRateFromOrToTheEuro) {
  EXPECT_EQ(converted(Money(10'000, eur), usd, day(31)), "121.41 USD");
  EXPECT_EQ(converted(Money(12'141, usd), eur, day(31)), "100.00 EUR");
  EXPECT_EQ(converted(Money(-10'000, eur), usd, day(31)), "-121.41 USD");
  EXPECT_EQ(converted(Money(50, gbp), gbp, day(31)), "0.50 GBP");
}

TEST(Conversion, TakesTheLastDayBeforeAndNeverALaterOne) {
  EXPECT_EQ(converted(Money(10'000, eur), usd, day(30)), "122.19 USD");
  EXPECT_EQ(converted(Money(10'000, eur), usd, day(23)),
            "found no rate EUR/USD on or before 2014-12-23; expected a published rate at most 7 "
            "days older than the day");
}

TEST(Conversion, RefusesARateThatIsTooOld) {
  EXPECT_EQ(converted(Money(10'000, eur), usd, day(31) + std::chrono::days(7)), "121.41 USD");
  EXPECT_EQ(converted(Money(10'000, eur), usd, day(31) + std::chrono::days(8)),
            "found the last rate EUR/USD before 2015-01-08 is of 2014-12-31; expected a published "
            "rate at most 7 days older than the day");
}

TEST(Conversion, UsesBothRatesOfOneDay) {
  // The yen has no rate on the 24th: both are those of the 23rd. 14703 / 147.03 * 0.7870 = 78.70
  const auto result = convert(Money(14'703, jpy), gbp, day(25), rates());
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().amount.text(), "78.70 GBP");
  EXPECT_EQ(result.value().rates[0].from, day(23));
  EXPECT_EQ(result.value().rates[1].from, day(23));
}

TEST(Conversion, RoundsHalvesToTheEvenUnit) {
  const PublishedSeries half({{"rate EUR/GBP", day(1), "0.5", 1}});
  EXPECT_EQ(convert(Money(1, eur), gbp, day(1), half).value().amount.minor(), 0);
  EXPECT_EQ(convert(Money(3, eur), gbp, day(1), half).value().amount.minor(), 2);
  EXPECT_EQ(convert(Money(5, eur), gbp, day(1), half).value().amount.minor(), 2);
  EXPECT_EQ(convert(Money(-3, eur), gbp, day(1), half).value().amount.minor(), -2);
  EXPECT_EQ(convert(Money(-5, eur), gbp, day(1), half).value().amount.minor(), -2);
}

TEST(Conversion, RefusesARateThatIsNone) {
  for (const char* rate : {"0", "-1", "1/2", "x", ""}) {
    const PublishedSeries wrong({{"rate EUR/GBP", day(1), rate, 1}});
    EXPECT_FALSE(convert(Money(1, eur), gbp, day(1), wrong)) << rate;
  }
}

}  // namespace
}  // namespace recoup
