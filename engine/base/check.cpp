#include "recoup/base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace recoup {

void check_failed(const char* invariant, const char* file, int line) noexcept {
  // EX_SOFTWARE of sysexits.h: a defect of ours. Nothing is flushed but this line, so that no
  // half-written figure leaves the program.
  std::fprintf(stderr, "recoup: a defect: %s does not hold (%s:%d)\n", invariant, file, line);
  std::_Exit(70);
}

}  // namespace recoup
