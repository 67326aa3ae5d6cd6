#include <gtest/gtest.h>

#include "import_of.hpp"

namespace recoup {
namespace {

constexpr std::string_view header_1 =
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n";
constexpr std::string_view header_2 =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n";

/// A bank statement of OFX 1 around `list`.
std::string bank(std::string_view list, std::string_view currency = "GBP") {
  return std::string(header_1) + "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>\n<CURDEF>" +
         std::string(currency) + "\n<BANKACCTFROM><BANKID>201122<ACCTID>12345678</BANKACCTFROM>\n" +
         "<BANKTRANLIST>\n" + std::string(list) +
         "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
}

/// An entry with the day and the amount; `more` stands behind them.
std::string entry(std::string_view day, std::string_view amount, std::string_view more = "") {
  return "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>" + std::string(day) + "<TRNAMT>" + std::string(amount) +
         "<FITID>F" + std::string(day) + std::string(more) + "</STMTTRN>\n";
}

Import ofx(std::string_view bytes) { return import_of(bytes, "ofx"); }

bool notes_say(const Import& import, std::string_view words) {
  for (const std::string& note : import.notes) {
    if (note.find(words) != std::string::npos) return true;
  }
  return false;
}

TEST(Ofx, ReadsValuesWithoutClosingTags) {
  const Import import =
      ofx(bank("<STMTTRN>\n<TRNTYPE>DEBIT\n<DTPOSTED>20250304\n<TRNAMT>-12.50\n<FITID>F1\n"
               "<NAME>ORLA  FENWICK  \n<BANKACCTTO><BANKID>20-33-44<ACCTID>87654321</BANKACCTTO>\n"
               "<MEMO>RENT\n</STMTTRN>\n"));
  ASSERT_EQ(import.transactions.size(), 1U);
  const Transaction& first = import.transactions[0];
  EXPECT_EQ(first.account, "20-11-22 12345678");
  EXPECT_EQ(first.booked_at.text(), "2025-03-04");
  EXPECT_EQ(first.amount, Money(-1250, gbp));
  EXPECT_EQ(first.counterparty_name, "ORLA  FENWICK  ");
  EXPECT_EQ(first.counterparty_account, "20-33-44 87654321");
  EXPECT_EQ(first.description, "RENT");
  EXPECT_EQ(first.reference, "F1");
  EXPECT_EQ(first.line, 11U);
  EXPECT_FALSE(first.balance.has_value());
}

TEST(Ofx, ReadsXml) {
  const Import import = ofx(
      std::string(header_2) +
      "<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR</CURDEF><CCACCTFROM>"
      "<ACCTID>5555</ACCTID></CCACCTFROM><BANKTRANLIST>\n<STMTTRN><DTPOSTED>20250304</DTPOSTED>"
      "<TRNAMT>3.00</TRNAMT><FITID>1</FITID><PAYEE><NAME>M&amp;S</NAME></PAYEE>"
      "<MEMO><![CDATA[A <B> ]]></MEMO></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>-7,5</BALAMT>"
      "<DTASOF>20250331120000</DTASOF></LEDGERBAL></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1>"
      "</OFX>");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].account, "5555");
  EXPECT_EQ(import.transactions[0].counterparty_name, "M&S");
  EXPECT_EQ(import.transactions[0].description, "A <B> ");
  EXPECT_EQ(import.transactions[0].line, 4U);
  ASSERT_EQ(import.balances.size(), 1U);
  EXPECT_EQ(import.balances[0].amount, Money(-750, eur));
  EXPECT_EQ(import.balances[0].date, make_date(2025, 3, 31));
  EXPECT_EQ(import.balances[0].kind, StatementBalance::Kind::closing);
}

TEST(Ofx, ReadsSgmlBehindAHeaderOfXmlAndSaysSo) {
  std::string bytes = bank(entry("20250304", "1.00"));
  bytes.replace(0, header_1.size(), header_2);
  const Import import = ofx(bytes);
  EXPECT_EQ(import.transactions.size(), 1U);
  EXPECT_TRUE(notes_say(import, "the header says XML and the body is none"));
}

TEST(Ofx, ReadsADocumentWithoutHeader) {
  const std::string bytes = bank(entry("20250304", "1.00"));
  EXPECT_EQ(ofx("\r\n" + bytes.substr(header_1.size())).transactions.size(), 1U);
}

TEST(Ofx, ResolvesEntitiesOnceAndLeavesLoneAmpersands) {
  const Import import = ofx(bank(
      entry("20250304", "1.00", "<NAME>A&amp;B &lt;C&gt; &amp;amp; M&S &#163;<MEMO>x < y &foo;")));
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].counterparty_name, "A&B <C> &amp; M&S £");
  EXPECT_EQ(import.transactions[0].description, "x < y &foo;");
}

