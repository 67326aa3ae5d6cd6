// exact.hpp: the exact legs of transfers.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "recoup/matching/links.hpp"

namespace recoup {

/// What a leg says of the account on the other side by its number: a row, or one of these.
inline constexpr std::uint32_t names_no_account = 0xFFFFFFFF;
inline constexpr std::uint32_t names_unheld_account = 0xFFFFFFFE;

/// By leg, the account that its `counterparty_account` names.
[[nodiscard]] std::vector<std::uint32_t> accounts_named(const Ledger& ledger);

/// What became of each leg so far.
enum class LegState : std::uint8_t { open, linked, in_review };

using LegPair = std::pair<LegRow, LegRow>;

/// Appends the exact pairs of legs that are open, after which all pairs are in their promised
/// order, and the reviews among them, in no fixed order. Legs of a pair in `rejected` are not put
/// together by themselves.
void match_exact(const Ledger& ledger, const std::vector<std::uint32_t>& named,
                 const std::set<LegPair>& rejected, std::vector<LegState>& states, Links& links);

/// Puts everything in its promised order, and lists what is open as unmatched.
void put_in_order(const std::vector<LegState>& states, Links& links);

}  // namespace recoup
