#include "recoup/rules/seizure.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

Seizure seizure(SeizureKind kind, const std::string& amount, const std::string& seized_at) {
  Seizure one;
  one.id = "Z1";
  one.kind = kind;
  one.seized_at = BookingTime::parse(seized_at).value();
  one.line = 4;
  if (!amount.empty()) one.amount = Money::parse_plain(amount, gbp).value();
  return one;
}

std::string answer(SeizureKind kind, const std::string& amount, const std::string& seized_at) {
  const Pack pack = built_in_pack("ew-seizure-minimums").value();
  return text(seizure_minimum(pack, seizure(kind, amount, seized_at), "z.csv").value().value);
}

// law.md 0.4, the boundary table.
TEST(SeizureMinimum, BoundariesAreThoseOfTheLaw) {
  EXPECT_EQ(answer(SeizureKind::cash, "999.99", "2025-03-04T09:15"), "false");
  EXPECT_EQ(answer(SeizureKind::cash, "1000.00", "2025-03-04T09:15"), "true");
  EXPECT_EQ(answer(SeizureKind::cash, "1000.00", "2006-07-31"), "true");
  EXPECT_EQ(answer(SeizureKind::cash, "1000.00", "2006-07-30"), "false");
  EXPECT_EQ(answer(SeizureKind::cash, "5000.00", "2006-07-30"), "true");
  EXPECT_EQ(answer(SeizureKind::listed_asset, "999.99", "2025-03-04"), "false");
  EXPECT_EQ(answer(SeizureKind::listed_asset, "1000.00", "2025-03-04"), "true");
  EXPECT_EQ(answer(SeizureKind::account, "999.99", "2025-03-04"), "false");
  EXPECT_EQ(answer(SeizureKind::account, "1000.00", "2025-03-04"), "true");
  EXPECT_EQ(answer(SeizureKind::cryptoasset, "", "2025-03-04"), "true");
}

TEST(SeizureMinimum, WhatIsNotStatedIsMissing) {
  const Pack pack = built_in_pack("ew-seizure-minimums").value();
  const Finding no_amount =
      seizure_minimum(pack, seizure(SeizureKind::cash, "", "2025-03-04"), "z.csv").value();
  EXPECT_EQ(no_amount.status, Status::undetermined);
  EXPECT_EQ(no_amount.missing, std::vector<std::string>{"seizures.Z1.amount"});
  Seizure foreign = seizure(SeizureKind::cash, "", "2025-03-04");
  foreign.amount = Money(900000, eur);
  EXPECT_EQ(seizure_minimum(pack, foreign, "z.csv").value().missing,
            std::vector<std::string>{"seizures.Z1.amount in GBP"});
  const Finding early =
      seizure_minimum(pack, seizure(SeizureKind::cash, "9000.00", "2003-01-01"), "z.csv").value();
  EXPECT_EQ(early.missing, std::vector<std::string>{"cash minimum amount on 2003-01-01"});
}

TEST(SeizureMinimum, OtherThresholdsOfThePackHaveTheirOwnEdges) {
  const Pack pack = built_in_pack("ew-seizure-minimums").value();
  const auto asked = [&](const char* decision, const char* fact, const char* amount) {
    FactTable facts;
    facts.set({fact, Value(Decimal::parse(amount).value().value), "GBP", {}});
    return text(pack.evaluate(decision, facts, make_date(2025, 3, 4)).value().value);
  };
  EXPECT_EQ(asked("Civil recovery threshold met", "recoverable total", "10000.00"), "true");
  EXPECT_EQ(asked("Civil recovery threshold met", "recoverable total", "9999.99"), "false");
  EXPECT_EQ(asked("Unexplained wealth threshold met", "property total", "50000.00"), "false");
  EXPECT_EQ(asked("Unexplained wealth threshold met", "property total", "50000.01"), "true");
}

}  // namespace
}  // namespace recoup
