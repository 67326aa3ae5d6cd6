// Reads BAI2 files that nobody on this project wrote, where they are present beside the project,
// and compares with figures that were computed from the files by other means.
#include <gtest/gtest.h>

#include <iostream>

#include "external_figures.hpp"

namespace recoup {
namespace {

const ControlTotal* total_named(const std::vector<ControlTotal>& totals, std::string_view what) {
  const auto found = std::find_if(totals.begin(), totals.end(),
                                  [&](const ControlTotal& total) { return total.what == what; });
  return found == totals.end() ? nullptr : &*found;
}

void compare_account(const std::map<std::string, std::string>& expected, const std::string& prefix,
                     const Import& import, std::size_t index) {
  const Statement& statement = import.statements.at(index);
  EXPECT_EQ(statement.account, expected.at(prefix + "account")) << prefix;
  if (expected.at(prefix + "currency") != "null") {
    EXPECT_EQ(std::string(statement.currency->code()), expected.at(prefix + "currency"));
  }
  const auto entries =
      std::count_if(import.transactions.begin(), import.transactions.end(),
                    [&](const Transaction& entry) { return entry.statement == index + 1; });
  EXPECT_EQ(std::to_string(entries), expected.at(prefix + "transactions")) << prefix;
  const ControlTotal* const sum = total_named(statement.totals, "control total of the account");
  const ControlTotal* const records = total_named(statement.totals, "records of the account");
  ASSERT_NE(sum, nullptr) << prefix;
  ASSERT_NE(records, nullptr) << prefix;
  EXPECT_EQ(sum->computed, expected.at(prefix + "computed_control_total")) << prefix;
  EXPECT_EQ(sum->holds, expected.at(prefix + "computed_control_total") ==
                            expected.at(prefix + "stated_control_total"))
      << prefix;
  EXPECT_EQ(records->computed, expected.at(prefix + "computed_records")) << prefix;
  EXPECT_EQ(records->holds,
            expected.at(prefix + "computed_records") == expected.at(prefix + "stated_records"))
      << prefix;
}

void compare_file(const std::map<std::string, std::string>& expected, const std::string& file) {
  const std::string prefix = "files\t" + file + "\t";
  const Document document =
      make_document(fs::path(file).filename(), bytes_of(figures_folder() / file));
  EXPECT_EQ(detect_format(document), "bai2") << file;
  const auto read = import_document(document, {.format = std::string("bai2")});
  const auto refusal = expected.find(prefix + "expect");
  if (refusal != expected.end() && refusal->second.starts_with("refused")) {
    EXPECT_FALSE(read) << file;
    return;
  }
  ASSERT_TRUE(read) << file << ": " << message(read.error());
  const Import& import = read.value();
  Int128 credits = 0;
  Int128 debits = 0;
  std::size_t credit_count = 0;
  for (const Transaction& entry : import.transactions) {
    const bool credit = !entry.amount.is_negative();
    (credit ? credits : debits) += credit ? entry.amount.minor() : -entry.amount.minor();
    credit_count += credit ? 1 : 0;
  }
  EXPECT_EQ(text(credits), expected.at(prefix + "credit_sum_minor_units")) << file;
  EXPECT_EQ(text(debits), expected.at(prefix + "debit_sum_minor_units")) << file;
  EXPECT_EQ(std::to_string(credit_count), expected.at(prefix + "credit_count")) << file;
  EXPECT_EQ(std::to_string(import.transactions.size()), expected.at(prefix + "transactions"))
      << file;
  EXPECT_EQ(std::to_string(import.statements.size()), expected.at(prefix + "accounts")) << file;
  EXPECT_TRUE(import.rejections.empty()) << file;
  for (const ControlTotal& total : import.totals) EXPECT_TRUE(total.holds) << file << total.what;
  for (std::size_t i = 0;; ++i) {
    const std::string account = prefix + "accounts_checked\t" + std::to_string(i) + "\t";
    if (!expected.contains(account + "account")) break;
    ASSERT_LT(i, import.statements.size()) << file;
    compare_account(expected, account, import, i);
  }
}

TEST(ExternalBai2, AgreesWithIndependentFigures) {
  const fs::path expectations = figures_folder() / "expected" / "bai2.json";
  if (!fs::exists(expectations)) {
    GTEST_SKIP() << "skipped: there is no " << expectations
                 << "; the outside files are not beside the project";
  }
  const auto expected = flat_figures(bytes_of(expectations));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(figures_folder() / "bai2")) {
    const std::string name = fs::relative(entry.path(), figures_folder());
    if (!expected.contains("files\t" + name + "\tbytes")) continue;
    compare_file(expected, name);
    ++files;
  }
  std::cout << files << " files compared\n";
  EXPECT_GT(files, 0U);
}

}  // namespace
}  // namespace recoup
