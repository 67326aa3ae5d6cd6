#include <algorithm>
#include <set>
#include <utility>

#include "items.hpp"
#include "matter_steps.hpp"
#include "proportionality.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// An argument in one reading of the facts.
struct Argument {
  const ProportionalityMatter* matter = nullptr;
  std::optional<Money> of;         ///< What the item, or the whole benefit, counts at.
  std::optional<Money> reduction;  ///< Of the benefit; nothing where it cannot be said.
  std::vector<std::string> missing;
};

Money smaller_of(Money a, Money b) { return a.compare(b) < 0 ? a : b; }

/// Writes the arguments of one reading, then what the findings on them leave.
class ArgumentWriter {
 public:
  ArgumentWriter(StepList& steps, const AssessmentFacts& facts, const Scenario& scenario)
      : steps_(steps), facts_(facts), scenario_(scenario) {}

  Result<void> write() {
    for (const ProportionalityMatter& matter : facts_.proportionality) {
      if (auto written = write_argument(matter); !written) return written;
    }
    return write_findings_on_them();
  }

 private:
  /// What the argument starts from.
  void find_target(Argument& argument) const {
    const ProportionalityMatter& matter = *argument.matter;
    if (matter.item.empty()) {
      if (scenario_.benefit) argument.of = scenario_.benefit->value;
      return;
    }
    for (const AssessedItem& item : scenario_.benefit_items) {
      if (item.id != matter.item) continue;
      // An item that is left out or open adds nothing that could be taken away.
      argument.of = item.outcome == ItemOutcome::counted ? item.value : Money(0, gbp);
      return;
    }
    argument.missing.push_back("proportionality/" + matter.id + "/item: no benefit item " +
                               matter.item);
  }

  Result<void> write_argument(const ProportionalityMatter& matter) {
    Argument argument;
    argument.matter = &matter;
    find_target(argument);
    RECOUP_TRY(argued, argued_figure(matter, argument.of));
    argument.missing.insert(argument.missing.end(), argued.missing.begin(), argued.missing.end());
    const std::string name = "Argument " + matter.id + " on proportionality" +
                             (matter.description.empty() ? "" : ", " + matter.description);
    Step& step = steps_.add(
        name + ": " + (argued.working.empty() ? "its figure cannot be said yet" : argued.working) +
            ". A person decides.",
        argued.authority);
    step.figure = argued.figure;
    step.citations = std::move(argued.citations);
    steps_.want(step, argument.missing);
    if (argued.figure && argument.of) {
      RECOUP_TRY(less, argument.of->minus(*argued.figure));
      argument.reduction = less.is_negative() ? Money(0, gbp) : less;
      if (auto written = write_effect(argument, *argued.figure); !written) return written;
    }
    arguments_.push_back(std::move(argument));
    return {};
  }

  /// What the order could be where this argument alone were accepted.
  Result<void> write_effect(const Argument& argument, Money figure) {
    if (!scenario_.recoverable || !scenario_.benefit) return {};
    const std::string target =
        argument.matter->item.empty()
            ? "the whole benefit of " + pounds(*argument.of)
            : "the " + pounds(*argument.of) + " at which item " + argument.matter->item + " counts";
    const std::string id = argument.matter->id;
    if (argument.reduction->is_zero()) {
      steps_.add("Argument " + id + " would change nothing: its figure of " + pounds(figure) +
                     " is not below " + target + ".",
                 "POCA 2002 s.6(5)");
      return {};
    }
    RECOUP_TRY(benefit, scenario_.benefit->value.minus(*argument.reduction));
    const Money left = benefit.is_negative() ? Money(0, gbp) : benefit;
    const Money recoverable = smaller_of(left, scenario_.recoverable->value);
    Step& step = steps_.add("If argument " + id + " alone were accepted, " + pounds(figure) +
                                " would stand in place of " + target + ", and at most " +
                                pounds(recoverable) +
                                " would be ordered, beside the recoverable amount of " +
                                pounds(scenario_.recoverable->value) + ". A person decides.",
                            "POCA 2002 s.6(5)");
    step.figure = recoverable;
    step.citations.push_back(argument.matter->entry);
    steps_.want(step, argument.missing);
    steps_.want(step, scenario_.recoverable->missing);
    return {};
  }

  [[nodiscard]] const Argument* find(const std::string& id) const {
    for (const Argument& argument : arguments_) {
      if (argument.matter->id == id) return &argument;
    }
    return nullptr;
  }

  /// The arguments that findings accept, with those findings.
  struct Accepted {
    std::vector<const Argument*> arguments;
    std::vector<const HumanFinding*> findings;
    std::vector<std::string> missing;
  };

