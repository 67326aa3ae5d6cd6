// Tables of banks, read by the profiles of the program and by profiles of a person.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "import_of.hpp"

namespace recoup {
namespace {

const std::string lloyds_header =
    "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,"
    "Debit Amount,Credit Amount,Balance\n";
const std::string revolut_header =
    "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n";

/// Read with options; stops the test where it is refused.
Import read(std::string_view bytes, ImportOptions options = {}) {
  auto import = import_document(make_document("a.csv", std::string(bytes)), options);
  EXPECT_TRUE(import) << (import ? "" : message(import.error()));
  return import ? std::move(import).value() : Import();
}

std::string refusal(std::string_view bytes, const ImportOptions& options = {}) {
  const auto import = import_document(make_document("a.csv", std::string(bytes)), options);
  return import ? "accepted" : message(import.error());
}

bool has_note(const Import& import, std::string_view words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

TEST(Csv, ReadsALayoutByTheWordsOfItsHeader) {
  const Import import = read(lloyds_header +
                             "04/03/2025,DD,'30-11-22,87654321,WATER CO,31.20,,968.80\n"
                             "02/03/2025,FPI,'30-11-22,87654321,\"ORLA, RENT\",,250.00,1000.00\n");
  EXPECT_EQ(import.format, "csv");
  EXPECT_EQ(import.profile, "uk-lloyds 1");
  EXPECT_EQ(entries_of(import), "2025-03-02 250.00 1000.00|2025-03-04 -31.20 968.80|");
  ASSERT_EQ(import.transactions.size(), 2U);
  const Transaction& first = import.transactions.front();
  EXPECT_EQ(first.account, "30-11-22 87654321");
  EXPECT_EQ(first.description, "ORLA, RENT");
  EXPECT_EQ(first.details, (std::vector<EntryDetail>{{"code", "FPI"}}));
  EXPECT_EQ(first.line, 3U);
  EXPECT_TRUE(has_note(import,
                       "newest first; they were turned round (their dates fall, and 1 of 1 "
                       "running balances follow"));
  EXPECT_TRUE(has_note(import, "the document names no currency; GBP was assumed"));
}

TEST(Csv, RejectsTheRowThatItCannotReadAndKeepsTheOthers) {
  const Import import = read(lloyds_header +
                             "02/03/2025,FPI,'30-11-22,87654321,A,,250.00,1000.00\n"
                             "02/13/2025,FPI,'30-11-22,87654321,B,,1.00,1001.00\n"
                             "05/03/2025,FPI,'30-11-22,87654321,C,2.00,3.00,1002.00\n"
                             "06/03/2025,FPI,'30-11-22,87654321,D,,,1002.00\n"
                             "07/03/2025,FPI,'30-11-22,87654321,E\n"
                             "08/03/2025,FPI,'30-11-22,87654321,F \"x\" G,,4.00,1006.00\n");
  EXPECT_EQ(entries_of(import), "2025-03-02 250.00 1000.00|");
  ASSERT_EQ(import.rejections.size(), 5U);
  EXPECT_EQ(message(import.rejections[0].error),
            "a.csv:3: Transaction Date: found \"02/13/2025\"; expected a date as d/m/yyyy");
  EXPECT_EQ(message(import.rejections[1].error),
            "a.csv:4: Debit Amount: found 3.00 and 2.00; expected a credit or a debit, and not "
            "both");
  EXPECT_EQ(message(import.rejections[2].error),
            "a.csv:5: Debit Amount: found \"\"; expected an amount here or in Credit Amount");
  EXPECT_EQ(message(import.rejections[3].error), "a.csv:6: found 5 columns; expected 8 columns");
  EXPECT_EQ(import.rejections[4].error.place.line, 7U);
  EXPECT_EQ(import.rejections[3].record, "07/03/2025,FPI,'30-11-22,87654321,E");
}

TEST(Csv, BooksAFeeThatTheAmountLeavesOutAndHoldsBackWhatIsPending) {
  const Import import =
      read(revolut_header +
           "EXCHANGE,Current,2025-03-04 12:00:00,2025-03-04 12:00:01,To EUR,-100.00,0.50,GBP,"
           "COMPLETED,399.50\n"
           "CARD_PAYMENT,Current,2025-03-05 13:00:00,,Coffee,-3.00,0.00,GBP,PENDING,\n"
           "EXCHANGE,Current,2025-03-04 12:00:00,2025-03-04 12:00:01,From GBP,117.00,0.00,EUR,"
           "COMPLETED,117.00\n"
           "TOPUP,Current,2025-03-06 12:00:00,2025-03-06 12:00:01,Odd,7.00,0.00,EUR,"
           "WAITING,124.00\n");
  EXPECT_EQ(entries_of(import),
            "2025-03-04T12:00:01 -100.00|2025-03-04T12:00:01 -0.50 399.50|"
            "2025-03-04T12:00:01 117.00 117.00|");
  EXPECT_EQ(import.transactions[1].details, (std::vector<EntryDetail>{{"code", "fee"}}));
  EXPECT_TRUE(import.transactions[0].account.ends_with(" Current GBP"));
  EXPECT_TRUE(import.transactions[2].account.ends_with(" Current EUR"));
  ASSERT_EQ(import.held_back.size(), 1U);
  EXPECT_EQ(import.held_back[0].why, "pending");
  EXPECT_EQ(import.held_back[0].line, 3U);
  EXPECT_EQ(rejection_of(import),
            "a.csv:5: State: found \"WAITING\"; expected a known state: COMPLETED, PENDING, "
            "REVERTED, DECLINED or FAILED");
}

TEST(Csv, ReadsBlocksWithTheirPeriodAndAccount) {
  const Import import = read(
      "From:\xA0"
      "01/03/2025 to 31/03/2025\r\n\r\nAccount:\xA0XXXX XXXX XXXX 4321\r\n\r\n"
      "Date:\xA0"
      "05/03/2025\r\nDescription:\xA0TO CAF\xC9\r\nAmount:\xA0-6.00\r\nBalance:\xA0"
      "294.00\r\n"
      "\r\nDate: 03/03/2025\r\nDescription: GIRO\r\nAmount: 200.00 \r\nBalance: 300.00 \r\n"
      "\r\nDate: 02/03/2025\r\nDescription: X\r\nAmount: 1.00\r\nAmount: 2.00\r\n");
  EXPECT_EQ(import.profile, "uk-santander-text 1");
  EXPECT_EQ(entries_of(import), "2025-03-03 200.00 300.00|2025-03-05 -6.00 294.00|");
  EXPECT_EQ(import.transactions.back().description, "TO CAF\xC3\x89");
  EXPECT_EQ(import.transactions.back().account, "XXXX XXXX XXXX 4321");
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.statements[0].from, make_date(2025, 3, 1));
  EXPECT_EQ(import.statements[0].until, make_date(2025, 3, 31));
  EXPECT_EQ(import.transactions.back().statement, 1U);
  EXPECT_EQ(rejection_of(import),
            "a.csv:18: found \"Amount: 2.00\"; expected each label once in a block");
}

TEST(Csv, ASpokenNameStandsInForABlottedOutAccount) {
  const char* const text =
      "Account: XXXX XXXX XXXX 4321\n\nDate: 03/03/2025\nDescription: GIRO\nAmount: 2.00\n"
      "Balance: 3.00\n";
  const Import import = read(text, {.account = "09-01-28 12344321"});
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].account, "09-01-28 12344321");
  EXPECT_TRUE(has_note(import,
                       "the document names the account \"XXXX XXXX XXXX 4321\"; --account "
                       "says \"09-01-28 12344321\""));
}

