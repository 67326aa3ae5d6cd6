// What no camt message may do: crash the reader, exhaust it, or pass for another than it is.
#include <gtest/gtest.h>

#include <array>

#include "camt_message.hpp"

namespace recoup {
namespace {

/// A statement whose figures hold each other: two balances, a summary and a divided entry.
std::string held_statement() {
  return camt053(
      "<Id>S1</Id>" + camt_account() + camt_balance("OPBD", "100.00", "2025-05-11") +
      camt_balance("CLBD", "73.75", "2025-05-12") +
      "<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>3.75</Sum></TtlCdtNtries>"
      "<TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>30</Sum></TtlDbtNtries></TxsSummry>" +
      camt_entry("3.75", "CRDT",
                 "<NtryDtls><TxDtls><RmtInf><Ustrd>A &amp; B</Ustrd></RmtInf>"
                 "</TxDtls></NtryDtls>") +
      camt_entry(
          "30.00", "DBIT",
          "<NtryDtls><TxDtls><Amt Ccy=\"GBP\">10</Amt></TxDtls><TxDtls><Amt Ccy=\"GBP\">20</Amt>"
          "</TxDtls></NtryDtls>"));
}

/// Reads the bytes as camt. Whether everything that they state about themselves holds.
bool holds(const std::string& bytes) {
  const Document document = make_document("d", bytes);
  (void)detect_format(document);
  (void)looks_like(document);
  const auto read = import_document(document, {.format = std::string("camt")});
  if (!read) {
    EXPECT_EQ(read.error().place.document, "d");
    EXPECT_FALSE(read.error().found.empty());
    EXPECT_TRUE(read.error().place.line != 0U || bytes.empty());
    return false;
  }
  const Import& import = read.value();
  for (const Rejection& refused : import.rejections) {
    EXPECT_FALSE(refused.error.found.empty());
    EXPECT_NE(refused.error.place.line, 0U);
    EXPECT_FALSE(refused.record.empty());
  }
  if (!import.rejections.empty() || import.statements.size() != 1) return false;
  const Statement& statement = import.statements[0];
  for (const ControlTotal& total : statement.totals) {
    if (!total.holds) return false;
  }
  if (!statement.opening || !statement.closing) return false;
  Money sum = *statement.opening;
  for (const Transaction& entry : import.transactions) {
    if (entry.amount.currency() != sum.currency()) return false;
    sum = sum.plus(entry.amount).value();
  }
  return sum == *statement.closing && import.transactions.size() == 3;
}

TEST(CamtRobustness, NoPrefixPassesForTheWhole) {
  const std::string whole = held_statement();
  EXPECT_TRUE(holds(whole));
  const std::size_t root_ends = whole.find("</Document>") + 11;
  for (std::size_t length = 0; length < root_ends; ++length) {
    EXPECT_FALSE(holds(whole.substr(0, length))) << "cut at byte " << length;
  }
}

TEST(CamtRobustness, EveryChangeOfOneByteIsReadOrRefused) {
  constexpr std::array<unsigned char, 7> bytes = {0x01, '"', '<', '>', '&', '9', 0x80};
  const std::string whole = held_statement();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const unsigned char byte : bytes) {
      std::string changed = whole;
      changed[i] = static_cast<char>(byte);
      (void)holds(changed);
    }
    (void)holds(whole.substr(0, i) + whole.substr(i + 1));
  }
}

TEST(CamtRobustness, AChangedAmountShows) {
  const std::string whole = held_statement();
  std::size_t changed_digits = 0;
  for (const std::string tag : {"<Amt Ccy=\"GBP\">", "<Sum>", "<NbOfNtries>"}) {
    for (std::size_t at = whole.find(tag); at != std::string::npos; at = whole.find(tag, at + 1)) {
      // The amounts of a divided entry come last: that they no longer add up is a note, and the
      // amount of the entry, which is booked, is unharmed.
      const bool is_part = at > whole.find("<TxDtls><Amt");
      for (std::size_t i = at + tag.size(); whole[i] != '<'; ++i) {
        for (const char c : {'0', '1', '7', '.', ',', '-', 'x'}) {
          if (c == whole[i]) continue;
          std::string changed = whole;
          changed[i] = c;
          if (is_part) {
            const auto import = import_document(make_document("d", changed));
            EXPECT_FALSE(holds(changed)) << changed.substr(at, 40);
            EXPECT_TRUE(import && import.value().transactions.size() == 2U);
          } else {
            EXPECT_FALSE(holds(changed)) << changed.substr(at, 40);
          }
          ++changed_digits;
        }
      }
    }
  }
  EXPECT_GT(changed_digits, 200U);
}

TEST(CamtRobustness, RefusesADocumentType) {
  const std::string text = held_statement();
  const std::size_t root = text.find("<Document");
  const std::string declared =
      text.substr(0, root) +
      "<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n" +
      text.substr(root);
  EXPECT_EQ(refusal_of(declared, "camt"),
            "a.txt:2: found a DOCTYPE; expected XML without a document type declaration");
}

TEST(CamtRobustness, RefusesNestingThatHasNoEnd) {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<X>";
  EXPECT_NE(refusal_of(camt053(camt_account() + deep), "camt").find("nesting deeper than 64"),
            std::string::npos);
}

