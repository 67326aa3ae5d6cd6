// trace_report.hpp: a trace as JSON for programs and as text for people.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "recoup/completeness/completeness.hpp"
#include "recoup/matching/links.hpp"
#include "recoup/report/what_if_report.hpp"
#include "recoup/tracing/day_order.hpp"
#include "recoup/tracing/exposure.hpp"
#include "recoup/tracing/range.hpp"
#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// Something the case names and no statement has shown yet.
struct Unresolved {
  std::string what;  ///< "source S3", "account 20-11-22 12345678".
  std::string why;
};

/// A credit that is interest, and who says so.
struct InterestSaid {
  LegRow credit{};
  std::string why;
};

/// What every figure of a trace refers to.
struct TraceContext {
  std::string case_id;
  std::optional<std::string> as_at;  ///< As it was asked.
  const Ledger* ledger = nullptr;
  const OrderedMovements* movements = nullptr;
  const std::vector<Source>* sources = nullptr;
  std::vector<Unresolved> unresolved;
  std::vector<UnverifiedPeriod> unverified = {};  ///< Of accounts through which sources may go.
  /// Reversals, coordinations and accepted gaps on which the figures rest, in sentences.
  std::vector<std::string> rests_on = {};
  std::optional<std::vector<InterestSaid>> interest = {};  ///< Where it is accrued.
  std::optional<WhatIfAnswer> what_if = {};                ///< Where something was supposed.
};

/// The days of one account on which nothing proves the order of its entries.
struct UnknownDays {
  std::string account;
  std::vector<Date> days;  ///< In order, each once.
};

/// By account; only days on which debits and credits are booked.
[[nodiscard]] std::vector<UnknownDays> unknown_days(const Ledger& ledger);

/// "On 2025-03-04 and 2 more days nothing proves the order of the entries of ...".
[[nodiscard]] std::string unknown_order_words(const UnknownDays& days);

/// One method: case, method, as_at, sources with their results, movements that carry some source;
/// `what_if` at the end where there is one.
[[nodiscard]] std::string trace_json(const TraceContext& context, const TracedBoth& traced);
/// Every dividing method and the range over those with authority; `what_if` likewise.
[[nodiscard]] std::string all_methods_json(const TraceContext& context,
                                           const std::vector<TracedBoth>& traces,
                                           const std::vector<RangeRow>& range);
/// Poison: what is exposed, since when. No amounts.
[[nodiscard]] std::string exposures_json(const TraceContext& context,
                                         const std::vector<Exposure>& exposures);

/// The same for people, as aligned text.
[[nodiscard]] std::string trace_text(const TraceContext& context, const TracedBoth& traced);
[[nodiscard]] std::string all_methods_text(const TraceContext& context,
                                           const std::vector<TracedBoth>& traces,
                                           const std::vector<RangeRow>& range);
[[nodiscard]] std::string exposures_text(const TraceContext& context,
                                         const std::vector<Exposure>& exposures);

/// The outcome of matching, with the legs by account and reference.
[[nodiscard]] std::string match_json(const Ledger& ledger, const Links& links);
[[nodiscard]] std::string match_text(const Ledger& ledger, const Links& links);

}  // namespace recoup
