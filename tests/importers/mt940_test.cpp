#include <gtest/gtest.h>

#include <algorithm>

#include "import_of.hpp"

namespace recoup {
namespace {

/// A statement in euro with these lines between its opening and its closing balance.
std::string statement_with(const std::string& lines,
                           const std::string& closing = "C250305EUR7,00") {
  return ":20:R1\n:25:20041010/0123456789\n:28C:00012/003\n:60F:C250304EUR10,50\n" + lines +
         ":62F:" + closing + "\n-\n";
}

Import statement_import(const std::string& lines) {
  return import_of(statement_with(lines), "mt940");
}

bool has_note(const Import& import, std::string_view words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

std::string mt940_detail(const Transaction& entry, std::string_view name) {
  for (const EntryDetail& detail : entry.details) {
    if (detail.name == name) return detail.value;
  }
  return "";
}

Date day(int year, unsigned month, unsigned number) {
  return make_date(year, month, number).value();
}

TEST(Mt940, ReadsAStatementWithItsBalancesAndItsEntry) {
  const Import import = statement_import(
      ":61:2503030304DR3,50NTRFKUNDE-7//BANK-9\nBooked late\n:86:paid to the gardener\n");
  ASSERT_EQ(import.statements.size(), 1U);
  const Statement& statement = import.statements[0];
  EXPECT_EQ(statement.account, "20041010/0123456789");
  EXPECT_EQ(statement.number, "00012/003");
  EXPECT_EQ(statement.first_page, 3U);
  EXPECT_EQ(statement.last_page, 3U);
  EXPECT_EQ(statement.opening, Money(1050, eur));
  EXPECT_EQ(statement.opening_date, day(2025, 3, 4));
  EXPECT_EQ(statement.closing, Money(700, eur));
  EXPECT_EQ(statement.closing_date, day(2025, 3, 5));
  EXPECT_FALSE(statement.opening_is_intermediate || statement.closing_is_intermediate);
  ASSERT_EQ(import.transactions.size(), 1U);
  const Transaction& entry = import.transactions[0];
  EXPECT_EQ(entry.account, statement.account);
  EXPECT_EQ(entry.booked_at, BookingTime(day(2025, 3, 4)));
  EXPECT_EQ(entry.value_date, day(2025, 3, 3));
  EXPECT_EQ(entry.amount, Money(-350, eur));
  EXPECT_EQ(entry.reference, "BANK-9");
  EXPECT_EQ(entry.description, "Booked late\npaid to the gardener");
  EXPECT_EQ(mt940_detail(entry, "code"), "NTRF");
  EXPECT_EQ(mt940_detail(entry, "customer_reference"), "KUNDE-7");
  EXPECT_EQ(entry.line, 5U);
  EXPECT_EQ(entry.statement, 1U);
  ASSERT_EQ(import.balances.size(), 2U);
  EXPECT_EQ(import.balances[0].kind, StatementBalance::Kind::opening);
  EXPECT_EQ(import.balances[1].kind, StatementBalance::Kind::closing);
  EXPECT_EQ(import.balances[1].line, 8U);
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_EQ(import.notes, std::vector<std::string>{"read as UTF-8"});
}

TEST(Mt940, ReadsTheSameWithEveryKindOfLineEnd) {
  const std::string text = statement_with(":61:250304D3,50NTRFNONREF\n:86:one\ntwo\n");
  const Import with_lf = import_of(text, "mt940");
  for (const std::string end : {"\r\n", "\r", "\r\r\n"}) {
    std::string other;
    for (const char c : text) other += c == '\n' ? end : std::string(1, c);
    EXPECT_EQ(import_of(other, "mt940"), with_lf) << end.size();
  }
  EXPECT_EQ(with_lf.transactions[0].description, "one\ntwo");
}

TEST(Mt940, TurnsReversalsRound) {
  const Import import = statement_import(
      ":61:250304C4,00NTRFNONREF\n:61:250304D3,00NTRFNONREF\n"
      ":61:250304RC2,00NTRFNONREF\n:61:250304RDR1,00NTRFNONREF\n");
  ASSERT_EQ(import.transactions.size(), 4U);
  const int minor[] = {400, -300, -200, 100};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(import.transactions[i].amount, Money(minor[i], eur));
    EXPECT_EQ(mt940_detail(import.transactions[i], "reversal"), i < 2 ? "" : "yes");
  }
}

TEST(Mt940, HoldsBackWhatTheBankOnlyExpects) {
  const Import import =
      statement_import(":61:250306EC9,00NTRFNONREF\n:86:to come\n:61:250306ED8,00NTRFNONREF\n");
  EXPECT_TRUE(import.transactions.empty());
  ASSERT_EQ(import.held_back.size(), 2U);
  EXPECT_EQ(import.held_back[0].record, ":61:250306EC9,00NTRFNONREF\n:86:to come");
  EXPECT_EQ(import.held_back[1].line, 7U);
}

TEST(Mt940, TakesTheNearestYearForAnEntryDate) {
  const Import import = statement_import(
      ":61:2412310102D1,00NTRFNONREF\n:61:2501021231D2,00NTRFNONREF\n"
      ":61:991231    D3,00NTRFNONREF\n:61:240228 0229D4,00NTRFNONREF\n");
  ASSERT_EQ(import.transactions.size(), 3U);
  EXPECT_EQ(import.transactions[0].booked_at, BookingTime(day(2025, 1, 2)));
  EXPECT_EQ(import.transactions[1].booked_at, BookingTime(day(2024, 12, 31)));
  EXPECT_EQ(import.transactions[2].booked_at, BookingTime(day(1999, 12, 31)));
  EXPECT_NE(rejection_of(import).find("without C, D, RC"), std::string::npos);
}

TEST(Mt940, KeepsAnEntryWhoseValueDateIsNoDayOnItsEntryDate) {
  const Import import = statement_import(":61:2502300303D3,50NTRFNONREF\n");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].booked_at, BookingTime(day(2025, 3, 3)));
  EXPECT_FALSE(import.transactions[0].value_date);
  EXPECT_TRUE(has_note(import, "the value date is no day that the calendar has"));
}

