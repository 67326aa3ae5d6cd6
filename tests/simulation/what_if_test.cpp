// A hypothesis about random worlds: what is left out or taken apart in the engine's ledger gives
// the figures of papers that never said it, by the second opinion.

#include <gtest/gtest.h>

#include <algorithm>

#include "engine_run.hpp"
#include "recoup/ledger/changed_ledger.hpp"
#include "recoup/matching/changed_links.hpp"

namespace recoup {
namespace {

#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
constexpr std::uint64_t worlds = 1'000;
#else
constexpr std::uint64_t worlds = 10'000;
#endif
constexpr std::uint64_t first_seed = 9'000'000'000;

/// The figures; the legs have other rows in the two worlds.
bool have_one_answer(const PennyOpinion& engine, const PennyOpinion& opinion) {
  if (engine.refused || opinion.refused) return engine.refused == opinion.refused;
  return engine.traces == opinion.traces && engine.others == opinion.others &&
         engine.led_by_debits_first == opinion.led_by_debits_first &&
         engine.exposures == opinion.exposures && engine.range == opinion.range;
}

LegRow row_of(const Ledger& ledger, const PennyCase& world, PennyLeg leg) {
  const AccountRow account = ledger.find_account(world.accounts[leg.account].name).value();
  for (std::size_t row = ledger.first_leg[index(account)];
       row < ledger.first_leg[index(account) + 1]; ++row) {
    if (ledger.place[row].line == leg.entry + 2) return static_cast<LegRow>(row);
  }
  ADD_FAILURE() << "no such entry";
  return {};
}

/// The world without what hangs on one of the legs.
PennyCase without_what_names(PennyCase world, const std::set<PennyLeg>& legs) {
  const auto names_one = [&](const PennyPair& pair) {
    return legs.contains(pair.debit) || legs.contains(pair.credit);
  };
  std::erase_if(world.sources, [&](const PennySource& source) {
    return source.entry && legs.contains({source.account, *source.entry});
  });
  std::erase_if(world.interest,
                [&](const PennyInterest& interest) { return legs.contains(interest.credit); });
  for (auto* pairs : {&world.confirmed, &world.reversals, &world.financed}) {
    std::erase_if(*pairs, names_one);
  }
  return world;
}

std::optional<std::size_t> next_of_currency(const std::vector<Transaction>& entries,
                                            std::size_t from, Currency currency) {
  for (std::size_t i = from; i < entries.size(); ++i) {
    if (entries[i].amount.currency() == currency) return i;
  }
  return std::nullopt;
}

/// Where the leg stood when one before it on its account is gone.
PennyLeg moved(PennyLeg leg, PennyLeg gone) {
  if (leg.account == gone.account && leg.entry > gone.entry) --leg.entry;
  return leg;
}

/// Papers that never showed this leg: every balance behind it is other by its amount. A gap before
/// it is seen at the next entry of its currency.
PennyCase papers_without(PennyCase world, PennyLeg leg) {
  const auto gaps = penny_gaps(world);
  std::vector<Transaction>& entries = world.accounts[leg.account].entries;
  const Money amount = entries[leg.entry].amount;
  for (std::size_t i = leg.entry + 1; i < entries.size(); ++i) {
    std::optional<Money>& balance = entries[i].balance;
    if (balance && balance->currency() == amount.currency()) {
      balance = balance->minus(amount).value();
    }
  }
  const bool was_accepted = world.accepted.erase(leg) != 0;
  const auto next = next_of_currency(entries, leg.entry + 1, amount.currency());
  if (const auto gap = gaps.find(leg); gap != gaps.end() && next) {
    const PennyLeg behind{leg.account, *next};
    if (!gaps.contains(behind)) {
      entries[*next].balance =
          Money(gap->second.restart, amount.currency()).plus(entries[*next].amount).value();
      if (was_accepted) world.accepted.insert(behind);
    } else if (!was_accepted) {
      world.accepted.erase(behind);
    }
  }
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(leg.entry));
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].line = i + 2;
  for (PennySource& source : world.sources) {
    if (source.entry) source.entry = moved({source.account, *source.entry}, leg).entry;
  }
  for (PennyInterest& interest : world.interest) interest.credit = moved(interest.credit, leg);
  for (auto* pairs : {&world.confirmed, &world.reversals, &world.financed}) {
    for (PennyPair& pair : *pairs) pair = {moved(pair.debit, leg), moved(pair.credit, leg)};
  }
  std::set<PennyLeg> accepted;
  for (const PennyLeg each : world.accepted) accepted.insert(moved(each, leg));
  world.accepted = accepted;
  return world;
}

