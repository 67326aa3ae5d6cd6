// The ordinary evaluator judges again what was found over columns.
#include <algorithm>

#include "plan.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string rows_and_rules(const std::vector<std::uint32_t>& rules) {
  std::string out;
  for (const std::uint32_t rule : rules) {
    out += (out.empty() ? "" : ", ") + std::to_string(rule + 1);
  }
  return out.empty() ? "none" : out;
}

std::string shown(Status status, const Value& value) {
  switch (status) {
    case Status::determined: return std::string(type_name(value)) + " " + text(value);
    case Status::undetermined: return "undetermined";
    case Status::withheld: return "withheld";
  }
  return "";
}

Error difference(const ColumnAnswers& answers, std::size_t row, std::string found,
                 std::string expected) {
  return {ErrorCode::defect, std::move(found) + " over columns",
          std::move(expected) + " by the evaluator, which is this program's own mistake",
          Place{answers.decision, row + 1, ""}};
}

/// The rules of one row, taken from the pairs in the order of the rows.
class PairReader {
 public:
  explicit PairReader(const std::vector<RuleAtRow>& pairs) : pairs_(pairs) {}

  std::vector<std::uint32_t> at(std::size_t row) {
    std::vector<std::uint32_t> rules;
    while (next_ < pairs_.size() && pairs_[next_].row == row) rules.push_back(pairs_[next_++].rule);
    return rules;
  }
  [[nodiscard]] bool at_end() const { return next_ == pairs_.size(); }

 private:
  const std::vector<RuleAtRow>& pairs_;
  std::size_t next_ = 0;
};

struct RowRules {
  std::vector<std::uint32_t> fired;
  std::vector<std::uint32_t> open;
};

RowRules rules_of(const Outcome& outcome) {
  RowRules rules;
  for (const RuleOutcome& rule : outcome.rules) {
    const auto place = static_cast<std::uint32_t>(rule.row - 1);
    if (rule.answer == Answer::open) rules.open.push_back(place);
    if (rule.answer != Answer::yes) continue;
    rules.fired.push_back(place);
    if (outcome.hit_policy == "FIRST") break;
  }
  return rules;
}

Result<void> compare_row(const Outcome& outcome, const ColumnAnswers& answers, std::size_t row,
                         const RowRules& found) {
  const RowRules expected = rules_of(outcome);
  if (found.fired != expected.fired) {
    return difference(answers, row, "fired rules " + rows_and_rules(found.fired),
                      rows_and_rules(expected.fired));
  }
  if (found.open != expected.open) {
    return difference(answers, row, "open rules " + rows_and_rules(found.open),
                      rows_and_rules(expected.open));
  }
  const RowConclusion& conclusion = answers.conclusions[answers.conclusion_of[row]];
  const std::string ours = shown(conclusion.status, conclusion.value);
  const std::string theirs = shown(outcome.status, outcome.value);
  if (ours != theirs) return difference(answers, row, quoted(ours), quoted(theirs));
  return {};
}

}  // namespace

Result<Recheck> recheck(const ColumnPlan& plan, std::size_t decision, const ColumnAnswers& answers,
                        std::size_t sample, const RowVisitor& visit) {
  Recheck done;
  PairReader fired(answers.fired);
  PairReader open(answers.open);
  for (std::size_t row = 0; row < answers.conclusion_of.size(); ++row) {
    const RowRules found{fired.at(row), open.at(row)};
    const bool sampled = sample != 0 && row % sample == 0;
    if (found.fired.empty() && found.open.empty() && !sampled) continue;
    const Outcome outcome = plan.explain(decision, row);
    if (auto same = compare_row(outcome, answers, row, found); !same) return same.error();
    if (visit && (!found.fired.empty() || !found.open.empty())) {
      if (auto visited = visit(row, outcome); !visited) return visited.error();
    }
    ++done.rows;
    done.fired += found.fired.size();
    done.open += found.open.size();
  }
  if (!fired.at_end() || !open.at_end()) {
    return difference(answers, answers.conclusion_of.size(), "rules of rows out of order",
                      "rules in the order of the rows");
  }
  return done;
}

}  // namespace recoup
