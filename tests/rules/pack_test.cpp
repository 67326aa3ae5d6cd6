#include "recoup/rules/pack.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

const std::string header =
    "parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note\n";

std::string line(const std::string& value, const std::string& from, const std::string& to) {
  return "gift.window," + value + ",GBP," + from + "," + to + ",day of the gift,\"s.1, s.2\",,,,\n";
}

const std::string description =
    R"({"id": "p", "title": "T", "jurisdiction": "J", "version": "1", "status": "enabled"})";

FileSet small_pack() {
  return {{"pack.json", description},
          {"params/a.csv", header + line("1000.00", "2006-07-31", "")},
          {"model/m.dmn",
           R"(<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m">)"
           R"(<inputData id="a" name="gift value"/><inputData id="w" name="gift window"/>)"
           R"(<decision id="d" name="Large gift"><question>Is the gift large?</question>)"
           R"(<informationRequirement><requiredInput href="#a"/></informationRequirement>)"
           R"(<informationRequirement><requiredInput href="#w"/></informationRequirement>)"
           R"(<decisionTable><input><inputExpression><text>gift value</text></inputExpression>)"
           R"(</input><output/><annotation name="authority"/><annotation name="reason"/>)"
           R"(<rule id="large"><inputEntry><text>&gt;= gift window</text></inputEntry>)"
           R"(<outputEntry><text>true</text></outputEntry><annotationEntry><text>s.1; s.2</text>)"
           R"(</annotationEntry><annotationEntry><text>{gift value} reaches {gift window}.</text>)"
           R"(</annotationEntry></rule><rule id="small"><inputEntry><text>&lt; gift window</text>)"
           R"(</inputEntry><outputEntry><text>false</text></outputEntry></rule>)"
           R"(</decisionTable></decision></definitions>)"}};
}

FactTable gift_of(const std::string& amount) {
  FactTable facts;
  facts.set(
      {"gift value", Value(Decimal::parse(amount).value().value), "GBP", {"case.json", 7, ""}});
  return facts;
}

TEST(Pack, AnswersWithReasonAuthorityFiguresAndProvenance) {
  const Pack pack = Pack::read(small_pack()).value();
  const Finding finding =
      pack.evaluate("Large gift", gift_of("1250.50"), make_date(2024, 1, 1)).value();
  EXPECT_EQ(finding.question, "Is the gift large?");
  EXPECT_TRUE(finding.value.is_true());
  ASSERT_EQ(finding.fired.size(), 1U);
  EXPECT_EQ(finding.fired[0].reason, "1,250.50 GBP reaches 1,000.00 GBP.");
  EXPECT_EQ(finding.fired[0].authority, (std::vector<std::string>{"s.1", "s.2"}));
  ASSERT_EQ(finding.fired[0].cells.size(), 1U);
  EXPECT_EQ(finding.fired[0].cells[0].value, "1,250.50 GBP");
  EXPECT_EQ(finding.fired[0].cells[0].test, ">= gift window");
  ASSERT_EQ(finding.fired[0].cells[0].bounds.size(), 1U);
  EXPECT_EQ(finding.fired[0].cells[0].bounds[0].value, "1,000.00 GBP");
  ASSERT_EQ(finding.not_fired.size(), 1U);
  EXPECT_EQ(finding.not_fired[0].cells.back().test, "< gift window");
  ASSERT_EQ(finding.parameters.size(), 1U);
  EXPECT_EQ(finding.parameters[0].name, "gift.window");
  ASSERT_EQ(finding.facts.size(), 1U);
  EXPECT_EQ(finding.facts[0].origin.line, 7U);
  EXPECT_EQ(sentences(finding),
            (std::vector<std::string>{
                "1. Is the gift large?: yes.", "2. 1,250.50 GBP reaches 1,000.00 GBP. [s.1; s.2]",
                "3. Rule small does not apply: gift value is 1,250.50 GBP, and the rule asks for "
                "< gift window (gift window is 1,000.00 GBP).",
                "4. Figure of the law: gift window is 1,000.00 GBP from 31 July 2006 [s.1, s.2].",
                "5. Rules: pack p 1, SHA-256 " + pack.digest().text() + "."}));
}

