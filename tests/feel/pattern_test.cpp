// Regular expressions as XPath has them.

#include <gtest/gtest.h>

#include "recoup/feel/expression.hpp"

namespace recoup {
namespace {

std::string called(const std::string& function, const std::vector<std::string>& arguments) {
  Context variables;
  std::vector<std::string> names;
  std::string list;
  for (const std::string& argument : arguments) {
    names.push_back("a" + std::to_string(names.size()));
    variables.set(names.back(), Value(argument));
    list += (list.empty() ? "" : ", ") + names.back();
  }
  const auto parsed = Expression::parse(function + "(" + list + ")", names);
  return text(parsed.value().evaluate(variables).value);
}

std::string matches(const std::string& input, const std::string& pattern,
                    const std::string& flags = "") {
  return called("matches", {input, pattern, flags});
}

TEST(Pattern, ReadsWhatXPathWrites) {
  EXPECT_EQ(matches("reference 42", R"(\d{2}$)"), "true");
  EXPECT_EQ(matches("reference 42\n", R"(\d{2}$)"), "false");
  EXPECT_EQ(matches("K", "[A-Z-[OI]]"), "true");
  EXPECT_EQ(matches("O", "[A-Z-[OI]]"), "false");
  EXPECT_EQ(matches("O", "[A-Z-[A-Y-[O]]]"), "true");
  EXPECT_EQ(matches("7-", "^[0-9-]+$"), "true");
  EXPECT_EQ(matches("a&&b", "^[a&&b]+$"), "true");
  EXPECT_EQ(matches("Zürich", R"(^\p{Lu}\p{Ll}+$)"), "true");
  EXPECT_EQ(matches("Zürich", R"(^\p{IsBasicLatin}+$)"), "false");
  EXPECT_EQ(matches("tag-1", R"(^\i\c*$)"), "true");
  EXPECT_EQ(matches("\xE2\x84\xAA", "k", "i"), "true");  // The sign for kelvin.
  EXPECT_EQ(matches("aa", R"((a)\1)"), "true");
  EXPECT_EQ(matches("a", R"((a)\2)"), "null");
  EXPECT_EQ(matches("aa", R"((a\1))"), "null");
  EXPECT_EQ(matches("a", R"([\1])"), "null");
  EXPECT_EQ(matches("a", "[a"), "null");
  EXPECT_EQ(matches("a", R"(\q)"), "null");
}

TEST(Pattern, FlagsDoWhatTheySay) {
  EXPECT_EQ(matches("a\nb", "a.b"), "false");
  EXPECT_EQ(matches("a\nb", "a.b", "s"), "true");
  EXPECT_EQ(matches("a\nb", "^b$"), "false");
  EXPECT_EQ(matches("a\nb", "^b$", "m"), "true");
  EXPECT_EQ(matches("a b", "a[ ]b  ", "x"), "true");
  EXPECT_EQ(matches("a b", R"(a \ s b)", "x"), "true");
  EXPECT_EQ(matches("1+1", "1+1", "q"), "true");
  EXPECT_EQ(matches("a", "a", "z"), "null");
}

TEST(Pattern, ReplacesAndSplits) {
  EXPECT_EQ(called("replace", {"2024-11-22", R"((\d+)-(\d+)-(\d+))", "$3/$2/$1"}), "22/11/2024");
  EXPECT_EQ(called("replace", {"ab", "(a)|(b)", "[$1|$2]"}), "[a|][|b]");
  EXPECT_EQ(called("replace", {"a", "a", R"(\$0)"}), "$0");
  EXPECT_EQ(called("replace", {"a", "a", "$"}), "null");
  EXPECT_EQ(called("replace", {"a.b", ".", "$1", "q"}), "a$1b");
  EXPECT_EQ(called("split", {"a;b;;", ";"}), R"(["a", "b", "", ""])");
  EXPECT_EQ(called("split", {"ab", "x*"}), R"(["ab"])");
}

// Backtracking over this would take longer than anybody waits.
TEST(Pattern, ACatastropheEndsInAnError) {
  const std::string many(60, 'a');
  EXPECT_EQ(matches(many + "!", "^(a+)+$"), "null");
  EXPECT_EQ(matches(std::string(100'000, 'a') + "!", "^(a|a)*$"), "null");
  EXPECT_EQ(matches("a", std::string(100'000, '(')), "null");
  EXPECT_EQ(matches("a", std::string(100'000, '[')), "null");
}

}  // namespace
}  // namespace recoup
