// The room of money does not see the records that are made of it.
#ifdef WITH_MISTAKE
#include "recoup/records/transaction.hpp"
#else
#include "recoup/money/money.hpp"
#endif

recoup::MinorUnits none() { return recoup::Money(0, recoup::gbp).minor(); }
