// table.hpp: figures of the law as data, each with its authority and the time it holds for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// One value of one parameter for one period.
struct Parameter {
  std::string name;   ///< "cash.initial_detention".
  std::string value;  ///< As written: "48", "1000.00".
  std::string unit;   ///< "hours", "GBP", …
  Date from;
  std::optional<Date> to;      ///< Last day; nothing where the value is still in force.
  std::string governing_date;  ///< Which day decides: "day of seizure".
  std::string authority;       ///< "POCA 2002 s.295(1)-(1B)".
  std::string uri;
  std::string verified_by;
  std::string verified_on;
  std::string note;
  std::uint64_t line = 0;
};

/// A dated parameter file.
///
///   Shape   Rows `parameter,value,unit,from,to,governing_date,authority,uri,verified_by,
///           verified_on,note` below that header; one row per value and period.
///   Errors  malformed: a field that is not in its form, or a row without value, unit or authority.
///           contradiction: periods of one parameter that overlap or leave a gap between them.
class ParameterTable {
 public:
  static Result<ParameterTable> parse(std::string_view csv, const std::string& document);

  /// The value in force on `governing`; nothing before its first day, after its last, or where the
  /// table has no such parameter. Nothing means undetermined, never zero.
  [[nodiscard]] const Parameter* at(std::string_view name, Date governing) const;

  /// By name, then by first day.
  [[nodiscard]] const std::vector<Parameter>& rows() const noexcept { return rows_; }
  [[nodiscard]] const std::string& document() const noexcept { return document_; }

 private:
  std::string document_;
  std::vector<Parameter> rows_;
};

}  // namespace recoup
