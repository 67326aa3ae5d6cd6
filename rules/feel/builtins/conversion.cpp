// Functions that make one kind of value out of another, and "not".

#include <algorithm>
#include <array>

#include "builtins.hpp"
#include "operators.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

Value not_function(BuiltinCall& call) { return negation(call.arguments[0]); }

Value string_function(BuiltinCall& call) {
  if (call.arguments[0].is_null()) return call.arguments[0];
  return Value(text(call.arguments[0]));
}

/// Whether `separators` may part digits, and which ones they are; empty texts where none is given.
struct Separators {
  std::string grouping;
  std::string mark;
};

std::optional<Separators> separators_of(const BuiltinCall& call) {
  Separators given;
  for (std::size_t i = 1; i < call.arguments.size(); ++i) {
    if (call.arguments[i].is_null()) continue;
    const auto* sign = call.arguments[i].as<std::string>();
    const std::string_view allowed = i == 1 ? " ,." : ",.";
    if (sign == nullptr || sign->size() != 1 || allowed.find(*sign) == std::string_view::npos) {
      return std::nullopt;
    }
    (i == 1 ? given.grouping : given.mark) = *sign;
  }
  if (!given.grouping.empty() && given.grouping == given.mark) return std::nullopt;
  return given;
}

Value number_function(BuiltinCall& call) {
  if (call.arguments.size() == 1 && call.arguments[0].as<Decimal>() != nullptr) {
    return call.arguments[0];
  }
  const auto* written = call.arguments[0].as<std::string>();
  if (written == nullptr) return wrong_type(call.arguments[0], "a string");
  const auto separators = separators_of(call);
  if (!separators) return Value::error("a separator is a blank, a comma or a point, each once");
  std::string plain = *written;
  if (!separators->grouping.empty()) {
    plain.erase(std::remove(plain.begin(), plain.end(), separators->grouping.front()), plain.end());
  }
  if (!separators->mark.empty()) {
    std::replace(plain.begin(), plain.end(), separators->mark.front(), '.');
  }
  const auto number = Decimal::parse(plain);
  if (!number) return wrong_type(call.arguments[0], "a number as text");
  call.exact = number.value().exact;
  return Value(number.value().value);
}

std::optional<std::int64_t> part(const BuiltinCall& call, std::size_t index) {
  const auto* number = call.arguments[index].as<Decimal>();
  const auto whole = number == nullptr ? std::nullopt : number->whole();
  if (!whole || *whole > INT32_MAX || *whole < INT32_MIN) return std::nullopt;
  return static_cast<std::int64_t>(*whole);
}

/// The day of which the arguments are year, month and day.
std::optional<std::int64_t> day_of_parts(const BuiltinCall& call) {
  const auto year = part(call, 0);
  const auto month = part(call, 1);
  const auto day = part(call, 2);
  if (!year || !month || !day || *month > 12 || *day > 31) return std::nullopt;
  return day_number({*year, static_cast<int>(*month), static_cast<int>(*day)});
}

/// The nanoseconds of a day of which the arguments from `first` on are hour, minute and second.
std::optional<std::int64_t> nanos_of_parts(const BuiltinCall& call, std::size_t first) {
  const auto hour = part(call, first);
  const auto minute = part(call, first + 1);
  const auto* second = call.arguments[first + 2].as<Decimal>();
  const auto cut = second == nullptr ? std::nullopt : second->rounded(9, Rounding::down);
  const auto nanos = cut ? cut->value.minor_units(9) : std::nullopt;
  if (!hour || *hour < 0 || *hour > 23 || !minute || *minute < 0 || *minute > 59) {
    return std::nullopt;
  }
  if (!nanos || *nanos < 0 || *nanos >= 60 * nanos_per_second) return std::nullopt;
  return (*hour * 3600 + *minute * 60) * nanos_per_second + static_cast<std::int64_t>(*nanos);
}

