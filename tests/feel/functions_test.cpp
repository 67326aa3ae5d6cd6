// The functions that the language brings with it.

#include <gtest/gtest.h>

#include "expect_all.hpp"

namespace recoup {
namespace {

TEST(ListFunctions, TakeApartAndPutTogether) {
  expect_all({{"sublist([1, 2, 3], -2, 1)", "[2]"},
              {"sublist([1, 2, 3], 2, 5)", "null"},
              {"insert before([1, 3], 2, 2)", "[1, 2, 3]"},
              {"remove([1, 2, 3], -1)", "[1, 2]"},
              {"list replace([1, 2, 3], 2, 9)", "[1, 9, 3]"},
              {"list replace([1, 2, 3], function(item, newItem) item > 1, 9)", "[1, 9, 9]"},
              {"list replace([1], function(item, newItem) item, 9)", "null"},
              {"flatten([1, [2, [3]], []])", "[1, 2, 3]"},
              {"union([1, 2], [2, 3], 4)", "[1, 2, 3, 4]"},
              {"distinct values([1, null, 1, null])", "[1, null]"},
              {"concatenate([1], null)", "null"},
              {"string join([\"a\", null, \"b\"], \"-\")", "a-b"},
              {"index of([1, 2, 1], 1)", "[1, 3]"}});
}

TEST(ListFunctions, SortIsStableAndEndsWhateverItIsTold) {
  expect_all({{"sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"},
              {"sort([{a: 1, b: 2}, {a: 0, b: 3}, {a: 1, b: 1}], function(x, y) x.a < y.a).b",
               "[3, 2, 1]"},
              {"sort([1, 2, 3], function(x, y) true)", "[3, 2, 1]"},
              {"sort([1, 2, 3], function(x, y) 5)", "null"},
              {"sort([1, 2], function(x) true)", "null"},
              {"sort(precedes: function(x, y) x > y, list: [1, 2])", "[2, 1]"}});
}

TEST(Statistics, AreExactWhereTheyCanBe) {
  expect_all({{"median([6, 1, 2, 3])", "2.5"},
              {"mode([6, 3, 9, 6, 3])", "[3, 6]"},
              {"product(2, 3, 4)", "24"},
              {"stddev([1, 3])", "1.414213562373095048801688724209698"},
              {"stddev([47])", "null"},
              {"sqrt(2)", "1.414213562373095048801688724209698"},
              {"sqrt(1234321)", "1111"},
              {"sqrt(0.0625)", "0.25"},
              {"sqrt(-1)", "null"},
              {"exp(1)", "2.718281828459045235360287471352662"},
              {"log(10)", "2.302585092994045684017991454684364"},
              {"log(0)", "null"},
              {"exp(20000)", "null"},
              {"2 ** 0.5", "1.414213562373095048801688724209698"},
              {"(-2) ** 0.5", "null"}});
  const auto exact = [](const char* expression) {
    return Expression::parse(expression, FeelScope{}).value().evaluate({}).exact;
  };
  EXPECT_TRUE(exact("sqrt(1234321) + sqrt(0.0625) + exp(0) + log(1)"));
  EXPECT_FALSE(exact("sqrt(2)"));
  EXPECT_FALSE(exact("mean([1, 1, 2])"));
  EXPECT_TRUE(exact("mean([1, 2])"));
}

TEST(ContextFunctions, ChangeCopies) {
  expect_all({{"context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}"},
              {"context put({x: {y: 1}}, [\"x\", \"y\"], 2)", "{x: {y: 2}}"},
              {"context put({x: 1}, [\"x\", \"y\"], 2)", "null"},
              {"context put(context: {x: 1}, key: [\"x\"], value: 2)", "null"},
              {"context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"},
              {"context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"},
              {"get value({a: {b: 5}}, [\"a\", \"b\"])", "5"},
              {"get entries({a: 1})[1].key", "a"}});
}

TEST(RangeFunctions, TellHowRangesLie) {
  expect_all(
      {{"before([1..5), 5)", "true"},
       {"before([1..5], 5)", "false"},
       {"meets([1..5], [5..9])", "true"},
       {"meets([1..5), [5..9])", "false"},
       {"overlaps([1..5], (5..9])", "false"},
       {"overlaps before([1..5], [3..8])", "true"},
       {"includes([1..9], (1..9))", "true"},
       {"during((1..9), [1..9])", "true"},
       {"finishes([3..9], [1..9])", "true"},
       {"coincides((1..9), [1..9])", "false"},
       {"starts(1, (1..9])", "false"},
       {"before((< 5), 7)", "true"},
       {"includes((>= 5), 7)", "true"},
       {"before(1, \"a\")", "null"},
       {"range(\"[1..3)\") = [1..3)", "true"},
       {"range(\"[3..1]\")", "null"},
       {"range(\"[x..3]\")", "null"},
       {"range(\"[date(\\\"2024-01-01\\\")..date(\\\"2024-12-31\\\")]\").end", "2024-12-31"}});
}

}  // namespace
}  // namespace recoup