TEST(Ofx, TakesAnEmptyValueWithoutClosingTagForNoParent) {
  const Import import = ofx(bank(entry("20250304", "1.00", "<NAME><CHECKNUM><MEMO>CASH")));
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].counterparty_name, "");
  EXPECT_EQ(import.transactions[0].description, "CASH");
}

TEST(Ofx, ReadsUtf8FirstAndWindows1252Next) {
  const Import utf8 = ofx(bank(entry("20250304", "1.00", "<NAME>Caf\xC3\xA9")));
  EXPECT_EQ(utf8.transactions.at(0).counterparty_name, "Caf\xC3\xA9");
  EXPECT_TRUE(notes_say(utf8, "read as UTF-8"));
  const Import windows = ofx(bank(entry("20250304", "1.00", "<NAME>Caf\xE9 \x80 5")));
  EXPECT_EQ(windows.transactions.at(0).counterparty_name, "Café € 5");
  EXPECT_TRUE(notes_say(windows, "read as windows-1252"));
  const std::string bad = bank(entry("20250304", "1.00", "<NAME>\xE9\x81"));
  EXPECT_NE(refusal_of(bad, "ofx").find("neither UTF-8 nor windows-1252 at byte"),
            std::string::npos);
}

TEST(Ofx, ReadsTimesWithTheOffsetThatIsStated) {
  const auto time_of = [](std::string_view text) {
    const Import import = ofx(bank(entry(text, "1.00")));
    return import.transactions.empty() ? "" : import.transactions[0].booked_at.text();
  };
  EXPECT_EQ(time_of("20250304"), "2025-03-04");
  EXPECT_EQ(time_of("20250304[0:GMT]"), "2025-03-04");
  EXPECT_EQ(time_of("20250304091500"), "2025-03-04T09:15:00");
  EXPECT_EQ(time_of("202503040915"), "2025-03-04T09:15:00");
  EXPECT_EQ(time_of("20250304091500.125[-5:EST]"), "2025-03-04T09:15:00.125-05:00");
  EXPECT_EQ(time_of("20250304091500[+5.5:IST]"), "2025-03-04T09:15:00+05:30");
  EXPECT_EQ(time_of("20250304091500[0:GMT]"), "2025-03-04T09:15:00Z");
  EXPECT_EQ(time_of("20250304091500[-:EST]"), "2025-03-04T09:15:00");
  for (const char* bad : {"", "2025", "20250230", "20250304250000", "20250304096000", "2025-03-04",
                          "20250304091500[5.3:X]", "20250304091500[+15]", "20250304091500x",
                          "202503040915.5", "20250304091500[0"}) {
    EXPECT_EQ(time_of(bad), "") << bad;
  }
}

TEST(Ofx, ReadsAmountsAndGuessesNoDecimalMark) {
  const auto amount_of = [](std::string_view text, std::string_view currency = "GBP") {
    const Import import = ofx(bank(entry("20250304", text, "<MEMO>M"), currency));
    return import.transactions.empty() ? "" : import.transactions[0].amount.plain();
  };
  EXPECT_EQ(amount_of("-12.50"), "-12.50");
  EXPECT_EQ(amount_of("+12"), "12.00");
  EXPECT_EQ(amount_of("12,5"), "12.50");
  EXPECT_EQ(amount_of("-12,50"), "-12.50");
  EXPECT_EQ(amount_of("-.50"), "-0.50");
  EXPECT_EQ(amount_of("-00000000001500.0000"), "-1500.00");
  EXPECT_EQ(amount_of("1500.0000", "JPY"), "1500");
  for (const char* bad : {"", "1.234,56", "1,234.56", "1,234", "1,2,3", "1.500", "1.5001", "$120",
                          "12.505", "1.2.3", "- 5.00", "5.", "1 000.00", "--5", "+-5", ".", "5,"}) {
    EXPECT_EQ(amount_of(bad), "") << bad;
  }
  EXPECT_EQ(amount_of("1.00", "GBp"), "");
  EXPECT_EQ(amount_of("1.00", "GBX"), "");
}

TEST(Ofx, TakesTheEntrysOwnCurrencyAndNotTheOneItWasConvertedFrom) {
  const Import import =
      ofx(bank(entry("20250304", "1.00", "<CURRENCY><CURRATE>1.2<CURSYM>USD</CURRENCY>") +
               entry("20250305", "2.00", "<ORIGCURRENCY><CURRATE>1.2<CURSYM>USD</ORIGCURRENCY>")));
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount, Money(100, usd));
  EXPECT_EQ(import.transactions[1].amount, Money(200, gbp));
}

