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

/// A car paid out of an overdraft, and the money that came two days later.
const std::string overdrawn_statement =
    "20112212345678,2025-06-01,-100.00,GBP,-100.00,,CAR DEALER,CAR,P1\n"
    "20112212345678,2025-06-03,100.00,GBP,0.00,,BRIBER,GIFT,T1\n";

std::string coordination(const std::string& more) {
  return case_with(R"(, "coordinations": [{"id": "D1", "account": "20112212345678",
    "reference": "T1", "of_reference": "P1")" +
                   more + "}]");
}

TEST_F(AssertionsTest, CoordinationNeedsAReasonEvidenceAndWhoAndWhen) {
  import("statement.csv", statement(overdrawn_statement));
  import("case.json", coordination(R"(, "why": "one plan", "by": "A Officer")"));
  const Reply reply = fifo();
  EXPECT_TRUE(reply.needs_person);
  EXPECT_THAT(reply.text, HasSubstr("coordinations D1: it does not say \"evidence\""));
  EXPECT_THAT(reply.text, Not(HasSubstr("CAR DEALER")));
}

TEST_F(AssertionsTest, EveryFigureThatRestsOnCoordinationSaysSo) {
  import("statement.csv", statement(overdrawn_statement));
  import("case.json", coordination(R"(, "why": "one plan", "by": "A Officer", "on": "2025-07-01",
    "evidence": "exhibit AO/1")"));
  const Reply reply = fifo();
  EXPECT_FALSE(reply.needs_person) << reply.text;
  EXPECT_THAT(reply.text, HasSubstr("100.00 GBP of source S1 at CAR DEALER rests on an assertion"));
  EXPECT_THAT(reply.text, HasSubstr("asserted by A Officer on 2025-07-01: one plan; evidence: "
                                    "exhibit AO/1"));
  const std::string json =
      answer_trace(session_, {"C-1", "fifo", std::nullopt, Form::json}).value().text;
  EXPECT_THAT(json, HasSubstr("\"coordination\": ["));
  EXPECT_THAT(json, HasSubstr("\"node\": \"CAR DEALER\""));
}

TEST_F(AssertionsTest, CoordinationWithAnEarlierCreditIsListedAndNotFollowed) {
  import("statement.csv",
         statement("20112212345678,2025-06-01,100.00,GBP,100.00,,BRIBER,GIFT,T1\n"
                   "20112212345678,2025-06-03,-150.00,GBP,-50.00,,CAR DEALER,CAR,P1\n"));
  import("case.json", coordination(R"(, "why": "one plan", "by": "A Officer", "on": "2025-07-01",
    "evidence": "exhibit AO/1")"));
  const Reply reply = fifo();
  EXPECT_TRUE(reply.needs_person);
  EXPECT_THAT(reply.text, HasSubstr("the credit does not come later; it is not followed"));
  EXPECT_THAT(reply.text, Not(HasSubstr("rests on: the debit")));
}

/// 900.00 of the source and 100.00 of other money earn 10.00 in a month.
const std::string interest_statement =
    ":20:S1\n:25:20112212345678\n:28C:1/1\n:60F:C250101GBP0,00\n"
    ":61:2501010101C900,00NTRFT1//T1\n:86:SOURCE\n"
    ":61:2501010101C100,00NTRFC1//C1\n:86:WAGES\n"
    ":61:2501310131C10,00NINTI1//I1\n:86:CREDIT INTEREST\n"
    ":62F:C250131GBP1010,00\n-\n";

std::string accrued(Session& session, Form form) {
  TraceRequest request{"C-1", "pro-rata", std::nullopt, form};
  request.accrue = true;
  return answer_trace(session, request).value().text;
}

TEST_F(AssertionsTest, TheBanksCodeSaysWhatIsInterestAndARequestSplitsIt) {
  import("case.json", case_with(""));
  import("statement.sta", interest_statement);
  EXPECT_THAT(fifo().text, HasSubstr("900.00"));
  const std::string json = accrued(session_, Form::json);
  EXPECT_THAT(json, HasSubstr("\"amount\": \"909.00\""));
  EXPECT_THAT(json, HasSubstr("\"why\": \"the bank codes it as interest\""));
  EXPECT_THAT(json, HasSubstr("\"from\": \"2025-01-01\",\n        \"until\": \"2025-01-31\""));
  EXPECT_THAT(accrued(session_, Form::text), HasSubstr("minor units held at the end of a day"));
}

TEST_F(AssertionsTest, APersonsRecordSaysWhatIsInterestAndForWhichDays) {
  std::string unmarked = interest_statement;
  unmarked.replace(unmarked.find("NINT"), 4, "NMSC");
  import("statement.sta", unmarked);
  import("case.json", case_with(""));
  EXPECT_THAT(accrued(session_, Form::text), HasSubstr("no credit is marked or recorded"));
  import("second.json", case_with(R"(, "interest": [{"id": "I1", "account": "20112212345678",
    "reference": "I1", "from": "2025-01-10", "why": "the bank's letter", "by": "A Officer",
    "on": "2025-02-03"}])"));
  const std::string out = accrued(session_, Form::text);
  EXPECT_THAT(out, HasSubstr("2025-01-10"));
  EXPECT_THAT(out, HasSubstr("asserted by A Officer on 2025-02-03: the bank's letter"));
  EXPECT_THAT(out, HasSubstr("909.00"));
}

TEST_F(AssertionsTest, ARecordOfInterestOnADebitIsListed) {
  import("statement.csv", statement(overdrawn_statement));
  import("case.json", case_with(R"(, "interest": [{"id": "I1", "account": "20112212345678",
    "reference": "P1", "why": "by mistake"}])"));
  EXPECT_THAT(accrued(session_, Form::text), HasSubstr("interest I1: it is no credit"));
}

TEST_F(AssertionsTest, APoolIsSharedByWhatEachPaidIn) {
  import("case.json", case_with(""));
  import("statement.sta", interest_statement);
  PoolRequest request;
  request.case_id = "C-1";
  request.account = "20112212345678";
  request.form = Form::json;
  const std::string json = answer_pool(session_, request).value().text;
  EXPECT_THAT(json, HasSubstr("\"left\": \"1010.00\""));
  EXPECT_THAT(json, HasSubstr("\"share\": \"900.00\""));
  EXPECT_THAT(json, HasSubstr("\"source\": null"));
  request.form = Form::text;
  request.is_capped = true;
  EXPECT_THAT(answer_pool(session_, request).value().text, HasSubstr("Roscoe v Winder"));
  request.currency = "EUR";
  EXPECT_EQ(answer_pool(session_, request).error().code, ErrorCode::usage);
  request.account = "nobody";
  EXPECT_EQ(answer_pool(session_, request).error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace recoup