TEST(CamtRobustness, ReadsLatinLettersWhereTheDocumentSaysThatItHasThem) {
  std::string text = camt053(
      camt_account() + camt_entry("1", "DBIT",
                                  "<NtryDtls><TxDtls><RmtInf><Ustrd>Caf\xE9 Zo\xEB</Ustrd></RmtInf>"
                                  "</TxDtls></NtryDtls>"));
  EXPECT_NE(refusal_of(text, "camt").find("a byte that is not UTF-8 at byte "), std::string::npos);
  text.replace(text.find("UTF-8"), 5, "ISO-8859-1");
  const Import import = import_of(text, "camt");
  EXPECT_EQ(import.transactions.at(0).description, "Caf\xC3\xA9 Zo\xC3\xAB");
  EXPECT_TRUE(has_note(import, "read as windows-1252"));
  text.replace(text.find("ISO-8859-1"), 10, "KOI8-R");
  EXPECT_NE(refusal_of(text, "camt").find("in a document that says it is \"koi8-r\""),
            std::string::npos);
}

TEST(CamtRobustness, ReadsADocumentBehindBlankLines) {
  const Document plain = make_document("d", held_statement());
  const Document behind = make_document("d", "\r\n\n" + held_statement());
  EXPECT_EQ(detect_format(behind), "camt");
  const auto expected = import_document(plain).value();
  const auto read = import_document(behind).value();
  ASSERT_EQ(read.transactions.size(), expected.transactions.size());
  for (std::size_t i = 0; i < read.transactions.size(); ++i) {
    EXPECT_EQ(read.transactions[i].amount, expected.transactions[i].amount);
    EXPECT_EQ(read.transactions[i].line, expected.transactions[i].line + 2);
  }
}

TEST(CamtRobustness, RefusesTextBesideTags) {
  EXPECT_EQ(refusal_of(camt053("paid " + camt_account()), "camt"),
            "a.txt:4: found \"paid\"; expected tags alone in Stmt");
  EXPECT_EQ(refusal_of(camt053(camt_account() + "<Bal>5.00<Tp/></Bal>"), "camt"),
            "a.txt:4: found \"5.00\"; expected tags alone in Bal");
}

TEST(CamtRobustness, RefusesAMessageWithoutAStatement) {
  const std::string empty =
      "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\n<BkToCstmrStmt>"
      "<GrpHdr><MsgId>M</MsgId></GrpHdr></BkToCstmrStmt></Document>";
  EXPECT_EQ(refusal_of(empty, ""),
            "a.txt:2: found a camt.053.001.02 message without a statement in it; expected at least "
            "one Rpt, Stmt or Ntfctn");
  EXPECT_EQ(refusal_of("<Document><X/></Document>", "camt"),
            "a.txt:1: found XML without a message camt.052, camt.053 or camt.054; expected "
            "BkToCstmrAcctRpt, BkToCstmrStmt or BkToCstmrDbtCdtNtfctn");
}

TEST(CamtRobustness, NamesAnotherMessageOfTheStandard) {
  const std::string payment =
      "<?xml version=\"1.0\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">"
      "<CstmrCdtTrfInitn/></Document>";
  EXPECT_EQ(detect_format(make_document("a", payment)), "");
  EXPECT_EQ(looks_like(make_document("a", payment)), "a message of ISO 20022, \"pain.001.001.03\"");
}

TEST(CamtRobustness, ReadsVersionsThatItDoesNotKnowByTheirElementsAndSaysSo) {
  const std::string body = camt_account() + camt_entry("1", "CRDT");
  const Import later = import_of(camt053(body, "053.001.15"), "");
  EXPECT_EQ(later.profile, "camt.053.001.15");
  EXPECT_EQ(later.transactions.size(), 1U);
  EXPECT_TRUE(
      has_note(later, "version 15 of camt.053.001.15 is not known; it was read as version 14"));
  const Import newest = import_of(camt053(body, "053.001.14"), "");
  EXPECT_FALSE(has_note(newest, "is not known"));
  const Import other = import_of(camt053(body, "054.001.04"), "");
  EXPECT_TRUE(has_note(other, "its elements are those of camt.053, as which it was read"));
  std::string bare = camt053(body);
  bare.erase(bare.find(" xmlns"), bare.find(">\n<Bk") - bare.find(" xmlns"));
  const Import unnamed = import_of(bare, "");
  EXPECT_EQ(unnamed.profile, "camt.053");
  EXPECT_TRUE(has_note(unnamed, "names no version of camt.053 (its namespace is \"\")"));
}

TEST(CamtRobustness, ReadsAMessageWithinAnEnvelopeAndWithPrefixes) {
  const std::string text =
      "<e:Envelope xmlns:e=\"urn:e\"><AppHdr>x<Fr/></AppHdr><c:Document "
      "xmlns:c=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><c:BkToCstmrStmt><c:Stmt>"
      "<c:Ntry><c:Amt Ccy=\"GBP\">6.01</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd><c:Sts><c:Cd>BOOK"
      "</c:Cd></c:Sts><c:BookgDt><c:Dt>2025-05-12</c:Dt></c:BookgDt></c:Ntry></c:Stmt>"
      "</c:BkToCstmrStmt></c:Document></e:Envelope>";
  const Import import = import_of(text, "");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].amount.text(), "6.01 GBP");
}

}  // namespace
}  // namespace recoup