TEST(Csv, TakesTheBalanceOfTheDownloadOnlyWhereTheLastEntryAgrees) {
  const std::string head =
      "\"Account Name:\",\"Flex 12\"\n\"Account Balance:\",\"\xC2\xA3"
      "90.00\"\n\"Available Balance: \",\"\xC2\xA3"
      "95.00\"\n\n\"Date\",\"Transaction type\",\"Description\",\"Paid out\",\"Paid in\","
      "\"Balance\"\n";
  const Import agrees = read(head +
                             "\"04 Mar 2025\",\"DD\",\"GAS\",\"\xC2\xA3"
                             "10.00\",\"\",\"\xC2\xA3"
                             "90.00\"\n");
  ASSERT_EQ(agrees.balances.size(), 2U);
  EXPECT_EQ(agrees.balances[0].kind, StatementBalance::Kind::closing);
  EXPECT_EQ(agrees.balances[0].amount.plain(), "90.00");
  EXPECT_EQ(agrees.balances[0].account, "Flex 12");
  EXPECT_EQ(agrees.balances[1].kind, StatementBalance::Kind::available);
  EXPECT_EQ(agrees.statements[0].closing->plain(), "90.00");
  const Import differs = read(head +
                              "\"04 Mar 2025\",\"DD\",\"GAS\",\"\xC2\xA3"
                              "10.00\",\"\",\"\xC2\xA3"
                              "80.00\"\n");
  EXPECT_FALSE(differs.statements[0].closing.has_value());
  EXPECT_TRUE(has_note(differs,
                       "line 2 states a balance of 90.00 GBP for the day of the "
                       "download; the last entry does not end there"));
}

