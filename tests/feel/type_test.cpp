#include "recoup/feel/type.hpp"

#include <gtest/gtest.h>

#include "expect_all.hpp"

namespace recoup {
namespace {

TEST(Types, SayWhatAValueIs) {
  expect_all(
      {{"[1, 2] instance of list<number>", "true"},
       {"[1, \"a\"] instance of list<number>", "false"},
       {"{a: 1, b: 2} instance of context<a: number>", "true"},
       {"{a: \"x\"} instance of context<a: number>", "false"},
       {"[1..2] instance of range<number>", "true"},
       {"(function(a: number) \"x\") instance of function<number> -> string", "true"},
       {"(function(a: number) \"x\") instance of function<string> -> string", "false"},
       {"@\"P1D\" instance of years and months duration", "false"},
       {"null instance of number", "false"},
       {"1 instance of",
        "fault: character 14: found the end of the expression; expected a type such as number"}});
}

TEST(Functions, TakeWhatTheirParametersAllow) {
  expect_all({{"(function(a: number) a + 1)([41])", "42"},
              {"(function(a: list<number>) count(a))(7)", "1"},
              {"(function(a: number) 1)(\"x\")", "null"},
              {"(function(a: date and time) a)(@\"2024-01-02\")", "2024-01-02T00:00:00Z"},
              {"(function(f: function<number> -> number) f(4))(sqrt)", "2"},
              {"{apply: function(f, x) f(x), y: apply(abs, -3)}.y", "3"},
              {"max = min", "null"},
              {"upper case([\"stra\u00DFe\"])", "STRASSE"}});
}

TEST(Types, AllowedValuesCountWhereOneIsAskedFor) {
  FeelType grade = *built_in_types().find("number")->second;
  grade.allowed.push_back(
      std::make_shared<const UnaryTests>(UnaryTests::parse("[1..5]", FeelScope{}).value()));
  const Value six(Decimal(6));
  EXPECT_TRUE(is_instance(six, grade));
  EXPECT_EQ(text(coerced(six, grade)), "null");
  EXPECT_EQ(text(coerced(Value(Decimal(5)), grade)), "5");
  EXPECT_TRUE(coerced(Value::missing("grade"), grade).is_unknown());
}

}  // namespace
}  // namespace recoup
