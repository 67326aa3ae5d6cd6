// balance_scale.hpp: where a moment and an amount stand in a drawing.
#pragma once

#include <string>
#include <vector>

#include "flow_text.hpp"
#include "recoup/report/balance_chart.hpp"

namespace recoup {

/// A mark on an axis.
struct AxisMark {
  Tenths place = 0;
  std::string words;
};

/// Days from left to right.
class DayScale {
 public:
  DayScale(Date first, Date last, Tenths left, Tenths right)
      : first_(first), end_(last + std::chrono::days{1}), left_(left), right_(right) {}

  [[nodiscard]] Tenths place(CivilTime when) const;
  [[nodiscard]] Tenths begin_of(Date day) const { return place(midnight(day)); }
  [[nodiscard]] Tenths end_of(Date day) const { return begin_of(day + std::chrono::days{1}); }
  /// Whether any of these days is on the scale.
  [[nodiscard]] bool shows(Date from, Date until) const { return from < end_ && until >= first_; }
  /// At most nine days or months, evenly apart.
  [[nodiscard]] std::vector<AxisMark> marks() const;

 private:
  Date first_;
  Date end_;
  Tenths left_;
  Tenths right_;
};

/// Amounts from the bottom to the top; zero is always among them.
class AmountScale {
 public:
  /// Errors: out_of_range.
  static Result<AmountScale> make(Money least, Money most, Tenths top, Tenths bottom);

  [[nodiscard]] Tenths place(Money amount) const;
  /// Round amounts, evenly apart.
  [[nodiscard]] const std::vector<Money>& marks() const { return marks_; }

 private:
  AmountScale(Tenths top, Tenths bottom) : top_(top), bottom_(bottom) {}

  Tenths top_;
  Tenths bottom_;
  std::vector<Money> marks_;  ///< From the lowest, which is the bottom, to the top.
};

}  // namespace recoup
