#include "recoup/ranking/ranking.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "point_range.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"
#include "recoup/rules/fact_dictionary.hpp"

namespace recoup {
namespace {

constexpr std::string_view points_prefix = "Points ";
constexpr std::array<DeadlineBand, 6> bands = {DeadlineBand::overdue,      DeadlineBand::red,
                                               DeadlineBand::undetermined, DeadlineBand::amber,
                                               DeadlineBand::green,        DeadlineBand::none};

/// The band that the pack names; one that hangs on a missing fact is undetermined and stands behind
/// what is known to be urgent, before what is known not to be.
DeadlineBand band_of(const Finding& finding) {
  if (finding.status != Status::determined) return DeadlineBand::undetermined;
  const auto* name = finding.value.as<std::string>();
  for (const DeadlineBand band : bands) {
    if (name != nullptr && *name == text(band)) return band;
  }
  return DeadlineBand::undetermined;
}

Decimal sum_of(const Decimal& a, const Decimal& b) {
  const auto sum = a.plus(b);
  RECOUP_CHECK(sum.has_value());
  return sum->value;
}

/// "points value large" as the parameter is written: "points.value_large".
std::string parameter_name(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  const std::size_t first = name.find('_');
  if (first != std::string::npos) name[first] = '.';
  return name;
}

/// The weight that bears the name of a rule: "points value large" of "value-large".
std::string weight_name(std::string rule) {
  std::replace(rule.begin(), rule.end(), '-', ' ');
  return "points " + rule;
}

template <typename T, typename SameName>
void append_new(std::vector<T>& to, std::vector<T>&& from, SameName is_same) {
  for (T& each : from) {
    const bool is_known =
        std::any_of(to.begin(), to.end(), [&](const T& known) { return is_same(known, each); });
    if (!is_known) to.push_back(std::move(each));
  }
}

void append(std::vector<FindingRule>& to, std::vector<FindingRule>&& from) {
  for (FindingRule& rule : from) to.push_back(std::move(rule));
}

/// Puts one table's finding to those of the others.
void merge(Finding& all, Finding&& one) {
  const auto is_same_text = [](const std::string& a, const std::string& b) { return a == b; };
  const auto is_same_name = [](const auto& a, const auto& b) { return a.name == b.name; };
  append(all.fired, std::move(one.fired));
  append(all.not_fired, std::move(one.not_fired));
  append(all.open, std::move(one.open));
  append_new(all.missing, std::move(one.missing), is_same_text);
  append_new(all.errors, std::move(one.errors), is_same_text);
  append_new(all.parameters, std::move(one.parameters), is_same_name);
  append_new(all.facts, std::move(one.facts), is_same_name);
  if (one.status != Status::determined) all.status = one.status;
  all.exact = all.exact && one.exact;
  all.pack_id = one.pack_id;
  all.pack_version = one.pack_version;
  all.pack_digest = one.pack_digest;
}

/// The pack, checked once for all cases.
class RankingRules {
 public:
  static Result<RankingRules> of(const Pack& pack, Date as_at) {
    RankingRules rules(pack, as_at);
    RECOUP_TRY(dictionary, FactDictionary::of_pack(pack.files()));
    for (std::string& decision : pack.decisions()) {
      if (auto known = rules.check_inputs(decision, dictionary); !known)
        return std::move(known).error();
      if (decision.starts_with(points_prefix)) rules.decisions_.push_back(std::move(decision));
    }
    if (rules.decisions_.empty()) {
      return Error{ErrorCode::not_found,
                   "no decision \"Points ...\" in the pack " + recoup::quoted(pack.id()),
                   "a pack that gives points",
                   {}};
    }
    RECOUP_TRY(answers, FactAnswers::of(pack, rules.decisions_, as_at));
    rules.answers_ = std::move(answers);
    for (const FactEntry& entry : dictionary.entries()) rules.facts_.push_back(entry.name);
    return rules;
  }

  Result<RankedCase> judge(const MeasuredCase& measured) {
    FactTable facts = measured.facts;
    for (const std::string& name : facts_) {
      if (facts.find(name) == nullptr) facts.set({name, Value::missing(name), "", {}});
    }
    RECOUP_TRY(band, pack_->evaluate("Deadline band", facts, as_at_));
    RankedCase ranked;
    ranked.case_id = measured.case_id;
    ranked.name = measured.name;
    ranked.operation = measured.operation;
    ranked.band = band_of(band);
    ranked.value = measured.value;
    ranked.next_deadline = measured.next_deadline;
    ranked.recovery = measured.recovery;
    Finding& points = ranked.points_finding;
    points.question = "How many points does the case have?";
    points.decision = "Points";
    points.hit_policy = "COLLECT SUM";
    points.governing_date = as_at_;
    for (const std::string& decision : decisions_) {
      if (auto added = add(decision, facts, ranked); !added) return std::move(added).error();
    }
    conclude(ranked);
    ranked.provisional = band.status != Status::determined || points.status != Status::determined;
    ranked.band_finding = std::move(band);
    return ranked;
  }

