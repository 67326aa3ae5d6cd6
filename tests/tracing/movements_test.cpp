#include "recoup/tracing/movements.hpp"

#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

struct Ordered {
  Ledger ledger;
  Movements movements;

  [[nodiscard]] std::vector<std::string> references() const {
    std::vector<std::string> out;
    for (const Movement& movement : movements.in_order) {
      out.emplace_back(ledger.text[index(movement.leg())].reference);
    }
    return out;
  }
};

Ordered order(std::vector<StatementPart> parts) {
  Ordered ordered{build_ledger(std::move(parts), {}).value().ledger, {}};
  ordered.movements = order_movements(ordered.ledger, match(ordered.ledger));
  return ordered;
}

using Names = std::vector<std::string>;

TEST(Movements, TheEarliestFreeMovementComesNext) {
  const Ordered ordered = order({part("A", "a", {"2025-01-01|1.00||a1", "2025-01-03|1.00||a2"}),
                                 part("B", "b", {"2025-01-02|1.00||b1", "2025-01-02|1.00||b2"})});
  EXPECT_EQ(ordered.references(), (Names{"a1", "b1", "b2", "a2"}));
}

TEST(Movements, StatementOrderGoesBeforeBookingTime) {
  const Ordered ordered =
      order({part("A", "a", {"2025-01-05|1.00||late", "2025-01-01|1.00||early"}),
             part("B", "b", {"2025-01-03|1.00||b"})});
  EXPECT_EQ(ordered.references(), (Names{"b", "late", "early"}));
}

TEST(Movements, ATransferWaitsForBothStatements) {
  const Ordered ordered =
      order({part("A", "a", {"2025-01-01|-5.00|B|pay"}),
             part("B", "b", {"2025-01-01|9.00||salary", "2025-01-01|5.00|A|got"})});
  EXPECT_EQ(ordered.references(), (Names{"salary", "pay"}));
  EXPECT_TRUE(ordered.movements.contradictions.empty());
}

TEST(Movements, StatementsThatContradictEachOtherAreNamed) {
  const Ordered ordered = order({part("A", "a", {"2025-01-01|-5.00|B|m1", "2025-01-01|7.00|B|x"}),
                                 part("B", "b", {"2025-01-01|-7.00|A|m2", "2025-01-01|5.00|A|y"})});
  EXPECT_EQ(ordered.references(), (Names{"m1", "m2"}));
  EXPECT_EQ(ordered.movements.contradictions, (std::vector<std::size_t>{0}));
}

TEST(Movements, EndPointsAreNamedByWhatTheStatementGives) {
  EXPECT_EQ(end_point_name({"acc", "name", "words", ""}), "acc");
  EXPECT_EQ(end_point_name({"", "name", "words", ""}), "name");
  EXPECT_EQ(end_point_name({"", "", "words", ""}), "words");
  EXPECT_EQ(end_point_name({"", "", "", "r"}), "unknown");
}

TEST(Movements, AsAtKeepsThePrefixUpToTheLastOneBookedByThen) {
  const Ordered ordered = order(
      {part("A", "a", {"2025-01-05|1.00||late", "2025-01-01|1.00||early", "2025-01-09|1.00||x"})});
  const auto count = [&](const char* at) {
    return followed_count(ordered.ledger, ordered.movements,
                          BookingTime::parse(at).value().order_key());
  };
  EXPECT_EQ(count("2025-01-02T00:00"), 2U);
  EXPECT_EQ(count("2024-12-31T00:00"), 0U);
  EXPECT_EQ(followed_count(ordered.ledger, ordered.movements, std::nullopt), 3U);
}

}  // namespace
}  // namespace recoup
