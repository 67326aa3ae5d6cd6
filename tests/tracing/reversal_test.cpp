// A credit that gives an earlier debit back, and what is no such credit.

#include "trace_fixture.hpp"

namespace recoup {
namespace {

class ReversalTest : public TraceFixture {
 protected:
  void reverse(const std::string& credit, const std::string& debit) {
    links_.reversals.push_back({leg(debit), leg(credit), "the bank marks it"});
  }

  [[nodiscard]] std::vector<std::string> ordinary() const {
    std::vector<std::string> why;
    for (const OrdinaryReversal& each : order_movements(ledger_, links_).ordinary_reversals) {
      why.push_back(each.why);
    }
    return why;
  }
};

TEST_F(ReversalTest, PutsTheVeryLotsBackWhereTheyWereTakenFrom) {
  load({part("A", "a",
             {"2025-01-01|1000.00||t", "2025-01-02|500.00||c", "2025-01-03|-600.00|X|p",
              "2025-01-04|600.00|X|back", "2025-01-05|-1000.00|Y|q"})});
  EXPECT_EQ(ends(TracingMethod::fifo),
            (Ends{{"X/end-point", "600.00"}, {"Y/end-point", "400.00"}}));
  reverse("back", "p");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"Y/end-point", "1000.00"}}));
  EXPECT_EQ(ends(TracingMethod::lifo), (Ends{{"Y/end-point", "500.00"}, {"A/account", "500.00"}}));
  EXPECT_EQ(ends(TracingMethod::tainted_first), (Ends{{"Y/end-point", "1000.00"}}));
}

TEST_F(ReversalTest, GivesAPartBackInProportionToWhatWasTaken) {
  load({part("A", "a",
             {"2025-01-01|100.01||t", "2025-01-02|200.00||c", "2025-01-03|-300.01|X|p",
              "2025-01-04|0.05||b1", "2025-01-05|99.95||b2"})});
  reverse("b1", "p");
  reverse("b2", "p");
  // 0.05 of 100.01 : 200.00 is 0.0167 : 0.0333; then 99.95 of 99.99 : 199.97 is 33.316 : 66.633.
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"X/end-point", "66.67"}, {"A/account", "33.34"}}));
  EXPECT_TRUE(ordinary().empty());
}

TEST_F(ReversalTest, RepaysTheBankFirstWhereTheAccountIsOverdrawn) {
  load({part("A", "a",
             {"2025-01-01|100.00||t", "2025-01-02|-150.00|X|p", "2025-01-03|150.00||back"})});
  reverse("back", "p");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/overdraft", "50.00"}, {"A/account", "50.00"}}));
}

TEST_F(ReversalTest, GivesBackNoMoreThanTheDebitWas) {
  load({part("A", "a",
             {"2025-01-01|100.00||t", "2025-01-02|-60.00|X|p", "2025-01-03|60.00||b1",
              "2025-01-04|60.00||b2"})});
  reverse("b1", "p");
  reverse("b2", "p");
  EXPECT_EQ(
      ordinary(),
      (std::vector<std::string>{"of the debit no more than 0.00 GBP is still to be given back"}));
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/account", "100.00"}}));
}

TEST_F(ReversalTest, IsAnOrdinaryCreditBeforeItsDebit) {
  load({part("A", "a", {"2025-01-01|100.00||t", "2025-01-02|60.00||b", "2025-01-03|-60.00|X|p"})});
  reverse("b", "p");
  EXPECT_EQ(ordinary(), (std::vector<std::string>{"the debit comes later"}));
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"X/end-point", "60.00"}, {"A/account", "40.00"}}));
}

TEST_F(ReversalTest, IsAnOrdinaryMovementWhereTheMoneyHadReachedATracedAccount) {
  load({part("A", "a", {"2025-01-01|100.00||t", "2025-01-02|-60.00|B|p", "2025-01-04|60.00|B|b"}),
        part("B", "b", {"2025-01-02|60.00|A|q", "2025-01-04|-60.00|A|r"})});
  reverse("b", "p");
  EXPECT_EQ(ordinary(), (std::vector<std::string>{"it comes from a traced account"}));
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/account", "100.00"}}));
}

TEST_F(ReversalTest, CarriesNoSourceOfItsOwn) {
  load({part("A", "a", {"2025-01-01|100.00||x", "2025-01-02|-60.00|X|p", "2025-01-03|60.00||t"})});
  reverse("t", "p");
  const Source source{"S1", leg("t"), {}, Money(6000, gbp)};
  EXPECT_FALSE(
      trace(ledger_, order_movements(ledger_, links_), {{source}, TracingMethod::fifo, {}}));
}

}  // namespace
}  // namespace recoup
