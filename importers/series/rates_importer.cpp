#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "csv/header.hpp"
#include "csv/reader.hpp"
#include "document_text.hpp"
#include "recoup/base/text.hpp"
#include "series/published.hpp"
#include "series/series_importer.hpp"

namespace recoup {
namespace {

bool is_code(std::string_view text) {
  return text.size() == 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The currencies of the header, in the order of their columns; nothing where it is another header.
/// An empty column may stand last.
std::optional<std::vector<std::string>> currencies_of(const CsvRecord& header) {
  const auto& fields = header.fields;
  if (header.fault || fields.size() < 2 || trimmed(fields[0]) != "Date") return std::nullopt;
  std::vector<std::string> codes;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const std::string_view code = trimmed(fields[i]);
    if (code.empty() && i + 1 == fields.size()) break;
    if (!is_code(code)) return std::nullopt;
    codes.emplace_back(code);
  }
  const std::set<std::string> distinct(codes.begin(), codes.end());
  if (codes.empty() || distinct.size() != codes.size()) return std::nullopt;
  return codes;
}

/// Reads the lines behind the header.
class RateReader {
 public:
  RateReader(const Document& document, std::vector<std::string> codes)
      : document_(document), codes_(std::move(codes)) {}

  void take(const CsvRecord& record) {
    auto day = day_of(record);
    if (!day) {
      reject(record, day.error());
      return;
    }
    if (!days_.insert(day.value()).second) {
      reject(record, in_field("Date", Error{ErrorCode::contradiction,
                                            quoted(record.fields[0]) + " for the second time",
                                            "one line for each day",
                                            {}}));
      return;
    }
    for (std::size_t i = 0; i < codes_.size(); ++i) take_rate(record, i, day.value());
  }

  Import finish() {
    for (auto& [code, points] : points_) {
      const auto is_later = [](const SeriesPoint& a, const SeriesPoint& b) {
        return a.from > b.from;
      };
      // As published: the newest day first.
      if (!std::is_sorted(points.begin(), points.end(), is_later)) {
        std::stable_sort(points.begin(), points.end(), is_later);
      }
      std::move(points.rbegin(), points.rend(), std::back_inserter(import_.series));
    }
    import_.format = "rates";
    import_.version = "1";
    import_.notes.push_back("reference rates of " + std::to_string(days_.size()) + " days for " +
                            std::to_string(codes_.size()) + " currencies" + span_text() + "; " +
                            std::to_string(absent_) +
                            (absent_ == 1 ? " cell states no rate" : " cells state no rate"));
    return std::move(import_);
  }

  [[nodiscard]] std::vector<std::string>& notes() { return import_.notes; }

 private:
  [[nodiscard]] std::string span_text() const {
    if (days_.empty()) return "";
    return ", " + iso_text(*days_.begin()) + " to " + iso_text(*days_.rbegin());
  }

  void reject(const CsvRecord& record, Error error) {
    import_.rejections.push_back(
        rejection(std::move(error), document_.name, record.line, record.raw));
  }

  [[nodiscard]] Result<Date> day_of(const CsvRecord& record) const {
    if (record.fault) return *record.fault;
    const std::size_t columns = codes_.size() + 1;
    const std::size_t found = record.fields.size();
    const bool has_tail = found == columns + 1 && trimmed(record.fields.back()).empty();
    if (found != columns && !has_tail) {
      return Error{ErrorCode::malformed,
                   std::to_string(found) + " cells",
                   std::to_string(columns) + ", as in the header",
                   {}};
    }
    const std::string_view text = trimmed(record.fields[0]);
    if (const auto iso = parse_date(text)) return iso;
    if (const auto day = parse_long_date(text)) return *day;
    return in_field(
        "Date",
        Error{ErrorCode::malformed, quoted(text), "a day such as 2026-04-13 or 13 April 2026", {}});
  }

  void take_rate(const CsvRecord& record, std::size_t i, Date day) {
    const std::string_view rate = trimmed(record.fields[i + 1]);
    if (rate.empty() || rate == "N/A") {
      ++absent_;
    } else if (is_positive_decimal(rate)) {
      points_[codes_[i]].push_back({"rate EUR/" + codes_[i], day, std::string(rate), record.line});
    } else {
      reject(
          record,
          in_field(codes_[i],
                   Error{ErrorCode::malformed, quoted(rate), "a decimal above zero, or N/A", {}}));
    }
  }

  const Document& document_;
  std::vector<std::string> codes_;
  std::set<Date> days_;
  std::map<std::string, std::vector<SeriesPoint>> points_;  ///< By code.
  std::size_t absent_ = 0;
  Import import_;
};

}  // namespace

bool is_rates(std::string_view head) {
  CsvReader reader(head);
  CsvRecord header;
  const auto read = reader.next(header);
  if (!read || !read.value()) return false;
  const auto codes = currencies_of(header);
  return codes && std::find(codes->begin(), codes->end(), "USD") != codes->end();
}

Result<Import> import_rates(const Document& document, const ImportOptions& /*options*/) {
  RECOUP_TRY(text, utf8_text(document));
  CsvReader reader(text);
  CsvRecord record;
  auto has_header = reader.next(record);
  if (!has_header) return placed(has_header.error(), document.name);
  auto codes = currencies_of(record);
  if (!codes) {
    return Error{ErrorCode::malformed,
                 quoted(record.raw),
                 "a header `Date,USD,JPY,...`, each currency once",
                 {document.name, 1, "header"}};
  }
  RateReader rates(document, std::move(*codes));
  while (true) {
    auto has_record = reader.next(record);
    if (!has_record) return placed(has_record.error(), document.name);
    if (!has_record.value()) break;
    rates.take(record);
  }
  Import import = rates.finish();
  if (reader.blank_lines() > 0) import.notes.push_back(blank_lines_note(reader.blank_lines()));
  return import;
}

}  // namespace recoup
