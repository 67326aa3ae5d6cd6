#include "point_range.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/rules/fact_dictionary.hpp"

namespace recoup {
namespace {

constexpr std::size_t combinations_max = 4096;

Decimal sum_of(const Decimal& a, const Decimal& b) {
  const auto sum = a.plus(b);
  RECOUP_CHECK(sum.has_value());
  return sum->value;
}

Decimal between(const Decimal& a, const Decimal& b) {
  const auto middle = sum_of(a, b).over(Decimal(2));
  RECOUP_CHECK(middle.has_value());
  return middle->value;
}

bool tests(const FindingRule& rule, const std::string& fact) {
  return std::any_of(rule.cells.begin(), rule.cells.end(),
                     [&](const FindingCell& cell) { return cell.input == fact; });
}

/// The figures against which the rows of a finding hold a fact.
std::set<Decimal> bounds_of(const Finding& finding, const std::string& fact) {
  std::set<Decimal> bounds = {Decimal(0)};
  for (const FindingRule& rule : finding.open) {
    for (const FindingCell& cell : rule.cells) {
      if (cell.input != fact) continue;
      for (const Bound& bound : cell.bounds) {
        for (const DatedFigure& figure : finding.parameters) {
          const auto* number = figure.value.as<Decimal>();
          if (number != nullptr && table_name(figure.name) == bound.name) bounds.insert(*number);
        }
      }
    }
  }
  return bounds;
}

std::vector<Value> values_to_try(const Finding& untold, const std::string& fact, bool is_truth,
                                 bool is_share) {
  if (is_truth) return {Value(false), Value(true)};
  std::set<Decimal> bounds = bounds_of(untold, fact);
  if (is_share) bounds.insert(Decimal(1));
  std::vector<Decimal> numbers = {sum_of(*bounds.begin(), Decimal(-1))};
  for (auto bound = bounds.begin(); bound != bounds.end(); ++bound) {
    numbers.push_back(*bound);
    const auto next = std::next(bound);
    numbers.push_back(next == bounds.end() ? sum_of(*bound, Decimal(1)) : between(*bound, *next));
  }
  std::vector<Value> values;
  for (const Decimal& number : numbers) {
    if (is_share && (number < Decimal(0) || number > Decimal(1))) continue;
    values.emplace_back(number);
  }
  return values;
}

/// The facts without which a rule is open.
std::vector<std::string> unknown_facts(const FindingRule& rule) {
  std::vector<std::string> facts;
  for (const FindingCell& cell : rule.cells) {
    const bool is_new = std::find(facts.begin(), facts.end(), cell.input) == facts.end();
    if (cell.answer == Answer::open && is_new) facts.push_back(cell.input);
  }
  return facts;
}

const RuleWeight& weight_of(const RuleWeights& weights, const FindingRule& rule) {
  const auto at = weights.find(rule.rule);
  RECOUP_CHECK(at != weights.end());
  return at->second;
}

/// Rules that share a missing fact, directly or through others.
struct OpenGroup {
  std::vector<const FindingRule*> rules;
  std::vector<std::string> facts;
};

std::vector<OpenGroup> groups_of(const std::vector<FindingRule>& open) {
  std::vector<OpenGroup> groups;
  for (const FindingRule& rule : open) {
    OpenGroup joined{{&rule}, unknown_facts(rule)};
    std::vector<OpenGroup> others;
    for (OpenGroup& group : groups) {
      const bool shares =
          std::any_of(group.facts.begin(), group.facts.end(), [&](const std::string& fact) {
            return std::find(joined.facts.begin(), joined.facts.end(), fact) != joined.facts.end();
          });
      if (!shares) {
        others.push_back(std::move(group));
        continue;
      }
      joined.rules.insert(joined.rules.begin(), group.rules.begin(), group.rules.end());
      for (std::string& fact : group.facts) joined.facts.push_back(std::move(fact));
    }
    std::sort(joined.facts.begin(), joined.facts.end());
    joined.facts.erase(std::unique(joined.facts.begin(), joined.facts.end()), joined.facts.end());
    others.push_back(std::move(joined));
    groups = std::move(others);
  }
  return groups;
}

bool is_wider(const OpenPoints& a, const OpenPoints& b) {
  const Decimal wide_a = sum_of(a.most, a.least.negated());
  const Decimal wide_b = sum_of(b.most, b.least.negated());
  if (wide_a != wide_b) return wide_a > wide_b;
  return a.facts < b.facts;
}

}  // namespace

Result<FactAnswers> FactAnswers::of(const Pack& pack, const std::vector<std::string>& decisions,
                                    Date as_at) {
  RECOUP_TRY(dictionary, FactDictionary::of_pack(pack.files()));
  FactAnswers answers;
  for (const std::string& decision : decisions) {
    FactTable nothing;
    std::vector<const FactEntry*> asked;
    for (const std::string& input : pack.inputs_of(decision)) {
      const FactEntry* entry = dictionary.find(input);
      if (entry == nullptr) continue;
      asked.push_back(entry);
      nothing.set({input, Value::missing(input), "", {}});
    }
    RECOUP_TRY(untold, pack.evaluate(decision, nothing, as_at));
    for (const FactEntry* entry : asked) {
      auto tried = answers.try_fact(pack, decision, untold, entry->name, entry->type == "boolean",
                                    entry->unit == "share", as_at);
      if (!tried) return std::move(tried).error();
    }
  }
  return answers;
}

Result<void> FactAnswers::try_fact(const Pack& pack, const std::string& decision,
                                   const Finding& untold, const std::string& fact, bool is_truth,
                                   bool is_share, Date as_at) {
  const std::vector<Value> values = values_to_try(untold, fact, is_truth, is_share);
  tries_[fact] = values.size();
  for (const Value& value : values) {
    FactTable facts;
    for (const std::string& input : pack.inputs_of(decision)) {
      if (!pack.parameters().has(input)) facts.set({input, Value::missing(input), "", {}});
    }
    facts.set({fact, value, "", {}});
    RECOUP_TRY(finding, pack.evaluate(decision, facts, as_at));
    for (const FindingRule& rule : untold.open) {
      if (!tests(rule, fact)) continue;
      const bool refused =
          std::any_of(finding.not_fired.begin(), finding.not_fired.end(),
                      [&](const FindingRule& each) { return each.rule == rule.rule; });
      passes_[{rule.rule, fact}].push_back(!refused);
    }
  }
  return {};
}

OpenPoints FactAnswers::group_points(const std::vector<const FindingRule*>& rules,
                                     const std::vector<std::string>& facts,
                                     const RuleWeights& weights) const {
  OpenPoints points{facts, {}, Decimal(), Decimal()};
  std::size_t combinations = 1;
  for (const std::string& fact : facts) {
    const auto tried = tries_.find(fact);
    const std::size_t count = tried == tries_.end() ? 0 : tried->second;
    if (count == 0 || combinations > combinations_max) continue;
    combinations *= count;
  }
  const bool is_tried =
      combinations <= combinations_max &&
      std::all_of(facts.begin(), facts.end(), [&](const auto& f) { return tries_.contains(f); });
  if (!is_tried) {
    for (const FindingRule* rule : rules) {
      const Decimal& weight = weight_of(weights, *rule).points;
      Decimal& side = weight.is_negative() ? points.least : points.most;
      side = sum_of(side, weight);
    }
    return points;
  }
  bool is_first = true;
  for (std::size_t combination = 0; combination < combinations; ++combination) {
    std::map<std::string, std::size_t> chosen;
    std::size_t left = combination;
    for (const std::string& fact : facts) {
      const std::size_t count = tries_.at(fact);
      chosen[fact] = left % count;
      left /= count;
    }
    Decimal sum;
    for (const FindingRule* rule : rules) {
      const auto unknown = unknown_facts(*rule);
      const bool fires = std::all_of(unknown.begin(), unknown.end(), [&](const std::string& fact) {
        const auto passes = passes_.find({rule->rule, fact});
        return passes == passes_.end() || passes->second[chosen[fact]];
      });
      if (fires) sum = sum_of(sum, weight_of(weights, *rule).points);
    }
    if (is_first || sum < points.least) points.least = sum;
    if (is_first || sum > points.most) points.most = sum;
    is_first = false;
  }
  return points;
}

std::vector<OpenPoints> FactAnswers::open_points(const std::vector<FindingRule>& open,
                                                 const RuleWeights& weights) const {
  std::vector<OpenPoints> all;
  for (const OpenGroup& group : groups_of(open)) {
    OpenPoints points = group_points(group.rules, group.facts, weights);
    for (const FindingRule* rule : group.rules) {
      for (const std::string& what : rule->missing) {
        const bool is_new = std::find(points.to_obtain.begin(), points.to_obtain.end(), what) ==
                            points.to_obtain.end();
        if (is_new) points.to_obtain.push_back(what);
      }
    }
    all.push_back(std::move(points));
  }
  std::sort(all.begin(), all.end(), is_wider);
  return all;
}

}  // namespace recoup
