#include "coverage_axis.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

// More facts than this as ends of one column make too many orders to look at.
constexpr std::size_t loose_max = 3;

std::vector<const RegionEnd*> ends_of(const CellRegion& region) {
  std::vector<const RegionEnd*> ends;
  for (const RegionInterval& interval : region.intervals) {
    if (interval.low) ends.push_back(&*interval.low);
    if (interval.high) ends.push_back(&*interval.high);
  }
  return ends;
}

std::string written(const Value& value) {
  return value.as<std::string>() != nullptr ? quoted(text(value)) : text(value);
}

}  // namespace

std::optional<std::size_t> CoverageAxis::mark_of(const RegionEnd& end) const {
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const Mark& mark = marks_[i];
    if (!end.variable.empty()) {
      const auto& names = mark.variables;
      if (std::find(names.begin(), names.end(), end.variable) != names.end()) return i;
    } else if (mark.value && equal(*mark.value, end.value).value_or(false)) {
      return i;
    }
  }
  return std::nullopt;
}

bool CoverageAxis::place(const Value& value, const std::string& variable) {
  std::size_t at = 0;
  for (; at < marks_.size(); ++at) {
    const auto order = compare(value, *marks_[at].value);
    if (!order) return false;
    if (*order == 0) {
      if (!variable.empty()) marks_[at].variables.push_back(variable);
      return true;
    }
    if (*order < 0) break;
  }
  Mark mark{value, {}};
  if (!variable.empty()) mark.variables.push_back(variable);
  marks_.insert(marks_.begin() + static_cast<std::ptrdiff_t>(at), std::move(mark));
  return true;
}

bool CoverageAxis::place_all(const Cells& cells, const LawPeriod& period,
                             std::vector<std::string>& loose) {
  std::vector<const RegionEnd*> ends;
  const auto gather = [&](const std::optional<CellRegion>& region) {
    if (!region) return;
    has_null_ = has_null_ || region->null;
    for (const RegionEnd* end : ends_of(*region)) ends.push_back(end);
  };
  for (const auto& region : cells.regions) gather(region);
  gather(cells.allowed);
  for (const RegionEnd* end : ends) {
    if (mark_of(*end)) continue;
    if (end->variable.empty()) {
      if (!place(end->value, "")) return false;
      continue;
    }
    const auto figure = period.figures.find(end->variable);
    if (figure == period.figures.end()) {
      if (std::find(loose.begin(), loose.end(), end->variable) == loose.end()) {
        loose.push_back(end->variable);
      }
    } else if (!place(figure->second, end->variable)) {
      return false;
    }
  }
  return true;
}

void CoverageAxis::finish(const Cells& cells) {
  input_ = cells.input;
  allowed_ = cells.allowed;
  parts_ = (is_truth_ ? 2 : 2 * marks_.size() + 1) + (has_null_ ? 1 : 0);
}

std::vector<CoverageAxis> CoverageAxis::cut(const Cells& cells, const LawPeriod& period) {
  CoverageAxis axis;
  axis.is_truth_ = cells.is_truth;
  if (cells.is_truth) {
    for (const auto& region : cells.regions) {
      if (!region) continue;
      axis.has_null_ = axis.has_null_ || region->null;
      for (const RegionEnd* end : ends_of(*region)) {
        if (end->value.as<bool>() == nullptr) return {};
      }
    }
    axis.finish(cells);
    return {axis};
  }
  std::vector<std::string> loose;
  if (!axis.place_all(cells, period, loose) || loose.size() > loose_max) return {};
  // A fact may fall together with any mark or lie in any space between two.
  std::vector<CoverageAxis> ways = {axis};
  for (const std::string& variable : loose) {
    std::vector<CoverageAxis> more;
    for (const CoverageAxis& way : ways) {
      for (std::size_t i = 0; i <= way.marks_.size(); ++i) {
        more.push_back(way);
        const auto at = more.back().marks_.begin() + static_cast<std::ptrdiff_t>(i);
        more.back().marks_.insert(at, Mark{std::nullopt, {variable}});
        if (i == way.marks_.size()) break;
        more.push_back(way);
        more.back().marks_[i].variables.push_back(variable);
      }
    }
    ways = std::move(more);
  }
  for (CoverageAxis& way : ways) way.finish(cells);
  return ways;
}

bool CoverageAxis::inside(const RegionInterval& interval, std::size_t part) const {
  if (is_truth_) {
    const auto* truth = interval.low ? interval.low->value.as<bool>() : nullptr;
    return truth != nullptr && *truth == (part == 1);
  }
  if (interval.low) {
    const std::size_t low = 2 * mark_of(*interval.low).value_or(0) + 1;
    if (part < low || (part == low && !interval.low_closed)) return false;
  }
  if (interval.high) {
    const std::size_t high = 2 * mark_of(*interval.high).value_or(0) + 1;
    if (part > high || (part == high && !interval.high_closed)) return false;
  }
  return true;
}

bool CoverageAxis::passes(const CellRegion& region, std::size_t part) const {
  if (region.any) return true;
  const bool is_null = has_null_ && part + 1 == parts_;
  const bool named = is_null ? region.null
                             : std::any_of(region.intervals.begin(), region.intervals.end(),
                                           [&](const auto& one) { return inside(one, part); });
  return named != region.negated;
}

bool CoverageAxis::allows(std::size_t part) const {
  const bool is_null = has_null_ && part + 1 == parts_;
  return is_null || !allowed_ || passes(*allowed_, part);
}

std::string CoverageAxis::mark_text(std::size_t mark) const {
  std::string names;
  for (const std::string& variable : marks_[mark].variables) {
    names += (names.empty() ? "" : " and ") + variable;
  }
  if (!marks_[mark].value) return names;
  const std::string value = written(*marks_[mark].value);
  return names.empty() ? value : names + " (" + value + ")";
}

std::string CoverageAxis::example(std::size_t part) const {
  if (has_null_ && part + 1 == parts_) return input_ + " is known to be none";
  if (is_truth_) return input_ + " is " + (part == 1 ? "true" : "false");
  if (marks_.empty()) return input_ + " is any value";
  if (part % 2 == 1) return input_ + " is " + mark_text(part / 2);
  const bool is_text = marks_.front().value && marks_.front().value->as<std::string>() != nullptr;
  if (is_text) {
    std::string all;
    for (std::size_t i = 0; i < marks_.size(); ++i) all += (i > 0 ? ", " : "") + mark_text(i);
    return input_ + " is none of " + all;
  }
  if (part == 0) return input_ + " is below " + mark_text(0);
  if (part / 2 == marks_.size()) return input_ + " is above " + mark_text(marks_.size() - 1);
  return input_ + " is between " + mark_text(part / 2 - 1) + " and " + mark_text(part / 2);
}

}  // namespace recoup
