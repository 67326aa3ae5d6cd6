// feature.hpp: figures over many rows that a table can read as one fact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/dmn/columns.hpp"

namespace recoup {

/// What is made of the rows of a window.
enum class FeatureAggregate : std::uint8_t { count, sum, distinct, min, max, first, last };

/// A column that a row must satisfy to count, with a cell as decision tables have them.
struct FeatureFilter {
  std::string column;
  std::string cell;  ///< Of the simple subset.
};

/// A figure, as a file beside a pack declares it: "cash credits under limit 7d" counts, for each
/// row, the rows of its account that pass the filter, on its day and the six days before.
struct FeatureDefinition {
  std::string name;
  std::vector<std::string> grain;  ///< Columns whose values must agree; none: all rows together.
  std::vector<FeatureFilter> filter;
  std::string day;  ///< Column of days; empty where neither window nor order needs one.
  std::optional<std::int32_t> window_days;  ///< Days of the window, the row's own the last of them.
  FeatureAggregate aggregate = FeatureAggregate::count;
  std::string of;         ///< Column that is aggregated; empty for a count.
  std::string authority;  ///< A provision, or the source of a typology.
};

/// Reads a file features/*.json: one object with a list `features` of objects with `name`, `grain`,
/// `filter` (cells by column), `day`, `window_days`, `aggregate`, `of` and `authority` or `source`.
///
/// Errors: malformed (not JSON, an unknown or missing member), contradiction (two of one name).
[[nodiscard]] Result<std::vector<FeatureDefinition>> read_features(const std::string& document,
                                                                   std::string_view bytes);

/// The values of a feature: one fact for each row.
///
///   Shape    Rows whose filtered columns are known to fail do not count; nor do rows whose
///            aggregated value, or whose day, is known to be none. Where nothing counts, a count, a
///            sum and a number of different values are zero, and all else is known to be none.
///            Among rows of one day the earlier row is the first.
///   Promise  A value is a missing fact as soon as one row might belong to its window of which that
///            is not known: a filter that is open, a day, a grain or a value that is missing. A row
///            whose own grain or day is known to be none has no value.
class FeatureValues {
 public:
  /// `constants` are the variables that cells may name.
  ///
  /// Errors: not_found (a column that is not there), malformed (a cell that is none, or not of the
  /// simple subset; a column of a wrong type), out_of_range (a sum that no column holds).
  static Result<FeatureValues> of(const FeatureDefinition& definition, const FactColumns& facts,
                                  const Context& constants);

  /// The values in the order of the rows, called as the feature is.
  [[nodiscard]] const FactColumn& column() const noexcept { return column_; }
  /// Rows that make up the value of this row, by day, then by row; for the smallest, the largest,
  /// the first and the last value too, all that were looked at.
  [[nodiscard]] std::vector<std::uint32_t> contributing(std::size_t row) const;

 private:
  explicit FeatureValues(FactColumn column) : column_(std::move(column)) {}

  struct Window {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  FactColumn column_;
  std::vector<std::uint32_t> rows_;  ///< That may count, by group, day and row.
  std::vector<bool> certain_;        ///< Whether each of them does.
  std::vector<Window> windows_;      ///< Of each row, within `rows_`.
  friend class FeaturePass;
};

}  // namespace recoup
