// faulty_disk.hpp: a disk under SQLite that fails, fills up or loses power when it is told to.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace recoup {

enum class DiskFault : std::uint8_t {
  none,
  io_error,    ///< The operation fails, those after it work.
  full,        ///< The operation and every write after it find no room.
  power_loss,  ///< The operation and everything after it fail; see `restart`.
};

enum class SyncHonesty : std::uint8_t { honest, lying };

/// Stands between SQLite and its files while it lives. Counts writes, syncs, truncations and
/// deletions, and lets the one with the number `fail_at` (from 1) go wrong.
///
/// What was not synced when the power went may be lost: `restart` drops, tears at 512 bytes or
/// keeps each such write as the seed says. A lying disk says that it has synced, and has not.
class FaultyDisk {
 public:
  explicit FaultyDisk(SyncHonesty honesty = SyncHonesty::honest);
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  void arm(DiskFault fault, int fail_at);
  /// Whether the fault has happened.
  [[nodiscard]] bool has_failed() const { return has_failed_; }
  /// Power comes back: the files are what the disk kept. No file may be open.
  void restart(std::uint32_t seed);
  /// From now on files can only be opened for reading.
  void write_protect() { is_write_protected_ = true; }

  // Called by the functions that SQLite calls.
  [[nodiscard]] int next_operation(bool needs_room);
  [[nodiscard]] bool has_power() const { return has_power_; }
  [[nodiscard]] bool is_write_protected() const { return is_write_protected_; }
  void opened(const std::string& path);
  void written(const std::string& path, std::int64_t offset, std::string bytes);
  void truncated(const std::string& path, std::int64_t size);
  void synced(const std::string& path);
  void deleted(const std::string& path) { files_.erase(path); }
  [[nodiscard]] sqlite3_vfs* below() const { return below_; }

 private:
  struct Change {
    bool is_truncation = false;
    std::int64_t offset = 0;  ///< Or the size after a truncation.
    std::string bytes;
  };
  struct File {
    std::string durable;
    std::vector<Change> unsynced;
  };
  static void apply(std::string& content, const Change& change);

  sqlite3_vfs* below_;
  sqlite3_vfs vfs_{};
  SyncHonesty honesty_;
  DiskFault fault_ = DiskFault::none;
  int operations_left_ = 0;
  bool has_failed_ = false;
  bool has_power_ = true;
  bool is_write_protected_ = false;
  std::map<std::string, File> files_;
};

}  // namespace recoup
