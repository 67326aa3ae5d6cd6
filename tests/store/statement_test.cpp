#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "recoup/store/store.hpp"
#include "store_support.hpp"

namespace recoup {
namespace {

using Texts = std::vector<std::string>;

TEST(StoreStatement, TwoLinesAlikeInEveryFieldAreTwoLines) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Import import;
  import.transactions = {entry("A", 500, 4), entry("A", 500, 4)};
  ASSERT_TRUE(store->save(make_document("d", "d"), import, by_anna()).has_value());
  const auto parts = store->statement_parts({}).value();
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].entries, import.transactions);
}

TEST(StoreStatement, EntriesOfAnAccountStandInTheOrderOfTheirDocument) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Import import;
  for (int i = 0; i < 200; ++i) {
    import.transactions.push_back(entry(i % 2 == 0 ? "B" : "A", 1000 - i, 1));
  }
  const Document document = make_document("d", "d");
  ASSERT_TRUE(store->save(document, import, by_anna()).has_value());
  const auto parts = store->statement_parts({}).value();
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].account, "A");
  EXPECT_EQ(parts[0].document, document.digest);
  ASSERT_EQ(parts[1].entries.size(), 100U);
  for (std::size_t i = 0; i < 100; ++i) {
    EXPECT_EQ(parts[0].entries[i], import.transactions[2 * i + 1]);
    EXPECT_EQ(parts[1].entries[i], import.transactions[2 * i]);
  }
}

TEST(StoreStatement, TheOrderOfImportDoesNotChangeWhatIsRead) {
  std::vector<Sample> samples;
  for (std::uint32_t seed = 0; seed < 12; ++seed) samples.push_back(statement_sample(seed, 50));
  std::optional<std::vector<StatementPart>> first;
  std::mt19937 random(7);
  for (int round = 0; round < 6; ++round) {
    const StoreFolder folder;
    const auto store = open_or_fail(folder.store());
    for (const Sample& sample : samples) {
      ASSERT_TRUE(store->save(sample.document, sample.import, by_anna("OP-1")).has_value());
    }
    const auto parts = store->statement_parts({}).value();
    EXPECT_EQ(parts.size(), 12U * 4U);
    if (!first) first = parts;
    EXPECT_TRUE(parts == *first) << "round " << round;
    EXPECT_TRUE(std::is_sorted(
        parts.begin(), parts.end(), [](const StatementPart& a, const StatementPart& b) {
          return std::tie(a.account, a.document) < std::tie(b.account, b.document);
        }));
    std::shuffle(samples.begin(), samples.end(), random);
  }
}

TEST(StoreStatement, APartHasTheStatementsOfItsAccountAndTheirNumbers) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Import import;
  import.transactions = {entry("B", 500, 4)};
  for (const char* account : {"A", "B", "", "A"}) {
    Statement statement;
    statement.account = account;
    statement.line = import.statements.size() + 10;
    statement.totals = {{"line " + std::to_string(statement.line), "1", "1", true, 2}};
    import.statements.push_back(statement);
  }
  ASSERT_TRUE(store->save(make_document("d", "d"), import, by_anna()).has_value());
  const auto parts = store->statement_parts({}).value();
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].account, "A");
  EXPECT_EQ(parts[0].statements,
            (std::vector<Statement>{import.statements[0], import.statements[3]}));
  EXPECT_EQ(parts[0].statement_numbers, (std::vector<std::uint32_t>{1, 4}));
  EXPECT_TRUE(parts[0].entries.empty());
  EXPECT_EQ(parts[1].statements, std::vector<Statement>{import.statements[1]});
  EXPECT_EQ(parts[1].statement_numbers, std::vector<std::uint32_t>{2});
  EXPECT_TRUE(store->verify_audit().value().is_sound());
}

TEST(StoreStatement, AccountsAreReadAloneOrTogether) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  for (std::uint32_t seed = 0; seed < 3; ++seed) {
    const Sample sample = statement_sample(seed, 30);
    ASSERT_TRUE(store->save(sample.document, sample.import, by_anna()).has_value());
  }
  const auto all = store->statement_parts({}).value();
  const auto some = store
                        ->statement_parts({"20-11-22 00000003", "no such", "20-11-22 00000001",
                                           "20-11-22 00000003"})
                        .value();
  std::vector<StatementPart> expected;
  std::copy_if(all.begin(), all.end(), std::back_inserter(expected), [](const StatementPart& part) {
    return part.account == "20-11-22 00000001" || part.account == "20-11-22 00000003";
  });
  EXPECT_EQ(expected.size(), 6U);
  EXPECT_TRUE(some == expected);
  EXPECT_TRUE(store->statement_parts({"no such"}).value().empty());
}

TEST(StoreStatement, AnAccountBelongsToTheCasesItsDocumentsWereHandedInFor) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Import one;
  one.transactions = {entry("B", 1, 1), entry("A", 2, 2)};
  Import two;
  two.balances = {
      {"C", StatementBalance::Kind::closing, parse_date("2025-01-01").value(), Money(0, gbp), 1}};
  two.transactions = {entry("A", 3, 3)};
  ASSERT_TRUE(store->save(make_document("1", "1"), one, by_anna("OP-1")).has_value());
  ASSERT_TRUE(store->save(make_document("2", "2"), two, by_anna("OP-2")).has_value());
  ASSERT_TRUE(store->save(make_document("1", "1"), one, by_anna("OP-3")).has_value());
  EXPECT_EQ(store->accounts_imported_under("OP-1").value(), (Texts{"A", "B"}));
  EXPECT_EQ(store->accounts_imported_under("OP-2").value(), (Texts{"A", "C"}));
  EXPECT_EQ(store->accounts_imported_under("OP-3").value(), (Texts{"A", "B"}));
  EXPECT_EQ(store->accounts_imported_under("OP-4").value(), Texts{});
  EXPECT_EQ(store->account_names().value(), (Texts{"A", "B", "C"}));
  EXPECT_EQ(store->cases().value(), (Texts{"OP-1", "OP-2", "OP-3"}));
}

TEST(StoreStatement, AStatementWithBalancesAloneIsAPart) {
  const StoreFolder folder;
  const auto store = open_or_fail(folder.store());
  Import import;
  import.balances = {
      {"C", StatementBalance::Kind::closing, parse_date("2025-01-01").value(), Money(5, gbp), 1},
      { "C",
        StatementBalance::Kind::opening,
        parse_date("2024-12-01").value(),
        Money(4, gbp),
        2 }};
  ASSERT_TRUE(store->save(make_document("d", "d"), import, by_anna()).has_value());
  const auto parts = store->statement_parts({"C"}).value();
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].balances, import.balances);
  EXPECT_TRUE(parts[0].entries.empty());
}

}  // namespace
}  // namespace recoup
