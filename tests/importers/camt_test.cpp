#include <gtest/gtest.h>

#include "camt_message.hpp"

namespace recoup {
namespace {

using Words = std::vector<std::string>;

TEST(Camt, ReadsAnEntryWithEveryFieldItHas) {
  const Import import = camt_import(camt_entry(
      "1250.05", "CRDT",
      "<ValDt><Dt>2025-05-13</Dt></ValDt><AcctSvcrRef>FT77</AcctSvcrRef>"
      "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>"
      "<Prtry><Cd>166</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>INV 9</EndToEndId>"
      "<TxId>T4</TxId><MndtId>MD5</MndtId><ChqNb>000123</ChqNb></Refs><RltdPties>"
      "<Dbtr><Nm>Orla Fenwick</Nm></Dbtr><DbtrAcct><Id><IBAN>GB11 ABCD 2011 2212 3456 "
      "78</IBAN></Id>"
      "</DbtrAcct><UltmtDbtr><Nm>P. Hale</Nm></UltmtDbtr><Cdtr><Nm>R. Marsh</Nm></Cdtr></RltdPties>"
      "<RltdAgts><DbtrAgt><FinInstnId><BIC>ABCDGB2L</BIC></FinInstnId></DbtrAgt></RltdAgts>"
      "<Purp><Cd>SALA</Cd></Purp><RmtInf><Ustrd>RENT  MAY</Ustrd><Ustrd>FLAT 2</Ustrd><Strd>"
      "<CdtrRefInf><Ref>RF18 5</Ref></CdtrRefInf></Strd></RmtInf><AddtlTxInf>FLAT 2</AddtlTxInf>"
      "</TxDtls></NtryDtls><AddtlNtryInf>Faster payment</AddtlNtryInf>"));
  ASSERT_EQ(import.transactions.size(), 1U);
  const Transaction& entry = import.transactions.front();
  EXPECT_EQ(entry.account, "GB86LOYD30443387654321");
  EXPECT_EQ(entry.booked_at.text(), "2025-05-12");
  EXPECT_EQ(entry.amount.text(), "1250.05 GBP");
  EXPECT_EQ(iso_text(entry.value_date.value()), "2025-05-13");
  EXPECT_EQ(entry.counterparty_account, "GB11ABCD20112212345678");
  EXPECT_EQ(entry.counterparty_name, "Orla Fenwick");
  EXPECT_EQ(entry.description, "RENT  MAY FLAT 2 Faster payment");
  EXPECT_EQ(entry.reference, "FT77");
  EXPECT_EQ(entry.line, 4U);
  EXPECT_EQ(entry.statement, 1U);
  EXPECT_EQ(details_of(entry, "code"), (Words{"PMNT/RCDT/ESCT", "166"}));
  EXPECT_EQ(details_of(entry, "end_to_end"), Words{"INV 9"});
  EXPECT_EQ(details_of(entry, "transaction"), Words{"T4"});
  EXPECT_EQ(details_of(entry, "mandate"), Words{"MD5"});
  EXPECT_EQ(details_of(entry, "cheque"), Words{"000123"});
  EXPECT_EQ(details_of(entry, "category"), Words{"SALA"});
  EXPECT_EQ(details_of(entry, "remittance"), Words{"RF18 5"});
  EXPECT_EQ(details_of(entry, "ultimate_debtor"), Words{"P. Hale"});
  EXPECT_EQ(details_of(entry, "bank"), Words{"ABCDGB2L"});
}

TEST(Camt, ReadsTheSameEntryAlikeFromStatementReportAndNotification) {
  const std::string entry = camt_entry(
      "7.10", "DBIT",
      "<AcctSvcrRef>FT1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E</EndToEndId></Refs>"
      "<RltdPties><Cdtr><Nm>B</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>");
  const std::string newer =
      "<?xml version=\"1.0\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:"
      "xsd:camt.05";
  const auto read = [&](const std::string& number, const std::string& message,
                        const std::string& statement) {
    const std::string text = newer + number + ".001.08\">\n<" + message + ">\n<" + statement + ">" +
                             camt_account() + entry + "</" + statement + "></" + message +
                             "></Document>";
    const Import import = import_of(text, "camt");
    EXPECT_EQ(import.profile, "camt.05" + number + ".001.08");
    return import.transactions.at(0);
  };
  const Transaction report = read("2", "BkToCstmrAcctRpt", "Rpt");
  EXPECT_EQ(report, read("3", "BkToCstmrStmt", "Stmt"));
  EXPECT_EQ(report, read("4", "BkToCstmrDbtCdtNtfctn", "Ntfctn"));
  EXPECT_EQ(report.amount.text(), "-7.10 GBP");
  EXPECT_EQ(report.counterparty_name, "B");
}

TEST(Camt, ReadsTheElementsOfTheFirstVersion) {
  const std::string text =
      "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.01\"><BkToCstmrStmtV01><Stmt>"
      "<Id>A</Id><Acct><Id><PrtryAcct><Id>4 711</Id></PrtryAcct></Id></Acct>"
      "<Bal><Tp><Cd>OPBD</Cd></Tp><Amt Ccy=\"CHF\">5</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
      "<Dt><Dt>2008-01-02</Dt></Dt></Bal>"
      "<Ntry><Amt Ccy=\"CHF\">3.5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>"
      "<BookgDt><Dt>2008-01-03</Dt></BookgDt><Btch><NbOfTxs>1</NbOfTxs></Btch>"
      "<TxDtls><RltdPties><Cdtr><Nm>Moss</Nm></Cdtr></RltdPties></TxDtls></Ntry>"
      "</Stmt></BkToCstmrStmtV01></Document>";
  const Import import = import_of(text, "camt");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].account, "4 711");
  EXPECT_EQ(import.transactions[0].counterparty_name, "Moss");
  EXPECT_EQ(import.statements[0].opening->text(), "-5.00 CHF");
  ASSERT_EQ(import.statements[0].totals.size(), 1U);
  EXPECT_TRUE(import.statements[0].totals[0].holds);
}

