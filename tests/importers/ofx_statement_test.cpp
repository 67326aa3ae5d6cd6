// What a statement of OFX says of itself, and what its entries say beside their amounts.
#include <gtest/gtest.h>

#include <algorithm>

#include "import_of.hpp"

namespace recoup {
namespace {

/// A bank statement; `apart` stands behind the list of its entries.
std::string statement(std::string_view list, std::string_view apart = "",
                      std::string_view head = "<CURDEF>GBP<BANKACCTFROM><ACCTID>1</BANKACCTFROM>") {
  return "<STMTTRNRS><STMTRS>" + std::string(head) + "\n<BANKTRANLIST>" + std::string(list) +
         "</BANKTRANLIST>" + std::string(apart) + "</STMTRS></STMTTRNRS>";
}

std::string around(std::string_view statements) {
  return "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1>" + std::string(statements) +
         "</BANKMSGSRSV1></OFX>\n";
}

std::string paid(std::string_view day, std::string_view amount, std::string_view more = "") {
  return "<STMTTRN><DTPOSTED>" + std::string(day) + "<TRNAMT>" + std::string(amount) + "<FITID>F" +
         std::string(day) + std::string(more) + "</STMTTRN>";
}

Import read_statement(std::string_view bytes, ImportOptions options = {}) {
  options.format = "ofx";
  auto import = import_document(make_document("a.ofx", std::string(bytes)), options);
  EXPECT_TRUE(import) << (import ? "" : message(import.error()));
  return import ? std::move(import).value() : Import();
}

bool tells(const Import& import, std::string_view words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

std::string all_details(const Transaction& entry) {
  std::string all;
  for (const EntryDetail& one : entry.details) {
    all += (all.empty() ? "" : "; ") + one.name + "=" + one.value;
  }
  return all;
}

TEST(OfxStatement, StatesItsPeriodAndItsBalances) {
  const Import import = read_statement(
      around(statement("<DTSTART>20250301<DTEND>20250331120000" + paid("20250304", "1.00"),
                       "<LEDGERBAL><BALAMT>5.00<DTASOF>20250401</LEDGERBAL>\n<AVAILBAL><BALAMT>9.00"
                       "<DTASOF></AVAILBAL>")));
  ASSERT_EQ(import.statements.size(), 1U);
  const Statement& stated = import.statements[0];
  EXPECT_EQ(stated.account, "1");
  EXPECT_EQ(stated.currency, gbp);
  EXPECT_EQ(stated.from, make_date(2025, 3, 1));
  EXPECT_EQ(stated.until, make_date(2025, 3, 31));
  EXPECT_EQ(stated.closing, Money(500, gbp));
  EXPECT_EQ(stated.closing_date, make_date(2025, 4, 1));
  EXPECT_EQ(stated.line, 3U);
  ASSERT_EQ(import.balances.size(), 2U);
  EXPECT_EQ(import.balances[0].statement, 1U);
  EXPECT_EQ(import.balances[1], (StatementBalance{"1", StatementBalance::Kind::available,
                                                  *make_date(2025, 3, 31), Money(900, gbp), 5, 1}));
  EXPECT_TRUE(tells(import, "AVAILBAL on line 5 has no date; the end of the period was taken"));
  EXPECT_EQ(import.transactions.at(0).statement, 1U);
}

TEST(OfxStatement, CarriesWhatAnEntrySaysBesideItsAmount) {
  const Import import = read_statement(around(statement(
      paid("20250304", "-1.00",
           "<TRNTYPE>CHECK<DTAVAIL>20250306<CHECKNUM>101<REFNUM>R7<ORIGCURRENCY><CURRATE>1.25"
           "<CURSYM>USD</ORIGCURRENCY><PAYEE><NAME>Orla<ADDR1>1 Low St<CITY>Leeds</PAYEE>"
           "<MEMO>A<MEMO>B") +
      paid("20250305", "1.00", "<DTAVAIL>00000000"))));
  ASSERT_EQ(import.transactions.size(), 2U);
  const Transaction& entry = import.transactions[0];
  EXPECT_EQ(entry.value_date, make_date(2025, 3, 6));
  EXPECT_EQ(entry.description, "A\nB");
  EXPECT_EQ(entry.counterparty_name, "Orla");
  EXPECT_EQ(all_details(entry),
            "code=CHECK; cheque=101; customer_reference=R7; original_currency=USD; "
            "exchange_rate=1.25; address=1 Low St, Leeds");
  EXPECT_EQ(import.transactions[1].value_date, std::nullopt);
  const Import bad = read_statement(around(statement(paid("20250304", "1", "<DTAVAIL>soon"))));
  EXPECT_NE(rejection_of(bad).find("STMTTRN/DTAVAIL"), std::string::npos);
}

TEST(OfxStatement, PutsTheEarlierOfTwoStatementsOfOneAccountFirst) {
  const Import import = read_statement(
      around(statement(paid("20250404", "2.00")) + statement(paid("20250304", "1.00"))));
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(100, gbp));
  EXPECT_EQ(import.transactions[0].statement, 2U);
  EXPECT_EQ(import.statements.size(), 2U);
  EXPECT_TRUE(tells(import, "the earliest was put first"));
}

TEST(OfxStatement, PutsACorrectionInThePlaceOfWhatItCorrects) {
  const std::string wrong = paid("20250304", "1.00");
  const std::string right =
      "<STMTTRN><DTPOSTED>20250304<TRNAMT>1.50<FITID>G<CORRECTFITID>F20250304"
      "<CORRECTACTION>REPLACE</STMTTRN>";
  const Import replaced = read_statement(around(statement(wrong + right)));
  ASSERT_EQ(replaced.transactions.size(), 1U);
  EXPECT_EQ(replaced.transactions[0].amount, Money(150, gbp));
  EXPECT_EQ(all_details(replaced.transactions[0]), "corrects=F20250304");
  EXPECT_EQ(replaced.held_back.at(0), (HeldBack{"replaced by the correction on line 4", 4, wrong}));
  std::string gone = right;
  gone.replace(gone.find("REPLACE"), 7, "DELETE");
  const Import deleted = read_statement(around(statement(wrong + gone)));
  EXPECT_TRUE(deleted.transactions.empty());
  EXPECT_EQ(deleted.held_back.size(), 2U);
  EXPECT_TRUE(deleted.rejections.empty());
  const Import elsewhere = read_statement(around(statement(right)));
  EXPECT_TRUE(elsewhere.transactions.empty());
  EXPECT_NE(rejection_of(elsewhere).find("a person decides"), std::string::npos);
}

TEST(OfxStatement, NamesWhatTheDocumentLeavesOpen) {
  const std::string bare = around(statement(paid("20250304", "1.00"), "",
                                            "<BANKACCTFROM>"
                                            "<ACCTID></BANKACCTFROM>"));
  const Import import = read_statement(bare);
  EXPECT_EQ(import.transactions.at(0).account,
            "unnamed account " + make_document("", bare).digest.short_text());
  EXPECT_EQ(import.transactions[0].amount, Money(100, gbp));
  EXPECT_TRUE(tells(import, "GBP was assumed, --currency names another"));
  ImportOptions options;
  options.account = "77";
  options.currency = "EUR";
  const Import named = read_statement(bare, options);
  EXPECT_EQ(named.transactions.at(0).account, "77");
  EXPECT_EQ(named.statements.at(0).currency, eur);
}

TEST(OfxStatement, TakesTheCurrencyThatEveryEntryNames) {
  const std::string own = "<CURRENCY><CURRATE>1<CURSYM>AUD</CURRENCY>";
  const Import import =
      read_statement(around(statement(paid("20250304", "1.00", own) + paid("20250305", "2.00", own),
                                      "<LEDGERBAL><BALAMT>3<DTASOF>20250305</LEDGERBAL>",
                                      "<BANKACCTFROM><ACCTID>1</BANKACCTFROM>")));
  EXPECT_EQ(import.statements.at(0).closing->text(), "3.00 AUD");
  EXPECT_TRUE(tells(import, "every entry of it is in AUD"));
}

TEST(OfxStatement, ReadsADocumentThatOnlyLacksItsEndAndSaysSo) {
  std::string bytes = around(statement(paid("20250304", "1.00")));
  bytes.resize(bytes.find("</BANKMSGSRSV1>"));
  const Import import = read_statement(bytes);
  EXPECT_EQ(import.transactions.size(), 1U);
  ASSERT_EQ(import.totals.size(), 1U);
  EXPECT_FALSE(import.totals[0].holds);
  EXPECT_EQ(import.totals[0].stated, "</OFX>");
  EXPECT_NE(refusal_of(bytes.substr(0, bytes.find("</STMTRS>")), "ofx"), "accepted");
}

TEST(OfxStatement, ReadsTagsAsBanksWriteThem) {
  const std::string list =
      "<stmttrn ><dtposted>20250304<Trnamt> -1.00 </trnamt><fitid>1"
      "<memo>A &amp; B & C</MEMO></stmttrn>";
  const Import small = read_statement("\n\n  " + around(statement(list)));
  ASSERT_EQ(small.transactions.size(), 1U);
  EXPECT_EQ(small.transactions[0].amount, Money(-100, gbp));
  EXPECT_EQ(small.transactions[0].description, "A & B & C");
  const Import prefixed = read_statement(
      "<?xml version=\"1.0\"?><o:OFX xmlns:o=\"http://ofx.net/\"><BANKMSGSRSV1 id='1'>" +
      statement(paid("20250304", "1.00")) + "</BANKMSGSRSV1></o:OFX>");
  EXPECT_EQ(prefixed.transactions.size(), 1U);
  const Import one_line =
      read_statement("OFXHEADER:100DATA:OFXSGMLVERSION:102" + around(statement(list)).substr(13));
  EXPECT_EQ(one_line.transactions.size(), 1U);
  std::string carriage = around(statement(paid("20250304", "x")));
  std::replace(carriage.begin(), carriage.end(), '\n', '\r');
  EXPECT_EQ(read_statement(carriage).rejections.at(0).error.place.line, 4U);
}

TEST(OfxStatement, HoldsBackTheBalancesOfAnInvestmentAccount) {
  const Import import = read_statement(
      "<OFX><INVSTMTRS><CURDEF>USD<INVACCTFROM><BROKERID>b<ACCTID>9</INVACCTFROM><INVBAL>"
      "<AVAILCASH>5.00</INVBAL></INVSTMTRS></OFX>");
  ASSERT_EQ(import.held_back.size(), 1U);
  EXPECT_EQ(import.held_back[0].record, "<INVBAL><AVAILCASH>5.00</INVBAL>");
  EXPECT_EQ(import.statements.at(0).account, "b 9");
}

TEST(OfxStatement, CountsEntriesWithoutAReference) {
  const Import import =
      read_statement(around(statement("<STMTTRN><DTPOSTED>20250304<TRNAMT>1</STMTTRN>")));
  EXPECT_TRUE(tells(import, "1 entry has no reference (FITID)"));
}

}  // namespace
}  // namespace recoup
