#include "recoup/report/clocks_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "ical_reader.hpp"
#include "recoup/base/date.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::Not;

ClockRow row(const char* seizure, const char* expiry, DeadlineStatus status) {
  Deadline deadline;
  deadline.case_id = "OP-4";
  deadline.seizure_id = seizure;
  deadline.legal_basis = "POCA 2002 s.295(1)-(1B)";
  deadline.trigger = "cash seized Thu 22 Aug 2024 12:00";
  deadline.rule_id = "cash.initial_detention";
  deadline.region = "england-and-wales";
  deadline.working = "12 h Thu + 24 h Fri + 12 h Tue; Sat, Sun, bank holiday skipped";
  deadline.stops = "an order for further detention";
  deadline.status = status;
  if (expiry != nullptr) deadline.expiry = BookingTime::parse(expiry).value().civil();
  deadline.last_working_day = make_date(2024, 8, 27);
  return {deadline, WorkingDays{2, false}};
}

ClocksAnswer sample_answer() {
  ClocksAnswer answer;
  answer.as_at = "2024-08-23";
  answer.at = BookingTime::parse("2024-08-23T23:59:59.999999").value().civil();
  answer.rows = {row("Z1", "2024-08-27T12:00", DeadlineStatus::running),
                 row("Z2", "2024-09-29T00:00", DeadlineStatus::expired),
                 row("Z3", "2024-10-01T00:00", DeadlineStatus::held),
                 row("Z4", nullptr, DeadlineStatus::undetermined)};
  answer.rows[1].deadline.findings = {
      "the order, as stated, lasts longer; B\xC3\xA9la Fenwick's paper says \\ otherwise\nand "
      "more"};
  answer.rows[2].deadline.stopped_by = "forfeiture-application of Mon 2 Sep 2024";
  answer.rows[3].deadline.missing = {"the day of the order"};
  answer.calendars = {{"england-and-wales", "ew-part5-clocks 2026.2 for 2024 to 2027", {}}};
  return answer;
}

TEST(ClocksReport, TextShowsTheWorkingTheActAndTheCalendar) {
  const std::string out = clocks_text(sample_answer());
  EXPECT_THAT(out, HasSubstr("Z1, initial detention: cash seized Thu 22 Aug 2024 12:00; 12 h Thu"));
  EXPECT_THAT(out, HasSubstr("  what stops it: an order for further detention\n"));
  EXPECT_THAT(out, HasSubstr("  held by: forfeiture-application of Mon 2 Sep 2024\n"));
  EXPECT_THAT(out, HasSubstr("  to be obtained: the day of the order\n"));
  EXPECT_THAT(out, HasSubstr("england-and-wales: ew-part5-clocks 2026.2 for 2024 to 2027\n"));
}

TEST(ClocksReport, WhatIsLeftOutIsCounted) {
  ClocksAnswer answer = sample_answer();
  EXPECT_THAT(clocks_text(answer), Not(HasSubstr("not shown")));
  answer.within = 10;
  answer.later = 1;
  answer.stopped = 2;
  const std::string out = clocks_text(answer);
  EXPECT_THAT(out, HasSubstr("as at 2024-08-23, those that end within 10 working days"));
  EXPECT_THAT(out, HasSubstr("1 clock that ends later not shown; without --within all are\n"));
  EXPECT_THAT(out, HasSubstr("2 clocks stopped in time not shown; --all shows them\n"));
  EXPECT_THAT(clocks_json(answer), HasSubstr("\"later\": 1,"));
}

TEST(ClocksReport, JsonHasTheMomentAndTheDaysLeft) {
  const std::string json = clocks_json(sample_answer());
  EXPECT_THAT(json, HasSubstr("\"expiry\": \"2024-08-27T12:00:00\""));
  EXPECT_THAT(json, HasSubstr("\"expiry\": null"));
  EXPECT_THAT(json, HasSubstr("\"count\": 2"));
  EXPECT_THAT(json, HasSubstr("\"stops\": \"an order for further detention\""));
}