TEST(Csv, AnOpeningRowIsABalanceAndNoEntryAndTheHeaderNamesTheCurrency) {
  const Import import = read(
      "Date,Counter Party,Reference,Type,Amount (EUR),Balance (EUR),Spending Category,Notes\n"
      "01/03/2025,Opening Balance,,,0.00,70.00,,\n"
      "02/03/2025,KIOSK,PAPER,CONTACTLESS,-2.00,68.00,SHOPPING,\n");
  EXPECT_EQ(entries_of(import), "2025-03-02 -2.00 68.00|");
  EXPECT_EQ(import.transactions[0].amount.currency(), eur);
  ASSERT_EQ(import.balances.size(), 1U);
  EXPECT_EQ(import.balances[0].kind, StatementBalance::Kind::opening);
  EXPECT_EQ(import.balances[0].amount.text(), "70.00 EUR");
  EXPECT_EQ(import.statements[0].opening_date, make_date(2025, 3, 1));
  EXPECT_EQ(import.held_back.size(), 1U);
  EXPECT_FALSE(has_note(import, "names no currency"));
}

TEST(Csv, ADocumentWithoutNamesIsCalledByItsDigestUnlessAPersonNamesIt) {
  const std::string text = "01/03/2025,SHOP,-2.50\n03/03/2025,PAY,\"2,000.00\"\n";
  const Import import = read(text);
  EXPECT_EQ(import.profile, "uk-hsbc 1");
  const std::string name = "unnamed account " + make_document("", text).digest.text().substr(0, 12);
  EXPECT_EQ(import.transactions.at(0).account, name);
  EXPECT_TRUE(has_note(import, "--account"));
  const Import named = read(text, {.account = "40-11-22 12345678", .currency = "EUR"});
  EXPECT_EQ(named.transactions.at(0).account, "40-11-22 12345678");
  EXPECT_EQ(named.transactions.at(1).amount.text(), "2000.00 EUR");
  EXPECT_FALSE(has_note(named, "--account"));
}

TEST(Csv, LeavesADocumentThatTwoLayoutsReadDifferentlyToAPerson) {
  const std::string text = "Date,Description,Amount\n03/02/2025,SHOP,5.00\n14/02/2025,PAY,-7.00\n";
  EXPECT_EQ(refusal(text),
            "a.csv:1: found a table that fits the layouts generic-date-description-amount and "
            "uk-american-express, which read it differently; expected `--profile` with one of "
            "these names");
  EXPECT_EQ(entries_of(read(text, {.profile = "uk-american-express"})),
            "2025-02-03 -5.00|2025-02-14 7.00|");
  EXPECT_EQ(entries_of(read(text, {.profile = "generic-date-description-amount"})),
            "2025-02-03 5.00|2025-02-14 -7.00|");
}

TEST(Csv, AsksForTheOrderOfDatesThatCanBeReadTwoWays) {
  const std::string text =
      "Date,Description,Amount,Currency\n03/02/2025,A,5.00,EUR\n04/02/2025,B,6.00,EUR\n";
  EXPECT_EQ(refusal(text),
            "a.csv: date: found dates that can be read as d/m/yyyy and as m/d/yyyy; expected "
            "`--date-order dmy` or `--date-order mdy`");
  EXPECT_EQ(entries_of(read(text, {.date_order = "mdy"})), "2025-03-02 5.00|2025-04-02 6.00|");
  EXPECT_EQ(entries_of(read(text, {.date_order = "dmy"})), "2025-02-03 5.00|2025-02-04 6.00|");
  EXPECT_EQ(refusal(text, {.date_order = "ymd"}).substr(0, 37),
            "a.csv: date: found --date-order ymd; ");
  // One day behind the twelfth decides for the whole document.
  EXPECT_EQ(entries_of(read(text + "13/02/2025,C,7.00,EUR\n")),
            "2025-02-03 5.00|2025-02-04 6.00|2025-02-13 7.00|");
}

TEST(Csv, DecidesTheDecimalMarkFromEveryAmountOrNotAtAll) {
  const std::string head = "Fecha;Concepto;Importe;Moneda;Cuenta;Referencia\n";
  EXPECT_EQ(entries_of(read(head + "2025-03-04;A;1.234,50;EUR;ES1;R1\n")), "2025-03-04 1234.50|");
  EXPECT_EQ(entries_of(read(head + "2025-03-04;A;1,234.50;EUR;ES1;R1\n")), "2025-03-04 1234.50|");
  EXPECT_EQ(entries_of(read(head + "2025-03-04;A;77;EUR;ES1;R1\n")), "2025-03-04 77.00|");
  const std::string either = refusal(head +
                                     "2025-03-04;A;1.234,50;EUR;ES1;R1\n"
                                     "2025-03-05;B;1,234.50;EUR;ES1;R2\n");
  EXPECT_NE(either.find("can be read with a decimal point and with a decimal comma"),
            std::string::npos)
      << either;
}

