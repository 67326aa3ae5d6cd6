// Entries that stand for several payments.
#include <gtest/gtest.h>

#include "camt_message.hpp"

namespace recoup {
namespace {

using Words = std::vector<std::string>;

/// A payment to `name` with `inside` before its parties.
std::string payment(const std::string& name, const std::string& inside) {
  return "\n<TxDtls>" + inside + "<RltdPties><Cdtr><Nm>" + name +
         "</Nm></Cdtr></RltdPties><RmtInf><Ustrd>for " + name + "</Ustrd></RmtInf></TxDtls>";
}

std::string sum(const std::string& amount, const std::string& currency = "GBP") {
  return "<Amt Ccy=\"" + currency + "\">" + amount + "</Amt>";
}

std::string old_sum(const std::string& amount) {
  return "<AmtDtls><TxAmt>" + sum(amount) + "</TxAmt></AmtDtls>";
}

std::string charge(const std::string& amount, const std::string& included) {
  return "<Chrgs><Rcrd>" + sum(amount) + "<CdtDbtInd>DBIT</CdtDbtInd>" + included +
         "</Rcrd></Chrgs>";
}

/// A debit of 30.00 with the reference B1 and `inside` its details.
Import debit_of_30(const std::string& inside, const std::string& entry = "") {
  return camt_import(camt_entry("30.00", "DBIT",
                                "<AcctSvcrRef>B1</AcctSvcrRef>" + entry + "<NtryDtls>" + inside +
                                    "</NtryDtls><AddtlNtryInf>Salaries</AddtlNtryInf>"));
}

TEST(CamtBatch, MakesAnEntryOfEachPaymentWithItsOwnAmount) {
  for (const bool is_old : {false, true}) {
    const auto own = [&](const std::string& amount) {
      return is_old ? old_sum(amount) : sum(amount);
    };
    const Import import =
        debit_of_30("<Btch><NbOfTxs>2</NbOfTxs><TtlAmt Ccy=\"GBP\">30</TtlAmt></Btch>" +
                    payment("Ash", "<Refs><AcctSvcrRef>P1</AcctSvcrRef></Refs>" + own("10.25")) +
                    payment("Birch", "<Refs><AcctSvcrRef>P2</AcctSvcrRef></Refs>" + own("19.75")));
    ASSERT_EQ(import.transactions.size(), 2U);
    const Transaction& ash = import.transactions[0];
    EXPECT_EQ(ash.amount.text(), "-10.25 GBP");
    EXPECT_EQ(ash.counterparty_name, "Ash");
    EXPECT_EQ(ash.description, "for Ash Salaries");
    EXPECT_EQ(ash.reference, "P1");
    EXPECT_EQ(ash.line, 5U);
    EXPECT_EQ(details_of(ash, "batch"), Words{"B1 GBP -30.00"});
    EXPECT_EQ(import.transactions[1].amount.text(), "-19.75 GBP");
    EXPECT_EQ(import.transactions[1].line, 6U);
    ASSERT_EQ(import.statements[0].totals.size(), 2U);
    EXPECT_TRUE(import.statements[0].totals[0].holds);
    EXPECT_TRUE(import.statements[0].totals[1].holds);
    EXPECT_TRUE(has_note(import, "an entry was divided into the payments that it lists"));
  }
}

TEST(CamtBatch, GivesNoPaymentAReferenceThatItSharesWithAnother) {
  const std::string shared = "<Refs><AcctSvcrRef>P</AcctSvcrRef></Refs>";
  const Import import =
      debit_of_30(payment("Ash", shared + sum("10")) + payment("Birch", shared + sum("15")) +
                  payment("Cedar", "<Refs><AcctSvcrRef>B1</AcctSvcrRef></Refs>" + sum("5")));
  ASSERT_EQ(import.transactions.size(), 3U);
  for (const Transaction& part : import.transactions) EXPECT_EQ(part.reference, "");
  EXPECT_EQ(details_of(import.transactions[0], "servicer"), Words{"P"});
}

TEST(CamtBatch, KeepsAnEntryWholeWhosePaymentsDoNotAddUp) {
  const Import import = debit_of_30(payment("Ash", sum("10.25")) + payment("Birch", sum("19.74")));
  ASSERT_EQ(import.transactions.size(), 1U);
  const Transaction& entry = import.transactions[0];
  EXPECT_EQ(entry.amount.text(), "-30.00 GBP");
  EXPECT_EQ(entry.reference, "B1");
  EXPECT_EQ(entry.counterparty_name, "");
  EXPECT_EQ(entry.description, "for Ash for Birch Salaries");
  EXPECT_EQ(details_of(entry, "party"), (Words{"Ash, GBP 10.25", "Birch, GBP 19.74"}));
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_TRUE(has_note(import, "are missing or do not come to its amount; it was kept as one"));
}

TEST(CamtBatch, KeepsAnEntryWholeWhosePaymentsLackAmountsOrHaveAnotherCurrency) {
  const Import lacking = debit_of_30(payment("Ash", sum("30")) + payment("Birch", ""));
  EXPECT_EQ(lacking.transactions.size(), 1U);
  const Import foreign =
      debit_of_30(payment("Ash", sum("10", "EUR")) + payment("Birch", sum("20", "EUR")));
  ASSERT_EQ(foreign.transactions.size(), 1U);
  EXPECT_EQ(foreign.transactions[0].amount.text(), "-30.00 GBP");
}

TEST(CamtBatch, ReadsPaymentsThatGoTheOtherWay) {
  const Import import = debit_of_30(
      payment("Ash", sum("35") + "<CdtDbtInd>DBIT</CdtDbtInd>") + "<TxDtls>" + sum("5") +
      "<CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>Elm</Nm></Dbtr>"
      "</RltdPties></TxDtls>");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount.text(), "-35.00 GBP");
  EXPECT_EQ(import.transactions[1].amount.text(), "5.00 GBP");
  EXPECT_EQ(import.transactions[1].counterparty_name, "Elm");
}

TEST(CamtBatch, ExplainsADifferenceByTheChargesOfThePayments) {
  const Import import =
      debit_of_30(payment("Ash", sum("10") + charge("0.30", "<ChrgInclInd>true</ChrgInclInd>")) +
                  payment("Birch", sum("19.70")));
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[0].amount.text(), "-10.30 GBP");
  EXPECT_EQ(details_of(import.transactions[0], "charge"), Words{"GBP 0.30"});
  EXPECT_EQ(details_of(import.transactions[0], "original_amount"), Words{"GBP 10.00"});
  EXPECT_EQ(import.transactions[1].amount.text(), "-19.70 GBP");
}

