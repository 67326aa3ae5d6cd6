#include "recoup/ranking/recovery.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

const Date day = parse_date("2025-09-30").value();

/// A pack of these figures alone.
Result<RecoveryRates> rates_of(const std::string& rows) {
  const std::string head =
      "parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note\n";
  FileSet files;
  files["pack.json"] =
      R"({"id": "p", "title": "t", "jurisdiction": "j", "version": "1", "status": "enabled"})";
  std::string csv = head;
  for (std::size_t at = 0; at < rows.size();) {
    const std::size_t end = rows.find('\n', at);
    csv += rows.substr(at, end - at) + ",,2020-01-01,,day,convention,,,,owner: a unit\n";
    at = end + 1;
  }
  files["params/p.csv"] = csv;
  return RecoveryRates::of(Pack::read(files).value(), day);
}

const std::string figures =
    "chance.house,0.5\nchance.other,0.25\ncost.house,100.00\ncost.other,10.00\n"
    "cost.case,1000.00\nliquidity.other,1\nliquidity.house,0\nstage.charged,2\n";

PropertyItem item(const std::string& id, const std::string& kind, MinorUnits minor,
                  Fraction share = Fraction(1)) {
  return {id, kind, Money(minor, gbp), share};
}

TEST(ExpectedRecovery, IsValueTimesShareTimesChanceToThePenny) {
  const RecoveryRates rates = rates_of(figures).value();
  const auto recovery =
      expected_recovery({item("asset A1", "house", 100001, Fraction(1, 3))}, {}, "", rates).value();
  ASSERT_EQ(recovery.lines.size(), 1U);
  // 1,000.01 x 1/3 x 0.5 = 166.668...
  EXPECT_EQ(recovery.lines[0].expected, Money(16667, gbp));
  EXPECT_EQ(recovery.lines[0].chance.name, "chance.house");
  EXPECT_EQ(recovery.lines[0].chance.note, "owner: a unit");
}

TEST(ExpectedRecovery, LessCostsMayBeBelowNothing) {
  const RecoveryRates rates = rates_of(figures).value();
  const auto recovery =
      expected_recovery({item("asset A1", "boat", 200000)}, {}, "", rates).value();
  EXPECT_EQ(recovery.gross, Money(50000, gbp));
  EXPECT_EQ(recovery.costs, Money(101000, gbp));  // of the case, and of a thing of another kind
  EXPECT_EQ(recovery.net, Money(-51000, gbp));
}

TEST(ExpectedRecovery, IsNoMoreThanTheEstimatedBenefit) {
  const RecoveryRates rates = rates_of(figures).value();
  const std::vector<PropertyItem> property = {item("asset A1", "house", 1000000)};
  const auto capped =
      expected_recovery(property, Money(300000, gbp), "benefit as assessed", rates).value();
  EXPECT_TRUE(capped.is_capped);
  EXPECT_EQ(capped.net, Money(300000 - 110000, gbp));
  const auto free = expected_recovery(property, Money(500000, gbp), "", rates).value();
  EXPECT_FALSE(free.is_capped);
  EXPECT_EQ(free.net, Money(500000 - 110000, gbp));
}

TEST(RecoveryRates, ReadAKindHoweverItIsSpelled) {
  const RecoveryRates rates = rates_of(figures + "chance.bank_account,0.9\n").value();
  EXPECT_EQ(rates.chance("Bank account").name, "chance.bank_account");
  EXPECT_EQ(rates.chance("bank-account").name, "chance.bank_account");
  EXPECT_EQ(rates.chance("boat").name, "chance.other");
  ASSERT_NE(rates.stage("charged"), nullptr);
  EXPECT_EQ(rates.stage("dormant"), nullptr);
}

TEST(RecoveryRates, AreRefusedWhereTheyAreNone) {
  EXPECT_EQ(rates_of(figures + "chance.watch,1.01\n").error().code, ErrorCode::out_of_range);
  EXPECT_EQ(rates_of(figures + "cost.watch,-1.00\n").error().code, ErrorCode::out_of_range);
  EXPECT_EQ(rates_of(figures + "cost.watch,1.001\n").error().code, ErrorCode::out_of_range);
  const auto lacking = rates_of("chance.other,0.5\ncost.other,0.00\nliquidity.other,1\n");
  ASSERT_FALSE(lacking.has_value());
  EXPECT_NE(lacking.error().found.find("\"cost.case\""), std::string::npos);
}

}  // namespace
}  // namespace recoup
