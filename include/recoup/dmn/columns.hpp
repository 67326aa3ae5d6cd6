// columns.hpp: facts of many rows, column by column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

/// One bit a row, in words of 64.
class FactBits {
 public:
  void add(bool bit) {
    if (size_ % 64 == 0) words_.push_back(0);
    words_.back() |= std::uint64_t{bit} << (size_ % 64);
    ++size_;
    any_ = any_ || bit;
  }
  [[nodiscard]] bool at(std::size_t row) const {
    return ((words_[row / 64] >> (row % 64)) & 1U) != 0;
  }
  [[nodiscard]] const std::uint64_t* words() const noexcept { return words_.data(); }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// Whether any bit is set at all.
  [[nodiscard]] bool any() const noexcept { return any_; }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_ = 0;
  bool any_ = false;
};

/// One fact of every row: a value, known to be none, or missing.
///
///   Shape  Numbers are whole multiples of 10^-`decimals`, so that money in pence has two; days
///          since 1970-01-01; texts as places in a dictionary.
///   Exact  Nothing is rounded: a number that is no such multiple is not taken.
class FactColumn {
 public:
  enum class Kind : std::uint8_t { number, date, truth, text };
  static constexpr int decimals_max = 18;

  /// Requires 0 to `decimals_max` decimals for numbers.
  FactColumn(std::string name, Kind kind, int decimals = 0);

  /// Each adds one row. Requires the column's kind.
  void add_number(std::int64_t scaled);
  void add_date(Date date);
  void add_truth(bool truth);
  void add_text(std::string_view text);
  void add_null() { add_gap(true); }
  void add_missing() { add_gap(false); }
  /// Adds what a value of the language says. False, and nothing added, where the column cannot hold
  /// it exactly.
  [[nodiscard]] bool add(const Value& value);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  [[nodiscard]] int decimals() const noexcept { return decimals_; }
  [[nodiscard]] std::size_t size() const noexcept { return null_.size(); }

  /// The fact of a row as the language has it: null where it is none, unknown where it is missing.
  [[nodiscard]] Value value(std::size_t row) const;
  [[nodiscard]] bool is_null(std::size_t row) const { return null_.at(row); }
  [[nodiscard]] bool is_missing(std::size_t row) const { return missing_.at(row); }

  // The rows as they are held; those without a value hold zero.
  [[nodiscard]] const std::int64_t* numbers() const noexcept { return numbers_.data(); }
  [[nodiscard]] const std::int32_t* days() const noexcept { return days_.data(); }
  [[nodiscard]] const std::uint32_t* codes() const noexcept { return codes_.data(); }
  [[nodiscard]] const FactBits& truths() const noexcept { return truths_; }
  [[nodiscard]] const FactBits& nulls() const noexcept { return null_; }
  [[nodiscard]] const FactBits& missing() const noexcept { return missing_; }
  [[nodiscard]] const std::vector<std::string>& dictionary() const noexcept { return dictionary_; }

 private:
  void add_gap(bool is_null);
  void add_present();

  std::string name_;
  Kind kind_;
  int decimals_;
  std::vector<std::int64_t> numbers_;
  std::vector<std::int32_t> days_;
  std::vector<std::uint32_t> codes_;
  FactBits truths_;
  FactBits null_;
  FactBits missing_;
  std::vector<std::string> dictionary_;
  std::unordered_map<std::string, std::uint32_t> code_of_;
};

/// The facts of many rows.
class FactColumns {
 public:
  /// Errors: contradiction (a name twice, or columns that are not equally long).
  static Result<FactColumns> of(std::vector<FactColumn> columns);

  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] const std::vector<FactColumn>& columns() const noexcept { return columns_; }
  /// Place of the column of that name, or nothing.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  /// The facts of one row, by their names.
  [[nodiscard]] Context row(std::size_t row) const;

 private:
  std::vector<FactColumn> columns_;
  std::size_t rows_ = 0;
};

}  // namespace recoup
