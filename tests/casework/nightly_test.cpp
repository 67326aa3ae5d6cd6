#include "recoup/casework/nightly.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <set>
#include <thread>

#include "nightly/state.hpp"
#include "nightly/worker.hpp"

namespace recoup {
namespace {

RiskyWork risky_work(std::size_t count, std::set<std::size_t>& done,
                     std::vector<std::pair<std::size_t, std::string>>& lost) {
  RiskyWork risky;
  risky.count = count;
  risky.patience = [](std::size_t) { return std::chrono::seconds(1); };
  risky.told = [&done](std::size_t piece) { done.insert(piece); };
  risky.lost = [&lost](std::size_t piece, const std::string& why) {
    lost.emplace_back(piece, why);
    return Result<void>();
  };
  return risky;
}

TEST(RiskyWork, GoesOnBehindAPieceThatCrashes) {
  std::set<std::size_t> done;
  std::vector<std::pair<std::size_t, std::string>> lost;
  RiskyWork risky = risky_work(4, done, lost);
  risky.work = [](std::size_t piece) {
    if (piece == 1) {
      std::signal(SIGTERM, SIG_DFL);
      raise(SIGTERM);
    }
    return Result<void>();
  };
  ASSERT_TRUE(do_apart(risky));
  EXPECT_EQ(done, (std::set<std::size_t>{0, 1, 2, 3}));
  ASSERT_EQ(lost.size(), 1U);
  EXPECT_EQ(lost[0].first, 1U);
  EXPECT_NE(lost[0].second.find("crashed the reader"), std::string::npos) << lost[0].second;
}

TEST(RiskyWork, GoesOnBehindAPieceThatHangs) {
  std::set<std::size_t> done;
  std::vector<std::pair<std::size_t, std::string>> lost;
  RiskyWork risky = risky_work(3, done, lost);
  risky.work = [](std::size_t piece) {
    if (piece == 0) std::this_thread::sleep_for(std::chrono::hours(1));
    return Result<void>();
  };
  ASSERT_TRUE(do_apart(risky));
  EXPECT_EQ(done, (std::set<std::size_t>{0, 1, 2}));
  ASSERT_EQ(lost.size(), 1U);
  EXPECT_EQ(lost[0].second, "it was not read within 1 seconds");
}

TEST(RiskyWork, EndsWithTheErrorOfAPiece) {
  std::set<std::size_t> done;
  std::vector<std::pair<std::size_t, std::string>> lost;
  RiskyWork risky = risky_work(3, done, lost);
  risky.work = [](std::size_t piece) -> Result<void> {
    if (piece == 1) {
      return Error{ErrorCode::busy, "another\tprocess", "a store that is free", {"s.db", 0, ""}};
    }
    return {};
  };
  const auto result = do_apart(risky);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(),
            (Error{ErrorCode::busy, "another process", "a store that is free", {"s.db", 0, ""}}));
  EXPECT_EQ(done, (std::set<std::size_t>{0}));
}

TEST(NightlyState, ComesBackAsItWasWritten) {
  KeptMeasures kept{"f00d", make_date(2025, 9, 30).value(), {}};
  kept.sums.sources = MinorUnits{1} << 90;
  kept.sums.left = -5;
  kept.sums.unverified_lines = 3;
  kept.sums.last_booking = make_date(2025, 8, 1).value();
  kept.sums.traced_at_banks = 9;
  kept.sums.unverified = {{"A", gbp, make_date(2025, 1, 1).value(), make_date(2025, 1, 31).value(),
                           PeriodVerdict::missing, "no \"statement\""}};
  const LastNight night{7,
                        "2025-09-30",
                        {{1, "L-1", "Larch", "red", "40*", "1,200.00", "C1 \"x\"", {"a", "b"}}},
                        {{"L-1", kept}}};
  const auto read = read_last_night(written(night));
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().number, 7U);
  EXPECT_EQ(read.value().as_at, night.as_at);
  EXPECT_EQ(read.value().ranking, night.ranking);
  EXPECT_EQ(read.value().measures.at("L-1").sums, kept.sums);
  EXPECT_EQ(read.value().measures.at("L-1").fingerprint, "f00d");

  const Arrival arrival{"a.csv", "imported", "ab", "ofx", 3, 1, {"why"}, {"note"}};
  EXPECT_EQ(read_arrival(written(arrival)).value(), arrival);
}

TEST(NightlyState, WhatIsNotAsItWasWrittenIsNotKept) {
  const auto read = read_last_night(R"({"number": 3, "measures": [{"case": "L-1",
    "measured_on": "2025-09-30", "sources": "many"}]})");
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().number, 3U);
  EXPECT_TRUE(read.value().measures.empty());
  EXPECT_FALSE(read_last_night("{"));
}

TEST(LedgerMeasures, HoldOnALaterDayOnceNothingCanComeIntoTheWindow) {
  LedgerMeasures sums;
  sums.last_booking = make_date(2025, 8, 1).value();
  const Date settled = make_date(2025, 9, 1).value();
  EXPECT_TRUE(holds_also_on(sums, settled, make_date(2026, 1, 1).value()));
  EXPECT_FALSE(holds_also_on(sums, make_date(2025, 8, 31).value(), settled));
  EXPECT_TRUE(holds_also_on(sums, make_date(2025, 8, 31).value(), make_date(2025, 8, 31).value()));
  EXPECT_FALSE(holds_also_on(sums, settled, make_date(2025, 8, 30).value()));
}

}  // namespace
}  // namespace recoup
