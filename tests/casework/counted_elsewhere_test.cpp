// What the statements show to be counted already, as an assessment tells it.

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/assess_case.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

/// A defendant with two accounts, and one account of somebody else.
class CountedElsewhereTest : public CaseworkTest {
 protected:
  /// The item in the assessment of a case with these further sections.
  AssessedItem item(const std::string& id, const std::string& sections) {
    import("case.json", R"j({"case": {"id": "C-1"}, "defendant": {"name": "A Smith"},
      "accounts": [{"account": "A", "holder": "A Smith"}, {"account": "B", "holder": "a smith "},
                   {"account": "X", "holder": "B Jones"}],
      "proceedings": {"started": "2025-01-10", "conviction_date": "2025-03-01"},
      "offences": [{"id": "O1", "statute": "Misuse of Drugs Act 1971 s.4(3)", "convicted": true,
                    "schedule_2": true, "from": "2024-01-01", "to": "2024-06-01"}], )j" +
                            sections + "}");
    const LoadedCase loaded = load_case(session_, "C-1").value();
    const auto assessed = assess_case(loaded, load_law().value(), *make_date(2025, 6, 1));
    EXPECT_TRUE(assessed.has_value()) << message(assessed.error());
    for (const AssessedItem& each : assessed.value().assessment.scenarios.at(0).benefit_items) {
      if (each.id == id) return each;
    }
    ADD_FAILURE() << "no item " << id;
    return {};
  }

  static std::string credit(const std::string& id, const std::string& more = "") {
    return R"("benefit_items": [{"id": ")" + id + R"(", "kind": "transfer", "account": "B",
        "reference": ")" +
           id + R"(", "date": "2024-02-05", "amount": "100.00")" + more + "}]";
  }

  void import_transfer(const std::string& payer) {
    import("p.csv",
           statement(payer + ",2024-02-01,500.00,GBP,500.00,,SHOP,IN,i1\n" + payer +
                     ",2024-02-05,-100.00,GBP,400.00,B,,OUT,o1\n"),
           "C-1");
    import("b.csv", statement("B,2024-02-05,100.00,GBP,100.00," + payer + ",,IN,t1\n"), "C-1");
  }
};

TEST_F(CountedElsewhereTest, ATransferBetweenAccountsOfOneHolderIsNoBenefit) {
  import_transfer("A");
  const AssessedItem own = item("t1", credit("t1"));
  EXPECT_EQ(own.outcome, ItemOutcome::removed);
  EXPECT_THAT(own.reason,
              HasSubstr("own transfer: the debit of 5 February 2024 on A, reference o1"));
  EXPECT_EQ(own.authority, "POCA 2002 s.84(2)(c)");
}

TEST_F(CountedElsewhereTest, ATransferFromSomebodyElseCounts) {
  import_transfer("X");
  EXPECT_EQ(item("t1", credit("t1")).outcome, ItemOutcome::counted);
}

TEST_F(CountedElsewhereTest, WhatCameBackIsNoBenefit) {
  import("b.csv",
         statement("B,2024-02-01,500.00,GBP,500.00,,SHOP,IN,i1\n"
                   "B,2024-02-04,-100.00,GBP,400.00,,GYM,OUT,o1\n"
                   "B,2024-02-05,100.00,GBP,500.00,,GYM,BACK,t1\n"),
         "C-1");
  const AssessedItem back =
      item("t1", credit("t1") + R"(, "reversals": [{"id": "R1", "account": "B",
           "reference": "t1", "of_reference": "o1", "by": "AFI Green",
           "on": "2025-04-01", "why": "the gym cancelled"}])");
  EXPECT_EQ(back.outcome, ItemOutcome::removed) << back.reason;
  EXPECT_THAT(back.reason, HasSubstr("gives back the debit of 4 February 2024 on B"));
}

TEST_F(CountedElsewhereTest, NotesThatMayBeThoseDrawnWaitForAPersonWhoMayAnswer) {
  import("a.csv",
         statement("A,2024-02-01,500.00,GBP,500.00,,SHOP,IN,i1\n"
                   "A,2024-02-04,-100.00,GBP,400.00,,,CASH WITHDRAWAL ATM,o1\n"),
         "C-1");
  import("b.csv", statement("B,2024-02-05,100.00,GBP,100.00,,,CASH PAID IN AT COUNTER,t1\n"),
         "C-1");
  const AssessedItem notes = item("t1", credit("t1"));
  EXPECT_EQ(notes.outcome, ItemOutcome::open) << notes.reason;
  EXPECT_THAT(notes.reason, HasSubstr("the notes may be those of the debit of 4 February 2024"));
  EXPECT_THAT(notes.missing.front(), HasSubstr("benefit_items/t1: whether the notes paid in"));
  const AssessedItem answered =
      item("t1", credit("t1", R"(, "reason": "the notes drawn were found and seized")"));
  EXPECT_EQ(answered.outcome, ItemOutcome::counted);
}

TEST_F(CountedElsewhereTest, WhatWasPaidOutOfCountedCreditsWaitsForAPerson) {
  import("b.csv",
         statement("B,2024-02-05,100.00,GBP,100.00,,PAYER,IN,t1\n"
                   "B,2024-02-06,-60.00,GBP,40.00,,DEALER,CAR,o1\n"),
         "C-1");
  const std::string items = R"("benefit_items": [
      {"id": "t1", "kind": "transfer", "account": "B", "reference": "t1", "date": "2024-02-05",
       "amount": "100.00"},
      {"id": "car", "kind": "held", "account": "B", "reference": "o1", "date": "2024-02-06",
       "amount": "60.00"}])";
  EXPECT_EQ(item("t1", items).outcome, ItemOutcome::counted);
  EXPECT_EQ(item("car", items).outcome, ItemOutcome::open);
  EXPECT_THAT(item("car", items).reason, HasSubstr("whose credits count, t1 among them"));
}

}  // namespace
}  // namespace recoup
