// trace_fixture.hpp: a traced world of statements, with one source on the credit "t".
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"
#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// Where a source is, by "node/kind".
using Ends = std::map<std::string, std::string>;

class TraceFixture : public testing::Test {
 protected:
  void load(std::vector<StatementPart> parts, const std::vector<DeclaredOpening>& openings = {}) {
    ledger_ = build_ledger(std::move(parts), openings).value().ledger;
    links_ = match(ledger_);
    accrue_.clear();
  }

  [[nodiscard]] LegRow leg(const std::string& reference) const {
    for (std::size_t i = 0; i < ledger_.leg_count(); ++i) {
      if (ledger_.text[i].reference == reference) return static_cast<LegRow>(i);
    }
    ADD_FAILURE() << "no entry " << reference;
    return {};
  }

  [[nodiscard]] Result<Trace> traced(TracingMethod method) const {
    const LegRow tainted = leg("t");
    const Source source{
        "S1", tainted, {}, Money(ledger_.amount_minor[index(tainted)], ledger_.currency[0])};
    return trace(ledger_, order_movements(ledger_, links_), {{source}, method, {}, accrue_});
  }

  /// Where the whole credit "t" is at the end.
  [[nodiscard]] Ends ends(TracingMethod method) const {
    Ends out;
    for (const Holding& holding : traced(method).value().holdings) {
      out[holding.node + "/" + std::string(text(holding.kind))] = holding.amount.plain();
    }
    return out;
  }

  Ledger ledger_;
  Links links_;
  std::vector<InterestCredit> accrue_;
};

}  // namespace recoup
