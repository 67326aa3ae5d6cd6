// How a hypothesis stands beside the figures of a trace.

#include "recoup/report/what_if_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/report/trace_report.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;

/// A trace of one credit, beside which something was supposed.
struct SupposedTrace {
  Ledger ledger = build_ledger({part("A", "a", {"2025-01-01|30.00||t"})}, {}).value().ledger;
  Links links = match(ledger);
  OrderedMovements movements = order_both(ledger, links);
  std::vector<Source> sources = {{"S1", LegRow{0}, AccountRow{0}, Money(3000, gbp)},
                                 {"S2", LegRow{0}, AccountRow{0}, Money(1, gbp)}};
  WhatIfAnswer answer;

  [[nodiscard]] std::string text() const {
    TraceContext context{"CASE", std::nullopt, &ledger, &movements, &sources, {}};
    context.what_if = answer;
    const std::vector<Source> traced = {sources.front()};
    return trace_text(context,
                      trace_both(ledger, movements, {traced, TracingMethod::fifo, {}}).value());
  }
};

WhatIfRow row(std::uint32_t source, const std::string& node, MinorUnits stands, MinorUnits then) {
  return {source,           Holding::Kind::account,   node, Money(stands, gbp),
          Money(then, gbp), Money(then - stands, gbp)};
}

WhatIfTotal total(std::uint32_t source, MinorUnits stands, MinorUnits then,
                  Currency currency = gbp) {
  return {source, Money(stands, currency), Money(then, currency), Money(then - stands, currency)};
}

TEST(WhatIfReport, EverySourceEndsWithItsTotalInEachCurrency) {
  SupposedTrace trace;
  trace.answer.changes = {"something"};
  trace.answer.figures = {{TracingMethod::fifo,
                           {row(0, "A", 3000, 100'000), row(1, "B", 7, 7)},
                           {total(0, 3000, 100'000), total(0, 0, 5, eur), total(1, 7, 7)}}};
  EXPECT_THAT(trace.text(),
              HasSubstr("  source  kind      node  currency  as it stands   what if  difference\n"
                        "  ------  --------  ----  --------  ------------  --------  ----------\n"
                        "  S1      account   A     GBP              30.00  1,000.00     +970.00\n"
                        "  S1      (in all)        GBP              30.00  1,000.00     +970.00\n"
                        "  S1      (in all)        EUR               0.00      0.05       +0.05\n"
                        "  S2      account   B     GBP               0.07      0.07        0.00\n"
                        "  S2      (in all)        GBP               0.07      0.07        0.00\n"
                        "\n1 of 2 figures change under fifo\n"));
}

TEST(WhatIfReport, LongSentencesAreBrokenAtBlanksWithinTheWidthOfATerminal) {
  SupposedTrace trace;
  std::string sentence;
  for (int i = 0; i < 40; ++i) sentence += "word" + std::to_string(i) + " ";
  trace.answer.changes = {sentence + std::string(120, 'x') + " end", "a\nb"};
  trace.answer.notes = {"a note"};
  const std::string text = trace.text();
  EXPECT_THAT(text, HasSubstr("\n  - word0 word1 "));
  EXPECT_THAT(text, HasSubstr("\n    " + std::string(120, 'x') + "\n    end\n  - a\\nb\n"));
  EXPECT_THAT(text, HasSubstr("\nfrom which follows\n  - a note\n"));
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    const std::string line = text.substr(from, end - from);
    EXPECT_TRUE(line.size() <= 98 || line.find("xxx") != std::string::npos) << line;
    from = end + 1;
  }
}

}  // namespace
}  // namespace recoup
