// Figures of law.md 5.0 and 5.5 for a pool that is shared by total contributions, to the penny.
#include "recoup/tracing/pool.hpp"

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

/// An account whose contributors are the references of its credits that begin with a capital.
class PoolTest : public testing::Test {
 protected:
  void load(const std::vector<std::string>& lines, const std::string& opening = "0.00") {
    ledger_ =
        build_ledger({part("P", "p", lines)}, {{"P", Money::parse_plain(opening, gbp).value(), {}}})
            .value()
            .ledger;
    question_.sources.clear();
    for (std::size_t i = 0; i < ledger_.leg_count(); ++i) {
      const std::string_view name = ledger_.text[i].reference;
      if (name.empty() || name[0] < 'A' || name[0] > 'Z') continue;
      question_.sources.push_back(
          {std::string(name), static_cast<LegRow>(i), {}, Money(ledger_.amount_minor[i], gbp)});
    }
  }

  [[nodiscard]] Result<Pool> pool() const {
    return share_pool(ledger_, order_movements(ledger_, match(ledger_)), question_);
  }

  /// "share share ... of left, unshared".
  [[nodiscard]] std::string shared() const {
    const Pool found = pool().value();
    std::string out;
    for (const PoolShare& share : found.shares) out += share.share.plain() + " ";
    return out + "of " + found.left.plain() + ", " + found.unshared.plain();
  }

  Ledger ledger_;
  PoolQuestion question_;
};

TEST_F(PoolTest, Pp1SharesByTotalContributionsWhateverTheDates) {
  load({"2025-01-01|500.00||A", "2025-01-02|500.00||B", "2025-01-03|-600.00|X|o",
        "2025-01-04|400.00||C"});
  EXPECT_EQ(shared(), "285.72 285.71 228.57 of 800.00, 0.00");
}

TEST_F(PoolTest, Pp2SharesByTotalContributions) {
  load({"2025-01-01|1000.00||A", "2025-01-02|2000.00||B", "2025-01-03|-1500.00|X|o",
        "2025-01-04|1000.00||C", "2025-01-05|-500.00|X|p"});
  EXPECT_EQ(shared(), "500.00 1000.00 500.00 of 2000.00, 0.00");
}

TEST_F(PoolTest, LedgerL1IsSharedEquallyBetweenTaintedAndCleanMoney) {
  load({"2025-01-01|1000.00||T1", "2025-01-02|500.00||c", "2025-01-03|-1200.00|X|o",
        "2025-01-04|800.00||c2", "2025-01-05|300.00||T2", "2025-01-06|-450.50|X|p"});
  // T is the two sources together.
  EXPECT_EQ(shared(), "365.19 109.56 474.75 of 949.50, 0.00");
}

TEST_F(PoolTest, FramjeePaysTheSameDividendToEach) {
  load({"2025-01-01|1000.00||A", "2025-01-02|1679231.00||B", "2025-01-03|-970702.00|X|o"});
  // 709,529 left of 1,680,231: 42.228 pence in the pound.
  EXPECT_EQ(shared(), "422.28 709106.72 of 709529.00, 0.00");
}

TEST_F(PoolTest, TheCapIsEachContributorsLowestIntermediateBalance) {
  load({"2025-01-01|500.00||A", "2025-01-02|500.00||B", "2025-01-03|-900.00|X|o",
        "2025-01-04|400.00||C"});
  EXPECT_EQ(shared(), "178.57 178.57 142.86 of 500.00, 0.00");
  question_.is_capped = true;
  // The account fell to 100.00 behind A and B; nobody else has a claim to what they lose.
  EXPECT_EQ(shared(), "100.00 100.00 142.86 of 500.00, 157.14");
}

TEST_F(PoolTest, TvLib1IsWhatTheCapOfTheTrustComesTo) {
  load({"2025-01-01|2000.00||own", "2025-01-02|1500.00||Trust 1", "2025-01-03|-3200.00|X|o",
        "2025-01-04|1000.00||own2", "2025-01-05|50.00||Trust 2", "2025-01-06|-600.00|X|p"});
  const Pool found = pool().value();
  EXPECT_EQ(found.shares[0].lowest_intermediate_balance.plain(), "300.00");
  EXPECT_EQ(found.shares[1].lowest_intermediate_balance.plain(), "50.00");
}

TEST_F(PoolTest, TvLib2AnOverdraftLeavesNothingOfWhatWasPaidInBefore) {
  load({"2025-01-01|800.00||Trust 1", "2025-01-02|-950.00|X|o", "2025-01-03|500.00||own",
        "2025-01-04|200.00||Trust 2", "2025-01-05|-100.00|X|p"});
  const Pool found = pool().value();
  EXPECT_EQ(found.shares[0].lowest_intermediate_balance.plain(), "0.00");
  EXPECT_EQ(found.shares[1].lowest_intermediate_balance.plain(), "200.00");
}

TEST_F(PoolTest, WithoutOtherMoneyTheSourcesTakeNoMoreThanTheyPaidIn) {
  load({"2025-01-01|100.00||A", "2025-01-02|300.00||c", "2025-01-03|-50.00|X|o"}, "10.00");
  EXPECT_EQ(shared(), "87.80 272.20 of 360.00, 0.00");
  question_.others_share = false;
  EXPECT_EQ(shared(), "100.00 of 360.00, 260.00");
}

TEST_F(PoolTest, AnOverdrawnAccountLeavesNothing) {
  load({"2025-01-01|100.00||A", "2025-01-02|-150.00|X|o"});
  EXPECT_EQ(shared(), "0.00 of 0.00, 0.00");
}

TEST_F(PoolTest, AGapThatNobodyAcceptedLeavesNothingShown) {
  load({"2025-01-01|100.00||A|100.00", "2025-01-02|-10.00|X|o|60.00"});
  question_.is_capped = true;
  EXPECT_EQ(shared(), "0.00 of 60.00, 60.00");
  ledger_.gaps[0].is_accepted = true;
  EXPECT_EQ(shared(), "60.00 of 60.00, 0.00");
}

TEST_F(PoolTest, RefusesAPoolIntoWhichNothingWasPaid) {
  load({"2025-01-01|-10.00|X|o"});
  EXPECT_FALSE(pool());
}

TEST_F(PoolTest, KeepsToTheLastMovementAskedFor) {
  load({"2025-01-01|500.00||A", "2025-01-02|500.00||B", "2025-01-03|-600.00|X|o"});
  question_.as_at = midnight(make_date(2025, 1, 2).value());
  EXPECT_EQ(shared(), "500.00 500.00 of 1000.00, 0.00");
}

}  // namespace
}  // namespace recoup
