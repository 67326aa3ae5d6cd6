// digest.hpp: SHA-256, by which every document is known.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace recoup {

/// A SHA-256 digest (FIPS 180-4).
struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  /// 64 lower-case hexadecimal digits, as `sha256sum` prints them.
  [[nodiscard]] std::string text() const;
  /// The first twelve of them: enough to name a document within one store for a reader.
  [[nodiscard]] std::string short_text() const;

  friend auto operator<=>(const Digest&, const Digest&) = default;
};

/// The SHA-256 of `bytes`.
[[nodiscard]] Digest sha256(std::string_view bytes);

/// A digest that is fed piece by piece.
class DigestBuilder {
 public:
  DigestBuilder();
  ~DigestBuilder();
  DigestBuilder(DigestBuilder&&) noexcept;
  DigestBuilder& operator=(DigestBuilder&&) noexcept;
  DigestBuilder(const DigestBuilder&) = delete;
  DigestBuilder& operator=(const DigestBuilder&) = delete;

  void add(std::string_view bytes);
  /// The digest of everything added. Afterwards the builder is empty again.
  [[nodiscard]] Digest finish();

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace recoup
