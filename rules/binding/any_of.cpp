#include <algorithm>

#include "recoup/base/check.hpp"
#include "recoup/rules/finding.hpp"

namespace recoup {
namespace {

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

void add_rules(std::vector<FindingRule>& to, const Finding& from,
               const std::vector<FindingRule>& rules) {
  for (FindingRule rule : rules) {
    if (!from.about.empty()) {
      rule.rule = from.about + ": " + rule.rule;
      if (!rule.reason.empty()) rule.reason = from.about + ": " + rule.reason;
    }
    to.push_back(std::move(rule));
  }
}

void add_parameters(std::vector<DatedFigure>& to, const std::vector<DatedFigure>& from) {
  for (const DatedFigure& parameter : from) {
    const bool known = std::any_of(to.begin(), to.end(), [&](const DatedFigure& other) {
      return other.name == parameter.name && other.from == parameter.from;
    });
    if (!known) to.push_back(parameter);
  }
}

void add_facts(std::vector<Fact>& to, const Finding& from) {
  for (Fact fact : from.facts) {
    if (!from.about.empty()) fact.name = from.about + ": " + fact.name;
    to.push_back(std::move(fact));
  }
}

/// Yes beats what is missing, and what is missing beats no.
void join_status(Finding& whole, const std::vector<Finding>& findings) {
  bool yes = false;
  bool withheld = false;
  for (const Finding& one : findings) {
    yes = yes || (one.status == Status::determined && one.value.is_true());
    withheld = withheld || one.status == Status::withheld;
    if (one.status == Status::determined) continue;
    add_all(whole.missing, one.missing);
    add_all(whole.errors, one.errors);
  }
  if (yes || (whole.missing.empty() && !withheld)) {
    whole.status = Status::determined;
    whole.value = Value(yes);
    whole.missing.clear();
    whole.errors.clear();
    return;
  }
  whole.status = whole.missing.empty() ? Status::withheld : Status::undetermined;
  whole.value = Value(Null{whole.missing, whole.errors});
  whole.provisional.reset();
}

}  // namespace

Finding any_of(std::vector<Finding> findings) {
  RECOUP_CHECK(!findings.empty());
  Finding whole;
  const Finding& first = findings.front();
  whole.question = first.question;
  whole.decision = first.decision;
  whole.hit_policy = first.hit_policy;
  whole.governing_date = first.governing_date;
  whole.pack_id = first.pack_id;
  whole.pack_version = first.pack_version;
  whole.pack_digest = first.pack_digest;
  for (const Finding& one : findings) {
    whole.exact = whole.exact && one.exact;
    add_rules(whole.fired, one, one.fired);
    add_rules(whole.not_fired, one, one.not_fired);
    add_rules(whole.open, one, one.open);
    add_parameters(whole.parameters, one.parameters);
    add_facts(whole.facts, one);
  }
  join_status(whole, findings);
  whole.by_default = whole.fired.empty() && whole.status == Status::determined;
  whole.depends_on = std::move(findings);
  return whole;
}

}  // namespace recoup
