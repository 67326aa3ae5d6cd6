#include "recoup/casework/nightly.hpp"

#include <charconv>
#include <filesystem>
#include <utility>

#include "nightly/examine.hpp"
#include "nightly/files.hpp"
#include "nightly/inbox.hpp"
#include "nightly/state.hpp"
#include "nightly/take_in.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

std::string night_path(const Inbox& inbox) { return inbox.state() + "/night.json"; }

/// "0007", so that names are in the order of the nights.
std::string padded(std::uint64_t number) {
  std::string digits = std::to_string(number);
  return digits.size() < 4 ? std::string(4 - digits.size(), '0') + digits : digits;
}

/// Where a moment has colons, which not every file system takes.
std::string file_name(const NightlyReport& report) {
  return padded(report.number) + "-" + report.as_at.substr(0, 10);
}

/// Removes what earlier digests have told of.
void forget_arrivals(const Inbox& inbox, std::uint64_t up_to) {
  std::error_code failure;
  std::vector<fs::path> told;
  for (const auto& each : fs::directory_iterator(inbox.state() + "/arrivals", failure)) {
    const std::string name = each.path().filename().string();
    std::uint64_t night = 0;
    std::from_chars(name.data(), name.data() + name.size(), night);
    if (night <= up_to) told.push_back(each.path());
  }
  for (const fs::path& each : told) fs::remove_all(each, failure);
}

Result<std::string> write_digest(const Inbox& inbox, const NightlyReport& report) {
  const std::string path = inbox.digests() + "/" + file_name(report);
  for (const auto& [ending, bytes] :
       {std::pair(".json", nightly_json(report)), std::pair(".txt", nightly_text(report)),
        std::pair(".html", nightly_html(report))}) {
    if (auto done = write_whole(path + ending, bytes); !done) return std::move(done).error();
  }
  return path;
}

Result<void> analyse(const NightlyRequest& request, MeasuresByCase& measures,
                     NightlyReport& report) {
  RECOUP_TRY(store, open_store(request.store_path, OpenMode::read_write_create));
  Session session{*store, request.who, request.now_utc(), request.tool_version, request.progress};
  if (auto done = examine_cases(session, request, measures, report); !done) return done;
  AuditNote note;
  note.when_utc = session.now_utc;
  note.who = session.who;
  note.action = "nightly";
  note.count = report.examined.size();
  note.tool_version = session.tool_version;
  for (const ExaminedCase& each : report.examined) note.objects.push_back({"case", each.case_id});
  return report.examined.empty() ? Result<void>() : store->record(note);
}

/// From here on the night has been: what came has been told.
Result<void> end_night(const Inbox& inbox, const LastNight& night) {
  if (auto done = make_last(inbox.state()); !done) return done;
  if (auto done = write_whole(night_path(inbox), written(night)); !done) return done;
  return make_last(inbox.state());
}

std::int64_t milliseconds_since(CivilTime start, CivilTime now) {
  return (now.micros - start.micros) / 1000;
}

}  // namespace

Result<bool> has_arrivals(const std::string& inbox) {
  RECOUP_TRY(files, Inbox(inbox).waiting());
  return !files.empty();
}

Result<NightlyRun> run_nightly(const NightlyRequest& request) {
  const Inbox inbox(request.inbox);
  if (auto ready = inbox.prepare(); !ready) return std::move(ready).error();
  RECOUP_TRY(lock, FileLock::take(inbox.state() + "/lock"));
  RECOUP_TRY(before, read_last_night(read_whole(night_path(inbox))));
  forget_arrivals(inbox, before.number);
  NightlyRun run;
  const CivilTime started = request.now_utc();
  if (auto taken = take_in(request, inbox, before.number + 1); !taken)
    return std::move(taken).error();
  const CivilTime imported = request.now_utc();
  run.times.import_milliseconds = milliseconds_since(started, imported);
  NightlyReport& report = run.report;
  report.as_at = request.as_at;
  report.within_days = request.within_days;
  report.number = before.number + 1;
  RECOUP_TRY(arrivals, kept_arrivals(inbox, report.number));
  report.arrivals = std::move(arrivals);
  MeasuresByCase measures = before.measures;
  if (auto done = analyse(request, measures, report); !done) return std::move(done).error();
  run.times.analysis_milliseconds = milliseconds_since(imported, request.now_utc());
  report.moves = ranking_moves(before.ranking, report.ranking);
  const bool has_news = before.number == 0 || !report.arrivals.empty() || !report.moves.empty() ||
                        before.as_at != request.as_at;
  if (has_news) {
    RECOUP_TRY(path, write_digest(inbox, report));
    run.digest_path = std::move(path);
  } else {
    report.number = before.number;
  }
  const LastNight night{report.number, request.as_at, report.ranking, std::move(measures)};
  if (auto done = end_night(inbox, night); !done) return std::move(done).error();
  forget_arrivals(inbox, report.number);
  return run;
}

}  // namespace recoup
