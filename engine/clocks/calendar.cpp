#include "recoup/clocks/calendar.hpp"

#include <algorithm>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/parameters/csv.hpp"

namespace recoup {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int year_of(Date date) { return static_cast<int>(year_month_day(date).year()); }

bool is_christmas_day(Date date) {
  const year_month_day ymd(date);
  return ymd.month() == std::chrono::December && ymd.day() == std::chrono::day(25);
}

Date good_friday(int year) { return easter_sunday(year) - days(2); }

Error disagrees(std::string found, std::string expected, const std::string& document,
                std::uint64_t line, std::string field) {
  return {ErrorCode::contradiction,
          std::move(found),
          std::move(expected),
          {document, line, std::move(field)}};
}

}  // namespace

// The table of golden numbers as arithmetic: the age of the moon on 1 January of the century's
// cycle, then the Sunday after the full moon.
Date easter_sunday(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int skipped_leap_days = century - century / 4;
  const int moon_correction = (8 * century + 13) / 25;
  int epact = (skipped_leap_days - moon_correction + 19 * golden + 15) % 30;
  if (epact == 29 || (epact == 28 && golden > 10)) --epact;  // no full moon later than 18 April
  const Date full_moon = *make_date(year, 3, 21) + days(epact);
  const unsigned weekday = std::chrono::weekday(full_moon).c_encoding();
  return full_moon + days(7 - weekday);
}

Result<Calendar> Calendar::parse(std::string_view csv, const std::string& document) {
  RECOUP_TRY(rows, read_csv(csv, {"date", "name", "region", "authority", "uri", "note"}, document));
  if (rows.empty()) return disagrees("no rows", "bank holidays", document, 0, "");
  Calendar calendar;
  calendar.region_ = rows.front().fields[2];
  for (const CsvRow& row : rows) {
    auto date = parse_date(row.fields[0]);
    if (!date) {
      return Error{
          ErrorCode::malformed, quoted(row.fields[0]), "a date", {document, row.line, "date"}};
    }
    if (row.fields[2] != calendar.region_) {
      return disagrees(quoted(row.fields[2]), "one region in a file: " + calendar.region_, document,
                       row.line, "region");
    }
    const Date friday = good_friday(year_of(date.value()));
    if (ascii_lower(row.fields[1]) == "good friday" && date.value() != friday) {
      return disagrees(iso_text(date.value()), iso_text(friday), document, row.line, "date");
    }
    calendar.holidays_.push_back(date.value());
  }
  std::sort(calendar.holidays_.begin(), calendar.holidays_.end());
  calendar.first_year_ = year_of(calendar.holidays_.front());
  calendar.last_year_ = year_of(calendar.holidays_.back());
  int year = calendar.first_year_;
  for (const Date holiday : calendar.holidays_) {
    if (year_of(holiday) > year + 1) {
      return disagrees("no bank holiday in " + std::to_string(year + 1),
                       "bank holidays for every year of the span", document, 0, "date");
    }
    year = year_of(holiday);
  }
  return calendar;
}

bool Calendar::covers(Date date) const {
  const int year = year_of(date);
  return first_year_ <= year && year <= last_year_;
}

std::string_view Calendar::pause(Date date) const {
  RECOUP_CHECK(covers(date));
  const std::chrono::weekday weekday(date);
  if (weekday == std::chrono::Saturday) return "Sat";
  if (weekday == std::chrono::Sunday) return "Sun";
  if (is_christmas_day(date)) return "Christmas Day";
  if (date == good_friday(year_of(date))) return "Good Friday";
  if (std::binary_search(holidays_.begin(), holidays_.end(), date)) return "bank holiday";
  return "";
}

std::optional<Date> Calendar::last_working_day(CivilTime expiry) const {
  for (Date date = CivilTime{expiry.micros - 1}.date(); covers(date); date -= days(1)) {
    if (pause(date).empty()) return date;
  }
  return std::nullopt;
}

std::optional<WorkingDays> working_days_left(const Calendar& calendar, CivilTime as_at,
                                             CivilTime expiry) {
  if (!calendar.covers(as_at.date())) return std::nullopt;
  WorkingDays left;
  for (Date date = as_at.date() + days(1); midnight(date) < expiry; date += days(1)) {
    if (!calendar.covers(date)) {
      left.at_least = true;
      break;
    }
    if (calendar.pause(date).empty()) ++left.count;
  }
  return left;
}

}  // namespace recoup
