#include <algorithm>

#include "lots.hpp"

namespace recoup {

// Own money goes first (Hallett), and clean money that comes later does not make good what has gone
// (Roscoe): both follow from one sum per tag, clean taken before the sources.
void take_lowest_intermediate_balance(Lots& lots, MinorUnits amount, Lots& taken) {
  std::size_t sources = lots.size();
  if (!lots.empty() && lots.back().tag == Lot::clean) {
    --sources;
    const MinorUnits part = std::min(lots.back().amount, amount);
    lots.back().amount -= part;
    amount -= part;
    append(taken, {Lot::clean, part});
  }
  take_in_proportion(lots, 0, sources, amount, taken);
}

}  // namespace recoup
