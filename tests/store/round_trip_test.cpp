#include <gtest/gtest.h>

#include <limits>

#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

__extension__ using Bits = unsigned __int128;

constexpr Int128 most = static_cast<Int128>(~Bits{0} >> 1U);
constexpr Int128 least = -most - 1;

Transaction plain_entry(Money amount, std::optional<Money> balance, std::uint64_t line) {
  return {"A", BookingTime(parse_date("2025-01-01").value()), amount, balance, "", "", "", "",
          line};
}

/// What comes back of `import` after it was saved and the store opened again.
Import saved_and_read(const Import& import) {
  const StoreFolder folder;
  const Document document = make_document("d.csv", "d");
  {
    const auto saved = open_or_fail(folder.store())->save(document, import, by_anna());
    EXPECT_TRUE(saved.has_value()) << message(saved.error());
  }
  return open_or_fail(folder.store())->document_records(document.digest).value();
}

TEST(RoundTrip, EveryFieldOfAnEntryComesBack) {
  Import import;
  import.transactions.push_back(entry("20-11-22 12345678", -125005, 7));
  import.transactions.push_back(entry("GB29NWBK60161331926819", 99, 3));
  import.transactions[1].description = "Zo\xC3\xAB \xE2\x80\x94 \"quoted\", line\nbreak";
  import.transactions[1].balance = Money(-5, usd);
  import.transactions[1].line = std::numeric_limits<std::int64_t>::max();
  EXPECT_EQ(saved_and_read(import), import);
}

TEST(RoundTrip, EveryFormOfABookingTimeComesBack) {
  Import import;
  for (const char* text :
       {"2025-03-04", "1969-12-31", "0001-01-01", "9999-12-31T23:59:59.999999",
        "2025-03-04T00:00:00", "2025-03-04T09:15:00.25Z", "2025-03-04T09:15:00+01:00",
        "2025-03-04T09:15:00-05:30", "1969-12-31T23:59:59.000001-18:59"}) {
    import.transactions.push_back(plain_entry(Money(1, gbp), std::nullopt, 1));
    import.transactions.back().booked_at = BookingTime::parse(text).value();
  }
  EXPECT_EQ(saved_and_read(import), import);
}

TEST(RoundTrip, AmountsAtTheBordersOf64And128BitsComeBack) {
  const Int128 big = static_cast<Int128>(1) << 63;
  Import import;
  for (const Int128 minor : {Int128{0}, Int128{-1}, big - 1, big, big + 1, -big, -big - 1, -big + 1,
                             2 * big, -2 * big, most, most - 1, least, least + 1}) {
    import.transactions.push_back(plain_entry(Money(minor, eth), Money(minor, eth), 1));
    import.transactions.push_back(plain_entry(Money(minor, eth), Money(minor, btc), 2));
    import.balances.push_back({"B", StatementBalance::Kind::opening,
                               parse_date("2024-02-29").value(), Money(minor, jpy), 9});
  }
  EXPECT_EQ(saved_and_read(import), import);
}

TEST(RoundTrip, AHundredThousandRandomAmountsComeBack) {
  std::mt19937_64 random(20250602);
  Import import;
  for (std::uint64_t i = 0; i < 100000; ++i) {
    const auto amount = [&] {
      const Bits bits = Bits{random()} << 64U | random();
      return static_cast<Int128>(bits) >> (random() % 128);
    };
    const Money minor(amount(), eth);
    import.transactions.push_back(
        plain_entry(minor, i % 3 == 0 ? std::nullopt : std::optional(Money(amount(), eth)), i));
  }
  EXPECT_TRUE(saved_and_read(import) == import);
}

Seizure full_seizure() {
  Seizure seizure;
  seizure.id = "SZ-1";
  seizure.operation = "Operation Larch";
  seizure.case_id = "OP-1";
  seizure.kind = SeizureKind::drugs;
  seizure.seized_at = BookingTime::parse("2025-02-03T04:05:06+01:00").value();
  seizure.place = "Dover";
  seizure.from_whom = "B. Jones";
  seizure.amount = Money(4000000, gbp);
  seizure.quantity = "2 blocks";
  seizure.drugs = DrugQuantity{"cocaine", most, "78.5", Money(3500000, eur), "NCA 2024"};
  seizure.notes = {{Money(2000, gbp), 1999}, {Money(5000, eur), 3}};
  seizure.exhibit = "BJ/1";
  seizure.seal = "S0001";
  seizure.power = "POCA 2002 s.294";
  seizure.status = "detained";
  seizure.orders = {{"detention", BookingTime::parse("2025-02-05").value(), std::nullopt},
                    {"forfeiture", BookingTime::parse("2025-03-05T10:00:00Z").value(),
                     parse_date("2025-08-04").value()}};
  seizure.line = 17;
  return seizure;
}

TEST(RoundTrip, EveryFieldOfASeizureComesBack) {
  Import import;
  import.seizures = {full_seizure(), Seizure{}, full_seizure()};
  import.seizures[1].id = "SZ-2";
  import.seizures[2].drugs->unit_price.reset();
  import.seizures[2].drugs->drug.clear();
  EXPECT_EQ(saved_and_read(import), import);
}