TEST(Csv, TakesNoLayoutByItsFormAlone) {
  const std::string text = "Datum,Wat,Hoeveel,Rest\n01/02/2025,KIOSK,-1.50,8.50\n";
  const std::string refused = refusal(text);
  EXPECT_NE(refused.find("by its form alone it could be br-inter-checking"), std::string::npos)
      << refused;
  const Import import = read(text, {.profile = "br-inter-checking", .currency = "EUR"});
  EXPECT_EQ(entries_of(import), "2025-02-01 -1.50|");
  EXPECT_TRUE(has_note(import, "line 1, around the entries: \"Datum,Wat,Hoeveel,Rest\""));
}

TEST(Csv, SaysWhichLayoutIsNearestAndWhereItDiffers) {
  const std::string refused = refusal(
      "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Details,"
      "Debit Amount,Credit Amount,Balance\n04/03/2025,DD,30-11-22,1,X,31.20,,968.80\n");
  EXPECT_NE(refused.find("the nearest is uk-lloyds: column 5 of the header is \"Transaction "
                         "Details\" and not \"Transaction Description\""),
            std::string::npos)
      << refused;
  EXPECT_EQ(refusal("a,b,c\n1,2,3\n", {.profile = "no-such-bank"}).substr(0, 45),
            "--profile: found no profile \"no-such-bank\"; e");
}

TEST(Csv, ReadsByTheTextOfAProfileThatAPersonHandsIn) {
  const std::string profile =
      "name: mine\nversion: 7\ndelimiter: pipe\nquote: none\nheader: none\ncolumns: 4\n"
      "date: #1\ndate_format: d.m.\nyear: 2019\namount: #2\ndirection: #3\ncredit_words: H\n"
      "debit_words: S\ndecimal: comma\ndescription: #4\nusual_currency: EUR\n";
  const Import import = read("24.12.|10,50|S|SAY \"BOO\"\n27.12.|3,00|H|BACK\n28.12.|1,00|X|?\n",
                             {.profile = profile});
  EXPECT_EQ(import.profile, "mine 7");
  EXPECT_EQ(entries_of(import), "2019-12-24 -10.50|2019-12-27 3.00|");
  EXPECT_EQ(import.transactions[0].description, "SAY \"BOO\"");
  EXPECT_EQ(rejection_of(import),
            "a.csv:3: column 3: found \"X\"; expected \"H\" for a credit, \"S\" for a debit");
}

TEST(Csv, ReadsTheEncodingThatTheBytesShowAndRefusesWhatWouldChangeThem) {
  const std::string row = "04/03/2025,DD,'30-11-22,87654321,CAF\xE9,31.20,,968.80\n";
  const Import import = read(lloyds_header + row);
  EXPECT_EQ(import.transactions.at(0).description, "CAF\xC3\xA9");
  EXPECT_EQ(import.notes.front(), "read as windows-1252");
  std::string wide = "\xFF\xFE";
  for (const char c : lloyds_header + "04/03/2025,DD,'30-11-22,87654321,CAFE,31.20,,968.80\n") {
    wide += c;
    wide += '\0';
  }
  const Import from_wide = read(wide);
  EXPECT_EQ(entries_of(from_wide), "2025-03-04 -31.20 968.80|");
  EXPECT_EQ(from_wide.notes.front(), "read as UTF-16LE");
  EXPECT_NE(refusal(lloyds_header + "04/03/2025,DD,'30-11-22,87654321,CAF\x81,31.20,,968.80\n",
                    {.profile = "uk-lloyds"})
                .find("found bytes that are not windows-1252"),
            std::string::npos);
}

TEST(Csv, LetsTheRunningBalancesOrderTheRowsWithinADay) {
  const Import import = read(lloyds_header +
                             "05/03/2025,DD,30-11-22,1,C,5.00,,185.00\n"
                             "03/03/2025,DD,30-11-22,1,A,10.00,,200.00\n"
                             "03/03/2025,DD,30-11-22,1,B,10.00,,190.00\n");
  EXPECT_EQ(entries_of(import),
            "2025-03-03 -10.00 200.00|2025-03-03 -10.00 190.00|2025-03-05 -5.00 185.00|");
  EXPECT_TRUE(has_note(import, "newest day first and oldest first within a day"));
  const Import one_day = read(lloyds_header +
                              "03/03/2025,DD,30-11-22,1,B,10.00,,190.00\n"
                              "03/03/2025,DD,30-11-22,1,A,15.00,,200.00\n");
  EXPECT_EQ(entries_of(one_day), "2025-03-03 -15.00 200.00|2025-03-03 -10.00 190.00|");
}

