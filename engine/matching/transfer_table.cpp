#include "transfer_table.hpp"

#include <bit>

#include "recoup/base/check.hpp"
#include "recoup/number/decimal.hpp"

namespace recoup {
namespace {

/// The product's two halves together: each bit of it depends on every bit of both.
std::uint64_t folded_product(std::uint64_t one, std::uint64_t other) {
  const UInt128 product = UInt128{one} * other;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

}  // namespace

TransferKey transfer_key(const Ledger& ledger, std::uint32_t named, LegRow leg) {
  const std::size_t i = index(leg);
  const auto own = static_cast<std::uint32_t>(index(ledger.account[i]));
  const MinorUnits amount = ledger.amount_minor[i];
  const bool is_debit = amount < 0;
  const MinorUnits size = is_debit ? -amount : amount;
  return {size > MinorUnits{TransferKey::amount_max} ? TransferKey::amount_max
                                                     : static_cast<std::uint64_t>(size),
          is_debit ? own : named, is_debit ? named : own,
          std::bit_cast<std::uint32_t>(ledger.currency[i]),
          static_cast<std::int32_t>(ledger.booked_at[i].date().time_since_epoch().count())};
}

TransferTable::TransferTable(std::size_t keys) : slots_(keys + keys / 2 + 1) {
  static_assert(sizeof(Slot) == 32);
  RECOUP_CHECK(slots_.size() < Slot::free);
}

std::size_t TransferTable::home(const TransferKey& key) const {
  const std::uint64_t accounts = (std::uint64_t{key.payer} << 32) | key.payee;
  const std::uint64_t rest =
      (std::uint64_t{key.currency} << 32) | static_cast<std::uint32_t>(key.day);
  const std::uint64_t hash = folded_product(
      folded_product(accounts ^ 0xA0761D6478BD642FULL, key.amount ^ 0xE7037ED1A0B428DBULL) ^ rest,
      0x9E3779B97F4A7C15ULL);
  return static_cast<std::size_t>((UInt128{hash} * slots_.size()) >> 64);
}

}  // namespace recoup