TEST(RoundTrip, EveryFieldOfAFactAndOfARejectionComesBack) {
  Import import;
  import.format = "case";
  import.version = "3.1";
  import.notes = {"", "two", "two"};
  const CaseFact::Kind kinds[] = {CaseFact::Kind::text, CaseFact::Kind::number,
                                  CaseFact::Kind::truth, CaseFact::Kind::none};
  for (std::uint32_t i = 0; i < 4; ++i) {
    import.facts.push_back({"OP-1", "sources", "S" + std::to_string(9 - i), 4294967295U - i,
                            "benefit.amount", kinds[i], "12.50", i});
  }
  import.rejections = {{{ErrorCode::out_of_range,
                         std::string("f\0g", 3),
                         "\xFF\xFE",
                         { "x.csv",
                           3,
                           "amount" }},
                        std::string("re\0cord\xC3", 8)},
                       { {ErrorCode::usage, "", "", {}},
                         "" }};
  EXPECT_EQ(saved_and_read(import), import);
}

TEST(RoundTrip, EveryFieldOfAStatementAndOfWhatIsHeldBackComesBack) {
  Import import;
  import.profile = "Northern Bank 2";
  Statement statement;
  statement.account = "20-11-22 12345678";
  statement.currency = eur;
  statement.number = "00131/001";
  statement.from = parse_date("2025-03-01").value();
  statement.until = parse_date("2025-03-31").value();
  statement.opening = Money(most, eth);
  statement.opening_date = parse_date("2025-02-28").value();
  statement.opening_is_intermediate = true;
  statement.closing = Money(-5, jpy);
  statement.closing_date = parse_date("2025-04-01").value();
  statement.closing_is_intermediate = true;
  statement.first_page = 0;
  statement.last_page = 4294967295U;
  statement.pages = 7;
  statement.totals = {{"credits", "12", "13", false, 8}, {"debits", "", "0", true, 9}};
  statement.line = 3;
  import.statements = {statement, Statement{}, statement, Statement {}};
  import.statements[2].account = "A";
  import.statements[3].account = "A";
  import.totals = {{ "records of the file", "7", "8", false, 11 }};
  import.series = {{"rate EUR/USD", parse_date("2025-03-04").value(), "1.0923", 4},
                   { "rate EUR/USD",
                     parse_date("2025-03-04").value(),
                     "1.0923",
                     4 }};
  import.held_back = {{"pending", 12, std::string("held\0back", 9)}, { "", 0, "" }};
  import.balances = {
      { "C",
        StatementBalance::Kind::available,
        parse_date("2025-03-31").value(),
        Money(1, gbp),
        5,
        4 }};
  Transaction detailed = plain_entry(Money(1, gbp), std::nullopt, 1);
  detailed.statement = 4294967295U;
  detailed.value_date = parse_date("0001-01-01").value();
  detailed.details = {{"charge", "GBP 0.50"}, {"charge", ""}, {"", std::string(300, 'x')}};
  import.transactions = {detailed, plain_entry(Money(2, gbp), std::nullopt, 2)};
  EXPECT_EQ(saved_and_read(import), import);
}

TEST(RoundTrip, BytesComeBackWhateverTheirLength) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  for (const std::size_t size :
       {0UL, 1UL, (1UL << 20U) - 1, 1UL << 20U, (1UL << 20U) + 1, (5UL << 20U) + 7}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31 / 7);
    const Document document = make_document("n" + std::to_string(size), bytes);
    ASSERT_TRUE(store->save(document, {}, by_anna()).has_value());
    EXPECT_TRUE(store->document_bytes(document.digest).value() == bytes);
    EXPECT_EQ(store->document(document.digest).value().size, size);
  }
  EXPECT_TRUE(store->verify_audit().value().is_sound());
}

TEST(RoundTrip, ATextWithANulIsRefusedAndNothingIsKept) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Import import;
  import.transactions.push_back(entry("A", 1, 1));
  import.transactions.back().description = std::string("ab\0cd", 5);
  const auto saved = store->save(make_document("d", "d"), import, by_anna());
  ASSERT_FALSE(saved.has_value());
  EXPECT_EQ(saved.error().code, ErrorCode::malformed);
  EXPECT_NE(saved.error().expected.find("byte 2"), std::string::npos) << saved.error().expected;
  EXPECT_TRUE(store->documents().value().empty());
  EXPECT_TRUE(store->audit_entries().value().empty());
  EXPECT_TRUE(store->account_names().value().empty());
}

TEST(RoundTrip, ALineNumberBeyond63BitsIsRefused) {
  const StoreFolder folder;
  Import import;
  import.transactions.push_back(entry("A", 1, std::uint64_t{1} << 63U));
  const auto saved = open_or_fail(folder.store())->save(make_document("d", "d"), import, by_anna());
  ASSERT_FALSE(saved.has_value());
  EXPECT_EQ(saved.error().code, ErrorCode::out_of_range);
}

}  // namespace
}  // namespace recoup
