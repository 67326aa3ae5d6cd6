// Reads QIF files that nobody on this project wrote, where they are present beside the project, and
// compares with figures that were computed from the files by other means.
#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "external_figures.hpp"
#include "qif/qif_dates.hpp"

namespace recoup {
namespace {

/// The list of figures at `path`: "path\t0", "path\t1" …
std::vector<std::string> list_at(const std::map<std::string, std::string>& expected,
                                 const std::string& path) {
  std::vector<std::string> list;
  while (expected.contains(path + "\t" + std::to_string(list.size()))) {
    list.push_back(expected.at(path + "\t" + std::to_string(list.size())));
  }
  return list;
}

/// The days that the dates as written can be, under either order.
std::set<Date> days_of(const std::vector<std::string>& written) {
  std::set<Date> days;
  for (const std::string& text : written) {
    for (const QifDayOrder order : {QifDayOrder::dmy, QifDayOrder::mdy}) {
      const auto day = read_qif_date(text, {order, false});
      if (day) days.insert(day.value());
    }
  }
  return days;
}

void compare_qif(const std::map<std::string, std::string>& expected, const std::string& file) {
  const std::string prefix = "files\t" + file + "\t";
  const Document document =
      make_document(fs::path(file).filename(), bytes_of(figures_folder() / file));
  EXPECT_EQ(detect_format(document), "qif") << file;
  auto read = import_document(document, {.format = std::string("qif")});
  if (!read && message(read.error()).find("--date-order") != std::string::npos) {
    std::cout << file << " shows no order of its dates; read day first\n";
    read =
        import_document(document, {.format = std::string("qif"), .date_order = std::string("dmy")});
  }
  ASSERT_TRUE(read) << file << ": " << message(read.error());
  const Import& import = read.value();
  Int128 sum = 0;
  std::size_t records = import.transactions.size();
  for (const Transaction& entry : import.transactions) {
    sum += figure_units(entry.amount.plain()).value();
  }
  for (const StatementBalance& balance : import.balances) {
    if (balance.kind != StatementBalance::Kind::opening) continue;
    ++records;
    sum += figure_units(balance.amount.plain()).value();
  }
  EXPECT_EQ(std::to_string(records), expected.at(prefix + "bank_like_transactions")) << file;
  EXPECT_TRUE(sum == figure_units(expected.at(prefix + "sum"))) << file;
  const auto days = days_of(list_at(expected, prefix + "dates_as_written"));
  for (const Transaction& entry : import.transactions) {
    EXPECT_TRUE(days.contains(entry.booked_at.date())) << file << " line " << entry.line;
  }
  std::vector<std::string> splits;
  for (const Statement& statement : import.statements) {
    for (const ControlTotal& total : statement.totals) {
      if (total.what.starts_with("splits")) splits.push_back(total.holds ? "true" : "false");
    }
  }
  EXPECT_EQ(splits, list_at(expected, prefix + "split_totals_agree")) << file;
}

TEST(ExternalQif, AgreesWithIndependentFigures) {
  const fs::path expectations = figures_folder() / "expected" / "qif.json";
  if (!fs::exists(expectations)) {
    GTEST_SKIP() << "skipped: there is no " << expectations
                 << "; the outside files are not beside the project";
  }
  const auto expected = flat_figures(bytes_of(expectations));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(figures_folder() / "qif")) {
    const std::string name = fs::relative(entry.path(), figures_folder());
    if (!expected.contains("files\t" + name + "\tbytes")) continue;
    compare_qif(expected, name);
    ++files;
  }
  std::cout << files << " files compared\n";
  EXPECT_GT(files, 0U);
}

}  // namespace
}  // namespace recoup
