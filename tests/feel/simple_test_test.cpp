#include "recoup/feel/simple_test.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

SimpleReading reading(const char* cell) {
  return simple_test(UnaryTests::parse(cell, {"limit", "other"}).value());
}

/// The parts of a cell, each with its kind and bounds.
std::string shown(const char* cell) {
  const SimpleReading read = reading(cell);
  if (!read.test) return read.why_not;
  std::string out = read.test->is_any ? "any" : read.test->is_negated ? "none of" : "";
  for (const SimplePart& part : read.test->parts) {
    out += (out.empty() ? "" : " ") + std::to_string(static_cast<int>(part.kind)) + ":";
    if (part.low_closed) out += "[";
    for (const SimpleBound& bound : part.bounds) {
      out += (bound.variable.empty() ? text(bound.constant) : "$" + bound.variable) + ";";
    }
    if (part.high_closed) out += "]";
  }
  return out;
}

TEST(SimpleTest, ReadsWhatACellTests) {
  EXPECT_EQ(shown("-"), "any");
  EXPECT_EQ(shown("5"), "0:5;");
  EXPECT_EQ(shown("-5.50"), "0:-5.5;");
  EXPECT_EQ(shown("null"), "0:null;");
  EXPECT_EQ(shown("< 5"), "2:5;");
  EXPECT_EQ(shown(">= limit"), "5:$limit;");
  EXPECT_EQ(shown("limit"), "0:$limit;");
  EXPECT_EQ(shown("[1..limit)"), "6:[1;$limit;");
  EXPECT_EQ(shown("(1..3]"), "6:1;3;]");
  EXPECT_EQ(shown("1, \"a\", > 7"), "0:1; 0:a; 4:7;");
  EXPECT_EQ(shown("not(1, 2)"), "none of 0:1; 0:2;");
  EXPECT_EQ(shown("[1, 2, limit]"), "7:1;2;$limit;");
  EXPECT_EQ(shown("date(\"2024-02-29\")"), "0:2024-02-29;");
}

TEST(SimpleTest, ReadsAComparisonThatNamesTheInput) {
  EXPECT_EQ(shown("? > 5"), "4:5;");
  EXPECT_EQ(shown("5 > ?"), "2:5;");
  EXPECT_EQ(shown("? != null"), "1:null;");
  EXPECT_EQ(shown("? between 1 and 2"), "6:[1;2;]");
  EXPECT_EQ(shown("? in (1, [2..3])"), "0:1; 6:[2;3;]");
}

TEST(SimpleTest, ReadsTheBeginningTheEndAndAPartOfAText) {
  EXPECT_EQ(shown("starts with(?, \"x\")"), "8:x;");
  EXPECT_EQ(shown("ends with(?, \"x\"), contains(?, \"y\")"), "9:x; 10:y;");
  EXPECT_FALSE(reading("contains(?, \"y\")").test->is_ordered());
  EXPECT_TRUE(reading("\"y\"").test->is_ordered());
}

TEST(SimpleTest, SaysWhyACellIsNotSimple) {
  EXPECT_EQ(shown("? + 1 > 2"), "it calculates with the input");
  EXPECT_EQ(shown("string length(?) > 2"), "it calculates with the input");
  EXPECT_EQ(shown("> limit + 1"), "what it compares with is calculated");
  EXPECT_EQ(shown("@\"P1Y\""), "what it compares with is of a type that has no column");
  EXPECT_EQ(shown("1 / 0"), "what it compares with is of a type that has no column");
}

TEST(SimpleTest, NamesItsVariables) {
  EXPECT_EQ(reading("[limit..other], limit").test->variables(),
            (std::vector<std::string>{"limit", "other"}));
}

TEST(BareName, IsTheNameThatAnExpressionIs) {
  EXPECT_EQ(bare_name(Expression::parse("limit", {"limit"}).value()), "limit");
  EXPECT_EQ(bare_name(Expression::parse("limit + 1", {"limit"}).value()), std::nullopt);
}

}  // namespace
}  // namespace recoup
