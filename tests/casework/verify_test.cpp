#include "recoup/casework/verify_statements.hpp"

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/assess_case.hpp"
#include "recoup/casework/case_report.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "recoup/casework/rank_cases.hpp"
#include "recoup/casework/summarise.hpp"
#include "recoup/report/completeness_report.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string case_of_a =
    R"({"case": {"id": "C-1", "name": "R v Sample", "operation": "Sample"},
 "accounts": [{"account": "20-11-22 12345678", "holder": "A Holder", "currency": "GBP"}],
 "sources": [{"id": "S1", "account": "20-11-22 12345678", "reference": "r1", "basis": "stated"}]})";

const std::string january =
    "20-11-22 12345678,2025-01-02,10.00,GBP,110.00,,PAYER,FIRST,r1\n"
    "20-11-22 12345678,2025-01-30,-4.00,GBP,106.00,,SHOP,SECOND,r2\n";
const std::string march =
    "20-11-22 12345678,2025-03-03,5.00,GBP,125.00,,PAYER,THIRD,r3\n"
    "20-11-22 12345678,2025-03-20,-1.00,GBP,124.00,,SHOP,FOURTH,r4\n";

class VerifyTest : public CaseworkTest {
 protected:
  [[nodiscard]] Reply verify(Form form, std::optional<std::string> case_id = std::nullopt) const {
    return answer_verify(session_, {std::move(case_id), form, false, ""}).value();
  }
};

TEST_F(VerifyTest, StatementsThatProveThemselvesNeedNobody) {
  import("january.csv", statement(january));
  const Reply reply = verify(Form::text);
  EXPECT_FALSE(reply.needs_person);
  EXPECT_THAT(reply.text, HasSubstr("20-11-22 12345678, GBP: complete"));
  EXPECT_THAT(verify(Form::json).text, HasSubstr("\"complete\": true"));
}

TEST_F(VerifyTest, WhatIsMissingStandsInTheGridInJsonAndInTheLetter) {
  import("case.json", case_of_a);
  import("january.csv", statement(january));
  import("march.csv", statement(march));
  const Reply text = verify(Form::text, "C-1");
  EXPECT_TRUE(text.needs_person);
  EXPECT_THAT(text.text, HasSubstr("2025-01-31  2025-03-02  missing"));
  EXPECT_THAT(text.text, HasSubstr("14.00"));
  const Reply json = verify(Form::json, "C-1");
  EXPECT_THAT(json.text, HasSubstr("\"verdict\": \"missing\""));
  EXPECT_THAT(json.text, HasSubstr("\"difference\": \"14.00\""));
  const Reply letter =
      answer_verify(session_, {std::optional<std::string>("C-1"), Form::text, true, ""}).value();
  EXPECT_THAT(letter.text, HasSubstr("Account holder: A Holder"));
  EXPECT_THAT(letter.text, HasSubstr("31 January 2025 to 2 March 2025"));
  EXPECT_THAT(letter.text, HasSubstr("section 345"));
}

TEST_F(VerifyTest, LettersAreWrittenOneForEachAccount) {
  import("january.csv", statement(january));
  import("march.csv", statement(march));
  import("other.csv", statement("B/../C,2025-01-01,1.00,GBP,,,,,\n"));
  const std::string folder = (folder_ / "letters").string();
  const Reply reply = answer_verify(session_, {std::nullopt, Form::text, true, folder}).value();
  EXPECT_TRUE(reply.needs_person);
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    count += entry.is_regular_file() ? 1U : 0U;
  }
  EXPECT_EQ(count, 2U);
  EXPECT_EQ(
      answer_verify(session_, {std::nullopt, Form::text, true, (folder_ / "january.csv").string()})
          .error()
          .code,
      ErrorCode::cannot_write);
}

TEST_F(VerifyTest, ACompleteAccountNeedsNoLetter) {
  import("january.csv", statement(january));
  const Reply reply = answer_verify(session_, {std::nullopt, Form::text, true, ""}).value();
  EXPECT_EQ(reply.text, "nothing is to be asked for\n");
  EXPECT_FALSE(reply.needs_person);
}

TEST_F(VerifyTest, RefusedRecordsAreNamedBesideTheDifference) {
  import("january.csv",
         statement(january + "20-11-22 12345678,2025-01-31,x,GBP,90.00,,,,r9\n"
                             "20-11-22 12345678,2025-01-31,-1.00,GBP,89.00,,,,r8\n"));
  EXPECT_THAT(verify(Form::text).text, HasSubstr("what was refused may be the difference"));
}

