// Reads workbooks, lists of seizures, rates and indices that nobody on this project wrote, where
// they are present beside the project, and compares with figures that were computed from the files
// by other means.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "recoup/importers/bundle.hpp"
#include "recoup/importers/importer.hpp"
#include "recoup/markup/json.hpp"
#include "recoup/records/conversion.hpp"

namespace recoup {
namespace {

namespace fs = std::filesystem;

/// Every value of a JSON document by its path: "files/NAME/spot/2012-06-29/USD", with tabs between.
class OutsideFigures {
 public:
  explicit OutsideFigures(const std::string& topic) {
    const fs::path folder = fs::path(RECOUP_SOURCE_DIR).parent_path() / "shared" / "data";
    folder_ = folder;
    std::ifstream file(folder / "expected" / (topic + ".json"), std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (json.empty()) return;
    std::vector<std::pair<std::string, int>> levels{{"", -1}};
    std::string key;
    const auto path = [&] {
      auto& [name, index] = levels.back();
      return name + "\t" + (index >= 0 ? std::to_string(index++) : key);
    };
    EXPECT_TRUE(read_json(json, [&](const JsonEvent& event) -> Result<void> {
      using Kind = JsonEvent::Kind;
      switch (event.kind) {
        case Kind::key: key = event.text; break;
        case Kind::object_begin: levels.emplace_back(path(), -1); break;
        case Kind::array_begin: levels.emplace_back(path(), 0); break;
        case Kind::object_end:
        case Kind::array_end: levels.pop_back(); break;
        default: values_[path()] = event.text;
      }
      return {};
    }));
  }

  [[nodiscard]] bool empty() const { return values_.empty(); }

  /// The file that states this figure, and none where several or none do.
  [[nodiscard]] std::string file_with(const std::string& figure) const {
    for (const auto& [path, value] : values_) {
      const std::size_t end = path.rfind("\t" + figure);
      if (end == std::string::npos || end + figure.size() + 1 != path.size()) continue;
      const std::size_t begin = path.rfind('\t', end - 1) + 1;
      return path.substr(begin, end - begin);
    }
    return "";
  }
  [[nodiscard]] std::string at(const std::string& file, const std::string& figure) const {
    for (const auto& [path, value] : values_) {
      if (path.ends_with("\t" + file + "\t" + figure)) return value;
    }
    return "no figure " + figure;
  }
  [[nodiscard]] Document document(const std::string& file) const {
    std::ifstream stream(folder_ / file, std::ios::binary);
    return make_document(fs::path(file).filename(), {std::istreambuf_iterator<char>(stream),
                                                     std::istreambuf_iterator<char>()});
  }

 private:
  fs::path folder_;
  std::map<std::string, std::string> values_;
};

std::string without_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

struct SeizureFigures {
  std::size_t amounts = 0;
  Int128 sum = 0;
  std::vector<Int128> sorted;