TEST(Mt940, RejectsAnEntryWithoutAnyDay) {
  const Import import = statement_import(":61:250230D3,50NTRFNONREF\n:86:words of it\n");
  EXPECT_EQ(rejection_of(import),
            "a.txt:5: :61: value date: found \"250230\"; expected a day that the calendar has");
  EXPECT_EQ(import.rejections[0].record, ":61:250230D3,50NTRFNONREF\n:86:words of it");
}

TEST(Mt940, RejectsBrokenEntriesAndReadsTheOthers) {
  for (const char* broken :
       {"250304X3,50NTRF", "25034D3,50NTRF", "250304DNTRF", "250304D3,50", "250304D3,505NTRF",
        "250304D3,5,0NTRF", "250304D1.000NTRF", "250304D\n3,50NTRF", "", "250304D,NTRF",
        "250304D99999999999999999999999999999999999999999,00NTRF"}) {
    const Import import =
        statement_import(":61:" + std::string(broken) + "\n:61:250304C2,00NTRFNONREF\n");
    EXPECT_EQ(import.rejections.size(), 1U) << broken;
    ASSERT_EQ(import.transactions.size(), 1U) << broken;
    EXPECT_EQ(import.rejections[0].record, ":61:" + std::string(broken));
    EXPECT_EQ(import.transactions[0].amount, Money(200, eur));
  }
}

TEST(Mt940, ReadsAmountsExactlyInEveryCurrency) {
  const auto amount = [](const std::string& currency, const std::string& amount_text) {
    const Import import = import_of(
        ":20:1\n:25:2\n:60F:C250304" + currency + "0,\n:61:250304C" + amount_text + "NTRFNONREF\n",
        "mt940");
    return import.transactions.empty() ? "rejected" : import.transactions[0].amount.text();
  };
  EXPECT_EQ(amount("EUR", "000000000012,3"), "12.30 EUR");
  EXPECT_EQ(amount("EUR", "12,"), "12.00 EUR");
  EXPECT_EQ(amount("EUR", "12"), "12.00 EUR");
  EXPECT_EQ(amount("EUR", "12.34"), "12.34 EUR");
  EXPECT_EQ(amount("EUR", "12.345"), "rejected");
  EXPECT_EQ(amount("EUR", "1.234,50"), "rejected");
  EXPECT_EQ(amount("EUR", "12,340"), "12.34 EUR");
  EXPECT_EQ(amount("EUR", "12,341"), "rejected");
  EXPECT_EQ(amount("KWD", "12,341"), "12.341 KWD");
  EXPECT_EQ(amount("JPY", "1200,00"), "1200 JPY");
  EXPECT_EQ(amount("JPY", "1200,50"), "rejected");
  EXPECT_EQ(amount("EUR", "123456789012345678901234,56"), "123456789012345678901234.56 EUR");
}

