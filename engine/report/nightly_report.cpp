#include "recoup/report/nightly_report.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

void write_arrival(JsonWriter& json, const Arrival& arrival) {
  json.begin_object()
      .member("file", arrival.file)
      .member("status", arrival.status)
      .member("sha256", arrival.sha256)
      .member("format", arrival.format);
  json.name("entries").integer(arrival.entries).name("rejected").integer(arrival.rejected);
  json.members("remarks", arrival.remarks);
  json.end_object();
}

void write_move(JsonWriter& json, const RankingMove& move) {
  json.begin_object().member("case", move.case_id);
  json.name("place_before").integer(move.place_before).name("place").integer(move.place_now);
  json.members("why", move.why);
  json.end_object();
}

void write_clock(JsonWriter& json, const EndingClock& clock) {
  json.begin_object()
      .member("case", clock.case_id)
      .member("seizure", clock.seizure)
      .member("clock", clock.what)
      .member("ends", clock.ends)
      .member("last_working_day", clock.last_working_day)
      .member("authority", clock.authority)
      .member("status", clock.status)
      .end_object();
}

void write_row(JsonWriter& json, const RankedRow& row) {
  json.begin_object().name("place").integer(row.place);
  json.member("case", row.case_id)
      .member("operation", row.operation)
      .member("band", row.band)
      .member("points", row.points)
      .member("value_at_stake", row.value)
      .member("next_deadline", row.next_deadline);
  json.members("reasons", row.reasons);
  json.end_object();
}

std::string heading(const std::string& words) {
  return "\n" + words + "\n" + std::string(words.size(), '-') + "\n";
}

std::string lines_below(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "    " + printable(line) + "\n";
  return out;
}

std::string arrivals_text(const NightlyReport& report) {
  std::string out = heading("What came");
  if (report.arrivals.empty()) return out + "Nothing.\n";
  for (const Arrival& each : report.arrivals) {
    out += each.status + std::string(each.status.size() < 9 ? 9 - each.status.size() : 1, ' ') +
           printable(each.file);
    if (each.status != "refused") {
      out += "  " + each.format + ", " + std::to_string(each.entries) + " entries, " +
             std::to_string(each.rejected) + " rejected";
    }
    out += "\n" + lines_below(each.remarks);
  }
  return out;
}

std::string place_text(std::uint64_t place) { return place == 0 ? "-" : std::to_string(place); }

std::string moves_text(const NightlyReport& report) {
  std::string out = heading("What moved in the ranking");
  if (report.moves.empty()) return out + "Nothing.\n";
  for (const RankingMove& each : report.moves) {
    out += printable(each.case_id) + ": place " + place_text(each.place_before) + " to " +
           place_text(each.place_now) + "\n" + lines_below(each.why);
  }
  return out;
}

std::string clocks_text(const NightlyReport& report) {
  std::string out = heading("Clocks that end within " + std::to_string(report.within_days) +
                            " days, or have ended");
  if (report.clocks.empty()) return out + "None.\n";
  TextTable table({"ends", "case", "seizure", "clock", "last working day", "authority"},
                  std::vector<Align>(6, Align::left));
  for (const EndingClock& each : report.clocks) {
    table.row(
        {each.ends, each.case_id, each.seizure, each.what, each.last_working_day, each.authority});
  }
  return out + table.text();
}

std::string examined_text(const NightlyReport& report) {
  std::string out = heading("Cases examined anew: " + std::to_string(report.examined.size()) +
                            " of " + std::to_string(report.cases));
  for (const ExaminedCase& each : report.examined) {
    out += printable(each.case_id) + (each.summary.empty() ? "" : ": " + printable(each.summary)) +
           "\n" + lines_below(each.remarks);
  }
  return out;
}

}  // namespace

std::string nightly_json(const NightlyReport& report) {
  JsonWriter json;
  json.begin_object().member("as_at", report.as_at).name("number").integer(report.number);
  json.name("needs_person").truth(report.needs_person()).name("arrivals").begin_array();
  for (const Arrival& each : report.arrivals) write_arrival(json, each);
  json.end_array().name("cases").integer(report.cases).name("examined").begin_array();
  for (const ExaminedCase& each : report.examined) {
    json.begin_object().member("case", each.case_id).member("summary", each.summary);
    json.members("remarks", each.remarks);
    json.end_object();
  }
  json.end_array().name("moves").begin_array();
  for (const RankingMove& each : report.moves) write_move(json, each);
  json.end_array().name("clocks_within_days").integer(report.within_days);
  json.name("clocks").begin_array();
  for (const EndingClock& each : report.clocks) write_clock(json, each);
  json.end_array().name("ranking").begin_array();
  for (const RankedRow& each : report.ranking) write_row(json, each);
  json.end_array().end_object();
  return json.take();
}

std::string nightly_text(const NightlyReport& report) {
  TextTable ranking(
      {"", "case", "deadline", "points", "at stake, GBP", "next deadline"},
      {Align::right, Align::left, Align::left, Align::right, Align::right, Align::left});
  for (const RankedRow& each : report.ranking) {
    ranking.row({std::to_string(each.place), each.case_id, each.band, each.points, each.value,
                 each.next_deadline.empty() ? "no clock runs" : each.next_deadline});
  }
  return "Nightly digest " + std::to_string(report.number) + ", as at " + report.as_at + "\n" +
         clocks_text(report) + moves_text(report) + heading("The ranking") + ranking.text() +
         examined_text(report) + arrivals_text(report);
}

}  // namespace recoup