TEST(ClocksReport, TimeWithoutALimitHasATableOfItsOwn) {
  ClocksAnswer answer = sample_answer();
  answer.elapsed = {{"OP-4", "RO-1", "days since the restraint order", *make_date(2024, 8, 1), 22,
                     "POCA 2002 s.42(7)", "no limit in days"}};
  EXPECT_THAT(clocks_text(answer), HasSubstr("RO-1, days since the restraint order: no limit"));
  EXPECT_THAT(clocks_json(answer), HasSubstr("\"days\": 22"));
}

/// The one component of a calendar file, after the rules that hold for every file.
IcalComponent checked(const std::string& bytes) {
  IcalReader reader(bytes);
  EXPECT_THAT(reader.faults(), testing::IsEmpty());
  EXPECT_EQ(reader.components().size(), 1U);
  const IcalComponent calendar = reader.components().at(0);
  EXPECT_EQ(calendar.name, "VCALENDAR");
  EXPECT_EQ(calendar.count("PRODID"), 1U);
  EXPECT_EQ(calendar.count("VERSION"), 1U);
  EXPECT_EQ(calendar.find("VERSION")->value, "2.0");
  return calendar;
}

std::vector<IcalComponent> events_of(const IcalComponent& calendar) {
  std::vector<IcalComponent> events;
  for (const IcalComponent& part : calendar.parts) {
    if (part.name == "VEVENT") events.push_back(part);
  }
  return events;
}

TEST(ClocksCalendar, EveryEventHasWhatTheStandardAsksFor) {
  const std::string bytes = clocks_calendar(sample_answer());
  const auto events = events_of(checked(bytes));
  ASSERT_EQ(events.size(), 3U);
  std::set<std::string> uids;
  for (const IcalComponent& event : events) {
    for (const char* once : {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "STATUS"}) {
      EXPECT_EQ(event.count(once), 1U) << once;
    }
    uids.insert(event.find("UID")->value);
    EXPECT_EQ(event.find("DTSTAMP")->value, "20240823T225959Z");
    IcalReader reader("");
    reader.text(event.find("SUMMARY")->value);
    reader.text(event.find("DESCRIPTION")->value);
    EXPECT_THAT(reader.faults(), testing::IsEmpty());
  }
  EXPECT_EQ(uids.size(), 3U);
}

TEST(ClocksCalendar, HoursAreMomentsInLondonAndDaysAreWholeDays) {
  const auto events = events_of(checked(clocks_calendar(sample_answer())));
  EXPECT_EQ(events[0].find("DTSTART")->value, "20240827T120000");
  EXPECT_EQ(events[0].find("DTSTART")->parameters.at("TZID"), "Europe/London");
  EXPECT_EQ(events[0].find("STATUS")->value, "CONFIRMED");
  EXPECT_EQ(events[1].find("DTSTART")->parameters.at("VALUE"), "DATE");
  EXPECT_EQ(events[1].find("DTSTART")->value, "20240928");
  EXPECT_EQ(events[1].find("DTEND")->value, "20240929");
  EXPECT_EQ(events[2].find("STATUS")->value, "CANCELLED");
}

TEST(ClocksCalendar, TextsComeBackAsTheyWere) {
  const auto events = events_of(checked(clocks_calendar(sample_answer())));
  IcalReader reader("");
  EXPECT_EQ(reader.text(events[1].find("SUMMARY")->value),
            "OP-4 Z2: initial detention ends end of Sat 28 Sep 2024, act by Tue 27 Aug 2024");
  EXPECT_THAT(reader.text(events[1].find("DESCRIPTION")->value),
              HasSubstr("Look at: the order, as stated, lasts longer; B\xC3\xA9la Fenwick's paper "
                        "says \\ otherwise\\nand more."));
}

