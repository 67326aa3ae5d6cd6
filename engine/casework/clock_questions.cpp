#include "recoup/casework/clock_questions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/report/clocks_report.hpp"
#include "written_file.hpp"

namespace recoup {
namespace {

constexpr std::string_view holiday_series = "bank-holiday ";

/// The lists of bank holidays that the store holds, in the order in which they were handed in.
Result<std::vector<HolidayPublication>> published_holidays(const Session& session) {
  RECOUP_TRY(points, session.store.series(holiday_series));
  std::set<Digest> digests;
  for (const HeldSeriesPoint& point : points) digests.insert(point.document);
  std::map<std::uint64_t, HolidayPublication> in_order;
  for (const Digest& digest : digests) {
    RECOUP_TRY(document, session.store.document(digest));
    RECOUP_TRY(records, session.store.document_records(digest));
    HolidayPublication& list = in_order[document.number];
    list.version = document.name + " " + digest.short_text();
    for (const SeriesPoint& point : records.series) {
      if (!point.series.starts_with(holiday_series)) continue;
      list.holidays.push_back(
          {point.series.substr(holiday_series.size()), point.from, point.value});
    }
  }
  std::vector<HolidayPublication> lists;
  for (auto& [number, list] : in_order) lists.push_back(std::move(list));
  return lists;
}

/// A day as a whole is asked about: a clock that ends in it has not ended yet.
void keep_today(std::vector<Deadline>& deadlines, CivilTime as_at) {
  const bool whole_day = (as_at.micros + 1) % micros_per_day == 0;
  for (Deadline& deadline : deadlines) {
    const bool ends_today = deadline.expiry && *deadline.expiry > midnight(as_at.date());
    if (whole_day && ends_today && deadline.status == DeadlineStatus::expired) {
      deadline.status = DeadlineStatus::running;
    }
  }
}

void append(std::vector<Deadline>& to, std::vector<Deadline> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// What the files of a case say of its clocks. A file that says something impossible is a clock of
/// its own whose facts are missing: the others still count.
ClockFacts facts_of(const std::vector<HeldFact>& held, const std::string& case_id,
                    std::vector<Deadline>& faults) {
  std::vector<CaseFact> plain;
  plain.reserve(held.size());
  for (const HeldFact& each : held) plain.push_back(each.fact);
  auto read = read_clock_facts(plain);
  if (!read) {
    Deadline fault;
    fault.case_id = case_id;
    fault.step_id = read.error().place.field;
    fault.kind = DeadlineKind::timetable;
    fault.trigger = "the case file cannot be read here";
    fault.missing.push_back(message(read.error()));
    faults.push_back(std::move(fault));
    return ClockFacts{case_id, false, std::nullopt, std::nullopt, {}, {}};
  }
  ClockFacts facts = std::move(read).value();
  facts.case_id = case_id;
  return facts;
}

std::vector<Deadline> about_seizures(const std::vector<HeldSeizure>& seizures,
                                     const ClockFacts& facts, const Law& law, CivilTime as_at) {
  std::vector<Deadline> deadlines;
  std::vector<std::string> ids;
  for (const HeldSeizure& held : seizures) {
    ids.push_back(held.seizure.id);
    append(deadlines, deadlines_of(with_steps(held.seizure, facts), {law.clocks, law.calendars},
                                   as_at, region_of(held.seizure, facts)));
  }
  append(deadlines, unattached_steps(facts, ids));
  return deadlines;
}

/// The clocks of one case, or of the seizures of none.
struct CaseClocks {
  std::vector<Deadline> deadlines;
  std::vector<ElapsedTime> elapsed;
  std::vector<std::string> without_limit;
};

CaseClocks clocks_of(const std::vector<HeldFact>& held, const std::string& case_id,
                     const std::vector<HeldSeizure>& seizures, const Law& law, CivilTime as_at) {
  CaseClocks clocks;
  const ClockFacts facts = facts_of(held, case_id, clocks.deadlines);
  append(clocks.deadlines, about_seizures(seizures, facts, law, as_at));
  append(clocks.deadlines, deadlines_of_case(facts, {law.clocks, law.calendars}, as_at));
  clocks.elapsed = elapsed_times(facts, as_at);
  clocks.without_limit = rights_without_limit(facts, as_at);
  return clocks;
}

std::vector<HeldSeizure> seizures_of(const std::vector<HeldSeizure>& all,
                                     const std::string& case_id) {
  std::vector<HeldSeizure> own;
  std::copy_if(all.begin(), all.end(), std::back_inserter(own),
               [&](const HeldSeizure& held) { return held.seizure.case_id == case_id; });
  return own;
}

Result<CaseClocks> gather(const Session& session, const ClocksRequest& request, const Law& law,
                          CivilTime as_at) {
  if (request.case_id) {
    RECOUP_TRY(records, load_records(session, *request.case_id));
    return clocks_of(records.facts.all(), records.id, records.seizures, law, as_at);
  }
  RECOUP_TRY(seizures, session.store.seizures());
  RECOUP_TRY(ids, known_cases(session));
  CaseClocks all = clocks_of({}, "", seizures_of(seizures, ""), law, as_at);
  for (const std::string& id : ids) {
    RECOUP_TRY(facts, session.store.case_facts(id));
    CaseClocks own = clocks_of(facts, id, seizures_of(seizures, id), law, as_at);
    append(all.deadlines, std::move(own.deadlines));
    std::move(own.elapsed.begin(), own.elapsed.end(), std::back_inserter(all.elapsed));
    std::move(own.without_limit.begin(), own.without_limit.end(),
              std::back_inserter(all.without_limit));
  }
  return all;
}

bool is_near(const ClockRow& row, int within) {
  if (!row.deadline.is_open()) return false;
  if (row.deadline.status != DeadlineStatus::running || !row.left) return true;
  return row.left->count <= within;
}

void add_calendars(ClocksAnswer& answer, const Law& law) {
  std::set<std::string> regions = {std::string(england_and_wales)};
  for (const ClockRow& row : answer.rows) {
    if (!row.deadline.region.empty()) regions.insert(row.deadline.region);
  }
  for (const std::string& region : regions) {
    const Calendar& calendar = law.calendars.of(region);
    answer.calendars.push_back({region, calendar.version(), calendar.changes()});
  }
}

ClocksAnswer answer_of(CaseClocks clocks, const ClocksRequest& request, const Law& law,
                       CivilTime as_at) {
  keep_today(clocks.deadlines, as_at);
  sort_deadlines(clocks.deadlines);
  ClocksAnswer answer;
  answer.as_at = request.as_at;
  answer.at = as_at;
  answer.within = request.within;
  answer.elapsed = std::move(clocks.elapsed);
  if (request.all) answer.without_limit = std::move(clocks.without_limit);
  for (Deadline& deadline : clocks.deadlines) {
    if (deadline.status == DeadlineStatus::stopped && !request.all && deadline.findings.empty()) {
      ++answer.stopped;
      continue;
    }
    ClockRow row{std::move(deadline), std::nullopt};
    if (row.deadline.expiry) {
      row.left =
          working_days_left(law.calendars.of(row.deadline.region), as_at, *row.deadline.expiry);
    }
    if (request.within && row.deadline.findings.empty() && !is_near(row, *request.within)) {
      ++answer.later;
      continue;
    }
    answer.rows.push_back(std::move(row));
  }
  add_calendars(answer, law);
  return answer;
}

std::string calendar_words(const std::string& path, const ClocksAnswer& answer) {
  const std::size_t unended = without_end(answer);
  const std::size_t events = answer.rows.size() - unended;
  return "\n" + std::to_string(events) + (events == 1 ? " event" : " events") + " in " +
         printable(path) +
         (unended == 0 ? ""
                       : "; " + std::to_string(unended) +
                             (unended == 1 ? " clock without an end is"
                                           : " clocks without an end "
                                             "are") +
                             " not in it") +
         "\n";
}

}  // namespace

Result<Law> load_law(const Session& session) {
  RECOUP_TRY(law, load_law());
  RECOUP_TRY(lists, published_holidays(session));
  for (const HolidayPublication& list : lists) law.calendars.add(list);
  law.calendar = law.calendars.of(england_and_wales);
  return law;
}

std::vector<Deadline> deadlines_of_seizures(const LoadedCase& loaded, const Law& law,
                                            CivilTime as_at) {
  std::vector<Deadline> deadlines;
  const ClockFacts facts = facts_of(loaded.facts.all(), loaded.id, deadlines);
  append(deadlines, about_seizures(loaded.seizures, facts, law, as_at));
  std::erase_if(deadlines,
                [](const Deadline& each) { return each.status == DeadlineStatus::stopped; });
  keep_today(deadlines, as_at);
  sort_deadlines(deadlines);
  return deadlines;
}

std::vector<Deadline> open_deadlines(const LoadedCase& loaded, const Law& law, CivilTime as_at) {
  std::vector<Deadline> deadlines =
      clocks_of(loaded.facts.all(), loaded.id, loaded.seizures, law, as_at).deadlines;
  std::erase_if(deadlines,
                [](const Deadline& each) { return each.status == DeadlineStatus::stopped; });
  keep_today(deadlines, as_at);
  sort_deadlines(deadlines);
  return deadlines;
}

Result<Reply> answer_clocks(const Session& session, const ClocksRequest& request) {
  RECOUP_TRY(as_at, parse_as_at(request.as_at));
  if (request.within && *request.within < 0) {
    return Error{ErrorCode::usage,
                 std::to_string(*request.within),
                 "a number of working days, 0 or more",
                 {"", 0, "--within"}};
  }
  RECOUP_TRY(law, load_law(session));
  RECOUP_TRY(clocks, gather(session, request, law, as_at));
  const ClocksAnswer answer = answer_of(std::move(clocks), request, law, as_at);
  const bool needs_person =
      std::any_of(answer.rows.begin(), answer.rows.end(), [](const ClockRow& row) {
        const DeadlineStatus status = row.deadline.status;
        return status == DeadlineStatus::expired || status == DeadlineStatus::undetermined ||
               !row.deadline.findings.empty();
      });
  if (request.calendar_file) {
    if (auto written = write_whole_file(*request.calendar_file, clocks_calendar(answer));
        !written) {
      return std::move(written).error();
    }
  }
  if (request.form == Form::json) return Reply{clocks_json(answer), needs_person};
  std::string out = clocks_text(answer);
  if (request.calendar_file) out += calendar_words(*request.calendar_file, answer);
  return Reply{std::move(out), needs_person};
}

}  // namespace recoup
