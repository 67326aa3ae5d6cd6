#include <gtest/gtest.h>

#include <algorithm>

#include "import_of.hpp"

namespace recoup {
namespace {

/// A file with one group and one account; `inside` stands between 03 and 49.
std::string bai2(std::string_view inside, std::string_view account_trailer,
                 std::string_view header = "03,1001,,015,5000,,/") {
  const std::string trailer(account_trailer);
  return "01,BANK,ME,250305,0600,1,,,2/\n02,ME,BANK,1,250304,2359,GBP,2/\n" + std::string(header) +
         "\n" + std::string(inside) + "49," + trailer + "/\n98,0,1,0/\n99,0,1,0/\n";
}

Import read_bai2(std::string_view bytes) { return import_of(bytes, "bai2"); }

bool says(const Import& import, std::string_view words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

const ControlTotal& total(const std::vector<ControlTotal>& totals, std::string_view what) {
  static const ControlTotal none;
  for (const ControlTotal& one : totals) {
    if (one.what == what) return one;
  }
  ADD_FAILURE() << "no total " << what;
  return none;
}

std::string detail(const Transaction& entry, std::string_view name) {
  for (const EntryDetail& one : entry.details) {
    if (one.name == name) return one.value;
  }
  return "";
}

TEST(Bai2, ReadsEntriesWithTheSignOfTheirTypeCode) {
  const Import import = read_bai2(
      bai2("16,175,12345,Z,BREF,CREF,CHEQUES PAID IN/\n16,475,2000,,,77,CHEQUE, NO 77/\n", "0,4"));
  ASSERT_EQ(import.transactions.size(), 2U);
  const Transaction& credit = import.transactions[0];
  EXPECT_EQ(credit.account, "1001");
  EXPECT_EQ(credit.booked_at.text(), "2025-03-04");
  EXPECT_EQ(credit.amount, Money(12345, gbp));
  EXPECT_EQ(credit.reference, "BREF");
  EXPECT_EQ(detail(credit, "customer_reference"), "CREF");
  EXPECT_EQ(detail(credit, "code"), "175");
  EXPECT_EQ(credit.description, "CHEQUES PAID IN");
  EXPECT_EQ(credit.line, 4U);
  EXPECT_EQ(credit.statement, 1U);
  EXPECT_EQ(import.transactions[1].amount, Money(-2000, gbp));
  EXPECT_EQ(import.transactions[1].description, "CHEQUE, NO 77");
}

TEST(Bai2, ReadsEveryTypeOfFunds) {
  const Import import = read_bai2(
      bai2("16,115,600,S,100,200,300,B1,C1,T1/\n16,115,600,V,250306,1200,B2,C2,T2/\n"
           "16,115,600,D,2,0,100,1,500,B3,C3,T3/\n16,115,600,0,B4,C4,T4/\n16,115,600,2,B5,C5,T5/\n",
           "0,7"));
  ASSERT_EQ(import.transactions.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    const Transaction& entry = import.transactions[i];
    EXPECT_EQ(entry.reference, "B" + std::to_string(i + 1));
    EXPECT_EQ(detail(entry, "customer_reference"), "C" + std::to_string(i + 1));
    EXPECT_EQ(entry.description, "T" + std::to_string(i + 1));
  }
  EXPECT_EQ(detail(import.transactions[0], "availability"), "S,100,200,300");
  EXPECT_EQ(import.transactions[1].value_date, make_date(2025, 3, 6));
  EXPECT_EQ(detail(import.transactions[2], "availability"), "D,2,0,100,1,500");
}

TEST(Bai2, ContinuesFieldsAndTextsOnTheNextLine) {
  const Import import =
      read_bai2(bai2("88,010,7000,,/\n16,218,2000,V/\n88,250306,,B1/\n88,C1,FIRST, LINE/\n"
                     "88,SECOND/HALF, OF IT\n88,THIRD/\n",
                     "0,8", "03,1001,,015/\n88,5000,,"));
  ASSERT_EQ(import.transactions.size(), 1U);
  const Transaction& entry = import.transactions[0];
  EXPECT_EQ(entry.value_date, make_date(2025, 3, 6));
  EXPECT_EQ(entry.reference, "B1");
  EXPECT_EQ(entry.description, "FIRST, LINE\nSECOND/HALF, OF IT\nTHIRD");
  EXPECT_EQ(import.statements.at(0).opening, Money(7000, gbp));
  EXPECT_EQ(import.statements.at(0).closing, Money(5000, gbp));
}

TEST(Bai2, ReadsBalancesWithTheDayOfTheGroup) {
  const Import import =
      read_bai2(bai2("", "0,2", "03,1001,EUR,010,-100,,,015,250,,,040,90,,,045,80,,,072,7,,/"));
  ASSERT_EQ(import.balances.size(), 4U);
  const Date day = *make_date(2025, 3, 4);
  using Kind = StatementBalance::Kind;
  EXPECT_EQ(import.balances[0],
            (StatementBalance{"1001", Kind::opening, day, Money(-100, eur), 3, 1}));
  EXPECT_EQ(import.balances[1],
            (StatementBalance{"1001", Kind::closing, day, Money(250, eur), 3, 1}));
  EXPECT_EQ(import.balances[2].kind, Kind::available);
  EXPECT_EQ(import.balances[3].amount, Money(80, eur));
  const Statement& statement = import.statements.at(0);
  EXPECT_EQ(statement.currency, eur);
  EXPECT_EQ(statement.from, day);
  EXPECT_EQ(statement.opening_date, day);
  EXPECT_EQ(statement.closing, Money(250, eur));
  EXPECT_TRUE(says(import, "also states 072, which are not carried over"));
}

TEST(Bai2, HoldsEveryTotalAgainstTheRecords) {
  const Import import = read_bai2(
      "01,B,M,250305,0600,1,,,2/\n02,M,B,1,250304,,GBP,/\n03,1,,015,100,,,100,700,2,,400,50,1,/\n"
      "16,175,300,,,,/\n16,175,400,,,,/\n16,475,50,,,,/\n49,+1600,5/\n98,1600,1,7/\n99,1600,1,9/"
      "\n");
  const auto& totals = import.statements.at(0).totals;
  EXPECT_EQ(total(totals, "credits of the account"),
            (ControlTotal{"credits of the account", "7.00", "7.00", true, 3}));
  EXPECT_EQ(total(totals, "number of credits of the account").computed, "2");
  EXPECT_TRUE(total(totals, "debits of the account").holds);
  EXPECT_EQ(total(totals, "control total of the account"),
            (ControlTotal{"control total of the account", "+1600", "1600", true, 7}));
  EXPECT_TRUE(total(totals, "records of the account").holds);
  ASSERT_EQ(import.totals.size(), 6U);
  for (const ControlTotal& one : import.totals) EXPECT_TRUE(one.holds) << one.what;
}

TEST(Bai2, ShowsATotalThatDoesNotHold) {
  const Import import =
      read_bai2(bai2("16,175,300,,,,/\n", "5301,2", "03,1001,,015,5000,,,100,400,,/"));
  const auto& totals = import.statements.at(0).totals;
  EXPECT_EQ(total(totals, "control total of the account").computed, "5700");
  EXPECT_FALSE(total(totals, "control total of the account").holds);
  EXPECT_EQ(total(totals, "records of the account").computed, "3");
  EXPECT_FALSE(total(totals, "credits of the account").holds);
  EXPECT_FALSE(total(import.totals, "control total of the file").holds);
}

TEST(Bai2, ReadsOneAccountTwiceAndTheEarlierDayFirst) {
  const Import import = read_bai2(
      "01,B,M,250306,,1,,,2/\n02,M,B,1,250305,,GBP,/\n03,1,,/\n16,175,5,,,,LATE/\n49,5,3/\n"
      "98,5,1,5/\n02,M,B,1,250304,,GBP,/\n03,1,,/\n16,175,4,,,,EARLY/\n49,4,3/\n98,4,1,5/\n"
      "99,9,2,12/\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].description, "EARLY");
  EXPECT_EQ(import.transactions[0].statement, 2U);
  EXPECT_EQ(import.statements.size(), 2U);
  for (const ControlTotal& one : import.totals) EXPECT_TRUE(one.holds) << one.what;
  EXPECT_TRUE(says(import, "the earliest was put first"));
}

TEST(Bai2, HoldsBackWhatIsNoEntry) {
  const Import import = read_bai2(
      bai2("16,100,900,,,,/\n16,721,5,,,,/\n16,890,,,,,A MESSAGE/\n16,015,7,,,,/\n", "0,6"));
  EXPECT_TRUE(import.transactions.empty());
  ASSERT_EQ(import.held_back.size(), 4U);
  EXPECT_EQ(import.held_back[0], (HeldBack{"a total and no entry", 4, "16,100,900,,,,/"}));
  EXPECT_EQ(import.held_back[1].why, "a loan and no entry of an account");
  EXPECT_EQ(import.held_back[2].why, "information without money");
  EXPECT_EQ(import.held_back[3].why, "a balance or status and no entry");
}

TEST(Bai2, HoldsBackTheGroupsThatDeleteOrTest) {
  std::string bytes = bai2("16,175,300,,,,/\n", "0,3");
  bytes.replace(bytes.find("BANK,1,"), 7, "BANK,4,");
  const Import import = read_bai2(bytes);
  EXPECT_TRUE(import.transactions.empty());
  EXPECT_TRUE(import.balances.empty());
  ASSERT_EQ(import.held_back.size(), 2U);
  EXPECT_EQ(import.held_back[1].why, "of a group that is only a test");
}

TEST(Bai2, CutsRecordsOfAFixedLength) {
  const auto padded = [](std::string record) {
    record.resize(40, ' ');
    return record;
  };
  const std::string bytes = padded("01,B,M,250305,0600,1,40,,2/") +
                            padded("02,M,B,1,250304,,GBP,/") + padded("03,1,,/") +
                            padded("16,175,5,,,,A TEXT WITHOUT ITS SLASH") + padded("49,5,3/") +
                            padded("98,5,1,5/") + padded("99,5,1,7/");
  const Import import = read_bai2(bytes);
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].description, "A TEXT WITHOUT ITS SLASH");
  EXPECT_TRUE(says(import, "parted every 40 characters"));
  for (const ControlTotal& one : import.totals) EXPECT_TRUE(one.holds) << one.what;
}

TEST(Bai2, PartsRecordsThatLostTheirLineEnds) {
  const Import import = read_bai2(
      "01,B,M,250305,0600,1,,,2/02,M,B,1,250304,,GBP,/03,1,,/16,175,5,,,,A/B/49,5,3/98,5,1,5/"
      "99,5,1,7/");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].description, "A/B");
  EXPECT_TRUE(says(import, "parted behind the slashes"));
}

