#include "recoup/report/json_writer.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(JsonWriter, WritesCompactAndPretty) {
  const auto write = [](JsonWriter json) {
    json.begin_object().member("id", "S1").name("rows").begin_array();
    json.integer(-3).truth(true).null().begin_object().end_object().begin_array().end_array();
    json.end_array().end_object();
    return json.take();
  };
  EXPECT_EQ(write(JsonWriter(JsonWriter::Layout::compact)),
            R"({"id":"S1","rows":[-3,true,null,{},[]]})");
  EXPECT_EQ(write(JsonWriter()), R"({
  "id": "S1",
  "rows": [
    -3,
    true,
    null,
    {},
    []
  ]
}
)");
}

TEST(JsonWriter, WritesTheLargestIntegersExactly) {
  JsonWriter json(JsonWriter::Layout::compact);
  json.begin_array().integer(UINT64_MAX).integer(INT64_MIN).end_array();
  EXPECT_EQ(json.take(), "[18446744073709551615,-9223372036854775808]");
}

TEST(JsonWriter, EscapesWhatRfc8259Asks) {
  EXPECT_EQ(json_text("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(json_text(std::string_view("\0\b\f\n\r\t\x1F\x7F", 8)),
            R"("\u0000\b\f\n\r\t\u001F\u007F")");
}

TEST(JsonWriter, MakesTextSafeInAPageAndOnATerminal) {
  EXPECT_EQ(json_text("</script><!--<b>"), R"("<\/script>\u003C!--<b>")");
  EXPECT_EQ(json_text("\u2028\u2029"), R"("\u2028\u2029")");
  EXPECT_EQ(json_text("\u202E\u200B"), R"("\u202E\u200B")");
}

TEST(JsonWriter, KeepsLettersOfAllLanguagesAndEmoji) {
  EXPECT_EQ(json_text("£ Łódź 東京 😀"), "\"£ Łódź 東京 😀\"");
  EXPECT_EQ(json_text("\U000E0041"), R"("\uDB40\uDC41")");
}

TEST(JsonWriter, ReplacesBytesThatAreNotText) {
  EXPECT_EQ(json_text("a\xFF\xC3"), R"("a\uFFFD\uFFFD")");
}

TEST(JsonWriter, KeepsAFormulaAsItIs) {
  EXPECT_EQ(json_text("=HYPERLINK(1)"), "\"=HYPERLINK(1)\"");
}

TEST(JsonWriterDeathTest, StopsWhereTheCallsMakeNoDocument) {
  EXPECT_DEATH(JsonWriter().begin_object().integer(1), "named_");
  EXPECT_DEATH(JsonWriter().begin_array().end_object(), "is_object");
  EXPECT_DEATH((void)JsonWriter().begin_array().take(), "open_");
  EXPECT_DEATH(JsonWriter().integer(1).integer(2), "out_");
}

}  // namespace
}  // namespace recoup
