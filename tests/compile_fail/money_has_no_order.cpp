// Amounts in different currencies have no order, so that no sort can find one.
#include "recoup/money/money.hpp"

bool is_less(recoup::Money one, recoup::Money other) {
#ifdef WITH_MISTAKE
  return one < other;
#else
  return one.compare(other) < 0;
#endif
}