/// The zone in an argument: an offset as a duration; none where it is null or left out.
std::optional<FeelZone> zone_of(const BuiltinCall& call, std::size_t index) {
  if (call.arguments.size() <= index || call.arguments[index].is_null()) return FeelZone{};
  const auto* offset = call.arguments[index].as<DayDuration>();
  constexpr Int128 most = Int128{18} * 3600 * nanos_per_second;
  if (offset == nullptr || offset->nanos > most || offset->nanos < -most) return std::nullopt;
  return FeelZone{static_cast<std::int32_t>(offset->nanos / nanos_per_second), ""};
}

Value date_function(BuiltinCall& call) {
  if (call.form == 1) {
    const auto days = day_of_parts(call);
    return days ? Value(FeelDate{*days}) : Value::error("a day that the calendar does not have");
  }
  const Value& from = call.arguments[0];
  if (from.as<FeelDate>() != nullptr) return from;
  if (const auto* time = from.as<FeelDateTime>()) return Value(FeelDate{time->days});
  const auto* written = from.as<std::string>();
  return written == nullptr ? wrong_type(from, "a string or a date") : date_value(*written);
}

Value time_function(BuiltinCall& call) {
  if (call.form == 1) {
    const auto nanos = nanos_of_parts(call, 0);
    const auto zone = zone_of(call, 3);
    if (!nanos || !zone) return Value::error("a time that no clock shows");
    return Value(FeelTime{*nanos, *zone});
  }
  const Value& from = call.arguments[0];
  if (from.as<FeelTime>() != nullptr) return from;
  if (const auto* time = from.as<FeelDateTime>()) return Value(FeelTime{time->nanos, time->zone});
  if (from.as<FeelDate>() != nullptr) return Value(FeelTime{0, FeelZone{0, ""}});
  const auto* written = from.as<std::string>();
  return written == nullptr ? wrong_type(from, "a string or a time") : time_value(*written);
}

Value day_joined_with_time(const Value& day, const Value& clock) {
  const auto* date = day.as<FeelDate>();
  const auto* moment = day.as<FeelDateTime>();
  const auto* time = clock.as<FeelTime>();
  if (date == nullptr && moment == nullptr) return wrong_type(day, "a date");
  if (time == nullptr) return wrong_type(clock, "a time");
  return Value(FeelDateTime{date != nullptr ? date->days : moment->days, time->nanos, time->zone});
}

Value date_and_time_function(BuiltinCall& call) {
  if (call.form == 1) return day_joined_with_time(call.arguments[0], call.arguments[1]);
  if (call.form == 2) {
    const auto days = day_of_parts(call);
    const auto nanos = nanos_of_parts(call, 3);
    const auto zone = zone_of(call, 6);
    if (!days || !nanos || !zone) return Value::error("a moment that no clock shows");
    return Value(FeelDateTime{*days, *nanos, *zone});
  }
  const Value& from = call.arguments[0];
  if (from.as<FeelDateTime>() != nullptr) return from;
  if (const auto* date = from.as<FeelDate>()) return Value(utc_midnight(*date));
  const auto* written = from.as<std::string>();
  return written == nullptr ? wrong_type(from, "a string") : date_time_value(*written);
}

Value duration_function(BuiltinCall& call) {
  const Value& from = call.arguments[0];
  if (from.as<DayDuration>() != nullptr || from.as<MonthDuration>() != nullptr) return from;
  const auto* written = from.as<std::string>();
  return written == nullptr ? wrong_type(from, "a string") : duration_value(*written);
}

constexpr std::array<Builtin, 7> builtins = {{
    {"not", "negand", &not_function},
    {"string", "from", &string_function},
    {"number", "from,grouping separator?,decimal separator?", &number_function},
    {"date", "from|year,month,day", &date_function},
    {"time", "from|hour,minute,second,offset?", &time_function},
    {"date and time", "from|date,time|year,month,day,hour,minute,second,offset?",
     &date_and_time_function},
    {"duration", "from", &duration_function},
}};

}  // namespace

std::span<const Builtin> conversion_builtins() { return builtins; }

}  // namespace recoup
