// Reads camt files that nobody on this project wrote, where they are present beside the project,
// and compares with figures that were computed from the files by other means.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "external_figures.hpp"

namespace recoup {
namespace {

using Values = std::map<std::string, std::string>;

/// The first value of an element in the text of a record.
std::string value_in(const std::string& record, const std::string& element) {
  const std::size_t at = record.find("<" + element);
  if (at == std::string::npos) return "";
  const std::size_t begin = record.find('>', at) + 1;
  std::string value = record.substr(begin, record.find('<', begin) - begin);
  if (value.find_first_not_of(" \r\n\t") == std::string::npos && element == "Sts") {
    return value_in(record.substr(begin), "Cd");
  }
  return value;
}

std::string currency_in(const std::string& record) {
  const std::size_t at = record.find("Ccy=\"");
  return at == std::string::npos ? "" : record.substr(at + 5, 3);
}

/// What the importer made of one statement.
struct Found {
  std::set<std::uint64_t> entry_lines;
  std::size_t held_back = 0;
  std::map<std::string, std::size_t> statuses;
  std::set<std::string> currencies;
  Int128 credits = 0;
  Int128 debits = 0;
  std::size_t reversals = 0;

  void add(Int128 amount, const std::string& currency) {
    (amount < 0 ? debits : credits) += amount;
    currencies.insert(currency);
  }
};

/// The payments of a divided entry share its "batch": they are one entry of the statement.
std::string batch_of(const Transaction& entry) {
  for (const EntryDetail& detail : entry.details) {
    if (detail.name == "batch") return detail.value;
  }
  return "";
}

Found found_in(const Import& import, std::size_t statement) {
  Found found;
  std::string batch;
  for (const Transaction& entry : import.transactions) {
    if (entry.statement != statement + 1) continue;
    found.add(figure_units(entry.amount.plain()).value(),
              std::string(entry.amount.currency().code()));
    const std::string own_batch = batch_of(entry);
    if (!own_batch.empty() && own_batch == batch) continue;
    batch = own_batch;
    found.entry_lines.insert(entry.line);
    ++found.statuses["BOOK"];
    found.reversals +=
        std::count(entry.details.begin(), entry.details.end(), EntryDetail{"reversal", "yes"}) > 0
            ? 1U
            : 0U;
  }
  const std::uint64_t begin = import.statements[statement].line;
  const std::uint64_t end = statement + 1 < import.statements.size()
                                ? import.statements[statement + 1].line
                                : ~std::uint64_t{0};
  for (const HeldBack& held : import.held_back) {
    if (held.line < begin || held.line >= end || !held.record.starts_with("<Ntry")) continue;
    ++found.held_back;
    ++found.statuses[value_in(held.record, "Sts")];
    const Int128 size = figure_units(value_in(held.record, "Amt")).value();
    found.add(value_in(held.record, "CdtDbtInd") == "DBIT" ? -size : size,
              currency_in(held.record));
  }
  return found;
}

/// Whether the balance is somewhere in what the statement says.
bool has_balance(const Import& import, const Statement& statement, Int128 amount,
                 const std::string& currency) {
  const auto is_it = [&](const std::optional<Money>& money) {
    return money && money->currency().code() == currency &&
           figure_units(money->plain()).value() == amount;
  };
  bool found = is_it(statement.opening) || is_it(statement.closing);
  for (const StatementBalance& balance : import.balances) found = found || is_it(balance.amount);
  for (const HeldBack& held : import.held_back) {
    found = found || (held.record.starts_with("<Bal") && currency_in(held.record) == currency &&
                      figure_units(value_in(held.record, "Amt")).value() == amount);
  }
  return found;
}

void compare_balances(const Values& expected, const std::string& prefix, const Import& import,
                      std::size_t row) {
  std::optional<Int128> opening;
  std::optional<Int128> closing;
  std::size_t stated = 0;
  for (; expected.contains(prefix + "balances\t" + std::to_string(stated) + "\ttype"); ++stated) {
    const std::string balance = prefix + "balances\t" + std::to_string(stated) + "\t";
    const Int128 amount = figure_units(expected.at(balance + "amount")).value();
    EXPECT_TRUE(has_balance(import, import.statements[row], amount, expected.at(balance + "ccy")))
        << prefix << expected.at(balance + "type") << " " << expected.at(balance + "amount");
    for (const StatementBalance& one : import.balances) {
      if (one.statement != row + 1) continue;
      using Kind = StatementBalance::Kind;
      if (one.kind == Kind::opening && !opening) opening = figure_units(one.amount.plain()).value();
      if (one.kind == Kind::closing) closing = figure_units(one.amount.plain()).value();
    }
  }
  std::size_t read = 0;
  for (const StatementBalance& one : import.balances) read += one.statement == row + 1 ? 1U : 0U;
  for (const HeldBack& held : import.held_back) read += held.record.starts_with("<Bal") ? 1U : 0U;
  if (import.statements[row].opening_is_intermediate) ++read;
  if (import.statements[row].closing_is_intermediate) ++read;
  EXPECT_EQ(read, stated) << prefix;
  const std::string difference = expected.at(prefix + "open_plus_net_minus_close");
  EXPECT_EQ(opening && closing, difference != "null") << prefix;
  if (!opening || !closing) return;
  EXPECT_TRUE(*opening + figure_units(expected.at(prefix + "net")).value() - *closing ==
              figure_units(difference).value())
      << prefix;
}

void compare_statement(const Values& expected, const std::string& prefix, const Import& import,
                       std::size_t row) {
  const Statement& statement = import.statements[row];
  const Found found = found_in(import, row);
  EXPECT_EQ(statement.account, expected.at(prefix + "account")) << prefix;
  const std::string sentence = "statement \"" + expected.at(prefix + "id") + "\" of ";
  EXPECT_TRUE(std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.starts_with(sentence);
  })) << prefix;
  if (expected.at(prefix + "currency") != "null") {
    EXPECT_EQ(statement.currency->code(), expected.at(prefix + "currency")) << prefix;
  }
  EXPECT_EQ(std::to_string(found.entry_lines.size() + found.held_back),
            expected.at(prefix + "entries"))
      << prefix;
  EXPECT_EQ(std::to_string(found.reversals), expected.at(prefix + "reversal_entries")) << prefix;
  for (const auto& [status, count] : found.statuses) {
    ASSERT_TRUE(expected.contains(prefix + "status\t" + status)) << prefix << status;
    EXPECT_EQ(std::to_string(count), expected.at(prefix + "status\t" + status)) << prefix;
  }
  EXPECT_TRUE(found.credits == figure_units(expected.at(prefix + "credits")).value()) << prefix;
  EXPECT_TRUE(found.debits == figure_units(expected.at(prefix + "debits")).value()) << prefix;
  EXPECT_TRUE(found.credits + found.debits == figure_units(expected.at(prefix + "net")).value())
      << prefix;
  std::set<std::string> currencies;
  for (int i = 0; expected.contains(prefix + "entry_currencies\t" + std::to_string(i)); ++i) {
    currencies.insert(expected.at(prefix + "entry_currencies\t" + std::to_string(i)));
  }
  EXPECT_EQ(found.currencies, currencies) << prefix;
  compare_balances(expected, prefix, import, row);
}

