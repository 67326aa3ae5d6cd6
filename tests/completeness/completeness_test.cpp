#include "recoup/completeness/completeness.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "statement_fixture.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using Lines = std::vector<std::string>;

/// "verified 2025-01-01 2025-01-31" for each row.
Lines rows(const AccountCompleteness& account) {
  Lines out;
  for (const GridPeriod& row : account.periods) {
    out.push_back(std::string(text(row.verdict)) + (row.agrees ? " " : " (disagrees) ") +
                  iso_text(row.from) + " " + iso_text(row.until));
  }
  return out;
}

AccountCompleteness only(std::vector<StatementPart> parts) {
  const auto accounts = check_completeness(std::move(parts), {});
  EXPECT_EQ(accounts.size(), 1U);
  return accounts.at(0);
}

StatementPart month(const std::string& name, const std::string& opening, const std::string& amount,
                    const std::string& closing) {
  const std::string first = "2025-" + name + "-01";
  const std::string last = "2025-" + name + (name == "02" ? "-28" : name == "04" ? "-30" : "-31");
  return PartBuilder("A", "month " + name)
      .statement(name, opening, closing)
      .period(first, last)
      .line("2025-" + name + "-10|" + amount)
      .done();
}

TEST(Completeness, StatementsThatCarryOnAreVerified) {
  const AccountCompleteness account =
      only({month("02", "5.00", "2.00", "7.00"), month("01", "0.00", "5.00", "5.00")});
  EXPECT_EQ(rows(account),
            (Lines{"verified 2025-01-01 2025-01-31", "verified 2025-02-01 2025-02-28"}));
  EXPECT_TRUE(account.is_complete());
  EXPECT_TRUE(unverified_periods({account}).empty());
}

TEST(Completeness, AMonthThatIsNotThereIsMissingWithWhatItHeld) {
  const AccountCompleteness account =
      only({month("01", "0.00", "5.00", "5.00"), month("03", "9.00", "1.00", "10.00")});
  EXPECT_EQ(rows(account)[1], "missing 2025-02-01 2025-02-28");
  EXPECT_EQ(account.periods[1].difference, pounds("4.00"));
  EXPECT_THAT(account.periods[1].why[0], HasSubstr("from 5.00 GBP to 9.00 GBP"));
  EXPECT_FALSE(account.is_complete());
  const auto marks = unverified_periods({account});
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(marks[0].verdict, PeriodVerdict::missing);
  EXPECT_EQ(marks[0].account, "A");
}

TEST(Completeness, AMissingMonthThatAddsUpToNothingIsMissingAllTheSame) {
  const AccountCompleteness account =
      only({month("01", "0.00", "5.00", "5.00"), month("03", "5.00", "1.00", "6.00")});
  EXPECT_EQ(rows(account)[1], "missing 2025-02-01 2025-02-28");
  EXPECT_THAT(account.periods[1].why[0], HasSubstr("adds up to nothing"));
}

TEST(Completeness, ABalanceThatDoesNotCarryOnStandsBetweenTwoStatements) {
  const AccountCompleteness account =
      only({month("01", "0.00", "5.00", "5.00"), month("02", "6.00", "1.00", "7.00")});
  ASSERT_EQ(account.periods.size(), 3U);
  EXPECT_EQ(rows(account)[1], "does-not-add-up 2025-01-31 2025-02-01");
  EXPECT_EQ(account.periods[1].difference, pounds("1.00"));
}

TEST(Completeness, ALongWeekendIsBridgedByTheBalance) {
  const auto of_day = [](const std::string& date, const std::string& opening,
                         const std::string& amount, const std::string& closing) {
    return PartBuilder("A", date)
        .statement("", opening, closing)
        .period(date, date)
        .line(date + "|" + amount)
        .done();
  };
  EXPECT_TRUE(only({of_day("2025-04-17", "0.00", "5.00", "5.00"),
                    of_day("2025-04-22", "5.00", "1.00", "6.00")})
                  .is_complete());  // Easter
  EXPECT_FALSE(only({of_day("2025-04-17", "0.00", "5.00", "5.00"),
                     of_day("2025-04-23", "5.00", "1.00", "6.00")})
                   .is_complete());
}

