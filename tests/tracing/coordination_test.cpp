// Backward tracing, where a person asserts that a later credit financed a debit out of an
// overdraft.

#include "recoup/tracing/exposure.hpp"
#include "trace_fixture.hpp"

namespace recoup {
namespace {

class CoordinationTest : public TraceFixture {
 protected:
  void finance(const std::string& debit, const std::string& credit) {
    links_.coordinations.push_back({leg(debit), leg(credit), "asserted"});
  }

  [[nodiscard]] std::vector<std::string> unused() const {
    std::vector<std::string> why;
    for (const UnusedCoordination& each : order_movements(ledger_, links_).unused_coordinations) {
      why.push_back(each.why);
    }
    return why;
  }
};

TEST_F(CoordinationTest, TvDur2WithProofOfCoordinationTheBribeIsInTheCar) {
  load({part("A", "a", {"2025-06-01|-20000.00|car|p", "2025-06-03|20000.00|briber|t"})});
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/overdraft", "20000.00"}}));
  finance("p", "t");
  for (const TracingMethod method : dividing_methods) {
    EXPECT_EQ(ends(method), (Ends{{"car/end-point", "20000.00"}}));
  }
  const Attributed attributed = traced(TracingMethod::fifo).value().attributed.at(0);
  EXPECT_EQ(attributed.coordination, (Coordination{0, 1}));
  EXPECT_TRUE(attributed.amount == 2'000'000);
}

TEST_F(CoordinationTest, AttributesNoMoreThanTheDebitsOverdrawnPart) {
  // 30.00 of the car's 100.00 was the account's own; the rest, and 50.00 of another, is overdrawn.
  load({part("A", "a",
             {"2025-06-01|30.00||own", "2025-06-02|-100.00|car|p", "2025-06-03|-50.00|X|q",
              "2025-06-04|200.00||t"})});
  finance("p", "t");
  EXPECT_EQ(ends(TracingMethod::fifo),
            (Ends{{"car/end-point", "70.00"}, {"A/overdraft", "50.00"}, {"A/account", "80.00"}}));
}

TEST_F(CoordinationTest, AttributesNoMoreThanWouldRepayTheOverdraft) {
  load({part("A", "a",
             {"2025-06-02|-100.00|car|p", "2025-06-03|60.00||own", "2025-06-04|90.00||t"})});
  finance("p", "t");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"car/end-point", "40.00"}, {"A/account", "50.00"}}));
}

TEST_F(CoordinationTest, SeveralCreditsFinanceOneDebitOnce) {
  load(
      {part("A", "a", {"2025-06-02|-100.00|car|p", "2025-06-03|80.00||c", "2025-06-04|90.00||t"})});
  finance("p", "c");
  finance("p", "t");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"car/end-point", "20.00"}, {"A/account", "70.00"}}));
}

TEST_F(CoordinationTest, ReachesAcrossTheAccountThatPaysTheCredit) {
  load({part("A", "a", {"2025-06-02|-100.00|car|p", "2025-06-04|100.00|B|in"}),
        part("B", "b", {"2025-06-03|100.00||t", "2025-06-04|-100.00|A|out"})});
  finance("p", "in");
  EXPECT_EQ(ends(TracingMethod::pro_rata), (Ends{{"car/end-point", "100.00"}}));
}

TEST_F(CoordinationTest, ExposesTheDebitsEndPoint) {
  load({part("A", "a", {"2025-06-01|-20.00|car|p", "2025-06-03|20.00||t"})});
  finance("p", "t");
  const Source source{"S1", leg("t"), {}, Money(2000, gbp)};
  const auto found =
      exposures(ledger_, order_movements(ledger_, links_), {{source}, TracingMethod::fifo, {}})
          .value();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].node, "car");
  EXPECT_EQ(found[1].movement, 1U);
}

TEST_F(CoordinationTest, SaysWhatCannotBeFollowed) {
  load({part("A", "a",
             {"2025-06-01|10.00||c", "2025-06-02|-100.00|B|toB", "2025-06-03|-50.00|X|p",
              "2025-06-04|50.00||back", "2025-06-05|200.00||t", "2025-06-06|-5.00|Y|late"}),
        part("B", "b", {"2025-06-02|100.00|A|fromA"})});
  links_.reversals.push_back({leg("p"), leg("back"), "the bank marks it"});
  finance("toB", "t");
  finance("p", "t");
  finance("late", "t");
  finance("t", "p");
  finance("p", "back");
  EXPECT_EQ(unused(), (std::vector<std::string>{
                          "the debit went to a traced account, from which it is followed on",
                          "a reversal gives the debit back", "the credit does not come later",
                          "they are no debit and no credit of one account in one currency",
                          "the credit gives a debit back"}));
}

TEST_F(CoordinationTest, IsAssertedOnce) {
  load({part("A", "a", {"2025-06-01|-20.00|car|p", "2025-06-03|20.00||t"})});
  finance("p", "t");
  finance("p", "t");
  EXPECT_EQ(unused(), std::vector<std::string>{"it is asserted twice"});
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"car/end-point", "20.00"}}));
}

}  // namespace
}  // namespace recoup
