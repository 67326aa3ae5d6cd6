// bench_documents.hpp: documents of any size in each format, for the benchmarks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "../importers/xlsx_builder.hpp"

namespace recoup {

/// A document of about `bytes` bytes, made by repeating what `part(n)` gives for n = 0, 1, 2 ...
template <typename Part>
std::string repeated(std::size_t bytes, const Part& part) {
  std::string text;
  text.reserve(bytes + bytes / 8);
  for (std::uint64_t n = 0; text.size() < bytes; ++n) text += part(n);
  return text;
}

/// Statements of twenty entries each, with the words that a German bank writes.
inline std::string mt940_of(std::size_t bytes) {
  return repeated(bytes, [](std::uint64_t n) {
    const std::string number = std::to_string(n);
    std::string statement = ":20:STARTUMS\r\n:25:20041010/0123456789\r\n:28C:" + number +
                            "/1\r\n:60F:C250303EUR1000,00\r\n";
    for (int i = 0; i < 20; ++i) {
      const std::string cents = std::to_string(10 + i);
      statement += ":61:2503040304DR" + number + "," + cents + "NTRFNONREF//B" + number + "X" +
                   cents + "\r\n:86:166?00SEPA TRANSFER?10931?20EREF+INV " + number + "-" + cents +
                   "?21MREF+M-77?22SVWZ+\r\nrent of the garden in March?30ABCDDEFFXXX?31DE893704"
                   "00440532013000\r\n?32Orla Fenwick?34992\r\n";
    }
    return statement + ":62F:C250304EUR0,00\r\n-\r\n";
  });
}

/// One card account with every entry, as banks write OFX 1: values without closing tags.
inline std::string ofx_of(std::size_t bytes) {
  return "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX>\n"
         "<BANKMSGSRSV1>\n<STMTTRNRS>\n<STMTRS>\n<CURDEF>GBP\n<BANKACCTFROM>\n<BANKID>201122\n"
         "<ACCTID>12345678\n<ACCTTYPE>CHECKING\n</BANKACCTFROM>\n<BANKTRANLIST>\n"
         "<DTSTART>20250301\n<DTEND>20250331\n" +
         repeated(bytes,
                  [](std::uint64_t n) {
                    const std::string number = std::to_string(n);
                    return "<STMTTRN>\n<TRNTYPE>" + std::string(n % 2 == 0 ? "DEBIT" : "CREDIT") +
                           "\n<DTPOSTED>20250304091500[0:GMT]\n<TRNAMT>" + (n % 2 == 0 ? "-" : "") +
                           std::to_string(n % 5000 + 1) + ".45\n<FITID>F" + number +
                           "\n<NAME>Orla Fenwick\n<MEMO>INVOICE " + number +
                           " RENT OF THE GARDEN\n</STMTTRN>\n";
                  }) +
         "</BANKTRANLIST>\n<LEDGERBAL>\n<BALAMT>12.50\n<DTASOF>20250331\n</LEDGERBAL>\n</STMTRS>\n"
         "</STMTTRNRS>\n</BANKMSGSRSV1>\n</OFX>\n";
}

/// The same as OFX 2, which is XML.
inline std::string ofx_xml_of(std::size_t bytes) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n"
         "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP</CURDEF><BANKACCTFROM><BANKID>201122"
         "</BANKID><ACCTID>12345678</ACCTID><ACCTTYPE>CHECKING</ACCTTYPE></BANKACCTFROM>"
         "<BANKTRANLIST><DTSTART>20250301</DTSTART><DTEND>20250331</DTEND>\n" +
         repeated(
             bytes,
             [](std::uint64_t n) {
               const std::string number = std::to_string(n);
               return "<STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20250304</DTPOSTED><TRNAMT>" +
                      std::to_string(n % 5000 + 1) + ".45</TRNAMT><FITID>F" + number +
                      "</FITID><NAME>Marsh &amp; Sons</NAME><MEMO>INVOICE " + number +
                      " RENT OF THE GARDEN</MEMO></STMTTRN>\n";
             }) +
         "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
}

/// A camt.053 with one payment in each entry, laid out in lines.
inline std::string camt_of(std::size_t bytes) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\n<BkToCstmrStmt>\n"
         "<GrpHdr><MsgId>M1</MsgId><CreDtTm>2025-04-01T06:00:00</CreDtTm></GrpHdr>\n<Stmt>\n"
         "<Id>S1</Id><ElctrncSeqNb>3</ElctrncSeqNb><CreDtTm>2025-04-01T06:00:00</CreDtTm>\n"
         "<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>\n"
         "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">1000.00</Amt>"
         "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2025-03-01</Dt></Dt></Bal>\n" +
         repeated(bytes,
                  [](std::uint64_t n) {
                    const std::string number = std::to_string(n);
                    return "  <Ntry>\n    <Amt Ccy=\"EUR\">" + std::to_string(n % 5000 + 1) +
                           ".45</Amt>\n    <CdtDbtInd>CRDT</CdtDbtInd>\n    <Sts>BOOK</Sts>\n"
                           "    <BookgDt><Dt>2025-03-04</Dt></BookgDt>\n"
                           "    <ValDt><Dt>2025-03-05</Dt></ValDt>\n    <AcctSvcrRef>B" +
                           number +
                           "</AcctSvcrRef>\n    <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>"
                           "<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\n    <NtryDtls>\n"
                           "      <TxDtls>\n        <Refs><EndToEndId>E" +
                           number +
                           "</EndToEndId></Refs>\n        <RltdPties>\n          <Dbtr><Nm>Orla "
                           "Fenwick</Nm></Dbtr>\n          <DbtrAcct><Id><IBAN>"
                           "DE89370400440532013000</IBAN></Id></DbtrAcct>\n        </RltdPties>\n"
                           "        <RltdAgts><DbtrAgt><FinInstnId><BIC>ABCDDEFFXXX</BIC>"
                           "</FinInstnId></DbtrAgt></RltdAgts>\n        <RmtInf><Ustrd>invoice " +
                           number +
                           " rent of the garden in March</Ustrd></RmtInf>\n      </TxDtls>\n"
                           "    </NtryDtls>\n  </Ntry>\n";
                  }) +
         "</Stmt>\n</BkToCstmrStmt>\n</Document>\n";
}

