// Parts: debits and credits that are more than one movement.

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/tracing/exposure.hpp"
#include "recoup/tracing/tracer.hpp"

namespace recoup {
namespace {

/// A ledger with the pairs of `match_transfers`, each statement long before and after the rest.
struct PartsCase {
  Ledger ledger;
  Links links;
  Movements movements;

  PartsCase(std::vector<std::string> a, std::vector<std::string> b) {
    b.insert(b.begin(), "2024-12-01|0.01|outside");
    for (auto* lines : {&a, &b}) lines->push_back("2025-12-01|0.01|outside");
    ledger = build_ledger({part("A", "a", a), part("B", "b", b)}, {}).value().ledger;
    links = match_transfers(ledger);
    movements = order_movements(ledger, links);
  }

  [[nodiscard]] std::string holdings(TracingMethod method) const {
    const TraceQuestion question{
        {{"S1", LegRow{0}, AccountRow{0}, Money(60000, gbp)}}, method, std::nullopt};
    std::string out;
    for (const Holding& holding : trace(ledger, movements, question).value().holdings) {
      out += holding.node + " " + holding.amount.plain() + ";";
    }
    return out;
  }
};

const std::string victim = "2025-03-03|1000.00|victim|R";

TEST(Parts, AChargeIsAMovementToTheBankAndNothingIsLost) {
  const PartsCase told({victim, "2025-03-07|-500.00|B"}, {"2025-03-10|498.00|A"});
  ASSERT_EQ(told.links.matched.size(), 1U);
  // First the transfer, then what was taken out of it.
  EXPECT_EQ(told.holdings(TracingMethod::fifo), "B 498.00;A 100.00;charges on A 2.00;");
  EXPECT_EQ(told.holdings(TracingMethod::pro_rata), "A 300.00;B 298.80;charges on A 1.20;");
}

TEST(Parts, ADebitGoesToSeveralCredits) {
  const PartsCase told({victim, "2025-03-07|-500.00|B"},
                       {"2025-03-07|180.00|A", "2025-03-10|320.00|A"});
  ASSERT_EQ(told.links.matched.size(), 2U);
  EXPECT_EQ(told.holdings(TracingMethod::tainted_first), "B 500.00;A 100.00;");
}

TEST(Parts, SeveralDebitsMakeUpACredit) {
  const PartsCase told({victim, "2025-03-07|-180.00|B", "2025-03-07|-320.00|B"},
                       {"2025-03-10|500.00|A"});
  ASSERT_EQ(told.links.matched.size(), 2U);
  EXPECT_EQ(told.holdings(TracingMethod::tainted_first), "B 500.00;A 100.00;");
  EXPECT_EQ(told.movements.contradictions.size(), 0U);
}

TEST(Parts, EachHasAnIdOfItsOwn) {
  const PartsCase told({victim, "2025-03-07|-500.00|B"}, {"2025-03-10|498.00|A"});
  std::set<std::string> ids;
  for (const Movement& movement : told.movements.in_order) {
    EXPECT_TRUE(ids.insert(movement_id(told.ledger, movement)).second);
  }
  EXPECT_EQ(ids.size(), told.ledger.leg_count());
}

TEST(Parts, AConfirmedCreditThatIsMoreThanItsDebitHasARestFromOutside) {
  PartsCase told({victim, "2025-03-07|-500.00|"}, {"2025-03-10|700.00|"});
  TransferEvidence evidence;
  evidence.decided = {{LegRow{1}, LegRow{4}, true, "decided"}};
  told.links = match_transfers(told.ledger, evidence);
  ASSERT_EQ(told.links.matched.size(), 1U);
  told.movements = order_movements(told.ledger, told.links);
  EXPECT_EQ(told.holdings(TracingMethod::tainted_first), "B 500.00;A 100.00;");
}

TEST(Parts, ExposureReachesEveryPart) {
  const PartsCase told({victim, "2025-03-07|-500.00|B"}, {"2025-03-10|498.00|A"});
  const TraceQuestion question{{{"S1", LegRow{0}, AccountRow{0}, Money(60000, gbp)}}, {}, {}};
  const auto exposed = exposures(told.ledger, told.movements, question).value();
  ASSERT_EQ(exposed.size(), 3U);
  EXPECT_EQ(exposed[2].node, "charges on A");
}

}  // namespace
}  // namespace recoup
