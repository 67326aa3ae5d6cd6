// check.hpp: invariants that stay on in every build.
#pragma once

namespace recoup {

/// Prints the invariant with its place in the code and ends the program with exit status 70.
[[noreturn]] void check_failed(const char* invariant, const char* file, int line) noexcept;

}  // namespace recoup

/// States an invariant. Stays on in release builds: a wrong number in a court bundle costs more
/// than a stopped program. For mistakes of the programmer only; data that may be wrong returns a
/// Result instead.
#define RECOUP_CHECK(invariant) \
  ((invariant) ? void() : ::recoup::check_failed(#invariant, __FILE__, __LINE__))