TEST_F(VerifyTest, EveryFigureThatRestsOnAnUnverifiedPeriodSaysSo) {
  import("case.json", case_of_a);
  import("january.csv", statement(january));
  import("march.csv", statement(march));
  const std::string mark = "from 2025-01-31 to 2025-03-02 is not verified (missing)";
  const Reply traced = answer_trace(session_, {"C-1", "fifo", std::nullopt, Form::text}).value();
  EXPECT_THAT(traced.text, HasSubstr(mark));
  EXPECT_TRUE(traced.needs_person);
  const std::string json =
      answer_trace(session_, {"C-1", "fifo", std::nullopt, Form::json}).value().text;
  EXPECT_THAT(json, HasSubstr("\"unverified\": ["));
  EXPECT_THAT(json, HasSubstr("\"from\": \"2025-01-31\""));
  EXPECT_THAT(answer_assess(session_, "C-1", "2025-09-30", Form::json).value().text,
              HasSubstr(mark));
  EXPECT_THAT(answer_rank(session_, {"", std::nullopt, "2025-09-30", Form::text}).value().text,
              HasSubstr("case C-1 rests on 1 period"));
  EXPECT_THAT(answer_rank(session_, {"", "C-1", "2025-09-30", Form::text}).value().text,
              HasSubstr(mark));
  EXPECT_THAT(answer_summary(session_, "Sample", "2025-09-30", Form::text).value().text,
              HasSubstr(mark));
  const CourtDocument document = case_report(session_, {"C-1", "", "2025-09-30", ""}).value();
  EXPECT_TRUE(recoup::verify(document).has_value());
  EXPECT_THAT(recoup::text(document).value(), HasSubstr("What the statements prove"));
  EXPECT_THAT(html(document).value(), HasSubstr("is not verified (missing)"));
}

TEST_F(VerifyTest, AccountsThatNoSourceReachesMarkNoTrace) {
  import("case.json", case_of_a);
  import("january.csv", statement(january));
  import("other.csv", statement("B,2025-01-01,1.00,GBP,,,,,\n"), "C-1");
  const Reply traced = answer_trace(session_, {"C-1", "fifo", std::nullopt, Form::text}).value();
  EXPECT_THAT(traced.text, Not(HasSubstr("not verified")));
  EXPECT_THAT(verify(Form::text, "C-1").text, HasSubstr("not-verifiable"));
}

/// The January of the account as a download, with the entries that are given; the first is on line
/// 10.
std::string january_as_ofx(const std::string& entries) {
  return "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>\n<CURDEF>GBP\n"
         "<BANKACCTFROM><BANKID>201122<ACCTID>12345678<ACCTTYPE>CHECKING</BANKACCTFROM>\n"
         "<BANKTRANLIST>\n<DTSTART>20250101\n<DTEND>20250131\n\n" +
         entries + "</BANKTRANLIST>\n</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
}

TEST_F(VerifyTest, TwoFormatsOfOneStatementCountOnceUntilAPersonKeepsThemApart) {
  import("case.json", case_of_a);
  import("january.csv", statement(january));
  import("again.ofx",
         january_as_ofx("<STMTTRN>\n<DTPOSTED>20250102\n<TRNAMT>10.00\n<NAME>IN OTHER WORDS\n"
                        "</STMTTRN>\n"
                        "<STMTTRN>\n<DTPOSTED>20250130\n<TRNAMT>-4.00\n<FITID>B2\n"
                        "</STMTTRN>\n"));
  const LoadedCase loaded = load_case(session_, "C-1").value();
  EXPECT_EQ(loaded.build.ledger.leg_count(), 2U);
  EXPECT_EQ(loaded.sources.size(), 1U);
  EXPECT_THAT(verify(Form::text, "C-1").text, HasSubstr("2 lines are shown by two documents"));
  EXPECT_THAT(verify(Form::json, "C-1").text, HasSubstr("\"merges\": ["));
  import("apart.json", R"({"case": {"id": "C-1"}, "kept_apart": [
      {"id": "K1", "account": "20-11-22 12345678", "document": "again.ofx", "line": 15,
       "why": "the customer paid twice"}]})");
  EXPECT_EQ(load_case(session_, "C-1").value().build.ledger.leg_count(), 3U);
  EXPECT_THAT(verify(Form::text, "C-1").text, HasSubstr("the customer paid twice"));
}

TEST_F(VerifyTest, AReferenceOfAMergedLineStillFindsItsSource) {
  import("case.json", case_of_a);
  import("again.ofx",
         january_as_ofx("<STMTTRN>\n<DTPOSTED>20250102\n<TRNAMT>10.00\n<FITID>F77\n"
                        "<NAME>PAYER\n<BANKACCTTO><BANKID>304455<ACCTID>87654321<ACCTTYPE>CHECKING"
                        "</BANKACCTTO>\n</STMTTRN>\n"));
  import("january.csv", statement(january));
  const LoadedCase loaded = load_case(session_, "C-1").value();
  EXPECT_EQ(loaded.build.ledger.leg_count(), 2U);
  EXPECT_EQ(loaded.sources.size(), 1U);
  EXPECT_TRUE(loaded.unresolved.empty());
}

TEST_F(VerifyTest, ALineKeptApartOfADocumentThatIsNotHeldIsListed) {
  import("case.json", R"({"case": {"id": "C-1"}, "kept_apart": [
      {"id": "K1", "account": "A", "document": "none.csv", "line": 3, "why": "twice"}]})");
  const LoadedCase loaded = load_case(session_, "C-1").value();
  ASSERT_EQ(loaded.unresolved.size(), 1U);
  EXPECT_EQ(loaded.unresolved[0].what, "line kept apart K1");
}

}  // namespace
}  // namespace recoup
