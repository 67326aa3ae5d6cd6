// Calculating with days, times and durations.

#include "temporal.hpp"

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Value out_of_range() { return Value::error("the result leaves the calendar of the language"); }

Value within_range(std::optional<std::int64_t> days) {
  return days && is_in_range(*days) ? Value(FeelDate{*days}) : out_of_range();
}

/// A day, or a day and time, as a day and time; nothing where it is neither.
std::optional<FeelDateTime> day_and_time(const Value& value) {
  if (const auto* time = value.as<FeelDateTime>()) return *time;
  if (const auto* date = value.as<FeelDate>()) return utc_midnight(*date);
  return std::nullopt;
}

/// Requires that both clocks are local or both are not.
Int128 between(const FeelDateTime& from, const FeelDateTime& to) {
  return moment(to) - moment(from);
}

Int128 nanos_in_utc(const FeelTime& time) {
  return Int128{time.nanos} - Int128{offset_of(time).value_or(0)} * nanos_per_second;
}

std::optional<Value> difference(const Value& left, const Value& right) {
  const auto* one_day = left.as<FeelDate>();
  const auto* other_day = right.as<FeelDate>();
  if (one_day != nullptr && other_day != nullptr) {
    return Value(DayDuration{Int128{one_day->days - other_day->days} * nanos_per_day});
  }
  const auto one = day_and_time(left);
  const auto other = day_and_time(right);
  if (one && other && one->zone.is_local() == other->zone.is_local()) {
    return Value(DayDuration{between(*other, *one)});
  }
  const auto* one_time = left.as<FeelTime>();
  const auto* other_time = right.as<FeelTime>();
  if (one_time != nullptr && other_time != nullptr &&
      one_time->zone.is_local() == other_time->zone.is_local()) {
    return Value(DayDuration{nanos_in_utc(*one_time) - nanos_in_utc(*other_time)});
  }
  return std::nullopt;
}

std::optional<Value> moved_by_months(const Value& from, std::int64_t months) {
  if (const auto* date = from.as<FeelDate>()) {
    return within_range(add_months_clipped(date->days, months));
  }
  if (const auto* time = from.as<FeelDateTime>()) {
    const auto days = add_months_clipped(time->days, months);
    return days ? Value(FeelDateTime{*days, time->nanos, time->zone}) : out_of_range();
  }
  return std::nullopt;
}

std::optional<Value> moved_by_nanos(const Value& from, Int128 nanos) {
  constexpr Int128 day = nanos_per_day;
  if (const auto* date = from.as<FeelDate>()) {
    // A part of a day counts towards the day into which it reaches, from the date's midnight on.
    const Int128 days = (nanos >= 0 ? nanos : nanos - (day - 1)) / day + date->days;
    return is_in_range(days) ? Value(FeelDate{static_cast<std::int64_t>(days)}) : out_of_range();
  }
  if (const auto* time = from.as<FeelDateTime>()) {
    const auto sum = checked_add(moment(*time), nanos);
    const auto moved = sum ? at_moment(*sum, time->zone) : std::nullopt;
    return moved ? Value(*moved) : out_of_range();
  }
  if (const auto* time = from.as<FeelTime>()) {
    const Int128 moved = ((time->nanos + nanos % day) % day + day) % day;
    return Value(FeelTime{static_cast<std::int64_t>(moved), time->zone});
  }
  return std::nullopt;
}

std::optional<Value> moved(const Value& from, const Value& duration, bool minus) {
  if (const auto* months = duration.as<MonthDuration>()) {
    return moved_by_months(from, minus ? -months->months : months->months);
  }
  if (const auto* days = duration.as<DayDuration>()) {
    return moved_by_nanos(from, minus ? -days->nanos : days->nanos);
  }
  return std::nullopt;
}

