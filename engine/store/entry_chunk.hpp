// entry_chunk.hpp: some hundred entries of one document as columns, one behind the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes.hpp"
#include "recoup/number/int128.hpp"
#include "recoup/records/record_sink.hpp"

namespace recoup {

/// An entry within its document: the number of its account there, and its place among the entries.
struct ChunkEntry {
  std::uint32_t account = 0;
  std::uint64_t position = 0;
  EntryView view;  ///< Without the account's name.
};

/// What of an entry is there, and how it is written.
struct EntryShape {
  static constexpr std::uint32_t has_time = 1;
  static constexpr std::uint32_t has_offset = 2;
  static constexpr std::uint32_t has_balance = 4;
  static constexpr std::uint32_t other_currency = 8;  ///< The balance's is not the amount's.
  static constexpr std::uint32_t wide_amount = 16;    ///< More than 64 bits.
  static constexpr std::uint32_t wide_balance = 32;
  static constexpr std::uint32_t has_statement = 64;
  static constexpr std::uint32_t has_value_date = 128;
  static constexpr std::uint32_t has_details = 256;
  static constexpr std::uint32_t all = 511;
};

/// The columns of a chunk, in their order.
enum class ChunkColumn : std::uint8_t {
  accounts,    ///< Runs: how much larger the number is than the one before, and how many entries.
  positions,   ///< First of an account: as it is; then how much larger than the one before.
  lines,       ///< How much more line and position differ than in the entry before.
  shapes,      ///< Runs.
  currencies,  ///< Runs.
  times,       ///< Days beyond the entry before, time of day, offset.
  amounts,
  balances,  ///< How much more than the balance before and the amount.
  counterparty_accounts,
  counterparty_names,
  descriptions,
  references,
  statements,
  value_dates,  ///< Days beyond the booking.
  details,
  count
};
constexpr std::size_t chunk_columns = static_cast<std::size_t>(ChunkColumn::count);

/// The balance to which the entries of one account lead, as writer and reader both follow it.
struct FollowedBalance {
  std::uint32_t account = UINT32_MAX;
  Currency currency = gbp;
  std::uint64_t minor = 0;

  /// What is expected after an amount; zero where there was nothing to follow.
  [[nodiscard]] std::uint64_t after(std::uint32_t of, Currency in, std::uint64_t amount) const {
    return account == of && currency == in ? minor + amount : 0;
  }
};

/// Writes entries that stand in the order of their accounts and, within an account, of their
/// positions.
class ChunkWriter {
 public:
  void add(const ChunkEntry& entry);

  [[nodiscard]] std::uint32_t rows() const { return rows_; }
  /// About how many bytes `take` will give.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::uint32_t first_account() const { return first_account_; }
  [[nodiscard]] std::uint32_t last_account() const { return account_; }

  /// The chunk; afterwards the writer is empty again. Requires an entry. The bytes are good until
  /// the next `add`.
  std::string_view take();

 private:
  /// A value that is the same for many entries in a row.
  struct Run {
    std::uint64_t value = 0;
    std::uint64_t rows = 0;
  };

  ByteWriter& column(ChunkColumn column) { return columns_[static_cast<std::size_t>(column)]; }
  void add_place(const ChunkEntry& entry);
  void add_time(const EntryView& view, std::uint32_t shape);
  void add_money(const ChunkEntry& entry, std::uint32_t shape);
  void add_rest(const EntryView& view, std::uint32_t shape);
  void end_runs();

  std::array<ByteWriter, chunk_columns> columns_;
  std::string chunk_;
  std::uint32_t rows_ = 0;
  std::uint32_t first_account_ = 0;
  std::uint32_t account_ = 0;
  std::uint32_t account_before_ = 0;
  std::uint64_t account_rows_ = 0;
  std::uint64_t position_ = 0;
  std::uint64_t line_beyond_position_ = 0;
  std::int64_t day_ = 0;
  Run shape_;
  Currency currency_ = gbp;
  std::uint64_t currency_rows_ = 0;
  FollowedBalance balance_;
};

/// Reads what a `ChunkWriter` wrote.
///
///   Errors  Bytes that are no chunk end it early; `is_broken` then says so.
class ChunkReader {
 public:
  /// The bytes must outlive the reader and the entries.
  explicit ChunkReader(std::string_view bytes);

  /// Reads the next entry into `entry`, whose details are good until the call after.
  bool next(ChunkEntry& entry);

  [[nodiscard]] bool is_broken() const { return is_broken_; }

 private:
  ByteReader& column(ChunkColumn column) { return columns_[static_cast<std::size_t>(column)]; }
  bool next_account(ChunkEntry& entry);
  void read_time(ChunkEntry& entry, std::uint32_t shape);
  void read_money(ChunkEntry& entry, std::uint32_t shape);
  void read_rest(ChunkEntry& entry, std::uint32_t shape);
  std::uint32_t next_shape();
  Currency next_currency();
  Currency read_currency(ByteReader& in);
  void check_end();

  std::vector<ByteReader> columns_;
  bool is_broken_ = false;
  std::uint32_t account_ = 0;
  std::uint64_t account_rows_ = 0;
  bool is_first_ = true;
  std::uint64_t position_ = 0;
  std::uint64_t line_beyond_position_ = 0;
  std::int64_t day_ = 0;
  std::uint64_t shape_ = 0;
  std::uint64_t shape_rows_ = 0;
  Currency currency_ = gbp;
  std::uint64_t currency_rows_ = 0;
  FollowedBalance balance_;
  std::vector<EntryDetail> details_;
};

}  // namespace recoup