 private:
  RankingRules(const Pack& pack, Date as_at) : pack_(&pack), as_at_(as_at) {}

  Error missing_weight(const std::string& name) const {
    return {ErrorCode::not_found,
            "no " + recoup::quoted(parameter_name(name)) + " in force on " + iso_text(as_at_) +
                " in the pack " + recoup::quoted(pack_->id()),
            "a row of params/*.csv with this name, in force on that day",
            {}};
  }

  [[nodiscard]] Result<void> check_inputs(const std::string& decision,
                                          const FactDictionary& dictionary) const {
    for (const std::string& input : pack_->inputs_of(decision)) {
      if (dictionary.find(input) != nullptr) continue;
      if (pack_->parameters().at(input, as_at_) == nullptr) return missing_weight(input);
    }
    return {};
  }

  /// The weight of a rule; it is looked up once.
  Result<RuleWeight> weight_of(const std::string& rule) {
    if (const auto known = weights_.find(rule); known != weights_.end()) return known->second;
    const std::string name = weight_name(rule);
    const DatedFigure* figure = pack_->parameters().at(name, as_at_);
    if (figure == nullptr) return missing_weight(name);
    const auto* points = figure->value.as<Decimal>();
    if (points == nullptr) {
      return Error{ErrorCode::malformed,
                   recoup::quoted(text(figure->value)),
                   "a number of points",
                   {figure->document, figure->line, figure->name}};
    }
    return weights_[rule] = {figure->name, *points};
  }

  Result<void> add(const std::string& decision, const FactTable& facts, RankedCase& ranked) {
    RECOUP_TRY(finding, pack_->evaluate(decision, facts, as_at_));
    const std::string criterion = decision.substr(points_prefix.size());
    for (const FindingRule& rule : finding.fired) {
      RECOUP_TRY(weight, weight_of(rule.rule));
      const auto* given = rule.output.as<Decimal>();
      if (given == nullptr || *given != weight.points) {
        return Error{ErrorCode::contradiction,
                     "the row " + recoup::quoted(rule.rule) + " gives " + text(rule.output) +
                         ", and " + recoup::quoted(weight.parameter) + " is " +
                         weight.points.text(),
                     "a row that gives the points of the weight that bears its name",
                     {}};
      }
      ranked.contributions.push_back(
          {criterion, rule.rule, weight.parameter, weight.points, rule.reason, rule.action});
    }
    for (const FindingRule& rule : finding.open) {
      if (auto known = weight_of(rule.rule); !known) return std::move(known).error();
    }
    merge(ranked.points_finding, std::move(finding));
    return {};
  }

  void conclude(RankedCase& ranked) const {
    for (const Contribution& each : ranked.contributions) {
      ranked.points = sum_of(ranked.points, each.points);
    }
    ranked.open = answers_.open_points(ranked.points_finding.open, weights_);
    ranked.least = ranked.points;
    ranked.most = ranked.points;
    for (const OpenPoints& open : ranked.open) {
      ranked.least = sum_of(ranked.least, open.least);
      ranked.most = sum_of(ranked.most, open.most);
    }
    Finding& points = ranked.points_finding;
    if (points.status == Status::determined) {
      points.value = Value(ranked.points);
    } else {
      points.provisional = Value(ranked.points);
    }
  }

  const Pack* pack_;
  Date as_at_;
  std::vector<std::string> decisions_;
  std::vector<std::string> facts_;
  FactAnswers answers_;
  RuleWeights weights_;
};

}  // namespace

std::string_view text(DeadlineBand band) {
  switch (band) {
    case DeadlineBand::overdue: return "overdue";
    case DeadlineBand::red: return "red";
    case DeadlineBand::undetermined: return "undetermined";
    case DeadlineBand::amber: return "amber";
    case DeadlineBand::green: return "green";
    case DeadlineBand::none: return "none";
  }
  RECOUP_CHECK(false && "a band without a name");
}

bool stands_before(const RankedCase& a, const RankedCase& b) {
  if (a.band != b.band) return a.band < b.band;
  if (a.points != b.points) return a.points > b.points;
  if (a.value != b.value) return a.value.minor() > b.value.minor();
  return a.case_id < b.case_id;
}

Result<std::vector<RankedCase>> rank(const Pack& pack, const std::vector<MeasuredCase>& cases,
                                     Date as_at) {
  RECOUP_TRY(rules, RankingRules::of(pack, as_at));
  std::vector<RankedCase> ranked;
  ranked.reserve(cases.size());
  for (const MeasuredCase& measured : cases) {
    RECOUP_TRY(judged, rules.judge(measured));
    ranked.push_back(std::move(judged));
  }
  std::sort(ranked.begin(), ranked.end(), stands_before);
  return ranked;
}

}  // namespace recoup
