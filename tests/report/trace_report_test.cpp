#include "recoup/report/trace_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/report/pool_report.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Two accounts, one transfer, one source, one payment out.
struct SmallTrace {
  Ledger ledger =
      build_ledger({part("A", "a", {"2025-01-01|30.00||t", "2025-01-02T09:30|-20.00|B|out"}),
                    part("B", "b", {"2025-01-02T09:30|20.00|A|in", "2025-01-03|-5.00|SHOP|s"})},
                   {})
          .value()
          .ledger;
  Links links = match(ledger);
  OrderedMovements movements = order_both(ledger, links);
  std::vector<Source> sources = {{"S1", LegRow{0}, AccountRow{0}, Money(3000, gbp)}};

  [[nodiscard]] TraceContext context() const {
    return {"CASE", std::nullopt, &ledger, &movements, &sources, {}};
  }
  [[nodiscard]] TracedBoth traced(TracingMethod method) const {
    return trace_both(ledger, movements, {sources, method, {}}).value();
  }
};

TEST(TraceReport, JsonHasTheShapeOthersScriptAgainst) {
  const SmallTrace small;
  const std::string json = trace_json(small.context(), small.traced(TracingMethod::fifo));
  EXPECT_THAT(json, HasSubstr("\"case\": \"CASE\",\n  \"method\": \"fifo\",\n  \"as_at\": null"));
  EXPECT_THAT(json, HasSubstr("\"kind\": \"account\",\n          \"node\": \"B\",\n          "
                              "\"currency\": \"GBP\",\n          \"amount\": \"15.00\""));
  EXPECT_THAT(json, HasSubstr("\"debit_reference\": \"out\",\n      \"credit_reference\": \"in\""));
  EXPECT_THAT(json, HasSubstr("\"debit_reference\": null,\n      \"credit_reference\": \"t\""));
  EXPECT_THAT(json, HasSubstr("\"booked_at\": \"2025-01-02T09:30:00\""));
}

TEST(TraceReport, AnUnknownOrderIsARangeOfItsOwn) {
  SmallTrace small;
  EXPECT_THAT(trace_json(small.context(), small.traced(TracingMethod::fifo)),
              Not(HasSubstr("unknown_order")));
  StatementPart loose =
      part("A", "a", {"2025-01-01|30.00||t", "2025-01-02|-20.00|X|p", "2025-01-02|5.00||c"});
  loose.layout = "ofx ";
  small.ledger = build_ledger({loose}, {}).value().ledger;
  small.links = match(small.ledger);
  small.movements = order_both(small.ledger, small.links);
  const TracedBoth traced = small.traced(TracingMethod::lowest_intermediate_balance);
  const std::string json = trace_json(small.context(), traced);
  EXPECT_THAT(json, HasSubstr("\"leads\": \"debits-first\""));
  EXPECT_THAT(json, HasSubstr("\"2025-01-02\""));
  EXPECT_THAT(json, HasSubstr("\"credits_first\": \"15.00\",\n        \"debits_first\": "
                              "\"10.00\""));
  EXPECT_THAT(trace_text(small.context(), traced),
              HasSubstr("On 2025-01-02 nothing proves the order of the entries of account A"));
}

TEST(TraceReport, APoolNamesEveryContributorAndWhatNobodyTakes) {
  const SmallTrace small;
  PoolQuestion question{AccountRow{0}, gbp, small.sources, {}, true, true};
  const Pool pool = share_pool(small.ledger, small.movements.first, question).value();
  const std::string json = pool_json(small.context(), pool, question);
  EXPECT_THAT(json, HasSubstr("\"account\": \"A\""));
  EXPECT_THAT(json, HasSubstr("\"capped\": true"));
  EXPECT_THAT(json, HasSubstr("\"left\": \"10.00\",\n  \"paid_in\": \"30.00\""));
  EXPECT_THAT(json, HasSubstr("\"source\": \"S1\",\n      \"paid_in\": \"30.00\",\n      "
                              "\"lowest_intermediate_balance\": \"10.00\",\n      \"share\": "
                              "\"10.00\""));
  EXPECT_THAT(json, HasSubstr("\"unshared\": \"0.00\""));
  EXPECT_THAT(pool_text(small.context(), pool, question), HasSubstr("10.00 GBP left of 30.00"));
}

TEST(TraceReport, PoisonClaimsNoAmount) {
  const SmallTrace small;
  const auto found =
      exposures(small.ledger, small.movements.first, {small.sources, {}, {}}).value();
  const std::string json = exposures_json(small.context(), found);
  EXPECT_THAT(json, HasSubstr("\"method\": \"poison\""));
  EXPECT_THAT(json, HasSubstr("\"since\": \"2025-01-03\""));
  EXPECT_EQ(json.find("amount"), std::string::npos);
}

TEST(TraceReport, AllMethodsComeWithTheirRange) {
  const SmallTrace small;
  std::vector<TracedBoth> traces;
  std::vector<Trace> leads;
  for (const TracingMethod method : dividing_methods) {
    traces.push_back(small.traced(method));
    leads.push_back(traces.back().leads);
  }
  const std::string json = all_methods_json(small.context(), traces, range_over(leads));
  for (const TracingMethod method : dividing_methods) {
    EXPECT_THAT(json, HasSubstr("\"" + std::string(text(method)) + "\": {"));
  }
  EXPECT_THAT(json, HasSubstr("\"least_method\": \"fifo\""));
  EXPECT_THAT(all_methods_text(small.context(), traces, range_over(leads)),
              HasSubstr("lifo is not counted"));
}

TEST(TraceReport, TextNamesTheAuthorityAndWhatIsNotYetFound) {
  const SmallTrace small;
  TraceContext context = small.context();
  context.unresolved = {{"source S2", "no statement of C has been imported"}};
  const std::string out = trace_text(context, small.traced(TracingMethod::tainted_first));
  EXPECT_THAT(out, HasSubstr("Re Oatway [1903] 2 Ch 356"));
  EXPECT_THAT(out, HasSubstr("not yet found: source S2: no statement of C has been imported"));
}

TEST(TraceReport, MatchesNameBothLegsAndTheReason) {
  const SmallTrace small;
  const std::string json = match_json(small.ledger, small.links);
  EXPECT_THAT(json, HasSubstr("\"confidence\": \"exact\""));
  EXPECT_THAT(json, HasSubstr("\"reference\": \"out\""));
  EXPECT_THAT(match_text(small.ledger, small.links), HasSubstr("1 transfers matched"));
}

TEST(TextTable, AlignsFiguresToTheRightAndCountsCharacters) {
  TextTable table({"name", "sum"}, {Align::left, Align::right});
  table.row({"café", "1.00"});
  table.row({"a", "10.00"});
  EXPECT_EQ(table.text(), "  name    sum\n  ----  -----\n  café   1.00\n  a     10.00\n");
}

}  // namespace
}  // namespace recoup
