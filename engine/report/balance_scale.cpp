#include "balance_scale.hpp"

#include <algorithm>
#include <array>

namespace recoup {
namespace {

constexpr MinorUnits drawable_max = MinorUnits{1} << 110;

/// One, two or five with zeros, so that `span` takes at most five of them.
MinorUnits round_step(MinorUnits span) {
  MinorUnits power = 1;
  while (true) {
    for (const int digit : {1, 2, 5}) {
      if (power * digit * 5 >= span) return power * digit;
    }
    power *= 10;
  }
}

/// The step that is the larger number towards minus infinity.
MinorUnits steps_below(MinorUnits amount, MinorUnits step) {
  const MinorUnits whole = amount / step;
  return amount < 0 && amount % step != 0 ? whole - 1 : whole;
}

std::string month_words(Date day) { return short_text(day).substr(short_text(day).size() - 8); }
std::string day_words(Date day) { return short_text(day).substr(4); }

}  // namespace

Tenths DayScale::place(CivilTime when) const {
  const std::int64_t begin = midnight(first_).micros;
  const std::int64_t length = midnight(end_).micros - begin;
  const std::int64_t passed = std::clamp<std::int64_t>(when.micros - begin, 0, length);
  return left_ + static_cast<Tenths>(MinorUnits{passed} * (right_ - left_) / length);
}

std::vector<AxisMark> DayScale::marks() const {
  constexpr int marks_max = 9;
  const auto days = (end_ - first_).count();
  std::vector<AxisMark> marks;
  if (days <= 62) {
    const auto step = std::max<std::int64_t>(1, (days + marks_max - 1) / marks_max);
    for (Date day = first_; day < end_; day += std::chrono::days{step}) {
      marks.push_back({begin_of(day), day_words(day)});
    }
    return marks;
  }
  constexpr std::array month_steps = {1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 12000};
  const auto step = *std::find_if(month_steps.begin(), month_steps.end() - 1,
                                  [&](int months) { return days / (30 * months) < marks_max; });
  const std::chrono::year_month_day civil(first_);
  // Steps count from January, so that a year is always marked where it begins.
  int month = static_cast<int>(civil.year()) * 12 + static_cast<int>(unsigned{civil.month()}) - 1;
  for (month += (step - month % step) % step;; month += step) {
    const auto day = make_date(month / 12, static_cast<unsigned>(month % 12 + 1), 1);
    if (!day || *day >= end_) return marks;
    if (*day >= first_) marks.push_back({begin_of(*day), month_words(*day)});
  }
}

Result<AmountScale> AmountScale::make(Money least, Money most, Tenths top, Tenths bottom) {
  const MinorUnits low = std::min<MinorUnits>(least.minor(), 0);
  const MinorUnits high = std::max<MinorUnits>(most.minor(), 0);
  if (low < -drawable_max || high > drawable_max) {
    return Error{ErrorCode::out_of_range,
                 "balances up to " + most.text(),
                 "balances that fit on one scale",
                 {}};
  }
  const MinorUnits step = round_step(std::max<MinorUnits>(high - low, 1));
  AmountScale scale(top, bottom);
  const MinorUnits first = steps_below(low, step);
  const MinorUnits last = -steps_below(-high, step);
  for (MinorUnits i = first; i <= std::max(last, first + 1); ++i) {
    scale.marks_.emplace_back(i * step, least.currency());
  }
  return scale;
}

Tenths AmountScale::place(Money amount) const {
  const MinorUnits low = marks_.front().minor();
  const MinorUnits high = marks_.back().minor();
  return bottom_ - static_cast<Tenths>((amount.minor() - low) * (bottom_ - top_) / (high - low));
}

}  // namespace recoup
