#include "command_line.hpp"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string login_name() {
  if (const passwd* entry = getpwuid(getuid()); entry != nullptr) return entry->pw_name;
  return "uid " + std::to_string(getuid());
}

}  // namespace

CivilTime now_utc() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
}

/// A line that is written again and again, on a terminal only.
Progress terminal_progress() {
  if (isatty(STDERR_FILENO) == 0) return [](std::string_view, std::size_t, std::size_t) {};
  return [](std::string_view what, std::size_t done, std::size_t total) {
    constexpr std::size_t width = 30;
    const std::size_t filled = total == 0 ? width : done * width / total;
    std::cerr << "\r" << what << " [" << std::string(filled, '#')
              << std::string(width - filled, ' ') << "] " << done << "/" << total
              << (done == total ? "\n" : "") << std::flush;
  };
}

std::string user_of(const CommandLine& command_line) {
  return command_line.who.empty() ? login_name() : command_line.who;
}

std::optional<OpenSession> open_session(CommandLine& command_line, OpenMode mode) {
  if (command_line.store_path.starts_with("postgresql://")) {
    print_error(command_line, {ErrorCode::usage,
                               "a PostgreSQL store",
                               "the path of an SQLite store; PostgreSQL is not in this version",
                               {}});
    return std::nullopt;
  }
  auto opened = open_store(command_line.store_path, mode);
  if (!opened) {
    print_error(command_line, opened.error());
    return std::nullopt;
  }
  OpenSession open;
  open.store = std::move(opened).value();
  open.session = std::make_unique<Session>(
      Session{*open.store, user_of(command_line), now_utc(), tool_version(), terminal_progress()});
  return open;
}

void print_error(CommandLine& command_line, const Error& error) {
  std::cerr << "recoup: " << message(error) << "\n";
  command_line.status = exit_status(error.code);
}

void print_reply(CommandLine& command_line, const Result<Reply>& answer) {
  if (!answer) {
    print_error(command_line, answer.error());
    return;
  }
  print(command_line, answer.value().text);
  if (answer.value().needs_person && command_line.status == ExitStatus::done) {
    command_line.status = ExitStatus::needs_person;
  }
}

void print(CommandLine& command_line, const std::string& text) {
  if (auto printed = print_piece(text); !printed) print_error(command_line, printed.error());
}

Result<void> print_piece(std::string_view piece) {
  std::cout << piece << std::flush;
  if (std::cout) return {};
  return Error{ErrorCode::cannot_write,
               "standard output that takes no more",
               "room to write the answer",
               {}};
}

std::string today() { return iso_text(london_from_utc(now_utc()).date()); }

}  // namespace recoup
