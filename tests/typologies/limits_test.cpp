#include "recoup/typologies/limits.hpp"

#include <gtest/gtest.h>

#include "typology_world.hpp"

namespace recoup {
namespace {

std::string with(const std::string& from, const std::string& to) {
  std::string file = typology_file("limits.csv");
  const std::size_t at = file.find(from);
  EXPECT_NE(at, std::string::npos);
  return file.replace(at, from.size(), to);
}

ErrorCode refusal(const std::string& csv) {
  const auto limits = TypologyLimits::parse(csv, "l.csv", make_date(2025, 6, 1).value());
  EXPECT_FALSE(limits.has_value());
  return limits ? ErrorCode::busy : limits.error().code;
}

TEST(TypologyLimits, ThoseOfTheProgramHaveAnAuthorityAndAnOwner) {
  const auto table = ParameterTable::parse(typology_file("limits.csv"), "limits.csv").value();
  EXPECT_GT(table.rows().size(), 30U);
  for (const Parameter& row : table.rows()) {
    EXPECT_FALSE(row.authority.empty()) << row.name;
    EXPECT_NE(row.note.find("owner"), std::string::npos) << row.name;
    EXPECT_FALSE(row.governing_date.empty()) << row.name;
  }
}

TEST(TypologyLimits, AreReadWithTheirRows) {
  const TypologyLimits limits = shipped_limits();
  EXPECT_EQ(limits.pass_hours.value, 48);
  EXPECT_EQ(limits.pass_hours.row.name, "pass_through.hours");
  EXPECT_EQ(limits.pass_minimum.value.text(), "100.00 GBP");
  EXPECT_EQ(limits.structuring_limits.size(), 3U);
}

TEST(TypologyLimits, AnyThatIsMissingOrNoNumberIsRefused) {
  EXPECT_EQ(refusal(with("pass_through.hours", "pass_through.minutes")), ErrorCode::not_found);
  EXPECT_EQ(refusal(with("pass_through.hours,48", "pass_through.hours,0")), ErrorCode::malformed);
  EXPECT_EQ(refusal(with("pass_through.hours,48", "pass_through.hours,two")), ErrorCode::malformed);
  EXPECT_EQ(refusal(with("fan.minimum,1000.00", "fan.minimum,0.00")), ErrorCode::malformed);
  EXPECT_EQ(refusal(with("fan.minimum,1000.00,GBP", "fan.minimum,1000.00,shells")),
            ErrorCode::malformed);
  EXPECT_EQ(refusal(with("structuring.limit.border,10000.00", "structuring.limit.border,many")),
            ErrorCode::malformed);
}

TEST(TypologyLimits, WordsComeKindByKindAndOnlyWhileInForce) {
  const std::string file = typology_file("words.csv");
  const auto words = parse_credit_words(file, "words.csv", make_date(2025, 6, 1).value()).value();
  ASSERT_FALSE(words.empty());
  EXPECT_EQ(words.front().kind, CreditKind::cash);
  EXPECT_EQ(words.back().kind, CreditKind::gift);
  EXPECT_TRUE(
      parse_credit_words(file, "words.csv", make_date(1999, 12, 31).value()).value().empty());
}

}  // namespace
}  // namespace recoup
