#include "recoup/base/text.hpp"

#include <gtest/gtest.h>

#include "recoup/base/error.hpp"

namespace recoup {
namespace {

TEST(Text, FindsTheFirstByteThatIsNoUtf8) {
  EXPECT_FALSE(first_bad_utf8("caf\xC3\xA9 \xF0\x9F\x90\xB4").has_value());
  EXPECT_EQ(first_bad_utf8("ab\xE9"), 2U);            // Latin-1
  EXPECT_EQ(first_bad_utf8("\xC0\xAF"), 0U);          // overlong
  EXPECT_EQ(first_bad_utf8("x\xED\xA0\x80"), 1U);     // surrogate
  EXPECT_EQ(first_bad_utf8("\xF4\x90\x80\x80"), 0U);  // above U+10FFFF
  EXPECT_EQ(first_bad_utf8("abc\xE2\x82"), 3U);       // cut short
}

TEST(Text, PrintableLetsNoDocumentForgeALine) {
  EXPECT_EQ(printable("a\nb\x1B[0m\xE2\x80\xAEx\xFF"), "a\\nb\\x1B[0m\\u{202E}x\\xFF");
  EXPECT_EQ(printable("£ é"), "£ é");
}

TEST(Text, PlainAsciiIsKnownByEveryByteAtEveryPlace) {
  for (std::size_t size = 0; size < 20; ++size) {
    EXPECT_TRUE(is_plain_ascii(std::string(size, ' ')));
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, '~');
        text[at] = static_cast<char>(byte);
        EXPECT_EQ(is_plain_ascii(text), byte >= 0x20 && byte < 0x7F) << size << ' ' << at;
      }
    }
  }
}

TEST(Text, QuotedCutsAtACharacter) { EXPECT_EQ(quoted("aé", 2), "\"a…\""); }

TEST(Text, SplitKeepsEmptyParts) { EXPECT_EQ(split(",a,", ',').size(), 3U); }

TEST(Error, MessageNamesPlaceFieldFoundAndExpected) {
  const Error error{ErrorCode::malformed, "\"1.2\"", "a date", {"a.csv", 7, "booked_at"}};
  EXPECT_EQ(message(error), "a.csv:7: booked_at: found \"1.2\"; expected a date");
}

}  // namespace
}  // namespace recoup
