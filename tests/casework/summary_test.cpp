#include "recoup/casework/summarise.hpp"

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/report/rollup.hpp"
#include "workbook.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string case_file(const std::string& id, const std::string& operation,
                      const std::string& more) {
  return R"({"case": {"id": ")" + id + R"(", "operation": ")" + operation + "\"" + more +
         R"(}, "accounts": [{"account": "A)" + id + R"(", "currency": "GBP",
   "opening_balance": "0.00"}],
 "sources": [{"id": "S1", "account": "A)" +
         id + R"(", "reference": "r1", "basis": "stated"}],
 "investigation": {"stage": "charged"},
 "assets": [{"id": "A1", "kind": "house", "value": "1000.00", "currency": "GBP"}],
 "events": [{"id": "E1", "kind": "arrest", "date": "2025-02-01", "count": 3},
            {"id": "E2", "kind": "warrant", "date": "2024-02-01"}]})";
}

const std::string seizures =
    "id,operation,case,kind,seized_at,place,from_whom,amount,currency,quantity,notes,drug,"
    "weight_g,purity_percent,unit_price_per_kg,price_source,exhibit,seal,power,status,orders\n"
    "Z1,One,C1,cash,2024-12-31T10:00,Here,X,100.00,GBP,,,,,,,,X/1,S1,POCA 2002 s.294,detained,\n"
    "Z2,One,C1,cash,2025-01-01T10:00,Here,X,20.00,GBP,,,,,,,,X/2,S2,POCA 2002 s.294,detained,\n"
    "Z3,Two,C2,cash,2025-03-01T10:00,Here,X,3.00,GBP,,,,,,,,X/3,S3,POCA 2002 s.294,detained,\n";

class SummaryTest : public CaseworkTest {
 protected:
  void import_all() {
    import("c1.json", case_file("C1", "One", R"(, "unit": "North", "force": "Wexmoor")"));
    import("c2.json", case_file("C2", "Two", R"(, "unit": "=1+1")"));
    import("a1.csv", statement("AC1,2024-06-01,500.00,GBP,,,PAYER,FIRST,r1\n"));
    import("a2.csv", statement("AC2,2025-06-01,70.00,GBP,,,PAYER,FIRST,r1\n"));
    import("s.csv", seizures);
  }

  SummaryRequest asked(const std::string& by, const std::string& form = "csv") {
    SummaryRequest request;
    request.by = by;
    request.as_at = "2025-09-30";
    request.form = form;
    return request;
  }

  std::string told(const SummaryRequest& request) {
    const auto reply = answer_summary(session_, request);
    return reply ? reply.value().text : message(reply.error());
  }
};

TEST_F(SummaryTest, WithoutAnOperationEachHasARowAndAllHaveATotal) {
  import_all();
  const std::string csv = told(asked(""));
  EXPECT_THAT(csv, HasSubstr("Figures by operation,One,Suspected illegal cash seized,120.00,GBP"));
  EXPECT_THAT(csv, HasSubstr("Figures by operation,Two,Suspected illegal cash seized,3.00,GBP"));
  EXPECT_THAT(csv, HasSubstr("Figures by operation,together,Suspected illegal cash seized,123.00"));
  EXPECT_THAT(csv, HasSubstr("Figures by operation,together,Under investigation,570.00,GBP"));
  EXPECT_THAT(csv, HasSubstr("Figures by operation,together,Arrests,6,\n"));
}

TEST_F(SummaryTest, AYearCountsWhatHappenedInIt) {
  import_all();
  SummaryRequest request = asked("operation");
  request.from = "2025-01-01";
  const std::string csv = told(request);
  EXPECT_THAT(csv, HasSubstr("One,Suspected illegal cash seized,20.00,GBP"));
  EXPECT_THAT(csv, HasSubstr("One,Under investigation,0.00,GBP"));
  EXPECT_THAT(csv, HasSubstr("Two,Under investigation,70.00,GBP"));
  EXPECT_THAT(csv, HasSubstr("together,Warrants executed,0,\n"));
  request.from = "in May";
  EXPECT_EQ(answer_summary(session_, request).error().code, ErrorCode::usage);
}

TEST_F(SummaryTest, GroupsAreThoseOfTheCaseFileAndWhatIsNotStatedIsAGroup) {
  import_all();
  EXPECT_THAT(told(asked("unit")), HasSubstr("North,Cases,1"));
  EXPECT_THAT(told(asked("force")), HasSubstr("not stated,Cases,1"));
  EXPECT_THAT(told(asked("stage")), HasSubstr("charged,Cases,2"));
  const std::string kinds = told(asked("kind"));
  EXPECT_THAT(kinds, HasSubstr("Property by kind,cash,Seized or frozen,3,"));
  EXPECT_THAT(kinds, HasSubstr("Property by kind,house,\"Value stated, GBP\",2000.00,GBP"));
  EXPECT_EQ(answer_summary(session_, asked("mood")).error().code, ErrorCode::usage);
}

TEST_F(SummaryTest, NoWordsBecomeAFormula) {
  import_all();
  EXPECT_THAT(told(asked("unit")), HasSubstr("Figures by unit,'=1+1,Cases,1"));
  EXPECT_EQ(no_formula("-1"), "'-1");
  EXPECT_EQ(no_formula("a=1"), "a=1");
}

TEST_F(SummaryTest, EveryFormTellsTheSameFigures) {
  import_all();
  EXPECT_THAT(told(asked("", "text")), HasSubstr("570.00"));
  EXPECT_THAT(told(asked("", "json")), HasSubstr("\"under_investigation\": \"570.00\""));
  const std::string page = told(asked("unit", "html"));
  EXPECT_THAT(page, HasSubstr("570.00"));
  EXPECT_THAT(page, HasSubstr("<svg"));
  EXPECT_THAT(page, HasSubstr("Suspected illegal cash seized"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(told(asked("", "docx")), HasSubstr("--form"));
}

TEST_F(SummaryTest, AWorkbookIsTheSameBytesEachTime) {
  import_all();
  SummaryRequest request = asked("", "xlsx");
  EXPECT_EQ(answer_summary(session_, request).error().code, ErrorCode::usage);
  std::vector<std::string> files;
  for (const char* name : {"one.xlsx", "two.xlsx"}) {
    request.output = (folder_ / name).string();
    ASSERT_TRUE(answer_summary(session_, request).has_value());
    std::ifstream file(request.output, std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  EXPECT_EQ(files[0].substr(0, 2), "PK");
  EXPECT_EQ(files[0], files[1]);
  request.output = (folder_ / "no" / "folder.xlsx").string();
  EXPECT_EQ(answer_summary(session_, request).error().code, ErrorCode::cannot_write);
}

TEST_F(SummaryTest, ACaseInTwoOperationsIsToBeSettled) {
  import_all();
  import("more.csv",
         "id,operation,case,kind,seized_at,place,from_whom,amount,currency,quantity,notes,drug,"
         "weight_g,purity_percent,unit_price_per_kg,price_source,exhibit,seal,power,status,orders\n"
         "Z4,Two,C1,cash,2025-03-01T10:00,Here,X,4.00,GBP,,,,,,,,,,,detained,\n");
  const Reply reply = answer_summary(session_, "One", "2025-09-30", Form::text).value();
  EXPECT_TRUE(reply.needs_person);
  EXPECT_THAT(reply.text, HasSubstr("seizure Z4 names operation Two, where it counts"));
  EXPECT_THAT(told(asked("")), HasSubstr("Two,Suspected illegal cash seized,7.00,GBP"));
}

}  // namespace
}  // namespace recoup
