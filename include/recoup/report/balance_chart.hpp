// balance_chart.hpp: drawings of a case that stand for themselves: a flow, an account's balance.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/money/money.hpp"
#include "recoup/report/flow_chart.hpp"

namespace recoup {

/// What an account held behind one entry.
struct BalancePoint {
  CivilTime when;
  Money balance;
  std::string place;        ///< "3fa9c1d2e4b5:12".
  bool behind_gap = false;  ///< The statements do not carry on from the point before.
};

/// Days on which no figure should rest without a word about it.
struct ShadedPeriod {
  Date from;
  Date until;  ///< The last of them.
  std::string why;
};

/// What an account held of the sources at the end of a day.
struct TracedPoint {
  Date day;
  Money amount;
};

/// One account in one currency over time.
struct BalanceHistory {
  std::string account;
  std::optional<Money> opening;      ///< Before the first entry, where it is known.
  std::vector<BalancePoint> points;  ///< In statement order; at least one.
  std::vector<ShadedPeriod> unverified;
  std::string method;               ///< "fifo (Devaynes v Noble ...)"; empty: nothing was traced.
  std::vector<TracedPoint> traced;  ///< By day.
};

/// A drawing and the table that says the same.
struct ChartPage {
  std::string svg;
  std::string table;
};

/// Draws the balance as a line of steps: its lowest point marked, unverified periods hatched, gaps
/// dashed, and what the account held of the sources as a grey band.
///
///   Shape   960 by 440 pixels whatever the length: what falls on one pixel is drawn as its
///           first, lowest, highest and last balance. The table has a row for each day with
///           entries.
///   Unit    Whole tenths of a pixel; there is no floating point.
///   Same    Equal histories give equal bytes.
///   Errors  out_of_range: balances too far apart to be drawn on one scale.
[[nodiscard]] Result<ChartPage> balance_chart(const BalanceHistory& history);

/// `flow` under a heading, as `flow_chart` draws it, with a table of its edges.
///
///   Errors  As flow_chart.
[[nodiscard]] Result<ChartPage> flow_page(const Flow& flow, const std::string& title,
                                          const std::string& subtitle);

}  // namespace recoup
