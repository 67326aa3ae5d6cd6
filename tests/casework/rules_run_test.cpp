#include "recoup/casework/rules_run.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "recoup/markup/json.hpp"

namespace recoup {
namespace {

constexpr const char* model = R"(<definitions name="flags"
    xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
  <inputData id="a" name="amount"><variable name="amount" typeRef="number"/></inputData>
  <inputData id="c" name="channel"><variable name="channel" typeRef="string"/></inputData>
  <inputData id="n" name="small credits">
    <variable name="small credits" typeRef="number"/></inputData>
  <decision id="d" name="Flag">
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <informationRequirement><requiredInput href="#c"/></informationRequirement>
    <informationRequirement><requiredInput href="#n"/></informationRequirement>
    <decisionTable hitPolicy="COLLECT">
      <input><inputExpression><text>amount</text></inputExpression></input>
      <input><inputExpression><text>channel</text></inputExpression></input>
      <input><inputExpression><text>small credits</text></inputExpression></input>
      <output/><annotation name="reason"/>
      <rule id="large"><inputEntry><text>&gt; 5000</text></inputEntry>
        <inputEntry><text>"cash"</text></inputEntry><inputEntry><text>-</text></inputEntry>
        <outputEntry><text>1</text></outputEntry>
        <annotationEntry><text>A large sum in cash.</text></annotationEntry></rule>
      <rule id="split"><inputEntry><text>-</text></inputEntry>
        <inputEntry><text>-</text></inputEntry><inputEntry><text>&gt;= 2</text></inputEntry>
        <outputEntry><text>2</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>)";

class RulesRunTest : public testing::Test {
 protected:
  RulesRunTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "recoup-rules-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~RulesRunTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::string write(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  std::string told(const RulesRunRequest& request) {
    std::string out;
    const auto reply = run_rules(request, [&](std::string_view piece) -> Result<void> {
      out += piece;
      return {};
    });
    needs_person_ = reply && reply.value().needs_person;
    return reply ? out : message(reply.error());
  }

  std::string told(const std::string& rows, Form form = Form::text) {
    return told(
        {write("m.dmn", model), "Flag", write("rows.csv", rows), std::nullopt, false, form});
  }

  std::filesystem::path folder_;
  bool needs_person_ = false;
};

TEST_F(RulesRunTest, TellsWhichRulesFireInWhichRow) {
  EXPECT_EQ(told("amount,channel,small credits\n6000.01,cash,0\n5000,cash,2\n1,card,0\n"),
            "DRAFT\n\nrow 1: determined, [1]\n  large fires\n    reason: A large sum in cash.\n"
            "row 2: determined, [2]\n  split fires\n"
            "3 rows: 2 rules fired, 0 open; 3 rows determined, 0 undetermined, 0 withheld; "
            "2 judged twice\n\nDRAFT\n");
  EXPECT_FALSE(needs_person_);
}

TEST_F(RulesRunTest, KeepsAMissingFactApartFromNone) {
  EXPECT_EQ(told("amount,channel,note,small credits\n,cash,x,1\nnull,cash,y,1\n"),
            "DRAFT\n\nrow 1: undetermined\n  large is open; missing: amount\n"
            "    reason: A large sum in cash.\n"
            "2 rows: 0 rules fired, 1 open; 1 rows determined, 1 undetermined, 0 withheld; "
            "1 judged twice\nnot used: note\n\nDRAFT\n");
  EXPECT_TRUE(needs_person_);
}

TEST_F(RulesRunTest, WritesJsonThatCanBeRead) {
  for (const char* rows : {"amount,channel,small credits\n7000,cash,5\n,wire,2\n,card,\n",
                           "amount,channel,small credits\n1,cash,1\n"}) {
    const std::string json = told(rows, Form::json);
    EXPECT_TRUE(read_json(json, [](const JsonEvent&) -> Result<void> { return {}; })) << json;
    EXPECT_NE(json.find("\"summary\""), std::string::npos);
  }
}

TEST_F(RulesRunTest, NamesTheFieldThatIsNotOfItsType) {
  EXPECT_NE(told("amount,channel,small credits\n1,cash,1\nmany,cash,1\n")
                .find("rows.csv:3: amount: found \"many\"; expected a number"),
            std::string::npos);
  EXPECT_NE(
      told("amount,channel,small credits\n12345678901234567890,cash,1\n").find("at most 18 digits"),
      std::string::npos);
  EXPECT_NE(told("amount,amount,small credits\n1,2,3\n").find("twice"), std::string::npos);
}

TEST_F(RulesRunTest, ComputesTheFeaturesOfAPack) {
  write("pack/model/flags.dmn", model);
  write("pack/pack.json", R"({"id": "p", "title": "T", "jurisdiction": "none", "version": "1",
                              "feel": "DMN 1.3", "status": "enabled"})");
  write("pack/params/limits.csv",
        "parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note\n"
        "small.limit,100,GBP,2020-01-01,,the payment,a convention,,,,\n");
  write("pack/features/f.json", R"({"features": [{"name": "small credits", "grain": ["account"],
    "filter": {"amount": "< small limit"}, "day": "booked", "window_days": 3,
    "aggregate": "count", "source": "a convention"}]})");
  const std::string rows = write("rows.csv",
                                 "account,booked,amount,channel\nA,2024-01-01,10,card\n"
                                 "A,2024-01-03,20,card\nA,2024-01-04,30,card\n"
                                 "B,2024-01-04,10,card\n");
  const std::string pack = (folder_ / "pack").string();
  const std::string out = told({pack, "", rows, "2024-06-01", true, Form::text});
  EXPECT_NE(out.find("row 2: determined, [2]\n  small credits: 2; of rows 1, 2\n  split fires\n"
                     "row 3: determined, [2]\n  small credits: 2; of rows 2, 3\n  split fires\n"
                     "4 rows: 2 rules fired"),
            std::string::npos)
      << out;
  EXPECT_NE(told({pack, "", rows, std::nullopt, true, Form::text}).find("small credits: missing"),
            std::string::npos);
}

TEST_F(RulesRunTest, SaysWhichCellsAreTestedOverColumns) {
  const auto plan = explain_rules_plan(write("m.dmn", model), "", Form::text);
  ASSERT_TRUE(plan);
  EXPECT_NE(plan.value().text.find("once for each text"), std::string::npos) << plan.value().text;
  EXPECT_NE(plan.value().text.find("batch"), std::string::npos);
  for (const char* pack : {"ew-criminal-lifestyle", "ew-relevant-day", "recoup-ranking"}) {
    EXPECT_TRUE(explain_rules_plan(pack, "", Form::json)) << pack;
  }
}

TEST_F(RulesRunTest, RefusesRulesThatThereAreNot) {
  EXPECT_EQ(explain_rules_plan("no-such-pack", "", Form::text).error().code, ErrorCode::not_found);
  EXPECT_EQ(explain_rules_plan(write("m.dmn", model), "Other", Form::text).error().code,
            ErrorCode::not_found);
  EXPECT_EQ(explain_rules_plan(write("bad.dmn", "<a/>"), "", Form::text).error().code,
            ErrorCode::malformed);
}

}  // namespace
}  // namespace recoup