std::optional<Value> sum_of_durations(const Value& left, const Value& right, bool minus) {
  const auto combined = [&](Int128 a, Int128 b) {
    return minus ? checked_subtract(a, b) : checked_add(a, b);
  };
  const auto* days = left.as<DayDuration>();
  const auto* more_days = right.as<DayDuration>();
  if (days != nullptr && more_days != nullptr) {
    const auto nanos = combined(days->nanos, more_days->nanos);
    return nanos ? Value(DayDuration{*nanos}) : out_of_range();
  }
  const auto* months = left.as<MonthDuration>();
  const auto* more_months = right.as<MonthDuration>();
  if (months != nullptr && more_months != nullptr) {
    const auto sum = combined(months->months, more_months->months);
    if (!sum || *sum > INT64_MAX || *sum < INT64_MIN) return out_of_range();
    return Value(MonthDuration{static_cast<std::int64_t>(*sum)});
  }
  return std::nullopt;
}

/// The whole number towards zero. Clears `exact` where something is cut off.
std::optional<Int128> cut_to_whole(const std::optional<Calculated>& number, bool& exact) {
  if (!number) return std::nullopt;
  const auto whole = number->value.rounded(0, Rounding::down);
  if (!whole) return std::nullopt;
  exact = exact && number->exact && whole->exact;
  return whole->value.whole();
}

Value scaled_duration(const Value& duration, const Decimal& factor, bool divided, bool& exact) {
  const auto* months = duration.as<MonthDuration>();
  const Int128 size =
      months != nullptr ? Int128{months->months} : duration.as<DayDuration>()->nanos;
  const Decimal amount = Decimal::scaled(size, 0).value;
  if (divided && factor.is_zero()) return Value::error("a division by zero");
  const auto whole = cut_to_whole(divided ? amount.over(factor) : amount.times(factor), exact);
  if (!whole) return out_of_range();
  if (months == nullptr) return Value(DayDuration{*whole});
  if (*whole > INT64_MAX || *whole < INT64_MIN) return out_of_range();
  return Value(MonthDuration{static_cast<std::int64_t>(*whole)});
}

bool is_duration(const Value& value) {
  return value.as<MonthDuration>() != nullptr || value.as<DayDuration>() != nullptr;
}

Value number(std::int64_t value) { return Value(Decimal::scaled(value, 0).value); }

std::optional<Value> day_property(std::int64_t days, std::string_view name) {
  const CivilDay civil = civil_day(days);
  if (name == "year") return number(civil.year);
  if (name == "month") return number(civil.month);
  if (name == "day") return number(civil.day);
  if (name == "weekday") return number(iso_weekday(days));
  return std::nullopt;
}

std::optional<Value> clock_property(std::int64_t nanos, const FeelZone& zone,
                                    std::optional<std::int32_t> offset, std::string_view name) {
  const std::int64_t seconds = nanos / nanos_per_second;
  if (name == "hour") return number(seconds / 3600);
  if (name == "minute") return number(seconds / 60 % 60);
  if (name == "second") return number(seconds % 60);
  if (name == "timezone") return zone.region.empty() ? Value() : Value(zone.region);
  if (name == "time offset") {
    return offset ? Value(DayDuration{Int128{*offset} * nanos_per_second}) : Value();
  }
  return std::nullopt;
}

std::optional<Value> duration_property(const DayDuration& duration, std::string_view name) {
  const auto seconds = static_cast<std::int64_t>(duration.nanos / nanos_per_second);
  if (name == "days") return number(seconds / 86'400);
  if (name == "hours") return number(seconds / 3600 % 24);
  if (name == "minutes") return number(seconds / 60 % 60);
  if (name == "seconds") return number(seconds % 60);
  return std::nullopt;
}

template <typename T>
int sign_between(const T& one, const T& other) {
  return one < other ? -1 : other < one ? 1 : 0;
}

template <typename T>
std::optional<int> plain_order(const Value& one, const Value& other) {
  const T* a = one.as<T>();
  const T* b = other.as<T>();
  if (a == nullptr || b == nullptr) return std::nullopt;
  return sign_between(*a, *b);
}

Int128 whole_seconds(Int128 nanos) {
  return (nanos >= 0 ? nanos : nanos - (nanos_per_second - 1)) / nanos_per_second;
}

}  // namespace

