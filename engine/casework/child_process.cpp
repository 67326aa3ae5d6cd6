#include "child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace recoup {
namespace {

constexpr std::size_t explanation_bytes_max = 4096;

/// A file handle that is closed with it.
class FileHandle {
 public:
  explicit FileHandle(int number = -1) : number_(number) {}
  FileHandle(FileHandle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle() { close(); }

  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

struct Pipe {
  FileHandle read;
  FileHandle write;
};

Error machine_fault(std::string_view what) {
  return Error{ErrorCode::cannot_write,
               std::string(what) + ": " + std::strerror(errno),
               "room for one more process on this machine",
               {}};
}

Result<Pipe> open_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return machine_fault("no pipe");
  return Pipe{FileHandle(ends[0]), FileHandle(ends[1])};
}

/// A file in memory that holds `bytes`: unlike a pipe it cannot fill up while the child writes.
Result<FileHandle> file_of(std::string_view bytes) {
  FileHandle file(memfd_create("input", MFD_CLOEXEC));
  if (!file.is_open()) return machine_fault("no file in memory");
  while (!bytes.empty()) {
    const ssize_t written = write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return machine_fault("no memory for the input");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (lseek(file.number(), 0, SEEK_SET) != 0) return machine_fault("no file in memory");
  return file;
}

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(resource, &both);
}

/// Turns the new process into the program. Between fork and exec only calls are made that need no
/// lock, since another thread may have held one.
[[noreturn]] void become(const ChildCommand& command, char* const* words, int in, int out,
                         int err) {
  constexpr int cannot_start = 127;
  if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0) _exit(cannot_start);
  close_range(3, ~0U, 0);
  limit(RLIMIT_AS, command.memory_bytes_max);
  limit(RLIMIT_CPU, static_cast<rlim_t>(command.processor_seconds_max));
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 64);
  std::signal(SIGXFSZ, SIG_DFL);
  std::signal(SIGPIPE, SIG_DFL);
  char locale[] = "LC_ALL=C";
  char* environment[] = {locale, nullptr};
  execve(words[0], words, environment);
  _exit(cannot_start);
}

/// Adds what there is to read; false at the end of it.
bool take_some(FileHandle& from, std::string& text) {
  std::array<char, 1U << 16U> piece{};
  const ssize_t got = read(from.number(), piece.data(), piece.size());
  if (got < 0 && errno == EINTR) return true;
  if (got <= 0) {
    from.close();
    return false;
  }
  text.append(piece.data(), static_cast<std::size_t>(got));
  return true;
}

/// Reads both outputs to their ends, or until a limit is passed.
void collect(const ChildCommand& command, FileHandle& out, FileHandle& err, const FileHandle& clock,
             ChildOutcome& outcome) {
  while (out.is_open() || err.is_open()) {
    std::array<pollfd, 3> watched = {pollfd{out.number(), POLLIN, 0},
                                     pollfd{err.number(), POLLIN, 0},
                                     pollfd{clock.number(), POLLIN, 0}};
    if (poll(watched.data(), watched.size(), -1) < 0) {
      if (errno == EINTR) continue;
      outcome.too_long = true;
      return;
    }
    if (watched[0].revents != 0) take_some(out, outcome.out);
    if (watched[1].revents != 0) {
      take_some(err, outcome.err);
      if (outcome.err.size() > explanation_bytes_max) outcome.err.resize(explanation_bytes_max);
    }
    outcome.too_much = outcome.out.size() > command.output_bytes_max;
    outcome.too_long = watched[2].revents != 0;
    if (outcome.too_much || outcome.too_long) return;
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return 1;
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

Result<ChildOutcome> run_child(const ChildCommand& command, std::string_view input) {
  RECOUP_TRY(in, file_of(input));
  RECOUP_TRY(out, open_pipe());
  RECOUP_TRY(err, open_pipe());
  const FileHandle clock(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
  const itimerspec once{{0, 0}, {command.wall_seconds_max, 0}};
  if (!clock.is_open() || timerfd_settime(clock.number(), 0, &once, nullptr) != 0) {
    return machine_fault("no timer");
  }
  std::vector<std::string> kept = command.words;
  std::vector<char*> words;
  for (std::string& word : kept) words.push_back(word.data());
  words.push_back(nullptr);

  const pid_t child = fork();
  if (child < 0) return machine_fault("no process");
  if (child == 0) {
    become(command, words.data(), in.number(), out.write.number(), err.write.number());
  }
  out.write.close();
  err.write.close();
  ChildOutcome outcome;
  collect(command, out.read, err.read, clock, outcome);
  if (outcome.too_much || outcome.too_long) kill(child, SIGKILL);
  outcome.status = wait_for(child);
  return outcome;
}

}  // namespace recoup
