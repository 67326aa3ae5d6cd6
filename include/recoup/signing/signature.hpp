// signature.hpp: Ed25519 keys and signatures, by which a person answers for a pack.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/result.hpp"

namespace recoup {

/// What everybody may know of a key.
struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};

  /// 64 lower-case hexadecimal digits.
  [[nodiscard]] std::string text() const;
  static std::optional<PublicKey> parse(std::string_view text);
  friend auto operator<=>(const PublicKey&, const PublicKey&) = default;
};

/// A signature by one key over some bytes.
struct Signature {
  std::array<std::uint8_t, 64> bytes{};

  /// 128 lower-case hexadecimal digits.
  [[nodiscard]] std::string text() const;
  static std::optional<Signature> parse(std::string_view text);
};

/// A key with its secret, and whose it is.
///
///   Shape  As text four lines: "recoup signing key 1", "name NAME", "public HEX", "secret HEX".
struct SigningKey {
  std::string name;
  PublicKey public_key;
  std::array<std::uint8_t, 32> seed{};

  /// A new key, from the randomness of the operating system: the one thing here that is never
  /// the same twice.
  ///
  /// Errors: malformed (a name that is empty, too long or holds control characters).
  static Result<SigningKey> make(const std::string& name);
  /// Errors: malformed (another form, or a secret that does not belong to the public key).
  static Result<SigningKey> parse(std::string_view text, const std::string& document);
  [[nodiscard]] std::string text() const;
};

/// Same  Equal bytes and keys give equal signatures.
/// Cites RFC 8032 (Ed25519).
[[nodiscard]] Signature sign(std::string_view bytes, const SigningKey& key);

/// Whether the holder of the key signed exactly these bytes.
[[nodiscard]] bool verifies(std::string_view bytes, const Signature& signature,
                            const PublicKey& key);

/// What is wrong with the name of a signer, or "".
[[nodiscard]] std::string signer_name_fault(std::string_view name);

}  // namespace recoup
