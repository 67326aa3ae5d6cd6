// Agreement: the engine and the second opinion say the same of a million random ledgers.

#include <gtest/gtest.h>

#include <charconv>
#include <cstdlib>
#include <cstring>

#include "engine_run.hpp"

namespace recoup {
namespace {

/// How many ledgers are traced in all; each world is one ledger under each of the five methods.
std::uint64_t ledgers_wanted() {
#if defined(__SANITIZE_ADDRESS__)
  std::uint64_t wanted = 50'000;
#elif defined(__OPTIMIZE__)
  std::uint64_t wanted = 1'000'000;
#else
  std::uint64_t wanted = 50'000;
#endif
  if (const char* text = std::getenv("RECOUP_WORLDS")) {
    std::from_chars(text, text + std::strlen(text), wanted);
  }
  return wanted;
}

/// What differs, in one line for the reader; the whole is in the world and the seed.
template <typename T>
void expect_same(const T& engine, const T& opinion, const std::string& what) {
  EXPECT_TRUE(engine == opinion) << what << "\n  engine  " << testing::PrintToString(engine)
                                 << "\n  opinion " << testing::PrintToString(opinion);
}

void expect_agreement(const EngineRun& run, const PennyOpinion& opinion) {
  const PennyOpinion& engine = run.opinion;
  EXPECT_EQ(run.broken_promises, std::vector<std::string>());
  expect_same(engine.legs, opinion.legs, "legs");
  expect_same(engine.gaps, opinion.gaps, "gaps");
  expect_same(engine.links.matched, opinion.links.matched, "matched");
  expect_same(engine.links.review, opinion.links.review, "review");
  expect_same(engine.order.in_order, opinion.order.in_order, "order");
  expect_same(engine.order.contradictions, opinion.order.contradictions, "contradictions");
  expect_same(engine.debits_first.has_value(), opinion.debits_first.has_value(), "two orders");
  if (engine.debits_first && opinion.debits_first) {
    expect_same(engine.debits_first->in_order, opinion.debits_first->in_order, "debits first");
    expect_same(engine.debits_first->contradictions, opinion.debits_first->contradictions,
                "contradictions with debits first");
  }
  EXPECT_EQ(engine.refused, opinion.refused);
  if (engine.refused || opinion.refused) return;
  for (const PennyMethod method : penny_methods) {
    const PennyTrace& ours = engine.traces.at(method);
    const PennyTrace& theirs = opinion.traces.at(method);
    EXPECT_EQ(ours.movement_count, theirs.movement_count) << penny_text(method);
    expect_same(ours.holdings, theirs.holdings, penny_text(method) + " holdings");
    expect_same(ours.carried, theirs.carried, penny_text(method) + " carried");
  }
  EXPECT_TRUE(engine.led_by_debits_first == opinion.led_by_debits_first);
  EXPECT_TRUE(engine.others == opinion.others) << "the runs that do not lead";
  expect_same(engine.exposures, opinion.exposures, "exposures");
  expect_same(engine.range, opinion.range, "range");
}

/// One quarter of the worlds, so that several cores have something to do.
void agree_on_quarter(std::uint64_t quarter) {
  const std::uint64_t worlds = ledgers_wanted() / penny_methods.size() / 4;
  for (std::uint64_t i = 0; i < worlds; ++i) {
    const std::uint64_t seed = quarter * 1'000'000'000 + i;
    const PennyCase world = make_world(seed);
    Dice dice(~seed);
    expect_agreement(run_engine(world, dice), second_opinion(world));
    if (testing::Test::HasFailure()) {
      FAIL() << "world of seed " << seed << "\n" << world_text(world);
    }
  }
}

TEST(Agreement, HoldsOnTheFirstQuarterOfTheWorlds) { agree_on_quarter(0); }
TEST(Agreement, HoldsOnTheSecondQuarterOfTheWorlds) { agree_on_quarter(1); }
TEST(Agreement, HoldsOnTheThirdQuarterOfTheWorlds) { agree_on_quarter(2); }
TEST(Agreement, HoldsOnTheLastQuarterOfTheWorlds) { agree_on_quarter(3); }

}  // namespace
}  // namespace recoup