  Accepted accepted_arguments() {
    Accepted accepted;
    for (const HumanFinding& finding : facts_.findings) {
      if (finding.matter != FindingMatter::proportionality || finding.about.empty()) continue;
      const std::string place = "findings/" + finding.id;
      const Argument* argument = find(finding.about);
      if (argument == nullptr) {
        accepted.missing.push_back(place + "/about: no entry " + finding.about +
                                   " of proportionality");
      } else if (!finding.accepted) {
        accepted.missing.push_back(place + "/accepted: whether argument " + finding.about +
                                   " is accepted");
      }
      if (argument == nullptr || !finding.accepted || !finding.accepted->value) continue;
      const auto& known = accepted.arguments;
      accepted.findings.push_back(&finding);
      if (std::find(known.begin(), known.end(), argument) == known.end()) {
        accepted.arguments.push_back(argument);
      }
    }
    return accepted;
  }

  Result<void> write_findings_on_them() {
    if (!scenario_.recoverable || !scenario_.benefit) return {};
    for (const HumanFinding& finding : facts_.findings) {
      const bool states_amount =
          finding.matter == FindingMatter::proportionality && finding.amount.has_value();
      if (states_amount && finding.amount->value.currency() == gbp) write_amount_found(finding);
    }
    const Accepted accepted = accepted_arguments();
    if (!accepted.missing.empty()) {
      steps_.want(steps_.add("Findings on the arguments of proportionality are not complete.",
                             "POCA 2002 s.6(5)"),
                  accepted.missing);
    }
    if (accepted.arguments.empty()) return {};
    return write_accepted(accepted);
  }

  void write_amount_found(const HumanFinding& finding) {
    const Money recoverable = smaller_of(finding.amount->value, scenario_.recoverable->value);
    Step& step = steps_.add(
        "With the finding of " + finder(finding) + " that no more than " +
            pounds(finding.amount->value) + " is proportionate, the recoverable amount would be " +
            pounds(recoverable) + " instead of " + pounds(scenario_.recoverable->value) + ".",
        "POCA 2002 s.6(5); finding of a person");
    step.figure = recoverable;
    step.citations = {finding.entry, finding.amount->citation};
    steps_.want(step, scenario_.recoverable->missing);
  }

  /// Whether no two of the arguments are about the same benefit, so that they can be added up.
  static bool can_be_added(const std::vector<const Argument*>& arguments) {
    if (arguments.size() == 1) return true;
    std::set<std::string> items;
    for (const Argument* argument : arguments) {
      if (argument->matter->item.empty() || !items.insert(argument->matter->item).second) {
        return false;
      }
    }
    return true;
  }

  Result<void> write_accepted(const Accepted& accepted) {
    std::string names;
    std::vector<std::string> missing;
    Money less(0, gbp);
    bool known = can_be_added(accepted.arguments);
    if (!known) {
      missing.emplace_back(
          "findings: the proportionate amount, as arguments about the same "
          "benefit are accepted");
    }
    for (const Argument* argument : accepted.arguments) {
      names += (names.empty() ? "" : " and ") + argument->matter->id;
      missing.insert(missing.end(), argument->missing.begin(), argument->missing.end());
      if (!argument->reduction) {
        known = false;
        continue;
      }
      RECOUP_TRY(sum, less.plus(*argument->reduction));
      less = sum;
    }
    std::string authors;
    std::vector<StatedPlace> citations;
    for (const HumanFinding* finding : accepted.findings) {
      authors += (authors.empty() ? "" : "; ") + finder(*finding);
      citations.push_back(finding->entry);
    }
    std::string sentence = "With the finding of " + authors + ", which accepts " + names;
    std::optional<Money> recoverable;
    if (known) {
      RECOUP_TRY(rest, scenario_.benefit->value.minus(less));
      recoverable =
          smaller_of(rest.is_negative() ? Money(0, gbp) : rest, scenario_.recoverable->value);
      sentence += ", the recoverable amount would be " + pounds(*recoverable) + " instead of " +
                  pounds(scenario_.recoverable->value) + ".";
    } else {
      sentence += ", the recoverable amount cannot be said yet.";
    }
    Step& step = steps_.add(std::move(sentence), "POCA 2002 s.6(5); finding of a person");
    step.figure = recoverable;
    step.citations = std::move(citations);
    steps_.want(step, missing);
    steps_.want(step, scenario_.recoverable->missing);
    return {};
  }

  StepList& steps_;
  const AssessmentFacts& facts_;
  const Scenario& scenario_;
  std::vector<Argument> arguments_;
};

}  // namespace

Result<void> write_proportionality(StepList& steps, const AssessmentFacts& facts,
                                   const Scenario& scenario) {
  return ArgumentWriter(steps, facts, scenario).write();
}

}  // namespace recoup