std::vector<PennyPair> pairs_without(std::vector<PennyPair> pairs,
                                     const std::vector<PennyLeg>& gone) {
  for (const PennyLeg leg : gone) {
    std::erase_if(pairs,
                  [&](const PennyPair& pair) { return pair.debit == leg || pair.credit == leg; });
    for (PennyPair& pair : pairs) pair = {moved(pair.debit, leg), moved(pair.credit, leg)};
  }
  return pairs;
}

/// Whether the papers without the leg say more than that: it alone parted entries of one moment
/// whose order nothing else proves, two gaps make up for each other, or no balance is left that
/// says what the account held before.
bool says_more(const PennyCase& world, const PennyCase& other, PennyLeg leg) {
  const PennyAccount& account = world.accounts[leg.account];
  const std::vector<Transaction>& entries = account.entries;
  const Transaction& gone = entries[leg.entry];
  const Currency currency = gone.amount.currency();
  if (penny_opening(world, leg.account, currency) != penny_opening(other, leg.account, currency)) {
    return true;
  }
  const bool is_between =
      !account.keeps_sequence && leg.entry > 0 && leg.entry + 1 < entries.size();
  if (is_between) {
    const CivilTime before = entries[leg.entry - 1].booked_at.order_key();
    const bool holds_place =
        gone.balance || penny_gaps(world).contains(leg) || gone.booked_at.order_key() != before;
    if (holds_place && entries[leg.entry + 1].booked_at.order_key() == before) return true;
  }
  const auto next = next_of_currency(entries, leg.entry + 1, currency);
  return penny_gaps(world).contains(leg) && next &&
         !penny_gaps(other).contains(moved({leg.account, *next}, leg));
}

TEST(WhatIf, WithoutAMovementIsTheTraceOfPapersThatNeverShowedIt) {
  std::size_t tried = 0;
  for (std::uint64_t seed = first_seed; seed < first_seed + worlds; ++seed) {
    const PennyCase world = make_world(seed);
    Dice dice(seed);
    const PennyOpinion whole = second_opinion(world, {PennyMethod::fifo});
    if (whole.order.in_order.empty()) continue;
    const PennyMovement movement = dice.pick(whole.order.in_order);
    // The later leg first, so that the place of the other holds where both are on one account.
    std::vector<PennyLeg> gone;
    for (const auto& leg : {movement.debit, movement.credit}) {
      if (leg) gone.push_back(*leg);
    }
    std::sort(gone.rbegin(), gone.rend());
    const PennyCase kept = without_what_names(world, {gone.begin(), gone.end()});
    PennyCase other = kept;
    bool is_alike = true;
    for (const PennyLeg leg : gone) {
      const PennyCase less = papers_without(other, leg);
      is_alike = is_alike && !says_more(other, less, leg);
      other = less;
    }
    const PennyOpinion opinion = second_opinion(other);
    if (!is_alike || opinion.links.matched != pairs_without(whole.links.matched, gone)) continue;
    ++tried;
    const EngineRun run =
        run_engine_on(kept, documents_of(kept, dice), [&](Ledger& ledger, Links& links) {
          std::vector<LeftOut> left;
          for (const PennyLeg leg : gone) {
            const Int128 amount = minor_of(world.at(leg).amount);
            left.push_back({row_of(ledger, world, leg), amount < 0 ? -amount : amount});
          }
          LedgerWithout without = without_legs(ledger, left).value();
          links = links_on_rows(links, without.rows);
          ledger = std::move(without.ledger);
        });
    ASSERT_TRUE(have_one_answer(run.opinion, opinion))
        << "world of seed " << seed << "\n"
        << world_text(world) << "without " << testing::PrintToString(movement) << "\n"
        << world_text(other);
  }
  EXPECT_GT(tried, worlds / 2);
}