TEST(Ofx, NamesAccountsByOneRule) {
  const auto account_of = [](std::string_view from, std::string_view currency) {
    std::string bytes = bank(entry("20250304", "1.00"), currency);
    constexpr std::string_view old = "<BANKID>201122<ACCTID>12345678";
    bytes.replace(bytes.find(old), old.size(), from);
    const Import import = ofx(bytes);
    return import.transactions.empty() ? "" : import.transactions[0].account;
  };
  EXPECT_EQ(account_of("<BANKID>201122<ACCTID>12345678", "GBP"), "20-11-22 12345678");
  EXPECT_EQ(account_of("<BANKID>20-11-22<ACCTID>12345678", "GBP"), "20-11-22 12345678");
  EXPECT_EQ(account_of("<BANKID>201122<ACCTID>20112212345678", "GBP"), "20-11-22 12345678");
  EXPECT_EQ(account_of("<BANKID>484799<ACCTID>12345678", "AUD"), "484799 12345678");
  EXPECT_EQ(account_of("<BANKID>BARC<ACCTID>12345678", "GBP"), "BARC 12345678");
  EXPECT_EQ(account_of("<ACCTID>GB33BUKB20201555555555", "GBP"), "GB33BUKB20201555555555");
  EXPECT_EQ(account_of("<BANKID>201122", "GBP").substr(0, 16), "unnamed account ");
}

TEST(Ofx, TurnsAStatementRoundThatStandsNewestFirst) {
  const Import import =
      ofx(bank(entry("20250306", "3.00") + entry("20250304", "2.00") + entry("20250304", "1.00")));
  ASSERT_EQ(import.transactions.size(), 3U);
  EXPECT_EQ(import.transactions[0].amount, Money(100, gbp));
  EXPECT_EQ(import.transactions[2].amount, Money(300, gbp));
  EXPECT_TRUE(notes_say(import, "stand newest first; they were turned round"));
}

TEST(Ofx, KeepsEveryOtherOrder) {
  const Import same = ofx(bank(entry("20250304", "2.00") + entry("20250304", "1.00")));
  EXPECT_EQ(same.transactions.at(0).amount, Money(200, gbp));
  EXPECT_FALSE(notes_say(same, "turned round"));
  EXPECT_TRUE(notes_say(same, "2 entries have the reference \"F20250304\""));
  const Import mixed =
      ofx(bank(entry("20250304", "2.00") + entry("20250306", "1.00") + entry("20250305", "3.00")));
  EXPECT_EQ(mixed.transactions.at(1).amount, Money(100, gbp));
  EXPECT_TRUE(notes_say(mixed, "do not stand in the order of their dates"));
}

TEST(Ofx, ListsWhatIsNoBankEntry) {
  const Import pending = ofx(bank(entry("20250304", "1.00") +
                                  "</BANKTRANLIST><BANKTRANLISTP><STMTTRNP><TRNAMT>5.00</STMTTRNP>"
                                  "</BANKTRANLISTP><BANKTRANLIST>"));
  EXPECT_EQ(pending.transactions.size(), 1U);
  EXPECT_TRUE(pending.rejections.empty());
  EXPECT_EQ(pending.held_back,
            (std::vector<HeldBack>{{"pending", 12, "<STMTTRNP><TRNAMT>5.00</STMTTRNP>"}}));
  const Import corrected =
      ofx(bank(entry("20250304", "1.00", "<CORRECTFITID>F9<CORRECTACTION>REPLACE")));
  EXPECT_NE(rejection_of(corrected).find("a correction of entry \"F9\""), std::string::npos);
  const Import stray =
      ofx("<OFX><BANKMSGSRSV1><STMTTRN><TRNAMT>1.00</STMTTRN></BANKMSGSRSV1></OFX>");
  EXPECT_NE(rejection_of(stray).find("outside a bank, card or investment statement"),
            std::string::npos);
}

