// Which packs decide.

#include <gtest/gtest.h>

#include "recoup/casework/law.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {
namespace {

TEST(LoadedLaw, OnlyEnabledPacksDecideAndEachSaysWhoSignedIt) {
  const Law law = load_law().value();
  EXPECT_EQ(law.packs.size() + 1, built_in_pack_ids().size());
  for (const PackIdentity& pack : law.packs) {
    EXPECT_EQ(pack.signatures, "unsigned") << pack.id;
    EXPECT_NE(pack.id, "ew-poca-part2-cpa2026");
  }
}

}  // namespace
}  // namespace recoup