const std::string chained = lloyds_header +
                            "02/03/2025,FPI,30-11-22,1,A,,250.00,1000.00\n"
                            "03/03/2025,DD,30-11-22,1,B,31.20,,968.80\n"
                            "04/03/2025,DD,30-11-22,1,C,18.80,,950.00\n";

/// Whether the running balances follow from the amounts, in the order of the document.
bool follows(const Import& import) {
  const std::vector<Transaction>& rows = import.transactions;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (!rows[i].balance || !rows[i - 1].balance) return false;
    if (rows[i - 1].balance->plus(rows[i].amount).value() != *rows[i].balance) return false;
  }
  return true;
}

/// Whether a damaged document shows it: it is refused, rejects a row, has another number of rows,
/// balances that do not follow, or amounts that are still the same. (The first amount has no
/// balance before it: only an earlier document can show its change.)
bool shows_its_damage(const std::string& bytes, const Import& whole) {
  const auto import =
      import_document(make_document("a.csv", bytes), {.format = "csv", .profile = "uk-lloyds"});
  if (!import) return !import.error().found.empty() && import.error().place.document == "a.csv";
  const Import& read = import.value();
  const bool rejected =
      std::any_of(read.rejections.begin(), read.rejections.end(), [](const Rejection& refused) {
        return !refused.error.found.empty() && refused.error.place.line > 0;
      });
  if (rejected || read.transactions.size() != whole.transactions.size()) return true;
  if (!follows(read)) return true;
  return std::equal(read.transactions.begin() + 1, read.transactions.end(),
                    whole.transactions.begin() + 1,
                    [](const Transaction& one, const Transaction& other) {
                      return one.amount == other.amount && one.balance == other.balance;
                    });
}

TEST(Csv, NoCutAltersAnAmountUnseen) {
  const Import whole = read(chained);
  ASSERT_TRUE(follows(whole));
  for (std::size_t length = 0; length < chained.size(); ++length) {
    EXPECT_TRUE(shows_its_damage(chained.substr(0, length), whole)) << length;
  }
}

TEST(Csv, NoChangeOfOneByteAltersAnAmountUnseen) {
  constexpr std::array<unsigned char, 16> bytes = {0x00, 0x01, 0x09, 0x0A, 0x0D, 0x22, 0x2C, 0x2D,
                                                   0x2E, 0x30, 0x37, 0x39, 0x41, 0x80, 0xC3, 0xFF};
  const Import whole = read(chained);
  for (std::size_t i = 0; i < chained.size(); ++i) {
    for (const unsigned char byte : bytes) {
      std::string changed = chained;
      changed[i] = static_cast<char>(byte);
      EXPECT_TRUE(shows_its_damage(changed, whole)) << "byte " << i << " as " << int{byte};
    }
    const std::string shorter = chained.substr(0, i) + chained.substr(i + 1);
    EXPECT_TRUE(shows_its_damage(shorter, whole)) << "without byte " << i;
  }
}

TEST(Csv, NeedsAYearForDatesThatHaveNone) {
  const std::string text = "Tag;Name;a;b;c;Betrag;d;e\n24.12;SHOP;;;;-5,00;;\n";
  const Import import = read(text, {.profile = "de-kreissparkasse"});
  EXPECT_NE(rejection_of(import).find("expected a year: this layout writes none"),
            std::string::npos);
}

TEST(Csv, PassesOverClosingLinesAndSaysWhatTheyAre) {
  const std::string profile =
      "name: foot\nversion: 1\nheader: Day,Words,Sum\nfooter_rows: 2\ndate: Day\n"
      "date_format: yyyy-mm-dd\namount: Sum\ndescription: Words\nfact: closing = Total\n";
  const Import import = read("Day,Words,Sum\n2025-03-04,A,5.00\n2025-03-05,B,6.00\nTotal,,11.00\n",
                             {.profile = profile});
  EXPECT_EQ(entries_of(import), "2025-03-04 5.00|2025-03-05 6.00|");
  ASSERT_EQ(import.balances.size(), 1U);
  EXPECT_EQ(import.balances[0].amount.plain(), "11.00");
  EXPECT_TRUE(import.rejections.empty());
}

}  // namespace
}  // namespace recoup