TEST(Ofx, ReadsTheCashOfAnInvestmentAccountAndListsItsTrades) {
  const Import import = ofx(
      "<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><CURDEF>USD<INVACCTFROM><BROKERID>b.example"
      "<ACCTID>9</INVACCTFROM><INVTRANLIST><DTSTART>20250101<INVBANKTRAN>" +
      entry("20250304", "1.00") +
      "<SUBACCTFUND>CASH</INVBANKTRAN><BUYSTOCK><INVBUY><TOTAL>-5.00"
      "</INVBUY></BUYSTOCK></INVTRANLIST></INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].account, "b.example 9");
  EXPECT_NE(rejection_of(import).find("BUYSTOCK, an investment transaction"), std::string::npos);
}

TEST(Ofx, PointsAtTheValueThatSpoilsAnEntry) {
  const Import import =
      ofx(bank("<STMTTRN>\n<DTPOSTED>20250304\n<TRNAMT>abc\n<FITID>1\n</STMTTRN>"));
  EXPECT_EQ(rejection_of(import),
            "a.txt:13: STMTTRN/TRNAMT: found \"abc\"; expected an amount of GBP with at most 2 "
            "decimals behind a point and without groups");
  EXPECT_EQ(import.rejections[0].record,
            "<STMTTRN>\n<DTPOSTED>20250304\n<TRNAMT>abc\n<FITID>1\n</STMTTRN>");
}

TEST(Ofx, RefusesWhatIsBrokenOffAndNamesWhatIsOpen) {
  const std::string bytes = bank(entry("20250304", "1.00"));
  const std::string cut = bytes.substr(0, bytes.find("<TRNAMT>"));
  EXPECT_EQ(refusal_of(cut, "ofx"),
            "a.txt:11: found the end of the document; expected </STMTTRN>, opened on line 11");
  EXPECT_NE(refusal_of(std::string(header_1), "ofx"), "accepted");
}

TEST(Ofx, RefusesCrossedAndUnclosedAggregates) {
  EXPECT_EQ(refusal_of("<OFX>\n</STMTRS></OFX>", "ofx"),
            "a.txt:2: found </STMTRS>, which closes nothing; expected a closing tag of an open "
            "element");
  const std::string one = entry("20250304", "1.00");
  const std::string unclosed = bank(one.substr(0, one.find("</STMTTRN>")) + one);
  EXPECT_NE(refusal_of(unclosed, "ofx").find("no </STMTTRN> for the one opened on line 11"),
            std::string::npos);
  EXPECT_NE(refusal_of("<OFX></OFX><OFX></OFX>", "ofx"), "accepted");
  EXPECT_NE(refusal_of("<OFX></OFX> and more", "ofx"), "accepted");
}

TEST(Ofx, RefusesDeclarationsAndDepth) {
  EXPECT_NE(refusal_of("<!DOCTYPE OFX [<!ENTITY a \"b\">]><OFX></OFX>", "ofx"), "accepted");
  EXPECT_NE(refusal_of(std::string(header_2) + "<!DOCTYPE OFX><OFX></OFX>", "ofx"), "accepted");
  std::string deep = "<OFX>";
  for (int i = 0; i < 100000; ++i) deep += "<A>";
  EXPECT_EQ(refusal_of(deep, "ofx"),
            "a.txt:1: found nesting deeper than 64; expected at most 64 levels");
}

TEST(Ofx, RefusesATextThatCallsItselfOfx) {
  EXPECT_EQ(refusal_of("Dear Sir, <see below>", "ofx", "may.ofx"),
            "may.ofx:1: found a text that begins \"Dear Sir,\"; expected OFX, which begins with "
            "OFXHEADER or <OFX>");
}

TEST(Ofx, TellsWhatTheBankAnswered) {
  const Import import = ofx(
      "<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>No</STATUS></SONRS>"
      "</SIGNONMSGSRSV1></OFX>");
  EXPECT_TRUE(notes_say(import, "code 15500: \"No\""));
  EXPECT_TRUE(notes_say(ofx("<OFX></OFX>"), "there is no statement in it"));
}

TEST(Ofx, EndsAListWithoutAClosingTagWhereABalanceBegins) {
  std::string open = bank(entry("20250304", "1.00") + entry("20250305", "2.50") +
                          "<LEDGERBAL><BALAMT>9.75<DTASOF>20250305</LEDGERBAL>\n");
  open.erase(open.find("</BANKTRANLIST>"), 15);
  const Import import = ofx(open);
  EXPECT_EQ(import.transactions.size(), 2U);
  ASSERT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.statements[0].closing, Money(975, gbp));
  EXPECT_TRUE(notes_say(import, "the list of entries on line 10 has no </BANKTRANLIST>"));
  ASSERT_EQ(import.totals.size(), 1U);
  EXPECT_FALSE(import.totals[0].holds);
  std::string bare = bank(entry("20250304", "1.00"));
  bare.erase(bare.find("</BANKTRANLIST>"), 15);
  EXPECT_EQ(ofx(bare).transactions.size(), 1U);
}

}  // namespace
}  // namespace recoup