TEST(Bai2, TakesTheCurrencyOfTheAccountThenOfTheGroupThenDollars) {
  const auto currency_of = [](std::string_view account, std::string_view group) {
    std::string bytes = bai2("16,175,300,,,,/\n", "0,3", "03,1," + std::string(account) + ",/");
    bytes.replace(bytes.find(",GBP,"), 5, "," + std::string(group) + ",");
    const Import import = read_bai2(bytes);
    return import.transactions.empty() ? "" : import.transactions[0].amount.text();
  };
  EXPECT_EQ(currency_of("JPY", "GBP"), "300 JPY");
  EXPECT_EQ(currency_of("", "KWD"), "0.300 KWD");
  EXPECT_EQ(currency_of("", ""), "3.00 USD");
  EXPECT_EQ(currency_of("XXQ", "GBP"), "");
}

TEST(Bai2, RejectsARecordWithItsLineAndField) {
  EXPECT_EQ(
      rejection_of(read_bai2(bai2("16,175,3.00,,,,/\n", "0,3"))),
      "a.txt:4: 16 amount: found \"3.00\"; expected an amount in minor units: a sign or none, "
      "and digits without a point");
  EXPECT_NE(rejection_of(read_bai2(bai2("16,850,300,,,,/\n", "0,3"))).find("16 type code"),
            std::string::npos);
  EXPECT_NE(rejection_of(read_bai2(bai2("16,175,300,Q,,,/\n", "0,3"))).find("funds type"),
            std::string::npos);
  EXPECT_NE(rejection_of(read_bai2(bai2("16,175,300,S,1,2/\n", "0,3"))).find("funds type"),
            std::string::npos);
  EXPECT_EQ(read_bai2(bai2("16,175,300,V,250306/\n", "0,3")).transactions.at(0).value_date,
            make_date(2025, 3, 6));
  EXPECT_NE(rejection_of(read_bai2(bai2("17,175,300,,,,/\n", "0,3"))).find("record \"17\""),
            std::string::npos);
  const Import outside = read_bai2(bai2("49,0,2/\n16,175,300,,,,/\n", "0,3"));
  ASSERT_EQ(outside.rejections.size(), 2U);
  EXPECT_NE(message(outside.rejections[0].error).find("an entry outside an account"),
            std::string::npos);
}

