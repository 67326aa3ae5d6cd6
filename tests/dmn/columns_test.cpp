#include "recoup/dmn/columns.hpp"

#include <gtest/gtest.h>

#include "model_builder.hpp"
#include "recoup/dmn/input_types.hpp"

namespace recoup {
namespace {

TEST(FactColumn, GivesBackWhatItTook) {
  FactColumn sums("sum", FactColumn::Kind::number, 2);
  EXPECT_TRUE(sums.add(number("12.5")));
  EXPECT_TRUE(sums.add(Value()));
  EXPECT_TRUE(sums.add(Value::missing("anything")));
  EXPECT_EQ(text(sums.value(0)), "12.5");
  EXPECT_TRUE(sums.value(1).is_null() && !sums.value(1).is_unknown());
  EXPECT_EQ(sums.value(2).as<Null>()->missing, (std::vector<std::string>{"sum"}));
}

TEST(FactColumn, TakesNoValueThatItCannotHoldExactly) {
  FactColumn sums("sum", FactColumn::Kind::number, 2);
  EXPECT_FALSE(sums.add(number("0.125")));
  EXPECT_FALSE(sums.add(number("92233720368547758.08")));
  EXPECT_FALSE(sums.add(Value("1")));
  EXPECT_FALSE(sums.add(Value::error("a fault")));
  EXPECT_EQ(sums.size(), 0U);
  EXPECT_TRUE(sums.add(number("-92233720368547758.08")));
}

TEST(FactColumn, KeepsATextOnce) {
  FactColumn kinds("kind", FactColumn::Kind::text);
  for (const char* kind : {"a", "b", "a"}) EXPECT_TRUE(kinds.add(Value(kind)));
  EXPECT_EQ(kinds.dictionary(), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(text(kinds.value(2)), "a");
}

TEST(FactColumns, AreEquallyLongAndHaveNamesOfTheirOwn) {
  FactColumn one("one", FactColumn::Kind::truth);
  FactColumn other("other", FactColumn::Kind::date);
  one.add_truth(true);
  EXPECT_EQ(FactColumns::of({one, other}).error().code, ErrorCode::contradiction);
  EXPECT_EQ(FactColumns::of({one, one}).error().code, ErrorCode::contradiction);
  other.add_date(make_date(2024, 2, 29).value());
  const FactColumns both = FactColumns::of({one, other}).value();
  EXPECT_EQ(both.find("other"), 1U);
  EXPECT_EQ(text(*both.row(0).find("other")), "2024-02-29");
}

TEST(InputTypes, FollowsTheDefinitionsOfAModel) {
  const auto types = read_input_types("m.dmn", model_text(R"(
    <itemDefinition name="sum"><typeRef>feel:number</typeRef></itemDefinition>
    <itemDefinition name="round"><typeRef>about</typeRef></itemDefinition>
    <itemDefinition name="about"><typeRef>round</typeRef></itemDefinition>
    <itemDefinition name="many" isCollection="true"><typeRef>string</typeRef></itemDefinition>
    <inputData name="a"><variable typeRef="sum"/></inputData>
    <inputData name="b  c"><variable typeRef="boolean"/></inputData>
    <inputData name="d"><variable typeRef="round"/></inputData>
    <inputData name="e"><variable typeRef="many"/></inputData>
    <inputData><variable name="f"/></inputData>)"));
  ASSERT_TRUE(types);
  ASSERT_EQ(types.value().size(), 5U);
  EXPECT_EQ(types.value()[0].kind(), FactColumn::Kind::number);
  EXPECT_EQ(types.value()[1].name, "b c");
  EXPECT_EQ(types.value()[1].kind(), FactColumn::Kind::truth);
  EXPECT_EQ(types.value()[2].kind(), std::nullopt);
  EXPECT_EQ(types.value()[3].type, "list");
  EXPECT_EQ(types.value()[4].name, "f");
  EXPECT_EQ(types.value()[4].type, "");
}

TEST(InputTypes, AreToldByTheCellsWhereTheModelIsSilent) {
  const auto model =
      table_model("", "<output/>", {{"? + 1 > 2", "not(\"a\")", "1"}, {"< 7", "-", "2"}});
  EXPECT_EQ(kind_by_cells(model, "x"), FactColumn::Kind::number);
  EXPECT_EQ(kind_by_cells(model, "y"), FactColumn::Kind::text);
  EXPECT_EQ(kind_by_cells(model, "z"), std::nullopt);
}

}  // namespace
}  // namespace recoup
