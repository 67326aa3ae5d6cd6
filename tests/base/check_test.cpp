#include "recoup/base/check.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(CheckDeathTest, EndsTheProgramWithStatusSeventyAndNamesTheInvariant) {
  const int held = 3;
  EXPECT_EXIT(RECOUP_CHECK(held == 4), testing::ExitedWithCode(70),
              "a defect: held == 4 does not hold .*check_test.cpp:[0-9]+");
}

TEST(Check, DoesNothingWhereTheInvariantHolds) {
  int evaluated = 0;
  RECOUP_CHECK(++evaluated == 1);
  EXPECT_EQ(evaluated, 1);
}

}  // namespace
}  // namespace recoup
