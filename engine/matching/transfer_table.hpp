// transfer_table.hpp: credits by what they have in common with their debits.
#pragma once

#include <cstdint>
#include <vector>

#include "recoup/ledger/ledger.hpp"

namespace recoup {

/// What the two exact legs of one transfer have in common, down to the day.
///
///   Shape  24 bytes, so that a slot of the table is half a cache line.
///   Unit   Minor units above zero; amounts from `amount_max` on all show as `amount_max`.
struct TransferKey {
  std::uint64_t amount = 0;
  std::uint32_t payer = 0;
  std::uint32_t payee = 0;
  std::uint32_t currency = 0;
  std::int32_t day = 0;

  static constexpr std::uint64_t amount_max = 0xFFFFFFFFFFFFFFFF;

  friend bool operator==(const TransferKey&, const TransferKey&) = default;
};

/// The key of a leg that names the account of row `named`.
[[nodiscard]] TransferKey transfer_key(const Ledger& ledger, std::uint32_t named, LegRow leg);

/// One slot for each key of a credit, in one array.
///
///   Same  Which slots keys get decides nothing: what is read of the table is one slot by its key.
class TransferTable {
 public:
  /// What is known of a key.
  struct Slot {
    TransferKey key;
    LegRow credit{};            ///< The first.
    std::uint32_t pair = free;  ///< What its user keeps of it.

    static constexpr std::uint32_t free = 0xFFFFFFFF;
  };

  /// Has room for so many keys.
  explicit TransferTable(std::size_t keys);

  /// Where the search for the key begins; `fetch` brings it into the cache.
  [[nodiscard]] std::size_t home(const TransferKey& key) const;
  void fetch(std::size_t home) const { __builtin_prefetch(&slots_[home]); }

  /// The row of the key's slot, or of the free one that it can have.
  [[nodiscard]] std::size_t find(std::size_t home, const TransferKey& key) const {
    std::size_t row = home;
    while (slots_[row].key.amount != 0 && !(slots_[row].key == key)) {
      if (++row == slots_.size()) row = 0;
    }
    return row;
  }
  [[nodiscard]] Slot& at(std::size_t row) { return slots_[row]; }
  [[nodiscard]] const Slot& at(std::size_t row) const { return slots_[row]; }

 private:
  std::vector<Slot> slots_;
};

}  // namespace recoup
