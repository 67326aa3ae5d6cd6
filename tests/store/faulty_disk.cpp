#include "faulty_disk.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <random>

namespace recoup {
namespace {

/// A file as SQLite sees it; the file of the real disk lies behind it in memory.
struct OpenFile {
  sqlite3_file base;
  FaultyDisk* disk;
  std::string* path;  ///< Null for a temporary file, which no power loss matters to.
  sqlite3_file* real;
};

OpenFile* of(sqlite3_file* file) { return reinterpret_cast<OpenFile*>(file); }

sqlite3_file* real(sqlite3_file* file) { return of(file)->real; }

int close_file(sqlite3_file* file) {
  delete of(file)->path;
  return real(file)->pMethods->xClose(real(file));
}

int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
  if (!of(file)->disk->has_power()) return SQLITE_IOERR_READ;
  return real(file)->pMethods->xRead(real(file), into, size, offset);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  if (const int code = of(file)->disk->next_operation(true); code != SQLITE_OK) return code;
  if (of(file)->path != nullptr) {
    of(file)->disk->written(*of(file)->path, offset,
                            {static_cast<const char*>(from), static_cast<std::size_t>(size)});
  }
  return real(file)->pMethods->xWrite(real(file), from, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = of(file)->disk->next_operation(false); code != SQLITE_OK) return code;
  if (of(file)->path != nullptr) of(file)->disk->truncated(*of(file)->path, size);
  return real(file)->pMethods->xTruncate(real(file), size);
}

int sync_file(sqlite3_file* file, int) {
  // The real disk is not asked: what is durable is kept here.
  if (const int code = of(file)->disk->next_operation(false); code != SQLITE_OK) return code;
  if (of(file)->path != nullptr) of(file)->disk->synced(*of(file)->path);
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}

int lock_file(sqlite3_file* file, int kind) {
  return real(file)->pMethods->xLock(real(file), kind);
}

int unlock_file(sqlite3_file* file, int kind) {
  return real(file)->pMethods->xUnlock(real(file), kind);
}

int check_lock(sqlite3_file* file, int* is_locked) {
  return real(file)->pMethods->xCheckReservedLock(real(file), is_locked);
}

int control_file(sqlite3_file* file, int operation, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }

int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

// Version 1: without shared memory and without mapped pages, which would go past the counting.
const sqlite3_io_methods methods = {
    1,         close_file,  read_file,  write_file,   truncate_file, sync_file,       file_size,
    lock_file, unlock_file, check_lock, control_file, sector_size,   characteristics, nullptr,
    nullptr,   nullptr,     nullptr,    nullptr,      nullptr};

FaultyDisk* disk_of(sqlite3_vfs* vfs) { return static_cast<FaultyDisk*>(vfs->pAppData); }

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* flags_out) {
  FaultyDisk* const disk = disk_of(vfs);
  OpenFile* const open = of(file);
  open->base.pMethods = nullptr;
  open->disk = disk;
  open->path = nullptr;
  open->real = reinterpret_cast<sqlite3_file*>(open + 1);
  if (disk->is_write_protected() && (flags & SQLITE_OPEN_MAIN_DB) != 0) {
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  }
  const int code = disk->below()->xOpen(disk->below(), path, open->real, flags, flags_out);
  if (code != SQLITE_OK) return code;
  if (path != nullptr) {
    disk->opened(path);
    open->path = new std::string(path);
  }
  open->base.pMethods = &methods;
  return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  if (const int code = disk_of(vfs)->next_operation(false); code != SQLITE_OK) return code;
  disk_of(vfs)->deleted(path);
  return disk_of(vfs)->below()->xDelete(disk_of(vfs)->below(), path, sync_folder);
}

int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* answer) {
  return disk_of(vfs)->below()->xAccess(disk_of(vfs)->below(), path, flags, answer);
}

int full_path(sqlite3_vfs* vfs, const char* path, int size, char* out) {
  return disk_of(vfs)->below()->xFullPathname(disk_of(vfs)->below(), path, size, out);
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

FaultyDisk::FaultyDisk(SyncHonesty honesty) : below_(sqlite3_vfs_find(nullptr)), honesty_(honesty) {
  vfs_ = *below_;
  vfs_.zName = "faulty-disk";
  vfs_.pNext = nullptr;
  vfs_.pAppData = this;
  vfs_.szOsFile = static_cast<int>(sizeof(OpenFile)) + below_->szOsFile;
  vfs_.xOpen = open_file;
  vfs_.xDelete = delete_file;
  vfs_.xAccess = access_file;
  vfs_.xFullPathname = full_path;
  if (sqlite3_vfs_register(&vfs_, 1) != SQLITE_OK) std::abort();
}

FaultyDisk::~FaultyDisk() { sqlite3_vfs_unregister(&vfs_); }

void FaultyDisk::arm(DiskFault fault, int fail_at) {
  fault_ = fault;
  operations_left_ = fail_at;
  has_failed_ = false;
}

int FaultyDisk::next_operation(bool needs_room) {
  if (!has_power_) return SQLITE_IOERR;
  if (fault_ == DiskFault::none) return SQLITE_OK;
  if (has_failed_) {
    return fault_ == DiskFault::full && needs_room ? SQLITE_FULL : SQLITE_OK;
  }
  // A disk can only be too full for something that is written.
  if (fault_ == DiskFault::full && !needs_room) return SQLITE_OK;
  if (--operations_left_ > 0) return SQLITE_OK;
  has_failed_ = true;
  if (fault_ == DiskFault::full) return SQLITE_FULL;
  has_power_ = fault_ != DiskFault::power_loss;
  return SQLITE_IOERR;
}

void FaultyDisk::opened(const std::string& path) {
  const auto [at, is_new] = files_.try_emplace(path);
  if (is_new) at->second.durable = content_of(path);
}

void FaultyDisk::written(const std::string& path, std::int64_t offset, std::string bytes) {
  files_[path].unsynced.push_back({false, offset, std::move(bytes)});
}

void FaultyDisk::truncated(const std::string& path, std::int64_t size) {
  files_[path].unsynced.push_back({true, size, ""});
}

void FaultyDisk::synced(const std::string& path) {
  if (honesty_ == SyncHonesty::lying) return;
  File& file = files_[path];
  for (const Change& change : file.unsynced) apply(file.durable, change);
  file.unsynced.clear();
}

void FaultyDisk::apply(std::string& content, const Change& change) {
  const auto offset = static_cast<std::size_t>(change.offset);
  if (change.is_truncation) {
    content.resize(offset);
    return;
  }
  if (content.size() < offset + change.bytes.size()) {
    content.resize(offset + change.bytes.size());
  }
  content.replace(offset, change.bytes.size(), change.bytes);
}

void FaultyDisk::restart(std::uint32_t seed) {
  constexpr std::size_t sector = 512;
  std::mt19937 random(seed);
  for (auto& [path, file] : files_) {
    for (const Change& change : file.unsynced) {
      switch (random() % 3) {
        case 0: break;  // Lost.
        case 1: apply(file.durable, change); break;
        default:
          for (std::size_t at = 0; at < change.bytes.size(); at += sector) {
            if (random() % 2 == 0) continue;
            apply(file.durable, {false, change.offset + static_cast<std::int64_t>(at),
                                 change.bytes.substr(at, sector)});
          }
      }
    }
    file.unsynced.clear();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file.durable;
  }
  has_power_ = true;
  fault_ = DiskFault::none;
}

}  // namespace recoup
