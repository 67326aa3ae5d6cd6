#include "entry_chunk.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "entry_doubts.hpp"
#include "run_writer.hpp"
#include "store_support.hpp"
#include "text_numbers.hpp"

namespace recoup {
namespace {

__extension__ using WideBits = unsigned __int128;

/// Entries of every shape there is, by seed.
std::vector<Transaction> any_entries(std::uint32_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  const Currency currencies[] = {gbp, eur, jpy, eth};
  std::vector<Transaction> entries;
  for (std::size_t i = 0; i < count; ++i) {
    Transaction one = entry("account " + std::to_string(random() % 5), 0, i + 2);
    const auto wide = [&] {
      const WideBits bits = WideBits{random()} << 64U | random();
      return static_cast<Int128>(bits) >> (random() % 128);
    };
    const Currency currency = currencies[random() % 8 < 5 ? 0 : random() % 4];
    one.amount = Money(wide(), currency);
    one.balance.reset();
    if (random() % 4 != 0) one.balance = Money(wide(), random() % 6 == 0 ? eur : currency);
    const CivilTime civil{static_cast<std::int64_t>(random() % 2000000000000000) -
                          1000000000000000};
    if (random() % 3 == 0) one.booked_at = BookingTime(civil, std::nullopt);
    if (random() % 5 == 0) one.booked_at = BookingTime(civil, static_cast<std::int16_t>(random()));
    if (random() % 3 == 0) one.booked_at = BookingTime(civil.date());
    if (random() % 4 == 0) one.statement = static_cast<std::uint32_t>(random());
    if (random() % 4 == 0) one.value_date = civil.date() + std::chrono::days(random() % 9);
    if (random() % 4 == 0) one.details = {{"code", "NTRF"}, {"", std::string(random() % 300, 'd')}};
    if (random() % 9 == 0) one.line = random() >> 1U;
    entries.push_back(one);
  }
  return entries;
}

/// What a run writer gives out, put back into the order of the document.
std::vector<Transaction> written_and_read(const std::vector<Transaction>& entries, RunSizes sizes) {
  std::vector<std::pair<std::uint64_t, Transaction>> read;
  std::vector<std::pair<std::uint32_t, Transaction>> named;
  std::vector<std::string> chunks;
  const auto take = [&](const RunChunk& chunk) -> Result<void> {
    chunks.emplace_back(chunk.bytes);
    return {};
  };
  RunWriter writer(sizes, take, std::nullopt);
  for (const Transaction& one : entries) EXPECT_TRUE(writer.add(view_of(one)).has_value());
  EXPECT_TRUE(writer.finish().has_value());
  for (const std::string& chunk : chunks) {
    ChunkReader reader(chunk);
    ChunkEntry next;
    while (reader.next(next)) {
      const std::string account(writer.accounts().text(next.account));
      read.emplace_back(next.position, transaction_of(next.view, account));
    }
    EXPECT_FALSE(reader.is_broken());
  }
  std::stable_sort(read.begin(), read.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Transaction> ordered;
  for (auto& [position, one] : read) {
    EXPECT_EQ(position, ordered.size());
    ordered.push_back(std::move(one));
  }
  return ordered;
}

TEST(EntryChunk, EveryShapeOfAnEntryComesBackHoweverItIsCut) {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const std::vector<Transaction> entries = any_entries(seed, 300);
    EXPECT_EQ(written_and_read(entries, {}), entries) << seed;
    EXPECT_EQ(written_and_read(entries, {7, 1U << 20U, 100}), entries) << seed;
    EXPECT_EQ(written_and_read(entries, {1, 1, 1}), entries) << seed;
  }
}

TEST(EntryChunk, HasTheAccountsInOrderWithinARun) {
  std::vector<std::uint32_t> accounts;
  const auto take = [&](const RunChunk& chunk) -> Result<void> {
    ChunkReader reader(chunk.bytes);
    ChunkEntry next;
    while (reader.next(next)) accounts.push_back(next.account);
    EXPECT_EQ(accounts.back(), chunk.last_account);
    return {};
  };
  RunWriter writer({}, take, std::nullopt);
  for (const Transaction& one : any_entries(1, 500)) {
    ASSERT_TRUE(writer.add(view_of(one)).has_value());
  }
  ASSERT_TRUE(writer.finish().has_value());
  EXPECT_EQ(accounts.size(), 500U);
  EXPECT_TRUE(std::is_sorted(accounts.begin(), accounts.end()));
}

TEST(EntryChunk, ThatBreaksOffOrWasChangedIsFoundOrReadsAsAnother) {
  ChunkWriter writer;
  const std::vector<Transaction> entries = any_entries(3, 40);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    writer.add({static_cast<std::uint32_t>(i / 8), i, view_of(entries[i])});
  }
  const std::string bytes(writer.take());
  const auto read_all = [](std::string_view chunk) {
    ChunkReader reader(chunk);
    ChunkEntry next;
    std::size_t count = 0;
    while (reader.next(next)) ++count;
    return std::pair(count, reader.is_broken());
  };
  EXPECT_EQ(read_all(bytes), std::pair(entries.size(), false));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_TRUE(read_all(std::string_view(bytes).substr(0, size)).second) << size;
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    for (const unsigned bit : {0U, 3U, 7U}) {
      changed[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
      EXPECT_LE(read_all(changed).first, bytes.size());
    }
  }
}

TEST(TextNumbers, AreGivenInTheOrderOfTheTexts) {
  TextNumbers numbers;
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < 20000; ++i) {
      ASSERT_EQ(numbers.number("account " + std::to_string(i)), i);
    }
  }
  EXPECT_EQ(numbers.size(), 20000U);
  EXPECT_EQ(numbers.text(19999), "account 19999");
  EXPECT_EQ(numbers.number(""), 20000U);
  EXPECT_EQ(numbers.text(20000), "");
  EXPECT_EQ(numbers.number(std::string("account 1\0", 10)), 20001U);
}

/// Whether the account is doubtful after entries of these amounts, balances and references.
struct Shown {
  int amount;
  std::optional<int> balance;
  std::string reference;
  Currency currency = gbp;
};
bool is_doubtful(const std::vector<Shown>& lines) {
  EntryDoubts doubts(1000);
  for (const Shown& line : lines) {
    Transaction one = entry("A", 0, 1);
    one.amount = Money(line.amount, line.currency);
    one.balance.reset();
    if (line.balance) one.balance = Money(*line.balance, line.currency);
    one.reference = line.reference;
    doubts.look_at(3, view_of(one));
  }
  return doubts.is_doubtful(3);
}

TEST(EntryDoubts, AreRaisedByABalanceACurrencyOrAReference) {
  EXPECT_FALSE(is_doubtful({}));
  EXPECT_FALSE(is_doubtful({{5, 105, "a"}, {-3, 102, "b"}, {1, {}, ""}, {1, 104, ""}}));
  EXPECT_FALSE(is_doubtful({{5, {}, ""}, {5, 30, ""}, {5, 35, ""}}));
  EXPECT_TRUE(is_doubtful({{5, 105, "a"}, {-3, 103, "b"}}));
  EXPECT_TRUE(is_doubtful({{5, 105, "a"}, {-3, {}, "b"}, {1, 105, "c"}}));
  EXPECT_TRUE(is_doubtful({{5, {}, "a"}, {-3, {}, "a"}}));
  EXPECT_TRUE(is_doubtful({{5, {}, "a"}, {-3, {}, "b", eur}}));
}

}  // namespace
}  // namespace recoup
