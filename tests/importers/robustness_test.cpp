// Every prefix and every change of one byte of a small document is either read or refused; nothing
// else happens. Under the sanitizers this is the proof that no importer reads where it must not.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "import_of.hpp"
#include "recoup/importers/canonical_writer.hpp"

namespace recoup {
namespace {

constexpr const char* bai2_sample =
    "01,B,M,250305,0600,1,,,2/\n02,M,B,1,250304,2359,GBP,2/\n03,1001,,010,1000,,,015,1150,,/\n"
    "88,100,250,1,,400,100,1,/\n16,175,250,S,50,100,100,R1,C1,A, "
    "B\n88,C/\n16,475,100,V,250306,,,/\n"
    "49,2850,6/\n98,2850,1,8/\n99,2850,1,10/\n";

struct Sample {
  const char* format;
  std::string bytes;
};

std::vector<Sample> samples() {
  return {
      {"canonical", std::string(canonical_header()) +
                        "20-11-22 1,2025-03-04T09:15:00Z,-1.05,GBP,9.00,,\"F, \"\"O\"\"\",é,R1\r\n"
                        "20-11-22 1,2025-03-05,2.00,GBP,,,,,\n"},
      {"case",
       "{\"case\": {\"id\": \"A\"}, \"accounts\": [{\"account\": \"1\", \"currency\": "
       "\"GBP\", \"opening_balance\": \"0.00\"}],\n \"x\": {\"n\": [1e2, null, true]}}\n"},
      {"seizures",
       "id,operation,case,kind,seized_at,place,from_whom,amount,currency,quantity,notes,drug,"
       "weight_g,purity_percent,unit_price_per_kg,price_source,exhibit,seal,power,status,orders\n"
       "C,O,K,cash,2025-03-04,P,W,30.00,GBP,,20.00x1;10.00x1,,,,,,,,,,detention 2025-03-04\n"
       "D,O,K,drugs,2025-03-04,P,W,,GBP,,,x,1.5,9.5,40.00,s,,,,,\n"},
      {"ofx",
       "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP<BANKACCTFROM>"
       "<BANKID>1<ACCTID>2</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20250304[0:GMT]"
       "<TRNAMT>1,5<FITID>3<NAME>A&amp;B\n<MEMO></STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>4"
       "<DTASOF>20250304</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"},
      {"ofx",
       "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>"
       "<CURDEF>GBP</CURDEF><BANKACCTFROM><ACCTID>2</ACCTID></BANKACCTFROM><BANKTRANLIST>"
       "<STMTTRN><DTPOSTED>20250304</DTPOSTED><TRNAMT>1</TRNAMT><FITID/><MEMO><![CDATA[x]]>"
       "</MEMO></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"},
      {"bai2", bai2_sample},
      {"qif",
       "!Account\nNA\n^\n!Type:Bank\nD13/ 2'18\nT100.00\nPOpening Balance\nL[A]\n^\nD14/02/18\n"
       "T-1,234.56\nN1\nSX\n$-1,234.56\n^\n!Type:Invst\nD1/2/2018\n^\n"},
  };
}

/// Reads the bytes; a refusal must name the document and say what was found.
void read(std::string bytes, const char* format) {
  const Document document = make_document("d", std::move(bytes));
  (void)detect_format(document);
  (void)looks_like(document);
  const auto import = import_document(document, {.format = std::string(format)});
  if (import) {
    for (const Rejection& refused : import.value().rejections) {
      EXPECT_FALSE(refused.error.found.empty());
      EXPECT_NE(refused.error.place.line, 0U);
    }
    return;
  }
  EXPECT_EQ(import.error().place.document, "d");
  EXPECT_FALSE(import.error().found.empty());
}

TEST(Robustness, EveryPrefixIsReadOrRefused) {
  for (const Sample& sample : samples()) {
    EXPECT_EQ(refusal_of(sample.bytes, sample.format), "accepted");
    for (std::size_t length = 0; length < sample.bytes.size(); ++length) {
      read(sample.bytes.substr(0, length), sample.format);
    }
  }
}

/// Whether the document is refused, or says of itself that something is missing.
bool shows_a_loss(std::string bytes, const char* format) {
  const auto import =
      import_document(make_document("d", std::move(bytes)), {.format = std::string(format)});
  if (!import || !import.value().rejections.empty()) return true;
  const auto fails = [](const std::vector<ControlTotal>& totals) {
    return std::any_of(totals.begin(), totals.end(),
                       [](const ControlTotal& total) { return !total.holds; });
  };
  const std::vector<Statement>& statements = import.value().statements;
  return fails(import.value().totals) ||
         std::any_of(statements.begin(), statements.end(),
                     [&](const Statement& statement) { return fails(statement.totals); });
}

TEST(Robustness, NoPrefixOfAClosedFormatPassesForTheWhole) {
  for (const Sample& sample : samples()) {
    const std::string_view format = sample.format;
    if (format != "case" && format != "ofx" && format != "bai2") continue;
    // The slash at the end of a record of BAI2 may be missing.
    const std::size_t end = sample.bytes.size() - (format == "bai2" ? 2 : 1);
    for (std::size_t length = 0; length < end; ++length) {
      EXPECT_TRUE(shows_a_loss(sample.bytes.substr(0, length), sample.format))
          << sample.format << " cut at byte " << length;
    }
  }
}

TEST(Robustness, EveryChangeOfOneByteIsReadOrRefused) {
  constexpr std::array<unsigned char, 14> bytes = {0x00, 0x01, '\t', '\n', '\r', '"',  ',',
                                                   '<',  '>',  '&',  '9',  '{',  0x80, 0xFF};
  for (const Sample& sample : samples()) {
    for (std::size_t i = 0; i < sample.bytes.size(); ++i) {
      for (const unsigned char byte : bytes) {
        std::string changed = sample.bytes;
        changed[i] = static_cast<char>(byte);
        read(std::move(changed), sample.format);
      }
      read(sample.bytes.substr(0, i) + sample.bytes.substr(i + 1), sample.format);
    }
  }
}

TEST(Robustness, NoDigitOfAnAmountOfBai2ChangesUnseen) {
  const std::string_view sample = bai2_sample;
  ASSERT_FALSE(shows_a_loss(std::string(sample), "bai2"));
  std::size_t changed_amounts = 0;
  for (const std::string_view amount :
       {"1000,", "1150,", "250,1", "100,1", "250,S", "100,V", "2850,6", "2850,1,8", "2850,1,10"}) {
    const std::size_t at = sample.find(amount);
    ASSERT_NE(at, std::string_view::npos) << amount;
    for (std::size_t i = at; sample[i] != ','; ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        if (digit == sample[i]) continue;
        std::string changed(sample);
        changed[i] = digit;
        EXPECT_TRUE(shows_a_loss(changed, "bai2")) << amount << " changed to " << digit;
        ++changed_amounts;
      }
    }
  }
  EXPECT_GT(changed_amounts, 200U);
}

TEST(Robustness, EveryFormatTakesTheBytesOfEveryOther) {
  for (const Sample& sample : samples()) {
    for (const char* format : {"canonical", "case", "seizures", "ofx", "bai2", "qif"})
      read(sample.bytes, format);
  }
}

}  // namespace
}  // namespace recoup
