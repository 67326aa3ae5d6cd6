#include "recoup/rules/parameters.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

const std::string header =
    "parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note\n";

std::string line(const std::string& value, const std::string& from, const std::string& to) {
  return "gift.window," + value + ",GBP," + from + "," + to + ",day of the gift,\"s.1, s.2\",,,,\n";
}

Result<DatedFigures> parameters(const std::string& lines) {
  DatedFigures set;
  if (auto done = set.add("p.csv", header + lines); !done) return done.error();
  if (auto done = set.check(); !done) return done.error();
  return set;
}

TEST(DatedFigures, TheDayDecidesWhichValueIsInForce) {
  const DatedFigures set =
      parameters(line("1000.00", "2006-07-31", "") + line("5000.00", "2004-03-16", "2006-07-30"))
          .value();
  const auto on = [&](int year, unsigned month, unsigned day) -> std::string {
    const DatedFigure* parameter = set.at("gift.window", *make_date(year, month, day));
    return parameter == nullptr ? "none" : text(parameter->value);
  };
  EXPECT_EQ(on(2004, 3, 15), "none");
  EXPECT_EQ(on(2004, 3, 16), "5000");
  EXPECT_EQ(on(2006, 7, 30), "5000");
  EXPECT_EQ(on(2006, 7, 31), "1000");
  EXPECT_EQ(on(2030, 1, 1), "1000");
  EXPECT_EQ(set.at("gift window", *make_date(2005, 1, 1))->authority, "s.1, s.2");
  EXPECT_TRUE(set.has("gift window"));
  EXPECT_FALSE(set.has("gift"));
}

TEST(DatedFigures, RefusesOverlapsGapsAndFiguresWithoutAuthority) {
  const auto code = [](const std::string& lines) { return parameters(lines).error().code; };
  EXPECT_EQ(code(line("1", "2004-01-01", "2006-01-01") + line("2", "2006-01-01", "")),
            ErrorCode::contradiction);
  EXPECT_EQ(code(line("1", "2004-01-01", "") + line("2", "2006-01-01", "")),
            ErrorCode::contradiction);
  EXPECT_EQ(code(line("1", "2004-01-01", "2005-12-30") + line("2", "2006-01-01", "")),
            ErrorCode::contradiction);
  EXPECT_EQ(code(line("1", "2004-01-01", "2003-12-31")), ErrorCode::malformed);
  EXPECT_EQ(code(line("1", "1 January 2004", "")), ErrorCode::malformed);
  EXPECT_EQ(code("a,1,GBP,2004-01-01,,,,,,,\n"), ErrorCode::malformed);
  EXPECT_EQ(code("a,1\n"), ErrorCode::malformed);
  DatedFigures set;
  const auto other = set.add("p.csv", "parameter,value\n");
  ASSERT_FALSE(other.has_value());
  EXPECT_EQ(other.error().place, (Place{"p.csv", 1, ""}));
}

}  // namespace
}  // namespace recoup