TEST(Camt, ReadsPartiesAndStatusesOfTheEighthVersion) {
  const Import import = import_of(
      camt053(
          camt_account() +
              "<Ntry><Amt Ccy=\"GBP\">4</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
              "<BookgDt><DtTm>2025-05-12T09:15:00.123456789+01:00</DtTm></BookgDt><NtryDtls>"
              "<TxDtls><Refs><UETR>9b0e</UETR></Refs><RltdPties><Dbtr><Agt><FinInstnId><Nm>Bank of"
              " Elsewhere</Nm></FinInstnId></Agt></Dbtr><Cdtr><Pty><Nm>R. Marsh</Nm></Pty></Cdtr>"
              "</RltdPties></TxDtls></NtryDtls></Ntry>",
          "053.001.08"),
      "camt");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].counterparty_name, "Bank of Elsewhere");
  EXPECT_EQ(import.transactions[0].booked_at.text(), "2025-05-12T09:15:00.123456+01:00");
  EXPECT_EQ(details_of(import.transactions[0], "uetr"), Words{"9b0e"});
  EXPECT_TRUE(has_note(import, "a time finer than a microsecond was cut"));
}

TEST(Camt, TakesMidnightForADay) {
  const Import import = camt_import(
      "<Ntry><Amt Ccy=\"GBP\">4</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
      "<BookgDt><DtTm>2025-05-12T00:00:00+02:00</DtTm></BookgDt></Ntry>"
      "<Ntry><Amt Ccy=\"GBP\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
      "<BookgDt><Dt>2025-05-12+02:00</Dt></BookgDt></Ntry>");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].booked_at, BookingTime(*make_date(2025, 5, 12)));
  EXPECT_EQ(import.transactions[1].booked_at, import.transactions[0].booked_at);
  EXPECT_TRUE(has_note(import, "midnight was read as the day alone"));
}

TEST(Camt, HoldsBackWhatIsNotBooked) {
  const auto entry = [](const char* status) {
    return std::string("<Ntry><Amt Ccy=\"GBP\">4</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>") + status +
           "</Sts><BookgDt><Dt>2025-05-12</Dt></BookgDt></Ntry>\n";
  };
  const Import import = camt_import(entry("PDNG") + entry("INFO") + entry("<Cd>FUTR</Cd>") +
                                    entry("BOOK") + entry("SOON"));
  EXPECT_EQ(import.transactions.size(), 1U);
  ASSERT_EQ(import.held_back.size(), 3U);
  EXPECT_EQ(import.held_back[0].why, "a pending entry, which the bank has not booked");
  EXPECT_EQ(import.held_back[0].record + "\n", entry("PDNG"));
  EXPECT_EQ(import.held_back[2].line, 6U);
  EXPECT_EQ(rejection_of(import),
            "may.xml:8: Ntry/Sts: found \"SOON\"; expected BOOK, PDNG, INFO or FUTR");
}

