// coverage_axis.hpp: one input of a table, cut into parts inside which no cell changes its answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/dmn/linter.hpp"
#include "recoup/feel/cell_region.hpp"

namespace recoup {

/// Values of one input, cut at every end that a cell names.
///
///   Shape   With k ends there are 2k+1 parts: below the first, the first end itself, between it
///           and the second ...; a truth value has two parts; one more stands for "known to be
///           none" where a cell asks for it.
class CoverageAxis {
 public:
  /// The input with its cells, one a rule; a cell without a region was too rich to be read.
  struct Cells {
    std::string input;
    std::vector<std::optional<CellRegion>> regions;
    std::optional<CellRegion> allowed;
    bool is_truth = false;
  };

  /// All ways in which the ends may lie: one where every end has a value, several where a fact
  /// bounds a cell. Empty where the ends have no order or there are too many ways.
  static std::vector<CoverageAxis> cut(const Cells& cells, const LawPeriod& period);

  [[nodiscard]] std::size_t parts() const noexcept { return parts_; }
  /// Whether a value of this part may occur at all.
  [[nodiscard]] bool allows(std::size_t part) const;
  [[nodiscard]] bool passes(const CellRegion& region, std::size_t part) const;
  /// An example: "seizure amount is below cash minimum amount (1000.00)".
  [[nodiscard]] std::string example(std::size_t part) const;

 private:
  /// An end, and all that fall together with it.
  struct Mark {
    std::optional<Value> value;
    std::vector<std::string> variables;
  };

  [[nodiscard]] bool place_all(const Cells& cells, const LawPeriod& period,
                               std::vector<std::string>& loose);
  [[nodiscard]] bool place(const Value& value, const std::string& variable);
  [[nodiscard]] std::optional<std::size_t> mark_of(const RegionEnd& end) const;
  [[nodiscard]] bool inside(const RegionInterval& interval, std::size_t part) const;
  [[nodiscard]] std::string mark_text(std::size_t mark) const;
  void finish(const Cells& cells);

  std::string input_;
  std::vector<Mark> marks_;
  std::optional<CellRegion> allowed_;
  bool is_truth_ = false;
  bool has_null_ = false;
  std::size_t parts_ = 0;
};

}  // namespace recoup
