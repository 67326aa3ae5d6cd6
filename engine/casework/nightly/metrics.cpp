#include <algorithm>

#include "recoup/casework/nightly.hpp"

namespace recoup {
namespace {

/// Thousandths as a decimal: "12.345".
std::string seconds_text(std::int64_t milliseconds) {
  const std::string rest = std::to_string(milliseconds % 1000);
  return std::to_string(milliseconds / 1000) + "." + std::string(3 - rest.size(), '0') + rest;
}

std::string family(const std::string& name, const std::string& help) {
  return "# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n";
}

std::string gauge(const std::string& name, const std::string& help, const std::string& value) {
  return family(name, help) + name + " " + value + "\n";
}

}  // namespace

std::string nightly_metrics(const NightlyRun& run, CivilTime ended_utc) {
  const NightlyReport& report = run.report;
  std::string out =
      family("recoup_nightly_files", "Files of the last run, by what became of them.");
  for (const char* status : {"imported", "held", "refused"}) {
    const auto count = std::count_if(report.arrivals.begin(), report.arrivals.end(),
                                     [&](const Arrival& each) { return each.status == status; });
    out += "recoup_nightly_files{status=\"" + std::string(status) + "\"} " + std::to_string(count) +
           "\n";
  }
  std::uint64_t entries = 0;
  std::uint64_t rejected = 0;
  for (const Arrival& each : report.arrivals) {
    entries += each.status == "imported" ? each.entries : 0;
    rejected += each.rejected;
  }
  const auto ended =
      std::count_if(report.clocks.begin(), report.clocks.end(),
                    [](const EndingClock& each) { return each.status == "expired"; });
  return out +
         gauge("recoup_nightly_entries", "Entries taken in by the last run.",
               std::to_string(entries)) +
         gauge("recoup_nightly_rejected_records", "Records refused in files taken in.",
               std::to_string(rejected)) +
         gauge("recoup_nightly_cases", "Cases held.", std::to_string(report.cases)) +
         gauge("recoup_nightly_cases_examined", "Cases examined anew by the last run.",
               std::to_string(report.examined.size())) +
         gauge("recoup_nightly_ranking_moves", "Cases that moved in the ranking.",
               std::to_string(report.moves.size())) +
         gauge("recoup_nightly_clocks_ending", "Clocks that end soon or have ended.",
               std::to_string(report.clocks.size())) +
         gauge("recoup_nightly_clocks_expired", "Clocks that have ended.", std::to_string(ended)) +
         gauge("recoup_nightly_import_seconds", "Time of taking files in.",
               seconds_text(run.times.import_milliseconds)) +
         gauge("recoup_nightly_analysis_seconds", "Time of examining and ranking cases.",
               seconds_text(run.times.analysis_milliseconds)) +
         gauge("recoup_nightly_last_success_timestamp_seconds", "When the last run ended.",
               seconds_text(ended_utc.micros / 1000));
}

}  // namespace recoup
