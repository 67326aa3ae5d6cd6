#include "recoup/casework/rank_cases.hpp"

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/holdings.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

std::string case_file(const std::string& id, const std::string& more) {
  return R"({"case": {"id": ")" + id + R"(", "name": "R v )" + id + R"(", "operation": "Sample"},
 "accounts": [{"account": "A)" +
         id + R"(", "holder": "A Holder", "currency": "GBP",
   "opening_balance": "5.00"}],
 "sources": [{"id": "S1", "account": "A)" +
         id + R"(", "reference": "r1", "basis": "stated"}])" + (more.empty() ? "" : ",\n" + more) +
         "}";
}

std::string lines_of(const std::string& id, const std::string& amount) {
  return "A" + id + ",2025-01-01," + amount + ",GBP,,,PAYER,FIRST,r1\nA" + id +
         ",2025-01-03,-6.00,GBP,,,SHOP,THIRD,r3\n";
}

const std::string seizures_head =
    "id,operation,case,kind,seized_at,place,from_whom,amount,currency,quantity,notes,drug,"
    "weight_g,purity_percent,unit_price_per_kg,price_source,exhibit,seal,power,status,orders\n";

std::string cash(const std::string& id, const std::string& operation, const std::string& case_id,
                 const std::string& amount) {
  return id + "," + operation + "," + case_id + ",cash,2025-09-01T10:00,Here,A Holder," + amount +
         ",GBP,,,,,,,,X/1,S1,POCA 2002 s.294,detained,detention 2025-09-02..2025-10-03\n";
}

class RankTest : public CaseworkTest {
 protected:
  void import_two() {
    import("c1.json", case_file("C1", ""));
    import("a1.csv", statement(lines_of("C1", "20000.00")));
    import("c2.json", case_file("C2", ""));
    import("a2.csv", statement(lines_of("C2", "2000.00")));
  }

  [[nodiscard]] std::string records() const { return (folder_ / "case.db.ranking").string(); }

  RankRequest asked(Form form = Form::text) {
    RankRequest request;
    request.as_at = "2025-09-30";
    request.form = form;
    return request;
  }

  std::string explained(const std::string& id) {
    RankRequest request = asked();
    request.explain = id;
    const auto reply = answer_rank(session_, request);
    return reply ? reply.value().text : message(reply.error());
  }
};

TEST_F(RankTest, TheExplanationSaysWhatToDoAndWhatToObtain) {
  import_two();
  import("s.csv", seizures_head + cash("Z1", "Sample", "C1", "3000.00"));
  const std::string told = explained("C1");
  EXPECT_THAT(told, HasSubstr("number 1 of 2"));
  EXPECT_THAT(told, HasSubstr("1. Z1: detention order ends"));
  EXPECT_THAT(told, HasSubstr("2. Apply for the next order"));
  EXPECT_THAT(told, HasSubstr("by what the missing facts are"));
  EXPECT_THAT(told, HasSubstr("investigation.admissions, or a finding \"admissions\""));
  EXPECT_THAT(told, HasSubstr("seizure Z1 (secured)"));
  EXPECT_THAT(told, HasSubstr("2,850.00"));  // 3,000.00 x 1 x 0.95
}

TEST_F(RankTest, AFindingNeedsAnAuthorADayAndReasons) {
  import("c1.json", case_file("C1", R"("findings": [
    {"id": "F1", "question": "dissipation past steps", "answer": "3", "author": "Officer 7",
     "date": "2025-09-01", "reasons": "Two cars were sold in a week."},
    {"id": "F2", "question": "dissipation character", "answer": "2"},
    {"id": "F3", "question": "dissipation circumstances", "answer": "4", "author": "Officer 7",
     "date": "2025-09-01", "reasons": "many"}])"));
  import("a1.csv", statement(lines_of("C1", "20000.00")));
  const std::string told = explained("C1");
  EXPECT_THAT(told, HasSubstr("dissipation past steps: 3 (finding F1 of Officer 7, 2025-09-01: "
                              "Two cars were sold in a week.)"));
  EXPECT_THAT(told, HasSubstr("findings.F2: author, date, reasons"));
  EXPECT_THAT(told, HasSubstr("findings.F3.answer: a grade: 0, 1, 2 or 3, not \"4\""));
}

TEST_F(RankTest, AFindingGoesBeforeWhatRecordsTell) {
  import("c1.json", case_file("C1", R"("investigation": {"stage": "convicted"}, "findings": [
    {"id": "F1", "question": "dissipation stage", "answer": "0", "author": "Officer 7",
     "date": "2025-09-01", "reasons": "The order is paid."}])"));
  import("a1.csv", statement(lines_of("C1", "20000.00")));
  EXPECT_THAT(explained("C1"), HasSubstr("dissipation stage: 0 (finding F1"));
}

