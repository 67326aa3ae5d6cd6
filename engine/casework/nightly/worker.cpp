#include "nightly/worker.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <vector>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Memory that the child may ask for. Under the address sanitizer, which reserves far more, none.
constexpr rlim_t memory_max = rlim_t{6} << 30U;

void limit_memory() {
#ifndef __SANITIZE_ADDRESS__
  const rlimit limit{memory_max, memory_max};
  setrlimit(RLIMIT_AS, &limit);
#endif
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
}

void say(int pipe_end, const std::string& line) {
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t written = write(pipe_end, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) _exit(1);  // nobody listens any more
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string without_tabs(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return text;
}

/// The child's life: "S 3" when a piece begins, "D" when it is done, "E" and the error's parts.
[[noreturn]] void live_as_child(const RiskyWork& risky, std::size_t first, int pipe_end) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit_memory();
  for (std::size_t piece = first; piece < risky.count; ++piece) {
    say(pipe_end, "S\t" + std::to_string(piece) + "\n");
    const auto done = risky.work(piece);
    if (!done) {
      const Error& error = done.error();
      say(pipe_end, "E\t" + std::to_string(static_cast<int>(error.code)) + "\t" +
                        without_tabs(error.found) + "\t" + without_tabs(error.expected) + "\t" +
                        without_tabs(error.place.document) + "\n");
      _exit(1);
    }
    say(pipe_end, "D\n");
  }
  _exit(0);
}

/// What the parent has heard.
struct Heard {
  std::string unread;
  std::optional<std::size_t> at_work;  ///< The piece that was begun and is not done.
  std::optional<Error> error;
  int alarm = -1;  ///< A timer that rings when the piece at work has had its time.
};

/// Lets the timer ring in so many seconds; never where that is 0.
void set_alarm(const Heard& heard, std::chrono::seconds patience) {
  const itimerspec once{{0, 0}, {static_cast<time_t>(patience.count()), 0}};
  timerfd_settime(heard.alarm, 0, &once, nullptr);
}

void hear_line(const RiskyWork& risky, std::string_view line, Heard& heard) {
  const std::vector<std::string_view> parts = split(line, '\t');
  if (parts[0] == "S" && parts.size() == 2) {
    std::size_t piece = 0;
    std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), piece);
    heard.at_work = piece;
    set_alarm(heard, risky.patience(piece));
  } else if (parts[0] == "D") {
    if (heard.at_work) risky.told(*heard.at_work);
    heard.at_work.reset();
    set_alarm(heard, std::chrono::seconds(0));
  } else if (parts[0] == "E" && parts.size() == 5) {
    int code = 0;
    std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), code);
    heard.error = Error{static_cast<ErrorCode>(code),
                        std::string(parts[2]),
                        std::string(parts[3]),
                        {std::string(parts[4]), 0, ""}};
  }
}

void hear(const RiskyWork& risky, std::string_view bytes, Heard& heard) {
  heard.unread += bytes;
  for (std::size_t end = heard.unread.find('\n'); end != std::string::npos;
       end = heard.unread.find('\n')) {
    hear_line(risky, std::string_view(heard.unread).substr(0, end), heard);
    heard.unread.erase(0, end + 1);
  }
}

/// Listens until the child has ended or has overrun its time. True: it overran.
bool listen(const RiskyWork& risky, int pipe_end, Heard& heard) {
  std::array<char, 4096> buffer{};
  while (true) {
    std::array<pollfd, 2> waiting = {pollfd{pipe_end, POLLIN, 0}, pollfd{heard.alarm, POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), -1) < 0) continue;
    if (waiting[0].revents == 0) return true;
    const ssize_t size = read(pipe_end, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    hear(risky, std::string_view(buffer.data(), static_cast<std::size_t>(size)), heard);
  }
}

std::string words_for(bool overran, int status, std::chrono::seconds patience) {
  if (overran) return "it was not read within " + std::to_string(patience.count()) + " seconds";
  if (WIFSIGNALED(status)) {
    return "reading it crashed the reader (" + std::string(strsignal(WTERMSIG(status))) + ")";
  }
  return "reading it ended the reader with status " + std::to_string(WEXITSTATUS(status));
}

Error no_process() {
  return {ErrorCode::cannot_write, std::strerror(errno), "a process to read files in", {}};
}

/// One child from `first` on. Answers the piece to go on with.
Result<std::size_t> do_from(const RiskyWork& risky, std::size_t first) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return no_process();
  const pid_t child = fork();
  if (child < 0) return no_process();
  if (child == 0) {
    close(ends[0]);
    live_as_child(risky, first, ends[1]);
  }
  close(ends[1]);
  Heard heard;
  heard.alarm = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
  const bool overran = listen(risky, ends[0], heard);
  if (overran) kill(child, SIGKILL);
  close(ends[0]);
  close(heard.alarm);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (heard.error) return *heard.error;
  if (!heard.at_work) return risky.count;
  const std::size_t piece = *heard.at_work;
  if (auto lost = risky.lost(piece, words_for(overran, status, risky.patience(piece))); !lost) {
    return lost.error();
  }
  risky.told(piece);
  return piece + 1;
}

}  // namespace

Result<void> do_apart(const RiskyWork& risky) {
  std::size_t next = 0;
  while (next < risky.count) {
    RECOUP_TRY(reached, do_from(risky, next));
    next = reached;
  }
  return {};
}

}  // namespace recoup
