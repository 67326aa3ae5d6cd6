// run_writer.hpp: gathers entries in the order of a document and gives them out by account.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entry_chunk.hpp"
#include "entry_doubts.hpp"
#include "text_numbers.hpp"

namespace recoup {

/// How much is gathered before it is sorted, and how long a chunk of it may be.
struct RunSizes {
  std::size_t rows_max = 131072;
  std::size_t text_bytes_max = 12U << 20U;
  std::size_t chunk_bytes = 64U << 10U;
};

/// One chunk of a run, whose entries stand by account.
struct RunChunk {
  std::uint64_t run = 0;
  std::uint32_t first_account = 0;
  std::uint32_t last_account = 0;
  std::uint32_t rows = 0;
  std::string_view bytes;
};

/// Cuts the entries of a document into runs, sorts each run by account and gives it out as chunks.
///
///   Shape   Memory of one run and of the accounts' names, whatever the number of entries.
///   Same    Equal entries in equal order give equal chunks: accounts are numbered in the order in
///           which they first occur.
class RunWriter {
 public:
  /// What takes a chunk; its error ends the writing. The bytes are good until it returns.
  using TakeChunk = std::function<Result<void>(const RunChunk&)>;

  /// Looks for doubtful accounts where `doubts_of_size`, about the document's size, is given.
  RunWriter(RunSizes sizes, TakeChunk take, std::optional<std::uint64_t> doubts_of_size);

  /// Errors: malformed (a NUL in a text), out_of_range (a line beyond 63 bits); what `TakeChunk`
  /// answers.
  Result<void> add(const EntryView& entry);
  /// Gives out what is left.
  Result<void> finish();

  /// The accounts by their numbers. The number of one that has no entry may be asked for as well.
  [[nodiscard]] TextNumbers& accounts() { return accounts_; }
  [[nodiscard]] std::uint64_t entries() const { return entries_; }
  /// How many entries each account has; shorter than the list of accounts where the last have none.
  [[nodiscard]] const std::vector<std::uint64_t>& entries_by_account() const { return by_account_; }
  [[nodiscard]] bool is_doubtful(std::uint32_t account) const {
    return !doubts_ || doubts_->is_doubtful(account);
  }
  /// Accounts that are doubtful for their references alone, until they are acquitted.
  [[nodiscard]] std::vector<std::uint32_t> suspected() const;
  void acquit(std::uint32_t account) { doubts_->acquit(account); }
  [[nodiscard]] const std::vector<Currency>& currencies() const { return currencies_; }

 private:
  static constexpr std::size_t texts_in_row = 4;

  /// An entry whose texts lie in `texts_`.
  struct Row {
    Int128 amount = 0;
    Int128 balance = 0;
    std::int64_t micros = 0;
    std::uint64_t line = 0;
    std::uint32_t account = 0;
    std::uint32_t text_at = 0;
    std::array<std::uint32_t, texts_in_row> text_sizes{};
    std::uint32_t statement = 0;
    std::int32_t value_day = 0;
    std::uint32_t details = 0;  ///< 1 + place in `details_`, or 0.
    Currency currency = gbp;
    Currency balance_currency = gbp;
    std::int16_t offset = 0;
    bool has_time = false;
    bool has_offset = false;
    bool has_balance = false;
    bool has_value_date = false;
  };

  Result<void> check(const EntryView& entry) const;
  void note_currency(Currency currency);
  [[nodiscard]] ChunkEntry entry_of(std::uint32_t index) const;
  void sort_by_account();
  Result<void> give_out();
  Result<void> give_chunk();

  RunSizes sizes_;
  TakeChunk take_;
  std::optional<EntryDoubts> doubts_;
  TextNumbers accounts_;
  std::vector<std::uint64_t> by_account_;
  std::vector<Currency> currencies_;  ///< Those that occur.
  std::vector<Row> rows_;
  std::string texts_;
  std::vector<std::vector<EntryDetail>> details_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> order_before_;
  ChunkWriter chunk_;
  std::uint64_t entries_ = 0;
  std::uint64_t run_ = 0;
};

}  // namespace recoup
