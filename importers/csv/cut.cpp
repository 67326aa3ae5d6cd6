#include "csv/cut.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "csv/reader.hpp"
#include "profile/amount.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// A row in which texts stand as formulas, `="0123"`, so that a spreadsheet leaves them as they
/// are: the same row without the signs that make them so; nothing where that is no row either.
std::optional<TableRow> row_of_formulas(const CsvRecord& record, const Profile& profile) {
  if (!profile.quote) return std::nullopt;
  std::string plain;
  for (std::size_t i = 0; i < record.raw.size(); ++i) {
    const bool begins = i == 0 || record.raw[i - 1] == profile.delimiter;
    const bool formula = begins && record.raw[i] == '=' && i + 1 < record.raw.size() &&
                         record.raw[i + 1] == *profile.quote;
    if (!formula) plain += record.raw[i];
  }
  if (plain.size() == record.raw.size()) return std::nullopt;
  CsvReader reader(plain, profile.delimiter, profile.quote);
  CsvRecord again;
  const auto read = reader.next(again);
  const bool whole = read && read.value() && !again.fault && again.raw.size() == plain.size();
  if (!whole) return std::nullopt;
  TableRow row{record.line, {}, std::string(record.raw)};
  row.cells.assign(again.fields.begin(), again.fields.end());
  return row;
}

Result<CutText> cut_rows(std::string_view text, const Profile& profile) {
  CutText cut;
  CsvReader reader(text, profile.delimiter, profile.quote);
  CsvRecord record;
  std::uint64_t cells_blank = 0;
  while (true) {
    RECOUP_TRY(more, reader.next(record));
    if (!more) break;
    if (record.fault) {
      if (auto row = row_of_formulas(record, profile)) {
        cut.table.rows.push_back(*std::move(row));
        ++cut.formulas;
        continue;
      }
      Error fault = *record.fault;
      fault.place.line = record.line;
      cut.faults.push_back({std::move(fault), std::string(record.raw)});
      continue;
    }
    const bool blank = std::all_of(record.fields.begin(), record.fields.end(),
                                   [](std::string_view field) { return bare(field).empty(); });
    if (blank) {
      ++cells_blank;
      continue;
    }
    TableRow& row = cut.table.rows.emplace_back();
    row.line = record.line;
    row.cells.assign(record.fields.begin(), record.fields.end());
    row.record = record.raw;
  }
  cut.blank_lines = reader.blank_lines() + cells_blank;
  return cut;
}

/// Cuts blocks of lines `Label: value`, each of which begins with the first label.
class BlockCutter {
 public:
  explicit BlockCutter(const std::vector<std::string>& labels) : labels_(labels) {}

  CutText cut(std::string_view text) {
    std::uint64_t number = 0;
    for (const std::string_view raw : split(text, '\n')) {
      ++number;
      const std::string_view line = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
      if (bare(line).empty()) {
        ++cut_.blank_lines;
      } else {
        take(line, number);
      }
    }
    close();
    return std::move(cut_);
  }

 private:
  /// The label of the line, or how many there are where it has none.
  [[nodiscard]] std::size_t label_of(std::string_view line) const {
    const auto found = std::find_if(labels_.begin(), labels_.end(), [&](const std::string& label) {
      return bare(line).starts_with(label + ":");
    });
    return static_cast<std::size_t>(found - labels_.begin());
  }

  void take(std::string_view line, std::uint64_t number) {
    const std::size_t label = label_of(line);
    if (label == 0) {
      close();
      if (!begun_) cut_.table.rows.push_back({number, labels_, ""});
      begun_ = true;
      open_ = TableRow{number, std::vector<std::string>(labels_.size()), ""};
      filled_.assign(labels_.size(), false);
    }
    if (!begun_) {
      cut_.table.rows.push_back({number, {std::string(line)}, std::string(line)});
      return;
    }
    TableRow& row = *open_;
    row.record += (row.record.empty() ? "" : "\n") + std::string(line);
    const bool known = label < labels_.size();
    if (!known || filled_[label]) {
      if (!fault_) fault_ = fault_of_line(line, number, known);
      return;
    }
    filled_[label] = true;
    row.cells[label] = bare(bare(line).substr(labels_[label].size() + 1));
  }

  [[nodiscard]] static Error fault_of_line(std::string_view line, std::uint64_t number,
                                           bool known) {
    return Error{ErrorCode::malformed,
                 quoted(line),
                 known ? "each label once in a block" : "a line that begins with a label",
                 {"", number, ""}};
  }

  void close() {
    if (!open_) return;
    if (fault_) {
      cut_.faults.push_back({*std::move(fault_), open_->record});
    } else {
      cut_.table.rows.push_back(*std::move(open_));
    }
    open_.reset();
    fault_.reset();
  }

  const std::vector<std::string>& labels_;
  CutText cut_;
  bool begun_ = false;
  std::optional<TableRow> open_;
  std::vector<bool> filled_;
  std::optional<Error> fault_;
};

}  // namespace

Result<CutText> cut_text(std::string_view text, const Profile& profile) {
  if (profile.layout == Profile::Layout::rows) return cut_rows(text, profile);
  return BlockCutter(profile.headers.front()).cut(text);
}

}  // namespace recoup
