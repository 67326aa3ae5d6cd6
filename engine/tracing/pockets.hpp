// pockets.hpp: the money of every account, one pocket for each of its currencies.
#pragma once

#include <cstdint>
#include <vector>

#include "lots.hpp"
#include "recoup/ledger/ledger.hpp"

namespace recoup {

/// Row of a pocket: accounts in their order, the currencies of one in the order of their codes.
enum class PocketRow : std::uint32_t {};

constexpr std::size_t index(PocketRow row) noexcept { return static_cast<std::size_t>(row); }

/// The pockets of a ledger, empty at first. Almost every account has one.
class Pockets {
 public:
  Pockets(const Ledger& ledger, TracingMethod method);

  [[nodiscard]] PocketRow row_of(LegRow leg) const {
    const AccountRow account = ledger_.account[recoup::index(leg)];
    const std::uint32_t first = first_[recoup::index(account)];
    if (first_[recoup::index(account) + 1] - first == 1) return PocketRow{first};
    return row_of({account, ledger_.currency[recoup::index(leg)]});
  }
  /// Requires that the ledger has money of the account in that currency.
  [[nodiscard]] PocketRow row_of(const PocketKey& key) const;

  [[nodiscard]] Pocket& operator[](PocketRow row) { return pockets_[recoup::index(row)]; }
  [[nodiscard]] const PocketKey& key(PocketRow row) const { return keys_[recoup::index(row)]; }
  [[nodiscard]] std::size_t size() const noexcept { return pockets_.size(); }

  /// Asks for the memory of a leg's columns, or of its pocket, before it is needed.
  void expect_columns(MaybeLeg leg) const {
    if (!leg) return;
    __builtin_prefetch(&ledger_.account[recoup::index(*leg)]);
    __builtin_prefetch(&ledger_.amount_minor[recoup::index(*leg)]);
  }
  void expect_pocket(MaybeLeg leg) const {
    if (leg) __builtin_prefetch(&first_pocket_of(*leg));
  }
  void expect_lots(MaybeLeg leg) const {
    if (leg) first_pocket_of(*leg).lots.expect();
  }

 private:
  [[nodiscard]] const Pocket& first_pocket_of(LegRow leg) const {
    return pockets_[first_[recoup::index(ledger_.account[recoup::index(leg)])]];
  }

  const Ledger& ledger_;
  std::vector<std::uint32_t> first_;  // by account: the row of its first pocket; and the end
  std::vector<PocketKey> keys_;
  std::vector<Pocket> pockets_;
};

}  // namespace recoup
