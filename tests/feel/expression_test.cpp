#include "recoup/feel/expression.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Context sample() {
  Context variables;
  variables.set("a", Value(Decimal(5)));
  variables.set("b", Value(Decimal(3)));
  variables.set("a-b", Value(Decimal(100)));
  variables.set("relevant benefit", Value(Decimal(5000)));
  variables.set("relevant", Value("short"));
  variables.set("Approved/Declined", Value("Declined"));
  variables.set("unsaid", Value::missing("offence.from"));
  variables.set("unsaid too", Value::missing("offence.to"));
  return variables;
}

Evaluated evaluated(const std::string& text) {
  std::vector<std::string> names;
  const Context variables = sample();
  for (const ContextEntry& entry : variables.entries) names.push_back(entry.name);
  const auto expression = Expression::parse(text, names);
  if (!expression) return {Value("fault: " + message(expression.error())), true};
  return expression.value().evaluate(variables);
}

std::string shown(const std::string& expression) { return text(evaluated(expression).value); }

TEST(Expression, CountsInDecimals) {
  EXPECT_EQ(shown("0.1 + 0.2 = 0.3"), "true");
  EXPECT_EQ(shown("9007199254740993 = 9007199254740992"), "false");
  EXPECT_EQ(shown("1 + 2 * 3 - 4 / 2"), "5");
  EXPECT_EQ(shown("(1 + 2) * 3"), "9");
  EXPECT_EQ(shown("10 - 4 - 3"), "3");
  EXPECT_EQ(shown("3 ** 4 ** 5"), "3486784401");
  EXPECT_EQ(shown("-3 ** 2"), "9");
  EXPECT_EQ(shown("1 / 0"), "null");
  EXPECT_EQ(shown(".5 + 1.5"), "2");
}

TEST(Expression, SaysWhetherItWasExact) {
  EXPECT_TRUE(evaluated("1 / 8").exact);
  EXPECT_FALSE(evaluated("1 / 3").exact);
  EXPECT_FALSE(evaluated("(function(x) x / 3)(1)").exact);
}

TEST(Expression, TheLongestNameInScopeIsMeant) {
  EXPECT_EQ(shown("relevant benefit >= 5000"), "true");
  EXPECT_EQ(shown("relevant   benefit + 1"), "5001");
  EXPECT_EQ(shown("relevant"), "short");
  EXPECT_EQ(shown("a-b"), "100");
  EXPECT_EQ(shown("b-a"), "-2");
  EXPECT_EQ(shown("Approved/Declined = \"Declined\""), "true");
  EXPECT_EQ(shown("if a > b then \"more\" else \"less\""), "more");
}

TEST(Expression, LogicHasThreeOutcomes) {
  EXPECT_EQ(shown("true and null"), "null");
  EXPECT_EQ(shown("false and 123"), "false");
  EXPECT_EQ(shown("123 or true"), "true");
  EXPECT_EQ(shown("not(false)"), "true");
  EXPECT_EQ(shown("not(null)"), "null");
  EXPECT_EQ(shown("null = null"), "true");
  EXPECT_EQ(shown("0 = []"), "null");
  EXPECT_EQ(shown("if null then 1 else 2"), "2");
}

TEST(Expression, AMissingFactIsNeverTakenForNo) {
  for (const char* text :
       {"unsaid > 5", "unsaid = null", "unsaid != null", "not(unsaid)", "true and unsaid",
        "unsaid or false", "if unsaid then 1 else 2", "unsaid + 1", "unsaid in [1, 2]",
        "sum([1, unsaid])", "unsaid.year", "unsaid between 1 and 2", "list contains([1], unsaid)",
        "[1, 2][item = unsaid]", "some x in [1, unsaid] satisfies x > 2", "1 in [unsaid..5]",
        "string(unsaid)", "(if unsaid > 1 then true else false) = false",
        "unsaid instance of number"}) {
    const Value value = evaluated(text).value;
    ASSERT_TRUE(value.is_unknown()) << text << " is " << recoup::text(value);
    EXPECT_EQ(value.as<Null>()->missing, std::vector<std::string>{"offence.from"}) << text;
  }
  const Value both = evaluated("unsaid < unsaid too").value;
  EXPECT_EQ(both.as<Null>()->missing, (std::vector<std::string>{"offence.from", "offence.to"}));
}

TEST(Expression, WhatDecidesAloneDecidesBesideAMissingFact) {
  EXPECT_EQ(shown("unsaid > 5 or a = 5"), "true");
  EXPECT_EQ(shown("a = 4 and unsaid"), "false");
  EXPECT_EQ(shown("list contains([unsaid, 7], 7)"), "true");
  EXPECT_EQ(shown("some x in [unsaid, 3] satisfies x = 3"), "true");
}

