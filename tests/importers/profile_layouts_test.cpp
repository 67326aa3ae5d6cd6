// Layouts of single banks, each with rows of our own in it: which profile takes them, and what
// becomes of signs, days, balances and pending rows.
#include <gtest/gtest.h>

#include <array>

#include "import_of.hpp"

namespace recoup {
namespace {

struct LayoutCase {
  std::string_view profile;
  std::string_view table;
  std::string_view entries;  ///< "2025-03-13 -3.20 GBP 96.80|" for each; balances where stated.
  std::size_t held_back = 0;
};

constexpr std::array layout_cases = {
    LayoutCase{"uk-in-out-balance 1",
               "Date,Details,Transaction Type,In,Out,Balance\n"
               "14/03/2025,ELM,Direct Debit,,3.20,96.80\n13/03/2025,OAK,Inward Payment,50.00,,"
               "100.00\n",
               "2025-03-13 50.00 GBP 100.00|2025-03-14 -3.20 GBP 96.80|"},
    LayoutCase{"uk-santander 1",
               "Date;Type;Merchant/Description;Debit/Credit;Balance;\n"
               "14/03/2025;DEB;ELM, LEEDS;-\xC2\xA3"
               "3.20;+\xC2\xA3"
               "96.80;\n13/03/2025;CRD;OAK;+\xC2\xA3"
               "50.00;+\xC2\xA3"
               "100.00;\n",
               "2025-03-13 50.00 GBP 100.00|2025-03-14 -3.20 GBP 96.80|"},
    LayoutCase{
        "uk-hsbc-paid-out-in 1",
        "Date,Type,Description,Paid out,Paid in,Balance\n"
        "01/03/2025,,Opening balance,,,\"1,050.00\"\n13/03/2025,DD,ELM,50.00,,\"1,000.00\"\n",
        "2025-03-13 -50.00 GBP 1000.00|", 1},
    LayoutCase{"uk-american-express-address 1",
               "Date,Description,Amount,Extended Details,Appears On Your Statement "
               "As,Address,Town/City,Postcode,Country,Reference,Category\n"
               "14/03/2025,ELM,3.20,\"a\nb\",ELM LTD,\"1 ROAD\nX\",LEEDS,LS1,UK,'AT7',General\n"
               "13/03/2025,PAYMENT RECEIVED,-50.00,,,,,,,'AT6',\n",
               "2025-03-13 50.00 GBP|2025-03-14 -3.20 GBP|"},
    LayoutCase{"american-express-member 1",
               "Date,Description,Card Member,Account #,Amount\n"
               "14/03/2025,ELM,A B,-71009,3.20\n",
               "2025-03-14 -3.20 GBP|"},
    LayoutCase{"uk-virgin-money-card 1",
               "Transaction Date,Posting Date,Billing Amount,Merchant,Merchant City,Reference "
               "Number,Debit or Credit,SICMCC Code,Status,Card Used\n"
               "2025-03-13,2025-03-14,3.20,ELM,LEEDS,71,DBIT,5411,BILLED,\n"
               "2025-03-14,2025-03-15,50.00,PAYMENT,,72,CRDT,0,BILLED,\n"
               "2025-03-15,,1.00,OAK,,,DBIT,5411,PENDING,\n",
               "2025-03-13 -3.20 GBP|2025-03-14 50.00 GBP|", 1},
    LayoutCase{"uk-tesco-bank-card 1",
               "Transaction Date,Posting Date,Billing Amount,Merchant,Merchant City,Reference "
               "Number,Debit/Credit Flag,SICMCC Code\n"
               "13/03/2025,14/03/2025,3.20,ELM,LEEDS,71,D,5411\n"
               "14/03/2025,15/03/2025,50.00,PAYMENT,,72,C,0\n",
               "2025-03-13 -3.20 GBP|2025-03-14 50.00 GBP|"},
    LayoutCase{"uk-tide 1",
               "Date,Transaction ID,Transaction description,Reference,From,To,Paid in,Paid "
               "out,Category name,Transaction type,Status,Initiated by\n"
               "13/03/2025,T1,ELM,R,,Elm Ltd,0,3.20,Rent,Card,Settled,A\n"
               "14/03/2025,T2,OAK,R,Oak Ltd,,50.00,0,Sales,FPS,Settled,\n"
               "15/03/2025,T3,ASH,,,Ash Ltd,,1.00,Rent,Card,Pending,A\n",
               "2025-03-13 -3.20 GBP|2025-03-14 50.00 GBP|", 1},
    LayoutCase{"uk-lloyds-2012 1",
               "Date,Type,Sort Code,Account Number,Description,In,Out,Balance\n"
               "13/03/2012,CPT,'20-11-22,12345678,ELM,,3.20,96.80\n",
               "2012-03-13 -3.20 GBP 96.80|"},
    LayoutCase{"generic-money-out-in 1",
               "Summary for Savings Accounts - EUR\nDescription,Amount\n"
               "Opening balance,\xE2\x82\xAC"
               "1\nClosing balance,\xE2\x82\xAC"
               "51.00\n\nTransactions for Savings Accounts - EUR\n"
               "Date,Description,Money out,Money in,Balance\n"
               "7 Jan 2025,OAK,,\xE2\x82\xAC"
               "50.00,\xE2\x82\xAC"
               "51.00\n",
               "2025-01-07 50.00 EUR 51.00|"},
    LayoutCase{"revolut-business 1",
               "Date started (UTC),Date completed (UTC),ID,Type,State,Description,Reference,Payer,"
               "Orig currency,Orig amount,Payment currency,Amount,Total amount,Exchange "
               "rate,Fee,Fee currency,Balance,Account,MCC\n"
               "2025-03-13,2025-03-13,a1,TRANSFER,COMPLETED,To Elm,r,,GBP,-50.00,GBP,-50.00,-50.20,"
               ",0.20,GBP,49.80,Main,\n"
               "2025-03-14,,a2,CARD_PAYMENT,PENDING,Oak,,,GBP,-1.00,GBP,-1.00,-1.00,,0.00,GBP,,"
               "Main,\n",
               "2025-03-13 -50.20 GBP 49.80|", 1},
    LayoutCase{"paypal-activity-impact 1",
               "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction "
               "ID,Balance,Balance Impact\n"
               "13/03/2025,10:00:00,GMT,Oak,Payment,Completed,GBP,\"1,500.00\",-58.80,\"1,441.20\","
               "1A,\"1,441.20\",Credit\n"
               "14/03/2025,10:00:00,GMT,Elm,Hold,Completed,GBP,-1.00,0.00,-1.00,1B,\"1,441.20\","
               "Memo\n",
               "2025-03-13T10:00:00 1500.00 GBP|2025-03-13T10:00:00 -58.80 GBP 1441.20|", 1},
    LayoutCase{"paypal-activity 1",
               "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Balance\n"
               "13.03.2025,10:00:00,CET,Elm,Payment,Completed,EUR,\"-30,00\",\"0,00\",\"-30,00\","
               "\"-30,00\"\n",
               "2025-03-13T10:00:00 -30.00 EUR -30.00|"},
    LayoutCase{"wise-balance 1",
               "TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running "
               "Balance,Payer Name,Payee Name,Payee Account Number,Merchant,Total fees\n"
               "T-2,14-03-2025,-3.20,EUR,Sent money,,96.80,,Elm,,,0.50\n"
               "T-1,13-03-2025,50.00,EUR,Received money,,100.00,Oak,,,,0.00\n",
               "2025-03-13 50.00 EUR 100.00|2025-03-14 -3.20 EUR 96.80|"},
    LayoutCase{
        "de-dkb-2023 1",
        "\"Girokonto\";\"DE02120300000000202051\"\n\"\"\n"
        "\"Buchungsdatum\";\"Wertstellung\";\"Status\";\"Verwendungszweck\";\"IBAN\";\"Betrag "
        "(\xE2\x82\xAC)\"\n"
        "\"14.03.25\";\"14.03.25\";\"Gebucht\";\"ELM\";\"\";\"-1.003,20\"\n"
        "\"15.03.25\";\"\";\"Vorgemerkt\";\"OAK\";\"\";\"-1,00\"\n",
        "2025-03-14 -1003.20 EUR|", 1},
    LayoutCase{
        "ch-postfinance 1",
        "Datum von:;=\"2025-03-01\"\nKonto:;=\"CH9300762011623852957\"\n\n"
        "Buchungsdatum;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Valuta;Saldo in "
        "CHF\n"
        "14.03.2025;\"ELM\";;-3.20;14.03.2025;96.80\n13.03.2025;\"OAK\";50.00;;13.03.2025;\n",
        "2025-03-13 50.00 CHF|2025-03-14 -3.20 CHF 96.80|"},
};

std::string entries_in(const Import& import) {
  std::string text;
  for (const Transaction& entry : import.transactions) {
    text += entry.booked_at.text() + " " + entry.amount.text();
    if (entry.balance) text += " " + entry.balance->plain();
    text += "|";
  }
  return text;
}

TEST(ProfileLayouts, TakeTheirRowsAsTheBankMeansThem) {
  for (const LayoutCase& layout : layout_cases) {
    SCOPED_TRACE(layout.profile);
    const Import import = import_of(layout.table, "csv", "a.csv");
    EXPECT_EQ(import.profile, layout.profile);
    EXPECT_EQ(entries_in(import), layout.entries);
    EXPECT_EQ(import.held_back.size(), layout.held_back);
    EXPECT_TRUE(import.rejections.empty());
  }
}

TEST(ProfileLayouts, OfAmericanExpressDoNotGuessTheOrderOfDayAndMonth) {
  const std::string refused = refusal_of(
      "Date,Description,Card Member,Account #,Amount\n04/03/2025,ELM,A B,-71009,3.20\n", "csv");
  EXPECT_NE(refused.find("--date-order dmy"), std::string::npos) << refused;
}

TEST(ProfileLayouts, ReadTextsThatStandAsFormulas) {
  const Import import = import_of(
      "Number,Date,Account,Amount,Subcategory,Memo\n"
      "=\"007\",13/03/2025,=\"20-11-22 12345678\",-3.20,PAYMENT,\"ELM, LEEDS\"\n",
      "csv", "a.csv");
  EXPECT_EQ(entries_in(import), "2025-03-13 -3.20 GBP|");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].account, "20-11-22 12345678");
  EXPECT_EQ(import.transactions[0].description, "ELM, LEEDS");
}

TEST(ProfileLayouts, ReadLinesThatEndInACarriageReturnAlone) {
  const Import import = import_of(
      "Number,Date,Account,Amount,Subcategory,Memo\r,13/03/2025,20-11-22 12345678,-3.20,FT,ELM\r"
      ",14/03/2025,20-11-22 12345678,1.00,FT,OAK\r",
      "csv", "a.csv");
  EXPECT_EQ(entries_in(import), "2025-03-13 -3.20 GBP|2025-03-14 1.00 GBP|");
  EXPECT_EQ(import.transactions.back().line, 3U);
}

}  // namespace
}  // namespace recoup
