#include <algorithm>

#include "lots.hpp"

namespace recoup {

// The claimant elects for what was bought first (Oatway): the sources go before clean money.
void take_tainted_first(Lots& lots, MinorUnits amount, Lots& taken) {
  const bool has_clean = !lots.empty() && lots.back().tag == Lot::clean;
  const std::size_t sources = has_clean ? lots.size() - 1 : lots.size();
  MinorUnits tainted = 0;
  for (std::size_t i = 0; i < sources; ++i) tainted += lots[i].amount;
  const MinorUnits part = std::min(tainted, amount);
  take_in_proportion(lots, 0, sources, part, taken);
  if (part < amount) {
    lots.back().amount -= amount - part;
    append(taken, {Lot::clean, amount - part});
  }
}

}  // namespace recoup