TEST(Camt, DoesNotTurnTheSignOfAReversal) {
  const Import import = camt_import(camt_entry("9.99", "CRDT", "<RvslInd>true</RvslInd>"));
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].amount.text(), "9.99 GBP");
  EXPECT_EQ(details_of(import.transactions[0], "reversal"), Words{"yes"});
}

TEST(Camt, NamesTheOtherSideOfAReturnedPaymentThatKeepsItsRoles) {
  const Import import = camt_import(camt_entry(
      "31.00", "CRDT",
      "<RvslInd>true</RvslInd><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>R. Marsh</Nm></Dbtr><DbtrAcct>"
      "<Id><IBAN>GB86LOYD30443387654321</IBAN></Id></DbtrAcct><Cdtr><Nm>Gas Works</Nm></Cdtr>"
      "</RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>"));
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].counterparty_name, "Gas Works");
  EXPECT_EQ(details_of(import.transactions[0], "return"), Words{"AC04"});
}

TEST(Camt, NamesTheDebtorOfADirectDebitThatCameBack) {
  const Import import = camt_import(camt_entry(
      "12.00", "DBIT",
      "<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>Late Payer</Nm></Dbtr></RltdPties><RtrInf><Rsn>"
      "<Cd>AM04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>"));
  EXPECT_EQ(import.transactions.at(0).counterparty_name, "Late Payer");
  const Import paid = camt_import(camt_entry("12.00", "DBIT",
                                             "<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>R. "
                                             "Marsh</Nm></Dbtr></RltdPties></TxDtls></NtryDtls>"));
  EXPECT_EQ(paid.transactions.at(0).counterparty_name, "");
}

TEST(Camt, TakesSurplusDecimalsOnlyWhereTheyAreZeros) {
  const Import import = camt_import(
      camt_balance("OPBD", "5442.09000", "2025-05-11") + camt_entry("8.850", "CRDT") +
      camt_entry("8.851", "CRDT") + camt_entry("8,85", "CRDT") + camt_entry("-8.85", "DBIT") +
      camt_entry(".5", "CRDT") + camt_balance("CLBD", "5451.43999", "2025-05-12"));
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount.text(), "8.85 GBP");
  EXPECT_EQ(import.transactions[1].amount.text(), "0.50 GBP");
  EXPECT_EQ(import.statements[0].opening->text(), "5442.09 GBP");
  ASSERT_EQ(import.rejections.size(), 4U);
  EXPECT_EQ(message(import.rejections[0].error),
            "may.xml:6: Ntry/Amt: found \"8.851\"; expected an amount of GBP with at most 2 "
            "decimals behind a point");
  EXPECT_EQ(import.rejections[3].error.place.field, "Bal/Amt");
  EXPECT_EQ(import.statements[0].closing, std::nullopt);
}

TEST(Camt, RejectsAnEntryThatStatesAValueTwice) {
  const Import import = camt_import(camt_entry("1", "DBIT", "<Amt Ccy=\"GBP\">2</Amt>"));
  EXPECT_TRUE(import.transactions.empty());
  EXPECT_EQ(rejection_of(import),
            "may.xml:4: Ntry/Amt: found <Amt> more than once; expected each value once in an "
            "entry");
}

TEST(Camt, TakesTheValueDateAndThenTheStatementsDayWhereNoBookingDateIs) {
  const std::string begin =
      "<Ntry><Amt Ccy=\"GBP\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>";
  const std::string dated = begin + "<ValDt><Dt>2025-05-09</Dt></ValDt></Ntry>";
  const Import import =
      camt_import("<CreDtTm>2025-05-10T18:00:00Z</CreDtTm>" + dated + begin + "</Ntry>");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].booked_at.text(), "2025-05-09");
  EXPECT_EQ(import.transactions[1].booked_at.text(), "2025-05-10");
  EXPECT_TRUE(has_note(import, "states no booking date; its value date was taken"));
  EXPECT_TRUE(has_note(import, "the day on which its statement was made was taken"));
  EXPECT_EQ(rejection_of(camt_import(begin + "</Ntry>")),
            "may.xml:4: Ntry/BookgDt: found no <BookgDt>; expected the day on which it was booked");
}

