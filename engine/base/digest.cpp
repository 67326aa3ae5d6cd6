#include "recoup/base/digest.hpp"

#include <Poco/Crypto/DigestEngine.h>

#include <algorithm>

#include "recoup/base/check.hpp"

namespace recoup {

// OpenSSL's SHA-256 by way of Poco::Crypto: four times as fast as the one in Poco's Foundation.
struct DigestBuilder::Engine {
  Poco::Crypto::DigestEngine sha256{"SHA256"};
};

std::string Digest::text() const {
  constexpr std::string_view hex_digits = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    out += hex_digits[byte >> 4U];
    out += hex_digits[byte & 0x0FU];
  }
  return out;
}

std::string Digest::short_text() const { return text().substr(0, 12); }

DigestBuilder::DigestBuilder() : engine_(std::make_unique<Engine>()) {}
DigestBuilder::~DigestBuilder() = default;
DigestBuilder::DigestBuilder(DigestBuilder&&) noexcept = default;
DigestBuilder& DigestBuilder::operator=(DigestBuilder&&) noexcept = default;

void DigestBuilder::add(std::string_view bytes) {
  // The engine takes 32-bit lengths.
  constexpr std::size_t piece_max = 1U << 30U;
  while (!bytes.empty()) {
    const std::string_view piece = bytes.substr(0, piece_max);
    engine_->sha256.update(piece.data(), static_cast<unsigned>(piece.size()));
    bytes.remove_prefix(piece.size());
  }
}

Digest DigestBuilder::finish() {
  const Poco::DigestEngine::Digest& raw = engine_->sha256.digest();
  Digest digest;
  RECOUP_CHECK(raw.size() == digest.bytes.size());
  std::copy(raw.begin(), raw.end(), digest.bytes.begin());
  return digest;
}

Digest sha256(std::string_view bytes) {
  DigestBuilder builder;
  builder.add(bytes);
  return builder.finish();
}

}  // namespace recoup
