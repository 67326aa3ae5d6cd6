#include "recoup/tracing/tracer.hpp"

#include <gtest/gtest.h>

#include <map>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/tracing/exposure.hpp"
#include "recoup/tracing/range.hpp"

namespace recoup {
namespace {

/// A traced world: statements, and sources by the reference of their credit.
class TracerTest : public testing::Test {
 protected:
  void load(std::vector<StatementPart> parts, std::vector<DeclaredOpening> openings = {}) {
    ledger_ = build_ledger(std::move(parts), openings).value().ledger;
    movements_ = order_movements(ledger_, match(ledger_));
  }

  void source(const std::string& reference, const std::string& amount) {
    for (std::size_t i = 0; i < ledger_.leg_count(); ++i) {
      if (ledger_.text[i].reference != reference) continue;
      sources_.push_back({"S" + std::to_string(sources_.size() + 1),
                          static_cast<LegRow>(i),
                          {},
                          Money::parse_plain(amount, ledger_.currency[i]).value()});
    }
  }

  [[nodiscard]] Result<Trace> ask(TracingMethod method, std::optional<CivilTime> as_at = {}) const {
    return trace(ledger_, movements_, {sources_, method, as_at});
  }

  /// "node/kind" to amount, of the first source.
  [[nodiscard]] std::map<std::string, std::string> ends(TracingMethod method) const {
    std::map<std::string, std::string> out;
    const Trace traced = ask(method).value();
    for (const Holding& holding : traced.holdings) {
      if (holding.source == 0) {
        out[holding.node + "/" + std::string(text(holding.kind))] = holding.amount.plain();
      }
    }
    return out;
  }

  Ledger ledger_;
  Movements movements_;
  std::vector<Source> sources_;
};

using Ends = std::map<std::string, std::string>;

// law.md 5.0, ledger L1.
TEST_F(TracerTest, EachMethodTakesWhatItsAuthoritySays) {
  load({part("A", "a",
             {"2025-01-01|1000.00||t1", "2025-01-02|500.00||c1", "2025-01-03|-1200.00|X",
              "2025-01-04|800.00||c2", "2025-01-05|300.00||t2", "2025-01-06|-450.50|Y"})});

  source("t1", "1000.00");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"X/end-point", "1000.00"}}));
  EXPECT_EQ(ends(TracingMethod::tainted_first), (Ends{{"X/end-point", "1000.00"}}));
  EXPECT_EQ(ends(TracingMethod::lifo), (Ends{{"X/end-point", "700.00"}, {"A/account", "300.00"}}));
}

TEST_F(TracerTest, MoneyThatRepaysAnOverdraftIsDissipated) {
  load(
      {part("A", "a", {"2025-01-01|-150.00|shop", "2025-01-02|200.00||t", "2025-01-03|-10.00|X"})});
  source("t", "200.00");
  EXPECT_EQ(ends(TracingMethod::fifo),
            (Ends{{"A/overdraft", "150.00"}, {"A/account", "40.00"}, {"X/end-point", "10.00"}}));
}

TEST_F(TracerTest, AnAcceptedGapHidesTheDifferenceAlone) {
  load({part("A", "a",
             {"2025-01-01|100.00||t|100.00", "2025-01-02|-10.00|X|p|50.00",
              "2025-01-03|-5.00|Y|q|65.00"})});
  source("t", "100.00");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/gap", "100.00"}}));
  for (Gap& gap : ledger_.gaps) gap.is_accepted = true;
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/gap", "40.00"},
                                             {"X/end-point", "10.00"},
                                             {"A/account", "45.00"},
                                             {"Y/end-point", "5.00"}}));
  EXPECT_EQ(ends(TracingMethod::lifo),
            (Ends{{"A/account", "50.00"}, {"A/gap", "40.00"}, {"X/end-point", "10.00"}}));
}

TEST_F(TracerTest, ADebitIntoOverdraftCarriesTheBanksMoneyClean) {
  load({part("A", "a", {"2025-01-01|30.00||t", "2025-01-02|-100.00|B|p"}),
        part("B", "b", {"2025-01-02|100.00|A|q", "2025-01-03|-40.00|X"})});
  source("t", "30.00");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"X/end-point", "30.00"}}));
  EXPECT_EQ(ends(TracingMethod::lowest_intermediate_balance), (Ends{{"B/account", "30.00"}}));
}

TEST_F(TracerTest, AGapStopsWhatIsHeld) {
  load({part(
      "A", "a",
      {"2025-01-01|30.00||t|30.00", "2025-02-01|5.00|||95.00", "2025-02-02|-50.00|X||45.00"})});
  source("t", "30.00");
  EXPECT_EQ(ends(TracingMethod::tainted_first), (Ends{{"A/gap", "30.00"}}));
}

