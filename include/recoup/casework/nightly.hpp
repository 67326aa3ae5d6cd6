// nightly.hpp: takes in what came, looks again at what it changes, and says what a person must
// know.
#pragma once

#include <functional>
#include <string>

#include "recoup/casework/read_pdf.hpp"
#include "recoup/casework/session.hpp"
#include "recoup/report/nightly_report.hpp"

namespace recoup {

/// What `recoup nightly` asks.
struct NightlyRequest {
  std::string inbox;
  std::string store_path;
  std::string who;
  std::string tool_version;
  std::string as_at;     ///< The day or moment for which to answer.
  int within_days = 14;  ///< Clocks that end within so many days are listed.
  PdfSandbox pdf_sandbox = PdfSandbox::bubblewrap;
  std::function<CivilTime()> now_utc;
  Progress progress;
};

/// How long each part of a run took, for its metrics.
struct NightlyTimes {
  std::int64_t import_milliseconds = 0;
  std::int64_t analysis_milliseconds = 0;
};

/// What a run did.
struct NightlyRun {
  NightlyReport report;
  std::string digest_path;  ///< Without its ending; empty where there was nothing new to tell.
  NightlyTimes times;
};

/// One run over the inbox.
///
///   Shape    Files are taken in one by one, each as one transaction, and moved to done/ or
///            refused/ with a verdict beside them; then the cases whose records changed are put
///            together, matched, traced and assessed anew, all are ranked, and a digest is written.
///   Promise  Stopped at any instant and run again, it ends with the same store, files and digest
///            as a run that was not stopped.
///   Same     The ranking is that of `recoup rank` on the same store and day.
///   Errors   no_such_file (no inbox), busy (another run, or another process holds the store),
///            cannot_write. A file that cannot be read, hangs or crashes its reader is refused and
///            stops no other.
///
/// Requires that this process has no other thread and has not opened the store.
[[nodiscard]] Result<NightlyRun> run_nightly(const NightlyRequest& request);

/// The run as Prometheus text exposition, version 0.0.4; times in seconds.
[[nodiscard]] std::string nightly_metrics(const NightlyRun& run, CivilTime ended_utc);

/// Whether files wait in the inbox. Errors: as run_nightly.
[[nodiscard]] Result<bool> has_arrivals(const std::string& inbox);

}  // namespace recoup
