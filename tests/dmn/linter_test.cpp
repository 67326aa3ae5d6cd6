#include "recoup/dmn/linter.hpp"

#include <gtest/gtest.h>

#include "recoup/dmn/model_outline.hpp"
#include "small_pack.hpp"

namespace recoup {
namespace {

/// A table from its columns and rows: cells, then the output.
OutlineTable table(const std::string& policy, const std::vector<OutlineColumn>& inputs,
                   const std::vector<std::vector<std::string>>& rows) {
  OutlineTable made;
  made.hit_policy = policy;
  made.inputs = inputs;
  made.outputs.resize(1);
  for (const auto& row : rows) {
    OutlineRule rule;
    rule.id = "r" + std::to_string(made.rules.size() + 1);
    for (std::size_t i = 0; i + 1 < row.size(); ++i) rule.tests.push_back({row[i], 0});
    rule.outputs.push_back({row.back(), 0});
    made.rules.push_back(std::move(rule));
  }
  return made;
}

OutlineColumn column(const std::string& expression, const std::string& type,
                     const std::string& values = "") {
  OutlineColumn made;
  made.expression.text = expression;
  made.type = type;
  made.values.text = values;
  return made;
}

const NameUses names = {
    {"kind", {"string", false, true, false}},   {"amount", {"number", true, true, false}},
    {"day", {"date", false, true, false}},      {"start", {"date", false, true, false}},
    {"known", {"boolean", false, true, false}}, {"low", {"number", true, false, false}},
    {"high", {"number", true, false, false}}};

std::vector<std::string> told(const OutlineTable& made,
                              const std::vector<LawPeriod>& periods = {}) {
  std::vector<std::string> lines;
  for (const LintRemark& one : table_coverage(made, names, periods)) {
    lines.push_back(std::string(lint_code_text(one.code)) + ": " + one.found);
  }
  return lines;
}

using Lines = std::vector<std::string>;

LawPeriod period(const std::string& since, int low, int high) {
  return {since, {{"low", Value(Decimal(low))}, {"high", Value(Decimal(high))}}};
}

TEST(TableCoverage, FindsNothingWhereEveryValueFiresOneRule) {
  EXPECT_EQ(told(table("UNIQUE", {column("amount", "number")},
                       {{"< low", "1"}, {"[low..high]", "2"}, {"> high", "3"}}),
                 {period("2000-01-01", 1, 5)}),
            Lines{});
  EXPECT_EQ(told(table("UNIQUE", {column("known", "boolean"), column("day", "date")},
                       {{"true", "> start", "1"}, {"true", "<= start", "2"}, {"false", "-", "3"}})),
            Lines{});
}

TEST(TableCoverage, UsesTheFiguresOfEachPeriod) {
  const OutlineTable bands = table("UNIQUE", {column("amount", "number")},
                                   {{"< low", "1"}, {"[low..high]", "2"}, {">= high", "3"}});
  EXPECT_EQ(told(bands, {period("2000-01-01", 1, 5), period("2010-01-01", 1, 9)}),
            Lines{"overlap: r2 and r3 both fire where amount is high (5) (law in force on "
                  "2000-01-01)"});
  // Bounds the wrong way round leave a hole, in that period alone.
  const OutlineTable crossed =
      table("UNIQUE", {column("amount", "number")}, {{"< low", "1"}, {">= high", "2"}});
  EXPECT_EQ(told(crossed, {period("2000-01-01", 5, 5), period("2010-01-01", 5, 9)}),
            Lines{"gap: no rule fires where amount is low (5) (law in force on 2010-01-01)"});
}

TEST(TableCoverage, PutsFactsThatBoundCellsWhereverTheyMayLie) {
  EXPECT_EQ(told(table("UNIQUE", {column("day", "date")}, {{"> start", "1"}, {"< start", "2"}})),
            Lines{"gap: no rule fires where day is start"});
}

TEST(TableCoverage, KnowsTheValuesThatAColumnMayHave) {
  const std::vector<std::vector<std::string>> rows = {{"\"cash\"", "1"}, {"not(\"cash\")", "2"}};
  EXPECT_EQ(told(table("UNIQUE", {column("kind", "string")}, rows)), Lines{});
  EXPECT_EQ(told(table("UNIQUE", {column("kind", "string", "\"cash\", \"account\"")},
                       {{"\"cash\"", "1"}, {"\"account\"", "2"}})),
            Lines{});
  EXPECT_EQ(told(table("UNIQUE", {column("kind", "string")}, {{"\"cash\"", "1"}})),
            Lines{"gap: no rule fires where kind is none of \"cash\""});
  EXPECT_EQ(told(table("UNIQUE", {column("known", "boolean")}, {{"true", "1"}})),
            Lines{"gap: no rule fires where known is false"});
  EXPECT_EQ(told(table("UNIQUE", {column("known", "boolean")},
                       {{"true", "1"}, {"false", "2"}, {"null", "3"}})),
            Lines{});
}

TEST(TableCoverage, AllowsWhatTheHitPolicyAllows) {
  const std::vector<std::vector<std::string>> rows = {{"-", "1"}, {"true", "1"}};
  EXPECT_EQ(told(table("ANY", {column("known", "boolean")}, rows)), Lines{});
  EXPECT_EQ(told(table("COLLECT", {column("known", "boolean")}, {{"true", "1"}})), Lines{});
  EXPECT_EQ(told(table("FIRST", {column("known", "boolean")}, {{"true", "1"}})).size(), 1U);
  EXPECT_EQ(told(table("ANY", {column("known", "boolean")}, {{"-", "1"}, {"true", "2"}})),
            Lines{"overlap: r1 and r2 both fire where known is true"});
}

TEST(TableCoverage, SaysWhichCellItCouldNotRead) {
  const Lines lines = told(
      table("UNIQUE", {column("amount", "number")}, {{"? > 0 and ? < 5", "1"}, {">= 5", "2"}}));
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[0].starts_with("not-analysed: r1 and r2"));
  EXPECT_TRUE(lines[1].starts_with("not-analysed: whether a rule fires where amount is below 5"));
  // A value of another type has no order with the rest.
  EXPECT_EQ(told(table("UNIQUE", {column("amount", "number")}, {{"< 5", "1"}, {"\"a\"", "2"}})),
            Lines{"not-analysed: the column \"amount\""});
}

TEST(ModelOutline, TellsWhatStandsInAModelAndWhere) {
  const ModelOutline outline = outline_model("m.dmn", small_model).value();
  EXPECT_EQ(outline.name, "Gifts");
  EXPECT_EQ(outline.version, "20191111");
  ASSERT_EQ(outline.names.size(), 3U);
  const OutlineElement* element = outline.find("Large gift");
  ASSERT_NE(element, nullptr);
  EXPECT_EQ(element->question, "Is the gift large?");
  EXPECT_EQ(element->needs, (std::vector<std::string>{"gift value", "gift window"}));
  ASSERT_EQ(element->tables.size(), 1U);
  const OutlineRule& rule = element->tables[0].rules[0];
  EXPECT_EQ(rule.id, "large");
  EXPECT_EQ(rule.line, 22U);
  EXPECT_EQ(rule.tests[0].text, ">= gift window");
  EXPECT_EQ(rule.tests[0].line, 24U);
  EXPECT_EQ(rule.annotation("authority"), "Gifts Act 1901 s.1(1)");
  EXPECT_EQ(rule.annotation("nothing"), "");
  EXPECT_EQ(outline_model("m.dmn", "<x/>").error().code, ErrorCode::malformed);
}

TEST(Linter, ReadsAModelThatCannotBeRun) {
  const std::string model =
      "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" name=\"m\">"
      "<decision id=\"d\" name=\"Answer\"><conditional><if><literalExpression><text>now() = null"
      "</text></literalExpression></if></conditional></decision></definitions>";
  std::vector<LintCode> codes;
  for (const LintRemark& one : lint_model("m.dmn", model, {})) codes.push_back(one.code);
  EXPECT_EQ(codes, (std::vector<LintCode>{LintCode::newer_element, LintCode::time_equality,
                                          LintCode::clock}));
  EXPECT_EQ(lint_model("m.dmn", "nothing", {}).front().code, LintCode::unreadable);
}

}  // namespace
}  // namespace recoup
