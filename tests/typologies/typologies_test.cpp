#include "recoup/typologies/typologies.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "typology_world.hpp"

namespace recoup {
namespace {

TypologyWorld one_account(const std::vector<std::string>& lines) {
  return TypologyWorld({part("A", "a", lines)});
}

TEST(Structuring, ThreeCashCreditsJustBelowALimitWithinAWeek) {
  const TypologyWorld world =
      one_account({"2025-01-01|8000.00||cash 1", "2025-01-04|9999.99||cash 2",
                   "2025-01-07|8500.00||cash 3", "2025-01-08|100.00||cash 4"});
  const auto found = world.of(Typology::structuring);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(world.references(found[0]), "cash 1 cash 2 cash 3 ");
  EXPECT_EQ(found[0].figures[0], (IndicatorFigure{"limit", "border"}));
  EXPECT_EQ(found[0].figures[2], (IndicatorFigure{"sum", "26,499.99 GBP"}));
  EXPECT_EQ(found[0].thresholds[0].name, "structuring.limit.border");
}

TEST(Structuring, IsQuietAtTheLimitBelowTheFloorAndOnTheEighthDay) {
  for (const char* third : {"2025-01-07|10000.00||cash 3", "2025-01-07|7999.99||cash 3",
                            "2025-01-08|8500.00||cash 3", "2025-01-07|8500.00||other"}) {
    EXPECT_TRUE(one_account({"2025-01-01|8000.00||cash 1", "2025-01-04|9999.99||cash 2", third})
                    .of(Typology::structuring)
                    .empty())
        << third;
  }
}

TEST(Structuring, GoesByTheLimitInForceOnTheDayOfTheCredit) {
  const std::vector<std::string> lines = {
      "2006-07-28|4500.00||cash 1", "2006-07-29|4600.00||cash 2", "2006-07-30|4700.00||cash 3"};
  const auto found = one_account(lines).of(Typology::structuring);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].thresholds[0].value, "5000.00");
  EXPECT_TRUE(one_account({"2006-08-28|4500.00||cash 1", "2006-08-29|4600.00||cash 2",
                           "2006-08-30|4700.00||cash 3"})
                  .of(Typology::structuring)
                  .empty());
}

TEST(Structuring, CreditsOfOneSecondAreAllCounted) {
  const TypologyWorld world =
      one_account({"2025-01-01T10:00:00|850.00||cash 1", "2025-01-01T10:00:00|850.00||cash 2",
                   "2025-01-01T10:00:00|850.00||cash 3"});
  const auto found = world.of(Typology::structuring);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].figures[3], (IndicatorFigure{"most on one day", "3"}));
}

std::vector<std::string> credits(std::size_t count, const std::string& amount) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) {
    lines.push_back(day_after(static_cast<int>(i) * 9) + "|" + amount + "|P" + std::to_string(i));
  }
  return lines;
}

TEST(RoundSums, EightOfTenAreEnoughAndSevenAreNot) {
  std::vector<std::string> lines = credits(8, "700.00");
  lines.push_back("2025-06-01|12.34|Q");
  lines.push_back("2025-06-02|56.78|Q");
  const auto found = one_account(lines).of(Typology::round_sums);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].figures[0], (IndicatorFigure{"multiples", "8 of 10"}));
  EXPECT_EQ(found[0].movements.size(), 8U);
  lines[0] = "2025-01-01|700.01|P0";
  EXPECT_TRUE(one_account(lines).of(Typology::round_sums).empty());
}

TEST(JustUnder, IsAmountsWithinFivePercentBelowARoundOne) {
  const auto found = one_account(credits(5, "1950.00")).of(Typology::just_under);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].movements.size(), 5U);
  EXPECT_TRUE(one_account(credits(5, "1949.99")).of(Typology::just_under).empty());
  EXPECT_TRUE(one_account(credits(5, "2000.00")).of(Typology::just_under).empty());
}

std::vector<std::string> passed(const std::string& out) {
  return {"2024-12-01|5.00|T||",
          "2025-01-01T10:00|1000.00|P1|in1",
          "2025-01-02T09:00|-" + out + "|Q|out1",
          "2025-01-05T10:00|2000.00|P2|in2",
          "2025-01-06T10:00|-1990.00|Q|out2",
          "2025-01-09T10:00|3000.00|P3|in3",
          "2025-01-11T10:00|-2700.00|Q|out3"};
}

TEST(PassThrough, IsCreditsThatLeaveWithinTwoDays) {
  const TypologyWorld world = one_account(passed("900.00"));
  const auto found = world.of(Typology::pass_through);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(world.references(found[0]), "in1 out1 in2 out2 in3 out3 ");
  EXPECT_EQ(found[0].figures[1], (IndicatorFigure{"passed on", "5,590.00 GBP"}));
  EXPECT_EQ(found[0].figures[2], (IndicatorFigure{"share of credits", "93 percent"}));
  EXPECT_EQ(found[0].figures[3], (IndicatorFigure{"median time, rounded down", "24 hours"}));
}

