// The steps of a derivation add up, lead to the figures of the trace, and leave nothing out.

#include "recoup/tracing/derivation.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

using Sums = std::map<std::uint32_t, MinorUnits>;

Sums sums_of(const std::vector<Lot>& lots) {
  Sums sums;
  for (const Lot& lot : lots) sums[lot.tag] += lot.amount;
  return sums;
}

MinorUnits total_of(const std::vector<Lot>& lots) {
  MinorUnits sum = 0;
  for (const Lot& lot : lots) sum += lot.amount;
  return sum;
}

Sums tainted(Sums sums) {
  sums.erase(Lot::clean);
  std::erase_if(sums, [](const auto& one) { return one.second == 0; });
  return sums;
}

Sums with(Sums sums, const Sums& more, int sign) {
  for (const auto& [tag, amount] : more) sums[tag] += sign * amount;
  return sums;
}

struct Fixture {
  explicit Fixture(std::vector<StatementPart> parts)
      : ledger(build_ledger(std::move(parts), {}).value().ledger),
        movements(order_movements(ledger, match(ledger))) {}

  [[nodiscard]] LegRow leg(const std::string& reference) const {
    for (std::size_t i = 0; i < ledger.leg_count(); ++i) {
      if (ledger.text[i].reference == reference) return static_cast<LegRow>(i);
    }
    ADD_FAILURE() << "no entry " << reference;
    return {};
  }

  [[nodiscard]] std::uint32_t row(const std::string& reference) const {
    for (std::uint32_t i = 0; i < movements.in_order.size(); ++i) {
      const Movement& movement = movements.in_order[i];
      if (movement.debit == leg(reference) || movement.credit == leg(reference)) return i;
    }
    ADD_FAILURE() << "no movement " << reference;
    return 0;
  }

  [[nodiscard]] Source source(const std::string& id, const std::string& reference) const {
    const LegRow credit = leg(reference);
    return {id, credit, {}, Money(ledger.amount_minor[index(credit)], gbp)};
  }

  Ledger ledger;
  Movements movements;
};

/// Every account of a step goes from what it held to what it holds by what moved.
void expect_step_adds_up(const DerivationStep& step) {
  if (step.kind != DerivationStep::Kind::movement) return;
  const Sums moved = sums_of(step.moved);
  if (step.paid) {
    EXPECT_EQ(tainted(with(sums_of(step.paid->before), moved, -1)),
              tainted(sums_of(step.paid->after)));
    EXPECT_EQ(step.paid->balance_before - total_of(step.moved), step.paid->balance_after);
  }
  if (step.received) {
    Sums arrived = with(with(sums_of(step.received->before), moved, 1), sums_of(step.repaid), -1);
    arrived = with(arrived, sums_of(step.attributed), -1);
    EXPECT_EQ(tainted(arrived), tainted(sums_of(step.received->after)));
    EXPECT_EQ(step.received->balance_before + total_of(step.moved), step.received->balance_after);
  }
  for (const auto* const side : {&step.paid, &step.received}) {
    if (!*side) continue;
    EXPECT_EQ(total_of((*side)->before), std::max<MinorUnits>((*side)->balance_before, 0));
    EXPECT_EQ(total_of((*side)->after), std::max<MinorUnits>((*side)->balance_after, 0));
  }
}

/// What a step finds on an account is what the step before left on it.
void expect_chain(const std::vector<DerivationStep>& steps) {
  std::map<AccountRow, AccountStep> last;
  for (const DerivationStep& step : steps) {
    expect_step_adds_up(step);
    for (const auto* const side : {&step.paid, &step.received}) {
      if (!*side) continue;
      const auto before = last.find((*side)->account);
      if (before != last.end() && (*side)->passed_over == 0) {
        EXPECT_EQ(before->second.after, (*side)->before);
        EXPECT_EQ(before->second.balance_after, (*side)->balance_before);
      } else if (before == last.end()) {
        EXPECT_TRUE(tainted(sums_of((*side)->before)).empty());
      }
      last.insert_or_assign((*side)->account, **side);
    }
  }
}

/// What the steps carry is what the trace says that they carry.
void expect_figures_of_trace(const Derivation& derivation) {
  for (const DerivationStep& step : derivation.steps) {
    if (step.kind != DerivationStep::Kind::movement) continue;
    Sums carried;
    for (const Carried& one : derivation.trace.carried) {
      if (one.movement == step.movement) carried[one.source] += one.amount;
    }
    EXPECT_EQ(tainted(sums_of(step.moved)), carried);
  }
}

TEST(Derivation, GoesBackThroughTheAccountsThatPaid) {
  const Fixture world(
      {part("A", "a", {"2025-01-01|100.00||w", "2025-01-02|200.00||t", "2025-01-03|-250.00|B|ab"}),
       part("B", "b", {"2025-01-03|250.00|A|ba", "2025-01-04|-120.00|SHOP|buy"}),
       part("C", "c", {"2025-01-02|70.00||c", "2025-01-05|-10.00|X|x"})});
  const auto derived =
      derive(world.ledger, world.movements, {{world.source("S1", "t")}, TracingMethod::fifo, {}},
             {{world.row("buy")}, {}, {}})
          .value();
  ASSERT_EQ(derived.steps.size(), 3U);
  EXPECT_EQ(derived.steps[0].movement, world.row("t"));
  EXPECT_EQ(derived.steps[1].movement, world.row("ab"));
  EXPECT_EQ(derived.steps[2].moved, (std::vector<Lot>{{Lot::clean, 10000}, {0, 2000}}));
  expect_chain(derived.steps);
}

