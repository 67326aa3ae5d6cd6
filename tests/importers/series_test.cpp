#include <gtest/gtest.h>

#include "import_of.hpp"
#include "series/published.hpp"
#include "series/series_importer.hpp"

namespace recoup {
namespace {

constexpr const char* some_rates =
    "Date,USD,GBP,JPY,\n"
    "2025-03-05,1.0694,0.8363,N/A,\n"
    "2025-03-04,1.0557,0.8282,157.4,\n";

TEST(Rates, ArePointsOfOneSeriesACurrency) {
  const Import import = import_of(some_rates, "");
  EXPECT_EQ(import.format, "rates");
  ASSERT_EQ(import.series.size(), 5U);
  EXPECT_EQ(import.series[0], (SeriesPoint{"rate EUR/GBP", *make_date(2025, 3, 4), "0.8282", 3}));
  EXPECT_EQ(import.series[1], (SeriesPoint{"rate EUR/GBP", *make_date(2025, 3, 5), "0.8363", 2}));
  EXPECT_EQ(import.series[2], (SeriesPoint{"rate EUR/JPY", *make_date(2025, 3, 4), "157.4", 3}));
  EXPECT_EQ(import.notes,
            std::vector<std::string>{"reference rates of 2 days for 3 currencies, 2025-03-04 to "
                                     "2025-03-05; 1 cell states no rate"});
  EXPECT_TRUE(import.rejections.empty());
}

TEST(Rates, OfOneDayHaveBlanksAndALongDate) {
  const Import import = import_of("Date, USD, GBP, \n13 March 2025, 1.0854, 0.8378, \n", "");
  ASSERT_EQ(import.series.size(), 2U);
  EXPECT_EQ(import.series[1].value, "1.0854");
  EXPECT_EQ(iso_text(import.series[1].from), "2025-03-13");
}

std::string refused_line(const std::string& line) {
  return rejection_of(
      import_of("Date,USD,GBP\n2025-03-03,1.1,0.9\n" + line + "\n", "rates", "r.csv"));
}

TEST(Rates, ALineThatIsNoneIsRejected) {
  EXPECT_EQ(refused_line("2025-03-04,1.1"), "r.csv:3: found 2 cells; expected 3, as in the header");
  EXPECT_EQ(
      refused_line("2025-02-30,1.1,0.9"),
      "r.csv:3: Date: found \"2025-02-30\"; expected a day such as 2026-04-13 or 13 April 2026");
  EXPECT_EQ(
      refused_line("2025-03-03,1.1,0.9"),
      "r.csv:3: Date: found \"2025-03-03\" for the second time; expected one line for each day");
  for (const char* rate : {"-1.1", "0.000", "1e2", "1,1x", "1.", ".5", "1.1.1"}) {
    EXPECT_EQ(
        refused_line("2025-03-04,\"" + std::string(rate) + "\",0.9"),
        "r.csv:3: USD: found \"" + std::string(rate) + "\"; expected a decimal above zero, or N/A");
  }
}

TEST(Rates, AreKnownByTheirHeader) {
  EXPECT_TRUE(is_rates("Date,USD,JPY\n"));
  EXPECT_FALSE(is_rates("Date,Description,Amount\n"));
  EXPECT_FALSE(is_rates("Date,USD,USD\n"));
  EXPECT_FALSE(is_rates("Date,GBP,JPY\n"));
  EXPECT_NE(refusal_of("Date,USD,usd\n2025-03-03,1,1\n", "rates"), "accepted");
}

constexpr const char* some_index =
    "\"Title\",\"CPI INDEX\"\n\"CDID\",\"ZZ1\"\n\"PreUnit\",\"\"\n\"Release date\",\"25-03-2025\"\n"
    "\"Important notes\",\n\"2024\",\"133.9\"\n\"2025 Q1\",\"136.0\"\n\"2025 JAN\",\"135.4\"\n"
    "\"2025 FEB\",\"-0.2\"\n";

TEST(Ons, YearsQuartersAndMonthsAreSeriesOfTheirOwn) {
  const Import import = import_of(some_index, "");
  EXPECT_EQ(import.format, "ons");
  ASSERT_EQ(import.series.size(), 4U);
  EXPECT_EQ(import.series[0], (SeriesPoint{"index ZZ1", *make_date(2025, 1, 1), "135.4", 8}));
  EXPECT_EQ(import.series[1], (SeriesPoint{"index ZZ1", *make_date(2025, 2, 1), "-0.2", 9}));
  EXPECT_EQ(import.series[2],
            (SeriesPoint{"index ZZ1 quarters", *make_date(2025, 1, 1), "136.0", 7}));
  EXPECT_EQ(import.series[3], (SeriesPoint{"index ZZ1 years", *make_date(2024, 1, 1), "133.9", 6}));
  EXPECT_EQ(import.notes, (std::vector<std::string>{"Title: CPI INDEX", "CDID: ZZ1",
                                                    "Release date: 25-03-2025"}));
}

TEST(Ons, ALineThatIsNoneIsRejected) {
  const std::string head = "\"Title\",\"x\"\n\"CDID\",\"ZZ1\"\n\"2025\",\"1.0\"\n";
  const auto refused = [&](const std::string& line) {
    return rejection_of(import_of(head + line + "\n", "ons", "o.csv"));
  };
  EXPECT_EQ(refused("2025 Q5,1"),
            "o.csv:4: period: found \"2025 Q5\"; expected a year, `1988 Q1` or `1988 JAN`");
  EXPECT_EQ(
      refused("2025,1"),
      "o.csv:4: period: found \"2025\" for the second time; expected one line for each period");
  EXPECT_EQ(refused("2025 MAY,one"), "o.csv:4: figure: found \"one\"; expected a plain decimal");
  EXPECT_EQ(refused("2025 MAY,1,2"),
            "o.csv:4: found 3 cells; expected two: a period and its figure");
  EXPECT_EQ(refused("Note,2"),
            "o.csv:4: period: found \"Note\"; expected a year, `1988 Q1` or "
            "`1988 JAN`");
  EXPECT_EQ(
      refusal_of("\"Title\",\"x\"\n\"2025\",\"1.0\"\n", "ons", "o.csv"),
      "o.csv: CDID: found no line \"CDID\"; expected the publisher's name of the series, such "
      "as D7BT");
}

TEST(Published, DaysAreReadWithTheNamesOfMonths) {
  EXPECT_EQ(parse_long_date("13 April 2026"), make_date(2026, 4, 13));
  EXPECT_EQ(parse_long_date("1 sep 2026"), make_date(2026, 9, 1));
  for (const char* text : {"31 April 2026", "13 Apri 2026", "13 April 26", "April 13 2026", ""}) {
    EXPECT_EQ(parse_long_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace recoup