TEST(Mt940, KeepsAFundsCodeApartFromTheAmount) {
  const Import import =
      statement_import(":61:2503040304CR653,00S445328556-76501096\n:61:250304DD1,00NMSCX\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(65300, eur));
  EXPECT_EQ(mt940_detail(import.transactions[0], "code"), "S445");
  EXPECT_EQ(mt940_detail(import.transactions[0], "customer_reference"), "328556-76501096");
  EXPECT_TRUE(has_note(import, "the funds code is not the third letter of EUR: on line 6"));
}

TEST(Mt940, TakesFillersForNoReference) {
  const Import import = statement_import(
      ":61:250304D1,00NTRFNONREF//NONREF\n:61:250304D2,00NTRFKREF+//000000\n"
      ":61:250304D3,00NTRF//\n");
  for (const Transaction& entry : import.transactions) {
    EXPECT_EQ(entry.reference, "");
    EXPECT_EQ(entry.details, (std::vector<EntryDetail>{{"code", "NTRF"}}));
  }
  EXPECT_EQ(import.transactions.size(), 3U);
}

TEST(Mt940, GivesNoReferenceThatTwoEntriesShare) {
  const Import import = statement_import(
      ":61:250304D1,00NTRFA//SAME\n:61:250304D2,00NTRFB//OTHER\n:61:250304D3,00NTRFC//SAME\n");
  ASSERT_EQ(import.transactions.size(), 3U);
  EXPECT_EQ(import.transactions[0].reference, "");
  EXPECT_EQ(mt940_detail(import.transactions[0], "servicer"), "SAME");
  EXPECT_EQ(import.transactions[1].reference, "OTHER");
  EXPECT_EQ(mt940_detail(import.transactions[2], "servicer"), "SAME");
  EXPECT_TRUE(has_note(import, "a bank reference that several entries of one statement bear"));
}

TEST(Mt940, CarriesIntermediateAndAvailableBalances) {
  const Import import = import_of(
      ":20:A\n:25:77/1\n:28C:5/2\n:60M:D250304GBP1,00\n:62M:C250305GBP2,00\n:64:C250305GBP3,00\n"
      ":65:D250306GBP4,00\n:65:C250307GBP5,00\n",
      "mt940");
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_TRUE(import.statements[0].opening_is_intermediate);
  EXPECT_TRUE(import.statements[0].closing_is_intermediate);
  EXPECT_EQ(import.statements[0].opening, Money(-100, gbp));
  ASSERT_EQ(import.balances.size(), 5U);
  for (std::size_t i = 2; i < 5; ++i) {
    EXPECT_EQ(import.balances[i].kind, StatementBalance::Kind::available);
  }
  EXPECT_EQ(import.balances[3].amount, Money(-400, gbp));
  EXPECT_EQ(import.balances[4].date, day(2025, 3, 7));
}

TEST(Mt940, NeverOverwritesABalance) {
  const Import import = statement_import(":60F:C250304EUR99,00\n");
  EXPECT_EQ(import.statements[0].opening, Money(1050, eur));
  EXPECT_EQ(rejection_of(import),
            "a.txt:5: :60F:: found \"C250304EUR99,00\"; expected one opening balance");
}

TEST(Mt940, KeepsABalanceWithAnImpossibleDateWithItsStatement) {
  const Import import = import_of(statement_with("", "C250931EUR10,50"), "mt940");
  EXPECT_EQ(import.statements[0].closing, Money(1050, eur));
  EXPECT_FALSE(import.statements[0].closing_date);
  EXPECT_EQ(import.balances.size(), 1U);
  EXPECT_TRUE(has_note(import, "the date of a balance is no day"));
}

TEST(Mt940, RejectsABalanceInAnotherCurrencyOrNone) {
  EXPECT_EQ(rejection_of(import_of(statement_with("", "C250305USD7,00"), "mt940")),
            "a.txt:5: :62F:: found \"C250305USD7,00\"; expected EUR, in which the statement is "
            "kept");
  const Import without = import_of(statement_with("", "C2503057,00"), "mt940");
  EXPECT_EQ(without.statements[0].closing, Money(700, eur));
  EXPECT_TRUE(has_note(without, "a balance names no currency"));
  const Import unknown = import_of(
      ":20:A\n:25:1\n:60F:C250304QQQ1,00\n:61:250304C1,00NTRFNONREF\n:62F:C250304QQQ2,00\n",
      "mt940");
  EXPECT_EQ(unknown.rejections.size(), 3U);
  EXPECT_TRUE(unknown.transactions.empty());
}

TEST(Mt940, HoldsStatedNumbersAndSumsAgainstTheEntries) {
  const Import import = import_of(
      ":20:A\n:25:1\n:28C:1/1\n:34F:GBPD5,00\n:13D:2503041200+0000\n"
      ":61:250304D2,00NTRFNONREF\n:61:250304D3,05NTRFNONREF\n:61:250304C4,00NTRFNONREF\n"
      ":90D:2GBP5,05\n:90C:2GBP4,00\n",
      "mt940");
  ASSERT_EQ(import.statements.size(), 1U);
  const auto& totals = import.statements[0].totals;
  ASSERT_EQ(totals.size(), 2U);
  EXPECT_EQ(totals[0], (ControlTotal{"number and sum of debits of the statement", "2GBP5,05",
                                     "2GBP5,05", true, 9}));
  EXPECT_EQ(totals[1], (ControlTotal{"number and sum of credits of the statement", "2GBP4,00",
                                     "1GBP4,00", false, 10}));
  EXPECT_TRUE(has_note(import, "a floor limit (:34F:)"));
}

TEST(Mt940, RejectsASecondSumOfOneSide) {
  const Import import = import_of(
      ":20:A\n:25:1\n:61:250304D2,00NTRFNONREF\n:90D:1GBP2,00\n:90D:1GBP3,00\n:90C:x\n", "mt940");
  ASSERT_EQ(import.rejections.size(), 2U);
  EXPECT_EQ(message(import.rejections[0].error),
            "a.txt:5: :90D:: found \"1GBP3,00\"; expected one number and sum of each side");
  EXPECT_EQ(import.rejections[1].error.place.line, 6U);
  EXPECT_TRUE(import.statements[0].totals[0].holds);
}

TEST(Mt940, ReadsTheTotalsThatSomeBanksWriteBehindTheClosingBalance) {
  for (const std::string words : {"/SUM/1/2/3,00/7,50/", "D000001C000002D3,00C7,50"}) {
    const Import import = import_of(
        ":20:A\n:25:1\n:60F:C250304EUR0,00\n:61:250304D3,00NTRFNONREF\n"
        ":61:250304C4,00NTRFNONREF\n:61:250304C3,50NTRFNONREF\n:62F:C250304EUR4,50\n:86:" +
            words + "\n",
        "mt940");
    ASSERT_EQ(import.statements[0].totals.size(), 4U) << words;
    for (const ControlTotal& total : import.statements[0].totals) {
      EXPECT_TRUE(total.holds) << total.what << total.stated << total.computed;
    }
    EXPECT_EQ(import.transactions.size(), 3U);
  }
}

TEST(Mt940, TakesWordsBehindTheClosingBalanceForNoEntry) {
  const Import import = import_of(
      ":20:A\n:25:1\n:60F:C250304EUR10,50\n:61:250304D3,50NTRFNONREF\n:86:of the entry\n"
      ":62F:C250304EUR7,00\n:86:of the whole\nstatement\n",
      "mt940");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].description, "of the entry");
  EXPECT_TRUE(has_note(import, "line 7, of the whole statement: \"of the whole\\nstatement\""));
}

