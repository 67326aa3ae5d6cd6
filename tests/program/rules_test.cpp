// Tables of rules over files of rows, as a user runs them.

#include <gtest/gtest.h>

#include "program.hpp"

namespace recoup {
namespace {

TEST(Rules, RunOverTheRowsOfAFile) {
  const Workplace place;
  const std::string rows = place.file("rows.csv", "working days to deadline\n0\n\n");
  const ProgramRun run = place.run({"rules", "run", "recoup-ranking", "--rows", rows, "--on",
                                    "2026-06-01", "--decision", "no such table"});
  EXPECT_EQ(run.status, 66);
  EXPECT_NE(run.err.find("no such table"), std::string::npos) << run.err;
}

TEST(Rules, EndWithAStatusThatSaysWhatIsWanting) {
  const Workplace place;
  const std::string model = place.file("m.dmn", R"(<definitions name="m"
      xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
    <inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>
    <decision id="d" name="d"><informationRequirement><requiredInput href="#x"/>
      </informationRequirement><decisionTable>
      <input><inputExpression><text>x</text></inputExpression></input><output/>
      <rule id="r"><inputEntry><text>1</text></inputEntry>
        <outputEntry><text>"one"</text></outputEntry></rule></decisionTable></decision>
    </definitions>)");
  const auto run = [&](const std::string& rows) {
    return place.run({"rules", "run", model, "--rows", place.file("rows.csv", rows)});
  };
  EXPECT_EQ(run("x\n1\n2\n").status, 0);
  EXPECT_NE(run("x\n1\n2\n").out.find("row 1: determined, one"), std::string::npos);
  EXPECT_EQ(run("x\n1\n\n").status, 1);
  EXPECT_EQ(run("x\none\n").status, 65);
  EXPECT_EQ(place.run({"rules", "run", model, "--rows", place.path("none.csv")}).status, 66);
  EXPECT_EQ(place.run({"rules", "run", model}).status, 64);
  const ProgramRun plan = place.run({"rules", "explain-plan", model, "--json"});
  EXPECT_EQ(plan.status, 0);
  EXPECT_NE(plan.out.find("\"batch\""), std::string::npos) << plan.out;
}

}  // namespace
}  // namespace recoup
