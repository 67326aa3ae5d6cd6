// changed_ledger.hpp: a ledger as it would be without some of its legs, or with another opening.
#pragma once

#include <optional>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/ledger/ledger.hpp"

namespace recoup {

/// So much of a leg is left out: all of it, or a part.
struct LeftOut {
  LegRow leg{};
  MinorUnits amount = 0;  ///< Zero or more, and no more than the leg's, whatever its sign.
};

/// What is left of a ledger.
struct LedgerWithout {
  Ledger ledger;
  std::vector<std::optional<LegRow>> rows;  ///< By row of the whole ledger: its row in this one.
};

/// The ledger without these legs. A leg of which a part is left out stays with the rest of it.
///
///   Shape   Legs keep their order, and openings, accounts and names are as they were. Of a run
///           whose order nothing proves, what is left is one; what a leg left out kept apart stays
///           apart.
///   Exact   Every balance behind a leg shifts by what is left out of it, those that statements
///           print too: so do the two balances of a gap, and what the gap hides stays the same. A
///           gap before a leg left out stands before the account's next leg in that currency; where
///           two gaps meet they are one, accepted where both are, or none where they make up for
///           each other. A gap behind which no leg is left goes.
///   Errors  out_of_range: a balance leaves 128 bits.
[[nodiscard]] Result<LedgerWithout> without_legs(const Ledger& ledger,
                                                 const std::vector<LeftOut>& left_out);

/// The ledger with another balance before the account's first leg; zero for none.
///
///   Exact   Every balance of the account in that currency shifts by the difference, those of its
///           gaps too.
///   Errors  out_of_range: a balance leaves 128 bits.
[[nodiscard]] Result<Ledger> with_opening(Ledger ledger, AccountRow account, Money opening);

}  // namespace recoup
