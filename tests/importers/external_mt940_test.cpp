// Reads MT940 and MT942 files that nobody on this project wrote, where they are present beside the
// project, and compares with figures that were computed from the files by other means.
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

using Figures = std::map<std::string, std::string>;

/// A decimal with at most six decimals, as millionths.
Int128 millionths(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string decimals(text.substr(std::min(point + 1, text.size())));
  decimals.resize(6, '0');
  const auto value = parse_int128(std::string(text.substr(0, point)) + decimals);
  EXPECT_TRUE(value) << text;
  return value.value_or(0);
}

/// "250304".
std::string short_date(Date date) {
  const std::string text = iso_text(date);
  return text.substr(2, 2) + text.substr(5, 2) + text.substr(8, 2);
}

/// Where the expectations and this project differ, and why. Each must differ.
const std::set<std::string>& deviations() {
  static const std::set<std::string> list = {
      // A balance without a currency is read in that of its statement; so it adds up.
      "raphaelm.sta 0 closing",
      "raphaelm.sta 0 open_plus_net_minus_close",
      "raphaelm.sta 1 closing",
      "raphaelm.sta 1 open_plus_net_minus_close",
      "raphaelm.sta 2 closing",
      "raphaelm.sta 2 open_plus_net_minus_close",
      // 30 February: the entry is kept on its entry date, and its value date is left out.
      "february_30.sta 0 value_dates\t0",
      "february_30.sta 0 value_dates\t1",
      "transaction_details_wrapped.sta 0 value_dates\t0",
      "transaction_details_wrapped.sta 0 value_dates\t1",
      "wrapped_timestamp.sta 0 value_dates\t0",
      "wrapped_timestamp.sta 0 value_dates\t1",
      // An entry behind the end of its message is rejected; so the statement adds up.
      "multiline.sta 0 entries",
      "multiline.sta 0 unparsed_61",
      "multiline.sta 0 credits",
      "multiline.sta 0 net",
      "multiline.sta 0 open_plus_net_minus_close",
      "multiline.sta 0 value_dates\t1",
      // A second :25: in a statement names no other account; it is rejected.
      "sepa_snippet_broken.sta 0 account",
      // Neither date of the entry is a day; "11 27421,94" is no balance.
      "mt940-headers.txt 0 closing",
      "mt940-headers.txt 0 entries",
      "mt940-headers.txt 0 unparsed_61",
      "mt940-headers.txt 0 credits",
      "mt940-headers.txt 0 net",
      "mt940-headers.txt 0 value_dates\t0",
      "mt940-headers.txt 0 value_dates\t1",
  };
  return list;
}

/// Compares one value and remembers that a deviation was seen.
class StatementComparison {
 public:
  StatementComparison(const Figures& expected, std::string file, int index)
      : expected_(expected),
        file_(std::move(file)),
        prefix_("files\t" + file_ + "\tstatements\t" + std::to_string(index) + "\t"),
        name_(fs::path(file_).filename().string() + " " + std::to_string(index) + " ") {}

  [[nodiscard]] bool exists() const { return expected_.contains(prefix_ + "entries"); }
  [[nodiscard]] std::string value(const std::string& key) const {
    const auto found = expected_.find(prefix_ + key);
    return found == expected_.end() ? "null" : found->second;
  }

  void expect(const std::string& key, bool agrees, const std::string& found) {
    const bool may_differ = deviations().contains(name_ + key);
    EXPECT_NE(agrees, may_differ) << file_ << ": " << name_ << key << ": expected " << value(key)
                                  << ", found " << found;
  }
  void expect_amount(const std::string& key, Int128 found) {
    expect(key, value(key) != "null" && millionths(value(key)) == found, text(found));
  }
  void expect_text(const std::string& key, const std::string& found) {
    expect(key, value(key) == found, found);
  }

 private:
  const Figures& expected_;
  std::string file_;
  std::string prefix_;
  std::string name_;
};

void compare_balance(StatementComparison& comparison, const std::string& which,
                     const std::optional<Money>& amount, const std::optional<Date>& date,
                     bool intermediate) {
  if (comparison.value(which + "\tamount") == "null") {
    comparison.expect(which, !amount, amount ? amount->text() : "none");
    return;
  }
  comparison.expect(which, amount.has_value(), "none");
  if (!amount) return;
  comparison.expect_amount(which + "\tamount", millionths(amount->plain()));
  comparison.expect_text(which + "\tccy", std::string(amount->currency().code()));
  comparison.expect_text(
      which + "\ttag", std::string(which == "opening" ? "60" : "62") + (intermediate ? "M" : "F"));
  const std::string stated = comparison.value(which + "\tdate");
  const bool is_day =
      parse_date("20" + stated.substr(0, 2) + "-" + stated.substr(2, 2) + "-" + stated.substr(4, 2))
          .has_value();
  comparison.expect(which + "\tdate", date ? short_date(*date) == stated : !is_day,
                    date ? short_date(*date) : "none");
}

