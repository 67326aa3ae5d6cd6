#include "recoup/report/clocks_report.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"
#include "recoup/clocks/advance.hpp"
#include "recoup/report/json_writer.hpp"
#include "recoup/report/text_table.hpp"

namespace recoup {
namespace {

void write_day(JsonWriter& json, const char* name, const std::optional<Date>& date) {
  json.name(name);
  if (date) {
    json.text(iso_text(*date));
  } else {
    json.null();
  }
}

void write_left(JsonWriter& json, const std::optional<WorkingDays>& left) {
  json.name("working_days_left");
  if (!left) {
    json.null();
    return;
  }
  json.begin_object().name("count").integer(left->count);
  json.name("at_least").truth(left->at_least).end_object();
}

void write_clock_row(JsonWriter& json, const ClockRow& row) {
  const Deadline& deadline = row.deadline;
  json.begin_object()
      .member("case", deadline.case_id)
      .member("seizure", deadline.seizure_id)
      .member("step", deadline.step_id)
      .member("kind", text(deadline.kind))
      .member("status", text(deadline.status))
      .member("legal_basis", deadline.legal_basis)
      .member("rule", deadline.rule_id)
      .member("region", deadline.region)
      .member("trigger", deadline.trigger)
      .name("expiry");
  if (deadline.expiry) {
    json.text(iso_text(*deadline.expiry));
  } else {
    json.null();
  }
  write_day(json, "last_working_day", deadline.last_working_day);
  write_left(json, row.left);
  write_day(json, "hard_cap", deadline.hard_cap);
  json.member("working", deadline.working)
      .member("stops", deadline.stops)
      .member("stopped_by", deadline.stopped_by);
  json.members("findings", deadline.findings);
  json.members("missing", deadline.missing);
  json.end_object();
}

void write_elapsed(JsonWriter& json, const ElapsedTime& each) {
  json.begin_object()
      .member("case", each.case_id)
      .member("step", each.step_id)
      .member("what", each.what)
      .member("since", iso_text(each.since))
      .name("days")
      .integer(each.days);
  json.member("legal_basis", each.legal_basis).member("note", each.note).end_object();
}

std::string left_text(const std::optional<WorkingDays>& left, const Deadline& deadline) {
  if (!deadline.is_open() || !left) return "";
  if (deadline.status == DeadlineStatus::expired) return "past";
  return std::to_string(left->count) + (left->at_least ? " or more" : "");
}

std::string working_of(const Deadline& deadline) {
  // Ids of seizures are their own; those of steps count within one case.
  const std::string owner = deadline.seizure_id.empty() ? printable(deadline.case_id) + " " : "";
  std::string out = owner + printable(deadline.about()) + ", " + std::string(text(deadline.kind)) +
                    ": " + printable(deadline.trigger) +
                    (deadline.working.empty() ? "" : "; " + printable(deadline.working)) + "\n";
  if (!deadline.stopped_by.empty()) {
    out +=
        "  " + std::string(text(deadline.status)) + " by: " + printable(deadline.stopped_by) + "\n";
  } else if (!deadline.stops.empty()) {
    out += "  what stops it: " + deadline.stops + "\n";
  }
  for (const std::string& finding : deadline.findings) {
    out += "  look at: " + printable(finding) + "\n";
  }
  for (const std::string& missing : deadline.missing) {
    out += "  to be obtained: " + printable(missing) + "\n";
  }
  return out;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string elapsed_text(const ClocksAnswer& answer) {
  if (answer.elapsed.empty()) return "";
  TextTable table({"case", "order", "what", "days", "since", "authority"},
                  {Align::left, Align::left, Align::left, Align::right, Align::left, Align::left});
  std::string notes;
  for (const ElapsedTime& each : answer.elapsed) {
    table.row({each.case_id, each.step_id, each.what, std::to_string(each.days),
               short_text(each.since), each.legal_basis});
    notes += printable(each.step_id) + ", " + each.what + ": " + each.note + "\n";
  }
  return "\nTime that passes without a limit\n\n" + table.text() + "\n" + notes;
}

std::string head_text(const ClocksAnswer& answer) {
  std::string out = "Statutory clocks as at " + answer.as_at;
  if (answer.within) {
    out += ", those that end within " +
           counted(static_cast<std::size_t>(*answer.within), "working day", "working days") +
           ", have ended or cannot be told";
  }
  return out + "\n\n";
}

std::string foot_text(const ClocksAnswer& answer) {
  std::string out;
  if (!answer.without_limit.empty()) out += "\nWithout a limit\n";
  for (const std::string& right : answer.without_limit) out += printable(right) + "\n";
  out += "\nBank holidays\n";
  for (const CalendarUsed& calendar : answer.calendars) {
    out += calendar.region + ": " + printable(calendar.version) + "\n";
    for (const std::string& change : calendar.changes) {
      out += "  look at: " + printable(change) + "\n";
    }
  }
  if (answer.later > 0) {
    out += "\n" + counted(answer.later, "clock that ends", "clocks that end") +
           " later not shown; without --within all are\n";
  }
  if (answer.stopped > 0) {
    out += "\n" + counted(answer.stopped, "clock", "clocks") +
           " stopped in time not shown; --all shows them\n";
  }
  return out;
}

}  // namespace

std::string clocks_json(const ClocksAnswer& answer) {
  JsonWriter json;
  json.begin_object().member("as_at", answer.as_at).name("within_working_days");
  if (answer.within) {
    json.integer(*answer.within);
  } else {
    json.null();
  }
  json.name("deadlines").begin_array();
  for (const ClockRow& row : answer.rows) write_clock_row(json, row);
  json.end_array().name("elapsed").begin_array();
  for (const ElapsedTime& each : answer.elapsed) write_elapsed(json, each);
  json.end_array();
  json.members("without_limit", answer.without_limit);
  json.name("calendars").begin_array();
  for (const CalendarUsed& calendar : answer.calendars) {
    json.begin_object()
        .member("region", calendar.region)
        .member("version", calendar.version)
        .members("changes", calendar.changes)
        .end_object();
  }
  json.end_array().name("left_out").begin_object().name("later").integer(answer.later);
  json.name("stopped").integer(answer.stopped).end_object().end_object();
  return json.take();
}

std::string clocks_text(const ClocksAnswer& answer) {
  TextTable table(
      {"case", "about", "clock", "status", "ends", "last working day", "days left", "authority"},
      {Align::left, Align::left, Align::left, Align::left, Align::left, Align::left, Align::right,
       Align::left});
  std::string workings;
  for (const ClockRow& row : answer.rows) {
    const Deadline& deadline = row.deadline;
    table.row({deadline.case_id, deadline.about(), std::string(text(deadline.kind)),
               std::string(text(deadline.status)),
               deadline.expiry ? expiry_text(*deadline.expiry) : "not known",
               deadline.last_working_day ? short_text(*deadline.last_working_day) : "not known",
               left_text(row.left, deadline), deadline.legal_basis});
    workings += working_of(deadline);
  }
  const std::string body =
      answer.rows.empty() ? "No clock runs.\n" : table.text() + "\nWorking\n" + workings;
  return head_text(answer) + body + elapsed_text(answer) + foot_text(answer);
}

std::size_t without_end(const ClocksAnswer& answer) {
  return static_cast<std::size_t>(
      std::count_if(answer.rows.begin(), answer.rows.end(),
                    [](const ClockRow& row) { return !row.deadline.expiry.has_value(); }));
}

}  // namespace recoup