TEST(CamtBatch, MakesAnEntryOfTheChargesThatAreTheEntrysOwn) {
  const Import import = debit_of_30(payment("Ash", sum("10")) + payment("Birch", sum("19")),
                                    charge("0.40", "") + charge("0.60", ""));
  ASSERT_EQ(import.transactions.size(), 3U);
  EXPECT_EQ(import.transactions[2].amount.text(), "-1.00 GBP");
  EXPECT_EQ(details_of(import.transactions[2], "charge"), (Words{"GBP 0.40", "GBP 0.60"}));
  EXPECT_EQ(import.transactions[2].line, 4U);
}

TEST(CamtBatch, ExplainsNothingByChargesThatTheAmountsDoNotContain) {
  const Import import =
      debit_of_30(payment("Ash", sum("10") + charge("0.30", "<ChrgInclInd>false</ChrgInclInd>")) +
                  payment("Birch", sum("19.70")));
  EXPECT_EQ(import.transactions.size(), 1U);
}

TEST(CamtBatch, ReadsEveryChargeInTheShapeOfEveryVersion) {
  const Import import = camt_import(camt_entry(
      "9.00", "CRDT",
      "<NtryDtls><TxDtls><Chrgs><TtlChrgsAndTaxAmt Ccy=\"GBP\">0.75</TtlChrgsAndTaxAmt>"
      "<Rcrd><Amt Ccy=\"GBP\">0.50</Amt></Rcrd><Rcrd><Amt Ccy=\"EUR\">0.25</Amt></Rcrd></Chrgs>"
      "<Chrgs><Amt Ccy=\"GBP\">0.10</Amt></Chrgs>"
      "<Chrgs><TtlChrgsAndTaxAmt "
      "Ccy=\"GBP\">0.20</TtlChrgsAndTaxAmt></Chrgs></TxDtls></NtryDtls>"));
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(details_of(import.transactions[0], "charge"),
            (Words{"GBP 0.50", "EUR 0.25", "GBP 0.10", "GBP 0.20"}));
}