  void add(const Seizure& seizure) {
    if (!seizure.amount) return;
    ++amounts;
    sum += seizure.amount->minor();
    sorted.push_back(seizure.amount->minor());
    std::sort(sorted.begin(), sorted.end());
  }
  [[nodiscard]] std::string sum_text() const { return without_zeros(Money(sum, usd).plain()); }
  /// Of an even count the upper of the two in the middle, as the independent figures have it.
  [[nodiscard]] std::string median_text() const {
    return without_zeros(Money(sorted[sorted.size() / 2], usd).plain());
  }
};

bool states(const Import& import, const std::string& words) {
  return std::any_of(import.notes.begin(), import.notes.end(), [&](const std::string& note) {
    return note.find(words) != std::string::npos;
  });
}

TEST(ExternalWorkbooks, SeizuresAgreeWithIndependentFigures) {
  const OutsideFigures figures("seizures");
  if (figures.empty()) GTEST_SKIP() << "skipped: the outside files are not beside the project";
  const std::string file = figures.file_with("est_value_sum");
  const Document document = figures.document(file);
  EXPECT_EQ(detect_format(document), "xlsx");
  const auto import = import_document(document);
  ASSERT_TRUE(import) << message(import.error());
  const std::vector<Seizure>& seizures = import.value().seizures;
  const auto figure = [&](const std::string& name) { return figures.at(file, name); };
  EXPECT_EQ(std::to_string(seizures.size()), figure("records"));
  EXPECT_TRUE(import.value().rejections.empty());
  SeizureFigures all;
  SeizureFigures cash;
  std::size_t days = 0;
  std::size_t cash_records = 0;
  std::set<std::string> cases;
  std::set<std::string> things;
  std::map<int, std::size_t> years;
  std::size_t without_case = 0;
  Date first = seizures.front().seized_at.date();
  Date last = first;
  for (const Seizure& one : seizures) {
    all.add(one);
    if (one.kind == SeizureKind::cash) cash.add(one);
    cash_records += one.kind == SeizureKind::cash ? 1U : 0U;
    days += one.orders.size();
    first = std::min(first, one.seized_at.date());
    last = std::max(last, one.seized_at.date());
    ++years[static_cast<int>(std::chrono::year_month_day(one.seized_at.date()).year())];
    without_case += one.case_id.empty() ? 1U : 0U;
    if (!one.case_id.empty()) cases.insert(one.case_id);
    things.insert(one.quantity.substr(0, one.quantity.find(", ")));
  }
  EXPECT_EQ(std::to_string(all.amounts), figure("est_value_present"));
  EXPECT_EQ(all.sum_text(), figure("est_value_sum"));
  EXPECT_EQ(all.median_text(), figure("est_value_median"));
  EXPECT_EQ(std::to_string(cash_records), figure("cash_records (Descr = U.S.C. in any case/dots)"));
  EXPECT_EQ(cash.sum_text(), figure("cash_est_value_sum"));
  EXPECT_EQ(cash.median_text(), figure("cash_est_value_median"));
  EXPECT_EQ(import.value().transactions.size(), cash.amounts);
  EXPECT_EQ(iso_text(first), figure("seizure_date_min"));
  EXPECT_EQ(iso_text(last), figure("seizure_date_max"));
  EXPECT_EQ(std::to_string(days), figure("forfeit_date_present"));
  EXPECT_EQ(std::to_string(without_case), figure("records_without_case"));
  EXPECT_EQ(std::to_string(cases.size()), figure("distinct_cases"));
  EXPECT_EQ(std::to_string(things.size()), figure("distinct_descriptions"));
  for (const auto& [year, count] : years) {
    EXPECT_EQ(std::to_string(count), figure("records_by_seizure_year\t" + std::to_string(year)));
  }
  EXPECT_TRUE(states(import.value(), figure("forfeited_value_present") +
                                         " records name an amount forfeited, " +
                                         figure("forfeited_value_sum") + " USD together"));
  EXPECT_TRUE(states(import.value(), "descriptions spelled differently"));
  EXPECT_TRUE(states(import.value(), ": no case"));
  EXPECT_TRUE(states(import.value(), "is of another form than most"));
  EXPECT_FALSE(states(import.value(), "before the seizure"));
}

TEST(ExternalWorkbooks, TotalsByCountyAreNoSeizures) {
  const OutsideFigures figures("seizures");
  if (figures.empty()) GTEST_SKIP() << "skipped: the outside files are not beside the project";
  const std::string file = figures.file_with("counties");
  const auto import = import_document(figures.document(file));
  ASSERT_TRUE(import) << message(import.error());
  EXPECT_EQ(import.value().format, "totals");
  EXPECT_TRUE(import.value().seizures.empty());
  EXPECT_TRUE(import.value().transactions.empty());
  EXPECT_TRUE(import.value().rejections.empty());
  EXPECT_EQ(std::to_string(import.value().held_back.size()), figures.at(file, "counties"));
  for (const char* what : {"forfeitures completed", "amount disbursed"}) {
    std::string name = what;
    std::replace(name.begin(), name.end(), ' ', '_');
    EXPECT_TRUE(states(import.value(), "\"" + std::string(what) +
                                           "\": " + figures.at(file, "counties") + " figures, " +
                                           figures.at(file, name) + " together"))
        << what;
  }
}

TEST(ExternalWorkbooks, RatesAgreeWithIndependentFigures) {
  const OutsideFigures figures("ref");
  if (figures.empty()) GTEST_SKIP() << "skipped: the outside files are not beside the project";
  const std::string file = figures.file_with("GBP per USD 2014-12-31");
  const Document document = figures.document(file);
  ASSERT_TRUE(is_bundle_document(document));
  const auto bundle = open_bundle(document);
  ASSERT_TRUE(bundle) << message(bundle.error());
  ASSERT_EQ(bundle.value().members.size(), 1U);
  const auto import = import_document(bundle.value().members[0].document);
  ASSERT_TRUE(import) << message(import.error());
  EXPECT_EQ(import.value().format, "rates");
  EXPECT_TRUE(import.value().rejections.empty());
  std::set<Date> days;
  std::vector<std::string> names;
  const PublishedSeries series(import.value().series);
  for (const SeriesPoint& point : import.value().series) {
    days.insert(point.from);
    if (names.empty() || names.back() != point.series) names.push_back(point.series);
  }
  const auto figure = [&](const std::string& name) { return figures.at(file, name); };
  EXPECT_EQ(std::to_string(days.size()), figure("rows"));
  EXPECT_EQ(std::to_string(names.size()), figure("currencies"));
  EXPECT_EQ(iso_text(*days.begin()), figure("first"));
  EXPECT_EQ(iso_text(*days.rbegin()), figure("last"));
  EXPECT_TRUE(states(import.value(), figure("N/A cells") + " cells state no rate"));
  for (const char* day : {"2012-06-29", "2014-12-31", "2020-03-19"}) {
    for (const char* code : {"USD", "GBP"}) {
      const SeriesPoint* point =
          series.on_or_before("rate EUR/" + std::string(code), parse_date(day).value());
      ASSERT_NE(point, nullptr);
      EXPECT_EQ(point->value, figure("spot\t" + std::string(day) + "\t" + code));
    }
  }
  // A million dollars in pounds shows the rate with its first eight digits.
  const auto pounds =
      convert(Money(100'000'000, usd), gbp, parse_date("2014-12-31").value(), series);
  ASSERT_TRUE(pounds) << message(pounds.error());
  const Int128 minor = pounds.value().amount.minor();
  EXPECT_EQ("0." + text((minor + 50) / 100), figure("GBP per USD 2014-12-31"));
}

TEST(ExternalWorkbooks, AnIndexAgreesWithIndependentFigures) {
  const OutsideFigures figures("ref");
  if (figures.empty()) GTEST_SKIP() << "skipped: the outside files are not beside the project";
  const std::string file = figures.file_with("annual_1988");
  const auto import = import_document(figures.document(file));
  ASSERT_TRUE(import) << message(import.error());
  EXPECT_EQ(import.value().format, "ons");
  EXPECT_TRUE(import.value().rejections.empty());
  const PublishedSeries series(import.value().series);
  // The independent count takes in the lines of the head.
  constexpr std::size_t head_lines = 8;
  EXPECT_EQ(std::to_string(import.value().series.size() + head_lines), figures.at(file, "rows"));
  const auto value = [&](const std::string& name, int year, unsigned month) {
    const SeriesPoint* point = series.on_or_before(name, *make_date(year, month, 1));
    return point == nullptr ? "none" : point->value;
  };
  EXPECT_EQ(value("index D7BT", 1988, 1), figures.at(file, "monthly_first\t1"));
  EXPECT_EQ(value("index D7BT", 2026, 2), figures.at(file, "monthly_last\t1"));
  EXPECT_EQ(value("index D7BT years", 1988, 1), figures.at(file, "annual_1988"));
  EXPECT_EQ(value("index D7BT", 1987, 12), "none");
}

}  // namespace
}  // namespace recoup
