// Reads OFX files that nobody on this project wrote, where they are present beside the project, and
// compares with figures that were computed from the files by other means.
#include <gtest/gtest.h>

#include <iostream>

#include "external_figures.hpp"
#include "ofx/values.hpp"

namespace recoup {
namespace {

/// The value of a tag in the text of a refused record.
std::string tag_in(const std::string& record, const std::string& tag) {
  const std::size_t at = record.find("<" + tag + ">");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + tag.size() + 2;
  const std::string value = record.substr(begin, record.find_first_of("<\r\n", begin) - begin);
  return value;
}

/// What the importer made of a file, added up.
struct Totals {
  std::size_t entries = 0;
  std::size_t investments = 0;
  std::size_t statements = 0;
  Int128 sum = 0;
};

Totals totals_of(const Import& import) {
  Totals totals;
  for (const Transaction& entry : import.transactions) {
    ++totals.entries;
    totals.sum += figure_units(entry.amount.plain()).value();
  }
  for (const Rejection& refused : import.rejections) {
    if (refused.record.starts_with("<STMTTRN>")) {
      ++totals.entries;
      totals.sum += figure_units(tag_in(refused.record, "TRNAMT")).value_or(0);
    } else if (refused.error.found.find("investment transaction") != std::string::npos) {
      ++totals.investments;
    }
  }
  for (const HeldBack& held : import.held_back) {
    if (!held.record.starts_with("<STMTTRN>")) continue;
    ++totals.entries;
    totals.sum += figure_units(tag_in(held.record, "TRNAMT")).value_or(0);
  }
  totals.statements = import.statements.size();
  return totals;
}

/// The day that a time of OFX is in London, as entries are ordered by.
std::optional<Date> day_of(const std::string& text) {
  if (text == "null") return std::nullopt;
  const auto time = parse_ofx_time(text);
  EXPECT_TRUE(time) << text;
  return time ? std::optional(time.value().date()) : std::nullopt;
}

/// Everything that is expected of one statement.
void compare_statement(const std::map<std::string, std::string>& expected,
                       const std::string& prefix, const Import& import, std::size_t index) {
  const Statement& statement = import.statements.at(index);
  const auto says = [&](const std::string& field) { return expected.at(prefix + field); };
  EXPECT_TRUE(statement.account.ends_with(says("account"))) << prefix << statement.account;
  if (says("currency") != "null") {
    ASSERT_TRUE(statement.currency.has_value()) << prefix;
    EXPECT_EQ(std::string(statement.currency->code()), says("currency")) << prefix;
  }
  EXPECT_EQ(statement.from, day_of(says("dtstart"))) << prefix;
  EXPECT_EQ(statement.until, day_of(says("dtend"))) << prefix;
  EXPECT_EQ(statement.closing.has_value(), says("ledger_balance") != "null") << prefix;
  if (statement.closing) {
    EXPECT_TRUE(figure_units(statement.closing->plain()) == figure_units(says("ledger_balance")))
        << prefix;
    EXPECT_EQ(statement.closing_date, day_of(says("ledger_asof"))) << prefix;
  }
  Int128 credits = 0;
  Int128 debits = 0;
  std::size_t entries = 0;
  std::map<std::string, std::size_t> references;
  for (const Transaction& entry : import.transactions) {
    if (entry.statement != index + 1) continue;
    (entry.amount.is_negative() ? debits : credits) += figure_units(entry.amount.plain()).value();
    ++entries;
    ++references[entry.reference];
  }
  std::size_t repeated = 0;
  for (const auto& [reference, count] : references) repeated += reference.empty() ? 0 : count - 1;
  if (std::to_string(entries) != says("stmttrn")) return;  // the rest is in the rejections
  EXPECT_TRUE(credits == figure_units(says("credits"))) << prefix;
  EXPECT_TRUE(debits == figure_units(says("debits"))) << prefix;
  EXPECT_EQ(std::to_string(repeated), says("duplicate_fitids")) << prefix;
  EXPECT_EQ(std::to_string(references[""]), says("missing_fitids")) << prefix;
}

void compare(const std::map<std::string, std::string>& expected, const std::string& file) {
  const std::string prefix = "files\t" + file + "\t";
  const Document document =
      make_document(fs::path(file).filename(), bytes_of(figures_folder() / file));
  const auto import = import_document(document, {.format = std::string("ofx")});
  ASSERT_TRUE(import) << file << ": " << message(import.error());
  EXPECT_EQ(detect_format(document), "ofx") << file;
  const Totals totals = totals_of(import.value());
  std::size_t statements = 0;
  std::size_t investments = 0;
  while (expected.contains(prefix + "statements\t" + std::to_string(statements) + "\tkind")) {
    ASSERT_LT(statements, totals.statements) << file;
    compare_statement(expected, prefix + "statements\t" + std::to_string(statements) + "\t",
                      import.value(), statements);
    investments += std::stoul(expected.at(prefix + "statements\t" + std::to_string(statements++) +
                                          "\tinvestment_transactions"));
  }
  EXPECT_EQ(totals.statements, statements) << file;
  EXPECT_EQ(totals.investments, investments) << file;
  EXPECT_EQ(std::to_string(totals.entries), expected.at(prefix + "stmttrn_total")) << file;
  EXPECT_TRUE(totals.sum == figure_units(expected.at(prefix + "sum_total")).value()) << file;
}

TEST(ExternalOfx, AgreesWithIndependentFigures) {
  const fs::path expectations = figures_folder() / "expected" / "ofx.json";
  if (!fs::exists(expectations)) {
    GTEST_SKIP() << "skipped: there is no " << expectations
                 << "; the outside files are not beside the project";
  }
  const auto expected = flat_figures(bytes_of(expectations));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(figures_folder() / "ofx")) {
    const std::string name = fs::relative(entry.path(), figures_folder());
    if (!expected.contains("files\t" + name + "\tstmttrn_total")) continue;
    compare(expected, name);
    ++files;
  }
  std::cout << files << " files compared\n";
  EXPECT_GT(files, 0U);
}

}  // namespace
}  // namespace recoup