TEST(Expression, ListsCountFromOne) {
  EXPECT_EQ(shown("[10, 20, 30][1]"), "10");
  EXPECT_EQ(shown("[10, 20, 30][-1]"), "30");
  EXPECT_EQ(shown("[10, 20, 30][4]"), "null");
  EXPECT_EQ(shown("100[1]"), "100");
  EXPECT_EQ(shown("[1, 2, 3, 4][item > 2]"), "[3, 4]");
  EXPECT_EQ(shown("[{x: 1, y: 2}, {x: 3, y: 4}][x > 1].y"), "[4]");
  EXPECT_EQ(shown("\"foo\"[false]"), "[]");
  EXPECT_EQ(shown("for x in 1..3 return x * x"), "[1, 4, 9]");
  EXPECT_EQ(shown("for x in 3..1, y in [x] return x + y"), "[6, 4, 2]");
  EXPECT_EQ(shown("every x in [1, 2] satisfies x > 0"), "true");
  EXPECT_EQ(shown("count([1, 2, null])"), "3");
  EXPECT_EQ(shown("sum([1.10, 2.20])"), "3.3");
  EXPECT_EQ(shown("max(1, 7, 3)"), "7");
  EXPECT_EQ(shown("min([])"), "null");
}

TEST(Expression, ContextsNameTheirEntries) {
  EXPECT_EQ(shown("{monthly payment: 12, year: monthly payment * 12}.year"), "144");
  EXPECT_EQ(shown("{a: 1, \"b c\": \"x\"}"), "{a: 1, b c: \"x\"}");
  EXPECT_EQ(shown("{a: 1, a: 2}"), "null");
  EXPECT_EQ(shown("{a: 1}.b"), "null");
}

TEST(Expression, RangesKnowTheirEnds) {
  EXPECT_EQ(shown("5 in [1..5]"), "true");
  EXPECT_EQ(shown("5 in [1..5)"), "false");
  EXPECT_EQ(shown("1 in (1..5]"), "false");
  EXPECT_EQ(shown("1 in ]1..5]"), "false");
  EXPECT_EQ(shown("5 in (< 5, > 10)"), "false");
  EXPECT_EQ(shown("5 in <= 5"), "true");
  EXPECT_EQ(shown("a between 5 and 6 and b = 3"), "true");
  EXPECT_EQ(shown("true in [false, 2, 3]"), "false");
  EXPECT_EQ(shown("@\"2024-02-29\" in [date(\"2024-01-01\")..@\"2024-12-31\"]"), "true");
}

TEST(Expression, DatesAreDaysOfTheCalendar) {
  EXPECT_EQ(shown("date(\"2024-02-29\") < date(2024, 3, 1)"), "true");
  EXPECT_EQ(shown("date(\"2024-02-30\")"), "null");
  EXPECT_EQ(shown("@\"2024-03-15\".month"), "3");
  EXPECT_EQ(shown("@\"2024-03-01\" - @\"2024-02-28\""), "P2D");
  EXPECT_EQ(shown("@\"2024-02-29\" + @\"P1Y\""), "2025-02-28");
  EXPECT_EQ(shown("@\"2024-02-29\" - duration(\"P1D\")"), "2024-02-28");
  EXPECT_EQ(shown("duration(\"P1DT2H30M\") + @\"PT30M\""), "P1DT3H");
  EXPECT_EQ(shown("@\"P1Y\" = @\"P12M\""), "true");
  EXPECT_EQ(shown("@\"P1Y\" = @\"P365D\""), "null");
}

TEST(Expression, FunctionsTakeArgumentsByPlaceOrByName) {
  EXPECT_EQ(shown("substring(\"foobar\", 3)"), "obar");
  EXPECT_EQ(shown("substring(start position: -2, string: \"foobar\")"), "ar");
  EXPECT_EQ(shown("substring(start: 1, string: \"x\")"), "null");
  EXPECT_EQ(shown("string length(\"\\u00a3\")"), "1");
  EXPECT_EQ(shown("number(\"1,250.05\", \",\", \".\")"), "1250.05");
  EXPECT_EQ(shown("modulo(10, -4)"), "-2");
  EXPECT_EQ(shown("decimal(2.5, 0)"), "2");
  EXPECT_EQ(shown("round half up(2.5, 0)"), "3");
  EXPECT_EQ(shown("{twice: function(x: number) x * 2, y: twice(4)}.y"), "8");
  EXPECT_EQ(shown("list contains([1, 2], 2) and starts with(\"foo\", \"f\")"), "true");
}