TEST(Mt940, ReadsAnEntryWhoseReferencesFollowItsAmountAtOnce) {
  const Import import =
      statement_import(":61:2503040304DR2,25//B-17\n:61:2503040304CR1,75NONREF\n:86:words\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(-225, eur));
  EXPECT_EQ(import.transactions[0].reference, "B-17");
  EXPECT_EQ(mt940_detail(import.transactions[0], "code"), "");
  EXPECT_EQ(import.transactions[1].amount, Money(175, eur));
  EXPECT_EQ(mt940_detail(import.transactions[1], "code"), "");
  EXPECT_EQ(mt940_detail(import.transactions[1], "customer_reference"), "");
  EXPECT_TRUE(has_note(import, "an entry states no code of its kind: 2 times, first on line 5"));
}

TEST(Mt940, ReadsACodeBehindABlank) {
  const Import import = statement_import(":61:2503040304DR2,25 NTRFK-1//B-18\n");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(mt940_detail(import.transactions[0], "code"), "NTRF");
  EXPECT_EQ(mt940_detail(import.transactions[0], "customer_reference"), "K-1");
  EXPECT_EQ(import.transactions[0].reference, "B-18");
}

TEST(Mt940, ReadsAnAmountThatBeginsWithItsComma) {
  const Import import = statement_import(":61:250304D,45NTRFNONREF\n:61:250304C,7NTRFNONREF\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(-45, eur));
  EXPECT_EQ(import.transactions[1].amount, Money(70, eur));
}

TEST(Mt940, TakesAReferenceFromTheLineBelow) {
  const Import import =
      statement_import(":61:250304D3,50NTRFORDER-4\n//B-19\nof the garden\n:86:words\n");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].reference, "B-19");
  EXPECT_EQ(import.transactions[0].description, "of the garden\nwords");
  EXPECT_TRUE(has_note(import, "was taken from the line below its :61:"));
  const Import words = statement_import(":61:250304D3,50NTRFORDER-4//B-20\n//more words\n");
  EXPECT_EQ(words.transactions[0].reference, "B-20");
  EXPECT_EQ(words.transactions[0].description, "//more words");
}