TEST(CamtBatch, GivesASinglePaymentTheAmountOfItsEntry) {
  const Import import = debit_of_30(
      "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><InstdAmt>" +
      sum("38.40", "USD") + "</InstdAmt><CntrValAmt>" + sum("30.00") +
      "<CcyXchg><SrcCcy>USD</SrcCcy><XchgRate>0.78125</XchgRate></CcyXchg></CntrValAmt></AmtDtls>"
      "</TxDtls>");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].amount.text(), "-30.00 GBP");
  EXPECT_EQ(details_of(import.transactions[0], "original_amount"), Words{"USD 38.40"});
  EXPECT_EQ(details_of(import.transactions[0], "exchange_rate"), Words{"0.78125"});
  EXPECT_TRUE(details_of(import.transactions[0], "end_to_end").empty());
  EXPECT_TRUE(details_of(import.transactions[0], "batch").empty());
}

TEST(CamtBatch, TakesNoPlaceholderForAReference) {
  const Import import =
      camt_import(camt_entry("4", "CRDT",
                             "<AcctSvcrRef>NONREF</AcctSvcrRef><NtryDtls><TxDtls><Refs>"
                             "<AcctSvcrRef>S8</AcctSvcrRef></Refs></TxDtls></NtryDtls>"));
  EXPECT_EQ(import.transactions.at(0).reference, "S8");
}

TEST(CamtBatch, RejectsAPaymentWhoseAmountIsNoneAndKeepsTheEntry) {
  const Import import = debit_of_30(payment("Ash", sum("1..0")) + payment("Birch", sum("20")));
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].amount.text(), "-30.00 GBP");
  EXPECT_EQ(rejection_of(import),
            "may.xml:5: TxDtls/Amt: found \"1..0\"; expected an amount such as 1250.05, without a "
            "sign and without groups");
  EXPECT_TRUE(import.rejections[0].record.starts_with("<TxDtls>"));
}

TEST(CamtBatch, SaysWhereAnEntryListsOtherPaymentsThanItsBatchStates) {
  const Import import =
      debit_of_30("<Btch><NbOfTxs>3</NbOfTxs><TtlAmt Ccy=\"GBP\">31</TtlAmt></Btch>" +
                  payment("Ash", sum("10")) + payment("Birch", sum("20")));
  ASSERT_EQ(import.statements[0].totals.size(), 2U);
  EXPECT_EQ(import.statements[0].totals[0].what, "payments of a batch");
  EXPECT_EQ(import.statements[0].totals[0].computed, "2");
  EXPECT_FALSE(import.statements[0].totals[0].holds);
  EXPECT_EQ(import.statements[0].totals[1].stated, "31.00 GBP");
  EXPECT_EQ(import.statements[0].totals[1].computed, "30.00 GBP");
  EXPECT_FALSE(import.statements[0].totals[1].holds);
  const Import summed = debit_of_30("<Btch><NbOfTxs>20</NbOfTxs></Btch>" + payment("Ash", ""));
  EXPECT_TRUE(summed.statements[0].totals.empty());
  EXPECT_TRUE(has_note(summed, "the document does not list its payments"));
  const Import unlisted = debit_of_30("<Btch><NbOfTxs>3</NbOfTxs></Btch>");
  EXPECT_TRUE(unlisted.statements[0].totals.empty());
  EXPECT_TRUE(has_note(unlisted, "the document does not list its payments"));
}

TEST(CamtBatch, TurnsRoundWholeEntriesAndNotTheirPayments) {
  const std::string later =
      "<Ntry><Amt Ccy=\"GBP\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt>"
      "<Dt>2025-06-01</Dt></BookgDt></Ntry>";
  const Import import =
      camt_import(later + camt_entry("30", "DBIT",
                                     "<NtryDtls>" + payment("Ash", sum("10")) +
                                         payment("Birch", sum("20")) + "</NtryDtls>"));
  ASSERT_EQ(import.transactions.size(), 3U);
  EXPECT_EQ(import.transactions[0].counterparty_name, "Ash");
  EXPECT_EQ(import.transactions[1].counterparty_name, "Birch");
}

}  // namespace
}  // namespace recoup