TEST(Completeness, StatementsOfOneDayMeetWhereTheBalanceCarriesOn) {
  const auto statement = [](const std::string& number, const std::string& opening,
                            const std::string& amount, const std::string& closing) {
    return PartBuilder("A", number)
        .statement(number, opening, closing)
        .dated("2025-01-02", "2025-01-02")
        .line("2025-01-02|" + amount)
        .done();
  };
  EXPECT_TRUE(
      only({statement("1", "0.00", "5.00", "5.00"), statement("2", "5.00", "5.00", "10.00")})
          .is_complete());
}

TEST(Completeness, AYearThatShowsTheMonthsAgainAgreesOrDoesNot) {
  const auto year = [](const std::string& second) {
    return PartBuilder("A", "year")
        .statement("", "0.00", second == "2.00" ? "7.00" : "8.00")
        .period("2025-01-01", "2025-02-28")
        .line("2025-01-10|5.00")
        .line("2025-02-10|" + second)
        .done();
  };
  const AccountCompleteness good = only(
      {month("01", "0.00", "5.00", "5.00"), month("02", "5.00", "2.00", "7.00"), year("2.00")});
  EXPECT_TRUE(good.is_complete());
  EXPECT_EQ(std::count_if(good.periods.begin(), good.periods.end(),
                          [](const GridPeriod& row) {
                            return row.verdict == PeriodVerdict::overlap && row.agrees;
                          }),
            2);
  const AccountCompleteness bad = only(
      {month("01", "0.00", "5.00", "5.00"), month("02", "5.00", "2.00", "7.00"), year("3.00")});
  EXPECT_FALSE(bad.is_complete());
  const Lines found = rows(bad);
  EXPECT_NE(std::find(found.begin(), found.end(), "overlap (disagrees) 2025-02-01 2025-02-28"),
            found.end());
}

TEST(Completeness, AnOverlapIsJudgedAlikeWhateverTheOrderOfTheEntries) {
  const auto rows_with = [](std::vector<std::string> lines, const std::string& opening) {
    PartBuilder quarter("A", "quarter");
    quarter.statement("", "0.00", "8.00").period("2025-01-01", "2025-03-31");
    for (const std::string& line : lines) quarter.line(line);
    return rows(only({quarter.done(), month("02", opening, "2.00", "7.00")}));
  };
  const std::vector<std::string> lines = {"2025-01-10|5.00", "2025-02-10|2.00", "2025-03-10|1.00"};
  for (const std::string opening : {"5.00", "6.50", "0.00"}) {
    const Lines found = rows_with(lines, opening);
    EXPECT_EQ(found, rows_with({lines.rbegin(), lines.rend()}, opening));
    EXPECT_EQ(found[1].find("(disagrees)") == std::string::npos, opening == "5.00");
  }
}

TEST(Completeness, AClosingBalanceAloneIsProvenByTheStatementBefore) {
  const StatementPart ofx =
      PartBuilder("A", "ofx").line("2025-02-03|2.00").closing_balance("2025-02-28", "7.00").done();
  EXPECT_FALSE(only({ofx}).is_complete());
  const AccountCompleteness account = only({ofx, month("01", "0.00", "5.00", "5.00")});
  EXPECT_TRUE(account.is_complete());
  EXPECT_EQ(account.statements[1].basis, StatementBasis::carried_on);
  const AccountCompleteness broken = only({ofx, month("01", "0.00", "4.00", "4.00")});
  EXPECT_FALSE(broken.is_complete());
}

TEST(Completeness, EntriesWithoutBalancesAreProvenByBothNeighbours) {
  const StatementPart bare = part("A", "csv", {"2025-02-03|2.00", "2025-02-04|1.00"});
  const AccountCompleteness proven =
      only({month("01", "0.00", "5.00", "5.00"), bare, month("03", "8.00", "1.00", "9.00")});
  EXPECT_TRUE(proven.is_complete());
  EXPECT_EQ(proven.statements[1].basis, StatementBasis::carried_on);
  const AccountCompleteness unproven = only({month("01", "0.00", "5.00", "5.00"), bare});
  EXPECT_FALSE(unproven.is_complete());
  const AccountCompleteness wrong =
      only({month("01", "0.00", "5.00", "5.00"), bare, month("03", "9.00", "1.00", "10.00")});
  EXPECT_FALSE(wrong.is_complete());
  EXPECT_EQ(wrong.statements[1].basis, StatementBasis::none);
}

