// Overlaps and gaps of a decision table.

#include <algorithm>
#include <optional>
#include <set>

#include "coverage_axis.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

// Ways in which facts that bound cells may lie, and steps of the search for a gap.
constexpr std::size_t ways_max = 500;
constexpr int steps_max = 200'000;

using Point = std::vector<std::size_t>;

std::string rule_name(const OutlineTable& table, std::size_t rule) {
  const std::string& id = table.rules[rule].id;
  return id.empty() ? "rule " + std::to_string(rule + 1) : id;
}

bool same_outputs(const OutlineRule& one, const OutlineRule& other) {
  return std::equal(one.outputs.begin(), one.outputs.end(), other.outputs.begin(),
                    other.outputs.end(),
                    [](const OutlineText& a, const OutlineText& b) { return a.text == b.text; });
}

class TableCoverage {
 public:
  TableCoverage(const OutlineTable& table, const NameUses& scope) : table_(table) {
    for (const auto& [name, use] : scope) names_.push_back(name);
    read_cells(scope);
  }

  std::vector<LintRemark> run(const std::vector<LawPeriod>& periods) {
    const std::string& policy = table_.hit_policy;
    asks_overlap_ = policy == "UNIQUE" || policy == "ANY";
    asks_gap_ = policy == "UNIQUE" || policy == "ANY" || policy == "FIRST" || policy == "PRIORITY";
    for (const OutlineColumn& output : table_.outputs) {
      if (!output.otherwise.text.empty()) asks_gap_ = false;
    }
    if (table_.rules.empty() || (!asks_overlap_ && !asks_gap_)) return {};
    for (const LawPeriod& period : periods) {
      for (const std::string& name : variables_) {
        if (period.figures.contains(name)) parameters_.insert(name);
      }
    }
    for (const LawPeriod& period : periods) {
      if (!parameters_.empty() && in_force(period)) look(period);
    }
    if (parameters_.empty()) look({});
    return std::move(remarks_);
  }

 private:
  void read_cells(const NameUses& scope) {
    for (std::size_t i = 0; i < table_.inputs.size(); ++i) {
      const std::string input = normal_name(table_.inputs[i].expression.text);
      CoverageAxis::Cells cells;
      cells.input = input;
      const auto use = scope.find(input);
      cells.is_truth = table_.inputs[i].type == "boolean" ||
                       (use != scope.end() && use->second.type == "boolean");
      for (const OutlineRule& rule : table_.rules) {
        auto region = i < rule.tests.size()
                          ? cell_region(rule.tests[i].text, names_)
                          : Result<CellRegion>(CellRegion{true, false, false, {}});
        cells.regions.push_back(region ? std::optional(std::move(region).value()) : std::nullopt);
        note_variables(cells.regions.back());
      }
      if (!table_.inputs[i].values.text.empty()) {
        auto allowed = cell_region(table_.inputs[i].values.text, names_);
        if (allowed) cells.allowed = std::move(allowed).value();
      }
      columns_.push_back(std::move(cells));
    }
  }

  void note_variables(const std::optional<CellRegion>& region) {
    if (!region) return;
    for (const RegionInterval& interval : region->intervals) {
      for (const auto* end : {&interval.low, &interval.high}) {
        if (*end && !(*end)->variable.empty()) variables_.insert((*end)->variable);
      }
    }
  }

  /// A period counts where it gives a value to a bound, and to every one that any period gives.
  bool in_force(const LawPeriod& period) const {
    return std::any_of(variables_.begin(), variables_.end(),
                       [&](const std::string& name) { return period.figures.contains(name); });
  }

  void add(LintCode code, std::uint64_t line, const std::string& rule, std::string found,
           std::string expected) {
    if (!said_.insert(std::string(lint_code_text(code)) + rule + expected).second) return;
    remarks_.push_back({code, "", line, rule, std::move(found), std::move(expected)});
  }

  void look(const LawPeriod& period) {
    since_ = period.since;
    std::vector<std::vector<CoverageAxis>> ways;
    std::size_t count = 1;
    for (const CoverageAxis::Cells& cells : columns_) {
      ways.push_back(CoverageAxis::cut(cells, period));
      if (ways.back().empty()) {
        return add(LintCode::not_analysed, table_.line, "", "the column " + quoted(cells.input),
                   "ends of cells that have an order");
      }
      count *= ways.back().size();
      if (count > ways_max) {
        return add(
            LintCode::not_analysed, table_.line, "",
            "more than " + std::to_string(ways_max) + " orders of the facts that bound cells",
            "fewer facts as bounds");
      }
    }
    for (std::size_t number = 0; number < count; ++number) {
      axes_.clear();
      std::size_t rest = number;
      for (const auto& way : ways) {
        axes_.push_back(way[rest % way.size()]);
        rest /= way.size();
      }
      if (asks_overlap_) look_for_overlaps();
      if (asks_gap_) look_for_gap();
    }
  }

  std::string example(const Point& point) const {
    std::string out;
    for (std::size_t i = 0; i < point.size(); ++i) {
      out += (out.empty() ? "" : ", ") + axes_[i].example(point[i]);
    }
    return out + (since_.empty() ? "" : " (law in force on " + since_ + ")");
  }

