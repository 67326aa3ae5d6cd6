// Reads tables of banks that nobody on this project wrote, where they are present beside the
// project, and compares with figures that were computed from the files by other means.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>

#include "csv/profile_choice.hpp"
#include "recoup/base/text.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/markup/json.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

const fs::path& outside_folder() {
  static const fs::path folder = fs::path(RECOUP_SOURCE_DIR).parent_path() / "shared" / "data";
  return folder;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The values of `expected/csv.json` by file and name: lists of a file are passed over.
std::map<std::string, std::map<std::string, std::string>> expectations(std::string_view json) {
  std::map<std::string, std::map<std::string, std::string>> files;
  std::vector<std::string> path;
  std::string key;
  EXPECT_TRUE(read_json(json, [&](const JsonEvent& event) -> Result<void> {
    using Kind = JsonEvent::Kind;
    switch (event.kind) {
      case Kind::key: key = event.text; break;
      case Kind::object_begin:
      case Kind::array_begin: path.push_back(key); break;
      case Kind::object_end:
      case Kind::array_end: path.pop_back(); break;
      default:
        // The levels are: the document, "files", a file, and perhaps a list of sums, a currency.
        if (path.size() == 3) files[path[2]][key] = event.kind == Kind::none ? "" : event.text;
        if (path.size() == 5 && path[3] == "sum_by_currency") {
          files[path[2]][path[4] + " " + key] = event.text;
        }
    }
    return {};
  }));
  return files;
}

bool is_fee(const Transaction& entry) {
  return std::find(entry.details.begin(), entry.details.end(), EntryDetail{"code", "fee"}) !=
         entry.details.end();
}

/// Hundredths, of whatever currency: the expectation adds them up across currencies.
std::string hundredths(Int128 sum) { return Money(sum, eur).plain(); }

Int128 hundredths_of(const std::string& text) {
  return Money::parse_plain(text, eur).value().minor();
}

std::size_t chain_breaks(const Import& import) {
  std::map<std::string, Money> before;
  std::map<std::string, Money> open;
  std::size_t breaks = 0;
  for (const Transaction& entry : import.transactions) {
    const auto added = open.find(entry.account);
    const Money moved =
        added == open.end() ? entry.amount : added->second.plus(entry.amount).value();
    open.erase(entry.account);
    if (!entry.balance) {
      open.emplace(entry.account, moved);
      continue;
    }
    const auto found = before.find(entry.account);
    if (found != before.end()) breaks += found->second.plus(moved).value() != *entry.balance;
    before.insert_or_assign(entry.account, *entry.balance);
  }
  return breaks;
}

void compare(const std::string& file, const std::map<std::string, std::string>& expected) {
  SCOPED_TRACE(file);
  const Document document =
      make_document(fs::path(file).filename(), bytes_of(outside_folder() / file));
  EXPECT_EQ(detect_format(document), "csv");
  const auto read = import_document(document);
  ASSERT_TRUE(read) << message(read.error());
  const Import& import = read.value();
  EXPECT_FALSE(import.profile.empty());
  std::map<std::string, std::pair<std::size_t, Int128>> sums;
  Int128 credits = 0;
  Int128 debits = 0;
  std::vector<Date> days;
  for (const Transaction& entry : import.transactions) {
    if (is_fee(entry)) continue;
    auto& [count, sum] = sums[std::string(entry.amount.currency().code())];
    ++count;
    sum += entry.amount.minor();
    (entry.amount.is_negative() ? debits : credits) += entry.amount.minor();
    days.push_back(entry.booked_at.civil().date());
  }
  EXPECT_EQ(std::to_string(days.size()), expected.at("transactions"));
  ASSERT_FALSE(days.empty());
  EXPECT_EQ(iso_text(*std::min_element(days.begin(), days.end())), expected.at("first"));
  EXPECT_EQ(iso_text(*std::max_element(days.begin(), days.end())), expected.at("last"));
  EXPECT_EQ(hundredths(credits), hundredths(hundredths_of(expected.at("credits"))));
  EXPECT_EQ(hundredths(debits), hundredths(hundredths_of(expected.at("debits"))));
  for (const auto& [currency, total] : sums) {
    EXPECT_EQ(std::to_string(total.first), expected.at(currency + " count"));
    EXPECT_EQ(hundredths(total.second), expected.at(currency + " sum"));
  }
  if (expected.contains("held_back_rows")) {
    EXPECT_EQ(std::to_string(import.held_back.size()), expected.at("held_back_rows"));
    EXPECT_EQ(std::to_string(import.rejections.size()), expected.at("unreadable_rows"));
  }
  if (!expected.at("balance_chain_breaks").empty()) {
    EXPECT_EQ(std::to_string(chain_breaks(import)), expected.at("balance_chain_breaks"));
  }
}

TEST(ExternalCsv, AgreesWithIndependentFigures) {
  const fs::path path = outside_folder() / "expected" / "csv.json";
  if (!fs::exists(path)) {
    GTEST_SKIP() << "skipped: there is no " << path
                 << "; the outside files are not beside the project";
  }
  const auto files = expectations(bytes_of(path));
  for (const auto& [file, expected] : files) compare(file, expected);
  std::cout << files.size() << " files compared\n";
  EXPECT_GT(files.size(), 0U);
}

/// One layout as another program describes it: values by name.
struct OutsideLayout {
  std::string name;
  std::map<std::string, std::string> values;
};

std::vector<OutsideLayout> outside_layouts(const std::string& text) {
  std::vector<OutsideLayout> layouts;
  for (const std::string_view raw : split(text, '\n')) {
    const std::string_view line = trimmed(raw);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && raw.front() == '[') {
      layouts.push_back({std::string(line.substr(1, line.find_last_of(']') - 1)), {}});
      continue;
    }
    const std::size_t equals = line.find('=');
    if (layouts.empty() || equals == std::string_view::npos) continue;
    layouts.back().values[ascii_lower(trimmed(line.substr(0, equals)))] =
        trimmed(line.substr(equals + 1));
  }
  return layouts;
}

