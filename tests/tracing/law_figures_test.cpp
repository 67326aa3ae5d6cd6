// The worked figures of the cases, each by the engine and by the second opinion.

#include <gtest/gtest.h>

#include <algorithm>

#include "builders.hpp"
#include "engine_run.hpp"

namespace recoup {
namespace {

/// One account of the name "pool", with what the case says is tainted.
class Story {
 public:
  explicit Story(Currency currency = gbp) : currency_(currency), statement_("pool", currency) {}

  Story& opening(std::string_view amount) {
    openings_.push_back(Money::parse_plain(amount, currency_).value());
    return *this;
  }
  Story& opening_of(const std::string& source) {
    sources_.push_back({source, 0, std::nullopt, openings_.back()});
    return *this;
  }
  Story& clean(std::string_view amount) {
    statement_.credit(amount, "owner");
    return *this;
  }
  Story& tainted(std::string_view amount, const std::string& source, std::string_view part = "") {
    statement_.credit(amount, "victim");
    PennySource declared{source, 0, statement_.entries().size() - 1, std::nullopt};
    if (!part.empty()) declared.amount = Money::parse_plain(part, currency_).value();
    sources_.push_back(declared);
    return *this;
  }
  Story& out(std::string_view amount, const std::string& to) {
    statement_.debit(amount, to);
    last_debit_ = statement_.entries().size() - 1;
    return *this;
  }
  /// The days of the entries that follow.
  Story& on(std::string_view day) {
    statement_.on(day);
    return *this;
  }
  /// It is proved that the last credit financed the last debit.
  Story& financing_it() {
    financed_.push_back({{0, last_debit_}, {0, statement_.entries().size() - 1}});
    return *this;
  }

  [[nodiscard]] PennyCase told() const {
    PennyCase told;
    told.accounts.push_back({"pool", statement_.entries(), openings_});
    told.sources = sources_;
    told.financed = financed_;
    return told;
  }

 private:
  Currency currency_;
  StatementBuilder statement_;
  std::vector<Money> openings_;
  std::vector<PennySource> sources_;
  std::vector<PennyPair> financed_;
  std::size_t last_debit_ = 0;
};

/// So much of the sources whose names begin with `source` is at `node`.
struct Figure {
  std::string source;
  std::string node;
  std::string amount;
};

/// What an answer says of `figure`, in plain decimals.
std::string found(const PennyOpinion& opinion, const PennyCase& told, PennyMethod method,
                  const Figure& figure) {
  Int128 sum = 0;
  for (const auto& [s, kind, node, currency, amount] : opinion.traces.at(method).holdings) {
    const bool is_asked = told.sources.at(s).id.rfind(figure.source, 0) == 0 &&
                          node == figure.node && (kind == "account") == (node == "pool");
    if (is_asked) sum += amount;
  }
  return Money(sum, told.accounts[0].entries[0].amount.currency()).plain();
}

/// What both tracers say of a story, under every method.
class Answers {
 public:
  explicit Answers(const Story& story) : told_(story.told()), opinion_(second_opinion(told_)) {
    Dice dice(1);
    const EngineRun run = run_engine(told_, dice);
    engine_ = run.opinion;
    EXPECT_EQ(run.broken_promises, std::vector<std::string>());
    EXPECT_FALSE(engine_.refused);
    EXPECT_TRUE(engine_ == opinion_);
  }

  /// Checks each figure by both tracers. At "pool" stands what is left on the account.
  void expect(PennyMethod method, const std::vector<Figure>& figures) const {
    for (const Figure& figure : figures) {
      const std::string what = penny_text(method) + ": " + figure.source + " at " + figure.node;
      EXPECT_EQ(found(engine_, told_, method, figure), figure.amount) << "engine, " << what;
      EXPECT_EQ(found(opinion_, told_, method, figure), figure.amount) << "opinion, " << what;
    }
  }

  [[nodiscard]] const PennyOpinion& engine() const { return engine_; }