TEST_F(RankTest, PropertyThatIsSeizedAndStatedCountsOnce) {
  import("c1.json", case_file("C1", R"("assets": [
    {"id": "A1", "kind": "watch", "value": "900.00", "currency": "GBP", "seizure": "W1"},
    {"id": "A2", "kind": "cryptoasset", "value": "500.00", "currency": "GBP"},
    {"id": "A3", "kind": "house", "value": "1000.00", "currency": "GBP", "secured_debt": "400.00",
     "share": "1/2"}])"));
  import("a1.csv", statement(lines_of("C1", "20000.00")));
  import("s.csv", seizures_head +
                      "W1,Sample,C1,listed-asset,2025-09-01T10:00,Here,X,900.00,GBP,1 watch,,,,,,,"
                      "X/1,S1,POCA,detained,\n"
                      "K1,Sample,C1,cryptoasset,2025-09-01T10:00,Here,X,500.00,GBP,1 BTC,,,,,,,"
                      "X/2,S2,POCA,detained,\n");
  const std::string told = explained("C1");
  EXPECT_THAT(told, HasSubstr("asset A1 (secured)"));
  EXPECT_THAT(told, HasSubstr("not counted: seizure W1 is asset A1 and counts once"));
  EXPECT_THAT(told, HasSubstr("not counted: seizure K1 is asset A2 and counts once"));
  EXPECT_THAT(told, HasSubstr("210.00"));  // (1,000.00 - 400.00) x 1/2 x 0.7
}

TEST_F(RankTest, AConvictionWithoutADayIsAConvictionAndSaysSo) {
  import("c1.json", case_file("C1", R"("offences": [{"id": "O1", "convicted": true,
    "schedule_2": false}])"));
  import("a1.csv", statement(lines_of("C1", "20000.00")));
  const std::string told = explained("C1");
  EXPECT_THAT(told, HasSubstr("There is a conviction (10 points)."));
  EXPECT_THAT(told, HasSubstr("offence O1, the day of the conviction is not stated"));
}

TEST_F(RankTest, ACaseInTwoOperationsIsToBeSettled) {
  import_two();
  import("s.csv", seizures_head + cash("Z1", "Other", "C1", "3000.00"));
  const Reply reply = answer_rank(session_, asked()).value();
  EXPECT_TRUE(reply.needs_person);
  EXPECT_THAT(reply.text, HasSubstr("case C1 is of operation Sample by its file, and seizure Z1 "
                                    "names operation Other"));
}

TEST_F(RankTest, TwoCasesAreComparedRowByRow) {
  import_two();
  RankRequest request = asked();
  request.compare = {"C2", "C1"};
  const std::string told = answer_rank(session_, request).value().text;
  EXPECT_THAT(told, HasSubstr("Case C1 (number 1) stands above case C2 (number 2)"));
  EXPECT_THAT(told, HasSubstr("Decided by the points"));
  request.compare = {"C1", "C1"};
  EXPECT_EQ(answer_rank(session_, request).error().code, ErrorCode::usage);
  request.compare = {"C1", "C9"};
  EXPECT_EQ(answer_rank(session_, request).error().code, ErrorCode::not_found);
}

TEST_F(RankTest, WhatIfPutsAFactAnOrderOrAStatementInPlace) {
  import_two();
  import("s.csv", seizures_head + cash("Z1", "Sample", "C1", "3000.00"));
  RankRequest request = asked();
  request.what_if = {"C2:convicted=true"};
  EXPECT_THAT(answer_rank(session_, request).value().text,
              HasSubstr("then: There is a conviction (10 points)."));
  request.what_if = {"C1:order=Z1,detention,2026-03-02"};
  const std::string order = answer_rank(session_, request).value().text;
  EXPECT_THAT(order, HasSubstr("working days are left to the nearest deadline, fewer than 5"));
  EXPECT_THAT(order, HasSubstr("green"));
  request.what_if = {"C1:statement=AC1"};
  EXPECT_THAT(answer_rank(session_, request).value().text,
              HasSubstr("no longer: Periods that no statement proves: 1"));
  const std::string as_before = answer_rank(session_, asked()).value().text;
  EXPECT_THAT(as_before, HasSubstr("red"));  // nothing of it was kept
}

TEST_F(RankTest, WhatIfRefusesWhatItDoesNotKnow) {
  import_two();
  for (const auto& [text, code] : {std::pair("C1:star sign=leo", ErrorCode::not_found),
                                   {"C1", ErrorCode::usage},
                                   {"C9:convicted=true", ErrorCode::not_found},
                                   {"C1:convicted=perhaps", ErrorCode::usage},
                                   {"C1:victims=many", ErrorCode::usage},
                                   {"C1:order=Z1,detention", ErrorCode::usage},
                                   {"C1:order=Z9,detention,2026-03-02", ErrorCode::not_found},
                                   {"C1:statement=none", ErrorCode::not_found}}) {
    RankRequest request = asked();
    request.what_if = {text};
    const auto reply = answer_rank(session_, request);
    ASSERT_FALSE(reply.has_value()) << text;
    EXPECT_EQ(reply.error().code, code) << text;
  }
}

