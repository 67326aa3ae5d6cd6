#include <csignal>
#include <ctime>
#include <fstream>
#include <iostream>

#include "command_line.hpp"
#include "recoup/casework/nightly.hpp"

namespace recoup {
namespace {

volatile std::sig_atomic_t asked_to_end = 0;

void end_soon(int /*signal*/) { asked_to_end = 1; }

/// What the person asked for.
struct NightlyOptions {
  NightlyRequest request;
  std::string metrics;
  bool once = false;
  bool watch = false;
  int every_seconds = 10;
};

void write_metrics(CommandLine& command_line, const std::string& path, const NightlyRun& run) {
  if (path.empty()) return;
  const std::string part = path + ".part";
  std::ofstream file(part, std::ios::binary | std::ios::trunc);
  file << nightly_metrics(run, now_utc()) << std::flush;
  file.close();
  if (!file || std::rename(part.c_str(), path.c_str()) != 0) {
    print_error(command_line, {ErrorCode::cannot_write,
                               "a file that cannot be written",
                               "the metrics file",
                               {path, 0, ""}});
  }
}

/// One run. False: it failed, and the error is printed.
bool run_once(CommandLine& command_line, const NightlyOptions& options) {
  NightlyRequest request = options.request;
  if (request.as_at.empty()) request.as_at = today();
  const auto run = run_nightly(request);
  if (!run) {
    print_error(command_line, run.error());
    return false;
  }
  const NightlyReport& report = run.value().report;
  write_metrics(command_line, options.metrics, run.value());
  print(command_line, command_line.json ? nightly_json(report) : nightly_text(report));
  if (!run.value().digest_path.empty()) {
    std::cerr << "recoup: digest " << run.value().digest_path << ".{html,txt,json}\n";
  }
  if (report.needs_person() && command_line.status == ExitStatus::done) {
    command_line.status = ExitStatus::needs_person;
  }
  return true;
}

void wait_seconds(int seconds) {
  timespec left{seconds, 0};
  while (asked_to_end == 0 && nanosleep(&left, &left) != 0) {
  }
}

/// Runs whenever something waits, and once when the day changes, until it is told to end.
void watch(CommandLine& command_line, const NightlyOptions& options) {
  std::signal(SIGTERM, end_soon);
  std::signal(SIGINT, end_soon);
  std::string last_day;
  while (asked_to_end == 0) {
    const auto waiting = has_arrivals(options.request.inbox);
    const std::string day = today();
    if (!waiting) {
      print_error(command_line, waiting.error());
      return;
    }
    if (waiting.value() || day != last_day) {
      // A store that is busy or a disk that is full may be better next time.
      if (run_once(command_line, options)) last_day = day;
    }
    wait_seconds(options.every_seconds);
  }
}

}  // namespace

void add_nightly_commands(CLI::App& app, CommandLine& command_line) {
  auto options = std::make_shared<NightlyOptions>();
  CLI::App* command = app.add_subcommand(
      "nightly", "Take in what waits in a folder, look again at what changed, and tell of it");
  command->add_option("inbox", options->request.inbox, "The folder that files are put into")
      ->required()
      ->type_name("INBOX");
  CLI::Option* once = command->add_flag(
      "--once", options->once, "Do it once and end, which is what happens without --watch");
  command->add_flag("--watch", options->watch, "Go on, and look again every so often")
      ->excludes(once);
  command->add_option("--every", options->every_seconds, "With --watch: seconds between two looks")
      ->check(CLI::Range(1, 86400))
      ->capture_default_str();
  command
      ->add_option("--within", options->request.within_days,
                   "List the clocks that end within so many days")
      ->check(CLI::Range(0, 3650))
      ->capture_default_str();
  command->add_option("--metrics", options->metrics, "Write Prometheus text metrics to this file")
      ->type_name("FILE");
  command
      ->add_option("--as-at", options->request.as_at,
                   "The day or moment for which to answer; today where not given")
      ->type_name("TIME");
  command->add_flag_callback(
      "--pdf-unsandboxed", [options] { options->request.pdf_sandbox = PdfSandbox::limits; },
      "Open PDF with limits on memory and time alone, on a machine that lets no sandbox be made");
  command->add_flag("--json", command_line.json, "One JSON document on stdout");
  command->footer(
      "Files are moved to INBOX/done or INBOX/refused with a verdict beside them; a digest goes\n"
      "to INBOX/digests. Names that end in .part are still being written and stay. A file in a\n"
      "folder named after a case is handed in for that case. It can be stopped at any instant and\n"
      "run again; a second run at the same time ends with status 75.\n\n"
      "Examples:\n"
      "  recoup --store /srv/recoup/unit.db nightly /srv/recoup/inbox --once\n"
      "  recoup nightly inbox --watch --every 30 --metrics /var/lib/node_exporter/recoup.prom");
  command->callback([=, &command_line] {
    options->request.store_path = command_line.store_path;
    options->request.who = user_of(command_line);
    options->request.tool_version = tool_version();
    options->request.now_utc = now_utc;
    options->request.progress = terminal_progress();
    if (options->watch) {
      watch(command_line, *options);
    } else {
      run_once(command_line, *options);
    }
  });
}

}  // namespace recoup