TEST(Expression, RefusesWhatIsNoExpression) {
  for (const char* text :
       {"", "1 +", "(1", "[1, 2", "{a 1}", "if a then b", "\"open", "1 2", "for x return 1",
        "a b c +", "@\"", "f(1, x: 2)", "and", ")", "\"\\u12\"", "5 in", "a between 1"}) {
    const auto parsed = Expression::parse(text, {"a", "b"});
    EXPECT_FALSE(parsed.has_value()) << text;
  }
  EXPECT_EQ(Expression::parse("1 + (2 * ", FeelScope{}).error().place.field, "character 10");
}

std::string repeated(const std::string& part, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += part;
  return out;
}

TEST(Expression, DeepNestingIsAnErrorAndNoCrash) {
  for (const std::string& text :
       {repeated("(", 100'000), repeated("[", 100'000), repeated("-", 100'000) + "1",
        repeated("{a:", 100'000), repeated("if ", 100'000), repeated("1+", 5'000) + "1",
        repeated("f(", 100'000), "1" + repeated("[1]", 5'000), repeated("not(", 100'000),
        repeated("1 in (", 100'000), repeated("function(x) ", 100'000)}) {
    EXPECT_FALSE(Expression::parse(text, {"f"}).has_value()) << text.substr(0, 20);
  }
  EXPECT_TRUE(
      Expression::parse(repeated("(", 150) + "1" + repeated(")", 150), FeelScope{}).has_value());
}

TEST(Expression, EndlessCallsAndLoopsEnd) {
  EXPECT_EQ(shown("(function(f) f(f))(function(f) f(f))"), "null");
  EXPECT_EQ(shown("for x in 1..100000000 return x"), "null");
  EXPECT_EQ(shown("count(for x in 1..300000 return x)"), "300000");
}

// Each of these doubles what it has, again and again.
TEST(Expression, ValuesDoNotGrowWithoutBound) {
  for (const char* text : {
           "for i in 1..60 return if i = 1 then \"x\" else partial[-1] + partial[-1]",
           "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
           "for i in 1..60 return partial",
           "for i in 1..60 return {a: partial, b: partial}",
           "for i in 1..60 return [partial..partial]",
           "for i in 1..60 return string(partial)",
           "for i in 1..4000, j in 1..4000 return i * j",
       }) {
    EXPECT_LE(evaluated(text).value.weight(), 1'000'000U) << text;
  }
}

Value tested(const std::string& cell, const Value& input) {
  const auto tests = UnaryTests::parse(cell, {"a", "b", "relevant benefit", "unsaid"});
  if (!tests) return Value("fault: " + message(tests.error()));
  return tests.value().test(input, sample()).value;
}

TEST(UnaryTests, CellsTestTheInput) {
  const struct {
    const char* cell;
    Value input;
    const char* outcome;
  } table[] = {
      {"-", Value(), "true"},
      {"5", Value(Decimal(5)), "true"},
      {"< 5", Value(Decimal(5)), "false"},
      {"<= a", Value(Decimal(5)), "true"},
      {">= relevant benefit", Value(Decimal(4999)), "false"},
      {"[1..3]", Value(Decimal(3)), "true"},
      {"]1..3[", Value(Decimal(3)), "false"},
      {"1, 2, [7..8]", Value(Decimal(8)), "true"},
      {"not(1, 2)", Value(Decimal(2)), "false"},
      {"not(1, 2)", Value(Decimal(3)), "true"},
      {"\"x\", \"y\"", Value("y"), "true"},
      {"true", Value(false), "false"},
      {"false", Value(false), "true"},
      {"not(true)", Value(false), "true"},
      {"null", Value(), "true"},
      {"5", Value(), "false"},
      {"> 5", Value(), "null"},
      {"-5", Value(Decimal(-5)), "true"},
      {"? * 2 = 10", Value(Decimal(5)), "true"},
      {"starts with(?, \"f\")", Value("foo"), "true"},
      {"list contains([1, 2], ?)", Value(Decimal(3)), "false"},
      {"[\"x\", \"y\"]", Value("y"), "true"},
      {"@\"2024-01-01\"", Value(*make_date(2024, 1, 1)), "true"},
      {"5", Value("five"), "null"},
  };
  for (const auto& row : table) {
    EXPECT_EQ(text(tested(row.cell, row.input)), row.outcome) << row.cell;
  }
}

TEST(UnaryTests, AMissingFactLeavesTheCellOpenUnlessAnotherTestPasses) {
  for (const char* cell : {"5", "< 5", "not(5)", "[1..2]", "null", "1, 2", "? > 3", "true"}) {
    EXPECT_TRUE(tested(cell, Value::missing("x")).is_unknown()) << cell;
  }
  EXPECT_TRUE(tested("-", Value::missing("x")).is_true());
  EXPECT_TRUE(tested(">= unsaid", Value(Decimal(1))).is_unknown());
  EXPECT_TRUE(tested("? >= 5 or a = 5", Value::missing("x")).is_true());
}

}  // namespace
}  // namespace recoup
