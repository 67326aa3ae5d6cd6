// An amount without a currency is no amount: neither a whole number nor one with a point in it can
// be added to Money.
#include "recoup/money/money.hpp"

recoup::Result<recoup::Money> sum(recoup::Money paid) {
#ifdef WITH_MISTAKE
  return paid.plus(12.50);
#else
  return paid.plus(recoup::Money(1250, recoup::gbp));
#endif
}
