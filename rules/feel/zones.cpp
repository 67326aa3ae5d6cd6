#include "zones.hpp"

#include <unicode/basictz.h>
#include <unicode/timezone.h>

#include <memory>

#include "recoup/base/check.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

constexpr std::int64_t days_per_cycle = 146'097;  // 400 years: the same weekdays, the same rules.
constexpr std::int64_t day_2400 = 157'054;
constexpr std::int64_t day_1600 = -135'140;

std::unique_ptr<icu::BasicTimeZone> zone_of(const std::string& region) {
  std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(region)));
  auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  RECOUP_CHECK(basic != nullptr);
  std::ignore = zone.release();
  return std::unique_ptr<icu::BasicTimeZone>(basic);
}

/// A day of the years 1600 to 2399 with the same place in the calendar's cycle.
std::int64_t within_cycles(std::int64_t days) {
  if (days >= day_2400) return day_2400 - days_per_cycle + (days - day_2400) % days_per_cycle;
  if (days < day_1600) return day_1600;
  return days;
}

UDate milliseconds(std::int64_t days, std::int64_t nanos) {
  const std::int64_t whole = within_cycles(days) * 86'400'000 + nanos / 1'000'000;
  return static_cast<UDate>(whole);
}

}  // namespace

bool is_region(const std::string& region) {
  UErrorCode status = U_ZERO_ERROR;
  UChar canonical[128];
  UBool is_system = 0;
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8(region);
  icu::UnicodeString found(canonical, 0, 128);
  icu::TimeZone::getCanonicalID(id, found, is_system, status);
  return U_SUCCESS(status) != 0 && is_system != 0;
}

std::int32_t region_offset_at_clock(const std::string& region, std::int64_t days,
                                    std::int64_t nanos) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t standard = 0;
  std::int32_t saving = 0;
  zone_of(region)->getOffsetFromLocal(milliseconds(days, nanos), UCAL_TZ_LOCAL_FORMER,
                                      UCAL_TZ_LOCAL_FORMER, standard, saving, status);
  RECOUP_CHECK(U_SUCCESS(status));
  return (standard + saving) / 1000;
}

std::int32_t region_offset_at_moment(const std::string& region, Int128 nanos) {
  Int128 days = nanos / nanos_per_day;
  if (nanos % nanos_per_day < 0) --days;
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t standard = 0;
  std::int32_t saving = 0;
  zone_of(region)->getOffset(milliseconds(static_cast<std::int64_t>(days),
                                          static_cast<std::int64_t>(nanos - days * nanos_per_day)),
                             0, standard, saving, status);
  RECOUP_CHECK(U_SUCCESS(status));
  return (standard + saving) / 1000;
}

std::int32_t region_standard_offset(const std::string& region) {
  return zone_of(region)->getRawOffset() / 1000;
}

}  // namespace recoup