  /// Whether both cells may say yes to one value of the column; `part` is such a value.
  bool meet(std::size_t column, std::size_t one, std::size_t other, std::size_t& part) const {
    const auto& a = columns_[column].regions[one];
    const auto& b = columns_[column].regions[other];
    for (part = 0; part < axes_[column].parts(); ++part) {
      if (!axes_[column].allows(part)) continue;
      if (a && !axes_[column].passes(*a, part)) continue;
      if (b && !axes_[column].passes(*b, part)) continue;
      return true;
    }
    return false;
  }

  /// Columns of one expression are one: a value has to pass the cells of all of them.
  bool repeats_earlier(std::size_t column) const {
    for (std::size_t i = 0; i < column; ++i) {
      if (columns_[i].input == columns_[column].input) return true;
    }
    return false;
  }

  void look_for_overlaps() {
    for (std::size_t one = 0; one < table_.rules.size(); ++one) {
      for (std::size_t other = one + 1; other < table_.rules.size(); ++other) {
        const bool same = same_outputs(table_.rules[one], table_.rules[other]);
        if (table_.hit_policy == "ANY" && same) continue;
        look_at_pair(one, other);
      }
    }
  }

  void look_at_pair(std::size_t one, std::size_t other) {
    Point point(columns_.size());
    bool known = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!meet(i, one, other, point[i])) return;
      known =
          known && columns_[i].regions[one] && columns_[i].regions[other] && !repeats_earlier(i);
    }
    const OutlineRule& rule = table_.rules[one];
    const std::string names = rule_name(table_, one) + " and " + rule_name(table_, other);
    if (known) {
      add(LintCode::overlap, rule.line, rule_name(table_, one),
          names + " both fire where " + example(point),
          "at most one of " + names + " under " + table_.hit_policy);
    } else {
      add(LintCode::not_analysed, rule.line, rule_name(table_, one),
          names + ": whether both can fire hangs on a cell beyond the simple subset",
          "a look by a person at " + names);
    }
  }

  void look_for_gap() {
    Point point;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < table_.rules.size(); ++i) all.push_back(i);
    steps_ = 0;
    maybe_.reset();
    const bool found = find_gap(all, point);
    if (steps_ > steps_max) {
      return add(LintCode::not_analysed, table_.line, "", "gaps: too many parts to look at",
                 "an \"otherwise\", or a smaller table");
    }
    if (found) {
      // No rule says yes to anything: the columns that are left may hold any value.
      while (point.size() < columns_.size()) point.push_back(0);
      return add(LintCode::gap, table_.line, "", "no rule fires where " + example(point),
                 "a rule for it, or an explicit \"otherwise\"");
    }
    if (!maybe_) return;
    add(LintCode::not_analysed, table_.line, "",
        "whether a rule fires where " + example(*maybe_) +
            " hangs on a cell beyond the simple subset",
        "a look by a person at gaps");
  }

  /// Looks for a point that no rule covers; `alive` are the rules that its parts so far leave.
  bool find_gap(const std::vector<std::size_t>& alive, Point& point) {
    if (++steps_ > steps_max) return false;
    const std::size_t column = point.size();
    if (covers_rest(alive, column)) return false;
    if (column == columns_.size()) {
      if (alive.empty()) return true;
      if (!maybe_) maybe_ = point;
      return false;
    }
    std::set<std::vector<std::size_t>> seen;
    for (std::size_t part = 0; part < axes_[column].parts(); ++part) {
      if (!axes_[column].allows(part)) continue;
      std::vector<std::size_t> left;
      for (const std::size_t rule : alive) {
        const auto& region = columns_[column].regions[rule];
        if (!region || axes_[column].passes(*region, part)) left.push_back(rule);
      }
      if (!seen.insert(left).second) continue;
      point.push_back(part);
      if (find_gap(left, point)) return true;
      point.pop_back();
    }
    return false;
  }

  /// Whether one of the rules says yes to everything in the columns that are left, and every cell
  /// of it could be read.
  bool covers_rest(const std::vector<std::size_t>& alive, std::size_t column) const {
    return std::any_of(alive.begin(), alive.end(), [&](std::size_t rule) {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const auto& region = columns_[i].regions[rule];
        if (!region || (i >= column && !region->any)) return false;
      }
      return true;
    });
  }

  const OutlineTable& table_;
  std::vector<std::string> names_;
  std::vector<CoverageAxis::Cells> columns_;
  std::set<std::string> variables_;   ///< That bound cells.
  std::set<std::string> parameters_;  ///< Those of them that the law gives a value.
  std::vector<CoverageAxis> axes_;
  std::set<std::string> said_;
  std::vector<LintRemark> remarks_;
  std::string since_;
  bool asks_overlap_ = false;
  bool asks_gap_ = false;
  std::optional<Point> maybe_;  ///< Where only a cell that could not be read may fire.
  int steps_ = 0;
};

}  // namespace

std::vector<LintRemark> table_coverage(const OutlineTable& table, const NameUses& scope,
                                       const std::vector<LawPeriod>& periods) {
  return TableCoverage(table, scope).run(periods);
}

}  // namespace recoup
