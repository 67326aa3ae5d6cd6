#include "recoup/rules/pack_check.hpp"

#include <gtest/gtest.h>

#include <set>

#include "recoup/rules/pack.hpp"
#include "small_pack.hpp"

namespace recoup {
namespace {

const std::string model = "model/gifts.dmn";

std::string told(const PackCheck& check) {
  std::string out;
  for (const LintRemark& one : check.remarks) {
    out += std::string(lint_code_text(one.code)) + " " + one.file + ":" + std::to_string(one.line) +
           " " + one.rule + ": " + one.found + " / " + one.expected + "\n";
  }
  return out;
}

/// Checks that the pack is refused by this code alone, and gives the first remark.
LintRemark only(const FileSet& files, LintCode code) {
  const PackCheck check = check_pack(files);
  EXPECT_FALSE(check.passed());
  std::set<LintCode> codes;
  for (const LintRemark& one : check.remarks) {
    if (one.refuses()) codes.insert(one.code);
  }
  EXPECT_EQ(codes, std::set<LintCode>{code}) << told(check);
  for (const LintRemark& one : check.remarks) {
    if (one.refuses()) return one;
  }
  return {};
}

/// The small pack whose cell of the rule "large" reads otherwise.
FileSet with_cell(const std::string& cell) {
  return small_pack_with(model, "&gt;= gift window", cell);
}

TEST(PackCheck, PassesAPackThatKeepsTheRules) {
  const PackCheck check = check_pack(small_pack());
  EXPECT_TRUE(check.passed()) << told(check);
  EXPECT_EQ(check.pack, "gifts");
  EXPECT_EQ(check.rules, 2U);
  EXPECT_EQ(check.parameters, 2U);
  EXPECT_EQ(check.provisions, 3U);
}

TEST(PackCheck, EveryPackOfTheProgramPasses) {
  for (const std::string& id : built_in_pack_ids()) {
    FileSet files;
    for (const auto& [path, bytes] : built_in_pack_files()) {
      if (path.starts_with(id + "/")) files[path.substr(id.size() + 1)] = bytes;
    }
    const PackCheck check = check_pack(files);
    EXPECT_TRUE(check.passed()) << told(check);
    EXPECT_EQ(check.pack, id);
  }
}

TEST(PackCheck, RefusesARowWithoutAuthority) {
  FileSet files = small_pack_with(model, "<text>Gifts Act 1901 s.1(1)</text>", "<text></text>");
  const LintRemark remark = only(files, LintCode::row_without_authority);
  EXPECT_EQ(remark.file, model);
  EXPECT_EQ(remark.rule, "large");
  EXPECT_GT(remark.line, 0U);
}

TEST(PackCheck, RefusesARowThatNoTestFires) {
  FileSet files = small_pack();
  std::string& tests = files.at("tests/gifts-test-01.xml");
  tests.replace(tests.find("<testCase id=\"002\""), std::string::npos, "</testCases>");
  EXPECT_EQ(only(files, LintCode::row_without_test).rule, "small");
}

TEST(PackCheck, RefusesATestThatFails) {
  const FileSet files =
      small_pack_with("tests/gifts-test-01.xml", small_case("002", "249.99", "false"),
                      small_case("002", "249.99", "false") + small_case("003", "1.00", "true"));
  EXPECT_EQ(only(files, LintCode::failed_test).rule, "003");
}

TEST(PackCheck, RefusesAnAuthorityThatTheLawDoesNotTellOf) {
  const LintRemark remark =
      only(small_pack_with("law/gifts.md", "s.1(1)]", "s.2(1)]"), LintCode::authority_without_law);
  EXPECT_EQ(remark.found, "\"Gifts Act 1901 s.1(1)\"");
  EXPECT_EQ(
      only(small_pack_with("law/gifts.md", "s.1(3)]", "s.3]"), LintCode::authority_without_law)
          .file,
      "params/gifts.csv");
}

/// The small pack whose cell of the rule "large" asks for more, which changes no answer.
FileSet asking(const std::string& condition) {
  return with_cell("? &gt;= gift window or (" + condition + " and false)");
}

/// The small pack with one more fact for its decision.
FileSet with_fact(FileSet files, const std::string& name, const std::string& type,
                  const std::string& may_be_missing) {
  std::string& bytes = files.at(model);
  bytes.insert(bytes.find("  <decision "), "<inputData id=\"" + type + "\" name=\"" + name +
                                               "\"><variable name=\"" + name + "\" typeRef=\"" +
                                               type + "\"/></inputData>\n");
  bytes.insert(bytes.find("    <decisionTable"), "<informationRequirement><requiredInput href=\"#" +
                                                     type + "\"/></informationRequirement>\n");
  files.at("facts.csv") +=
      name + "," + type + ",gift,,Something,somewhere," + may_be_missing + "\n";
  return files;
}

TEST(PackCheck, RefusesAFigureOrADayInACell) {
  const LintRemark figure = only(with_cell("&gt;= gift window * 1"), LintCode::literal_threshold);
  EXPECT_EQ(figure.found, "\"1\"");
  EXPECT_EQ(figure.rule, "large");
  EXPECT_EQ(figure.line, 24U);
  EXPECT_EQ(only(asking("date(\"2020-01-01\") = null"), LintCode::literal_threshold).found,
            "\"date(\"2020-01-01\")\"");
}

TEST(PackCheck, RefusesANameOutsideTheRule) {
  for (const std::string name : {"gift-value", "gift/value"}) {
    FileSet files = small_pack();
    for (auto& [path, bytes] : files) {
      for (std::size_t at = 0; (at = bytes.find("gift value", at)) != std::string::npos;) {
        bytes.replace(at, 10, name);
        at += name.size();
      }
    }
    EXPECT_EQ(only(files, LintCode::name).rule, name);
  }
}

TEST(PackCheck, RefusesFunctionsThatAreNotOfTheLanguage) {
  EXPECT_EQ(only(with_cell("&gt;= (function(x) x)(gift window)"), LintCode::custom_function).rule,
            "large");
  const FileSet java = small_pack_with(
      model, "  <decision id=\"large-gift\"",
      "  <businessKnowledgeModel id=\"b\" name=\"worth\"><encapsulatedLogic kind=\"Java\">"
      "</encapsulatedLogic></businessKnowledgeModel>\n  <decision id=\"large-gift\"");
  EXPECT_EQ(only(java, LintCode::custom_function).found, "a function of the kind \"Java\"");
}

TEST(PackCheck, RefusesTheClock) {
  EXPECT_EQ(only(asking("today() = null"), LintCode::clock).found, "\"today()\"");
}

TEST(PackCheck, RefusesTimesComparedByEquality) {
  const FileSet files =
      with_fact(asking("gift moment = gift moment"), "gift moment", "time", "yes");
  EXPECT_EQ(only(files, LintCode::time_equality).found, "\"gift moment = gift moment\"");
}

TEST(PackCheck, RefusesArithmeticOfDaysOutsideAPeriod) {
  const FileSet files = with_fact(asking("gift day - gift day = null"), "gift day", "date", "yes");
  EXPECT_EQ(only(files, LintCode::duration_arithmetic).found, "\"gift day - gift day\"");
  const auto knowledge = [](const std::string& name) {
    return small_pack_with(
        model, "  <decision id=\"large-gift\"",
        "  <businessKnowledgeModel id=\"b\" name=\"" + name +
            "\"><encapsulatedLogic><formalParameter name=\"day\"/><formalParameter "
            "name=\"years\"/><literalExpression><text>day - duration(years)</text>"
            "</literalExpression></encapsulatedLogic></businessKnowledgeModel>\n"
            "  <decision id=\"large-gift\"");
  };
  EXPECT_TRUE(check_pack(knowledge("period of looking back")).passed());
  only(knowledge("looking back"), LintCode::duration_arithmetic);
}

TEST(PackCheck, RefusesIfOnWhatMayBeMissing) {
  const std::string condition = "(if gift known then true else false)";
  const LintRemark remark = only(with_fact(asking(condition), "gift known", "boolean", "yes"),
                                 LintCode::uncertain_condition);
  EXPECT_EQ(remark.found, "\"if gift known then true else false\"");
  EXPECT_TRUE(check_pack(with_fact(asking(condition), "gift known", "boolean", "no")).passed());
}

TEST(PackCheck, RefusesMoneyDividedWithoutRounding) {
  EXPECT_EQ(only(asking("gift value / gift window = null"), LintCode::unrounded_division).found,
            "\"gift value / gift window\"");
  EXPECT_TRUE(check_pack(asking("decimal(gift value / gift window, 2) = null")).passed());
}

TEST(PackCheck, RefusesPatternsThatRe2DoesNotRead) {
  EXPECT_EQ(only(asking("matches(\"aa\", \"(a)\\\\1\")"), LintCode::pattern).rule, "large");
}

TEST(PackCheck, SaysWhatItCouldNotAnalyse) {
  const PackCheck check = check_pack(asking("gift window = null"));
  EXPECT_TRUE(check.passed()) << told(check);
  ASSERT_EQ(check.remarks.size(), 2U);
  EXPECT_EQ(check.remarks[0].code, LintCode::not_analysed);
}

TEST(PackCheck, RefusesOverlapsOfAUniqueTableWithAnExample) {
  FileSet files = small_pack_with(model, "&lt; gift window", "&lt;= gift window");
  std::string& tests = files.at("tests/gifts-test-01.xml");
  tests.replace(tests.find("250.00"), 6, "250.01");
  const LintRemark remark = only(files, LintCode::overlap);
  EXPECT_EQ(remark.found,
            "large and small both fire where gift value is gift window (200) (law in force on "
            "1901-01-01)");
}

TEST(PackCheck, RefusesGapsWithAnExample) {
  FileSet files = small_pack_with(model, "&gt;= gift window", "&gt; gift window");
  std::string& tests = files.at("tests/gifts-test-01.xml");
  tests.replace(tests.find("250.00"), 6, "250.01");
  EXPECT_EQ(only(files, LintCode::gap).found,
            "no rule fires where gift value is gift window (200) (law in force on 1901-01-01)");
  const FileSet otherwise = [&] {
    FileSet copy = files;
    std::string& bytes = copy.at(model);
    const std::string output = "<output id=\"o\" typeRef=\"boolean\"/>";
    bytes.replace(bytes.find(output), output.size(),
                  "<output id=\"o\" typeRef=\"boolean\"><defaultOutputEntry><text>null</text>"
                  "</defaultOutputEntry></output>");
    return copy;
  }();
  EXPECT_TRUE(check_pack(otherwise).passed()) << told(check_pack(otherwise));
}

TEST(PackCheck, RefusesAnInputThatNothingDefines) {
  const LintRemark remark =
      only(small_pack_with("facts.csv", "gift value,", "gift worth,"), LintCode::undefined_input);
  EXPECT_EQ(remark.found, "\"gift value\"");
}

TEST(PackCheck, RefusesADescriptionThatDiffersFromItsAnnotations) {
  EXPECT_EQ(
      only(small_pack_with(model, "s.1(1): {gift", "s.1(1): The {gift"), LintCode::annotation).rule,
      "large");
}

TEST(PackCheck, RefusesElementsOfNewerVersionsAndOfVendors) {
  EXPECT_EQ(only(small_pack_with(model, "20191111", "20230324"), LintCode::newer_element).found,
            "DMN of 20230324");
  const FileSet vendor =
      small_pack_with(model, "  <decision ", "  <v:x xmlns:v=\"urn:vendor\"/>\n  <decision ");
  EXPECT_EQ(only(vendor, LintCode::newer_element).found, "\"x\" of a vendor");
}

TEST(PackCheck, RefusesWhatCannotBeRead) {
  EXPECT_EQ(only(with_cell("&gt;= ("), LintCode::unreadable).rule, "large");
  EXPECT_EQ(only(small_pack_with("facts.csv", ",yes", ",perhaps"), LintCode::unreadable).line, 2U);
  FileSet files = small_pack();
  files.erase("pack.json");
  EXPECT_EQ(only(files, LintCode::unreadable).file, "pack.json");
}

}  // namespace
}  // namespace recoup
