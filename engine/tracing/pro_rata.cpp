#include "lots.hpp"

namespace recoup {

void take_pro_rata(Lots& lots, MinorUnits amount, Lots& taken) {
  take_in_proportion(lots, 0, lots.size(), amount, taken);
}

}  // namespace recoup
