// finding.hpp: what follows from the facts under a pack of rules, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/digest.hpp"
#include "recoup/dmn/outcome.hpp"
#include "recoup/rules/facts.hpp"
#include "recoup/rules/parameters.hpp"

namespace recoup {

/// A figure against which a cell was tested.
struct Bound {
  std::string name;
  std::string value;
};

/// One cell of a rule, for a reader.
struct FindingCell {
  std::string input;
  std::string value;
  std::string test;
  std::vector<Bound> bounds;
  Answer answer = Answer::no;
};

/// One rule and what became of it.
struct FindingRule {
  std::string rule;
  std::size_t row = 0;  ///< From 1.
  std::vector<std::string> authority;
  std::string reason;  ///< The sentence of the rule with its figures.
  std::string action;  ///< What its table says is then to be done; may be empty.
  Value output;        ///< Unless the rule did not fire.
  std::vector<FindingCell> cells;
  std::vector<std::string> missing;
  std::vector<std::string> errors;
};

/// What would follow if the stated facts are found. It never says that something was criminal.
struct Finding {
  std::string question;
  std::string decision;
  std::string about;  ///< E.g. the offence concerned; empty where it is the case.
  std::string hit_policy;
  Status status = Status::determined;
  Value value;
  std::optional<Value> provisional;  ///< Where undetermined: from the rules that fired alone.
  bool by_default = false;           ///< No rule fired.
  std::vector<FindingRule> fired;
  std::vector<FindingRule> not_fired;  ///< The last cell of each is the first that said no.
  std::vector<FindingRule> open;
  std::vector<std::string> missing;  ///< Facts to obtain.
  std::vector<std::string> errors;
  std::vector<DatedFigure> parameters;  ///< Those the decision reads, as in force.
  std::vector<Fact> facts;              ///< Those the decision reads.
  std::optional<Date> governing_date;
  bool exact = true;
  std::string pack_id;
  std::string pack_version;
  Digest pack_digest;
  std::vector<Finding> depends_on;
};

/// The finding in numbered sentences: the conclusion, each rule with its reason and authority, what
/// is missing, and which figures of the law were used.
[[nodiscard]] std::vector<std::string> sentences(const Finding& finding);

/// One finding of several about one question: yes where one of them is; no where all are; else what
/// is missing is missing.
///
/// Requires at least one, all of yes-or-no questions.
[[nodiscard]] Finding any_of(std::vector<Finding> findings);

}  // namespace recoup
