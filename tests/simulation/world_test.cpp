// The worlds hold every trouble that the tracers are to agree on; else their agreement says little.

#include "world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "penny_tracer.hpp"

namespace recoup {
namespace {

TEST(World, IsTheChildOfItsSeed) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    EXPECT_EQ(world_text(make_world(seed)), world_text(make_world(seed)));
    EXPECT_NE(world_text(make_world(seed)), world_text(make_world(seed + 1)));
  }
}

bool reaches(const PennyOpinion& opinion, const std::string& kind) {
  return std::any_of(opinion.range.begin(), opinion.range.end(),
                     [&](const PennyRange& row) { return std::get<1>(row) == kind; });
}

void name_reversal(const PennyCase& world, const PennyOpinion& opinion, const PennyPair& pair,
                   std::map<std::string, bool>& troubles) {
  const auto is_debit_of = [&](const PennyMovement& movement) {
    return movement.debit == pair.debit && movement.credit;
  };
  const std::vector<PennyMovement>& movements = opinion.order.in_order;
  if (std::any_of(movements.begin(), movements.end(), is_debit_of)) {
    troubles["reversal of a transfer"] = true;
  }
  if (pair.credit < pair.debit) troubles["reversal before its debit"] = true;
  for (const auto& [credit, debit] : opinion.order.gives_back) {
    if (movements[credit].credit != pair.credit) continue;
    const bool is_whole =
        minor_of(world.at(pair.debit).amount) == -minor_of(world.at(pair.credit).amount);
    troubles[is_whole ? "reversal of a whole debit" : "reversal of a part"] = true;
    if (opinion.refused) continue;
    for (const auto& [place, source, amount] : opinion.traces.at(PennyMethod::pro_rata).carried) {
      if (place == credit) troubles["reversal that carries a source"] = true;
    }
    for (const auto& [other, same_debit] : opinion.order.gives_back) {
      if (other != credit && same_debit == debit) troubles["debit given back twice"] = true;
    }
  }
}

/// The troubles of one world, by name.
std::map<std::string, bool> troubles_of(const PennyCase& world) {
  std::map<std::string, bool> troubles;
  const PennyOpinion opinion = second_opinion(world);
  troubles["refused"] = opinion.refused;
  troubles["as at"] = world.as_at.has_value();
  troubles["review"] = !opinion.links.review.empty();
  troubles["contradiction"] = !opinion.order.contradictions.empty();
  troubles["tainted gap"] = reaches(opinion, "gap");
  troubles["tainted overdraft"] = reaches(opinion, "overdraft");
  troubles["methods differ"] =
      std::any_of(opinion.range.begin(), opinion.range.end(),
                  [](const PennyRange& row) { return std::get<4>(row) != std::get<6>(row); });
  for (const PennyPair& pair : opinion.links.matched) {
    if (world.at(pair.debit).booked_at != world.at(pair.credit).booked_at) {
      troubles["time on one side"] = true;
    }
  }
  for (const PennyMovement& movement : opinion.order.in_order) {
    if (movement.is_to_itself()) troubles["to itself"] = true;
    if (movement.is_to_itself() && opinion.gaps.count(*movement.credit) != 0) {
      troubles["gap within a movement to itself"] = true;
    }
    if (movement.debit && movement.credit &&
        world.at(*movement.debit).amount.currency() !=
            world.at(*movement.credit).amount.currency()) {
      troubles["exchange"] = true;
    }
    if (world.at(movement.leg()).amount.is_zero()) troubles["nothing"] = true;
  }
  for (const auto& [method, trace] : opinion.traces) {
    if (!trace.accrued.empty()) troubles["interest on a source"] = true;
    if (!trace.attributed.empty()) troubles["a source that financed a debit"] = true;
  }
  troubles["unknown order"] = opinion.debits_first.has_value();
  troubles["debits first leads"] = !opinion.led_by_debits_first.empty();
  troubles["unknown order with other figures"] =
      opinion.debits_first && opinion.others != opinion.traces;
  troubles["unknown order and a contradiction"] =
      opinion.debits_first && !opinion.debits_first->contradictions.empty();
  for (const PennyPair& pair : world.reversals) name_reversal(world, opinion, pair, troubles);
  for (const PennyLeg& leg : world.accepted) {
    const PennyGap& gap = opinion.gaps.at(leg);
    troubles[gap.held > gap.restart ? "accepted gap that hides a debit"
                                    : "accepted gap that hides a credit"] = true;
  }
  for (const PennySource& source : world.sources) {
    if (!source.entry) troubles["source on an opening balance"] = true;
    for (const PennySource& other : world.sources) {
      if (source.id == other.id || source.account != other.account) continue;
      if (source.entry == other.entry) troubles["two sources on one credit"] = true;
    }
  }
  return troubles;
}

TEST(World, HoldsEveryTrouble) {
  std::map<std::string, int> count;
  constexpr int worlds = 3000;
  for (std::uint64_t seed = 0; seed < worlds; ++seed) {
    for (const auto& [trouble, is_there] : troubles_of(make_world(seed)))
      count[trouble] += is_there;
  }
  EXPECT_EQ(count.size(), 28U);
  for (const auto& [trouble, times] : count) EXPECT_GE(times, 3) << trouble;
}

}  // namespace
}  // namespace recoup