TEST_F(TracerTest, ATransferWithinOneAccountChangesNothing) {
  load({part("A", "a",
             {"2025-01-01|30.00||t", "2025-01-02|20.00", "2025-01-03|-30.00|A|o",
              "2025-01-03|30.00|A|i", "2025-01-04|-10.00|X"})});
  source("t", "30.00");
  EXPECT_EQ(ends(TracingMethod::fifo), (Ends{{"A/account", "20.00"}, {"X/end-point", "10.00"}}));
}

TEST_F(TracerTest, RefusesSourcesThatCannotBe) {
  load(
      {part("A", "a", {"2025-01-01|30.00||t", "2025-01-02|-10.00|B|out", "2025-01-03|-1.00||shop"}),
       part("B", "b", {"2025-01-02|10.00|A|in"})});
  for (const auto& [reference, amount] : std::map<std::string, std::string>{
           {"t", "30.01"}, {"in", "5.00"}, {"shop", "1.00"}, {"t ", "0.00"}}) {
    sources_.clear();
    source(reference.substr(0, reference.find(' ')), amount);
    const auto traced = ask(TracingMethod::fifo);
    ASSERT_FALSE(traced.has_value()) << reference;
    EXPECT_EQ(traced.error().code, ErrorCode::contradiction);
    EXPECT_EQ(traced.error().place.field, "source S1");
  }
}

TEST_F(TracerTest, AsAtFollowsNoFurther) {
  load({part("A", "a", {"2025-01-01|30.00||t", "2025-01-05|-10.00|X"})});
  source("t", "30.00");
  const auto at = [&](const char* text) {
    return ask(TracingMethod::fifo, BookingTime::parse(text).value().order_key()).value();
  };
  EXPECT_TRUE(at("2024-12-31T00:00").holdings.empty());
  EXPECT_EQ(at("2025-01-04T00:00").holdings.size(), 1U);
  EXPECT_EQ(at("2025-01-05T00:00").holdings.size(), 2U);
}

TEST_F(TracerTest, TheRangeLeavesOutLifoAndNamesTheMethods) {
  load({part("A", "a", {"2025-01-01|100.00||t", "2025-01-02|100.00", "2025-01-03|-50.00|X"})});
  source("t", "100.00");
  std::vector<Trace> traces;
  for (const TracingMethod method : dividing_methods) traces.push_back(ask(method).value());
  const auto range = range_over(traces);
  ASSERT_EQ(range.size(), 2U);
  EXPECT_EQ(range[0].node, "A");
  EXPECT_EQ(range[0].most, Money(10000, gbp));
  EXPECT_EQ(range[0].most_method, TracingMethod::lowest_intermediate_balance);
  EXPECT_EQ(range[0].least_method, TracingMethod::fifo);
  EXPECT_EQ(range[1].least, Money(0, gbp));
}

TEST_F(TracerTest, PoisonExposesEveryDebitFromThenOn) {
  load({part("A", "a",
             {"2025-01-01|5.00", "2025-01-01|-1.00|before", "2025-01-02|1.00||t",
              "2025-01-03|-2.00|B|p"}),
        part("B", "b", {"2025-01-03|2.00|A|q", "2025-01-04|-1.00|after"})});
  source("t", "1.00");
  const auto found = exposures(ledger_, movements_, {sources_, {}, {}}).value();
  std::vector<std::string> nodes;
  for (const Exposure& exposure : found) nodes.push_back(exposure.node);
  EXPECT_EQ(nodes, (std::vector<std::string>{"A", "B", "after"}));
}

// Found by the address sanitizer: the tie was broken by a view of a currency that was gone.
TEST_F(TracerTest, HoldingsAlikeInTwoCurrenciesStandInTheOrderOfTheirCodes) {
  load({part("A", "a", {"2025-01-01|100.00||t", "2025-01-02|-50.00||out", "2025-01-03|-50.00|X"}),
        part("B", "b", {"2025-01-02|50.00||in", "2025-01-03|-50.00|X"}, eur)});
  Links exchange;
  exchange.matched.push_back({LegRow{1}, LegRow{3}, Confidence::confirmed, "an exchange"});
  movements_ = order_movements(ledger_, exchange);
  source("t", "100.00");
  const Trace traced = ask(TracingMethod::fifo).value();
  ASSERT_EQ(traced.holdings.size(), 2U);
  EXPECT_EQ(traced.holdings[0].amount, Money(5000, eur));
  EXPECT_EQ(traced.holdings[1].amount, Money(5000, gbp));
}

}  // namespace
}  // namespace recoup