TEST(Bai2, ShowsAMissingTrailer) {
  const Import import = read_bai2(
      "01,B,M,250305,,1,,,2/\n02,M,B,1,250304,,GBP,/\n03,1,,/\n16,175,5,,,,/\n03,2,,/\n49,0,2/\n"
      "99,5,1,7/\n");
  ASSERT_EQ(import.statements.size(), 2U);
  EXPECT_FALSE(total(import.statements[0].totals, "trailer of the account").holds);
  EXPECT_FALSE(total(import.totals, "trailer of group 1").holds);
}

TEST(Bai2, RefusesWhatIsNoWholeFile) {
  EXPECT_EQ(refusal_of("00,0004,12345,060321,0829,001,80,1,2/\n", "bai2"),
            "a.txt:1: record code: found \"00\" as the first record; expected 01, the header of a "
            "file");
  EXPECT_EQ(refusal_of("01,B,M,250305,,1,,,2/\n02,M,B,1,250304,,GBP,/\n", "bai2"),
            "a.txt:2: found the end of the document; expected 99, the trailer of the file");
  EXPECT_EQ(refusal_of("01,B,M,250305,,1,,,3/\n99,0,0,2/\n", "bai2"),
            "a.txt:1: 01 version number: found version \"3\"; expected 2, the version of BAI that "
            "is read");
}

