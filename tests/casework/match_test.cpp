// Matching in a case: decisions, holders and rates out of the store.

#include <gmock/gmock.h>

#include "casework_fixture.hpp"
#include "recoup/casework/loaded_case.hpp"
#include "recoup/casework/match_review.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

class MatchTest : public CaseworkTest {
 protected:
  MatchTest() {
    import("op.json", R"({"case": {"id": "OP-1"}, "accounts": [{"account": "A", "holder":
        "Amber Trading Ltd"}, {"account": "B", "holder": "Birch Foods Ltd"}]})");
    import("a.csv", statement("A,2025-01-01,900.00,GBP,,,,,a0\n"
                              "A,2025-03-07,-5.00,GBP,,B,,,a1\n"
                              "A,2025-12-01,1.00,GBP,,,,,a9\n"));
    import("b.csv", statement("B,2025-01-01,9.00,GBP,,,,,b0\n"
                              "B,2025-03-07,5.00,GBP,,,,,b1\n"
                              "B,2025-03-10,5.00,GBP,,,,,b2\n"
                              "B,2025-12-01,1.00,GBP,,,,,b9\n"));
  }

  void decide(const std::string& decision, const std::string& credit) {
    import(decision + credit + ".csv",
           "case,decision,account,reference,document,line,other_account,other_reference,"
           "other_document,other_line,by,on,why\n"
           "OP-1," +
               decision + ",A,a1,,,B," + credit + ",,,P. Lane,2026-01-05,seen " + decision + "\n");
  }

  [[nodiscard]] std::string matched() const {
    const LoadedCase loaded = load_case(session_, "OP-1").value();
    std::string out;
    for (const Link& link : loaded.links.matched) {
      out += std::string(loaded.build.ledger.text[index(link.credit)].reference) + " " +
             std::string(text(link.confidence)) + ": " + reasons(loaded.build.ledger, link) + ";";
    }
    return out;
  }
};

TEST_F(MatchTest, WhatTwoReadingsFitWaitsForAPerson) {
  EXPECT_EQ(matched(), "");
  EXPECT_TRUE(answer_match(session_, "OP-1", Form::text).value().needs_person);
}

TEST_F(MatchTest, ADecisionConfirmsRejectsAndIsUndone) {
  decide("confirm", "b2");
  EXPECT_EQ(matched(), "b2 confirmed: decided by P. Lane on 2026-01-05: seen confirm;");
  EXPECT_FALSE(answer_match(session_, "OP-1", Form::text).value().needs_person);
  EXPECT_THAT(answer_match(session_, std::nullopt, Form::json).value().text,
              HasSubstr("\"confirmed\""));
  decide("undo", "b2");
  EXPECT_EQ(matched(), "");
  decide("reject", "b2");
  EXPECT_THAT(matched(), HasSubstr("b1 strong"));
}

TEST_F(MatchTest, ADecisionOnEntriesThatAreNotThereIsListed) {
  decide("confirm", "b7");
  const LoadedCase loaded = load_case(session_, "OP-1").value();
  ASSERT_EQ(loaded.unresolved.size(), 1U);
  EXPECT_THAT(loaded.unresolved[0].what, HasSubstr("A a1 / B b7"));
}

TEST_F(MatchTest, ADecisionAtTheKeyboardIsARecordLikeAnyOther) {
  const MatchedPopulation population = matched_population(session_, "OP-1").value();
  const std::vector<OpenMatch> open = open_matches(population);
  ASSERT_EQ(open.size(), 1U);
  ASSERT_EQ(open[0].pairs.size(), 2U);
  EXPECT_THAT(entry_line(population.build.ledger, open[0].pairs[0].first), HasSubstr("-5.00 GBP"));
  const auto [debit, credit] = open[0].pairs[1];
  ASSERT_TRUE(record_decision(session_, population.build.ledger,
                              {"OP-1", debit, credit, true, "the \"slip\", seen"}));
  EXPECT_EQ(matched(), "b2 confirmed: decided by tester on 1970-01-01: the \"slip\", seen;");
  EXPECT_EQ(store_->audit_entries().value().back().note.who, "tester");
  EXPECT_TRUE(open_matches(matched_population(session_, "OP-1").value()).empty());
}

TEST_F(MatchTest, NamesOfHoldersTieLegsThatGiveNoNumber) {
  import("a2.csv", statement("A,2025-06-02,-7.00,GBP,,,BIRCH FOODS LIMITED,,a2\n"));
  import("b2.csv", statement("B,2025-06-03,7.00,GBP,,,Somebody Else,,b3\n"
                             "B,2025-06-04,1.00,GBP,,,,,b4\n"));
  EXPECT_EQ(matched(), "");
  import("b3.csv", statement("B,2025-06-05,8.00,GBP,,,AMBER TRADING LTD.,,b5\n"));
  import("a3.csv", statement("A,2025-06-05,-8.00,GBP,,,Birch Foods Ltd,,a5\n"));
  EXPECT_THAT(matched(), HasSubstr("b5 strong"));
}

TEST_F(MatchTest, AnIbanIsTheAccountInsideItUntilAPersonPartsThem) {
  import("c.csv", statement("60-16-13 31926819,2025-05-01,3.00,GBP,,,,,c1\n"), "OP-1");
  import("d.csv", statement("GB29NWBK60161331926819,2025-05-02,4.00,GBP,,,,,d1\n"), "OP-1");
  EXPECT_EQ(load_case(session_, "OP-1").value().build.ledger.accounts.size(), 3U);
  EXPECT_THAT(answer_match(session_, "OP-1", Form::json).value().text, HasSubstr("check digits"));
  import("apart.csv",
         "case,decision,account,reference,document,line,other_account,other_reference,"
         "other_document,other_line,by,on,why\n"
         "OP-1,apart,60-16-13 31926819,,,,GB29NWBK60161331926819,,,,P. Lane,2026-01-05,two "
         "banks\n");
  EXPECT_EQ(load_case(session_, "OP-1").value().build.ledger.accounts.size(), 4U);
  EXPECT_THAT(answer_match(session_, "OP-1", Form::json).value().text,
              Not(HasSubstr("check digits")));
}

TEST_F(MatchTest, ALeadPointsToAnAccountThatNobodyHasShown) {
  import("lead.csv", statement("A,2025-07-01,-50.00,GBP,,30-00-01 00000007,AMBER TRADING "
                               "LIMITED,,l1\n"
                               "A,2025-07-02,-60.00,GBP,,,,TRANSFER TO SAVINGS,l2\n"
                               "A,2025-07-03,-70.00,GBP,,,Shop,GROCERIES,l3\n"));
  const LoadedCase loaded = load_case(session_, "OP-1").value();
  ASSERT_EQ(loaded.links.leads.size(), 2U);
  EXPECT_EQ(loaded.links.leads[0].account, "30-00-01 00000007");
  EXPECT_THAT(loaded.links.leads[1].why, HasSubstr("to savings"));
}

TEST_F(MatchTest, CashIsSuggestedAndNeverMatched) {
  import("cash.csv", statement("A,2025-07-01,-300.00,GBP,,,,ATM HIGH ST,l1\n"));
  import("paid.csv", statement("B,2025-07-04,300.00,GBP,,,,CASH PAID IN,p1\n"));
  const LoadedCase loaded = load_case(session_, "OP-1").value();
  ASSERT_EQ(loaded.links.cash.size(), 1U);
  EXPECT_TRUE(loaded.links.matched.empty());
}

}  // namespace
}  // namespace recoup