/// A British bank's table, newest entry first, read by a profile.
inline std::string csv_of(std::size_t bytes) {
  return "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit "
         "Amount,Credit Amount,Balance\n" +
         repeated(bytes, [](std::uint64_t n) {
           const std::string number = std::to_string(n);
           const std::string amount = std::to_string(n % 5000 + 1) + ".45";
           return "04/03/2025,FPI,'20-11-22,12345678,INVOICE " + number + " RENT OF THE GARDEN," +
                  (n % 2 == 0 ? amount + "," : "," + amount) + "," + number + ".50\n";
         });
}

/// The project's own table.
inline std::string canonical_of(std::size_t bytes) {
  return "account,booked_at,amount,currency,balance,counterparty_account,counterparty_name,"
         "description,reference\n" +
         repeated(bytes, [](std::uint64_t n) {
           const std::string number = std::to_string(n);
           return "20-11-22 12345678,2025-03-04," + std::to_string(n % 5000 + 1) +
                  ".45,GBP,,20-33-44 87654321,Orla Fenwick,INVOICE " + number +
                  " RENT OF THE GARDEN,R" + number + "\n";
         });
}

inline std::string qif_of(std::size_t bytes) {
  return "!Type:Bank\n" + repeated(bytes, [](std::uint64_t n) {
           const std::string number = std::to_string(n);
           return "D25/03/2025\nT" + std::to_string(n % 5000 + 1) + ".45\nPOrla Fenwick\nN" +
                  number + "\nMINVOICE " + number + " RENT OF THE GARDEN\n^\n";
         });
}

/// One account on one day, with trailers that hold.
inline std::string bai2_of(std::size_t bytes) {
  std::uint64_t entries = 0;
  std::uint64_t sum = 0;
  const std::string body = repeated(bytes, [&](std::uint64_t n) {
    const std::string number = std::to_string(n);
    ++entries;
    sum += n % 5000 + 100;
    return "16,195," + std::to_string(n % 5000 + 100) + ",Z,B" + number + ",C" + number +
           ",ORLA FENWICK\n88,INVOICE " + number + " RENT OF THE GARDEN\n";
  });
  const std::string total = std::to_string(sum + 100000);
  const std::string records = std::to_string(2 * entries + 2);
  return "01,122099999,123456789,250304,2359,1,,,2/\n02,031001234,122099999,1,250304,2359,GBP,2/\n"
         "03,0123456789,GBP,015,100000,,/\n" +
         body + "49," + total + "," + records + "/\n98," + total + ",1," +
         std::to_string(2 * entries + 4) + "/\n99," + total + ",1," +
         std::to_string(2 * entries + 6) + "/\n";
}

/// The table of `csv_of` as a workbook; its bytes are packed, so that `bytes` are those of a sheet.
inline std::string xlsx_of(std::size_t bytes) {
  std::uint64_t row = 1;
  const auto words = [&](char column, const std::string& text) {
    return std::string("<c r=\"") + column + std::to_string(row) + "\" t=\"inlineStr\"><is><t>" +
           text + "</t></is></c>";
  };
  const auto number = [&](char column, const std::string& text) {
    return std::string("<c r=\"") + column + std::to_string(row) + "\"><v>" + text + "</v></c>";
  };
  std::string rows = "<row r=\"1\">";
  char column = 'A';
  for (const char* const title :
       {"Transaction Date", "Transaction Type", "Sort Code", "Account Number",
        "Transaction Description", "Debit Amount", "Credit Amount", "Balance"}) {
    rows += words(column++, title);
  }
  rows += "</row>" + repeated(bytes, [&](std::uint64_t n) {
            ++row;
            const std::string amount = std::to_string(n % 5000 + 1) + ".45";
            return "<row r=\"" + std::to_string(row) + "\">" +
                   ("<c r=\"A" + std::to_string(row) + "\" s=\"1\"><v>45720</v></c>") +
                   words('B', "FPI") + words('C', "20-11-22") + words('D', "12345678") +
                   words('E', "INVOICE " + std::to_string(n) + " RENT OF THE GARDEN") +
                   number(n % 2 == 0 ? 'F' : 'G', amount) + number('H', std::to_string(n) + ".5") +
                   "</row>";
          });
  return workbook_of({{{"Sheet1", std::move(rows)}}, "", some_styles()});
}

}  // namespace recoup