/// Papers on which neither leg names the other's account, and the end points have the same names.
PennyCase papers_that_name_neither(PennyCase world, const PennyPair& pair) {
  std::erase(world.confirmed, pair);
  for (const PennyLeg leg : {pair.debit, pair.credit}) {
    Transaction& entry = world.accounts[leg.account].entries[leg.entry];
    if (entry.counterparty_account.empty()) continue;
    entry.counterparty_name = entry.counterparty_account;
    entry.counterparty_account.clear();
  }
  return world;
}

TEST(WhatIf, AMatchTakenApartIsTheTraceOfPapersThatNameNeitherSide) {
  std::size_t tried = 0;
  for (std::uint64_t seed = first_seed; seed < first_seed + worlds; ++seed) {
    const PennyCase world = make_world(seed);
    Dice dice(seed);
    const PennyLinks links = second_opinion(world, {PennyMethod::fifo}).links;
    if (links.matched.empty()) continue;
    const PennyPair pair = dice.pick(links.matched);
    std::vector<PennyPair> rest = links.matched;
    std::erase(rest, pair);
    const PennyCase other = papers_that_name_neither(world, pair);
    const PennyOpinion opinion = second_opinion(other);
    if (opinion.links.matched != rest) continue;
    ++tried;
    const EngineRun run =
        run_engine_on(world, documents_of(world, dice), [&](Ledger& ledger, Links& changed) {
          std::size_t row = 0;
          while (changed.matched.at(row).debit != row_of(ledger, world, pair.debit)) ++row;
          changed = without_pairs(changed, pairs_of_reading(changed, row));
        });
    ASSERT_TRUE(have_one_answer(run.opinion, opinion))
        << "world of seed " << seed << "\n"
        << world_text(world) << "apart " << testing::PrintToString(pair);
  }
  EXPECT_GT(tried, worlds / 4);
}

/// Papers that show another balance before the first entry, and other ones behind it by as much.
PennyCase papers_opening_with(PennyCase world, std::size_t account, Money opening) {
  const Currency currency = opening.currency();
  const Int128 by = minor_of(opening) - penny_opening(world, account, currency);
  PennyAccount& changed = world.accounts[account];
  std::erase_if(changed.declared_openings,
                [&](const Money& each) { return each.currency() == currency; });
  changed.declared_openings.push_back(opening);
  for (Transaction& entry : changed.entries) {
    if (!entry.balance || entry.balance->currency() != currency) continue;
    entry.balance = entry.balance->plus(Money(by, currency)).value();
  }
  return world;
}

TEST(WhatIf, AnotherOpeningBalanceIsTheTraceOfPapersThatShowIt) {
  for (std::uint64_t seed = first_seed; seed < first_seed + worlds; ++seed) {
    PennyCase world = make_world(seed);
    Dice dice(seed);
    const std::size_t account = dice.below(world.accounts.size());
    std::erase_if(world.sources, [&](const PennySource& source) {
      return !source.entry && source.account == account;
    });
    if (world.accounts[account].entries.empty()) continue;
    const Money opening(static_cast<Int128>(dice.below(400)) - 100, gbp);
    const PennyOpinion opinion = second_opinion(papers_opening_with(world, account, opening));
    const EngineRun run =
        run_engine_on(world, documents_of(world, dice), [&](Ledger& ledger, Links&) {
          const std::string& name = world.accounts[account].name;
          ledger = with_opening(ledger, ledger.find_account(name).value(), opening).value();
        });
    ASSERT_TRUE(have_one_answer(run.opinion, opinion))
        << "world of seed " << seed << "\n"
        << world_text(world) << world.accounts[account].name << " opens with " << opening.text();
  }
}

}  // namespace
}  // namespace recoup