TEST(Completeness, HolesInTheNumbersAreNamedWhereNumbersCount) {
  const auto statement = [](const std::string& number, const std::string& date,
                            const std::string& opening, const std::string& amount,
                            const std::string& closing) {
    return PartBuilder("A", number)
        .statement(number, opening, closing)
        .period(date, date)
        .line(date + "|" + amount)
        .done();
  };
  const AccountCompleteness account =
      only({statement("00131/001", "2025-01-01", "0.00", "5.00", "5.00"),
            statement("00132/001", "2025-01-02", "5.00", "1.00", "6.00"),
            statement("00135/001", "2025-01-03", "6.00", "1.00", "7.00")});
  ASSERT_EQ(account.number_holes.size(), 1U);
  EXPECT_EQ(account.number_holes[0].from, 133U);
  EXPECT_EQ(account.number_holes[0].until, 134U);
  EXPECT_TRUE(account.number_holes[0].balance_carries_on);
  EXPECT_TRUE(account.is_complete());
  const AccountCompleteness days_of_the_year =
      only({statement("131", "2025-01-01", "0.00", "5.00", "5.00"),
            statement("135", "2025-01-02", "5.00", "1.00", "6.00")});
  EXPECT_TRUE(days_of_the_year.number_holes.empty());
}

TEST(Completeness, AStatementThatDoesNotAddUpKeepsItsPlaceInTheGrid) {
  const AccountCompleteness account = only({month("01", "0.00", "5.00", "5.50")});
  EXPECT_EQ(rows(account), Lines{"does-not-add-up 2025-01-01 2025-01-31"});
  EXPECT_EQ(account.periods[0].difference, pounds("0.50"));
}

TEST(Completeness, OneAccountMayBeSpelledInTwoWays) {
  StatementPart other = month("02", "5.00", "2.00", "7.00");
  other.account = "20-11-22 12345678";
  StatementPart one = month("01", "0.00", "5.00", "5.00");
  one.account = "20112212345678";
  const auto accounts = check_completeness({one, other}, {});
  ASSERT_EQ(accounts.size(), 1U);
  EXPECT_EQ(accounts[0].account, "20-11-22 12345678");
  EXPECT_TRUE(accounts[0].is_complete());
}

TEST(Completeness, MonthsTakeTheWorstOfTheirRows) {
  const auto months =
      months_of(only({month("01", "0.00", "5.00", "5.00"), month("03", "9.00", "1.00", "10.00")}));
  ASSERT_EQ(months.size(), 3U);
  EXPECT_EQ(months[0].worst, PeriodVerdict::verified);
  EXPECT_EQ(months[1].worst, PeriodVerdict::missing);
  EXPECT_EQ(months[2].worst, PeriodVerdict::verified);
}

TEST(Completeness, NothingHeldIsNotComplete) {
  EXPECT_FALSE(AccountCompleteness{}.is_complete());
  EXPECT_TRUE(check_completeness({}, {}).empty());
}

TEST(Completeness, TheOrderOfDocumentsNeverMatters) {
  std::vector<StatementPart> parts = {
      month("01", "0.00", "5.00", "5.00"), month("02", "5.00", "2.00", "7.00"),
      month("04", "8.00", "1.00", "9.00"),
      part("A", "csv", {"2025-01-10|5.00|||5.00", "2025-02-10|2.00|||7.00"})};
  const Lines expected = rows(only(parts));
  const auto by_document = [](const StatementPart& a, const StatementPart& b) {
    return a.document < b.document;
  };
  std::sort(parts.begin(), parts.end(), by_document);
  do {
    EXPECT_EQ(rows(only(parts)), expected);
  } while (std::next_permutation(parts.begin(), parts.end(), by_document));
}

}  // namespace
}  // namespace recoup
