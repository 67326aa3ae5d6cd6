#include "context.hpp"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

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
    std::cerr << "\r" << what << " [" << std::string(filled, '#') << std::string(width - filled, ' ')
              << "] " << done << "/" << total << (done == total ? "\n" : "") << std::flush;
  };
}

std::string login_name() {
  if (const passwd* entry = getpwuid(getuid()); entry != nullptr) return entry->pw_name;
  return "uid " + std::to_string(getuid());
}

}  // namespace

std::optional<OpenSession> open_session(Context& context, OpenMode mode) {
  if (context.store_path.starts_with("postgresql://")) {
    print_error(context, {ErrorCode::usage, "a PostgreSQL store",
                          "the path of an SQLite store; PostgreSQL is not in this version", {}});
    return std::nullopt;
  }
  auto opened = open_store(context.store_path, mode);
  if (!opened) {
    print_error(context, opened.error());
    return std::nullopt;
  }
  OpenSession open;
  open.store = std::move(opened).value();
  const std::string who = context.who.empty() ? login_name() : context.who;
  open.session = std::make_unique<Session>(
      Session{*open.store, who, now_utc(), tool_version(), terminal_progress()});
  return open;
}

void print_error(Context& context, const Error& error) {
  std::cerr << "recoup: " << message(error) << "\n";
  context.status = exit_status(error.code);
}

void print_reply(Context& context, const Result<Reply>& answer) {
  if (!answer) {
    print_error(context, answer.error());
    return;
  }
  print(context, answer.value().text);
  if (answer.value().needs_person && context.status == ExitStatus::done) {
    context.status = ExitStatus::needs_person;
  }
}

void print(Context& context, const std::string& text) {
  std::cout << text << std::flush;
  if (!std::cout) {
    print_error(context, {ErrorCode::cannot_write, "standard output that takes no more",
                          "room to write the answer", {}});
  }
}

std::string today() { return iso_text(london_from_utc(now_utc()).date()); }

}  // namespace recoup
