#include "recoup/records/document.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Document, IsKnownByItsBytesAndNotByItsName) {
  const Document one = make_document("march.csv", "account,amount\n");
  const Document other = make_document("copy of march.csv", "account,amount\n");
  EXPECT_EQ(one.digest, other.digest);
  EXPECT_EQ(one.digest, sha256("account,amount\n"));
  EXPECT_NE(one.digest, make_document("march.csv", "account,amount\r\n").digest);
}

TEST(Document, KeepsEveryByte) {
  const std::string bytes(
      "\xEF\xBB\xBF"
      "a\0b\r\n\xFF",
      9);
  EXPECT_EQ(make_document("odd", bytes).bytes, bytes);
}

TEST(RecordPlace, StandsInOrderOfTheDocumentAndThenTheLine) {
  const Digest low{};
  Digest high{};
  high.bytes[0] = 1;
  EXPECT_LT((RecordPlace{low, 9}), (RecordPlace{high, 1}));
  EXPECT_LT((RecordPlace{high, 1}), (RecordPlace{high, 2}));
}

}  // namespace
}  // namespace recoup