TEST(Camt, PutsOpeningAndClosingBalanceIntoTheStatement) {
  const Import import = camt_import(
      "<Id>S9</Id><ElctrncSeqNb>131</ElctrncSeqNb><FrToDt><FrDtTm>2025-05-12T00:00:00</FrDtTm>"
      "<ToDtTm>2025-05-13T23:59:59</ToDtTm></FrToDt><StmtPgntn><PgNb>2</PgNb><LastPgInd>true"
      "</LastPgInd></StmtPgntn>" +
      camt_balance("PRCD", "10.00", "2025-05-11") + camt_balance("CLBD", "7.50", "2025-05-13") +
      camt_balance("CLAV", "99.00", "2025-05-13") + camt_balance("ZZZZ", "3.00", "2025-05-13") +
      camt_entry("2.50", "DBIT"));
  ASSERT_EQ(import.statements.size(), 1U);
  const Statement& statement = import.statements[0];
  EXPECT_EQ(statement.number, "131");
  EXPECT_EQ(iso_text(*statement.from), "2025-05-12");
  EXPECT_EQ(iso_text(*statement.until), "2025-05-13");
  EXPECT_EQ(statement.first_page, 2U);
  EXPECT_EQ(statement.pages, 2U);
  EXPECT_EQ(statement.opening->text(), "10.00 GBP");
  EXPECT_EQ(iso_text(*statement.opening_date), "2025-05-11");
  EXPECT_EQ(statement.closing->text(), "7.50 GBP");
  ASSERT_EQ(import.balances.size(), 3U);
  EXPECT_EQ(import.balances[0].kind, StatementBalance::Kind::opening);
  EXPECT_EQ(import.balances[1].kind, StatementBalance::Kind::closing);
  EXPECT_EQ(import.balances[2].kind, StatementBalance::Kind::available);
  EXPECT_EQ(import.balances[2].statement, 1U);
  ASSERT_EQ(import.held_back.size(), 1U);
  EXPECT_EQ(import.held_back[0].why, "a balance of the bank's own kind \"ZZZZ\"");
}

TEST(Camt, CarriesAnIntermediateBalanceFromPageToPage) {
  const Import first = camt_import(camt_balance("OPBD", "10.00", "2025-05-11") +
                                   camt_balance("ITBD", "7.50", "2025-05-12"));
  EXPECT_FALSE(first.statements[0].opening_is_intermediate);
  EXPECT_TRUE(first.statements[0].closing_is_intermediate);
  EXPECT_EQ(first.statements[0].closing->text(), "7.50 GBP");
  EXPECT_EQ(first.balances.size(), 1U);
  const Import last = camt_import(camt_balance("ITBD", "7.50", "2025-05-12") +
                                  camt_balance("CLBD", "8.00", "2025-05-12"));
  EXPECT_TRUE(last.statements[0].opening_is_intermediate);
  EXPECT_EQ(last.statements[0].opening->text(), "7.50 GBP");
  EXPECT_FALSE(last.statements[0].closing_is_intermediate);
  const Import report = camt_import(camt_balance("ITBD", "3.25", "2025-05-12"));
  EXPECT_EQ(report.statements[0].opening, std::nullopt);
  EXPECT_TRUE(report.statements[0].closing_is_intermediate);
}

TEST(Camt, HoldsThePreviousClosingBalanceAgainstTheOpeningBalance) {
  const Import import = camt_import(camt_balance("PRCD", "10.00", "2025-05-11") +
                                    camt_balance("OPBD", "10.01", "2025-05-12"));
  ASSERT_EQ(import.statements[0].totals.size(), 1U);
  EXPECT_FALSE(import.statements[0].totals[0].holds);
  EXPECT_EQ(import.statements[0].totals[0].stated, "10.00 GBP");
  EXPECT_EQ(import.statements[0].totals[0].computed, "10.01 GBP");
}

TEST(Camt, OpensAndClosesNothingWithABalanceOfAnotherCurrency) {
  const Import import =
      camt_import(camt_balance("OPBD", "10.00", "2025-05-11") +
                  "<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">3.00</Amt>"
                  "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-05-12</Dt></Dt></Bal>");
  EXPECT_EQ(import.statements[0].closing, std::nullopt);
  EXPECT_EQ(import.balances.size(), 2U);
  EXPECT_TRUE(has_note(import, "the CLBD balance on line 5 is in EUR and its statement in GBP"));
}

