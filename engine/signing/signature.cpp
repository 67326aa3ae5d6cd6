#include "recoup/signing/signature.hpp"

#include <sodium.h>

#include <vector>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::size_t name_max = 200;

static_assert(crypto_sign_PUBLICKEYBYTES == 32 && crypto_sign_SEEDBYTES == 32);
static_assert(crypto_sign_BYTES == 64);

void start() {
  // It answers 1 where it was started before.
  RECOUP_CHECK(sodium_init() >= 0);
}

template <std::size_t size>
std::string hex(const std::array<std::uint8_t, size>& bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
  }
  return out;
}

template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> from_hex(std::string_view text) {
  if (text.size() != 2 * size) return std::nullopt;
  std::array<std::uint8_t, size> bytes{};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool figure = c >= '0' && c <= '9';
    if (!figure && !(c >= 'a' && c <= 'f')) return std::nullopt;
    const int value = figure ? c - '0' : c - 'a' + 10;
    bytes[i / 2] = static_cast<std::uint8_t>(bytes[i / 2] * 16 + value);
  }
  return bytes;
}

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// The secret as the library wants it: seed and public key.
std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_of(const SigningKey& key,
                                                                PublicKey& public_key) {
  start();
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  RECOUP_CHECK(crypto_sign_seed_keypair(public_key.bytes.data(), secret.data(), key.seed.data()) ==
               0);
  return secret;
}

}  // namespace

std::string PublicKey::text() const { return hex(bytes); }

std::optional<PublicKey> PublicKey::parse(std::string_view text) {
  const auto bytes = from_hex<32>(text);
  return bytes ? std::optional(PublicKey{*bytes}) : std::nullopt;
}

std::string Signature::text() const { return hex(bytes); }

std::optional<Signature> Signature::parse(std::string_view text) {
  const auto bytes = from_hex<64>(text);
  return bytes ? std::optional(Signature{*bytes}) : std::nullopt;
}

std::string signer_name_fault(std::string_view name) {
  if (trimmed(name).empty()) return "an empty name";
  if (trimmed(name) != name) return "a name with blanks at its ends";
  if (name.size() > name_max) return "a name of more than " + std::to_string(name_max) + " bytes";
  if (printable(name) != name || first_bad_utf8(name)) {
    return "a name with characters that cannot be seen";
  }
  return "";
}

Result<SigningKey> SigningKey::make(const std::string& name) {
  if (const std::string fault = signer_name_fault(name); !fault.empty()) {
    return Error{ErrorCode::malformed, fault, "the name of a person", {}};
  }
  SigningKey key;
  key.name = name;
  start();
  randombytes_buf(key.seed.data(), key.seed.size());
  secret_of(key, key.public_key);
  return key;
}

Result<SigningKey> SigningKey::parse(std::string_view text, const std::string& document) {
  const std::vector<std::string_view> lines = split(text, '\n');
  const auto fault = [&](std::uint64_t line, std::string found, std::string expected) {
    return Error{ErrorCode::malformed, std::move(found), std::move(expected), {document, line, ""}};
  };
  const auto member = [&](std::size_t line, std::string_view word) -> std::string_view {
    const bool there = line < lines.size() && lines[line].starts_with(word);
    return there ? lines[line].substr(word.size()) : std::string_view();
  };
  if (lines.front() != "recoup signing key 1") {
    return fault(1, "another file", "the line \"recoup signing key 1\"");
  }
  SigningKey key;
  key.name = member(1, "name ");
  if (const std::string wrong = signer_name_fault(key.name); !wrong.empty()) {
    return fault(2, wrong, "name NAME");
  }
  const auto stated = PublicKey::parse(member(2, "public "));
  const auto seed = from_hex<32>(member(3, "secret "));
  if (!stated) return fault(3, "no public key", "public and 64 hexadecimal digits");
  if (!seed) return fault(4, "no secret", "secret and 64 hexadecimal digits");
  key.seed = *seed;
  secret_of(key, key.public_key);
  if (key.public_key != *stated) {
    return fault(3, "another public key", "the one that belongs to the secret");
  }
  return key;
}

std::string SigningKey::text() const {
  return "recoup signing key 1\nname " + name + "\npublic " + public_key.text() + "\nsecret " +
         hex(seed) + "\n";
}

Signature sign(std::string_view bytes, const SigningKey& key) {
  PublicKey public_key;
  auto secret = secret_of(key, public_key);
  Signature signature;
  RECOUP_CHECK(crypto_sign_detached(signature.bytes.data(), nullptr, raw(bytes), bytes.size(),
                                    secret.data()) == 0);
  sodium_memzero(secret.data(), secret.size());
  return signature;
}

bool verifies(std::string_view bytes, const Signature& signature, const PublicKey& key) {
  start();
  return crypto_sign_verify_detached(signature.bytes.data(), raw(bytes), bytes.size(),
                                     key.bytes.data()) == 0;
}

}  // namespace recoup
