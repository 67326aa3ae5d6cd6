// Accounts, messages and words of MT940 documents.
#include <gtest/gtest.h>

#include <algorithm>

#include "import_of.hpp"

namespace recoup {
namespace {

/// The only entry of a statement with these words in its :86:.
Transaction entry_with(const std::string& words,
                       const std::string& line = "250304D3,50NTRFNONREF") {
  const Import import = import_of(":20:R\n:25:1\n:60F:C250304EUR9,00\n:61:" + line +
                                      "\n:86:" + words + "\n:62F:C250304EUR5,50\n",
                                  "mt940");
  EXPECT_EQ(import.transactions.size(), 1U) << words;
  return import.transactions.empty() ? Transaction{{}, {}, Money(0, eur), {}, {}, {}, {}, {}}
                                     : import.transactions[0];
}

std::vector<std::string> values_of(const Transaction& entry, std::string_view name) {
  std::vector<std::string> values;
  for (const EntryDetail& detail : entry.details) {
    if (detail.name == name) values.push_back(detail.value);
  }
  return values;
}

using Values = std::vector<std::string>;

bool notes_say(const Import& import, std::string_view words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

/// A whole message of an account, with one entry.
std::string message_of(const std::string& account, int cents) {
  return ":20:M\n:25:" + account + "\n:60F:C250304EUR0,00\n:61:250304C0," + std::to_string(cents) +
         "NTRFNONREF\n:62F:C250304EUR0," + std::to_string(cents) + "\n";
}

TEST(Mt940Narrative, PutsSubfieldsTogether) {
  for (const std::string separator : {"?", "<", ">", "~"}) {
    std::string words =
        "166?00GIRO PAID?109310?20EREF+INV-77 OF MAR?21CH?22MREF+M-5?23SVWZ+Garden "
        "wo?24rk?30ABCDDEFF?31DE89370400440532013000?32Orla Fen?33wick?34992?60 and more";
    std::string other;
    for (const char c : words) other += c == '?' ? separator : std::string(1, c);
    const Transaction entry = entry_with(other);
    EXPECT_EQ(entry.description,
              "GIRO PAID\nEREF+INV-77 OF MARCHMREF+M-5SVWZ+Garden work and more");
    EXPECT_EQ(entry.counterparty_account, "DE89370400440532013000");
    EXPECT_EQ(entry.counterparty_name, "Orla Fenwick");
    EXPECT_EQ(values_of(entry, "code"), (Values{"NTRF", "166"}));
    EXPECT_EQ(values_of(entry, "end_to_end"), Values{"INV-77 OF MARCH"});
    EXPECT_EQ(values_of(entry, "mandate"), Values{"M-5"});
  }
}

TEST(Mt940Narrative, EndsACodeWordWhereTheNextBegins) {
  const Transaction entry = entry_with(
      "105?00DEBIT?20EREF+A-9?21MTLG:no such account?22MREF+M 5 IBAN: "
      "DE00?23IBAN+GB82WEST1234569876"
      "?245432 BIC+WESTGB2L");
  EXPECT_EQ(values_of(entry, "end_to_end"), Values{"A-9"});
  EXPECT_EQ(values_of(entry, "mandate"), Values{"M 5"});
  EXPECT_EQ(entry.counterparty_account, "GB82WEST12345698765432");
  EXPECT_EQ(
      values_of(entry_with("105?20EREF+a value of more than thirty-five characters"), "end_to_end"),
      Values{});
}

TEST(Mt940Narrative, ReadsSubfieldsWithoutAKindOfEntry) {
  const Transaction entry = entry_with("~20rent~31123~32Ann");
  EXPECT_EQ(entry.description, "rent");
  EXPECT_EQ(entry.counterparty_name, "Ann");
  EXPECT_EQ(entry.counterparty_account, "123");
  EXPECT_EQ(values_of(entry, "code"), Values{"NTRF"});
}

TEST(Mt940Narrative, PartsWordsFromAReferenceThatIsFilledUp) {
  const Transaction entry = entry_with("rent", "250304D3,50N060P000029225      KPN - MOBIEL");
  EXPECT_EQ(values_of(entry, "customer_reference"), Values{"P000029225"});
  EXPECT_EQ(entry.description, "KPN - MOBIEL\nrent");
}

TEST(Mt940Narrative, JoinsSubfieldsThatALineEndCutsInTwo) {
  const Transaction entry =
      entry_with("051?00TRANSFER?20ren\nt of Ma?\n21rch?3\n020041010?3112\n34");
  EXPECT_EQ(entry.description, "TRANSFER\nrent of March");
  EXPECT_EQ(entry.counterparty_account, "20041010/1234");
}

TEST(Mt940Narrative, ReadsCodeWordsBetweenSlashes) {
  const Transaction entry = entry_with(
      "/TRTP/SEPA/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/W. DE WI\nT/REMI/a/b and c/EREF/"
      "NOTPROVIDED/MARF/M1");
  EXPECT_EQ(entry.counterparty_account, "NL91ABNA0417164300");
  EXPECT_EQ(entry.counterparty_name, "W. DE WIT");
  EXPECT_EQ(values_of(entry, "end_to_end"), Values{});
  EXPECT_EQ(values_of(entry, "mandate"), Values{"M1"});
  const Transaction other =
      entry_with("/EREF/E-1//CNTP/NL02INGB0000000001/INGBNL2A/P Vos///REMI/USTD//rent/");
  EXPECT_EQ(other.counterparty_account, "NL02INGB0000000001");
  EXPECT_EQ(other.counterparty_name, "P Vos");
  EXPECT_EQ(values_of(other, "end_to_end"), Values{"E-1"});
}

TEST(Mt940Narrative, KeepsFreeTextLineByLine) {
  EXPECT_EQ(entry_with("123 HIGH STREET\n\n  50% off?\n- a dash\n:note: what").description,
            "123 HIGH STREET\n\n  50% off?\n- a dash\n:note: what");
  EXPECT_EQ(entry_with("first\n:86:second").description, "first\nsecond");
  EXPECT_EQ(entry_with("").description, "");
}

TEST(Mt940Narrative, ReadsOriginalAmountAndChargesBesideTheEntry) {
  const Transaction entry =
      entry_with("x", "250304D3,50NTRFNONREF//B1\n/OCMT/USD4,2/CHGS/EUR0,5/EXCH/1,2000");
  EXPECT_EQ(values_of(entry, "original_amount"), Values{"USD 4.20"});
  EXPECT_EQ(values_of(entry, "charge"), Values{"EUR 0.50"});
  EXPECT_EQ(values_of(entry, "exchange_rate"), Values{"1,2000"});
  EXPECT_EQ(entry.description, "/OCMT/USD4,2/CHGS/EUR0,5/EXCH/1,2000\nx");
}

TEST(Mt940Narrative, ReadsTheNumberedLinesOfMultiCash) {
  const Import import = import_of(
      ":20:R\n:25:1\n:60F:C250304HUF9,00\n:61:2503040304DF3,00S   X\n:NS:01water\n15Aqua\n16Works\n"
      "3310918001\n340000004242\n:62F:C250304HUF6,00\n",
      "mt940");
  ASSERT_EQ(import.transactions.size(), 1U);
  EXPECT_EQ(import.transactions[0].counterparty_name, "AquaWorks");
  EXPECT_EQ(import.transactions[0].counterparty_account, "10918001/0000004242");
  EXPECT_EQ(import.transactions[0].description,
            "01water\n15Aqua\n16Works\n3310918001\n340000004242");
}

TEST(Mt940Narrative, TakesAnIbanFromTheEntryLineOnlyWithRightCheckDigits) {
  EXPECT_EQ(entry_with("x", "250304D3,50NIDBNL91ABNA0417164300").counterparty_account,
            "NL91ABNA0417164300");
  EXPECT_EQ(entry_with("x", "250304D3,50N102EREF\nNL91ABNA0417164300").counterparty_account,
            "NL91ABNA0417164300");
  EXPECT_EQ(entry_with("x", "250304D3,50NIDBNL92ABNA0417164300").counterparty_account, "");
}

TEST(Mt940Narrative, DoesNotTakeATimeOfDayForAField) {
  const Transaction entry = entry_with("at 2025-03-04T11\n:20:37 in York\n:26:11 and\n:08 more");
  EXPECT_EQ(entry.description, "at 2025-03-04T11\n:20:37 in York\n:26:11 and\n:08 more");
}

TEST(Mt940Narrative, RejectsAnEntryWithControlCharactersInItsWords) {
  const Import import =
      import_of(":20:R\n:25:1\n:61:250304C1,00NTRFNONREF\n:86:bell \x07\n", "mt940");
  EXPECT_NE(rejection_of(import).find("text without control characters"), std::string::npos);
}

TEST(Mt940Message, ReadsBlocksTrailersAndPreamblesAroundMessages) {
  const Import import = import_of(
      "{1:F01ABCDGB2LAXXX0000000000}{2:O9401200250304ABCDGB2LAXXX00000000002503041200N}{4:\n" +
          message_of("A1", 11) + "-}{5:{CHK:1}}{1:F01ABCD}{2:I940ABCDN}{4:\n" +
          message_of("A2", 12) + "-}\n$\nABCDGB2L\n940\nABCDGB2L\n" + message_of("A3", 13) +
          "-XXX\n\n:940:\n" + message_of("A4", 14) + "\n" + message_of("A5", 15),
      "mt940");
  ASSERT_EQ(import.statements.size(), 5U);
  ASSERT_EQ(import.transactions.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(import.statements[i].account, "A" + std::to_string(i + 1));
    EXPECT_EQ(import.transactions[i].statement, i + 1);
    EXPECT_EQ(import.transactions[i].amount, Money(static_cast<int>(11 + i), eur));
  }
  EXPECT_TRUE(notes_say(import, "3 lines outside of all messages"));
  EXPECT_TRUE(import.rejections.empty());
}

TEST(Mt940Message, RefusesOtherMessagesByTheirNumber) {
  const Import import = import_of("{1:F01ABCD}{2:I103ABCDN}{4:\n:20:X\n:32A:250304EUR1,00\n-}\n" +
                                      ("{1:F01ABCD}{2:I942ABCDN}{4:\n" + message_of("B", 10)),
                                  "mt940");
  EXPECT_EQ(rejection_of(import),
            "a.txt:2: :20:: found a message of type 103; expected MT940, MT941, MT942 or MT950");
  EXPECT_EQ(import.statements.size(), 1U);
}

TEST(Mt940Message, RejectsWhatStandsBehindTheEndOfAMessage) {
  const Import import = import_of(
      message_of("B", 10) + "-\n:61:250305C7,00NTRFNONREF\n:86:of nobody\n" + message_of("C", 20),
      "mt940");
  EXPECT_EQ(import.transactions.size(), 2U);
  EXPECT_NE(rejection_of(import).find("a field behind the end of its message"), std::string::npos);
  EXPECT_EQ(import.rejections[0].record, ":61:250305C7,00NTRFNONREF\n:86:of nobody");
}

TEST(Mt940Message, CarriesOnAStatementBehindAPrematureEnd) {
  const Import import = import_of(
      ":20:R\n:25:1\n:60F:C250304EUR0,00\n-\n:61:250304C1,00NTRFNONREF\n:62F:C250304EUR1,00\n-\n",
      "mt940");
  EXPECT_EQ(import.statements.size(), 1U);
  EXPECT_EQ(import.transactions.size(), 1U);
  EXPECT_TRUE(notes_say(import, "an end of a message within a statement"));
}

TEST(Mt940Message, BeginsAStatementAtANewOpeningBalance) {
  const Import import =
      import_of(message_of("B", 10) + ":60F:C250305EUR0,10\n:62F:C250305EUR0,10\n", "mt940");
  ASSERT_EQ(import.statements.size(), 2U);
  EXPECT_EQ(import.statements[1].account, "B");
  EXPECT_TRUE(notes_say(import, "carries on the account before it"));
}

TEST(Mt940Message, RejectsASecondAccountInAStatement) {
  const Import import =
      import_of(":20:R\n:25:1\n:60F:C250304EUR0,00\n:25:2\n:61:250304C1,00NTRFNONREF\n", "mt940");
  EXPECT_EQ(rejection_of(import),
            "a.txt:4: :25:: found \"2\"; expected one account in a statement");
  EXPECT_EQ(import.transactions[0].account, "1");
}

TEST(Mt940Message, NamesAccountsAsTheBankDoes) {
  for (const std::string account :
       {"20041010/0123456789", "ABCDGB2L/0123456789", "70011110/4005287001EUR", "1291.99.348EUR",
        "GB82WEST12345698765432", "NL92ABNA0417164300EUR"}) {
    EXPECT_EQ(import_of(message_of(account, 10), "mt940").statements[0].account, account);
  }
  for (const std::string account : {"NL91ABNA0417164300EUR", "NL91ABNA0417164300 EUR"}) {
    const Import import = import_of(message_of(account, 10), "mt940");
    EXPECT_EQ(import.statements[0].account, "NL91ABNA0417164300");
    EXPECT_TRUE(notes_say(import, "the currency behind the IBAN"));
  }
}

TEST(Mt940Message, SaysWhatItAssumesOfAFragment) {
  const std::string bytes = ":61:250304C1,00NTRFNONREF\n";
  const Document document = make_document("f", bytes);
  const Import import = import_of(bytes, "mt940");
  EXPECT_EQ(import.transactions[0].account, "unnamed account " + document.digest.short_text());
  EXPECT_EQ(import.transactions[0].amount, Money(100, gbp));
  EXPECT_TRUE(notes_say(import, "--account"));
  EXPECT_TRUE(notes_say(import, "--currency"));
  ImportOptions options;
  options.account = "mine";
  options.currency = "USD";
  const auto told = import_document(document, options);
  ASSERT_TRUE(told);
  EXPECT_EQ(told.value().transactions[0].account, "mine");
  EXPECT_EQ(told.value().transactions[0].amount, Money(100, usd));
  options.currency = "usd";
  EXPECT_EQ(import_document(document, options).error().code, ErrorCode::usage);
}

TEST(Mt940Message, AssumesNoCurrencyWhereThereIsNoAmount) {
  const Import import = import_of(":20:R\n:25:1\n", "mt940");
  EXPECT_FALSE(import.statements[0].currency);
  EXPECT_EQ(import.notes.size(), 1U);
  EXPECT_EQ(import_of(message_of("1", 10), "mt940").statements[0].currency, eur);
}

TEST(Mt940Message, SaysThatAnInterimReportIsNoStatement) {
  const Import import = import_of(
      ":20:R\n:25:1\n:34F:GBP0,\n:13D:2503041200+0000\n:61:250304C1,00NTRFNONREF\n", "mt940");
  EXPECT_TRUE(notes_say(import, "an interim report (MT942)"));
  EXPECT_EQ(import.transactions.size(), 1U);
}

TEST(Mt940Message, ReadsOtherEncodingsAndSaysSo) {
  const auto description = [](const std::string& currency, const std::string& words,
                              std::string_view encoding) {
    const Import import = import_of(":20:R\n:25:1\n:60F:C250304" + currency +
                                        "0,00\n:61:250304C1,00NTRFNONREF\n:86:" + words + "\n",
                                    "mt940");
    EXPECT_EQ(import.notes[0], "read as " + std::string(encoding));
    return import.transactions[0].description;
  };
  EXPECT_EQ(description("EUR", "M\xC3\xBCller", "UTF-8"), "M\xC3\xBCller");
  EXPECT_EQ(description("EUR", "M\xFCller", "windows-1252"), "M\xC3\xBCller");
  EXPECT_EQ(description("EUR", "M\x81ller", "code page 850"), "M\xC3\xBCller");
  EXPECT_EQ(description("HUF", "\xFB\x81", "code page 852"), "\xC5\xB1\xC3\xBC");
  const std::string pine =
      "Jod\xC5\x82owa, \xC5\x9A"
      "cie\xC5\xBCka";
  EXPECT_EQ(description("PLN",
                        "Jod\xB3owa, \x8C"
                        "cie\xBFka",
                        "windows-1250"),
            pine);
  EXPECT_EQ(description("PLN",
                        "Jod\xB3owa, \xA6"
                        "cie\xBFka",
                        "ISO-8859-2"),
            pine);
  EXPECT_EQ(description("PLN",
                        "Jod\x88owa, \x97"
                        "cie\xBEka",
                        "code page 852"),
            pine);
  EXPECT_EQ(description("PLN", "M\xF3wi M\xFCller", "windows-1252"), "M\xC3\xB3wi M\xC3\xBCller");
  EXPECT_EQ(description("EUR", "Jod\xB3owa", "windows-1252"), "Jod\xC2\xB3owa");
}

TEST(Mt940Message, IsRecognisedByItsFirstField) {
  const auto format = [](std::string_view bytes) {
    return detect_format(make_document("x", std::string(bytes)));
  };
  EXPECT_EQ(format("\r\n:20:STARTUMS\r\n"), "mt940");
  EXPECT_EQ(format("{1:F01ABCDGB2L}{2:"), "mt940");
  EXPECT_EQ(format("ABCDGB2L\n940\nABCDGB2L\n:20:X\n"), "mt940");
  EXPECT_EQ(format("\x01\n:20:X\n"), "mt940");
  EXPECT_EQ(format("Dear Sir,\n\nI write at 10:20: it is late\n"), "");
  EXPECT_EQ(format("{\"a\": 1}"), "case");
  EXPECT_EQ(refusal_of("1\n2\n3\n", "mt940").substr(0, 55),
            "a.txt:1: found no field of an MT940 or MT942 message; e");
}

}  // namespace
}  // namespace recoup
