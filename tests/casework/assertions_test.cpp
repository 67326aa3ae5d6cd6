// What a person, or the bank's own mark, decides about the movements of a case.

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/questions.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

/// 1,000.00 of a source, 600.00 paid out and back, then 1,000.00 paid out.
const std::string marked_statement =
    ":20:S1\n:25:20112212345678\n:28C:1/1\n:60F:C250101GBP0,00\n"
    ":61:2501020102C1000,00NTRFT1//T1\n:86:SOURCE\n"
    ":61:2501030103C500,00NTRFC1//C1\n:86:WAGES\n"
    ":61:2501040104D600,00NTRFP1//P1\n:86:BUILDER\n"
    ":61:2501060106RD600,00NTRFP1//R1\n:86:RETURNED\n"
    ":61:2501070107D1000,00NTRFP2//P2\n:86:DEALER\n"
    ":62F:C250107GBP500,00\n-\n";

std::string case_with(const std::string& sections) {
  return R"({"case": {"id": "C-1", "name": "R v Sample", "operation": "Sample"},
 "accounts": [{"account": "20112212345678", "holder": "A", "currency": "GBP"}],
 "sources": [{"id": "S1", "account": "20112212345678", "reference": "T1", "basis": "stated"}])" +
         sections + "}";
}

class AssertionsTest : public CaseworkTest {
 protected:
  [[nodiscard]] Reply fifo() const {
    return answer_trace(session_, {"C-1", "fifo", std::nullopt, Form::text}).value();
  }
};

TEST_F(AssertionsTest, TheBanksMarkGivesTheVeryLotsBack) {
  import("case.json", case_with(""));
  import("statement.sta", marked_statement);
  const Reply reply = fifo();
  EXPECT_THAT(reply.text, HasSubstr("DEALER"));
  EXPECT_THAT(reply.text, Not(HasSubstr("BUILDER")));
  EXPECT_THAT(reply.text, HasSubstr("the bank marks it as a reversal"));
}

TEST_F(AssertionsTest, AMarkWithoutADebitIsAnOrdinaryCreditAndIsFlagged) {
  std::string unlike = marked_statement;
  unlike.replace(unlike.find("RD600,00NTRFP1"), 14, "RD600,00NTRFX9");
  import("case.json", case_with(""));
  import("statement.sta", unlike);
  const Reply reply = fifo();
  EXPECT_TRUE(reply.needs_person);
  EXPECT_THAT(reply.text, HasSubstr("BUILDER"));
  EXPECT_THAT(reply.text, HasSubstr("it is followed as an ordinary credit"));
}

TEST_F(AssertionsTest, APersonsReversalStandsWithItsReason) {
  std::string unlike = marked_statement;
  unlike.replace(unlike.find("RD600,00NTRFP1"), 14, "RD600,00NTRFX9");
  import("case.json", case_with(R"(, "reversals": [{"id": "R1", "account": "20112212345678",
    "reference": "R1", "of_reference": "P1", "by": "A Officer", "on": "2025-02-01",
    "why": "the bank's letter of 30 January"}])"));
  import("statement.sta", unlike);
  const Reply reply = fifo();
  EXPECT_FALSE(reply.needs_person) << reply.text;
  EXPECT_THAT(reply.text, Not(HasSubstr("BUILDER")));
  EXPECT_THAT(reply.text,
              HasSubstr("asserted by A Officer on 2025-02-01: the bank's letter of 30 January"));
}

TEST_F(AssertionsTest, ASecondReversalOfOneCreditIsListedAndNotApplied) {
  import("case.json", case_with(R"(, "reversals": [
    {"id": "V1", "account": "20112212345678", "reference": "R1", "of_reference": "P1",
     "why": "first"},
    {"id": "V2", "account": "20112212345678", "reference": "R1", "of_reference": "P2",
     "why": "second"}])"));
  import("statement.sta", marked_statement);
  const Reply reply = fifo();
  EXPECT_TRUE(reply.needs_person);
  EXPECT_THAT(reply.text, Not(HasSubstr("BUILDER")));
  EXPECT_THAT(reply.text, HasSubstr("reversals V2: another reversal names the same credit"));
}

TEST_F(AssertionsTest, AnAcceptedGapNeedsAReason) {
  const std::string gapped = statement(
      "20112212345678,2025-01-02,100.00,GBP,100.00,,PAYER,FIRST,T1\n"
      "20112212345678,2025-02-02,-10.00,GBP,50.00,,SHOP,SECOND,P1\n");
  import("statement.csv", gapped);
  import("case.json", case_with(R"(, "accepted_gaps": [{"id": "G1",
    "account": "20112212345678", "reference": "P1"}])"));
  EXPECT_THAT(fifo().text, HasSubstr("no reason is given"));
  EXPECT_THAT(fifo().text, HasSubstr("100.00"));
  import("second.json", case_with(R"(, "accepted_gaps": [{"id": "G1",
    "account": "20112212345678", "reference": "P1", "why": "the bank destroyed its records"}])"));
  EXPECT_THAT(fifo().text, HasSubstr("is accepted; asserted: the bank destroyed its records"));
  EXPECT_THAT(fifo().text, HasSubstr("40.00"));
}

}  // namespace
}  // namespace recoup
