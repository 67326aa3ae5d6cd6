#include "recoup/rules/fact_dictionary.hpp"

#include <gtest/gtest.h>

#include "recoup/rules/provisions.hpp"

namespace recoup {
namespace {

const std::string header = "name,type,grain,unit,meaning,source,may_be_missing\n";

TEST(FactDictionary, SaysWhatAFactMeans) {
  const FactDictionary facts =
      FactDictionary::read(header + "amount,number,case,GBP,\"Sum, in all\",bank,yes\n", "f")
          .value();
  ASSERT_NE(facts.find("amount"), nullptr);
  EXPECT_EQ(facts.find("amount")->meaning, "Sum, in all");
  EXPECT_TRUE(facts.find("amount")->may_be_missing);
  EXPECT_EQ(facts.find("sum"), nullptr);
  EXPECT_TRUE(FactDictionary::of_pack({}).value().entries().empty());
}

TEST(FactDictionary, RefusesWhatSaysTooLittle) {
  const auto code = [](const std::string& lines) {
    return FactDictionary::read(header + lines, "f").error().code;
  };
  EXPECT_EQ(code("amount,number,case,GBP,,bank,yes\n"), ErrorCode::malformed);
  EXPECT_EQ(code("amount,number,case,GBP,Sum,bank,\n"), ErrorCode::malformed);
  EXPECT_EQ(code("a,number,case,,Sum,bank,no\na,number,case,,Sum,bank,no\n"),
            ErrorCode::contradiction);
}

TEST(Provisions, AreTheFirstCellsOfTablesOfLaw) {
  const std::vector<Provision> found =
      provisions_of({{"law/a.md",
                      "# Law\n\n| provision | asks |\n|---|---|\n| [A s.1](https://e.org/1), [A "
                      "s.2](u) | Two. |\n"
                      "| a convention | One. |\n\n| not | a table |\n"},
                     {"notes/b.md", "| x | y |\n|---|---|\n| [B s.1](u) | z |\n"}});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].authority, "A s.1");
  EXPECT_EQ(found[0].uri, "https://e.org/1");
  EXPECT_EQ(found[1].authority, "A s.2");
  EXPECT_EQ(found[1].says, "Two.");
  EXPECT_EQ(found[1].line, 5U);
  EXPECT_EQ(found[2].authority, "a convention");
  EXPECT_EQ(found[2].uri, "");
  EXPECT_EQ(cited(" A s.1; B s.2(1) ;"), (std::vector<std::string>{"A s.1", "B s.2(1)"}));
}

}  // namespace
}  // namespace recoup
