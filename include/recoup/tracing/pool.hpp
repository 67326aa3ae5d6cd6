// pool.hpp: what is left on one account, shared among those who paid into it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/tracing/tracer.hpp"

namespace recoup {

/// One who paid in: a source, or all other money together.
struct PoolShare {
  std::optional<std::uint32_t> source;  ///< Empty for the money that no source claims.
  Money paid_in;
  /// The least that was on the account since each of the contributions, so far as it counts: what
  /// is left of them where own money goes first and later money refills nothing.
  Money lowest_intermediate_balance;
  Money share;
};

/// What is left on an account, shared by total contributions; dates are ignored.
struct Pool {
  AccountRow account{};
  Money left;  ///< The balance, or nothing where the account is overdrawn.
  Money paid_in;
  std::vector<PoolShare> shares;  ///< Sources as they are declared, then other money.
  Money unshared;                 ///< What no contributor takes: by the cap, or above all paid in.
};

/// What is asked about a pool.
struct PoolQuestion {
  AccountRow account{};
  Currency currency = gbp;
  std::vector<Source> sources;  ///< Those on other accounts are passed over.
  std::optional<CivilTime> as_at;
  bool others_share = true;  ///< Money that no source claims is a contribution like any other.
  bool is_capped = false;    ///< By each contributor's lowest intermediate balance.
};

/// Shares what is left pari passu ex post: by largest remainder, in the order of the shares. It
/// answers what is left and follows nothing outward; money that came in from another traced account
/// is paid in by nobody's source.
///
///   Exact   Shares and `unshared` add up to `left`; no share exceeds what was paid in.
///   Errors  contradiction (a source on a debit, or larger than what brings it in; nothing paid
///           in), out_of_range.
///   Cites   Barlow Clowes International v Vaughan [1992] 4 All ER 22; Charity Commission v Framjee
///           [2014] EWHC 2507 (Ch); for the cap, Roscoe (James) (Bolton) Ltd v Winder [1915] 1 Ch
///           62.
[[nodiscard]] Result<Pool> share_pool(const Ledger& ledger, const Movements& movements,
                                      const PoolQuestion& question);

}  // namespace recoup
