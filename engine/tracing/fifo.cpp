#include <algorithm>

#include "lots.hpp"

namespace recoup {

void take_fifo(Lots& lots, std::uint32_t& front, MinorUnits amount, Lots& taken) {
  while (amount > 0) {
    Lot& first = lots[front];
    const MinorUnits part = std::min(first.amount, amount);
    append(taken, {first.tag, part});
    first.amount -= part;
    amount -= part;
    if (first.amount == 0) ++front;
  }
}

}  // namespace recoup
