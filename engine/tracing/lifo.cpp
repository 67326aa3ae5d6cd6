#include <algorithm>

#include "lots.hpp"

namespace recoup {

void take_lifo(Lots& lots, std::uint32_t front, MinorUnits amount, Lots& taken) {
  while (amount > 0 && lots.size() > front) {
    Lot& last = lots.back();
    const MinorUnits part = std::min(last.amount, amount);
    append(taken, {last.tag, part});
    last.amount -= part;
    amount -= part;
    if (last.amount == 0) lots.pop_back();
  }
  // The taken lots keep their order among themselves.
  std::reverse(taken.begin(), taken.end());
}

}  // namespace recoup
