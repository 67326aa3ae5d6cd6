#include "recoup/clocks/calendar.hpp"

#include <iterator>
#include <utility>

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

Result<Calendar> Calendar::parse(std::string_view csv, const std::string& document,
                                 const std::string& version) {
  RECOUP_TRY(rows, read_csv(csv, {"date", "name", "region", "authority", "uri", "note"}, document));
  if (rows.empty()) return disagrees("no rows", "bank holidays", document, 0, "");
  Calendar calendar(rows.front().fields[2]);
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
    Year& year = calendar.years_[year_of(date.value())];
    year.version = version.empty() ? document : version;
    year.holidays.emplace(date.value(), row.fields[1]);
  }
  int expected = calendar.years_.begin()->first;
  for (const auto& [number, year] : calendar.years_) {
    if (number != expected) {
      return disagrees("no bank holiday in " + std::to_string(expected),
                       "bank holidays for every year of the span", document, 0, "date");
    }
    ++expected;
  }
  return calendar;
}

Calendar Calendar::updated(const HolidayPublication& published) const {
  std::map<int, Year> offered;
  for (const BankHoliday& holiday : published.holidays) {
    if (holiday.region != region_) continue;
    Year& year = offered[year_of(holiday.date)];
    year.version = published.version;
    year.holidays.emplace(holiday.date, holiday.name);
  }
  Calendar calendar = *this;
  for (auto& [number, year] : offered) {
    const auto friday = year.holidays.find(good_friday(number));
    const bool reaches_christmas = year.holidays.rbegin()->first >= *make_date(number, 12, 16);
    if (friday == year.holidays.end() || !reaches_christmas) {
      calendar.changes_.push_back(region_ + ": " + published.version + " does not hold " +
                                  std::to_string(number) + " from Good Friday to Christmas, and " +
                                  "that year is not taken from it");
      continue;
    }
    const auto before = calendar.years_.find(number);
    if (before != calendar.years_.end()) calendar.note_changes(before->second, year);
    calendar.years_[number] = std::move(year);
  }
  return calendar;
}

void Calendar::note_changes(const Year& before, const Year& now) {
  for (const auto& [date, name] : now.holidays) {
    if (before.holidays.contains(date)) continue;
    changes_.push_back(region_ + ": " + short_text(date) + " (" + name + ") is a bank holiday in " +
                       now.version + " and was none in " + before.version);
  }
  for (const auto& [date, name] : before.holidays) {
    if (now.holidays.contains(date)) continue;
    changes_.push_back(region_ + ": " + short_text(date) + " (" + name +
                       ") is no bank holiday in " + now.version + " and was one in " +
                       before.version);
  }
}

std::string Calendar::version() const {
  std::string out;
  for (auto first = years_.begin(); first != years_.end();) {
    auto last = first;
    auto next = std::next(first);
    for (; next != years_.end() && next->first == last->first + 1 &&
           next->second.version == first->second.version;
         ++next) {
      last = next;
    }
    out += (out.empty() ? "" : ", ") + first->second.version + " for " +
           std::to_string(first->first) +
           (last == first ? "" : " to " + std::to_string(last->first));
    first = next;
  }
  return out.empty() ? "none" : out;
}

bool Calendar::covers(Date date) const { return years_.contains(year_of(date)); }

std::string_view Calendar::pause(Date date) const {
  RECOUP_CHECK(covers(date));
  const std::chrono::weekday weekday(date);
  if (weekday == std::chrono::Saturday) return "Sat";
  if (weekday == std::chrono::Sunday) return "Sun";
  if (is_christmas_day(date)) return "Christmas Day";
  if (date == good_friday(year_of(date))) return "Good Friday";
  if (years_.at(year_of(date)).holidays.contains(date)) return "bank holiday";
  return "";
}

std::optional<Date> Calendar::last_working_day(CivilTime expiry) const {
  for (Date date = CivilTime{expiry.micros - 1}.date(); covers(date); date -= days(1)) {
    if (pause(date).empty()) return date;
  }
  return std::nullopt;
}

void Calendars::add(Calendar calendar) {
  std::string region = calendar.region();
  by_region_.insert_or_assign(std::move(region), std::move(calendar));
}

void Calendars::add(const HolidayPublication& published) {
  for (const BankHoliday& holiday : published.holidays) {
    if (!by_region_.contains(holiday.region)) add(Calendar(holiday.region));
  }
  for (auto& [region, calendar] : by_region_) calendar = calendar.updated(published);
}

const Calendar& Calendars::of(std::string_view region) const {
  static const Calendar none("no known region");
  const auto at = by_region_.find(region);
  return at == by_region_.end() ? none : at->second;
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
