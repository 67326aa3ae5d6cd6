#include "recoup/markup/json.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Result<std::string> events_of(std::string_view bytes) {
  std::string out;
  auto read = read_json(bytes, [&](const JsonEvent& event) -> Result<void> {
    constexpr std::string_view marks = "{}[]ksntz";
    out += marks[static_cast<std::size_t>(event.kind)];
    out += event.text + "@" + std::to_string(event.line) + " ";
    return {};
  });
  if (!read) return std::move(read).error();
  return out;
}

std::string fault_of(std::string_view bytes) {
  const auto read = events_of(bytes);
  return read ? "accepted" : message(read.error());
}

TEST(Json, GivesEveryStepItsLine) {
  EXPECT_EQ(
      events_of("{\n \"a\": [1,\n2\n],\n\"b\": \"x\\ny\", \"c\": true,\n\"d\": null}").value(),
      "{@1 ka@2 [@2 n1@2 n2@3 ]@4 kb@5 sx\ny@5 kc@5 ttrue@5 kd@6 z@6 }@6 ");
}

TEST(Json, HandsOverNumbersAsTheyWereWritten) {
  for (const char* number : {"0", "-0", "-0.0", "1000.50", "1e3", "1E+3", "18446744073709551616",
                             "-9223372036854775809", "12345678901234567890.123456789"}) {
    EXPECT_EQ(events_of(number).value(), "n" + std::string(number) + "@1 ") << number;
    const std::string in_list = "[" + std::string(number) + " ]";
    EXPECT_EQ(events_of(in_list).value(), "[@1 n" + std::string(number) + "@1 ]@1 ") << number;
  }
}

TEST(Json, RefusesWhatIsNoJson) {
  for (const char* text :
       {"",           " ",       "{",        "[1,]",      "{\"a\":1,}",     "[01]",
        "[1.]",       "[.5]",    "[NaN]",    "[1] x",     "[1][2]",         "'a'",
        "{a:1}",      "// c\n1", "[\"\t\"]", "[\"\\x\"]", "\xEF\xBB\xBF[]", "[\"\\u0000\"]",
        "[\"\xE9\"]", "[1e999]", "1-",       "[1 2]"}) {
    EXPECT_NE(fault_of(text), "accepted") << text;
  }
  EXPECT_NE(fault_of(std::string_view("[1\0]", 4)), "accepted");
}

TEST(Json, SaysOnWhichLineItBreaksOff) {
  EXPECT_EQ(fault_of("{\"a\":\n\"b\",\n").substr(0, 35), "2: found the end of the document; e");
  EXPECT_EQ(fault_of("{\"a\":\n\"b").substr(0, 34), "2: found the end of the document; ");
}

TEST(Json, RefusesANameTwiceInOneObject) {
  EXPECT_EQ(fault_of("{\"a\":1,\n\"a\":2}"),
            "2: found \"a\" for the second time in one object; expected each name once");
  EXPECT_EQ(fault_of("[{\"a\":1},{\"a\":{\"a\":2}}]"), "accepted");
}

TEST(Json, RefusesMoreThanSixtyFourLevels) {
  EXPECT_EQ(fault_of(std::string(64, '[') + std::string(64, ']')), "accepted");
  EXPECT_EQ(fault_of(std::string(65, '[')),
            "1: found nesting deeper than 64; expected at most 64 levels");
  EXPECT_NE(fault_of(std::string(1000000, '[')), "accepted");
}

TEST(Json, StopsAtTheVisitorsErrorAndAddsTheLine) {
  const auto read = read_json("[1,\n2,\n3]", [](const JsonEvent& event) -> Result<void> {
    if (event.text == "2") return Error{ErrorCode::malformed, "2", "something else", {}};
    return {};
  });
  EXPECT_EQ(message(read.error()), "2: found 2; expected something else");
}

}  // namespace
}  // namespace recoup
