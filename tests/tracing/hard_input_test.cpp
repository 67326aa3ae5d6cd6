// What papers may hold, and what no trace may break on.

#include "trace_fixture.hpp"

namespace recoup {
namespace {

class HardInputTest : public TraceFixture {};

TEST_F(HardInputTest, ASourceInAGapIsWhollyOnTheAccount) {
  // The credit behind the gap is the source: what was lost before it does not touch it.
  load({part("A", "a",
             {"2025-01-01|50.00||c|50.00", "2025-02-01|100.00||t|400.00",
              "2025-02-02|-10.00|X|o|390.00"})});
  ASSERT_EQ(ledger_.gaps.size(), 1U);
  EXPECT_EQ(ends(TracingMethod::lowest_intermediate_balance), (Ends{{"A/account", "100.00"}}));
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/account", "100.00"}}));
}

TEST_F(HardInputTest, ASourceBeforeAGapStopsThereWhole) {
  load({part("A", "a", {"2025-01-01|100.00||t|100.00", "2025-02-01|-10.00|X|o|390.00"})});
  for (const TracingMethod method : dividing_methods) {
    EXPECT_EQ(ends(method), (Ends{{"A/gap", "100.00"}}));
  }
}

TEST_F(HardInputTest, StatementsThatContradictEachOtherAreNamedAndTraced) {
  load({part("A", "a", {"2025-01-01|12.00||t", "2025-01-02|-5.00|B|a5", "2025-01-02|-7.00|B|a7"}),
        part("B", "b", {"2025-01-02|7.00|A|b7", "2025-01-02|5.00|A|b5"})});
  EXPECT_EQ(order_movements(ledger_, links_).contradictions, std::vector<std::size_t>{1});
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"B/account", "12.00"}}));
}

TEST_F(HardInputTest, ACycleWithinADayMultipliesNothing) {
  load({part("A", "a",
             {"2025-01-01|10.00||t", "2025-01-02|-10.00|B|a1", "2025-01-02|10.00|C|a2",
              "2025-01-02|-10.00|B|a3", "2025-01-02|10.00|C|a4"}),
        part("B", "b",
             {"2025-01-02|10.00|A|b1", "2025-01-02|-10.00|C|b2", "2025-01-02|10.00|A|b3",
              "2025-01-02|-10.00|C|b4"}),
        part("C", "c",
             {"2025-01-02|10.00|B|c1", "2025-01-02|-10.00|A|c2", "2025-01-02|10.00|B|c3",
              "2025-01-02|-10.00|A|c4"})});
  EXPECT_TRUE(order_movements(ledger_, links_).contradictions.empty());
  for (const TracingMethod method : dividing_methods) {
    EXPECT_EQ(ends(method), (Ends{{"A/account", "10.00"}}));
  }
}

TEST_F(HardInputTest, AnAccountThatPaysItselfChangesNothing) {
  load({part("A", "a",
             {"2025-01-01|3.00||c", "2025-01-02|5.00||t", "2025-01-03|-8.00|A|x",
              "2025-01-03|8.00|A|y", "2025-01-04|-3.00|Z|z"})});
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/account", "5.00"}}));
}

TEST_F(HardInputTest, RefusesASourceInACurrencyThatTheAccountDoesNotHave) {
  load({part("A", "a", {"2025-01-01|3.00||t"})});
  const Movements movements = order_movements(ledger_, links_);
  const auto ask = [&](const Source& source) {
    return trace(ledger_, movements, {{source}, TracingMethod::fifo, {}});
  };
  const Result<Trace> on_credit = ask({"S1", leg("t"), {}, Money(300, usd)});
  ASSERT_FALSE(on_credit);
  EXPECT_EQ(on_credit.error().code, ErrorCode::contradiction);
  EXPECT_FALSE(ask({"S1", std::nullopt, AccountRow{0}, Money(300, usd)}));
}

TEST_F(HardInputTest, AmountsNearTheEndsOfSixtyFourAndOfOneHundredAndTwentyEightBitsAreExact) {
  const Int128 two_63 = static_cast<Int128>(1) << 63;
  const Int128 most = ~(static_cast<Int128>(1) << 127);
  for (const Int128 whole : {two_63, most}) {
    StatementPart large =
        part("A", "a", {"2025-01-01|1.00||t", "2025-01-02|1.00||c", "2025-01-03|-1.00|X|o"});
    large.entries[0].amount = Money(whole / 2, gbp);
    large.entries[1].amount = Money(whole - whole / 2, gbp);
    large.entries[2].amount = Money(1 - whole, gbp);
    load({large});
    for (const TracingMethod method : dividing_methods) {
      Int128 sum = 0;
      for (const Holding& holding : traced(method).value().holdings) sum += holding.amount.minor();
      EXPECT_TRUE(sum == whole / 2) << text(method);
    }
  }
}

TEST_F(HardInputTest, AnEntryOfTheLeastAmountThatFitsIsRefused) {
  StatementPart least = part("A", "a", {"2025-01-01|-1.00|X|o"});
  least.entries[0].amount = Money(static_cast<Int128>(1) << 127, gbp);
  ASSERT_TRUE(least.entries[0].amount.is_negative());
  EXPECT_FALSE(build_ledger({least}, {}));
}

}  // namespace
}  // namespace recoup
