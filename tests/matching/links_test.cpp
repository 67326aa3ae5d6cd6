#include "recoup/matching/links.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Confidence, IsCalledAsTheCommandLineSays) {
  EXPECT_EQ(text(Confidence::exact), "exact");
  EXPECT_EQ(text(Confidence::strong), "strong");
  EXPECT_EQ(text(Confidence::confirmed), "confirmed");
}

}  // namespace
}  // namespace recoup
