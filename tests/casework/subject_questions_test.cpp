#include "recoup/casework/subject_questions.hpp"

#include <gmock/gmock.h>

#include "casework_fixture.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

class SubjectQuestions : public CaseworkTest {
 protected:
  SubjectQuestions() {
    import("one.csv", statement("20-11-22 12345678,2024-05-01,-90.00,GBP,,40-50-60 11223344,"
                                "J RUSKINGTON,stock,R1\n"
                                "20-11-22 12345678,2024-05-02,-95.00,GBP,,40 50 60 11223344,"
                                "J RUSKINGTON,stock,R2\n"));
    import("two.csv", statement("30-44-55 87654321,2024-06-01,-70.00,GBP,,405060-11223344,"
                                "J Ruskington,scrap,Q1\n"));
    import("one.json", R"({"case": {"id": "OP-1", "operation": "Alder"},
      "accounts": [{"account": "20-11-22 12345678", "holder": "R. Amble"}]})");
    import("two.json", R"({"case": {"id": "OP-2", "operation": "Alder"},
      "accounts": [{"account": "30-44-55 87654321", "holder": "Yard Ltd"}]})");
  }

  std::string leads(const std::string& case_id) {
    SubjectRequest request;
    request.case_id = case_id;
    return answer_leads(session_, request).value().text;
  }
};

TEST_F(SubjectQuestions, FindTheAccountThatTheStatementsOfTwoCasesName) {
  const std::string text = leads("OP-1");
  EXPECT_THAT(text, HasSubstr("is named in cases OP-1 and OP-2"));
  EXPECT_THAT(text, HasSubstr("the other side of 2 entries on account 20-11-22 12345678"));
  EXPECT_THAT(text, HasSubstr("OP-1, one.csv:2"));
  EXPECT_THAT(text, HasSubstr("OP-2, two.csv:2"));
  const CaseLinks links = links_of_cases(session_).value();
  EXPECT_EQ(links_words(links, "OP-1"), "OP-2 (account)");
  EXPECT_EQ(links_words(links, "OP-2"), "OP-1 (account)");
}

TEST_F(SubjectQuestions, TakeAReportWithoutACaseForThoseForWhichItWasHandedIn) {
  const std::string report =
      "agency,record,received,source_grade,information_grade,handling,conditions,case,operation,"
      "from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,text\n"
      "Council,7,2024-05-10,1,A,P,,,,vehicle,ZQ00 ABX,,,,,,,Seen.\n";
  import("reports.csv", report);
  SubjectRequest request;
  request.case_id = "OP-2";
  EXPECT_THAT(answer_subjects(session_, request).value().text, Not(HasSubstr("ZQ00 ABX")));
  import("reports.csv", report, "OP-2");
  EXPECT_THAT(answer_subjects(session_, request).value().text, HasSubstr("ZQ00 ABX"));
}

TEST_F(SubjectQuestions, TakeTheLastWordOfARecordAndNoneOfItsEarlierLines) {
  const std::string header =
      "agency,record,received,source_grade,information_grade,handling,conditions,case,operation,"
      "from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,text\n";
  const std::string first = "Council,7,2024-05-10,1,A,P,,OP-1,,vehicle,ZQ00 ABX,,,,,,,Seen.\n";
  import("first.csv", header + first +
                          "Council,7,2024-05-10,1,A,P,,OP-1,,vehicle,ZQ00 KDN,,,,,,,"
                          "Seen as well.\n");
  import("second.csv", header + first);
  SubjectRequest request;
  const std::string text = answer_subjects(session_, request).value().text;
  EXPECT_THAT(text, HasSubstr("second.csv:2"));
  EXPECT_THAT(text, Not(HasSubstr("ZQ00 KDN")));
}

TEST_F(SubjectQuestions, TieAccountsAsThePersonOnTheCaseDecided) {
  import("decided.csv",
         "case,decision,account,reference,document,line,other_account,other_reference,"
         "other_document,other_line,by,on,why\n"
         "OP-1,same,20-11-22 12345678,,,,30-44-55 87654321,,,,P. Lane,2026-01-05,moved\n");
  EXPECT_THAT(leads("OP-1"), HasSubstr("account 20-11-22 12345678 (R. Amble) is named in cases "
                                       "OP-1 and OP-2"));
}

}  // namespace
}  // namespace recoup