TEST(Derivation, EndsWithTheMovementThatIsAskedAbout) {
  const Fixture world({part("A", "a",
                            {"2025-01-01|100.00||t", "2025-01-02|-10.00|X|x",
                             "2025-01-03|-20.00|Y|y", "2025-01-04|-30.00|Z|z"})});
  const auto derived = derive(world.ledger, world.movements, {{world.source("S1", "t")}, {}, {}},
                              {{world.row("y")}, {}, {}})
                           .value();
  EXPECT_EQ(derived.steps.back().movement, world.row("y"));
  EXPECT_EQ(derived.steps.size(), 3U);
}

TEST(Derivation, CountsWhatItPassesOverWhileNoSourceIsThere) {
  const Fixture world(
      {part("A", "a",
            {"2025-01-01|100.00||t", "2025-01-02|-100.00|X|x", "2025-01-03|7.00||c",
             "2025-01-04|-2.00|Y|y", "2025-01-05|50.00||u", "2025-01-06|-40.00|Z|z"})});
  const auto derived = derive(world.ledger, world.movements,
                              {{world.source("S1", "t"), world.source("S2", "u")}, {}, {}},
                              {{world.row("z")}, {}, {}})
                           .value();
  ASSERT_EQ(derived.steps.size(), 4U);
  EXPECT_EQ(derived.steps[2].received->passed_over, 2U);
  EXPECT_EQ(derived.steps[2].received->balance_before, 500);
}

TEST(Derivation, FindsTheFirstMovementAtWhichMethodsPart) {
  const Fixture world({part("A", "a",
                            {"2025-01-01|100.00||c", "2025-01-02|100.00||t",
                             "2025-01-03|-100.00|X|x", "2025-01-04|-50.00|Y|y"})});
  const auto by = [&](TracingMethod method) {
    return trace(world.ledger, world.movements, {{world.source("S1", "t")}, method, {}}).value();
  };
  EXPECT_EQ(first_difference(by(TracingMethod::fifo), by(TracingMethod::pro_rata)), world.row("x"));
  EXPECT_EQ(
      first_difference(by(TracingMethod::fifo), by(TracingMethod::lowest_intermediate_balance)),
      std::nullopt);
}

/// Three accounts that pay each other and others, now and then more than they have.
std::vector<StatementPart> random_parts(std::mt19937_64& dice, std::size_t count) {
  const std::vector<std::string> names = {"A", "B", "C"};
  std::vector<std::vector<std::string>> lines(names.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::string day = i + 1 < 10 ? "0" + std::to_string(i + 1) : std::to_string(i + 1);
    const std::string when = "2025-03-" + day + "|";
    const std::string amount =
        std::to_string(dice() % 900 + 1) + "." + std::to_string(dice() % 90 + 10);
    const std::string mark = std::to_string(i);
    const std::size_t from = dice() % 3;
    const std::size_t to = dice() % 4;
    if (i < 3 || (to != 3 && to == from)) {
      lines[from].push_back(when + amount + "||t" + mark);
    } else if (to == 3) {
      lines[from].push_back(when + "-" + amount + "|SHOP|p" + mark);
    } else {
      lines[from].push_back(when + "-" + amount + "|" + names[to] + "|d" + mark);
      lines[to].push_back(when + amount + "|" + names[from] + "|c" + mark);
    }
  }
  std::vector<StatementPart> parts;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!lines[i].empty()) parts.push_back(part(names[i], "doc" + names[i], lines[i]));
  }
  return parts;
}

TEST(Derivation, AddsUpInRandomWorldsUnderEveryMethod) {
  std::mt19937_64 dice(20250304);
  for (int world_number = 0; world_number < 200; ++world_number) {
    const Fixture world(random_parts(dice, 28));
    TraceQuestion question;
    for (std::size_t i = 0; i < world.ledger.leg_count(); ++i) {
      const std::string_view reference = world.ledger.text[i].reference;
      if (reference.starts_with("t"))
        question.sources.push_back(world.source(std::string(reference), std::string(reference)));
    }
    DerivationTarget target;
    const auto last = static_cast<std::uint32_t>(world.movements.in_order.size() - 1);
    if (world_number % 3 == 0) target.movements = {last};
    if (world_number % 3 == 1) target.accounts = {AccountRow{0}};
    if (world_number % 3 == 2) target.sources = {0};
    for (const TracingMethod method : dividing_methods) {
      question.method = method;
      const auto derived = derive(world.ledger, world.movements, question, target).value();
      expect_chain(derived.steps);
      expect_figures_of_trace(derived);
      if (testing::Test::HasFailure()) FAIL() << "world " << world_number;
    }
  }
}

}  // namespace
}  // namespace recoup