TEST(Mt940, ClosesWithTheFinalBalanceBehindAnIntermediateOne) {
  const Import import = statement_import(
      ":61:250304D1,50NTRFNONREF\n:62M:C250304EUR9,00\n:61:250305D2,00NTRFNONREF\n");
  EXPECT_TRUE(import.rejections.empty());
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.statements[0].closing, Money(700, eur));
  EXPECT_FALSE(import.statements[0].closing_is_intermediate);
  EXPECT_TRUE(has_note(import, "an intermediate closing balance within a statement"));
}

TEST(Mt940, ReadsTagsInSmallLetters) {
  const Import import = import_of(
      ":20:R1\n:25:77\n:28c:3/1\n:60f:C250304EUR10,50\n:61:250304D3,50NTRFNONREF\n:86:words\n"
      ":62f:C250304EUR7,00\n",
      "mt940");
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.statements[0].number, "3/1");
  EXPECT_EQ(import.statements[0].opening, Money(1050, eur));
  EXPECT_EQ(import.statements[0].closing, Money(700, eur));
  EXPECT_EQ(import.transactions[0].description, "words");
}

TEST(Mt940, ReadsFieldsThatAreIndented) {
  const Import import = import_of(
      "  :20:R1\n  :25:77\n  :28C:3/1\n  :60F:C250304EUR10,50\n\t:61:250304D3,50NTRFNONREF\n"
      "  :86:words\n   go on\n  :62F:C250304EUR7,00\n",
      "mt940");
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.statements[0].opening, Money(1050, eur));
  EXPECT_EQ(import.statements[0].closing, Money(700, eur));
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].amount, Money(-350, eur));
}

TEST(Mt940, ReadsLinesThatEndInTwoAtSigns) {
  const std::string text =
      "@@:20:R1@@:25:77@@:60F:C250304EUR10,50@@:61:250304D3,50NTRFNONREF@@:86:166?00PAID?20to "
      "the@@?21 gardener@@:62F:C250304EUR7,00@@-";
  EXPECT_EQ(detect_format(make_document("a.sta", text)), "mt940");
  const Import import = import_of(text, "mt940");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].amount, Money(-350, eur));
  EXPECT_EQ(import.transactions[0].description, "PAID\nto the gardener");
  EXPECT_EQ(import.statements[0].closing, Money(700, eur));
  EXPECT_TRUE(has_note(import, "lines end in \"@@\""));
  const Import words = statement_import(":61:250304D3,50NTRFNONREF\n:86:write to a@@b\n");
  EXPECT_EQ(words.transactions[0].description, "write to a@@b");
}

}  // namespace
}  // namespace recoup
