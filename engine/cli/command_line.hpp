// command_line.hpp: what every command shares.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "exit_status.hpp"
#include "recoup/casework/questions.hpp"

namespace recoup {

/// Options of the whole program, and the status with which the chosen command ends.
struct CommandLine {
  std::string store_path;
  std::string who;
  bool json = false;
  ExitStatus status = ExitStatus::done;

  [[nodiscard]] Form form() const { return json ? Form::json : Form::text; }
};

/// A store that is open and a session on it.
struct OpenSession {
  std::unique_ptr<Store> store;
  std::unique_ptr<Session> session;
};

/// Opens the store for a command. On failure the error is printed and the status set.
[[nodiscard]] std::optional<OpenSession> open_session(CommandLine& command_line, OpenMode mode);

/// The moment, for the audit log.
[[nodiscard]] CivilTime now_utc();
/// A line of progress, on a terminal only.
[[nodiscard]] Progress terminal_progress();
/// Who works here: as the command says, else the log-in name.
[[nodiscard]] std::string user_of(const CommandLine& command_line);

/// Prints an error as the program always does, and sets the status that goes with it.
void print_error(CommandLine& command_line, const Error& error);

/// Takes a table of decisions into the store. On failure the error is printed and the status set.
[[nodiscard]] bool take_decisions(CommandLine& command_line, Session& session,
                                  const std::string& path);

/// Prints the answer on stdout, or its error on stderr, and sets the status.
void print_reply(CommandLine& command_line, const Result<Reply>& answer);

/// Writes `text` to stdout; a failure (a full disk, a closed pipe) sets the status.
void print(CommandLine& command_line, const std::string& text);

/// Writes a piece of a long answer to stdout. Errors: cannot_write.
Result<void> print_piece(std::string_view piece);

/// Today in London, for the questions that mean today where nothing else is said.
[[nodiscard]] std::string today();

/// Version of program, schema and packs, as `--version` prints them.
[[nodiscard]] std::string version_text();
[[nodiscard]] std::string tool_version();

// One function per group of verbs: declares them with their options and examples.
void add_import_commands(CLI::App& app, CommandLine& command_line);
void add_match_review(CLI::App& match, CommandLine& command_line);
void add_tracing_commands(CLI::App& app, CommandLine& command_line);
void add_chart_commands(CLI::App& app, CommandLine& command_line);
void add_case_commands(CLI::App& app, CommandLine& command_line);
void add_method_commands(CLI::App& app, CommandLine& command_line);
void add_subject_commands(CLI::App& app, CommandLine& command_line);
void add_nightly_commands(CLI::App& app, CommandLine& command_line);
void add_store_commands(CLI::App& app, CommandLine& command_line);
void add_rules_commands(CLI::App& app, CommandLine& command_line);
void add_pack_commands(CLI::App& rules, CommandLine& command_line);
void add_profile_commands(CLI::App& app, CommandLine& command_line);

}  // namespace recoup
