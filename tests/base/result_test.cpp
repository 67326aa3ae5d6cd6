#include "recoup/base/result.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace recoup {
namespace {

Error wrong_day() {
  return {ErrorCode::malformed, "\"30 February\"", "a day that exists", {"march.csv", 812, "date"}};
}

Result<int> whole(bool is_known) {
  if (is_known) return 41;
  return wrong_day();
}

Result<std::string> one_more(bool is_known) {
  RECOUP_TRY(number, whole(is_known));
  return std::to_string(number + 1);
}

TEST(Result, HoldsAValueOrTheReasonWhyThereIsNone) {
  EXPECT_TRUE(whole(true).has_value());
  EXPECT_EQ(whole(true).value(), 41);
  EXPECT_FALSE(whole(false).has_value());
  EXPECT_EQ(whole(false).error(), wrong_day());
}

TEST(Result, IsPassedOnByTry) {
  EXPECT_EQ(one_more(true).value(), "42");
  EXPECT_EQ(one_more(false).error(), wrong_day());
}

TEST(Result, OfNothingIsDoneOrTheReasonWhyNot) {
  EXPECT_TRUE(Result<void>().has_value());
  const Result<void> refused = wrong_day();
  EXPECT_FALSE(refused);
  EXPECT_EQ(refused.error().place.line, 812U);
}

TEST(Result, HandsOverWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> held = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = std::move(held).value();
  EXPECT_EQ(*taken, 7);
}

TEST(ResultDeathTest, StopsTheProgramThatReadsTheOtherSide) {
  EXPECT_EXIT((void)whole(false).value(), testing::ExitedWithCode(70), "has_value\\(\\)");
  EXPECT_EXIT((void)whole(true).error(), testing::ExitedWithCode(70), "has_value\\(\\)");
  EXPECT_EXIT((void)Result<void>().error(), testing::ExitedWithCode(70), "error_");
}

}  // namespace
}  // namespace recoup