void compare_entries(StatementComparison& comparison, const Import& import, std::uint32_t number) {
  Int128 credits = 0;
  Int128 debits = 0;
  std::size_t entries = 0;
  std::size_t reversals = 0;
  std::set<std::string> days;
  for (const Transaction& entry : import.transactions) {
    if (entry.statement != number) continue;
    ++entries;
    (entry.amount.is_negative() ? debits : credits) += millionths(entry.amount.plain());
    if (entry.value_date) days.insert(short_date(*entry.value_date));
    reversals += static_cast<std::size_t>(
        std::count(entry.details.begin(), entry.details.end(), EntryDetail{"reversal", "yes"}));
  }
  const Statement& statement = import.statements[number - 1];
  const std::uint64_t end =
      number < import.statements.size() ? import.statements[number].line : ~0U;
  const auto unparsed = std::count_if(
      import.rejections.begin(), import.rejections.end(), [&](const Rejection& refused) {
        return refused.record.starts_with(":61:") && refused.error.place.line >= statement.line &&
               refused.error.place.line < end;
      });
  comparison.expect_text("entries", std::to_string(entries));
  comparison.expect_text("unparsed_61", std::to_string(unparsed));
  comparison.expect_text("reversals", std::to_string(reversals));
  comparison.expect_amount("credits", credits);
  comparison.expect_amount("debits", debits);
  comparison.expect_amount("net", credits + debits);
  if (statement.opening && statement.closing) {
    comparison.expect_amount("open_plus_net_minus_close",
                             millionths(statement.opening->plain()) + credits + debits -
                                 millionths(statement.closing->plain()));
  }
  if (days.empty() && comparison.value("value_dates\t0") == "null") return;
  comparison.expect_text("value_dates\t0", days.empty() ? "none" : *days.begin());
  comparison.expect_text("value_dates\t1", days.empty() ? "none" : *days.rbegin());
}

void compare(const Figures& expected, const std::string& file) {
  const Document document =
      make_document(fs::path(file).filename(), bytes_of(figures_folder() / file));
  const auto import = import_document(document, {.format = std::string("mt940")});
  if (!StatementComparison(expected, file, 0).exists()) {
    EXPECT_FALSE(import) << file;
    return;
  }
  ASSERT_TRUE(import) << file << ": " << message(import.error());
  EXPECT_EQ(detect_format(document), "mt940") << file;
  int index = 0;
  for (; StatementComparison(expected, file, index).exists(); ++index) {
    StatementComparison comparison(expected, file, index);
    ASSERT_LT(static_cast<std::size_t>(index), import.value().statements.size()) << file;
    const Statement& statement = import.value().statements[static_cast<std::size_t>(index)];
    const std::string account = comparison.value("account");
    comparison.expect("account",
                      account == "null" ? statement.account.starts_with("unnamed account ")
                                        : statement.account == account,
                      statement.account);
    compare_balance(comparison, "opening", statement.opening, statement.opening_date,
                    statement.opening_is_intermediate);
    compare_balance(comparison, "closing", statement.closing, statement.closing_date,
                    statement.closing_is_intermediate);
    compare_entries(comparison, import.value(), static_cast<std::uint32_t>(index + 1));
  }
  EXPECT_EQ(import.value().statements.size(), static_cast<std::size_t>(index)) << file;
}

TEST(ExternalMt940, AgreesWithIndependentFigures) {
  const fs::path expectations = figures_folder() / "expected" / "mt940.json";
  if (!fs::exists(expectations)) {
    GTEST_SKIP() << "skipped: there is no " << expectations
                 << "; the outside files are not beside the project";
  }
  const Figures expected = flat_figures(bytes_of(expectations));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(figures_folder() / "mt940")) {
    const std::string name = fs::relative(entry.path(), figures_folder());
    if (!expected.contains("files\t" + name + "\tentries_total")) continue;
    compare(expected, name);
    ++files;
  }
  std::cout << files << " files compared\n";
  EXPECT_GT(files, 0U);
}

}  // namespace
}  // namespace recoup
