#include "recoup/report/journal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "golden.hpp"
#include "journal_reader.hpp"
#include "ledger_fixture.hpp"
#include "recoup/matching/matcher.hpp"

namespace recoup {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

struct BuiltJournal {
  LedgerBuild build;
  std::string text;
  JournalSums sums;
};

BuiltJournal journal_of(std::vector<StatementPart> parts,
                        const std::vector<DeclaredOpening>& openings = {},
                        std::vector<Link> links = {}) {
  BuiltJournal journal;
  journal.build = build_ledger(std::move(parts), openings).value();
  Links matched = match(journal.build.ledger);
  if (!links.empty()) matched.matched = std::move(links);
  const Movements movements = order_movements(journal.build.ledger, matched);
  const PieceSink take = [&](std::string_view piece) -> Result<void> {
    journal.text += piece;
    return {};
  };
  const JournalCase source{"OP-1",
                           &journal.build,
                           &movements,
                           movements.in_order.size(),
                           {{sha256("a"), "a.csv", 3, 1}}};
  EXPECT_TRUE(write_journal(source, take).has_value());
  journal.sums = read_journal(journal.text);
  return journal;
}

/// Two accounts, one transfer, a printed balance on every line of the first.
std::vector<StatementPart> small_case() {
  return {part("20-11-22 12345678", "a",
               {"2025-03-01|333.33||R1|433.33", "2025-03-02|666.68||R2|1100.01",
                "2025-03-04T09:15|-500.00|30-44-55 87654321|R3|600.01"}),
          part("30-44-55 87654321", "b",
               {"2025-03-04T09:15|500.00|20-11-22 12345678|B17", "2025-03-05|-20.00|SHOP|B18"})};
}

Transaction worded(const std::string& name, const std::string& description) {
  Transaction made = entry("A", "2025-03-01|-1.00", 1);
  made.counterparty_name = name;
  made.description = description;
  return made;
}

TEST(Journal, StandsAsAPersonHasLookedAtIt) {
  const BuiltJournal journal = journal_of(small_case());
  EXPECT_EQ(journal.text, golden::expected("journal.txt", journal.text));
}

TEST(Journal, IsAddedUpAgainToTheSameBalances) {
  const BuiltJournal journal = journal_of(small_case());
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.assertions, 3U);
  EXPECT_EQ(journal.sums.balance.at("accounts:20-11-22 12345678 GBP"), "600.01");
  EXPECT_EQ(journal.sums.balance.at("accounts:30-44-55 87654321 GBP"), "480.00");
  EXPECT_EQ(journal.sums.balance.at("opening balances:20-11-22 12345678 GBP"), "-100.00");
  EXPECT_EQ(journal.sums.balance.at("end points:SHOP GBP"), "20.00");
}

TEST(Journal, ATransferIsOneTransactionOnBothAccounts) {
  const BuiltJournal journal = journal_of(small_case());
  EXPECT_EQ(journal.sums.transactions, 5U);
  EXPECT_EQ(journal.text.find("end points:30-44-55"), std::string::npos);
}

TEST(Journal, AGapIsATransactionSoThatTheBalancesBehindItHold) {
  const BuiltJournal journal =
      journal_of({part("A", "a", {"2025-03-01|10.00|X|r1|10.00", "2025-03-09|5.00|X|r2|12.00"})});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.assertions, 2U);
  EXPECT_EQ(journal.sums.balance.at("gaps:A GBP"), "3.00");
  EXPECT_THAT(journal.text, HasSubstr("do not carry on: 10.00 GBP before, 7.00 GBP behind"));
}

TEST(Journal, AClosingBalanceIsAssertedOrSaidNotToHold) {
  for (const auto& [closing, assertions] : {std::pair(1500, 1U), std::pair(1501, 0U)}) {
    StatementPart shown = part("A", "a", {"2025-03-01|10.00|X|r1", "2025-03-02|5.00|X|r2"});
    shown.balances = {
        {"A", StatementBalance::Kind::opening, make_date(2025, 3, 1).value(), Money(0, gbp), 1},
        {"A", StatementBalance::Kind::closing, make_date(2025, 3, 2).value(), Money(closing, gbp),
         9}};
    const BuiltJournal journal = journal_of({shown});
    EXPECT_THAT(journal.sums.faults, IsEmpty());
    EXPECT_EQ(journal.sums.assertions, assertions);
    const std::string words = "and the entries come to 15.00 GBP";
    EXPECT_EQ(journal.text.find(words) == std::string::npos, assertions == 1U);
  }
}

TEST(Journal, ABalanceThatHoldsOnlyInStatementOrderIsNotAsserted) {
  const BuiltJournal journal = journal_of({part(
      "A", "a",
      {"2025-03-05|10.00|X|r1|10.00", "2025-03-03|-4.00|X|r2|6.00", "2025-03-06|1.00|X|r3|7.00"})});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.assertions, 1U);
  EXPECT_THAT(journal.text, HasSubstr("holds in the order of the statement, not day by day"));
}

