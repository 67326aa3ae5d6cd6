#include "working_days.hpp"

#include <algorithm>

namespace recoup {
namespace {

/// Days from Monday to Friday since Monday, 29 December 1969, up to and including `day`.
std::int64_t working_days_until(Date day) {
  const std::int64_t since_monday = day.time_since_epoch().count() + 3;
  const std::int64_t week = since_monday >= 0 ? since_monday / 7 : (since_monday - 6) / 7;
  return week * 5 + std::min<std::int64_t>(since_monday - week * 7 + 1, 5);
}

}  // namespace

int working_days(Date from, Date to) {
  return static_cast<int>(working_days_until(to) - working_days_until(from));
}

}  // namespace recoup