TEST(Bai2, IsRecognisedByItsHeader) {
  EXPECT_EQ(detect_format(make_document("a", bai2("", "0,2"))), "bai2");
  EXPECT_NE(detect_format(make_document("a", "01,02,03\n04,05,06\n")), "bai2");
}

TEST(Bai2, PartsRecordsThatShareLinesWhereTheHeaderDoes) {
  const Import import = read_bai2(
      "01,B,M,250305,0600,1,,,2/  02,M,B,1,250304,,GBP,/\n03,1,,/ 16,175,5,,,,paid 10/ 16,000 "
      "left/ "
      "16,475,3,,,,A/\n88,more/ 49,8,4/\n98,8,1,6/ 99,8,1,8/\n");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(5, gbp));
  EXPECT_EQ(import.transactions[0].description, "paid 10/ 16,000 left");
  EXPECT_EQ(import.transactions[1].amount, Money(-3, gbp));
  EXPECT_EQ(import.transactions[1].description, "A\nmore");
  EXPECT_TRUE(says(import, "parted behind the slashes"));
  const Import whole = read_bai2(bai2("16,175,5,,,,A/ 16,475,3,,,,B/\n", "5,3"));
  ASSERT_EQ(whole.transactions.size(), 1U);
  EXPECT_EQ(whole.transactions[0].description, "A/ 16,475,3,,,,B");
}

TEST(Bai2, PassesOverASummaryOfWhichNothingIsStated) {
  const Import import = read_bai2(bai2("", "700,2", "03,1001,GBP,,,,,060,700,,,100,0,0,/"));
  EXPECT_TRUE(import.rejections.empty());
  ASSERT_EQ(import.balances.size(), 1U);
  EXPECT_EQ(import.balances[0].amount, Money(700, gbp));
  EXPECT_TRUE(total(import.statements[0].totals, "control total of the account").holds);
}

TEST(Bai2, ReadsLinesThatEndInTwoCarriageReturns) {
  std::string bytes = bai2("16,175,5,,,,A/\n", "5,3");
  for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string::npos; at += 3) {
    bytes.replace(at, 1, "\r\r\n");
  }
  EXPECT_EQ(read_bai2(bytes).transactions.size(), 1U);
}

}  // namespace
}  // namespace recoup
