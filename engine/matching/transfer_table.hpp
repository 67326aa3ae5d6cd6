// transfer_table.hpp: credits by what they have in common with their debits.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "recoup/base/check.hpp"
#include "recoup/ledger/ledger.hpp"
#include "recoup/number/decimal.hpp"

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
[[nodiscard]] inline TransferKey transfer_key(const Ledger& ledger, std::uint32_t named,
                                              LegRow leg) {
  const std::size_t i = index(leg);
  const auto own = static_cast<std::uint32_t>(index(ledger.account[i]));
  const MinorUnits amount = ledger.amount_minor[i];
  const bool is_debit = amount < 0;
  const MinorUnits size = is_debit ? -amount : amount;
  const bool is_large = size > MinorUnits{TransferKey::amount_max};
  return {is_large ? TransferKey::amount_max : static_cast<std::uint64_t>(size),
          is_debit ? own : named, is_debit ? named : own,
          std::bit_cast<std::uint32_t>(ledger.currency[i]),
          static_cast<std::int32_t>(ledger.booked_at[i].date().time_since_epoch().count())};
}

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
  explicit TransferTable(std::size_t keys) : slots_(keys + keys / 2 + 1) {
    static_assert(sizeof(Slot) == 32);
    RECOUP_CHECK(slots_.size() < Slot::free);
  }

  /// Where the search for the key begins; `fetch` brings it into the cache.
  [[nodiscard]] std::size_t home(const TransferKey& key) const {
    const std::uint64_t accounts = (std::uint64_t{key.payer} << 32) | key.payee;
    const std::uint64_t rest =
        (std::uint64_t{key.currency} << 32) | static_cast<std::uint32_t>(key.day);
    // The fractions of three roots: bits in which no pattern of the keys returns.
    const std::uint64_t first =
        folded(accounts ^ 0x6A09E667F3BCC909ULL, key.amount ^ 0xBB67AE8584CAA73BULL);
    const std::uint64_t hash = folded(first ^ rest, 0x9E3779B97F4A7C15ULL);
    return static_cast<std::size_t>((UInt128{hash} * slots_.size()) >> 64);
  }
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
  /// The two halves of a product together: each bit of it depends on every bit of both.
  [[nodiscard]] static std::uint64_t folded(std::uint64_t one, std::uint64_t other) {
    const UInt128 product = UInt128{one} * other;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  }

  std::vector<Slot> slots_;
};

}  // namespace recoup
