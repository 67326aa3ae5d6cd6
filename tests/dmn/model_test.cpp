#include "recoup/dmn/model.hpp"

#include <gtest/gtest.h>

#include "model_builder.hpp"

namespace recoup {
namespace {

const std::string chained = model_text(
    R"(<inputData id="i1" name="opening balance"/><inputData id="i2" name="closing balance"/>)"
    R"(<businessKnowledgeModel id="k1" name="gap"><encapsulatedLogic>)"
    R"(<formalParameter name="from"/>)"
    R"(<formalParameter name="to"/><literalExpression><text>to - from</text></literalExpression>)"
    R"(</encapsulatedLogic></businessKnowledgeModel>)"
    R"(<decision id="d2" name="is short">)" +
    needs("d1") +
    R"(<literalExpression><text>net change &lt; 0</text></literalExpression></decision>)"
    R"(<decision id="d1" name="net change">)" +
    needs_input("i1") + needs_input("i2") +
    R"(<knowledgeRequirement><requiredKnowledge href="#k1"/></knowledgeRequirement>)"
    R"(<literalExpression><text>gap(opening balance, closing balance)</text></literalExpression>)"
    R"(</decision>)");

TEST(DecisionModel, EvaluatesWhatADecisionNeedsFirst) {
  const DecisionModel model = read(chained);
  EXPECT_EQ(model.decisions(), (std::vector<std::string>{"is short", "net change"}));
  EXPECT_EQ(model.inputs_of("is short"),
            (std::vector<std::string>{"closing balance", "opening balance"}));
  Context inputs;
  inputs.set("opening balance", number("120.50"));
  inputs.set("closing balance", number("100.25"));
  const Outcome outcome = model.evaluate("is short", inputs, DecisionMode::court).value();
  EXPECT_EQ(text(outcome.value), "true");
  EXPECT_EQ(outcome.status, Status::determined);
  ASSERT_EQ(outcome.depends_on.size(), 1U);
  EXPECT_EQ(text(outcome.depends_on[0].value), "-20.25");
}

TEST(DecisionModel, AnInputThatIsNotGivenIsAMissingFactInCourtAndNullElsewhere) {
  const DecisionModel model = read(chained);
  Context inputs;
  inputs.set("opening balance", number("120.50"));
  const Outcome court = model.evaluate("is short", inputs, DecisionMode::court).value();
  EXPECT_EQ(court.status, Status::undetermined);
  EXPECT_EQ(court.missing, std::vector<std::string>{"closing balance"});
  const Outcome standard = model.evaluate("is short", inputs, DecisionMode::standard).value();
  EXPECT_EQ(text(standard.value), "null");
}

TEST(DecisionModel, AFaultWithholdsTheConclusion) {
  const DecisionModel model = read(chained);
  Context inputs;
  inputs.set("opening balance", Value("many"));
  inputs.set("closing balance", number("1"));
  const Outcome outcome = model.evaluate("is short", inputs, DecisionMode::court).value();
  EXPECT_EQ(outcome.status, Status::withheld);
  EXPECT_EQ(outcome.errors, std::vector<std::string>{"number - string is not defined"});
}

TEST(DecisionModel, RefusesWhatIsNoModel) {
  const struct {
    std::string bytes;
    ErrorCode code;
  } table[] = {
      {"", ErrorCode::malformed},
      {"<a/>", ErrorCode::malformed},
      {model_text(R"(<decision id="d" name="x">)" + needs("y") + "</decision>"),
       ErrorCode::not_found},
      {model_text(R"(<decision id="a" name="x">)" + needs("b") +
                  R"(</decision><decision id="b" name="y">)" + needs("a") + "</decision>"),
       ErrorCode::contradiction},
      {model_text(R"(<decision id="a" name="x"/><decision id="a" name="y"/>)"),
       ErrorCode::contradiction},
      {model_text(R"(<decision id="a" name="x"><literalExpression><text>1 +</text>)"
                  R"(</literalExpression></decision>)"),
       ErrorCode::malformed},
      {model_text(R"(<decision id="a" name="x"><decisionTable hitPolicy="SOMETIMES"/></decision>)"),
       ErrorCode::malformed},
  };
  for (const auto& row : table) {
    const auto model = DecisionModel::read("x.dmn", row.bytes);
    ASSERT_FALSE(model.has_value()) << row.bytes;
    EXPECT_EQ(model.error().code, row.code) << row.bytes;
    EXPECT_EQ(model.error().place.document, "x.dmn");
  }
  EXPECT_EQ(read(chained).evaluate("nothing", {}, DecisionMode::court).error().code,
            ErrorCode::not_found);
}

TEST(DecisionModel, ReadsEveryVersionOfTheStandard) {
  for (const std::string uri : {"http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                                "https://www.omg.org/spec/DMN/20230324/MODEL/"}) {
    EXPECT_TRUE(DecisionModel::read("x.dmn", "<definitions xmlns=\"" + uri + "\"/>").has_value());
  }
}

TEST(DecisionModel, BoxedContextsListsRelationsAndInvocationsAreValues) {
  const DecisionModel model = read(model_text(
      R"(<decision id="d" name="x"><context><contextEntry><variable name="two words"/>)"
      R"(<list><literalExpression><text>1</text></literalExpression>)"
      R"(<literalExpression><text>2</text></literalExpression></list></contextEntry>)"
      R"(<contextEntry><variable name="rows"/><relation><column name="a"/><column name="b"/>)"
      R"(<row><literalExpression><text>3</text></literalExpression>)"
      R"(<literalExpression><text>4</text></literalExpression></row></relation></contextEntry>)"
      R"(<contextEntry><variable name="f"/><functionDefinition><formalParameter name="n"/>)"
      R"(<literalExpression><text>n * 10</text></literalExpression></functionDefinition>)"
      R"(</contextEntry><contextEntry><variable name="called"/><invocation>)"
      R"(<literalExpression><text>f</text></literalExpression><binding><parameter name="n"/>)"
      R"(<literalExpression><text>rows[1].b</text></literalExpression></binding></invocation>)"
      R"(</contextEntry><contextEntry><literalExpression>)"
      R"(<text>sum(two words) + called</text></literalExpression></contextEntry>)"
      R"(</context></decision>)"));
  EXPECT_EQ(text(model.evaluate("x", {}, DecisionMode::court).value().value), "43");
}

}  // namespace
}  // namespace recoup