TEST(Journal, AnOpeningBalanceCountsFromTheEarliestDay) {
  const BuiltJournal journal = journal_of(
      {part("A", "a", {"2025-03-05|10.00|X|r1", "2025-03-03|-4.00|X|r2"}), part("B", "b", {})},
      {{"A", Money(700, gbp), {}}, {"B", Money(-200, gbp), {}}});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.balance.at("accounts:A GBP"), "13.00");
  EXPECT_EQ(journal.sums.balance.at("accounts:B GBP"), "-2.00");
  EXPECT_THAT(journal.text, HasSubstr("2025-03-03 (opening)"));
}

TEST(Journal, MoneyThatChangesCurrencyHasItsTotalAsCost) {
  StatementPart euros = part("B", "b", {"2025-03-02|117.00|A|in"}, eur);
  const BuiltJournal journal = journal_of({part("A", "a", {"2025-03-01|-100.00|B|out"}), euros}, {},
                                          {{LegRow{0}, LegRow{1}, Confidence::confirmed, "shown"}});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_THAT(journal.text, HasSubstr("-100.00 GBP @@ 117.00 EUR"));
  EXPECT_THAT(journal.text, HasSubstr("; date:2025-03-02, document:"));
  EXPECT_EQ(journal.sums.transactions, 1U);
}

TEST(Journal, LegsThatDifferLeaveTheirDifferenceInSight) {
  const BuiltJournal journal = journal_of(
      {part("A", "a", {"2025-03-01|-100.00|B|out"}), part("B", "b", {"2025-03-01|99.00|A|in"})}, {},
      {{LegRow{0}, LegRow{1}, Confidence::confirmed, "fee"}});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.balance.at("differences GBP"), "1.00");
}

TEST(Journal, NoWordOfAStatementCanEndItsFieldOrMoveADay) {
  StatementPart shown{"A", sha256("a"), {}, {}};
  shown.entries = {worded("EVIL; date:2001-01-01", "[2001-01-01] | x; y"),
                   worded("(code) A  B", "!"), worded("A B", "="), worded("A:B", "\n2025-01-01 z")};
  std::uint64_t line = 0;
  for (Transaction& each : shown.entries) each.line = ++line;
  shown.entries[1].reference = "R, date:2001-01-01";
  const BuiltJournal journal = journal_of({shown});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.transactions, 4U);
  EXPECT_EQ(journal.sums.balance.at("accounts:A GBP"), "-4.00");
  EXPECT_EQ(journal.sums.balance.at("end points:A B GBP"), "1.00");
  EXPECT_THAT(journal.text, HasSubstr("ref:R\\u{2C} date\\u{3A}2001-01-01\n"));
}

TEST(Journal, TwoNamesNeverBecomeOneAccount) {
  StatementPart shown{"A", sha256("a"), {}, {}};
  shown.entries = {worded("A  B", ""), worded("A B", ""), worded(" A B", ""), worded("A:B", "")};
  std::uint64_t line = 0;
  for (Transaction& each : shown.entries) each.line = ++line;
  const BuiltJournal journal = journal_of({shown});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.balance.size(), 5U);
}

TEST(Journal, CurrenciesKeepTheirOwnDecimals) {
  const BuiltJournal journal =
      journal_of({part("A", "a", {"2025-03-01|1500|X|r1"}, jpy),
                  part("W", "w", {"2025-03-01|1.000000000000000001|X|r2"}, eth)});
  EXPECT_THAT(journal.sums.faults, IsEmpty());
  EXPECT_EQ(journal.sums.balance.at("accounts:W ETH"), "1.000000000000000001");
  EXPECT_THAT(journal.text, HasSubstr("commodity 1000. JPY\n"));
}

TEST(Journal, TheOrderOfImportChangesNoByte) {
  std::vector<StatementPart> backwards = small_case();
  std::swap(backwards[0], backwards[1]);
  EXPECT_EQ(journal_of(small_case()).text, journal_of(backwards).text);
}

/// hledger itself, where it is installed.
TEST(Journal, HledgerAcceptsItAndComesToTheSameBalances) {
  if (std::system("hledger --version >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "hledger is not installed (Debian's package hledger): the journal was read by "
                    "the reader of these tests alone";
  }
  std::string name = (std::filesystem::temp_directory_path() / "journal-XXXXXX").string();
  const int file = mkstemp(name.data());
  ASSERT_GE(file, 0);
  close(file);
  const BuiltJournal journal = journal_of(small_case());
  std::ofstream(name, std::ios::binary) << journal.text;
  EXPECT_EQ(std::system(("hledger -f " + name + " check --strict").c_str()), 0);
  const std::string command =
      "hledger -f " + name + " balance --flat --no-total accounts | grep -q '600.01 GBP'";
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::filesystem::remove(name);
}

}  // namespace
}  // namespace recoup