TEST(Camt, HoldsTheSummaryAgainstTheEntries) {
  const std::string summary =
      "<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries><Sum>12.75</Sum><TtlNetNtry><Amt>2.25</Amt>"
      "<CdtDbtInd>DBIT</CdtDbtInd></TtlNetNtry></TtlNtries><TtlCdtNtries><NbOfNtries>1</NbOfNtries>"
      "<Sum>5.25</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>02</NbOfNtries><Sum>7.51</Sum>"
      "</TtlDbtNtries></TxsSummry>";
  const Import import = camt_import(summary + camt_entry("5.25", "CRDT") +
                                    camt_entry("4.00", "DBIT") + camt_entry("3.50", "DBIT"));
  std::string told;
  for (const ControlTotal& total : import.statements[0].totals) {
    told += total.what + " " + total.stated + "/" + total.computed + (total.holds ? "\n" : " no\n");
  }
  EXPECT_EQ(told,
            "entries of the statement 3/3\n"
            "sum of the entries of the statement 12.75/12.75\n"
            "net sum of the entries of the statement -2.25/-2.25\n"
            "credits of the statement 1/1\n"
            "sum of the credits of the statement 5.25/5.25\n"
            "debits of the statement 02/2\n"
            "sum of the debits of the statement 7.51/7.50 no\n");
}

TEST(Camt, CountsEntriesThatAreNotBookedWhereTheSummaryDoes) {
  const std::string pending =
      "<Ntry><Amt Ccy=\"GBP\">4</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts></Ntry>";
  const Import import = camt_import(
      "<CreDtTm>2025-05-12T18:00:00</CreDtTm><TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries>"
      "</TtlNtries></TxsSummry>" +
      camt_entry("5.25", "CRDT") + pending);
  ASSERT_EQ(import.statements[0].totals.size(), 1U);
  EXPECT_EQ(import.statements[0].totals[0].what, "entries of the statement, booked or not");
  EXPECT_TRUE(import.statements[0].totals[0].holds);
}

TEST(Camt, TurnsEntriesRoundThatStandNewestFirst) {
  const auto on = [](const char* day, const char* amount) {
    return std::string("<Ntry><Amt Ccy=\"GBP\">") + amount +
           "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>" + day +
           "</Dt></BookgDt></Ntry>";
  };
  const Import turned = camt_import(on("2025-05-14", "3") + on("2025-05-12", "1"));
  EXPECT_EQ(turned.transactions[0].amount.text(), "1.00 GBP");
  EXPECT_TRUE(has_note(turned, "newest first; they were turned round"));
  const Import kept =
      camt_import(on("2025-05-13", "2") + on("2025-05-12", "1") + on("2025-05-14", "3"));
  EXPECT_EQ(kept.transactions[0].amount.text(), "2.00 GBP");
  EXPECT_TRUE(has_note(kept, "their order was kept"));
}

TEST(Camt, CallsABritishAccountBySortCodeAndNumber) {
  const Import import = import_of(
      camt053(
          "<Acct><Id><Othr><Id>87654321</Id></Othr></Id><Svcr><FinInstnId><ClrSysMmbId><ClrSysId>"
          "<Cd>GBDSC</Cd></ClrSysId><MmbId>304433</MmbId></ClrSysMmbId></FinInstnId></Svcr></"
          "Acct>" +
          camt_entry("1", "CRDT")),
      "camt");
  EXPECT_EQ(import.transactions.at(0).account, "30-44-33 87654321");
}

TEST(Camt, NamesAnAccountThatTheDocumentDoesNotName) {
  const std::string text = camt053(camt_entry("1", "CRDT"));
  const Import import = import_of(text, "camt");
  const std::string expected = "unnamed account " + make_document("", text).digest.short_text();
  EXPECT_EQ(import.transactions.at(0).account, expected);
  EXPECT_TRUE(has_note(import, "--account"));
  ImportOptions options;
  options.account = "20-11-22 1";
  const auto named = import_document(make_document("a", text), options);
  ASSERT_TRUE(named);
  EXPECT_EQ(named.value().transactions.at(0).account, "20-11-22 1");
}

TEST(Camt, TakesTheCurrencyOfTheAccountAndThenPoundsWhereAnAmountHasNone) {
  const std::string bare =
      "<Ntry><Amt>1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-05-12</Dt>"
      "</BookgDt></Ntry>";
  const std::string francs = "<Acct><Id><IBAN>CH1</IBAN></Id><Ccy>CHF</Ccy></Acct>";
  EXPECT_EQ(import_of(camt053(francs + bare), "camt").transactions.at(0).amount.text(), "1.00 CHF");
  const Import assumed = import_of(camt053(bare), "camt");
  EXPECT_EQ(assumed.transactions.at(0).amount.text(), "1.00 GBP");
  EXPECT_TRUE(has_note(assumed, "GBP was assumed, and --currency says another"));
  ImportOptions options;
  options.currency = "JPY";
  const auto told = import_document(make_document("a", camt053(bare)), options);
  EXPECT_EQ(told.value().transactions.at(0).amount.text(), "1 JPY");
}

}  // namespace
}  // namespace recoup
