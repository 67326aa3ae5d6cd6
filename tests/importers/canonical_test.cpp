#include "recoup/importers/canonical_writer.hpp"

#include <gtest/gtest.h>

#include "import_of.hpp"

namespace recoup {
namespace {

const std::string header(canonical_header());

TEST(Canonical, ReadsEveryField) {
  const Import import =
      import_of(header +
                    "20-11-22 12345678,2025-03-04T09:15:00,-1250.05,GBP,99.95,20-33-44 87654321,"
                    "Orla Fenwick,\"CARD PAYMENT, 3 MAR\",FT0001\n",
                "canonical");
  ASSERT_EQ(import.transactions.size(), 1U);
  const Transaction& entry = import.transactions.front();
  EXPECT_EQ(entry.account, "20-11-22 12345678");
  EXPECT_EQ(entry.booked_at, BookingTime::parse("2025-03-04T09:15").value());
  EXPECT_EQ(entry.amount, Money(-125005, gbp));
  EXPECT_EQ(entry.balance, Money(9995, gbp));
  EXPECT_EQ(entry.counterparty_account, "20-33-44 87654321");
  EXPECT_EQ(entry.counterparty_name, "Orla Fenwick");
  EXPECT_EQ(entry.description, "CARD PAYMENT, 3 MAR");
  EXPECT_EQ(entry.reference, "FT0001");
  EXPECT_EQ(entry.line, 2U);
  EXPECT_EQ(import.format, "canonical");
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_TRUE(import.notes.empty());
}

TEST(Canonical, KeepsTwoLinesThatAreAlike) {
  const std::string line = "A,2025-03-04,-2.40,GBP,,,KIOSK,,\n";
  EXPECT_EQ(import_of(header + line + line, "canonical").transactions.size(), 2U);
}

TEST(Canonical, NeverAltersANarrative) {
  const std::string text = "  REF\t 12 \xC2\xA3 'x' ; two  blanks \xE2\x80\xAE ";
  const Import import = import_of(
      header + "A,2025-03-04,1.00,GBP,,," + text + ",\"" + "line\r\nline" + "\",\n", "canonical");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].counterparty_name, text);
  EXPECT_EQ(import.transactions[0].description, "line\r\nline");
}

TEST(Canonical, TakesAByteOrderMarkCrlfAndALastLineWithoutEnd) {
  const Import import =
      import_of("\xEF\xBB\xBF" + header.substr(0, header.size() - 1) +
                    "\r\nA,2025-03-04,1.00,GBP,,,,,\r\n" + "A,2025-03-05,2.00,GBP,,,,,",
                "canonical");
  ASSERT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.transactions[1].line, 3U);
}

TEST(Canonical, ReadsADocumentWithAHeaderAlone) {
  EXPECT_TRUE(import_of(header, "canonical").transactions.empty());
}

TEST(Canonical, RefusesOneRecordAndReadsTheOthers) {
  const Import import =
      import_of(header + "A,2025-02-30,1.00,GBP,,,,,\nA,2025-03-01,2.00,GBP,,,,,\n", "canonical",
                "march.csv");
  EXPECT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(rejection_of(import),
            "march.csv:2: booked_at: found \"2025-02-30\"; expected a day that the calendar has");
  EXPECT_EQ(import.rejections[0].record, "A,2025-02-30,1.00,GBP,,,,,");
}

TEST(Canonical, RefusesEveryAmountThatIsNotExact) {
  for (const char* amount : {"\"1.234,56\"", "1.005", "", "1e3", " 1.00", "1.00 ", "-", "GBP 1",
                             "1234567890123456789012345678901234567890.00", "\"1,000.00\"", "1."}) {
    const Import import = import_of(header + "A,2025-03-01," + amount + ",GBP,,,,,\n", "canonical");
    EXPECT_TRUE(import.transactions.empty()) << amount;
    ASSERT_EQ(import.rejections.size(), 1U) << amount;
    EXPECT_EQ(import.rejections[0].error.place.field, "amount") << amount;
  }
}

TEST(Canonical, EveryRecordIsInExactlyOneList) {
  const Import import = import_of(header +
                                      "A,2025-03-01,1.00,GBP,,,,,\n"
                                      ",2025-03-01,1.00,GBP,,,,,\n"
                                      "A,2025-03-01,1.00,XXX,,,,,\n"
                                      "A,2025-03-01,1.00,GBP,1.2.3,,,,\n"
                                      "A,2025-03-01,1.00,GBP,,,,\n"
                                      "A,2025-03-01,1.00,GBP,,,\x07,,\n"
                                      "A,2025-03-01,1.00,GBP,,,a\"b,,\n"
                                      "A,2025-03-01,2.00,GBP,,,,,\n",
                                  "canonical");
  EXPECT_EQ(import.transactions.size(), 2U);
  EXPECT_EQ(import.rejections.size(), 6U);
  for (std::size_t i = 0; i < import.rejections.size(); ++i) {
    EXPECT_EQ(import.rejections[i].error.place.line, i + 3);
  }
}

TEST(Canonical, RefusesTheDocumentForAWrongHeader) {
  EXPECT_EQ(refusal_of("account,booked_at,amount,currancy,balance\n", "canonical"),
            "a.txt:1: header, column 4: found \"currancy\"; expected \"currency\"");
  EXPECT_EQ(refusal_of(header.substr(0, header.rfind(',')) + "\n", "canonical"),
            "a.txt:1: header, column 9: found the end of the header; expected \"reference\"");
  EXPECT_EQ(refusal_of(header.substr(0, header.size() - 1) + ",more\n", "canonical"),
            "a.txt:1: header, column 10: found \"more\"; expected the end of the header");
}

TEST(Canonical, RefusesTheDocumentForBytesThatAreNoText) {
  EXPECT_EQ(refusal_of(header + "A,2025-03-01,1.00,GBP,,,caf\xE9,,\n", "canonical").substr(0, 52),
            "a.txt:2: found a byte that is not UTF-8 at byte 130,");
  EXPECT_EQ(refusal_of(header + std::string("A\0B", 3), "canonical"),
            "a.txt:2: found a NUL at byte 104; expected text without NUL bytes");
  EXPECT_EQ(refusal_of("", "canonical"),
            "a.txt: found an empty file; expected a document with something in it");
}

TEST(Canonical, ComesBackByteForByte) {
  const std::string bytes =
      header +
      "20-11-22 12345678,2025-03-04,-1250.05,GBP,99.95,,\"Fenwick, O\",,\n"
      "\"A,B\",2025-03-04T09:15:00.5,0.00,GBP,,,\"say \"\"x\"\"\",\"a\r\nb\",7\n"
      "wallet,2025-03-05T10:00:00+01:00,0.000000000000000001,ETH,,, x ,\t,\n"
      "Y,2025-03-05T10:00:00Z,-12,JPY,-170141183460469231731687303715884105728,,,,\n";
  const Import import = import_of(bytes, "canonical");
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_EQ(write_canonical(import.transactions), bytes);
}

}  // namespace
}  // namespace recoup