TEST(ClocksCalendar, AClockWithoutAnEndIsNoEventAndIsCounted) {
  EXPECT_EQ(without_end(sample_answer()), 1U);
  EXPECT_THAT(clocks_calendar(sample_answer()), Not(HasSubstr("Z4")));
}

TEST(ClocksCalendar, AUidStaysWhenTheEndMovesAndChangesWithTheBeginning) {
  ClocksAnswer moved = sample_answer();
  moved.rows[0].deadline.expiry = BookingTime::parse("2024-08-28T12:00").value().civil();
  ClocksAnswer renewed = sample_answer();
  renewed.rows[0].deadline.trigger = "cash seized Thu 22 Aug 2024 13:00";
  const auto uid = [](const ClocksAnswer& answer) {
    return events_of(checked(clocks_calendar(answer)))[0].find("UID")->value;
  };
  EXPECT_EQ(uid(moved), uid(sample_answer()));
  EXPECT_NE(uid(renewed), uid(sample_answer()));
  EXPECT_EQ(clocks_calendar(sample_answer()), clocks_calendar(sample_answer()));
}

TEST(ClocksCalendar, FoldsBetweenCharactersWhereverTheyFall) {
  for (std::size_t length = 0; length < 160; ++length) {
    ClocksAnswer answer = sample_answer();
    std::string words;
    while (words.size() < length) words += words.size() % 3 == 0 ? "\xE2\x82\xAC" : "x";
    answer.rows[0].deadline.trigger = words;
    const auto events = events_of(checked(clocks_calendar(answer)));
    IcalReader reader("");
    EXPECT_THAT(reader.text(events[0].find("DESCRIPTION")->value),
                testing::StartsWith(words + ". "));
  }
}

/// The last Sunday of a month at the time of a DTSTART such as 19960331T010000.
CivilTime last_sunday(int year, unsigned month, const std::string& start) {
  Date date = *make_date(year, month, month == 3 || month == 10 ? 31 : 30);
  while (std::chrono::weekday(date) != std::chrono::Sunday) date -= std::chrono::days(1);
  return {midnight(date).micros + std::stoi(start.substr(9, 2)) * micros_per_hour};
}

TEST(ClocksCalendar, ItsTimeZoneIsThatOfLondon) {
  const IcalComponent calendar = checked(clocks_calendar(sample_answer()));
  const IcalComponent& zone = calendar.parts.at(0);
  ASSERT_EQ(zone.name, "VTIMEZONE");
  EXPECT_EQ(zone.find("TZID")->value, "Europe/London");
  ASSERT_EQ(zone.parts.size(), 2U);
  const IcalComponent& summer = zone.parts[0];
  const IcalComponent& winter = zone.parts[1];
  EXPECT_EQ(summer.find("RRULE")->value, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
  EXPECT_EQ(winter.find("RRULE")->value, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
  EXPECT_EQ(summer.find("TZOFFSETFROM")->value, winter.find("TZOFFSETTO")->value);
  EXPECT_EQ(summer.find("TZOFFSETTO")->value, "+0100");
  std::mt19937_64 random(4);
  for (int i = 0; i < 20'000; ++i) {
    const int year = 2000 + static_cast<int>(random() % 60);
    const CivilTime utc{midnight(*make_date(year, 1, 1)).micros +
                        static_cast<std::int64_t>(random() % (365 * 24)) * micros_per_hour};
    // Both onsets are written in the local time that ends there.
    const CivilTime begin = last_sunday(year, 3, summer.find("DTSTART")->value);
    const CivilTime end{last_sunday(year, 10, winter.find("DTSTART")->value).micros -
                        micros_per_hour};
    const bool is_summer = begin <= utc && utc < end;
    ASSERT_EQ(london_from_utc(utc).micros - utc.micros, is_summer ? micros_per_hour : 0)
        << iso_text(utc);
  }
}

}  // namespace
}  // namespace recoup
