#include "recoup/feel/syntax.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

const NameUses names = {{"benefit", {"number", true, false, false}},
                        {"shares", {"number", false, false, false}},
                        {"start", {"date", false, true, false}},
                        {"moment", {"time", false, false, false}},
                        {"span", {"dayTimeDuration", false, false, false}},
                        {"known", {"boolean", false, false, false}},
                        {"unsure", {"boolean", false, true, false}},
                        {"worth", {"", false, false, true}}};

std::string printed_again(const std::string& text) {
  const auto syntax = expression_syntax(text, names);
  return syntax ? syntax.value().printed : "refused: " + syntax.error().found;
}

std::vector<SyntaxTrait> traits(const std::string& text) {
  std::vector<SyntaxTrait> found;
  const auto syntax = expression_syntax(text, names);
  EXPECT_TRUE(syntax.has_value()) << text;
  if (!syntax) return found;
  for (const SyntaxRemark& one : syntax.value().remarks) found.push_back(one.trait);
  return found;
}

using Traits = std::vector<SyntaxTrait>;

TEST(Syntax, PrintsWithNoParenthesisMoreThanItNeeds) {
  EXPECT_EQ(printed_again("((benefit)+(shares*0))-(benefit-shares)"),
            "benefit + shares * 0 - (benefit - shares)");
  EXPECT_EQ(printed_again("(benefit + shares) * 0"), "(benefit + shares) * 0");
  EXPECT_EQ(printed_again("known or unsure and known"), "known or unsure and known");
  EXPECT_EQ(printed_again("(known or unsure) and known"), "(known or unsure) and known");
  EXPECT_EQ(printed_again("-(benefit ** 0)"), "-(benefit ** 0)");
  EXPECT_EQ(printed_again("(-benefit) ** 0"), "-benefit ** 0");
  EXPECT_EQ(printed_again("benefit in (<0,[0..shares))"), "benefit in (< 0, [0..shares))");
  EXPECT_EQ(printed_again("benefit between 0 and shares"), "benefit between 0 and shares");
  EXPECT_EQ(printed_again("if known then \"a\\\"b\" else null"),
            "if known then \"a\\\"b\" else null");
  EXPECT_EQ(printed_again("sum( [benefit ,shares] [item>0] )"), "sum([benefit, shares][item > 0])");
  EXPECT_EQ(printed_again("for x in [0] return x+benefit"), "for x in [0] return x + benefit");
}

TEST(Syntax, WhatIsPrintedReadsTheSameAgain) {
  for (const char* text :
       {"(benefit - shares) - (benefit - shares)", "some x in [benefit] satisfies x > shares",
        "{a: benefit, \"b-c\": (< 0)}", "not(known)", "decimal(benefit / shares, 2)",
        "(if known then benefit else shares) + 0", "[benefit, (>= shares)]",
        "date(\"2024-01-31\") < start", "[benefit][0]",
        "benefit instance of list<context<a: number, b: string>>", "function(a: date, b) a",
        "[benefit] instance of range<date and time>"}) {
    const std::string once = printed_again(text);
    EXPECT_EQ(printed_again(once), once) << text;
  }
  EXPECT_EQ(tests_syntax("not( <0 ,benefit)", names).value().printed, "not(< 0, benefit)");
  EXPECT_EQ(tests_syntax("-", names).value().printed, "-");
  EXPECT_EQ(tests_syntax("?>=benefit or shares>benefit", names).value().printed,
            "? >= benefit or shares > benefit");
}

TEST(Syntax, SeesFiguresButNotPlacesInListsAndDecimalsKept) {
  EXPECT_EQ(traits("benefit > 5000"), Traits{SyntaxTrait::literal_number});
  EXPECT_EQ(traits("benefit > 0"), Traits{});
  EXPECT_EQ(traits("[benefit][1] > shares"), Traits{});
  EXPECT_EQ(traits("[benefit][-1] > shares"), Traits{});
  EXPECT_EQ(traits("decimal(benefit / shares, 2) > shares"), Traits{});
  EXPECT_EQ(traits("start > date(\"2024-01-31\")"), Traits{SyntaxTrait::literal_time});
}

