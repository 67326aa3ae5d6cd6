#include "recoup/signing/signature.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

// The first test vector of RFC 8032, 7.1: an empty message.
const std::string vector_key =
    "recoup signing key 1\nname Test Vector\n"
    "public d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\n"
    "secret 9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n";

TEST(Signature, IsEd25519) {
  const SigningKey key = SigningKey::parse(vector_key, "k").value();
  EXPECT_EQ(sign("", key).text(),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e"
            "39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
  EXPECT_EQ(key.text(), vector_key);
}

TEST(Signature, HoldsForTheseBytesAndThisKeyAlone) {
  const SigningKey key = SigningKey::make("A Person").value();
  const SigningKey other = SigningKey::make("A Person").value();
  const Signature signature = sign("pack", key);
  EXPECT_TRUE(verifies("pack", signature, key.public_key));
  EXPECT_FALSE(verifies("pock", signature, key.public_key));
  EXPECT_FALSE(verifies("pack", signature, other.public_key));
  EXPECT_NE(key.public_key, other.public_key);
  EXPECT_EQ(sign("pack", SigningKey::parse(key.text(), "k").value()).text(), signature.text());
  EXPECT_EQ(Signature::parse(signature.text())->text(), signature.text());
}

TEST(Signature, RefusesKeysAndNamesThatAreNone) {
  const auto code = [](const std::string& text) {
    const auto key = SigningKey::parse(text, "k");
    return key ? 0U : key.error().place.line;
  };
  EXPECT_EQ(code("something else"), 1U);
  EXPECT_EQ(code("recoup signing key 1\n"), 2U);
  EXPECT_EQ(code("recoup signing key 1\nname A\npublic 00\n"), 3U);
  std::string swapped = vector_key;
  swapped[swapped.find("public ") + 7] = 'e';
  EXPECT_EQ(code(swapped), 3U);
  std::string other = vector_key;
  other[other.find("secret ") + 7] = 'z';
  EXPECT_EQ(code(other), 4U);
  for (const std::string& name : {std::string(), std::string(" A"), std::string("A\nB"),
                                  std::string(201, 'x'), std::string("A\xE2\x80\xAE")}) {
    EXPECT_FALSE(SigningKey::make(name).has_value()) << name;
  }
}

}  // namespace
}  // namespace recoup
