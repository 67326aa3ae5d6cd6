// store_support.hpp: folders, raw connections and sample imports for the tests of the store.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "recoup/store/store.hpp"

namespace recoup {

/// A folder that is gone with the test.
class StoreFolder {
 public:
  StoreFolder();
  ~StoreFolder();
  StoreFolder(const StoreFolder&) = delete;
  StoreFolder& operator=(const StoreFolder&) = delete;

  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  [[nodiscard]] std::string store() const { return path("case.db"); }

 private:
  std::filesystem::path folder_;
};

/// Opens a store and stops the test where that fails.
[[nodiscard]] std::unique_ptr<Store> open_or_fail(const std::string& path);

/// A connection past the store, for looking at rows and for doing them harm.
class RawDatabase {
 public:
  explicit RawDatabase(const std::string& path);
  ~RawDatabase() { sqlite3_close_v2(database_); }
  RawDatabase(const RawDatabase&) = delete;
  RawDatabase& operator=(const RawDatabase&) = delete;

  /// Rows that were changed by the statement.
  int run(const std::string& sql);
  [[nodiscard]] std::vector<std::vector<std::string>> rows(const std::string& sql) const;
  [[nodiscard]] std::string one(const std::string& sql) const;
  [[nodiscard]] sqlite3* handle() const { return database_; }

 private:
  sqlite3* database_ = nullptr;
};

/// Hands a document in on a fixed day, for no case where `case_id` is empty.
[[nodiscard]] Provenance by_anna(const std::string& case_id = "");

/// An entry with distinct words in every field.
[[nodiscard]] Transaction entry(const std::string& account, int minor, std::uint64_t line);

/// A document of `entries` entries over three accounts, different for every `seed`, with balances
/// and a rejection.
struct Sample {
  Document document;
  Import import;
};
[[nodiscard]] Sample statement_sample(std::uint32_t seed, std::size_t entries);
/// A case file with facts, and seizures beside it.
[[nodiscard]] Sample case_sample(std::uint32_t seed);

[[nodiscard]] CaseFact fact(const std::string& section, const std::string& key,
                            std::uint32_t position, const std::string& field,
                            const std::string& value);

}  // namespace recoup
