#include "recoup/base/digest.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

// FIPS 180-4 examples.
TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256("abc").text(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("").text(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Digest, BuiltInPiecesIsTheSameAndTheBuilderStartsAgain) {
  DigestBuilder builder;
  for (int round = 0; round < 2; ++round) {
    builder.add("a");
    builder.add("bc");
    EXPECT_EQ(builder.finish(), sha256("abc"));
  }
  EXPECT_EQ(sha256("abc").short_text(), "ba7816bf8f01");
}

}  // namespace
}  // namespace recoup