TEST_F(RankTest, SensitivitySaysWhichPlacesHangOnAWeight) {
  import_two();
  RankRequest request = asked(Form::json);
  request.sensitivity = true;
  EXPECT_THAT(answer_rank(session_, request).value().text,
              HasSubstr("\"weight\": \"points.value_medium\""));
  request.form = Form::text;
  EXPECT_THAT(answer_rank(session_, request).value().text, HasSubstr("trials change no place"));
}

TEST_F(RankTest, ARecordedRankingSaysLaterWhatMovedAndIsInTheLog) {
  import_two();
  RankRequest request = asked();
  request.record_folder = records();
  request.record = true;
  ASSERT_TRUE(answer_rank(session_, request).has_value());
  EXPECT_THAT(show_audit(session_, Form::text).value().text, HasSubstr("rank"));
  import("c2.json", case_file("C2", R"("offences": [{"id": "O1", "convicted": true,
    "convicted_on": "2025-03-01", "schedule_2": true}])"));
  request.record = false;
  request.since = "last";
  const std::string moved = answer_rank(session_, request).value().text;
  EXPECT_THAT(moved, HasSubstr("C2: place"));
  EXPECT_THAT(moved, HasSubstr("now: There is a conviction (10 points)."));
  request.since = "1969-01-01";
  EXPECT_EQ(answer_rank(session_, request).error().code, ErrorCode::not_found);
}

TEST_F(RankTest, KeptMeasuresGiveTheBytesOfAFullRun) {
  import_two();
  import("s.csv", seizures_head + cash("Z1", "Sample", "C1", "3000.00"));
  RankRequest kept = asked(Form::json);
  kept.record_folder = records();
  RankRequest full = kept;
  full.afresh = true;
  const auto both_agree = [&](const char* after) {
    const std::string one = answer_rank(session_, kept).value().text;
    EXPECT_EQ(one, answer_rank(session_, full).value().text) << after;
    return one;
  };
  kept.record = true;
  std::string before = both_agree("the first recording");
  kept.record = false;
  EXPECT_EQ(before, both_agree("nothing"));
  const auto changes = [&](const char* after) {
    const std::string now = both_agree(after);
    EXPECT_NE(now, before) << after;
    before = now;
  };
  import("b1.csv", statement("BC1,2025-09-05,7.00,GBP,7.00,,PAYER,FOURTH,r4\n"), "C1");
  changes("another account of a case");
  import("c2.json",
         case_file("C2", R"("investigation": {"stage": "charged", "victim_loss": true})"));
  changes("another fact");
  import("s2.csv", seizures_head + cash("Z2", "Sample", "C2", "100.00"));
  changes("another seizure");
  import("c1.json", R"({"case": {"id": "C1"}, "sources": [{"id": "S1", "account": "AC1",
    "reference": "r1", "amount": "100.00", "basis": "less of it"}]})");
  changes("another source");
  kept.as_at = full.as_at = "2026-02-01";
  changes("another day");
}

TEST_F(RankTest, WhatIsKeptIsUsedAndWhatIsSpoiltIsNot) {
  import_two();
  RankRequest request = asked(Form::json);
  request.record_folder = records();
  request.record = true;
  const std::string honest = answer_rank(session_, request).value().text;
  request.record = false;
  const std::filesystem::path path = std::filesystem::path(records()) / "measures.json";
  std::ifstream file(path);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::string was = R"("sources":"200000")";
  const std::size_t at = bytes.find(was);
  ASSERT_NE(at, std::string::npos) << bytes;
  std::string other = bytes;
  std::ofstream(path) << other.replace(at, was.size(), R"("sources":"200001")");
  EXPECT_NE(answer_rank(session_, request).value().text, honest);
  std::string spoilt = bytes;
  std::ofstream(path) << spoilt.replace(at, was.size(), R"("sources":"many")");
  EXPECT_EQ(answer_rank(session_, request).value().text, honest);
  std::ofstream(path) << "no JSON";
  EXPECT_EQ(answer_rank(session_, request).error().code, ErrorCode::malformed);
}

TEST_F(RankTest, APackOfAUnitRunsOnlyReviewedOrAsADraft) {
  import_two();
  const std::filesystem::path pack = folder_ / "pack";
  std::filesystem::copy(std::string(RECOUP_SOURCE_DIR) + "/rules/packs/recoup-ranking", pack,
                        std::filesystem::copy_options::recursive);
  RankRequest request = asked();
  request.pack = pack.string();
  EXPECT_EQ(answer_rank(session_, request).error().code, ErrorCode::usage);
  request.draft = true;
  EXPECT_THAT(answer_rank(session_, request).value().text, HasSubstr("DRAFT"));
}

}  // namespace
}  // namespace recoup