std::optional<Value> temporal_sum(const Value& left, const Value& right, bool minus) {
  if (minus) {
    if (auto result = difference(left, right)) return result;
  }
  if (auto result = sum_of_durations(left, right, minus)) return result;
  if (auto result = moved(left, right, minus)) return result;
  return minus ? std::nullopt : moved(right, left, false);
}

std::optional<Value> temporal_product(const Value& left, const Value& right, bool divided,
                                      bool& exact) {
  const auto* factor = right.as<Decimal>();
  if (is_duration(left) && factor != nullptr) return scaled_duration(left, *factor, divided, exact);
  const auto* first = left.as<Decimal>();
  if (!divided && first != nullptr && is_duration(right)) {
    return scaled_duration(right, *first, false, exact);
  }
  if (!divided || !is_duration(left) || left.kind() != right.kind()) return std::nullopt;
  const auto size = [](const Value& value) {
    const auto* months = value.as<MonthDuration>();
    return Decimal::scaled(
               months != nullptr ? Int128{months->months} : value.as<DayDuration>()->nanos, 0)
        .value;
  };
  const auto quotient = size(left).over(size(right));
  if (!quotient) return Value::error("a division by zero");
  exact = exact && quotient->exact;
  return Value(quotient->value);
}

std::optional<Value> temporal_property(const Value& value, std::string_view name) {
  if (const auto* date = value.as<FeelDate>()) return day_property(date->days, name);
  if (const auto* time = value.as<FeelTime>()) {
    return clock_property(time->nanos, time->zone, offset_of(*time), name);
  }
  if (const auto* time = value.as<FeelDateTime>()) {
    if (auto day = day_property(time->days, name)) return day;
    return clock_property(time->nanos, time->zone, offset_of(*time), name);
  }
  if (const auto* duration = value.as<DayDuration>()) return duration_property(*duration, name);
  if (const auto* duration = value.as<MonthDuration>()) {
    if (name == "years") return number(duration->months / 12);
    if (name == "months") return number(duration->months % 12);
  }
  return std::nullopt;
}

std::optional<int> temporal_order(const Value& one, const Value& other) {
  if (const auto order = plain_order<FeelDate>(one, other)) return order;
  if (const auto order = plain_order<DayDuration>(one, other)) return order;
  if (const auto order = plain_order<MonthDuration>(one, other)) return order;
  const auto a = day_and_time(one);
  const auto b = day_and_time(other);
  if (a && b) {
    if (a->zone.is_local() != b->zone.is_local()) return std::nullopt;
    return sign_between(moment(*a), moment(*b));
  }
  const auto* time = one.as<FeelTime>();
  const auto* later = other.as<FeelTime>();
  if (time == nullptr || later == nullptr || time->zone.is_local() != later->zone.is_local()) {
    return std::nullopt;
  }
  return sign_between(nanos_in_utc(*time), nanos_in_utc(*later));
}

std::optional<bool> temporal_equal(const Value& one, const Value& other) {
  if (one.kind() == other.kind()) {
    if (one.as<FeelDate>() != nullptr || is_duration(one)) return temporal_order(one, other) == 0;
  }
  const auto a = day_and_time(one);
  const auto b = day_and_time(other);
  if (a && b) {
    if (a->zone.is_local() != b->zone.is_local()) return false;
    return whole_seconds(moment(*a)) == whole_seconds(moment(*b));
  }
  const auto* time = one.as<FeelTime>();
  const auto* later = other.as<FeelTime>();
  if (time == nullptr || later == nullptr) return std::nullopt;
  if (time->zone.is_local() != later->zone.is_local()) return false;
  return whole_seconds(nanos_in_utc(*time)) == whole_seconds(nanos_in_utc(*later));
}

}  // namespace recoup
