// parameters.hpp: the law's figures, each with the days from and to which it is in force.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

/// One value of one parameter, in one period.
struct DatedFigure {
  std::string name;  ///< "cash.minimum_amount"; tables call it "cash minimum amount".
  Value value;
  std::string unit;
  Date from;
  std::optional<Date> to;      ///< Last day in force; none where it still is.
  std::string governing_date;  ///< Which day of a case decides, in words.
  std::string authority;
  std::string uri;
  std::string verified_by;
  std::string verified_on;
  std::string note;
  std::string document = {};  ///< The file and line that state it.
  std::uint64_t line = 0;
};

/// The parameters of a pack.
///
///   Shape  CSV (RFC 4180) with the header
///          parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note
///   Errors malformed (not that header, a bad date, no authority), contradiction (two periods of
///          one parameter overlap, or leave a day between them without a value).
class DatedFigures {
 public:
  /// Adds the lines of one file.
  Result<void> add(const std::string& document, std::string_view csv);
  /// Checks what holds across lines. To be called once after the last file.
  Result<void> check();

  /// The value in force on the day; nothing before the first and after the last day.
  [[nodiscard]] const DatedFigure* at(std::string_view name, Date date) const;
  /// Whether there is such a parameter at all.
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] const std::vector<DatedFigure>& all() const noexcept { return parameters_; }

 private:
  void index();

  std::vector<DatedFigure> parameters_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> rows_;  // by the name of tables
};

/// The name by which a table knows a parameter: points and low lines are spaces.
[[nodiscard]] std::string table_name(std::string_view parameter);

}  // namespace recoup