TEST(PassThrough, APennyLessIsNotPassedOn) {
  EXPECT_TRUE(one_account(passed("899.99")).of(Typology::pass_through).empty());
}

TEST(PassThrough, OneDebitIsNeverCountedForTwoCredits) {
  const TypologyWorld world =
      one_account({"2025-01-01T10:00|1000.00|P1", "2025-01-01T11:00|1000.00|P2",
                   "2025-01-01T12:00|1000.00|P3", "2025-01-01T13:00|-1000.00|Q"});
  EXPECT_TRUE(world.of(Typology::pass_through).empty());
}

TEST(MoneyMule, IsAPassThroughOfManySendersOnAYoungAccount) {
  const auto found = one_account(passed("900.00")).of(Typology::money_mule);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].figures[4], (IndicatorFigure{"senders", "3"}));
  EXPECT_EQ(found[0].figures[5], (IndicatorFigure{"days from the first line held", "31"}));
  EXPECT_EQ(found[0].figures[6].value, "1");
  std::vector<std::string> old = passed("900.00");
  old.insert(old.begin(), "2023-12-31|50.00|T");
  EXPECT_TRUE(one_account(old).of(Typology::money_mule).empty());
  EXPECT_EQ(one_account(old).of(Typology::pass_through).size(), 1U);
}

TEST(CashIntensive, IsAShareOfTheCreditsInCash) {
  std::vector<std::string> lines;
  for (int i = 0; i < 12; ++i) {
    lines.push_back(day_after(i * 20) + "|50.00||cash " + std::to_string(i));
  }
  lines.push_back("2025-12-01|400.00||wages");
  const auto found = one_account(lines).of(Typology::cash_intensive);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].figures[1], (IndicatorFigure{"share of cash", "60 percent"}));
  lines.back() = "2025-12-01|400.01||wages";
  EXPECT_TRUE(one_account(lines).of(Typology::cash_intensive).empty());
}

TEST(LoanBack, IsALoanFromSomebodyWhoWasPaidTheSameBefore) {
  const std::vector<std::string> lines = {"2025-01-01|-900.00|Z|out", "2025-03-01|1000.00|Z|loan"};
  const TypologyWorld world = one_account(lines);
  const auto found = world.of(Typology::loan_back);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(world.references(found[0]), "out loan ");
  EXPECT_TRUE(
      one_account({lines[0], lines[1], "2025-05-01|-10.00|Z"}).of(Typology::loan_back).empty());
  EXPECT_TRUE(one_account({"2025-01-01|-900.00|Y", lines[1]}).of(Typology::loan_back).empty());
}

TEST(DormantThenActive, IsThriceTheYearBeforeAfterHalfAYearOfNothing) {
  const TypologyWorld world = one_account(
      {"2024-01-01|400.00||a", "2024-06-29|600.00||b", "2024-07-20|-600.00||c", "2024-07-29|9.00"});
  const auto found = world.of(Typology::dormant_then_active);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(world.references(found[0]), "b c ");
  EXPECT_EQ(found[0].figures[0], (IndicatorFigure{"days without an entry", "180"}));
  EXPECT_TRUE(one_account({"2024-01-02|400.00", "2024-06-29|1200.00"})
                  .of(Typology::dormant_then_active)
                  .empty());
  EXPECT_TRUE(one_account({"2024-01-01|400.01", "2024-06-29|1200.00"})
                  .of(Typology::dormant_then_active)
                  .empty());
}

TEST(Fans, AreManyPartiesWithinAWeek) {
  std::vector<std::string> lines;
  for (int i = 0; i < 8; ++i) {
    lines.push_back(day_after(i < 7 ? i : 6) + "|125.00|P" + std::to_string(i));
  }
  const auto found = one_account(lines).of(Typology::fan_in);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].figures[0], (IndicatorFigure{"parties", "8"}));
  EXPECT_TRUE(one_account(lines).of(Typology::fan_out).empty());
  lines[7] = day_after(7) + "|125.00|P7";
  EXPECT_TRUE(one_account(lines).of(Typology::fan_in).empty());
}

std::vector<StatementPart> ring(const std::string& last_amount, const std::string& last_day) {
  return {part("A", "a", {"2025-01-01|-1000.00|B|o1", last_day + "|" + last_amount + "|D|i4"}),
          part("B", "b", {"2025-01-01|1000.00|A|i1", "2025-01-05|-900.00|C|o2"}),
          part("C", "c", {"2025-01-05|900.00|B|i2", "2025-01-09|-800.00|D|o3"}),
          part("D", "d", {"2025-01-09|800.00|C|i3", last_day + "|-" + last_amount + "|A|o4"})};
}

TEST(Cycles, AreTransfersThatComeBack) {
  const TypologyWorld world(ring("700.00", "2025-01-12"));
  const auto found = world.of(Typology::cycle);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(world.references(found[0]), "o1 i1 o2 i2 o3 i3 o4 i4 ");
  EXPECT_EQ(found[0].figures[0], (IndicatorFigure{"accounts", "4"}));
  EXPECT_EQ(found[0].figures[2], (IndicatorFigure{"came back", "700.00 GBP"}));
}