TEST(Syntax, SeesFunctionsThatAreNotOfTheLanguageAndTheClock) {
  EXPECT_EQ(traits("worth(benefit)"), Traits{});
  EXPECT_EQ(traits("doubled(benefit)"), Traits{SyntaxTrait::own_function});
  EXPECT_EQ(traits("function(x) x"), Traits{SyntaxTrait::own_function});
  EXPECT_EQ(traits("start < today()"), Traits{SyntaxTrait::clock});
}

TEST(Syntax, SeesTimesComparedByEquality) {
  EXPECT_EQ(traits("moment = moment"), Traits{SyntaxTrait::time_equality});
  EXPECT_EQ(traits("moment < moment"), Traits{});
  EXPECT_EQ(traits("start = start"), Traits{});
  NameUses cell = names;
  cell["?"] = names.at("moment");
  EXPECT_EQ(tests_syntax("moment", cell).value().remarks.size(), 1U);
  EXPECT_EQ(tests_syntax("< moment", cell).value().remarks.size(), 0U);
  EXPECT_EQ(tests_syntax("null", cell).value().remarks.size(), 0U);
}

TEST(Syntax, SeesArithmeticOfDays) {
  EXPECT_EQ(traits("start + span"), Traits{SyntaxTrait::duration_arithmetic});
  EXPECT_EQ(traits("start - start > span"), Traits{SyntaxTrait::duration_arithmetic});
  EXPECT_EQ(traits("span * benefit"), Traits{SyntaxTrait::duration_arithmetic});
  EXPECT_EQ(traits("years and months duration(start, start)"),
            Traits{SyntaxTrait::duration_arithmetic});
}

TEST(Syntax, SeesConditionsOnWhatMayBeMissing) {
  EXPECT_EQ(traits("if unsure then benefit else shares"), Traits{SyntaxTrait::uncertain_condition});
  EXPECT_EQ(traits("if known then unsure else known"), Traits{});
}

TEST(Syntax, SeesDivisionsOfMoneyThatNothingRounds) {
  EXPECT_EQ(traits("benefit / shares"), Traits{SyntaxTrait::unrounded_division});
  EXPECT_EQ(traits("floor(benefit / shares)"), Traits{});
  EXPECT_EQ(traits("shares / shares"), Traits{});
}

TEST(Syntax, SeesPatternsThatRe2DoesNotRead) {
  EXPECT_EQ(traits("matches(\"a\", \"^a+$\")"), Traits{});
  for (const char* pattern : {"(a)\\\\1", "a(?=b)", "(?<!a)b", "(?>a)", "[a-z-[aeiou]]", "\\\\i",
                              "\\\\p{IsGreek}", "a{1001}", "a++"}) {
    EXPECT_EQ(traits("matches(\"a\", \"" + std::string(pattern) + "\")"),
              Traits{SyntaxTrait::foreign_pattern})
        << pattern;
  }
  EXPECT_EQ(traits("matches(\"a\", \"a\", \"x\")"), Traits{SyntaxTrait::foreign_pattern});
  EXPECT_EQ(traits("matches(\"a\", string(benefit))"), Traits{SyntaxTrait::foreign_pattern});
  EXPECT_EQ(beyond_re2("a{1000}\\.\\\\1"), "");
}

TEST(Syntax, NamesTheVariablesThatItMentions) {
  const Syntax syntax =
      expression_syntax("sum(for x in [benefit] return x + worth(shares))", names).value();
  EXPECT_EQ(syntax.mentions, (std::vector<std::string>{"benefit", "shares", "worth"}));
}

TEST(Syntax, SaysWhatIsWrongWithAName) {
  EXPECT_EQ(name_fault("seizure amount 2"), "");
  EXPECT_EQ(name_fault("inland value"), "");
  EXPECT_NE(name_fault(""), "");
  EXPECT_NE(name_fault("2 days"), "");
  EXPECT_NE(name_fault("a  b"), "");
  EXPECT_NE(name_fault("a+b"), "");
  EXPECT_NE(name_fault("days in weekend"), "");
  EXPECT_NE(name_fault("not paid"), "");
}

}  // namespace
}  // namespace recoup
