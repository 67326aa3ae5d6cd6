#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "csv/header.hpp"
#include "csv/reader.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "series/published.hpp"
#include "series/series_importer.hpp"

namespace recoup {
namespace {

/// A year, a quarter or a month.
struct OnsPeriod {
  Date from;
  std::string_view suffix;  ///< Of the name of its series.
};

std::optional<int> year_in(std::string_view text) {
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int year = 0;
  for (const char c : text) year = year * 10 + (c - '0');
  return year;
}

std::optional<OnsPeriod> period_of(std::string_view text) {
  const auto year = year_in(text.substr(0, 4));
  if (!year) return std::nullopt;
  unsigned month = 1;
  std::string_view suffix = " years";
  if (text.size() == 7 && text.substr(4, 2) == " Q" && text[6] >= '1' && text[6] <= '4') {
    month = static_cast<unsigned>(text[6] - '1') * 3 + 1;
    suffix = " quarters";
  } else if (text.size() == 8 && text[4] == ' ') {
    const auto named = month_called(text.substr(5));
    if (!named) return std::nullopt;
    month = *named;
    suffix = "";
  } else if (text.size() != 4) {
    return std::nullopt;
  }
  const auto from = make_date(*year, month, 1);
  if (!from) return std::nullopt;
  return OnsPeriod{*from, suffix};
}

/// Keys of the lines before the figures.
constexpr std::array<std::string_view, 8> keys = {
    "Title", "CDID",         "Source dataset ID", "PreUnit",
    "Unit",  "Release date", "Next release",      "Important notes"};

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || is_digit(c);
  });
}

/// A figure: digits with a point, perhaps with a minus sign (rates of change fall below zero).
bool is_figure(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return is_positive_decimal(text) ||
         (!text.empty() && text.front() == '0' &&
          text.find_first_not_of("0.") == std::string_view::npos && text.back() != '.' &&
          std::count(text.begin(), text.end(), '.') <= 1);
}

class OnsReader {
 public:
  explicit OnsReader(const Document& document) : document_(document) {}

  void take(const CsvRecord& record) {
    if (record.fault) return reject(record, *record.fault);
    const std::string_view first = trimmed(record.fields[0]);
    const std::string_view second = record.fields.size() > 1 ? trimmed(record.fields[1]) : "";
    if (record.fields.size() > 2) {
      return reject(record, Error{ErrorCode::malformed,
                                  std::to_string(record.fields.size()) + " cells",
                                  "two: a period and its figure",
                                  {}});
    }
    if (take_key(first, second)) return;
    const auto period = period_of(first);
    if (!period) {
      return reject(record, in_field("period", Error{ErrorCode::malformed,
                                                     quoted(first),
                                                     "a year, `1988 Q1` or `1988 JAN`",
                                                     {}}));
    }
    if (!is_figure(second)) {
      return reject(
          record,
          in_field("figure", Error{ErrorCode::malformed, quoted(second), "a plain decimal", {}}));
    }
    if (!periods_.insert(std::string(first)).second) {
      return reject(record, in_field("period", Error{ErrorCode::contradiction,
                                                     quoted(first) + " for the second time",
                                                     "one line for each period",
                                                     {}}));
    }
    import_.series.push_back(
        {std::string(period->suffix), period->from, std::string(second), record.line});
  }

  Result<Import> finish() {
    if (!is_code(code_)) {
      return Error{ErrorCode::malformed,
                   code_.empty() ? "no line \"CDID\"" : "CDID " + quoted(code_),
                   "the publisher's name of the series, such as D7BT",
                   {document_.name, 0, "CDID"}};
    }
    for (SeriesPoint& point : import_.series) point.series = "index " + code_ + point.series;
    std::stable_sort(import_.series.begin(), import_.series.end(),
                     [](const SeriesPoint& a, const SeriesPoint& b) {
                       return std::tie(a.series, a.from) < std::tie(b.series, b.from);
                     });
    import_.format = "ons";
    import_.version = "1";
    return std::move(import_);
  }

 private:
  void reject(const CsvRecord& record, Error error) {
    import_.rejections.push_back(
        rejection(std::move(error), document_.name, record.line, record.raw));
  }

  bool take_key(std::string_view key, std::string_view value) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) return false;
    if (key == "CDID") code_ = value;
    if (!value.empty()) import_.notes.push_back(std::string(key) + ": " + printable(value));
    return true;
  }

  const Document& document_;
  std::string code_;
  std::set<std::string> periods_;
  Import import_;
};

}  // namespace

bool is_ons(std::string_view head) {
  CsvReader reader(head);
  CsvRecord record;
  bool has_title = false;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto read = reader.next(record);
    if (!read || !read.value() || record.fields.size() != 2) return false;
    if (i == 0) has_title = record.fields[0] == "Title";
    if (has_title && record.fields[0] == "CDID") return true;
  }
  return false;
}

Result<Import> import_ons(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  CsvReader reader(text);
  CsvRecord record;
  OnsReader figures(document);
  while (true) {
    auto has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    figures.take(record);
  }
  auto import = figures.finish();
  if (import && reader.blank_lines() > 0) {
    import.value().notes.push_back(blank_lines_note(reader.blank_lines()));
  }
  return import;
}

}  // namespace recoup
