#include "recoup/dmn/tck.hpp"

#include <gtest/gtest.h>

#include "model_builder.hpp"

namespace recoup {
namespace {

std::string test_file(const std::string& expected) {
  return R"(<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" )"
         R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName>m.dmn</modelName>)"
         R"(<testCase id="001"><inputNode name="a"><value xsi:type="xsd:decimal">1</value>)"
         R"(</inputNode><resultNode name="third" type="decision"><expected>)" +
         expected + "</expected></resultNode></testCase></testCases>";
}

FileSet files_with(const std::string& expected) {
  return {{"x/m.dmn", model_text(R"(<inputData id="i" name="a"/><decision id="d" name="third">)" +
                                 needs_input("i") +
                                 R"(<literalExpression><text>a / 3</text></literalExpression>)"
                                 R"(</decision>)")},
          {"x/m-test-01.xml", test_file(expected)}};
}

TEST(Tck, ComparesWithoutTolerance) {
  const TckReport exact = run_tck(
      files_with(R"(<value xsi:type="xsd:decimal">0.3333333333333333333333333333333333</value>)"));
  EXPECT_EQ(exact.passed, 1U);
  EXPECT_EQ(exact.tests_passed, 1U);
  const TckReport near =
      run_tck(files_with(R"(<value xsi:type="xsd:decimal">0.33333333333333</value>)"));
  EXPECT_EQ(near.passed, 0U);
  ASSERT_EQ(near.cases.size(), 1U);
  EXPECT_EQ(near.cases[0].node, "third");
  EXPECT_EQ(near.cases[0].why,
            "expected 0.33333333333333, is 0.3333333333333333333333333333333333");
}

TEST(Tck, AFileThatCannotBeReadIsAFailedCase) {
  FileSet files = files_with("<value>x</value>");
  files.erase("x/m.dmn");
  EXPECT_EQ(run_tck(files).failed, 1U);
  files["x/m-test-01.xml"] = "<open>";
  const TckReport report = run_tck(files);
  EXPECT_EQ(report.failed, 1U);
  EXPECT_NE(report.cases[0].why.find("m-test-01.xml"), std::string::npos);
}

}  // namespace
}  // namespace recoup