/// A file in which the figures count nothing is refused, with words that say what it is.
void expect_refused(const std::string& file, const Document& document) {
  const auto import = import_document(document);
  ASSERT_FALSE(import) << file;
  const std::string told = message(import.error());
  const bool is_named = told.find("without a statement") != std::string::npos ||
                        told.find("ISO 20022") != std::string::npos ||
                        told.find("an XML document that begins") != std::string::npos;
  EXPECT_TRUE(is_named) << told;
}

void compare(const Values& expected, const std::string& file) {
  const std::string prefix = "files\t" + file + "\t";
  const Document document =
      make_document(fs::path(file).filename(), bytes_of(figures_folder() / file));
  const bool is_unread = expected.contains(prefix + "error");
  if (!is_unread && !expected.contains(prefix + "statements\t0\tid")) {
    return expect_refused(file, document);
  }
  EXPECT_EQ(detect_format(document), "camt") << file;
  const auto import = import_document(document);
  ASSERT_TRUE(import) << file << ": " << message(import.error());
  EXPECT_EQ(import.value().rejections.empty(), !is_unread) << file;
  if (is_unread) return;
  std::size_t row = 0;
  for (; expected.contains(prefix + "statements\t" + std::to_string(row) + "\tid"); ++row) {
    ASSERT_LT(row, import.value().statements.size()) << file;
    compare_statement(expected, prefix + "statements\t" + std::to_string(row) + "\t",
                      import.value(), row);
  }
  EXPECT_EQ(row, import.value().statements.size()) << file;
  const bool has_namespace = expected.at(prefix + "namespace") != "null";
  EXPECT_EQ(import.value().profile.size() > std::string("camt.053").size(), has_namespace) << file;
}

TEST(ExternalCamt, AgreesWithIndependentFigures) {
  const fs::path expectations = figures_folder() / "expected" / "camt.json";
  if (!fs::exists(expectations)) {
    GTEST_SKIP() << "skipped: there is no " << expectations
                 << "; the outside files are not beside the project";
  }
  const auto expected = flat_figures(bytes_of(expectations));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(figures_folder() / "camt")) {
    const std::string name = fs::relative(entry.path(), figures_folder());
    if (!expected.contains("files\t" + name + "\tbytes")) continue;
    compare(expected, name);
    ++files;
  }
  std::cout << files << " files compared\n";
  EXPECT_GT(files, 0U);
}

}  // namespace
}  // namespace recoup
