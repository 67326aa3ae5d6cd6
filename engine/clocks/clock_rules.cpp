#include "recoup/clocks/clock_rules.hpp"

#include <optional>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/number/int128.hpp"

namespace recoup {
namespace {

// No clock of the law is longer; a longer one is a slip of the keyboard.
constexpr int count_max = 10'000;

std::optional<ClockUnit> parse_unit(std::string_view text) {
  if (text == "hours") return ClockUnit::hours;
  if (text == "days") return ClockUnit::days;
  if (text == "days after") return ClockUnit::days_after;
  if (text == "months") return ClockUnit::months;
  if (text == "years") return ClockUnit::years;
  if (text == "working days") return ClockUnit::working_days;
  return std::nullopt;
}

Result<ClockLength> parse_length(const Parameter& row, const std::string& document) {
  const auto count = parse_int128(row.value);
  if (!count || *count < 1 || *count > count_max) {
    return Error{ErrorCode::malformed,
                 quoted(row.value),
                 "a whole number above zero",
                 {document, row.line, "value"}};
  }
  const auto unit = parse_unit(row.unit);
  if (!unit) {
    return Error{ErrorCode::malformed,
                 quoted(row.unit),
                 "hours, days, days after, months, years or working days",
                 {document, row.line, "unit"}};
  }
  return ClockLength{static_cast<int>(*count), *unit, row.name, row.authority};
}

}  // namespace

Result<ClockRules> ClockRules::parse(std::string_view csv, const std::string& document) {
  RECOUP_TRY(table, ParameterTable::parse(csv, document));
  for (const Parameter& row : table.rows()) {
    if (auto length = parse_length(row, document); !length) return length.error();
  }
  ClockRules rules;
  rules.table_ = std::move(table);
  return rules;
}

Result<ClockLength> ClockRules::length(std::string_view rule_id, Date governing) const {
  const Parameter* row = table_.at(rule_id, governing);
  if (row == nullptr) {
    return Error{ErrorCode::not_found,
                 "no length of " + std::string(rule_id),
                 "a row that covers " + iso_text(governing),
                 {table_.document(), 0, ""}};
  }
  return parse_length(*row, table_.document());
}

Date last_day(const ClockLength& length, Date event) {
  RECOUP_CHECK(length.unit != ClockUnit::hours && length.unit != ClockUnit::working_days);
  switch (length.unit) {
    case ClockUnit::days: return period_end_days(event, length.count);
    case ClockUnit::days_after: return period_end_days(event + std::chrono::days(1), length.count);
    case ClockUnit::months: return period_end(event, length.count);
    default: return period_end(event, length.count * 12);
  }
}

}  // namespace recoup
