// main.cpp: the command line. It only translates: words in, words out.

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "command_line.hpp"

namespace {

constexpr const char* footer =
    "Exit status: 0 done; 1 done, and something needs a person; 64 usage; 65 bad input;\n"
    "66 no such file or case; 70 a defect of ours; 73 cannot write; 75 busy, try again;\n"
    "77 not permitted.\n\n"
    "Examples:\n"
    "  recoup --store op.db import statements/*.csv case.json seizures.csv\n"
    "  recoup --store op.db trace OP-1 --method all --json\n"
    "  recoup --store op.db rank --operation Alliance --as-at 2025-09-30\n"
    "  recoup COMMAND --help";

std::string store_path_by_default() {
  const char* named = std::getenv("RECOUP_STORE");
  return named != nullptr && *named != '\0' ? named : "recoup.db";
}

void declare_options(CLI::App& app, recoup::CommandLine& command_line) {
  command_line.store_path = store_path_by_default();
  app.add_option("--store", command_line.store_path,
                 "The store: a file; $RECOUP_STORE or recoup.db where not given")
      ->type_name("FILE");
  app.add_option("--user", command_line.who,
                 "Who works here, for the audit log; the log-in name where not given")
      ->type_name("NAME");
  app.set_version_flag("--version", [] { return recoup::version_text(); });
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(footer);
}

int run(int argc, char** argv) {
  // A limit on file sizes is a full disk to us: an error and no signal.
  std::signal(SIGXFSZ, SIG_IGN);
  CLI::App app{
      "recoup: follows tainted money through accounts, applies dated rules of law with\n"
      "their authority, and ranks cases for confiscation work.",
      "recoup"};
  recoup::CommandLine command_line;
  declare_options(app, command_line);
  recoup::add_import_commands(app, command_line);
  recoup::add_tracing_commands(app, command_line);
  recoup::add_chart_commands(app, command_line);
  recoup::add_case_commands(app, command_line);
  recoup::add_method_commands(app, command_line);
  recoup::add_subject_commands(app, command_line);
  recoup::add_nightly_commands(app, command_line);
  recoup::add_store_commands(app, command_line);
  recoup::add_rules_commands(app, command_line);
  recoup::add_profile_commands(app, command_line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error, std::cout, std::cerr);
    return status == 0 ? 0 : static_cast<int>(recoup::ExitStatus::usage);
  }
  return static_cast<int>(command_line.status);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "recoup: a defect: " << error.what() << "\n";
  } catch (...) {
    std::cerr << "recoup: a defect\n";
  }
  return static_cast<int>(recoup::ExitStatus::defect);
}
