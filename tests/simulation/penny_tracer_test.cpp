// What the specification says, sentence by sentence, of cases small enough to be worked by hand.
// The second opinion is held against the hand's figures, and the engine against both.

#include "penny_tracer.hpp"

#include <gtest/gtest.h>

#include "builders.hpp"
#include "engine_run.hpp"

namespace recoup {
namespace {

using Holdings = std::vector<PennyHolding>;
using Exposures = std::vector<PennyExposure>;

/// A case from statements.
PennyCase told_by(const std::vector<StatementBuilder>& statements,
                  std::vector<PennySource> sources) {
  PennyCase told;
  for (const StatementBuilder& statement : statements) {
    told.accounts.push_back({statement.entries().front().account, statement.entries(), {}});
  }
  told.sources = std::move(sources);
  return told;
}

PennySource on_entry(std::size_t account, std::size_t entry, std::optional<Int128> minor = {}) {
  PennySource source{"S", account, entry, std::nullopt};
  if (minor) source.amount = Money(*minor, gbp);
  return source;
}

/// The opinion that both tracers share.
PennyOpinion answer(const PennyCase& told) {
  Dice dice(7);
  const EngineRun run = run_engine(told, dice);
  const PennyOpinion opinion = second_opinion(told);
  EXPECT_EQ(run.broken_promises, std::vector<std::string>());
  EXPECT_TRUE(run.opinion == opinion) << world_text(told);
  return opinion;
}

Holdings holdings(const PennyCase& told, PennyMethod method) {
  return answer(told).traces.at(method).holdings;
}

TEST(PennyTracer, FifoTakesFromTheFrontAndLifoFromTheBack) {
  const PennyCase told = told_by(
      {StatementBuilder("A").credit("0.03").credit("0.05", "x").credit("0.02").debit("0.06", "y")},
      {on_entry(0, 1)});
  EXPECT_EQ(holdings(told, PennyMethod::fifo),
            (Holdings{{0, "account", "A", "GBP", 2}, {0, "end-point", "y", "GBP", 3}}));
  EXPECT_EQ(holdings(told, PennyMethod::lifo),
            (Holdings{{0, "account", "A", "GBP", 1}, {0, "end-point", "y", "GBP", 4}}));
}

TEST(PennyTracer, LotsTakenFromTheBackKeepTheirOrder) {
  // B receives clean 1, tainted 4 in that order; last in is tainted still.
  const PennyCase told =
      told_by({StatementBuilder("A").credit("0.02").credit("0.04", "x").debit("0.05", "B"),
               StatementBuilder("B")
                   .on("2025-01-03")
                   .credit("0.05", "A")
                   .on("2025-01-04")
                   .debit("0.04", "y")},
              {on_entry(0, 1)});
  EXPECT_EQ(holdings(told, PennyMethod::lifo), (Holdings{{0, "end-point", "y", "GBP", 4}}));
}

TEST(PennyTracer, UnitsLeftOverGoToTheSourceDeclaredFirstAndLastToClean) {
  const PennyCase told = told_by({StatementBuilder("A").credit("0.03", "x").debit("0.02", "y")},
                                 {on_entry(0, 0, 1), on_entry(0, 0, 1)});
  // Three pennies, one each of two sources and clean; two are taken, two thirds of each.
  EXPECT_EQ(holdings(told, PennyMethod::pro_rata),
            (Holdings{{0, "end-point", "y", "GBP", 1}, {1, "end-point", "y", "GBP", 1}}));
}

TEST(PennyTracer, SourcesOfACreditStandInTheOrderDeclaredAndCleanBehindThem) {
  const PennyCase told = told_by({StatementBuilder("A").credit("0.09", "x").debit("0.05", "y")},
                                 {on_entry(0, 0, 4), on_entry(0, 0, 3)});
  EXPECT_EQ(holdings(told, PennyMethod::fifo), (Holdings{{0, "end-point", "y", "GBP", 4},
                                                         {1, "account", "A", "GBP", 2},
                                                         {1, "end-point", "y", "GBP", 1}}));
}

TEST(PennyTracer, ACreditRepaysTheOverdraftFirst) {
  const PennyCase told =
      told_by({StatementBuilder("A").debit("0.10", "y").credit("0.25", "x").debit("0.05", "z")},
              {on_entry(0, 1, 20)});
  EXPECT_EQ(holdings(told, PennyMethod::fifo), (Holdings{{0, "account", "A", "GBP", 5},
                                                         {0, "end-point", "z", "GBP", 5},
                                                         {0, "overdraft", "A", "GBP", 10}}));
  // The five clean pennies repay first where own money goes first.
  EXPECT_EQ(holdings(told, PennyMethod::lowest_intermediate_balance),
            (Holdings{{0, "account", "A", "GBP", 10},
                      {0, "end-point", "z", "GBP", 5},
                      {0, "overdraft", "A", "GBP", 5}}));
}

TEST(PennyTracer, AGapStopsWhatIsHeldAndTheRestIsClean) {
  const PennyCase told = told_by({StatementBuilder("A")
                                      .credit("0.10", "x")
                                      .balance("0.10")
                                      .debit("0.04", "y")
                                      .balance("0.50")},
                                 {on_entry(0, 0)});
  for (const PennyMethod method : penny_methods) {
    EXPECT_EQ(holdings(told, method), (Holdings{{0, "gap", "A", "GBP", 10}}));
  }
}

TEST(PennyTracer, TheFirstPrintedBalanceGivesTheOpeningBalance) {
  PennyCase told =
      told_by({StatementBuilder("A").credit("0.02", "x").debit("0.05", "y").balance("0.04")}, {});
  told.accounts[0].declared_openings.emplace_back(999, gbp);
  EXPECT_TRUE(penny_opening(told, 0, gbp) == 7);
  told.sources.push_back({"S", 0, std::nullopt, Money(7, gbp)});
  EXPECT_EQ(holdings(told, PennyMethod::fifo),
            (Holdings{{0, "account", "A", "GBP", 2}, {0, "end-point", "y", "GBP", 5}}));
  told.sources[0].amount = Money(8, gbp);
  EXPECT_TRUE(answer(told).refused);
}

TEST(PennyTracer, RefusesASourceBetweenTracedAccountsAndOneTooLarge) {
  const std::vector<StatementBuilder> statements = {
      StatementBuilder("A").on("2025-01-01").debit("0.05", "B").credit("0.03", "x"),
      StatementBuilder("B").on("2025-01-01").credit("0.05", "A")};
  EXPECT_TRUE(answer(told_by(statements, {on_entry(1, 0)})).refused);
  EXPECT_TRUE(answer(told_by(statements, {on_entry(0, 0)})).refused);
  EXPECT_TRUE(answer(told_by(statements, {on_entry(0, 1, 4)})).refused);
  EXPECT_TRUE(answer(told_by(statements, {on_entry(0, 1), on_entry(0, 1, 1)})).refused);
  EXPECT_FALSE(answer(told_by(statements, {on_entry(0, 1, 2), on_entry(0, 1, 1)})).refused);
}

TEST(PennyTracer, EqualTwinsArePairedInStatementOrderAndUnequalOnesReviewed) {
  StatementBuilder from = StatementBuilder("A").on("2025-01-01").debit("0.05", "B");
  StatementBuilder to = StatementBuilder("B").on("2025-01-01T09:00").credit("0.05", "A");
  from.debit("0.05", "B");
  EXPECT_EQ(answer(told_by({from, to}, {})).links.review.size(), 3U);
  to.on("2025-01-01T11:00").credit("0.05", "A");
  const PennyLinks links = answer(told_by({from, to}, {})).links;
  EXPECT_EQ(links.matched, (std::vector<PennyPair>{{{0, 0}, {1, 0}}, {{0, 1}, {1, 1}}}));
}

TEST(PennyTracer, LegsThatFitAreNotInterchangeableWhereTheirOrderPairsTwoTimes) {
  const PennyCase told = told_by({StatementBuilder("A")
                                      .on("2025-01-01")
                                      .debit("0.05", "B")
                                      .on("2025-01-01T09:00")
                                      .debit("0.05", "B"),
                                  StatementBuilder("B")
                                      .on("2025-01-01T09:00")
                                      .credit("0.05", "A")
                                      .on("2025-01-01T10:00")
                                      .credit("0.05", "A")},
                                 {});
  EXPECT_EQ(answer(told).links.review.size(), 4U);
}

TEST(PennyTracer, AnUnmatchedLegThatNamesATracedAccountEndsThere) {
  const PennyCase told = told_by({StatementBuilder("A").credit("0.05", "x").debit("0.05", "B"),
                                  StatementBuilder("B").on("2025-02-01").credit("0.07", "x")},
                                 {on_entry(0, 0)});
  EXPECT_EQ(holdings(told, PennyMethod::fifo), (Holdings{{0, "end-point", "B", "GBP", 5}}));
}

TEST(PennyTracer, StatementOrderGoesBeforeTheClock) {
  // A's first line is booked last; what stands below it waits for it.
  const PennyCase told =
      told_by({StatementBuilder("A").on("2025-01-03").credit("0.01").on("2025-01-01").debit("0.01"),
               StatementBuilder("B").on("2025-01-02").credit("0.02")},
              {});
  const std::vector<PennyMovement> expected = {
      {std::nullopt, PennyLeg{1, 0}}, {std::nullopt, PennyLeg{0, 0}}, {PennyLeg{0, 1}, {}}};
  EXPECT_EQ(answer(told).order.in_order, expected);
}

TEST(PennyTracer, StatementsThatContradictEachOtherAreNamed) {
  // A shows 5 before 7, B shows 7 before 5: neither transfer is free.
  const PennyCase told =
      told_by({StatementBuilder("A").on("2025-01-01").debit("0.05", "B").debit("0.07", "B"),
               StatementBuilder("B").on("2025-01-01").credit("0.07", "A").credit("0.05", "A")},
              {});
  const PennyOrder order = answer(told).order;
  EXPECT_EQ(order.contradictions, std::vector<std::size_t>{0});
  EXPECT_EQ(order.in_order.front(), (PennyMovement{PennyLeg{0, 0}, PennyLeg{1, 1}}));
}

TEST(PennyTracer, AsAtKeepsWhatStandsBeforeTheLastMovementInTime) {
  PennyCase told = told_by({StatementBuilder("A")
                                .on("2025-01-09")
                                .credit("0.05", "x")
                                .on("2025-01-02")
                                .debit("0.01", "y")
                                .on("2025-01-08")
                                .debit("0.02", "z")},
                           {on_entry(0, 0)});
  told.as_at = midnight(make_date(2025, 1, 3).value());
  EXPECT_EQ(holdings(told, PennyMethod::fifo),
            (Holdings{{0, "account", "A", "GBP", 4}, {0, "end-point", "y", "GBP", 1}}));
  told.as_at = midnight(make_date(2025, 1, 1).value());
  EXPECT_EQ(holdings(told, PennyMethod::fifo), Holdings());
}

TEST(PennyTracer, PoisonGoesWhereverAnExposedAccountPays) {
  const PennyCase told =
      told_by({StatementBuilder("A")
                   .on("2025-01-01")
                   .debit("0.01", "early")
                   .credit("0.02", "x")
                   .debit("0.09", "B"),
               StatementBuilder("B").on("2025-01-01").credit("0.09", "A").debit("0.01", "y")},
              {on_entry(0, 1)});
  EXPECT_EQ(answer(told).exposures,
            (Exposures{{0, "account", "A", 1}, {0, "account", "B", 2}, {0, "end-point", "y", 3}}));
}

TEST(PennyTracer, AMovementFromAnAccountToItselfChangesNothing) {
  const PennyCase told = told_by({StatementBuilder("A")
                                      .on("2025-01-01")
                                      .credit("0.03")
                                      .credit("0.05", "x")
                                      .debit("0.08", "A")
                                      .credit("0.08", "A")
                                      .debit("0.03", "y")},
                                 {on_entry(0, 1)});
  EXPECT_EQ(holdings(told, PennyMethod::fifo), (Holdings{{0, "account", "A", "GBP", 5}}));
  EXPECT_EQ(answer(told).traces.at(PennyMethod::fifo).carried,
            (std::vector<PennyCarried>{{1, 0, 5}}));
}

TEST(PennyTracer, AReversalPutsTheVeryLotsBackInFront) {
  PennyCase told = told_by({StatementBuilder("A")
                                .credit("0.05", "x")
                                .credit("0.05")
                                .debit("0.06", "y")
                                .credit("0.03", "y")
                                .debit("0.04", "z")},
                           {on_entry(0, 0)});
  // Of five tainted pennies and one clean one three come back: 2.5 and 0.5, the tie to the first.
  told.reversals = {{{0, 2}, {0, 3}}};
  EXPECT_EQ(holdings(told, PennyMethod::fifo),
            (Holdings{{0, "end-point", "y", "GBP", 2}, {0, "end-point", "z", "GBP", 3}}));
  EXPECT_EQ(answer(told).order.gives_back, (std::map<std::size_t, std::size_t>{{3, 2}}));
}

TEST(PennyTracer, AnAcceptedGapHidesItsDifferenceAlone) {
  PennyCase told = told_by({StatementBuilder("A")
                                .credit("0.10", "x")
                                .balance("0.10")
                                .debit("0.01", "y")
                                .balance("0.05")},
                           {on_entry(0, 0)});
  told.accepted = {{0, 1}};
  for (const PennyMethod method : penny_methods) {
    EXPECT_EQ(holdings(told, method), (Holdings{{0, "account", "A", "GBP", 5},
                                                {0, "end-point", "y", "GBP", 1},
                                                {0, "gap", "A", "GBP", 4}}));
  }
}

TEST(PennyTracer, WhereNothingProvesTheOrderTheRunThatLeavesLessLeads) {
  PennyCase told = told_by({StatementBuilder("A")
                                .credit("0.09", "x")
                                .on("2025-01-02")
                                .debit("0.05", "y")
                                .credit("0.04")},
                           {on_entry(0, 0)});
  told.accounts[0].keeps_sequence = false;
  const PennyOpinion opinion = answer(told);
  const PennyMethod own_first = PennyMethod::lowest_intermediate_balance;
  EXPECT_EQ(opinion.led_by_debits_first.count(own_first), 1U);
  EXPECT_EQ(opinion.traces.at(own_first).holdings,
            (Holdings{{0, "account", "A", "GBP", 4}, {0, "end-point", "y", "GBP", 5}}));
  EXPECT_EQ(opinion.others.at(own_first).holdings,
            (Holdings{{0, "account", "A", "GBP", 8}, {0, "end-point", "y", "GBP", 1}}));
}

TEST(PennyTracer, InterestGoesWhereTheMoneyWasAndForAsLong) {
  // Ten tainted pennies for four days, ten clean ones for two: four pennies to two.
  PennyCase told = told_by({StatementBuilder("A")
                                .on("2025-01-01")
                                .credit("0.10", "x")
                                .on("2025-01-03")
                                .credit("0.10")
                                .on("2025-01-05")
                                .credit("0.06")},
                           {on_entry(0, 0)});
  told.interest = {{{0, 2}, std::nullopt}};
  for (const PennyMethod method : penny_methods) {
    EXPECT_EQ(holdings(told, method), (Holdings{{0, "account", "A", "GBP", 14}}));
  }
}

TEST(PennyTracer, ALaterCreditIsAttributedToTheOverdrawnPartOfADebit) {
  PennyCase told = told_by({StatementBuilder("A")
                                .credit("0.02")
                                .debit("0.10", "car")
                                .debit("0.03", "y")
                                .credit("0.20", "x")},
                           {on_entry(0, 3)});
  told.financed = {{{0, 1}, {0, 3}}};
  for (const PennyMethod method : penny_methods) {
    EXPECT_EQ(holdings(told, method), (Holdings{{0, "account", "A", "GBP", 9},
                                                {0, "end-point", "car", "GBP", 8},
                                                {0, "overdraft", "A", "GBP", 3}}));
  }
}

}  // namespace
}  // namespace recoup
