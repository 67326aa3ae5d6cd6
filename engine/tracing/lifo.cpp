#include <algorithm>

#include "lots.hpp"

namespace recoup {

Lots take_lifo(Lots& lots, std::size_t front, MinorUnits amount) {
  Lots last_first;
  while (amount > 0 && lots.size() > front) {
    Lot& last = lots.back();
    const MinorUnits part = std::min(last.amount, amount);
    append(last_first, {last.tag, part});
    last.amount -= part;
    amount -= part;
    if (last.amount == 0) lots.pop_back();
  }
  // The taken lots keep their order among themselves.
  std::reverse(last_first.begin(), last_first.end());
  return last_first;
}

}  // namespace recoup
