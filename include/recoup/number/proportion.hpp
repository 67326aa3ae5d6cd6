// proportion.hpp: many shares in one proportion, with one division for all of them.
#pragma once

#include <cstdint>

namespace recoup {

/// The proportion part : whole.
///
///   Exact  `of` gives floor(weight * part / whole) and what is left over. With the reciprocal
///          r = floor(part * 2^64 / whole), floor(weight * r / 2^64) is that quotient or one less,
///          because weight < 2^64; the remainder tells which.
///
/// Requires part < whole, whole < 2^63.
class Proportion {
 public:
  /// 2^63.
  static constexpr std::uint64_t limit = std::uint64_t{1} << 63;

  Proportion(std::uint64_t part, std::uint64_t whole) noexcept
      : part_(part),
        whole_(whole),
        reciprocal_(static_cast<std::uint64_t>((static_cast<Wide>(part) << 64) / whole)) {}

  struct Share {
    std::uint64_t quotient = 0;
    std::uint64_t remainder = 0;
  };

  [[nodiscard]] Share of(std::uint64_t weight) const noexcept {
    std::uint64_t quotient =
        static_cast<std::uint64_t>((static_cast<Wide>(weight) * reciprocal_) >> 64);
    // Below twice the whole, so that the lower 64 bits are all of it.
    std::uint64_t remainder = weight * part_ - quotient * whole_;
    if (remainder >= whole_) {
      ++quotient;
      remainder -= whole_;
    }
    return {quotient, remainder};
  }

 private:
  __extension__ using Wide = unsigned __int128;

  std::uint64_t part_;
  std::uint64_t whole_;
  std::uint64_t reciprocal_;
};

}  // namespace recoup
