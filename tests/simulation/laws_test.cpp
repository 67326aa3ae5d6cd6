// Laws that hold of every ledger, whatever the right answer is.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "engine_run.hpp"

namespace recoup {
namespace {

#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
constexpr std::uint64_t worlds_per_law = 500;
#else
constexpr std::uint64_t worlds_per_law = 15'000;
#endif
constexpr std::uint64_t first_seed = 7'000'000'000;

PennyOpinion engine_of(const PennyCase& world, std::uint64_t seed) {
  Dice dice(seed);
  return run_engine(world, dice).opinion;
}

/// Puts every world to `law`, which says whether it holds, and shows the first for which it fails.
void expect_law(const std::function<bool(const PennyCase&, std::uint64_t seed)>& law) {
  for (std::uint64_t seed = first_seed; seed < first_seed + worlds_per_law; ++seed) {
    const PennyCase world = make_world(seed);
    ASSERT_TRUE(law(world, seed)) << "world of seed " << seed << "\n" << world_text(world);
  }
}

PennyCase times(PennyCase world, Int128 k) {
  const auto enlarge = [k](Money& money) { money = Money(money.minor() * k, money.currency()); };
  for (PennyAccount& account : world.accounts) {
    for (Transaction& entry : account.entries) {
      enlarge(entry.amount);
      if (entry.balance) enlarge(*entry.balance);
    }
    for (Money& opening : account.declared_openings) enlarge(opening);
  }
  for (PennySource& source : world.sources) enlarge(*source.amount);
  return world;
}

PennyTrace times(PennyTrace trace, Int128 k) {
  for (PennyHolding& holding : trace.holdings) std::get<4>(holding) *= k;
  for (PennyCarried& carried : trace.carried) std::get<2>(carried) *= k;
  for (PennyAttributed& attributed : trace.attributed) std::get<3>(attributed) *= k;
  return trace;
}

/// A hundred billion billion and a bit: no product of two such amounts fits 128 bits.
constexpr Int128 wei = static_cast<Int128>(100'000'000'000) * 1'000'000'000 + 39;

TEST(Laws, AmountsTimesKGiveAnswersTimesKUnderFifoAndLifo) {
  for (const Int128 k : {Int128{7}, wei}) {
    expect_law([k](const PennyCase& world, std::uint64_t seed) {
      // An exchange rounds, and so do a part that is given back and interest.
      if (!world.confirmed.empty() || !world.reversals.empty()) return true;
      if (!world.interest.empty()) return true;
      const PennyOpinion small = engine_of(world, seed);
      const PennyOpinion large = engine_of(times(world, k), seed);
      if (small.refused || large.refused) return small.refused == large.refused;
      return large.traces.at(PennyMethod::fifo) == times(small.traces.at(PennyMethod::fifo), k) &&
             large.traces.at(PennyMethod::lifo) == times(small.traces.at(PennyMethod::lifo), k);
    });
  }
}

TEST(Laws, SharesOfAmountsBeyondSixtyFourBitsAreExact) {
  const std::vector<PennyMethod> cutting = {
      PennyMethod::pro_rata, PennyMethod::lowest_intermediate_balance, PennyMethod::tainted_first};
  expect_law([&](const PennyCase& world, std::uint64_t seed) {
    const PennyCase large = times(world, wei);
    const PennyOpinion engine = engine_of(large, seed);
    const PennyOpinion opinion = second_opinion(large, cutting);
    if (engine.refused || opinion.refused) return engine.refused == opinion.refused;
    return std::all_of(cutting.begin(), cutting.end(), [&](PennyMethod method) {
      return engine.traces.at(method) == opinion.traces.at(method);
    });
  });
}

TEST(Laws, TheOrderOfImportChangesNothing) {
  expect_law([](const PennyCase& world, std::uint64_t seed) {
    return engine_of(world, seed) == engine_of(world, seed + 1);
  });
}

TEST(Laws, ImportingTwiceChangesNothing) {
  expect_law([](const PennyCase& world, std::uint64_t seed) {
    Dice dice(seed);
    std::vector<StatementPart> documents = documents_of(world, dice);
    const PennyOpinion once = run_engine_on(world, documents).opinion;
    std::vector<StatementPart> twice = documents;
    for (StatementPart copy : documents) {
      copy.document.bytes[30] = 1;
      twice.push_back(copy);
    }
    dice.shuffle(twice);
    return run_engine_on(world, twice).opinion == once;
  });
}

/// Where a statement can be cut so that everything before is booked on days before everything
/// behind.
std::vector<std::size_t> clean_cuts(const std::vector<Transaction>& entries) {
  std::vector<std::size_t> cuts;
  for (std::size_t cut = 1; cut < entries.size(); ++cut) {
    const auto key = [&](std::size_t i) { return entries[i].booked_at.date(); };
    bool is_clean = true;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i < cut ? key(i) >= key(cut) : key(i) <= key(cut - 1)) is_clean = false;
    }
    if (is_clean) cuts.push_back(cut);
  }
  return cuts;
}

TEST(Laws, DocumentsThatOverlapByWholeDaysShowEachEntryOnce) {
  std::size_t tried = 0;
  expect_law([&](const PennyCase& world, std::uint64_t seed) {
    std::vector<StatementPart> documents;
    for (const PennyAccount& account : world.accounts) {
      const std::vector<std::size_t> cuts = clean_cuts(account.entries);
      const auto begin = account.entries.begin();
      const std::string layout = account.keeps_sequence ? "one layout" : "ofx";
      const auto at = [&](std::size_t cut) { return begin + static_cast<std::ptrdiff_t>(cut); };
      const std::size_t first_end = cuts.size() < 2 ? account.entries.size() : cuts.back();
      Digest digest{};
      digest.bytes[0] = static_cast<std::uint8_t>(documents.size() + 1);
      documents.push_back({account.name, digest, {begin, at(first_end)}, {}, {}, {}, layout});
      if (cuts.size() < 2) continue;
      ++tried;
      digest.bytes[1] = 1;
      documents.push_back(
          {account.name, digest, {at(cuts.front()), account.entries.end()}, {}, {}, {}, layout});
    }
    Dice dice(seed);
    dice.shuffle(documents);
    return run_engine_on(world, documents).opinion == engine_of(world, seed);
  });
  EXPECT_GT(tried, worlds_per_law / 20);
}

/// A longer name that stands in the same place in byte order.
std::string renamed(const std::string& name) { return "No " + name; }

bool is_traced(const PennyCase& world, const std::string& name) {
  return std::any_of(world.accounts.begin(), world.accounts.end(),
                     [&](const PennyAccount& account) { return account.name == name; });
}

TEST(Laws, RenamingAccountsRenamesTheAnswer) {
  expect_law([](const PennyCase& world, std::uint64_t seed) {
    PennyCase other = world;
    for (PennyAccount& account : other.accounts) {
      account.name = renamed(account.name);
      for (Transaction& entry : account.entries) {
        entry.account = account.name;
        if (is_traced(world, entry.counterparty_account)) {
          entry.counterparty_account = renamed(entry.counterparty_account);
        }
      }
    }
    PennyOpinion expected = engine_of(world, seed);
    for (auto& [method, trace] : expected.traces) {
      for (PennyHolding& holding : trace.holdings) {
        std::string& node = std::get<2>(holding);
        if (is_traced(world, node)) node = renamed(node);
      }
      std::sort(trace.holdings.begin(), trace.holdings.end());
    }
    const PennyOpinion found = engine_of(other, seed);
    return found.traces == expected.traces && found.order == expected.order;
  });
}

/// The first clean credit of two pennies or more from an end point that is no traced account.
std::optional<PennyLeg> clean_credit(const PennyCase& world) {
  for (const PennyLeg& leg : penny_legs(world)) {
    const Transaction& entry = world.at(leg);
    const bool is_tainted =
        std::any_of(world.sources.begin(), world.sources.end(), [&](const PennySource& source) {
          return source.account == leg.account && source.entry == leg.entry;
        });
    const auto is_its_credit = [&](const PennyPair& pair) { return pair.credit == leg; };
    const bool is_paired =
        std::any_of(world.confirmed.begin(), world.confirmed.end(), is_its_credit) ||
        std::any_of(world.reversals.begin(), world.reversals.end(), is_its_credit) ||
        std::any_of(world.financed.begin(), world.financed.end(), is_its_credit) ||
        std::any_of(world.interest.begin(), world.interest.end(),
                    [&](const PennyInterest& interest) { return interest.credit == leg; });
    if (entry.amount.minor() < 2 || is_tainted || is_paired) continue;
    if (!is_traced(world, entry.counterparty_account)) return leg;
  }
  return std::nullopt;
}

/// The same world with that credit in two halves, one right behind the other.
PennyCase with_credit_split(PennyCase world, PennyLeg leg) {
  std::vector<Transaction>& entries = world.accounts[leg.account].entries;
  Transaction& first = entries[leg.entry];
  Transaction second = first;
  const Currency currency = first.amount.currency();
  second.amount = Money(first.amount.minor() / 2, currency);
  first.amount = Money(first.amount.minor() - second.amount.minor(), currency);
  if (first.balance) first.balance = first.balance->minus(second.amount).value();
  first.reference = "half";
  entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(leg.entry) + 1, second);
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].line = i + 2;
  const auto shift = [&](PennyLeg& other) {
    if (other.account == leg.account && other.entry > leg.entry) ++other.entry;
  };
  for (PennySource& source : world.sources) {
    if (source.entry && source.account == leg.account && *source.entry > leg.entry) ++*source.entry;
  }
  for (PennyInterest& interest : world.interest) shift(interest.credit);
  for (std::vector<PennyPair>* pairs : {&world.confirmed, &world.reversals, &world.financed}) {
    for (PennyPair& pair : *pairs) {
      shift(pair.debit);
      shift(pair.credit);
    }
  }
  std::set<PennyLeg> accepted;
  for (PennyLeg before : world.accepted) {
    shift(before);
    accepted.insert(before);
  }
  world.accepted = accepted;
  return world;
}

TEST(Laws, SplittingACreditOfOneTagAtOneInstantChangesNothing) {
  std::size_t tried = 0;
  expect_law([&](const PennyCase& world, std::uint64_t seed) {
    const std::optional<PennyLeg> leg = clean_credit(world);
    if (!leg) return true;
    const PennyOpinion whole = engine_of(world, seed);
    const PennyOpinion split = engine_of(with_credit_split(world, *leg), seed);
    if (whole.refused || split.refused) return whole.refused == split.refused;
    ++tried;
    return whole.traces.at(PennyMethod::fifo).holdings ==
               split.traces.at(PennyMethod::fifo).holdings &&
           whole.traces.at(PennyMethod::pro_rata).holdings ==
               split.traces.at(PennyMethod::pro_rata).holdings;
  });
  EXPECT_GT(tried, worlds_per_law / 4);
}

}  // namespace
}  // namespace recoup