/// "SE Swedbank 2020" as "se-swedbank-2020".
std::string profile_name(std::string name) {
  for (const auto& [letter, plain] :
       {std::pair("\xC3\xA4", "a"), std::pair("\xC3\xB6", "o"), std::pair("\xC3\xBC", "u")}) {
    for (std::size_t at = name.find(letter); at != std::string::npos; at = name.find(letter)) {
      name.replace(at, 2, plain);
    }
  }
  std::string made;
  for (const char c : ascii_lower(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || is_digit(c);
    if (plain) made += c;
    if (!plain && !made.empty() && made.back() != '-') made += '-';
  }
  if (made.ends_with('-')) made.pop_back();
  return made;
}

/// Numbers of the columns, from 0, that a profile reads for the field.
std::vector<std::size_t> places(const Profile& profile, ProfileField field) {
  std::vector<std::size_t> found;
  if (!profile.has(field)) return found;
  for (const ProfileColumn& column : profile.fields.at(field)) {
    if (column.number > 0) found.push_back(column.number - 1);
    for (const std::vector<std::string>& header : profile.headers) {
      const auto at = std::find(header.begin(), header.end(), column.name);
      if (column.number == 0) found.push_back(static_cast<std::size_t>(at - header.begin()));
    }
  }
  return found;
}

bool reads(const Profile& profile, std::initializer_list<ProfileField> fields, std::size_t column) {
  return std::any_of(fields.begin(), fields.end(), [&](ProfileField field) {
    const auto columns = places(profile, field);
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  });
}

TEST(ExternalCsv, HasAProfileForEveryLayoutThatAnotherProgramDescribes) {
  const fs::path path = outside_folder() / "csv" / "bank2ynab+bank2ynab" / "bank2ynab.conf";
  if (!fs::exists(path)) GTEST_SKIP() << "skipped: there is no " << path;
  std::size_t found = 0;
  for (const OutsideLayout& layout : outside_layouts(bytes_of(path))) {
    // Of the last three it names other columns: the start of a payment for its booking, the
    // amount in the currency of the other side, and a word for the amount.
    if (layout.name == "DEFAULT" || layout.name == "Revolut" || layout.name == "Wise" ||
        layout.name == "Mint") {
      continue;
    }
    const std::string& columns = layout.values.at("input columns");
    const auto profile = named_profile(profile_name(layout.name));
    if (columns.find("Date") == std::string::npos) {
      // Entries without a date are none: there is one such layout.
      EXPECT_EQ(layout.name, "AT Raiffeisen VISA");
      continue;
    }
    ASSERT_TRUE(profile) << layout.name << ": " << message(profile.error());
    ++found;
    std::size_t column = 0;
    for (const std::string_view word : split(columns, ',')) {
      using enum ProfileField;
      const std::string_view what = trimmed(word);
      SCOPED_TRACE(layout.name + ", column " + std::to_string(column) + ", " + std::string(what));
      if (what == "Date") {
        EXPECT_TRUE(reads(profile.value(), {date, value_date}, column));
      }
      if (what == "Running Balance") {
        EXPECT_TRUE(reads(profile.value(), {balance}, column));
      }
      if (what == "CDFlag") {
        EXPECT_TRUE(reads(profile.value(), {direction}, column));
      }
      if (what == "Inflow" || what == "Outflow" || what == "Amount") {
        EXPECT_TRUE(reads(profile.value(), {amount, credit, debit, original_amount}, column));
      }
      ++column;
    }
  }
  EXPECT_GT(found, 100U);
}

}  // namespace
}  // namespace recoup