TEST(Cycles, AreNoneWhereTooLittleTooMuchOrTooLateComesBack) {
  EXPECT_TRUE(TypologyWorld(ring("639.99", "2025-01-12")).of(Typology::cycle).empty());
  EXPECT_TRUE(TypologyWorld(ring("800.01", "2025-01-12")).of(Typology::cycle).empty());
  EXPECT_TRUE(TypologyWorld(ring("700.00", "2025-02-01")).of(Typology::cycle).empty());
  EXPECT_TRUE(TypologyWorld(ring("700.00", "2025-01-08")).of(Typology::cycle).empty());
}

TEST(Crypto, IsWhatComesAndGoesOnOneDay) {
  StatementPart statement = part("A", "a",
                                 {"2025-01-01|500.00|P|in1", "2025-01-01|-450.00||out1",
                                  "2025-02-01|300.00|P|in2", "2025-02-01|-300.00||out2"});
  statement.entries[1].description = "CARD 77 BITCOIN PURCHASE";
  statement.entries[3].counterparty_name = "Some Crypto Desk";
  const TypologyWorld world({statement});
  const auto found = world.of(Typology::crypto_off_ramp);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(world.references(found[0]), "in1 out1 in2 out2 ");
}

TEST(IncomeMismatch, IsTwiceWhatIsDeclared) {
  const auto from = make_date(2024, 4, 6).value();
  const auto to = make_date(2025, 4, 5).value();
  const std::vector<StatementPart> parts = {
      part("A", "a", {"2025-01-01|199.00||x", "2025-01-02|500.00||own-transfer"}),
      part("B", "b", {"2025-01-03|1.00||y", "2025-04-06|70.00||late"})};
  const Money half = Money::parse_plain("100.00", gbp).value();
  const TypologyWorld world(parts, {{"R. Amble", from, to, half}});
  const auto found = world.of(Typology::income_mismatch);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(world.references(found[0]), "x y ");
  const Money more = Money::parse_plain("100.01", gbp).value();
  EXPECT_TRUE(
      TypologyWorld(parts, {{"R. Amble", from, to, more}}).of(Typology::income_mismatch).empty());
}

TEST(Typologies, AreQuietWithoutMovementsAndWithOne) {
  EXPECT_TRUE(TypologyWorld(std::vector<StatementPart>{}).indicators.found.empty());
  EXPECT_TRUE(one_account({"2025-01-01|9999.00||cash"}).indicators.found.empty());
}

TEST(Typologies, NameWhatTheyCouldNotLookFor) {
  const Indicators& indicators = one_account({"2025-01-01|1.00"}).indicators;
  ASSERT_EQ(indicators.not_examined.size(), 4U);
  EXPECT_EQ(indicators.not_examined[0].pattern, "income mismatch");
  EXPECT_EQ(indicators.not_examined[1].pattern, "cuckoo smurfing");
}

TEST(Typologies, HaveInnocentExplanationsWithoutExceptionAndNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Typology::income_mismatch); ++i) {
    const auto typology = static_cast<Typology>(i);
    EXPECT_TRUE(names.insert(text(typology)).second);
    EXPECT_GE(innocent_explanations(typology).size(), 2U) << text(typology);
  }
}

TEST(Typologies, TheOrderOfImportChangesNothing) {
  std::vector<StatementPart> parts = ring("700.00", "2025-01-12");
  parts.push_back(part("E", "e", passed("900.00")));
  const TypologyWorld one(parts);
  std::reverse(parts.begin(), parts.end());
  const TypologyWorld other(parts);
  ASSERT_EQ(one.indicators.found.size(), other.indicators.found.size());
  for (std::size_t i = 0; i < one.indicators.found.size(); ++i) {
    EXPECT_EQ(one.indicators.found[i].sentence, other.indicators.found[i].sentence);
    EXPECT_EQ(one.indicators.found[i].movements, other.indicators.found[i].movements);
  }
}

TEST(Typologies, MovementsThatAddUpToMoreThan128BitsAreRefused) {
  const std::string most = "1701411834604692317316873037158841057.27";
  const Ledger ledger =
      build_ledger({part("A", "a", {"2025-01-01|" + most}), part("B", "b", {"2025-01-01|0.01"})},
                   {})
          .value()
          .ledger;
  const Links links = match(ledger);
  const TypologyLimits limits = shipped_limits();
  const std::vector<CreditKind> kinds(2, CreditKind::cash);
  const auto found = find_indicators({ledger, links, kinds, limits, {"", ""}, {}});
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, ErrorCode::out_of_range);
}

TEST(Typologies, TheLargestAmountThatCanBeHeldIsLookedAt) {
  const std::string most = "1701411834604692317316873037158841057.26";
  const TypologyWorld world = one_account({"2024-01-01|-0.01", "2025-01-01|" + most});
  ASSERT_EQ(world.indicators.found.size(), 1U);
  EXPECT_EQ(world.indicators.found[0].typology, Typology::dormant_then_active);
}

}  // namespace
}  // namespace recoup
