// conversion.hpp: an amount in another currency, at a published rate of the day.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/money/money.hpp"
#include "recoup/records/series.hpp"

namespace recoup {

/// Published figures by series and day.
///
///   Same   The order in which points are added changes nothing, but where two documents state one
///          figure: the one that was added first stays.
class PublishedSeries {
 public:
  PublishedSeries() = default;
  explicit PublishedSeries(const std::vector<SeriesPoint>& points);

  void add(const SeriesPoint& point);

  /// The last point of `series` on or before `day`, or nothing.
  [[nodiscard]] const SeriesPoint* on_or_before(std::string_view series, Date day) const;
  [[nodiscard]] bool empty() const { return points_.empty(); }

 private:
  std::map<std::string, std::map<Date, SeriesPoint>, std::less<>> points_;
};

/// An amount, what it was worth in another currency, and how that was worked out.
struct ConvertedAmount {
  Money original;
  Money amount;
  std::vector<SeriesPoint> rates;  ///< That were used: none, one or two.
  std::string working;             ///< In words, for whoever works it out again.
};

/// The most days between a day and the last one before it with a published rate: reference rates
/// pause for weekends and at most four days at Easter.
constexpr int days_without_rate_max = 7;

/// What `amount` was worth in `to` on `day`.
///
///   Unit    By series "rate EUR/X", units of X for one euro. Between two currencies other than the
///           euro both rates are of one day: the last one on or before `day` that has both.
///   Exact   The quotient is an exact fraction; it is rounded once, at the end, to the nearest
///   minor
///           unit of `to`, halves to the even one.
///   Errors  not_found: no such rate, or none within `days_without_rate_max` days before `day` (a
///           rate of a later day is never used). malformed: a rate that is no decimal above zero.
///           out_of_range.
Result<ConvertedAmount> convert(Money amount, Currency to, Date day, const PublishedSeries& series);

}  // namespace recoup
