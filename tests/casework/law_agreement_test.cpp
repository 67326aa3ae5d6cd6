// What the assessment computes and what the tables of the packs answer is one law.

#include <gtest/gtest.h>

#include "recoup/casework/law.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {
namespace {

TEST(LawAgreement, TheTermInDefaultIsThatOfTheTable) {
  const Law law = load_law().value();
  const Pack pack = built_in_pack("ew-poca-part2").value();
  const Date day = *make_date(2026, 11, 22);
  for (const std::int64_t minor : {1LL, 999'999LL, 1'000'000LL, 1'000'001LL, 50'000'000LL,
                                   50'000'001LL, 100'000'000LL, 100'000'001LL, 10'000'000'000LL}) {
    const Money amount(minor, gbp);
    const int months = law.part2.default_band(amount, day).value().months;
    FactTable facts;
    facts.set({"amount ordered", Value(Decimal::scaled(minor, gbp.decimals()).value), "GBP", {}});
    const Finding finding = pack.evaluate("Default term", facts, day).value();
    ASSERT_EQ(finding.status, Status::determined) << minor;
    EXPECT_EQ(text(finding.value), std::to_string(months)) << minor;
  }
}

TEST(LawAgreement, OnlyEnabledPacksDecideAndEachSaysWhoSignedIt) {
  const Law law = load_law().value();
  EXPECT_EQ(law.packs.size() + 1, built_in_pack_ids().size());
  for (const PackIdentity& pack : law.packs) {
    EXPECT_EQ(pack.signatures, "unsigned") << pack.id;
    EXPECT_NE(pack.id, "ew-poca-part2-cpa2026");
  }
}

}  // namespace
}  // namespace recoup
