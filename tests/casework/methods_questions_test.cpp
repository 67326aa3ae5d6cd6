#include "recoup/casework/methods_questions.hpp"

#include "casework_fixture.hpp"
#include "recoup/casework/import_text.hpp"
#include "recoup/report/methods_report.hpp"

namespace recoup {
namespace {

class MethodsQuestions : public CaseworkTest {
 protected:
  MethodsQuestions() {
    import("s.csv", statement("20-11-22 12345678,2024-05-01,9000.00,GBP,,,,CASH PAID IN,R1\n"
                              "20-11-22 12345678,2024-05-02,9500.00,GBP,,,,CASH PAID IN,R2\n"
                              "20-11-22 12345678,2024-05-03,9700.00,GBP,,,,Cash paid in,R3\n"
                              "20-11-22 12345678,2024-06-03,700.00,GBP,,,L MARSH,help,R4\n"));
    import("case.json", R"({"case": {"id": "OP-1"},
      "accounts": [{"account": "20-11-22 12345678", "holder": "R. Amble"}],
      "financial_period": {"from": "2024-04-06", "to": "2025-04-05", "subject": "R. Amble"},
      "expenditure": [{"id": "E1", "from": "2024-05-01", "amount": "500.00", "paid_from": "cash"}],
      "income": [{"id": "I1", "kind": "wages", "from": "2024-04-06", "to": "2025-04-05",
        "net": "1000.00"}],
      "credits": [{"id": "C1", "account": "20-11-22 12345678", "reference": "R4", "kind": "loan",
        "why": "agreement seen", "stated_by": "DC Orme"}]})");
  }

  Reply methods(const std::string& method, Form form = Form::text) {
    return answer_methods(session_, "OP-1", method, "2025-06-01", form).value();
  }
};

TEST_F(MethodsQuestions, BankDepositsAreWorkedOutFromStatementsAndCaseFile) {
  const Reply reply = methods("bank-deposits", Form::json);
  EXPECT_NE(reply.text.find("\"unexplained\": \"27700.00\""), std::string::npos) << reply.text;
  EXPECT_NE(reply.text.find("agreement seen, says DC Orme (credits/C1)"), std::string::npos);
  EXPECT_NE(reply.text.find("\"document\": \"s.csv\""), std::string::npos);
  EXPECT_FALSE(reply.needs_person);
}

TEST_F(MethodsQuestions, AFigureThatIsProvisionalNeedsAPerson) {
  const Reply reply = methods("all");
  EXPECT_TRUE(reply.needs_person);
  EXPECT_NE(reply.text.find("Not worked out"), std::string::npos);
  EXPECT_NE(reply.text.find("the opening net worth"), std::string::npos);
  EXPECT_NE(reply.text.find("never added to each other"), std::string::npos);
}

TEST_F(MethodsQuestions, AMethodThatIsNotKnownIsRefused) {
  const auto reply = answer_methods(session_, "OP-1", "guess", "2025-06-01", Form::text);
  ASSERT_FALSE(reply.has_value());
  EXPECT_EQ(reply.error().code, ErrorCode::usage);
}

TEST_F(MethodsQuestions, TypologiesListMovementsLimitsAndInnocentExplanations) {
  const Reply reply =
      answer_typologies(session_, std::string("OP-1"), "2025-06-01", Form::text).value();
  EXPECT_TRUE(reply.needs_person);
  for (const char* words :
       {"structuring: 3 cash credits", "s.csv:2", "may also be:", "a lead and never evidence",
        "structuring.limit.border", "income-mismatch"}) {
    EXPECT_NE(reply.text.find(words), std::string::npos) << words;
  }
}

TEST_F(MethodsQuestions, TypologiesOfEveryAccountNeedNoCase) {
  const Reply reply = answer_typologies(session_, std::nullopt, "2025-06-01", Form::json).value();
  EXPECT_NE(reply.text.find("\"typology\": \"structuring\""), std::string::npos);
  EXPECT_EQ(reply.text.find("\"typology\": \"income-mismatch\""), std::string::npos);
}

TEST_F(MethodsQuestions, TheImportKnowsWhoReadsTheSections) {
  const ImportReport report = import("more.json", R"({"case": {"id": "OP-1"},
      "funds": [{"id": "F1", "kind": "asset-bought", "amount": "5.00", "date": "2024-05-05"}]})");
  EXPECT_EQ(import_text(report).find("nothing reads it"), std::string::npos);
}

}  // namespace
}  // namespace recoup
