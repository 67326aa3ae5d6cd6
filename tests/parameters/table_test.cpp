#include "recoup/parameters/table.hpp"

#include <gtest/gtest.h>

#include <string>

#include "recoup/parameters/csv.hpp"

namespace recoup {
namespace {

const std::string head =
    "parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note\n";

Date day(const std::string& text) { return parse_date(text).value(); }

TEST(Csv, KeepsQuotesCommasAndLineNumbers) {
  const auto rows = read_csv("a,b\r\n\"x,\"\"y\"\"\nz\",2\n\n3,\n", {"a", "b"}, "t.csv").value();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].fields[0], "x,\"y\"\nz");
  EXPECT_EQ(rows[1].fields[1], "");
  EXPECT_EQ(rows[1].line, 5U);
}

TEST(Csv, RefusesAnotherHeaderWidthOrQuote) {
  for (const char* text : {"", "a,c\n1,2\n", "a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1,2\n",
                           "a,b\n1\"2,3\n", "a,b\n\"1\"2,3\n", "a,b\n\xFF,3\n"}) {
    EXPECT_FALSE(read_csv(text, {"a", "b"}, "t.csv").has_value()) << text;
  }
}

TEST(ParameterTable, AnswersForTheDayThatGoverns) {
  const auto table =
      ParameterTable::parse(head +
                                "m,5000.00,GBP,2004-03-16,2006-07-30,day of seizure,SI a,,,,\n"
                                "m,1000.00,GBP,2006-07-31,,day of seizure,SI b,,,,\n",
                            "p.csv")
          .value();
  EXPECT_EQ(table.at("m", day("2006-07-30"))->value, "5000.00");
  EXPECT_EQ(table.at("m", day("2006-07-31"))->value, "1000.00");
  EXPECT_EQ(table.at("m", day("2004-03-15")), nullptr);
  EXPECT_EQ(table.at("n", day("2020-01-01")), nullptr);
}

TEST(ParameterTable, RefusesOverlapsGapsAndRowsWithoutAuthority) {
  const std::string first = "m,1,GBP,2004-03-16,2006-07-30,d,SI a,,,,\n";
  const auto code = [&](const std::string& second) {
    return ParameterTable::parse(head + first + second, "p.csv").error().code;
  };
  EXPECT_EQ(code("m,2,GBP,2006-07-30,,d,SI b,,,,\n"), ErrorCode::contradiction);
  EXPECT_EQ(code("m,2,GBP,2006-08-01,,d,SI b,,,,\n"), ErrorCode::contradiction);
  EXPECT_EQ(code("m,2,GBP,2006-07-31,,d,,,,,\n"), ErrorCode::malformed);
  EXPECT_EQ(code("m,2,GBP,2006-07-31,2006-07-01,d,SI b,,,,\n"), ErrorCode::malformed);
}

}  // namespace
}  // namespace recoup
