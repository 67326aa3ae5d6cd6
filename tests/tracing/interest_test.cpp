// Interest on an account: clean, or split over what earned it by amounts and days.

#include "trace_fixture.hpp"

namespace recoup {
namespace {

class InterestTest : public TraceFixture {
 protected:
  void accrue(const std::string& reference, std::optional<Date> from = std::nullopt) {
    accrue_.push_back({leg(reference), from});
  }

  /// "from until share ..." of each credit.
  [[nodiscard]] std::string accrued(TracingMethod method) const {
    std::string out;
    for (const AccruedInterest& each : traced(method).value().interest) {
      out += iso_text(each.from) + " " + iso_text(each.until);
      for (const Lot& lot : each.shares) out += " " + Money(lot.amount, gbp).plain();
      out += "; ";
    }
    return out;
  }
};

TEST_F(InterestTest, IsCleanUnlessItIsAskedFor) {
  load({part("A", "a", {"2025-01-01|100.00||t", "2025-01-31|1.00||i"})});
  EXPECT_EQ(ends(TracingMethod::pro_rata), (Ends{{"A/account", "100.00"}}));
  accrue("i");
  EXPECT_EQ(ends(TracingMethod::pro_rata), (Ends{{"A/account", "101.00"}}));
}

TEST_F(InterestTest, IsSplitByAmountsAndDays) {
  // 100.00 of the source for 30 days and 300.00 of other money for 10: equal weights.
  load({part("A", "a", {"2025-01-01|100.00||t", "2025-01-21|300.00||c", "2025-01-31|1.01||i"})});
  accrue("i");
  EXPECT_EQ(accrued(TracingMethod::fifo), "2025-01-01 2025-01-31 0.51; ");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/account", "100.51"}}));
}

TEST_F(InterestTest, CountsWhatIsHeldAtTheEndOfADay) {
  // The source comes and goes on one day: it is on the account on no evening.
  load({part("A", "a",
             {"2025-01-01|10.00||c", "2025-01-05|90.00||t", "2025-01-05|-90.00|X|o",
              "2025-01-31|1.00||i"})});
  accrue("i");
  EXPECT_EQ(accrued(TracingMethod::tainted_first), "2025-01-01 2025-01-31; ");
  EXPECT_EQ(ends(TracingMethod::tainted_first), (Ends{{"X/end-point", "90.00"}}));
}

TEST_F(InterestTest, BeginsWhereTheInterestBeforeItEnded) {
  load({part("A", "a",
             {"2025-01-01|100.00||c", "2025-01-31|1.00||i1", "2025-02-10|100.00||t",
              "2025-02-20|1.00||i2"})});
  accrue("i1");
  accrue("i2");
  // 101.00 for twenty days against 100.00 for ten.
  EXPECT_EQ(accrued(TracingMethod::pro_rata),
            "2025-01-01 2025-01-31; 2025-01-31 2025-02-20 0.33; ");
}

TEST_F(InterestTest, BeginsOnTheDayThatIsSaid) {
  load({part("A", "a", {"2025-01-01|100.00||c", "2025-02-10|100.00||t", "2025-02-20|1.00||i"})});
  accrue("i", make_date(2025, 2, 10));
  EXPECT_EQ(accrued(TracingMethod::pro_rata), "2025-02-10 2025-02-20 0.50; ");
}

TEST_F(InterestTest, IsCleanWhereNothingWasHeld) {
  load({part("A", "a", {"2025-01-01|-100.00|X|o", "2025-01-05|1.00||i", "2025-01-06|500.00||t"})});
  accrue("i");
  EXPECT_EQ(accrued(TracingMethod::fifo), "2025-01-01 2025-01-05; ");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/account", "401.00"}, {"A/overdraft", "99.00"}}));
}

TEST_F(InterestTest, RefusesInterestOnATransferOrADebit) {
  load({part("A", "a", {"2025-01-01|100.00||t", "2025-01-02|-60.00|B|p"}),
        part("B", "b", {"2025-01-02|60.00|A|q"})});
  accrue("q");
  EXPECT_FALSE(traced(TracingMethod::fifo));
  accrue_.clear();
  accrue("p");
  EXPECT_FALSE(traced(TracingMethod::fifo));
}

TEST_F(InterestTest, RefusesWeightsBeyondOneHundredAndTwentyEightBits) {
  const Int128 large = (static_cast<Int128>(1) << 125);
  StatementPart huge = part("A", "a", {"2025-01-01|1.00||t", "2025-01-31|1.00||i"});
  huge.entries[0].amount = Money(large, gbp);
  load({huge});
  EXPECT_TRUE(traced(TracingMethod::fifo));
  accrue("i");
  const Result<Trace> refused = traced(TracingMethod::fifo);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::out_of_range);
}

TEST_F(InterestTest, HoldsWeightsOfWei) {
  // Ten ether in wei for a year.
  const Int128 wei = static_cast<Int128>(1'000'000'000) * 1'000'000'000 * 10;
  StatementPart large = part("A", "a", {"2024-01-01|1.00||t", "2025-01-01|1.00||i"});
  large.entries[0].amount = Money(wei, gbp);
  large.entries[1].amount = Money(wei, gbp);
  load({large});
  accrue("i");
  EXPECT_TRUE(traced(TracingMethod::pro_rata).value().holdings[0].amount == Money(2 * wei, gbp));
}

}  // namespace
}  // namespace recoup
