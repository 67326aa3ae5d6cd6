// Functions of days and times.

#include <array>

#include "builtins.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

/// The day of a date, or of a date and time.
std::optional<std::int64_t> day_of(const Value& value) {
  if (const auto* date = value.as<FeelDate>()) return date->days;
  if (const auto* time = value.as<FeelDateTime>()) return time->days;
  return std::nullopt;
}

Value number(std::int64_t value) { return Value(Decimal::scaled(value, 0).value); }

std::int64_t day_in_year(std::int64_t days) {
  return days - day_number({civil_day(days).year, 1, 1}).value_or(days) + 1;
}

/// Weeks begin on Monday; the first one of a year is the one with its first Thursday (ISO 8601).
std::int64_t week_in_year(std::int64_t days) {
  const std::int64_t thursday = days - iso_weekday(days) + 4;
  return (day_in_year(thursday) - 1) / 7 + 1;
}

constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

template <Value (*part)(std::int64_t days)>
Value part_of_day(BuiltinCall& call) {
  const auto days = day_of(call.arguments[0]);
  return days ? part(*days) : wrong_type(call.arguments[0], "a date");
}

Value day_of_year(std::int64_t days) { return number(day_in_year(days)); }
Value week_of_year(std::int64_t days) { return number(week_in_year(days)); }
Value day_of_week(std::int64_t days) {
  return Value(std::string(weekdays[static_cast<std::size_t>(iso_weekday(days) - 1)]));
}
Value month_of_year(std::int64_t days) {
  return Value(std::string(months[static_cast<std::size_t>(civil_day(days).month - 1)]));
}

/// Whole months from one day to the other. Towards the past it is the same number, negative.
std::int64_t months_between(std::int64_t from, std::int64_t to) {
  if (to < from) return -months_between(to, from);
  const CivilDay first = civil_day(from);
  const CivilDay last = civil_day(to);
  const std::int64_t whole_months = (last.year - first.year) * 12 + last.month - first.month;
  return last.day < first.day ? whole_months - 1 : whole_months;
}

Value years_and_months_duration(BuiltinCall& call) {
  const auto from = day_of(call.arguments[0]);
  const auto to = day_of(call.arguments[1]);
  if (!from) return wrong_type(call.arguments[0], "a date");
  if (!to) return wrong_type(call.arguments[1], "a date");
  return Value(MonthDuration{months_between(*from, *to)});
}

Value no_clock() { return Value::error("the day and time of the run are not told"); }

Value now(BuiltinCall& call) { return call.budget->now ? Value(*call.budget->now) : no_clock(); }

Value today(BuiltinCall& call) {
  return call.budget->now ? Value(FeelDate{call.budget->now->days}) : no_clock();
}

/// Whether the two are the same element of the language's domain, and not just equal.
bool are_same(const Value& one, const Value& other) {
  if (one.kind() != other.kind()) return false;
  if (const auto* time = one.as<FeelTime>()) {
    const auto* second = other.as<FeelTime>();
    return time->nanos == second->nanos && time->zone == second->zone;
  }
  if (const auto* time = one.as<FeelDateTime>()) {
    const auto* second = other.as<FeelDateTime>();
    return time->days == second->days && time->nanos == second->nanos && time->zone == second->zone;
  }
  return equal(one, other).value_or(false);
}

Value is(BuiltinCall& call) {
  while (call.arguments.size() < 2) call.arguments.emplace_back();
  return Value(are_same(call.arguments[0], call.arguments[1]));
}

constexpr std::array<Builtin, 8> builtins = {{
    {"day of year", "date", &part_of_day<&day_of_year>},
    {"day of week", "date", &part_of_day<&day_of_week>},
    {"month of year", "date", &part_of_day<&month_of_year>},
    {"week of year", "date", &part_of_day<&week_of_year>},
    {"years and months duration", "from,to", &years_and_months_duration},
    {"now", "", &now},
    {"today", "", &today},
    {"is", "value1?,value2?", &is},
}};

}  // namespace

std::span<const Builtin> date_builtins() { return builtins; }

}  // namespace recoup
