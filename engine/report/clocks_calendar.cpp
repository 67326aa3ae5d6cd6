#include <string>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/base/digest.hpp"
#include "recoup/base/text.hpp"
#include "recoup/clocks/advance.hpp"
#include "recoup/report/clocks_report.hpp"

namespace recoup {
namespace {

using std::chrono::days;

constexpr std::size_t line_bytes_max = 75;  // of RFC 5545, without the line break

/// A content line, cut so that no part has more than 75 bytes and no character is torn.
std::string folded(std::string_view line) {
  std::string out;
  std::size_t room = line_bytes_max;
  while (line.size() > room) {
    std::size_t cut = room;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    out += std::string(line.substr(0, cut)) + "\r\n ";
    line.remove_prefix(cut);
    room = line_bytes_max - 1;  // the blank that begins a continued line counts
  }
  return out + std::string(line) + "\r\n";
}

/// A value of type TEXT.
std::string text_value(std::string_view value) {
  std::string out;
  for (const char c : printable(value)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

/// "20250304".
std::string day_value(Date date) {
  std::string out;
  for (const char c : iso_text(date)) {
    if (c != '-') out += c;
  }
  return out;
}

/// "20250304T091500"; what is less than a second is left out, so that no event is late.
std::string time_value(CivilTime time) {
  const std::string text = iso_text(CivilTime{time.micros - time.micros % micros_per_second});
  std::string out;
  for (const char c : text) {
    if (c != '-' && c != ':') out += c;
  }
  return out;
}

/// The moment in UTC that a clock in London shows; the first one where it shows it twice.
CivilTime utc_of(CivilTime london) {
  const CivilTime in_summer{london.micros - micros_per_hour};
  return london_from_utc(in_summer) == london ? in_summer : london;
}

/// What stays the same of a clock while its end moves.
std::string uid_of(const Deadline& deadline) {
  std::string identity;
  for (const std::string_view part :
       {std::string_view(deadline.case_id), std::string_view(deadline.seizure_id),
        std::string_view(deadline.step_id), text(deadline.kind), std::string_view(deadline.rule_id),
        std::string_view(deadline.trigger)}) {
    identity += std::to_string(part.size()) + ":" + std::string(part);
  }
  return sha256(identity).text().substr(0, 32) + "@recoup";
}

/// Act by the last working day; where the clock ends on it the words would only repeat.
std::string summary_of(const Deadline& deadline) {
  std::string out = deadline.case_id + " " + deadline.about() + ": " +
                    std::string(text(deadline.kind)) + " ends " + expiry_text(*deadline.expiry);
  const Date last = CivilTime{deadline.expiry->micros - 1}.date();
  if (deadline.last_working_day && *deadline.last_working_day != last) {
    out += ", act by " + short_text(*deadline.last_working_day);
  }
  return out;
}

std::string description_of(const Deadline& deadline) {
  std::string out = deadline.trigger + ". " + deadline.working + ". " + deadline.legal_basis + ".";
  if (!deadline.stopped_by.empty()) {
    out += " " + std::string(text(deadline.status)) + " by " + deadline.stopped_by + ".";
  } else if (!deadline.stops.empty()) {
    out += " What stops it: " + deadline.stops + ".";
  }
  for (const std::string& finding : deadline.findings) out += " Look at: " + finding + ".";
  for (const std::string& missing : deadline.missing) out += " To be obtained: " + missing + ".";
  return out;
}

std::string event_of(const Deadline& deadline, const std::string& stamp) {
  std::string out =
      "BEGIN:VEVENT\r\n" + folded("UID:" + uid_of(deadline)) + "DTSTAMP:" + stamp + "\r\n";
  if (deadline.expiry->micros_of_day() == 0) {
    const Date last = CivilTime{deadline.expiry->micros - 1}.date();
    out += "DTSTART;VALUE=DATE:" + day_value(last) +
           "\r\nDTEND;VALUE=DATE:" + day_value(last + days(1)) + "\r\n";
  } else {
    out += "DTSTART;TZID=Europe/London:" + time_value(*deadline.expiry) + "\r\n";
  }
  out += folded("SUMMARY:" + text_value(summary_of(deadline)));
  out += folded("DESCRIPTION:" + text_value(description_of(deadline)));
  out += std::string("STATUS:") + (deadline.is_open() ? "CONFIRMED" : "CANCELLED") +
         "\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
  return out;
}

/// Summer time as SI 2002/262 has it, in the form in which it has held since 1996.
constexpr std::string_view zone =
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/London\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "DTSTART:19960331T010000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0000\r\n"
    "TZOFFSETTO:+0100\r\n"
    "TZNAME:BST\r\n"
    "END:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:19961027T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0000\r\n"
    "TZNAME:GMT\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n";

}  // namespace

std::string clocks_calendar(const ClocksAnswer& answer) {
  const std::string stamp = time_value(utc_of(answer.at)) + "Z";
  std::string out =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//recoup//statutory clocks//EN\r\n"
      "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n" +
      std::string(zone);
  for (const ClockRow& row : answer.rows) {
    if (row.deadline.expiry) out += event_of(row.deadline, stamp);
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace recoup