TEST(Pack, ADayBeforeTheFirstPeriodOrNoDayLeavesTheAnswerOpen) {
  const Pack pack = Pack::read(small_pack()).value();
  const Finding early =
      pack.evaluate("Large gift", gift_of("1250.50"), make_date(2006, 7, 30)).value();
  EXPECT_EQ(early.status, Status::undetermined);
  EXPECT_EQ(early.missing, std::vector<std::string>{"gift window on 2006-07-30"});
  const Finding dayless = pack.evaluate("Large gift", gift_of("1250.50"), {}).value();
  EXPECT_EQ(dayless.missing, std::vector<std::string>{"the day that governs gift window"});
  EXPECT_EQ(sentences(dayless)[0],
            "1. Is the gift large?: not determined; to be obtained: the day that governs gift "
            "window.");
}

TEST(Pack, TheDigestStandsForEveryByte) {
  const Pack pack = Pack::read(small_pack()).value();
  EXPECT_EQ(Pack::read(small_pack()).value().digest(), pack.digest());
  FileSet changed = small_pack();
  changed["law/note.md"] = "x";
  const Pack with_note = Pack::read(changed).value();
  EXPECT_NE(with_note.digest(), pack.digest());
  changed["law/note.md"] = "y";
  EXPECT_NE(Pack::read(changed).value().digest(), with_note.digest());
  std::string lines;
  for (const auto& [path, bytes] : small_pack()) lines += path + " " + sha256(bytes).text() + "\n";
  EXPECT_EQ(pack.digest(), sha256(lines));
}

TEST(Pack, RefusesWhatIsNoPack) {
  const auto code = [](const std::string& path, const std::string& bytes) {
    FileSet files = small_pack();
    files[path] = bytes;
    if (bytes.empty()) files.erase(path);
    return Pack::read(files).error().code;
  };
  EXPECT_EQ(code("pack.json", ""), ErrorCode::not_found);
  EXPECT_EQ(code("pack.json", "{"), ErrorCode::malformed);
  EXPECT_EQ(code("pack.json", R"({"id": "p"})"), ErrorCode::malformed);
  EXPECT_EQ(code("model/n.dmn", "<x/>"), ErrorCode::malformed);
  EXPECT_EQ(code("params/b.csv", header + line("2", "2010-01-01", "")), ErrorCode::contradiction);
  EXPECT_EQ(Pack::read({{"pack.json", description}}).error().code, ErrorCode::not_found);
  EXPECT_EQ(Pack::read(small_pack()).value().evaluate("x", {}, {}).error().code,
            ErrorCode::not_found);
}

TEST(Pack, LetsAModelImportAnotherOfThePack) {
  const std::string head = R"(<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" )";
  FileSet files = small_pack();
  files["model/once.dmn"] = head + R"(name="once" namespace="urn:once">
    <decision id="d" name="Once"><variable name="Once" typeRef="number"/>
      <literalExpression><text>21</text></literalExpression></decision></definitions>)";
  files["model/twice.dmn"] = head + R"(name="twice" namespace="urn:twice">
    <import name="first" namespace="urn:once"
        importType="https://www.omg.org/spec/DMN/20191111/MODEL/"/>
    <decision id="e" name="Twice"><variable name="Twice" typeRef="number"/>
      <informationRequirement><requiredDecision href="urn:once#d"/></informationRequirement>
      <literalExpression><text>2 * first.Once</text></literalExpression></decision></definitions>)";
  const auto pack = Pack::read(files);
  ASSERT_TRUE(pack.has_value()) << message(pack.error());
  EXPECT_EQ(text(pack.value().evaluate("Twice", {}, std::nullopt).value().value), "42");
  files.erase("model/once.dmn");
  EXPECT_EQ(Pack::read(files).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace recoup
