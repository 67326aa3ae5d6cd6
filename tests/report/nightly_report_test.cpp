#include "recoup/report/nightly_report.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

RankedRow row(std::uint64_t place, const std::string& id, const std::string& points,
              std::vector<std::string> reasons) {
  return {place, id, "Larch", "amber", points, "1,200.00", "", std::move(reasons)};
}

TEST(RankingMoves, SayWhatChangedAndWhy) {
  const auto moves = ranking_moves(
      {row(1, "L-1", "40", {"cash is seized"})},
      {row(1, "L-2", "55", {"a clock ends"}), row(2, "L-1", "40", {"cash is seized"})});
  ASSERT_EQ(moves.size(), 2U);
  EXPECT_EQ(moves[0], (RankingMove{"L-2", 0, 1, {"ranked for the first time"}}));
  EXPECT_EQ(moves[1], (RankingMove{"L-1", 1, 2, {"other cases moved"}}));
}

TEST(RankingMoves, NameTheRulesThatFiredAndThatNoLongerDo) {
  const auto moves = ranking_moves({row(1, "L-1", "40", {"cash is seized"})},
                                   {row(1, "L-1", "35", {"a conviction is entered"})});
  ASSERT_EQ(moves.size(), 1U);
  EXPECT_EQ(moves[0].why,
            (std::vector<std::string>{"points 40 to 35", "now: a conviction is entered",
                                      "no longer: cash is seized"}));
}

TEST(RankingMoves, TellOfACaseThatIsGone) {
  const auto moves =
      ranking_moves({row(1, "L-1", "40", {}), row(2, "L-2", "30", {})}, {row(1, "L-1", "40", {})});
  ASSERT_EQ(moves.size(), 1U);
  EXPECT_EQ(moves[0], (RankingMove{"L-2", 2, 0, {"it is no longer ranked"}}));
}

TEST(RankingMoves, AreNoneWhereNothingChanged) {
  EXPECT_TRUE(ranking_moves({row(1, "L-1", "40", {"x"})}, {row(1, "L-1", "40", {"x"})}).empty());
}

NightlyReport report() {
  NightlyReport made;
  made.as_at = "2025-09-30";
  made.number = 3;
  made.within_days = 14;
  made.cases = 2;
  made.arrivals = {{"a<b.csv", "refused", "", "", 0, 0, {"found <i>; expected a statement"}, {}},
                   {"may.ofx", "imported", "ab12", "ofx", 31, 2, {}, {"read as UTF-8"}}};
  made.examined = {{"L-1", "1 account, 31 entries", {}}};
  made.ranking = {row(1, "L-1", "40", {})};
  return made;
}

TEST(NightlyDigest, TellsTheSameInEveryForm) {
  for (const std::string& form :
       {nightly_json(report()), nightly_text(report()), nightly_html(report())}) {
    for (const char* each : {"may.ofx", "31", "L-1", "2025-09-30", "1,200.00"}) {
      EXPECT_NE(form.find(each), std::string::npos) << each << " in " << form;
    }
  }
}

TEST(NightlyDigest, LetsNoNameOfAFileIntoItsMarkup) {
  const std::string page = nightly_html(report());
  EXPECT_EQ(page.find("a<b.csv"), std::string::npos);
  EXPECT_EQ(page.find("<i>"), std::string::npos);
  EXPECT_NE(page.find("a&lt;b.csv"), std::string::npos);
}

TEST(NightlyDigest, NeedsAPersonWhereAFileWasRefused) {
  EXPECT_TRUE(report().needs_person());
  NightlyReport calm = report();
  calm.arrivals = {{"may.ofx", "imported", "ab12", "ofx", 31, 0, {}, {}}};
  EXPECT_FALSE(calm.needs_person());
  calm.clocks = {{"L-1", "C1", "initial detention", "", "", "", "running"}};
  EXPECT_TRUE(calm.needs_person());
}

}  // namespace
}  // namespace recoup
