#include "recoup/methods/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "means_file.hpp"

namespace recoup {
namespace {

MeansFile year() { return MeansFile().period("2023-04-06", "2024-04-05"); }

/// The example of the specification: 12,000.00 at the beginning, 187,450.00 at the end.
MeansFile net_worth_example() {
  MeansFile file = year();
  file.worth("N1", "cash-in-hand", "2023-04-06", "500.00")
      .worth("N2", "asset", "2023-04-06", "14500.00")
      .worth("N3", "liability", "2023-04-06", "3000.00")
      .worth("N4", "cash-in-hand", "2024-04-05", "0.00")
      .worth("N5", "asset", "2024-04-05", "190000.00")
      .worth("N6", "liability", "2024-04-05", "2550.00")
      .spent("E1", "90000.00")
      .spent("E2", "6200.00", "cash")
      .earned("I1", "141300.00");
  return file;
}

TEST(NetWorth, IsTheWorkedFigureOfTheSpecification) {
  const MeansWorld world({});
  const MethodSchedule schedule =
      world.work(FinancialMethod::net_worth, net_worth_example().read());
  EXPECT_EQ(total_of(schedule, "Closing net worth"), "187450.00");
  EXPECT_EQ(total_of(schedule, "Less opening net worth"), "-12000.00");
  EXPECT_EQ(total_of(schedule, "Expenditure"), "96200.00");
  EXPECT_EQ(total_of(schedule, "Less known legitimate income"), "-141300.00");
  EXPECT_EQ(figure_of(schedule), "130350.00");
  EXPECT_FALSE(schedule.provisional());
  EXPECT_EQ(schedule.lines.at(0).places.at(0).field, "net_worth/N4/cost");
  EXPECT_EQ(schedule.lines.at(0).places.at(0).document_name, "case.json");
}

TEST(NetWorth, AnOpeningDatedTheDayBeforeThePeriodIsTheOpening) {
  MeansFile before = year();
  before.worth("N1", "cash-in-hand", "2023-04-05", "70.00")
      .worth("N2", "cash-in-hand", "2024-04-05", "100.00")
      .spent("E1", "1.00")
      .earned("I1", "2.00");
  EXPECT_EQ(figure_of(MeansWorld({}).work(FinancialMethod::net_worth, before.read())), "29.00");
}

TEST(NetWorth, WithoutAnOpeningThereIsNoFigure) {
  MeansFile file = year();
  file.worth("N4", "cash-in-hand", "2024-04-05", "10.00").spent("E1", "1.00").earned("I1", "2.00");
  const MethodSchedule schedule = MeansWorld({}).work(FinancialMethod::net_worth, file.read());
  EXPECT_EQ(figure_of(schedule), "none");
  EXPECT_TRUE(misses(schedule, "the opening net worth"));
}

TEST(NetWorth, CountsCostAndNeverAMarketValue) {
  MeansFile file = net_worth_example();
  file.add("net_worth", "N7",
           {{"kind", "asset"}, {"date", "2024-04-05"}, {"market_value", "60000.00"}});
  const MethodSchedule schedule = MeansWorld({}).work(FinancialMethod::net_worth, file.read());
  EXPECT_EQ(figure_of(schedule), "130350.00");
  ASSERT_EQ(schedule.missing.size(), 1U);
  EXPECT_EQ(schedule.missing[0].what,
            "the cost (a market value is stated, and cost is what counts) of net_worth/N7");
  EXPECT_EQ(schedule.missing[0].effect, MissingEffect::raises);
}

TEST(NetWorth, CashInHandThatNobodySpeaksOfIsMissing) {
  MeansFile file = year();
  file.worth("N1", "asset", "2023-04-06", "5.00").worth("N2", "asset", "2024-04-05", "9.00");
  const MethodSchedule schedule = MeansWorld({}).work(FinancialMethod::net_worth, file.read());
  EXPECT_TRUE(misses(schedule, "cash in hand as at 2023-04-06"));
  EXPECT_TRUE(misses(schedule, "cash in hand as at 2024-04-05"));
  EXPECT_TRUE(misses(schedule, "the section expenditure"));
  EXPECT_TRUE(misses(schedule, "the section income"));
  EXPECT_EQ(figure_of(schedule), "4.00");
  EXPECT_TRUE(schedule.provisional());
}

/// Balances that grew by 30,000.00 over two accounts.
MeansWorld grown() {
  return MeansWorld({part("A", "a",
                          {"2023-04-05|900.00", "2023-04-06|20000.00|||20900.00",
                           "2023-12-01|12500.00", "2024-04-06|7.00"}),
                     part("B", "b", {"2023-06-01|-2500.00"})});
}

MeansFile applied() {
  MeansFile file = year();
  file.funds("F1", "asset-bought", "41250.00")
      .funds("F2", "debt-repaid", "18300.00")
      .spent("E1", "96200.00")
      .earned("I1", "141300.00")
      .funds("F3", "loan-received", "15000.00")
      .funds("F4", "asset-sold", "2500.00");
  return file;
}

TEST(SourceAndApplication, IsTheWorkedFigureOfTheSpecification) {
  const MethodSchedule schedule =
      grown().work(FinancialMethod::source_and_application, applied().read());
  EXPECT_EQ(total_of(schedule, "Increase of bank balances"), "30000.00");
  EXPECT_EQ(total_of(schedule, "Assets bought"), "41250.00");
  EXPECT_EQ(total_of(schedule, "Debts repaid"), "18300.00");
  EXPECT_EQ(total_of(schedule, "Living and other expenditure"), "96200.00");
  EXPECT_EQ(total_of(schedule, "Less loans received"), "-15000.00");
  EXPECT_EQ(total_of(schedule, "Less assets sold"), "-2500.00");
  EXPECT_EQ(figure_of(schedule), "26950.00");
  EXPECT_FALSE(schedule.provisional());
  ASSERT_EQ(schedule.lines.at(0).places.size(), 2U);
  EXPECT_EQ(schedule.lines[0].places[0].line, 2U);
  EXPECT_EQ(schedule.lines[0].places[1].line, 3U);
}

TEST(SourceAndApplication, AGapIsCountedByItsBalancesAndNamed) {
  const MeansWorld world({part(
      "A", "a",
      {"2023-05-01|100.00|||100.00", "2023-05-02|5.00|||605.00", "2023-05-03|1.00|||606.00"})});
  const MethodSchedule schedule =
      world.work(FinancialMethod::source_and_application, applied().read());
  EXPECT_EQ(total_of(schedule, "Increase of bank balances"), "606.00");
  EXPECT_TRUE(misses(schedule, "in 1 gaps"));
}

TEST(SourceAndApplication, WithoutAnyOwnStatementThereIsNoFigure) {
  const MeansWorld world({part("X9", "x", {"2023-05-01|100.00"})});
  const MethodSchedule schedule =
      world.work(FinancialMethod::source_and_application, applied().read());
  EXPECT_EQ(figure_of(schedule), "none");
}

/// Credits of 263,480.25: 58,200.00 from an own account, a reversal of 1,249.99, a loan of
/// 15,000.00.
std::vector<StatementPart> deposited() {
  return {part("A", "a",
               {"2023-05-01|58200.00|B", "2023-05-03|1249.99||rev", "2023-05-04|15000.00||loan",
                "2023-06-05|189030.26||rest", "2023-06-06|-10.00", "2024-04-06|3.00||late"}),
          part("B", "b", {"2023-05-01|-58200.00|A"})};
}

MeansFile deposits_example() {
  MeansFile file = year();
  file.spent("E1", "22300.00", "cash")
      .spent("E2", "999.00", "bank")
      .spent("E3", "77.00", "cash-from-bank")
      .earned("I1", "141300.00");
  return file;
}

TEST(BankDeposits, IsTheWorkedFigureOfTheSpecification) {
  const MeansWorld world(deposited(), {{"loan", CreditKind::loan}}, {"rev"});
  const MethodSchedule schedule =
      world.work(FinancialMethod::bank_deposits, deposits_example().read());
  EXPECT_EQ(total_of(schedule, "Total credits"), "263480.25");
  EXPECT_EQ(total_of(schedule, "Less own transfers"), "-58200.00");
  EXPECT_EQ(total_of(schedule, "Less refunds and reversals"), "-1249.99");
  EXPECT_EQ(total_of(schedule, "Less loans and gifts"), "-15000.00");
  EXPECT_EQ(total_of(schedule, "Cash spending outside the bank"), "22300.00");
  EXPECT_EQ(total_of(schedule, "Less known legitimate income"), "-141300.00");
  EXPECT_EQ(figure_of(schedule), "70030.26");
  EXPECT_FALSE(schedule.provisional());
}

TEST(BankDeposits, NothingKnownMakesAProvisionalFigureAndAList) {
  const MeansWorld world(deposited());
  const MethodSchedule schedule = world.work(FinancialMethod::bank_deposits, year().read());
  EXPECT_EQ(figure_of(schedule), "205280.25");
  EXPECT_TRUE(schedule.provisional());
  EXPECT_TRUE(misses(schedule, "the known legitimate income"));
}

TEST(BankDeposits, AnOwnTransferWithoutItsDebitIsTakenOutAndNamed) {
  const MeansWorld world({part("A", "a", {"2023-05-01|40.00|B", "2023-05-02|2.00"}),
                          part("B", "b", {"2023-07-01|1.00"})});
  const MethodSchedule schedule =
      world.work(FinancialMethod::bank_deposits, deposits_example().read());
  EXPECT_EQ(total_of(schedule, "Less own transfers"), "-40.00");
  EXPECT_TRUE(misses(schedule, "the debits of 1 own transfers"));
}

TEST(IncomeAndCredits, AreByAccountAndTaxYear) {
  const MeansWorld world(
      {part("A", "a",
            {"2023-04-05|5.00||before", "2023-04-06|1000.00||pay", "2024-04-05|20.00||cash",
             "2024-04-06|300.00||cash2"}),
       part("B", "b", {"2023-05-01|7.00|ZZ"})},
      {{"pay", CreditKind::wages}, {"cash", CreditKind::cash}, {"cash2", CreditKind::cash}});
  MeansFile file;
  file.period("2023-04-06", "2025-04-05").earned("I1", "900.00");
  const MethodSchedule schedule = world.work(FinancialMethod::income_and_credits, file.read());
  ASSERT_EQ(schedule.credit_years.size(), 3U);
  EXPECT_EQ(schedule.credit_years[0].account, "A");
  EXPECT_EQ(tax_year_text(schedule.credit_years[0].first_year), "2023-24");
  EXPECT_EQ(schedule.credit_years[0].unexplained.plain(), "20.00");
  EXPECT_EQ(tax_year_text(schedule.credit_years[1].first_year), "2024-25");
  EXPECT_EQ(schedule.credit_years[1].unexplained.plain(), "300.00");
  EXPECT_EQ(schedule.credit_years[2].unexplained.plain(), "7.00");
  EXPECT_EQ(figure_of(schedule), "327.00");
  ASSERT_EQ(schedule.income_years.size(), 1U);
  EXPECT_EQ(schedule.income_years[0].stated.plain(), "900.00");
  EXPECT_EQ(schedule.income_years[0].credited.plain(), "1000.00");
}

TEST(IncomeAndCredits, ATaxYearBeginsOnTheSixthOfApril) {
  EXPECT_EQ(tax_year_of(parse_date("2024-04-05").value()), 2023);
  EXPECT_EQ(tax_year_of(parse_date("2024-04-06").value()), 2024);
  EXPECT_EQ(tax_year_text(1999), "1999-00");
}

TEST(Methods, WithoutAPeriodNothingIsWorkedOut) {
  const MeansFacts facts = MeansFile().spent("E1", "1.00").read();
  for (const FinancialMethod method : all_financial_methods) {
    const MethodSchedule schedule = grown().work(method, facts);
    EXPECT_EQ(figure_of(schedule), "none") << text(method);
    EXPECT_TRUE(misses(schedule, "financial_period.from")) << text(method);
  }
}

TEST(Methods, WhatIsInAnotherCurrencyIsMissingAndNotCounted) {
  MeansFile file = deposits_example();
  file.add("income", "I2",
           {{"kind", "other"}, {"from", "2023-07-01"}, {"net", "50.00"}, {"currency", "EUR"}});
  std::vector<StatementPart> parts = deposited();
  parts.push_back(part("C", "c", {"2023-05-05|9.00"}, usd));
  const MeansWorld world(parts, {{"loan", CreditKind::loan}}, {"rev"});
  const MethodSchedule schedule = world.work(FinancialMethod::bank_deposits, file.read());
  EXPECT_EQ(figure_of(schedule), "70030.26");
  EXPECT_TRUE(misses(schedule, "what 50.00 EUR of income/I2 was worth in GBP"));
  EXPECT_TRUE(misses(schedule, "what 1 credits in other currencies were worth in GBP"));
}

TEST(Methods, WhatLiesAcrossThePeriodIsMissingAndWhatLiesOutsideIsNoted) {
  MeansFile file = net_worth_example();
  file.add("expenditure", "E8", {{"from", "2024-04-01"}, {"to", "2024-04-30"}, {"amount", "3.00"}})
      .add("expenditure", "E9", {{"from", "2024-04-06"}, {"amount", "4.00"}})
      .add("expenditure", "E7", {{"amount", "5.00"}});
  const MethodSchedule schedule = MeansWorld({}).work(FinancialMethod::net_worth, file.read());
  EXPECT_EQ(figure_of(schedule), "130350.00");
  EXPECT_TRUE(misses(schedule, "how much of expenditure/E8"));
  EXPECT_TRUE(misses(schedule, "the days of expenditure/E7"));
  EXPECT_NE(std::find(schedule.notes.begin(), schedule.notes.end(),
                      "expenditure/E9 lies outside the period"),
            schedule.notes.end());
}

TEST(Methods, TheOrderOfImportChangesNothing) {
  std::vector<StatementPart> turned = deposited();
  std::reverse(turned.begin(), turned.end());
  const MeansWorld one(deposited());
  const MeansWorld other(turned);
  const MeansFacts facts = deposits_example().read();
  for (const FinancialMethod method : all_financial_methods) {
    const MethodSchedule first = one.work(method, facts);
    const MethodSchedule second = other.work(method, facts);
    EXPECT_EQ(figure_of(first), figure_of(second));
    ASSERT_EQ(first.lines.size(), second.lines.size());
    for (std::size_t i = 0; i < first.lines.size(); ++i) {
      EXPECT_EQ(first.lines[i].places, second.lines[i].places);
      EXPECT_EQ(first.lines[i].amount, second.lines[i].amount);
    }
  }
}

TEST(Methods, ASumThatLeaves128BitsIsAnErrorAndNoFigure) {
  const std::string most = "1701411834604692317316873037158841057.27";
  std::vector<StatementPart> parts;
  for (const char* account : {"A", "B"}) {
    parts.push_back(part(account, account, {"2023-05-05|" + most + "||r"}));
  }
  const MeansWorld world(parts);
  const MeansFacts facts = deposits_example().read();
  for (const FinancialMethod method :
       {FinancialMethod::bank_deposits, FinancialMethod::source_and_application,
        FinancialMethod::income_and_credits}) {
    const auto schedule = work_out(method, {facts, world.ledger, world.credits});
    ASSERT_FALSE(schedule.has_value()) << text(method);
    EXPECT_EQ(schedule.error().code, ErrorCode::out_of_range);
  }
}

}  // namespace
}  // namespace recoup
