#include <gtest/gtest.h>

#include <algorithm>

#include "import_of.hpp"

namespace recoup {
namespace {

Import qif(std::string_view bytes, ImportOptions options = {}) {
  options.format = "qif";
  auto import = import_document(make_document("a.qif", std::string(bytes)), options);
  EXPECT_TRUE(import) << (import ? "" : message(import.error()));
  return import ? std::move(import).value() : Import();
}

std::string refused(std::string_view bytes, ImportOptions options = {}) {
  options.format = "qif";
  const auto import = import_document(make_document("a.qif", std::string(bytes)), options);
  return import ? "accepted" : message(import.error());
}

ImportOptions order(const char* date_order) {
  ImportOptions options;
  options.date_order = date_order;
  return options;
}

/// A record of each date, all of one amount.
std::string bank(std::initializer_list<const char*> dates) {
  std::string bytes = "!Type:Bank\n";
  for (const char* date : dates) bytes += "D" + std::string(date) + "\nT1.00\n^\n";
  return bytes;
}

std::string days(const Import& import) {
  std::string all;
  for (const Transaction& entry : import.transactions) {
    all += (all.empty() ? "" : " ") + entry.booked_at.text();
  }
  return all;
}

bool told(const Import& import, std::string_view words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

std::string details_of(const Transaction& entry) {
  std::string all;
  for (const EntryDetail& one : entry.details) {
    all += (all.empty() ? "" : "; ") + one.name + "=" + one.value;
  }
  return all;
}

TEST(Qif, ReadsARecordWithAllItsFields) {
  const Import import = qif(
      "!Account\nNCurrent\nTBank\n^\n!Type:Bank\nD13/09/2025\nT-1,234.56\nU-1,234.56\nCX\nN101\n"
      "PORLA FENWICK\nMrent  march\nA12 Low Street\nALeeds\nLHousing:Rent\n^\n"
      "D14/09/2025\nT+5.00\nNDEP\nL[Savings]\n^\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  const Transaction& first = import.transactions[0];
  EXPECT_EQ(first.account, "Current");
  EXPECT_EQ(first.booked_at.text(), "2025-09-13");
  EXPECT_EQ(first.amount, Money(-123456, gbp));
  EXPECT_EQ(first.counterparty_name, "ORLA FENWICK");
  EXPECT_EQ(first.description, "rent  march");
  EXPECT_EQ(details_of(first),
            "cheque=101; category=Housing:Rent; cleared=X; address=12 Low Street, Leeds");
  EXPECT_EQ(first.line, 6U);
  EXPECT_EQ(first.statement, 1U);
  EXPECT_EQ(import.transactions[1].counterparty_account, "Savings");
  EXPECT_EQ(details_of(import.transactions[1]), "code=DEP");
  EXPECT_TRUE(told(import, "the document names no currency; GBP was assumed"));
  EXPECT_FALSE(told(import, "names no account"));
}

TEST(Qif, ReadsEveryFormOfADate) {
  EXPECT_EQ(days(qif(bank({"13/ 4'18", "14/ 4' 9"}))), "2009-04-14 2018-04-13");
  EXPECT_EQ(days(qif(bank({" 9/13'2005"}))), "2005-09-13");
  EXPECT_EQ(days(qif(bank({"2026-09-01", "20260902", "2026.9.3"}))),
            "2026-09-01 2026-09-02 2026-09-03");
  EXPECT_EQ(days(qif(bank({"13.09.26", "1 Oct 2026", "Oct 2, 26"}))),
            "2026-09-13 2026-10-01 2026-10-02");
  EXPECT_EQ(days(qif(bank({"98-06-14", "99-01-02"}))), "1998-06-14 1999-01-02");
  EXPECT_EQ(days(qif(bank({"13092026"}))), "2026-09-13");
}

TEST(Qif, DecidesTheOrderByAPartThatIsNoMonth) {
  const Import import = qif(bank({"01/09/2026", "13/09/2026"}));
  EXPECT_EQ(days(import), "2026-09-01 2026-09-13");
  EXPECT_TRUE(
      told(import, "dates are day first: \"13/09/2026\" on line 5 can be read in no other"));
  EXPECT_EQ(days(qif(bank({"01/09/2026", "01/13/2026"}))), "2026-01-09 2026-01-13");
}

TEST(Qif, DecidesTheOrderByTheRowOfTheDates) {
  const Import rising = qif(bank({"05/01/2026", "03/02/2026", "04/02/2026", "01/03/2026"}));
  EXPECT_EQ(days(rising), "2026-01-05 2026-02-03 2026-02-04 2026-03-01");
  EXPECT_TRUE(told(rising, "read month first, they would turn back at \"04/02/2026\" on line 8"));
  const Import falling = qif(bank({"03/01/2026", "02/04/2026", "02/03/2026", "01/05/2026"}));
  EXPECT_EQ(days(falling), "2026-01-05 2026-02-03 2026-02-04 2026-03-01");
  EXPECT_TRUE(told(falling, "newest first; they were turned round"));
}

TEST(Qif, RefusesDatesThatNothingDecides) {
  EXPECT_EQ(refused(bank({"02/02/2026", "01/09/2026"})),
            "a.qif:5: D: found \"01/09/2026\" on line 5, which may be day first or month first; "
            "expected dates that show their order, or --date-order dmy or mdy");
  EXPECT_EQ(days(qif(bank({"02/02/2026", "01/09/2026"}), order("dmy"))), "2026-02-02 2026-09-01");
  EXPECT_EQ(days(qif(bank({"01/09/2026"}), order("mdy"))), "2026-01-09");
  EXPECT_EQ(days(qif(bank({"02/02/2026", "03/03/2026"}))), "2026-02-02 2026-03-03");
}

TEST(Qif, RefusesDatesOfTwoOrdersAndNamesBothLines) {
  EXPECT_EQ(refused(bank({"13/09/2026", "09/14/2026"})),
            "a.qif:2: D: found \"13/09/2026\" on line 2, and \"09/14/2026\" on line 5; expected "
            "dates of one order in one document");
  EXPECT_EQ(refused(bank({"13/09/2026"}), order("mdy")),
            "a.qif:2: D: found \"13/09/2026\" on line 2, and --date-order mdy; expected dates of "
            "one order in one document");
  EXPECT_NE(refused(bank({"13/09/2026"}), order("dym")).find("dmy, mdy or ymd"), std::string::npos);
}

TEST(Qif, PutsYearsOfTwoDigitsIntoACentury) {
  const Import plain = qif(bank({"13/09/69", "13/09/70"}));
  EXPECT_EQ(days(plain), "1970-09-13 2069-09-13");
  EXPECT_TRUE(told(plain, "were read as 1970 to 2069"));
  const Import quicken = qif(bank({"13/09/69", "13/09'04"}));
  EXPECT_EQ(days(quicken), "1969-09-13 2004-09-13");
  EXPECT_TRUE(told(quicken, "are of the 1900s"));
}

TEST(Qif, DecidesTheDecimalMarkOnce) {
  const auto amounts = [](std::initializer_list<const char*> written) {
    std::string bytes = "!Type:Bank\n";
    for (const char* amount : written) bytes += "D2026-09-01\nT" + std::string(amount) + "\n^\n";
    std::string all;
    const Import import = qif(bytes);
    for (const Transaction& entry : import.transactions) all += entry.amount.plain() + " ";
    return all + std::to_string(import.rejections.size());
  };
  EXPECT_EQ(amounts({"5,00", "1.234", "-1.234.567,8"}), "5.00 1234.00 -1234567.80 0");
  EXPECT_EQ(amounts({"5.00", "1,234", "-.5", "7"}), "5.00 1234.00 -0.50 7.00 0");
  EXPECT_EQ(amounts({"1,234", "7"}), "7.00 1");
  EXPECT_EQ(amounts({"1,234,567"}), "1234567.00 0");
  EXPECT_EQ(amounts({"1.505", "2.50", "", "x", "1.2.3,4.5"}), "2.50 4");
  EXPECT_EQ(refused("!Type:Bank\nD2026-09-01\nT5,00\n^\nD2026-09-01\nT5.00\n^\n"),
            "a.qif:6: T: found \"5,00\" on line 3, and \"5.00\" on line 6; expected amounts with "
            "one decimal mark in one document");
}

TEST(Qif, HoldsTheSplitsAgainstTheAmount) {
  const Import import =
      qif("!Type:Bank\nD2026-09-01\nT-30.00\nLFood\nSFood\nEmilk\n$-10.00\nSHome\n$-20.00\n^\n"
          "D2026-09-02\nT-30.00\nSFood\n$-10.00\nSHome\n$-19.00\n^\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(details_of(import.transactions[0]),
            "category=Food -10.00 GBP (milk); category=Home -20.00 GBP");
  const auto& totals = import.statements.at(0).totals;
  ASSERT_EQ(totals.size(), 2U);
  EXPECT_TRUE(totals[0].holds);
  EXPECT_EQ(totals[1],
            (ControlTotal{"splits of the entry on line 11", "-30.00", "-29.00", false, 11}));
}

TEST(Qif, TakesTheOpeningBalanceForNoEntry) {
  const Import import =
      qif("!Type:Bank\nD2026-09-01\nT100.00\nPOpening Balance\nL[Current]\n^\n"
          "D2026-09-02\nT-1.00\n^\n");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].account, "Current");
  ASSERT_EQ(import.balances.size(), 1U);
  EXPECT_EQ(import.balances[0],
            (StatementBalance{"Current", StatementBalance::Kind::opening, *make_date(2026, 9, 1),
                              Money(10000, gbp), 2, 1}));
  EXPECT_EQ(import.statements.at(0).opening, Money(10000, gbp));
  EXPECT_EQ(import.held_back.at(0).why, "an opening balance and no entry");
  const Import transfer =
      qif("!Account\nNCurrent\n^\n!Type:Bank\nD2026-09-01\nT100.00\nPOpening Balance\nL[Old]\n^\n");
  EXPECT_EQ(transfer.transactions.size(), 1U);
}

TEST(Qif, ReadsEverySectionAsWhatItIs) {
  const Import import =
      qif("!Option:AutoSwitch\n!Account\nNA\n^\nNB\n^\n!Clear:AutoSwitch\n!Account\nNA\n^\n!Type:"
          "CCard\n"
          "D2026-09-01\nT1\n^\n!Account\nNB\n^\n!Type:Oth L\nD2026-09-02\nT2\n^\n!Type:Invst\n"
          "D2026-09-03\nNBuy\n^\n!Type:Cat\nNFood\nE\n^\n!Type:Riddle\nD2026-09-03\n^\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].account, "A");
  EXPECT_EQ(import.transactions[1].account, "B");
  EXPECT_EQ(import.statements.size(), 2U);
  EXPECT_EQ(import.held_back,
            (std::vector<HeldBack>{{"an investment transaction", 23, "D2026-09-03\nNBuy\n^"}}));
  EXPECT_TRUE(told(import, "1 records of the section \"!Type:Cat\" on line 26"));
  EXPECT_NE(rejection_of(import).find("!Type:Riddle"), std::string::npos);
}

TEST(Qif, NamesAccountsAndCurrenciesByTheOptions) {
  ImportOptions options;
  options.account = "20-11-22 12345678";
  options.currency = "EUR";
  const Import named = qif(bank({"2026-09-01"}), options);
  EXPECT_EQ(named.transactions.at(0).account, "20-11-22 12345678");
  EXPECT_EQ(named.transactions.at(0).amount, Money(100, eur));
  const Import two = qif(bank({"2026-09-01"}) + "!Type:Cash\nD2026-09-01\nT2\n^\n");
  EXPECT_EQ(two.transactions.at(0).account.substr(0, 16), "unnamed account ");
  EXPECT_EQ(two.transactions.at(1).account, two.transactions.at(0).account + " (2)");
}

TEST(Qif, KeepsALastRecordWithoutItsCaretWhereItIsWhole) {
  const Import whole = qif("!Type:Bank\nD2026-09-01\nT1.00");
  EXPECT_EQ(whole.transactions.size(), 1U);
  EXPECT_TRUE(told(whole, "not closed by a caret"));
  EXPECT_EQ(rejection_of(qif("!Type:Bank\nD2026-09-01\nPX")),
            "a.qif:2: T: found no line T; expected an amount of GBP with at most 2 decimals behind "
            "a point");
}

TEST(Qif, RejectsARecordWithItsLineAndField) {
  EXPECT_NE(rejection_of(qif("!Type:Bank\nD31/02/2026\nT1\n^\n")).find("a.qif:2: D: "),
            std::string::npos);
  EXPECT_NE(rejection_of(qif("!Type:Bank\nD2026-09-01\nT1\nU2\n^\n")).find("a.qif:4: U: "),
            std::string::npos);
  const Import split = qif("!Type:Bank\nD2026-09-01\nT1.00\nSA\n$x\n^\n");
  EXPECT_NE(rejection_of(split).find("a.qif:5: $: "), std::string::npos);
  EXPECT_EQ(split.rejections[0].record, "D2026-09-01\nT1.00\nSA\n$x\n^");
}

TEST(Qif, ReadsEveryKindOfLineEndAndSaysWhatItPassedOver) {
  EXPECT_EQ(days(qif("!Type:Bank\rD2026-09-01\rT1\r^\r")), "2026-09-01");
  const Import import = qif("\r\n!Type:Bank \r\n\r\nD2026-09-01\r\nT1\r\nZ?\r\n^\r\n");
  EXPECT_EQ(import.transactions.at(0).line, 4U);
  EXPECT_TRUE(told(import, "lines that begin with \"Z\", first line 6, were not read"));
}

TEST(Qif, IsRecognisedByItsFirstLine) {
  EXPECT_EQ(detect_format(make_document("a", "\n!type:bank\n")), "qif");
  EXPECT_EQ(detect_format(make_document("a", "!Account\nNA\n")), "qif");
  EXPECT_EQ(detect_format(make_document("a", "D2026-09-01\nT1\n^\n")), "");
  EXPECT_EQ(days(qif("D2026-09-01\nT1\n^\n")), "2026-09-01");
  EXPECT_NE(refused("Dear Sir,\nyours\n").find("QIF, which begins with !Type:"), std::string::npos);
}

TEST(Qif, ReadsDatesInTheOrderThatTheDocumentStates) {
  const std::string open = bank({"10.12.23"});
  EXPECT_EQ(days(qif("!Option:MDY\n" + open)), "2023-10-12");
  EXPECT_EQ(days(qif("!option:dmy\n" + open)), "2023-12-10");
  EXPECT_EQ(days(qif("!Option:MDY\n" + open, order("dmy"))), "2023-12-10");
  EXPECT_NE(refused("!Option:MDY\n" + bank({"13.12.23"})).find("\"!Option:MDY\" on line 1"),
            std::string::npos);
  EXPECT_NE(refused("!Option:AutoSwitch\n" + open), "accepted");
}

TEST(Qif, ReadsAmountsWithTheSignOfTheirCurrency) {
  const Import import =
      qif("!Type:Bank\nD13/02/2026\nT\xC2\xA3"
          "51.00\n^\nD14/02/2026\nT-\xC2\xA3"
          "2.50\n^\nD15/02/2026\n"
          "T$4.00\n^\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(5100, gbp));
  EXPECT_EQ(import.transactions[1].amount, Money(-250, gbp));
  EXPECT_EQ(import.rejections.size(), 1U);
  ImportOptions euro;
  euro.currency = "EUR";
  const Import behind = qif("!Type:Bank\nD13/02/2026\nT1.250,75 \xE2\x82\xAC\n^\n", euro);
  ASSERT_EQ(behind.transactions.size(), 1U);
  EXPECT_EQ(behind.transactions[0].amount, Money(125075, eur));
}

}  // namespace
}  // namespace recoup