 private:
  PennyCase told_;
  PennyOpinion opinion_;
  PennyOpinion engine_;
};

void expect_figures(const Story& story, PennyMethod method, const std::vector<Figure>& figures) {
  Answers(story).expect(method, figures);
}

constexpr PennyMethod fifo = PennyMethod::fifo;
constexpr PennyMethod lifo = PennyMethod::lifo;
constexpr PennyMethod rolling = PennyMethod::pro_rata;
constexpr PennyMethod own_first = PennyMethod::lowest_intermediate_balance;
constexpr PennyMethod taint_first = PennyMethod::tainted_first;

Story ledger_l1() {
  return Story()
      .tainted("1000.00", "T1")
      .clean("500.00")
      .out("1200.00", "out 1")
      .clean("800.00")
      .tainted("300.00", "T2")
      .out("450.50", "out 2");
}

TEST(LedgerL1, FifoTakesTheOldestMoney) {
  expect_figures(ledger_l1(), fifo,
                 {{"T", "out 1", "1000.00"}, {"T", "out 2", "0.00"}, {"T", "pool", "300.00"}});
}

TEST(LedgerL1, LifoTakesTheNewestMoney) {
  expect_figures(ledger_l1(), lifo,
                 {{"T", "out 1", "700.00"}, {"T", "out 2", "300.00"}, {"T", "pool", "300.00"}});
}

TEST(LedgerL1, RollingChargeTakesInProportion) {
  expect_figures(ledger_l1(), rolling,
                 {{"T", "out 1", "800.00"}, {"T", "out 2", "160.89"}, {"T", "pool", "339.11"}});
}

TEST(LedgerL1, OwnMoneyFirstLeavesTheTrustMoney) {
  expect_figures(ledger_l1(), own_first,
                 {{"T", "out 1", "700.00"}, {"T", "out 2", "0.00"}, {"T", "pool", "600.00"}});
}

TEST(LedgerL1, TaintedMoneyFirstIsInWhatWasBought) {
  expect_figures(ledger_l1(), taint_first,
                 {{"T", "out 1", "1000.00"}, {"T", "out 2", "300.00"}, {"T", "pool", "0.00"}});
}

/// The clean half of a figure, by declaring the clean money as a source too.
TEST(LedgerL1, FifoAndRollingChargeTreatACleanSourceAsTheyTreatCleanMoney) {
  const Story both = Story()
                         .tainted("1000.00", "T1")
                         .tainted("500.00", "C1")
                         .out("1200.00", "out 1")
                         .tainted("800.00", "C2")
                         .tainted("300.00", "T2")
                         .out("450.50", "out 2");
  expect_figures(both, fifo,
                 {{"C", "out 1", "200.00"}, {"C", "out 2", "450.50"}, {"C", "pool", "649.50"}});
  expect_figures(both, lifo,
                 {{"C", "out 1", "500.00"}, {"C", "out 2", "150.50"}, {"C", "pool", "649.50"}});
  expect_figures(both, rolling, {{"C", "out 1", "400.00"}, {"T", "out 1", "800.00"}});
}

Story ledger_l2() { return Story().tainted("333.33", "T").clean("666.68").out("500.00", "out"); }

TEST(LedgerL2, EveryMethodToThePenny) {
  expect_figures(ledger_l2(), fifo, {{"T", "out", "333.33"}, {"T", "pool", "0.00"}});
  expect_figures(ledger_l2(), rolling, {{"T", "out", "166.66"}, {"T", "pool", "166.67"}});
  expect_figures(ledger_l2(), own_first, {{"T", "out", "0.00"}, {"T", "pool", "333.33"}});
}

TEST(ClaytonsCase, TvFifo1IsLedgerL1AndTvFifo2IsLedgerL2) {
  expect_figures(ledger_l1(), fifo, {{"T1", "out 1", "1000.00"}, {"T2", "pool", "300.00"}});
  expect_figures(ledger_l2(), fifo, {{"T", "out", "333.33"}});
}

TEST(ClaytonsCase, TvFifo3FirstContributorBearsTheFirstLoss) {
  const Story story = Story()
                          .tainted("500.00", "A")
                          .tainted("500.00", "B")
                          .out("600.00", "out")
                          .tainted("400.00", "C");
  expect_figures(story, fifo,
                 {{"A", "pool", "0.00"}, {"B", "pool", "400.00"}, {"C", "pool", "400.00"}});
}

TEST(ClaytonsCase, TheOldLayerIsPaidThoughTheAccountStaysInCredit) {
  const Story story = Story()
                          .opening("1717.00")
                          .opening_of("old")
                          .clean("900.00")
                          .out("1000.00", "first drawing")
                          .clean("1100.00")
                          .out("800.00", "second drawing");
  expect_figures(story, fifo,
                 {{"old", "pool", "0.00"},
                  {"old", "first drawing", "1000.00"},
                  {"old", "second drawing", "717.00"}});
}

TEST(HallettsEstate, TvHal1OwnMoneyGoesFirst) {
  const Story story =
      Story().clean("2000.00").tainted("1500.00", "trust").out("1800.00", "dissipated");
  expect_figures(story, own_first, {{"trust", "pool", "1500.00"}, {"trust", "dissipated", "0.00"}});
}

TEST(HallettsEstate, TvHal2IsTheOwnFirstRowOfLedgerL1) {
  expect_figures(ledger_l1(), own_first,
                 {{"T1", "out 1", "700.00"}, {"T1", "pool", "300.00"}, {"T2", "pool", "300.00"}});
}

/// The judgment's own figures, in old pence of which 240 make a pound.
Story re_oatway() {
  return Story(jpy)
      .opening("18640")
      .tainted("1680000", "trust", "720000")
      .clean("7200")
      .out("122400", "other")
      .out("513027", "shares")
      .out("1070413", "dissipated");
}

TEST(ReOatway, TvOat1TheSharesAreBoughtWithTrustMoneyAlone) {
  expect_figures(re_oatway(), taint_first, {{"trust", "shares", "513027"}, {"trust", "pool", "0"}});
}

TEST(ReOatway, TvOat1OwnMoneyFirstLeavesNothingInTheShares) {
  expect_figures(re_oatway(), own_first,
                 {{"trust", "shares", "0"}, {"trust", "dissipated", "720000"}});
}

TEST(ReOatway, TvOat1TheAccountStandsAtTheJudgmentsFigureBeforeTheShares) {
  // 6,597 pounds 13 shillings 4 pence; after it every penny goes out.
  const PennyCase told = re_oatway().told();
  Int128 balance = minor_of(told.accounts[0].declared_openings[0]);
  for (std::size_t i = 0; i < 3; ++i) balance += minor_of(told.accounts[0].entries[i].amount);
  EXPECT_TRUE(balance == 1583440);
  EXPECT_TRUE(balance - 513027 - 1070413 == 0);
}

TEST(ReOatway, TvOat2TheCarIsBoughtWithTrustMoney) {
  const Story story = Story()
                          .clean("10000.00")
                          .tainted("6000.00", "trust")
                          .out("5000.00", "car")
                          .out("11000.00", "dissipated");
  expect_figures(story, taint_first,
                 {{"trust", "car", "5000.00"}, {"trust", "dissipated", "1000.00"}});
  expect_figures(
      story, own_first,
      {{"trust", "car", "0.00"}, {"trust", "pool", "0.00"}, {"trust", "dissipated", "6000.00"}});
}

TEST(RoscoeVWinder, TheJudgmentsFiguresInOldPence) {
  // 455.18.11 paid in, a fall to 25.18.0, 358.5.5 at the close: the claim is 25.18.0.
  const Story story =
      Story(jpy).tainted("109427", "trust").out("103211", "own purposes").clean("79769");
  expect_figures(story, own_first,
                 {{"trust", "pool", "6216"}, {"trust", "own purposes", "103211"}});
}

TEST(RoscoeVWinder, TheFallBindsThoughOwnMoneyStoodThereBefore) {
  const Story story = Story(jpy)
                          .opening("50000")
                          .tainted("109427", "trust")
                          .out("153211", "own purposes")
                          .clean("79769");
  expect_figures(story, own_first, {{"trust", "pool", "6216"}});
}

TEST(RoscoeVWinder, TvLib1OwnMoneyPaidInLaterRefillsNothing) {
  const Story story = Story()
                          .clean("2000.00")
                          .tainted("1500.00", "trust 1")
                          .out("3200.00", "out 1")
                          .clean("1000.00")
                          .tainted("50.00", "trust 2")
                          .out("600.00", "out 2");
  expect_figures(story, own_first, {{"trust", "pool", "350.00"}, {"trust", "out 2", "0.00"}});
}

TEST(RoscoeVWinder, TvLib2AnOverdraftLeavesNothing) {
  const Story story = Story()
                          .tainted("800.00", "trust 1")
                          .out("950.00", "out 1")
                          .clean("500.00")
                          .tainted("200.00", "trust 2")
                          .out("100.00", "out 2");
  expect_figures(
      story, own_first,
      {{"trust", "pool", "200.00"}, {"trust 1", "pool", "0.00"}, {"trust 1", "out 1", "800.00"}});
}

TEST(BarlowClowes, Pp1FifoAndRolling) {
  const Story story = Story()
                          .tainted("500.00", "A")
                          .tainted("500.00", "B")
                          .out("600.00", "out")
                          .tainted("400.00", "C");
  expect_figures(story, fifo,
                 {{"A", "pool", "0.00"}, {"B", "pool", "400.00"}, {"C", "pool", "400.00"}});
  expect_figures(story, rolling,
                 {{"A", "pool", "200.00"}, {"B", "pool", "200.00"}, {"C", "pool", "400.00"}});
}

TEST(BarlowClowes, Pp2FifoAndRolling) {
  const Story story = Story()
                          .tainted("1000.00", "A")
                          .tainted("2000.00", "B")
                          .out("1500.00", "out 1")
                          .tainted("1000.00", "C")
                          .out("500.00", "out 2");
  expect_figures(story, fifo,
                 {{"A", "pool", "0.00"}, {"B", "pool", "1000.00"}, {"C", "pool", "1000.00"}});
  expect_figures(story, rolling,
                 {{"A", "pool", "400.00"}, {"B", "pool", "800.00"}, {"C", "pool", "800.00"}});
}

TEST(DurantCase, TvDur2WithoutProofOfCoordinationALaterCreditDoesNotReachTheCar) {
  const Answers answers(Story().out("20000.00", "car").tainted("20000.00", "bribe"));
  const std::vector<PennyHolding> repaid = {{0, "overdraft", "pool", "GBP", 2'000'000}};
  for (const PennyMethod method : penny_methods) {
    answers.expect(method, {{"bribe", "car", "0.00"}});
    EXPECT_EQ(answers.engine().traces.at(method).holdings, repaid);
  }
}

/// The thirteen bribes and the six payments onward, USD 10,500,055.35 and 13,120,000.00. What each
/// of them was is of our making: the sums of those before and behind the last payment, and of all,
/// are the judgment's. The account's own money made up the rest, and the last payment overdrew it.
Story bribes_of_durant(bool is_coordinated) {
  Story story(usd);
  story.opening("2619944.65").on("1998-01-09").tainted("412500.00", "R01");
  story.on("1998-01-12").tainted("655310.40", "R02").on("1998-01-13").tainted("901275.15", "R03");
  story.on("1998-01-14").out("1200000.00", "Durant").tainted("530480.05", "R04");
  story.on("1998-01-15").tainted("1120600.75", "R05").out("2350000.00", "Durant");
  story.on("1998-01-16").tainted("744905.60", "R06").out("1900000.00", "Durant");
  story.on("1998-01-19").tainted("868140.30", "R07").tainted("597233.85", "R08");
  story.on("1998-01-20").tainted("1010050.00", "R09").out("2750000.00", "Durant");
  story.on("1998-01-21").tainted("868203.00", "R10").out("2100000.00", "Durant");
  story.on("1998-01-23").out("2820000.00", "Durant");
  const char* const late[][3] = {{"1998-01-28", "950120.25", "R11"},
                                 {"1998-02-03", "1022236.00", "R12"},
                                 {"1998-02-06", "819000.00", "R13"}};
  for (const auto& [day, amount, source] : late) {
    story.on(day).tainted(amount, source);
    if (is_coordinated) story.financing_it();
  }
  return story;
}

/// As Answers, of amounts of which the second opinion cannot follow every cent under fifo and lifo:
/// there the engine stands alone.
class LargeAnswers {
 public:
  explicit LargeAnswers(PennyCase told)
      : told_(std::move(told)), opinion_(second_opinion(told_, {rolling, own_first, taint_first})) {
    Dice dice(1);
    const EngineRun run = run_engine(told_, dice);
    engine_ = run.opinion;
    EXPECT_EQ(run.broken_promises, std::vector<std::string>());
    EXPECT_FALSE(engine_.refused);
    for (const auto& [method, trace] : opinion_.traces) {
      EXPECT_TRUE(engine_.traces.at(method) == trace) << penny_text(method);
    }
  }

