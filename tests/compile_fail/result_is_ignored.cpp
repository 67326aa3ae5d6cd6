// A fault of the data cannot be passed over in silence.
#include "recoup/base/result.hpp"

recoup::Result<void> write_it();

bool call() {
#ifdef WITH_MISTAKE
  write_it();
  return true;
#else
  return write_it().has_value();
#endif
}
