// Types, services, imports and the boxed expressions of later versions of the standard.

#include <gtest/gtest.h>

#include "model_builder.hpp"

namespace recoup {
namespace {

std::string literal(const std::string& expression) {
  return "<literalExpression><text><![CDATA[" + expression + "]]></text></literalExpression>";
}

std::string decision(const std::string& id, const std::string& type, const std::string& inside) {
  return "<decision id=\"" + id + "\" name=\"" + id + "\"><variable name=\"" + id + "\"" +
         (type.empty() ? "" : " typeRef=\"" + type + "\"") + "/>" + inside + "</decision>";
}

std::string shown(const DecisionModel& model, const std::string& name, const Context& inputs = {}) {
  return text(model.evaluate(name, inputs, DecisionMode::standard).value().value);
}

Context with(const std::string& name, Value value) {
  Context inputs;
  inputs.set(name, std::move(value));
  return inputs;
}

TEST(ItemTypes, ValuesThatDoNotFitAreNull) {
  const DecisionModel model = read(model_text(
      R"(<itemDefinition name="tList" isCollection="true"><typeRef>tGrade</typeRef>)"
      R"(</itemDefinition>)"
      R"(<itemDefinition name="tGrade"><typeRef>number</typeRef>)"
      R"(<allowedValues><text>[1..5]</text></allowedValues></itemDefinition>)"
      R"(<itemDefinition name="tPerson"><itemComponent name="grade"><typeRef>tGrade</typeRef>)"
      R"(</itemComponent></itemDefinition>)"
      R"(<inputData id="i" name="grade"><variable name="grade" typeRef="tGrade"/></inputData>)" +
      decision("d", "", needs_input("i") + literal("grade")) +
      decision("single", "tGrade", literal("[3]")) + decision("listed", "tList", literal("3")) +
      decision("outside", "tGrade", literal("6")) +
      decision("member", "tPerson", literal("{grade: 9}")) +
      decision("asked", "", literal("6 instance of tGrade")) +
      decision("path", "tPerson.grade", literal("5"))));
  EXPECT_EQ(shown(model, "d", with("grade", number("5"))), "5");
  EXPECT_EQ(shown(model, "d", with("grade", number("6"))), "null");
  EXPECT_EQ(shown(model, "d", with("grade", Value("5"))), "null");
  EXPECT_EQ(shown(model, "single"), "3");
  EXPECT_EQ(shown(model, "listed"), "[3]");
  EXPECT_EQ(shown(model, "outside"), "null");
  EXPECT_EQ(shown(model, "member"), "null");
  EXPECT_EQ(shown(model, "asked"), "true");
  EXPECT_EQ(shown(model, "path"), "5");
  // Before a court a fact of a wrong type is no "no": the conclusion is withheld, with the reason.
  const Outcome wrong =
      model.evaluate("d", with("grade", number("6")), DecisionMode::court).value();
  EXPECT_EQ(wrong.status, Status::withheld);
  ASSERT_EQ(wrong.errors.size(), 1U);
  EXPECT_EQ(wrong.errors[0], "number where number ([1..5]) belongs");
}

TEST(ItemTypes, ThatContainThemselvesAreRefused) {
  const auto model = DecisionModel::read(
      "x.dmn", model_text(R"(<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition>)"
                          R"(<itemDefinition name="b"><typeRef>a</typeRef></itemDefinition>)"));
  ASSERT_FALSE(model.has_value());
  EXPECT_EQ(model.error().code, ErrorCode::contradiction);
}

const std::string service_model = model_text(
    R"(<inputData id="i" name="i"><variable name="i" typeRef="number"/></inputData>)" +
    decision("handed", "", literal("\"own\"")) +
    decision("inner", "", needs_input("i") + needs("handed") + literal("string(i) + handed")) +
    decision("outer", "", needs("inner") + literal("inner + \"!\"")) +
    R"(<decisionService id="s" name="s"><outputDecision href="#outer"/>)"
    R"(<encapsulatedDecision href="#inner"/><inputDecision href="#handed"/>)"
    R"(<inputData href="#i"/></decisionService>)" +
    decision("call", "",
             R"(<knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>)" +
                 literal("[s(1, \"a\"), s(handed: \"b\", i: 2), s(1), s(\"x\", \"y\")]")));

TEST(DecisionService, IsAFunctionOfItsInputsInOrder) {
  const DecisionModel model = read(service_model);
  // Input data first, then decisions that are handed in.
  EXPECT_EQ(shown(model, "call"), R"(["1a!", "2b!", null, null])");
  Context inputs;
  inputs.set("i", number("7"));
  inputs.set("handed", Value(" given"));
  EXPECT_EQ(text(model.invoke("s", inputs, DecisionMode::standard).value().value), "7 given!");
  // A fact that nobody gave stays missing inside.
  const Value open = model.invoke("s", with("i", number("7")), DecisionMode::court).value().value;
  EXPECT_TRUE(open.is_unknown());
  EXPECT_EQ(model.invoke("inner", inputs, DecisionMode::standard).error().code,
            ErrorCode::not_found);
}

std::string importing(const std::string& own, const std::string& imported,
                      const std::string& inside) {
  const std::string standard = "https://www.omg.org/spec/DMN/20230324/MODEL/";
  const std::string import =
      "<import name=\"lib\" namespace=\"" + imported + "\" importType=\"" + standard + "\"/>";
  return "<definitions name=\"m\" xmlns=\"" + standard + "\" namespace=\"" + own + "\">" +
         (imported.empty() ? "" : import) + inside + "</definitions>";
}

TEST(Imports, BringDecisionsTypesAndKnowledgeBehindTheirName) {
  const std::string library = importing(
      "urn:lib", "",
      R"(<itemDefinition name="tSmall"><typeRef>number</typeRef><allowedValues>)"
      R"(<text>&lt; 10</text></allowedValues></itemDefinition><inputData id="i" name="base"/>)"
      R"(<businessKnowledgeModel id="k" name="twice the sum"><encapsulatedLogic>)"
      R"(<formalParameter name="a"/><literalExpression><text>2 * a</text></literalExpression>)"
      R"(</encapsulatedLogic></businessKnowledgeModel>)" +
          decision("start", "", needs_input("i") + literal("base + 1")));
  const std::string model_bytes = importing(
      "urn:main", "urn:lib",
      R"(<decision id="d" name="d"><variable name="d" typeRef="lib.tSmall"/>)"
      R"(<informationRequirement><requiredDecision href="urn:lib#start"/></informationRequirement>)"
      R"(<knowledgeRequirement><requiredKnowledge href="urn:lib#k"/></knowledgeRequirement>)" +
          literal("lib.twice the sum(lib.start)") + "</decision>");
  const auto model = DecisionModel::read("m.dmn", model_bytes, {{"lib.dmn", library}});
  ASSERT_TRUE(model.has_value()) << message(model.error());
  EXPECT_EQ(shown(model.value(), "d", with("base", number("1"))), "4");
  EXPECT_EQ(shown(model.value(), "d", with("base", number("9"))), "null");
  EXPECT_EQ(model.value().inputs_of("d"), std::vector<std::string>{"base"});
  EXPECT_EQ(DecisionModel::read("m.dmn", model_bytes).error().code, ErrorCode::not_found);
}

TEST(Imports, InACircleAreRefused) {
  const auto circle = DecisionModel::read("a.dmn", importing("urn:a", "urn:b", ""),
                                          {{"b.dmn", importing("urn:b", "urn:a", "")}});
  ASSERT_FALSE(circle.has_value());
  EXPECT_EQ(circle.error().code, ErrorCode::contradiction);
  const auto itself = DecisionModel::read("a.dmn", importing("urn:a", "urn:a", ""));
  ASSERT_FALSE(itself.has_value());
  EXPECT_EQ(itself.error().code, ErrorCode::contradiction);
}

TEST(BoxedExpressions, OfLaterVersionsAreValues) {
  const std::string list = "<in>" + literal("[1, 2, 3]") + "</in>";
  const DecisionModel model = read(model_text(
      decision("if", "",
               "<conditional><if>" + literal("1 < 2") + "</if><then>" + literal("\"t\"") +
                   "</then><else>" + literal("\"e\"") + "</else></conditional>") +
      decision("filter", "",
               "<filter>" + list + "<match>" + literal("item > 1") + "</match></filter>") +
      decision("for", "",
               "<for iteratorVariable=\"x\">" + list + "<return>" + literal("x + count(partial)") +
                   "</return></for>") +
      decision("some", "",
               "<some iteratorVariable=\"x\">" + list + "<satisfies>" + literal("x > 2") +
                   "</satisfies></some>") +
      decision("every", "",
               "<every iteratorVariable=\"x\">" + list + "<satisfies>" + literal("x > 2") +
                   "</satisfies></every>")));
  EXPECT_EQ(shown(model, "if"), "t");
  EXPECT_EQ(shown(model, "filter"), "[2, 3]");
  EXPECT_EQ(shown(model, "for"), "[1, 3, 5]");
  EXPECT_EQ(shown(model, "some"), "true");
  EXPECT_EQ(shown(model, "every"), "false");
}

TEST(BoxedExpressions, AMissingFactIsNoNoInALoop) {
  const DecisionModel model = read(model_text(
      R"(<inputData id="i" name="limit"/>)" +
      decision("some", "",
               needs_input("i") + "<some iteratorVariable=\"x\"><in>" + literal("[1, 2]") +
                   "</in><satisfies>" + literal("x > limit") + "</satisfies></some>") +
      decision("if", "", needs_input("i") + literal("if limit > 1 then \"t\" else \"e\""))));
  EXPECT_EQ(model.evaluate("some", {}, DecisionMode::court).value().status, Status::undetermined);
  EXPECT_EQ(model.evaluate("if", {}, DecisionMode::court).value().missing,
            std::vector<std::string>{"limit"});
  // The standard takes "else" for a null; before a court that is withheld.
  EXPECT_EQ(shown(model, "if"), "e");
  EXPECT_EQ(model.evaluate("if", with("limit", Value()), DecisionMode::court).value().status,
            Status::withheld);
}

TEST(Reading, ForgivesOnRequestAlone) {
  const std::string bytes =
      model_text(decision("bad", "", literal("1 +")) + decision("good", "", literal("2")) +
                 R"(<businessKnowledgeModel id="k" name="k"><encapsulatedLogic )"
                 R"(kind="Java"/></businessKnowledgeModel>)");
  EXPECT_EQ(DecisionModel::read("x.dmn", bytes).error().code, ErrorCode::malformed);
  const auto model = DecisionModel::read("x.dmn", bytes, {}, ModelReading::forgiving);
  ASSERT_TRUE(model.has_value());
  EXPECT_EQ(shown(model.value(), "good"), "2");
  const Value bad = model.value().evaluate("bad", {}, DecisionMode::standard).value().value;
  ASSERT_NE(bad.as<Null>(), nullptr);
  EXPECT_EQ(bad.as<Null>()->errors.size(), 1U);
}

}  // namespace
}  // namespace recoup