  void expect(PennyMethod method, const std::vector<Figure>& figures) const {
    for (const Figure& figure : figures) {
      EXPECT_EQ(found(engine_, told_, method, figure), figure.amount)
          << penny_text(method) << ": " << figure.source << " at " << figure.node;
    }
  }

  [[nodiscard]] const PennyOpinion& engine() const { return engine_; }

 private:
  PennyCase told_;
  PennyOpinion opinion_;
  PennyOpinion engine_;
};

TEST(DurantCase, TvDur1WhatCameBehindTheLastPaymentIsNotInItWithoutProof) {
  const LargeAnswers answers(bribes_of_durant(false).told());
  for (const PennyMethod method : penny_methods) {
    answers.expect(method, {{"R", "Durant", "7708699.10"},  // the defendants' figure
                            {"R", "pool", "0.00"},
                            {"R11", "Durant", "0.00"}});
    Int128 repaid = 0;
    for (const auto& [source, kind, node, currency, amount] :
         answers.engine().traces.at(method).holdings) {
      if (kind == "overdraft") repaid += amount;
    }
    EXPECT_EQ(Money(repaid, usd).plain(), "2791356.25");  // by which the court's is more
  }
}

TEST(DurantCase, TvDur1WithProofOfCoordinationAllOfItIs) {
  const LargeAnswers answers(bribes_of_durant(true).told());
  for (const PennyMethod method : penny_methods) {
    answers.expect(method, {{"R", "Durant", "10500055.35"}, {"R13", "Durant", "819000.00"}});
  }
}

TEST(DurantCase, TvDur1TheFourPaymentsOnwardToKildareCarryIt) {
  PennyCase told = bribes_of_durant(false).told();
  StatementBuilder durant("Durant", usd);
  durant.on("1998-01-14")
      .credit("1200000.00", "pool")
      .on("1998-01-15")
      .credit("2350000.00", "pool");
  durant.on("1998-01-16")
      .credit("1900000.00", "pool")
      .on("1998-01-20")
      .credit("2750000.00", "pool");
  durant.on("1998-01-21")
      .credit("2100000.00", "pool")
      .on("1998-01-22")
      .debit("2900000.00", "Kildare");
  durant.on("1998-01-23")
      .credit("2820000.00", "pool")
      .on("1998-01-27")
      .debit("3500000.00", "Kildare");
  durant.on("1998-02-04").debit("4000000.00", "Kildare").on("1998-02-23");
  durant.debit("3100000.00", "Kildare");
  told.accounts.push_back({"Durant", durant.entries(), {Money(38'000'000, usd)}});
  const LargeAnswers answers(told);
  for (const PennyMethod method : penny_methods) {
    answers.expect(method, {{"R", "Kildare", "7708699.10"}});
  }
}

TEST(ReDiplock, TvDip2MoneyThatPaidADebtIsOnNoAccount) {
  const Answers answers(
      Story().clean("10.00").tainted("1000.00", "trust").out("1010.00", "creditor"));
  for (const PennyMethod method : penny_methods) {
    answers.expect(method, {{"trust", "pool", "0.00"}, {"trust", "creditor", "1000.00"}});
  }
}

/// Three stolen coins, then seven clean ones, leave in ten payments of one.
Story ten_coins(const std::vector<std::string>& stolen_or_clean) {
  Story story;
  int stolen = 0;
  for (const std::string& amount : stolen_or_clean) {
    if (amount[0] == '!') {
      story.tainted(amount.substr(1), "stolen " + std::to_string(++stolen));
    } else {
      story.clean(amount);
    }
  }
  for (int coin = 1; coin <= 10; ++coin) story.out("1.00", "coin " + std::to_string(coin));
  return story;
}

TEST(StolenCoins, FifoFollowsTheFirstThreeOut) {
  const Answers answers(ten_coins({"!3.00", "7.00"}));
  for (int coin = 1; coin <= 10; ++coin) {
    const std::string amount = coin <= 3 ? "1.00" : "0.00";
    answers.expect(fifo, {{"stolen", "coin " + std::to_string(coin), amount}});
  }
}

TEST(StolenCoins, HaircutTaintsThirtyHundredthsOfEach) {
  const Answers answers(ten_coins({"!3.00", "7.00"}));
  for (int coin = 1; coin <= 10; ++coin) {
    answers.expect(rolling, {{"stolen", "coin " + std::to_string(coin), "0.30"}});
  }
}

TEST(StolenCoins, PoisonReachesAllTen) {
  const Answers answers(ten_coins({"!3.00", "7.00"}));
  EXPECT_EQ(answers.engine().exposures.size(), 11U);  // Ten coins, and the account itself.
}

TEST(StolenCoins, FifoTaintsTheThirdToFifthBehindTwoCleanOnes) {
  const Answers answers(ten_coins({"2.00", "!3.00", "5.00"}));
  for (int coin = 1; coin <= 10; ++coin) {
    const std::string amount = coin >= 3 && coin <= 5 ? "1.00" : "0.00";
    answers.expect(fifo, {{"stolen", "coin " + std::to_string(coin), amount}});
  }
}

TEST(ChoosingTheRule, TheRangeOfL1IsThatOfItsTable) {
  const Answers answers(ledger_l1());
  const std::vector<PennyRange>& range = answers.engine().range;
  // T1 in out 1: 700.00 where own money goes first, 1,000.00 by Clayton's Case; T2 in out 2:
  // nothing, or all of it.
  const PennyRange first = {
      0, "end-point", "out 1", "GBP", 70000, "lowest-intermediate-balance", 100000, "fifo"};
  const PennyRange second = {1, "end-point", "out 2", "GBP", 0, "fifo", 30000, "tainted-first"};
  for (const PennyRange& row : {first, second}) {
    EXPECT_EQ(std::count(range.begin(), range.end(), row), 1) << std::get<2>(row);
  }
}

}  // namespace
}  // namespace recoup
