#include <algorithm>

#include "lots.hpp"

namespace recoup {

Lots take_fifo(Lots& lots, std::size_t& front, MinorUnits amount) {
  Lots taken;
  while (amount > 0) {
    Lot& first = lots[front];
    const MinorUnits part = std::min(first.amount, amount);
    append(taken, {first.tag, part});
    first.amount -= part;
    amount -= part;
    if (first.amount == 0) ++front;
  }
  return taken;
}

}  // namespace recoup
