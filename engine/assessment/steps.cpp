#include "steps.hpp"

#include <algorithm>
#include <utility>

#include "items.hpp"
#include "matter_steps.hpp"
#include "recoup/base/text.hpp"
#include "scenario.hpp"

namespace recoup {
namespace {

using LifestyleAnswer = LifestyleOutcome::Answer;

std::string count_text(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::vector<StatedPlace> citations_of(const std::vector<AssessedItem>& items, ItemOutcome outcome) {
  std::vector<StatedPlace> all;
  for (const AssessedItem& item : items) {
    if (item.outcome != outcome) continue;
    all.insert(all.end(), item.citations.begin(), item.citations.end());
  }
  return all;
}

/// Writes the sentences of an assessment in the order in which the Act takes the decisions.
class StepWriter {
 public:
  StepWriter(const AssessmentFacts& facts, const AssessmentQuestion& question,
             const Part2Rules& rules, Assessment& assessment)
      : facts_(facts),
        question_(question),
        rules_(rules),
        assessment_(assessment),
        list_(assessment) {}

  Result<void> write() {
    write_gate();
    write_lifestyle();
    write_valuation(list_, facts_);
    for (const Scenario& scenario : assessment_.scenarios) {
      list_.begin_with(assessment_.scenarios.size() < 2 ? ""
                       : scenario.lifestyle             ? "If a criminal lifestyle is found: "
                                                        : "If no criminal lifestyle is found: ");
      if (auto written = write_benefit(scenario); !written) return written;
      if (auto written = write_available(scenario); !written) return written;
      if (auto written = write_recoverable(scenario); !written) return written;
      if (auto written = write_hidden_assets(list_, facts_, scenario); !written) return written;
      if (auto written = write_proportionality(list_, facts_, scenario); !written) return written;
    }
    list_.begin_with("");
    write_findings(list_, facts_);
    if (auto written = write_joint_benefits(list_, facts_, question_.as_at); !written) {
      return written;
    }
    auto written = write_reconsiderations(list_, facts_, question_.matters);
    return written ? write_payments(list_, facts_, question_, rules_) : written;
  }

 private:
  Step& add(std::string sentence, std::string authority) {
    return list_.add(std::move(sentence), std::move(authority));
  }
  void want(Step& step, const std::vector<std::string>& missing) { list_.want(step, missing); }

  void show(Step& step, const AssessedFigure& figure) {
    step.figure = figure.value;
    if (figure.most && *figure.most != figure.value) step.figure_most = figure.most;
    want(step, figure.missing);
  }

  void write_gate() {
    int convicted = 0;
    std::vector<std::string> missing;
    std::vector<StatedPlace> citations;
    for (const Offence& offence : facts_.offences) {
      if (offence.convicted && offence.convicted->value) {
        ++convicted;
        citations.push_back(offence.convicted->citation);
      } else if (!offence.convicted || !facts_.proceedings.conviction_date) {
        missing.push_back("offences/" + offence.id + ": a conviction");
      }
    }
    if (facts_.offences.empty()) missing.emplace_back("offences: the offences of conviction");
    if (!facts_.proceedings.prosecutor_asks) {
      missing.emplace_back("proceedings/prosecutor_asks: whether the prosecutor asks for an order");
    }
    Step& step = add("The file states " +
                         count_text(convicted, "offence of conviction", "offences of conviction") +
                         "; the court goes on where the prosecutor asks or it thinks fit.",
                     "POCA 2002 s.6(1)-(3)");
    step.citations = std::move(citations);
    want(step, missing);
  }

  void write_lifestyle() {
    const LifestyleOutcome& lifestyle = question_.lifestyle;
    std::string sentence = "On the stated facts the tests of a criminal lifestyle ";
    if (lifestyle.answer == LifestyleAnswer::yes) sentence += "are met";
    if (lifestyle.answer == LifestyleAnswer::no) sentence += "are not met";
    if (lifestyle.answer == LifestyleAnswer::undetermined) {
      sentence += "can be neither met nor excluded; both readings are shown";
    }
    for (const std::string& reason : lifestyle.reasons) {
      sentence += (&reason == &lifestyle.reasons.front() ? ": " : " ") + reason;
    }
    if (sentence.back() != '.') sentence += ".";
    std::vector<std::string> missing = lifestyle.missing;
    if (lifestyle.answer == LifestyleAnswer::undetermined && missing.empty()) {
      missing.emplace_back("lifestyle: the facts of the tests");
    }
    want(add(std::move(sentence), "POCA 2002 ss.6(4)(a), 75"), missing);
    if (lifestyle.answer == LifestyleAnswer::no) return;
    if (question_.relevant_day) {
      Step& step = add("The relevant day is " + long_text(*question_.relevant_day) +
                           "; transfers and expenditure count strictly after it.",
                       "POCA 2002 s.10(8)-(10)");
      if (facts_.proceedings.started) {
        step.citations.push_back(facts_.proceedings.started->citation);
      }
    } else {
      want(add("The relevant day cannot be said.", "POCA 2002 s.10(8)-(10)"),
           {"proceedings/started: the day the proceedings started"});
    }
  }

  Result<void> write_benefit(const Scenario& scenario) {
    add(scenario.lifestyle ? "Benefit is from general criminal conduct, with the assumptions."
                           : "Benefit is from particular criminal conduct, without assumptions.",
        scenario.lifestyle ? "POCA 2002 ss.6(4)(b), 10, 76(2)" : "POCA 2002 ss.6(4)(c), 76(3)");
    if (!scenario.benefit) {
      want(add("No benefit is stated.", "POCA 2002 s.76"), {"benefit_items: what was obtained"});
      return {};
    }
    RECOUP_TRY(items, totals(scenario.benefit_items));
    Step& counted = add(count_text(items.counted_items, "item counts", "items count") + ": " +
                            pounds(items.counted) + ".",
                        scenario.lifestyle ? "POCA 2002 ss.10, 76, 80" : "POCA 2002 ss.76, 80");
    counted.figure = items.counted;
    counted.citations = citations_of(scenario.benefit_items, ItemOutcome::counted);
    want(counted, items.missing);
    write_left_out(items, scenario.benefit_items);
    if (auto written = write_earlier_orders(scenario); !written) return written;
    const AssessedFigure& benefit = *scenario.benefit;
    if (is_not_known(benefit)) {
      want(add("What is stated does not yet say what the benefit is: no amount counts, and what "
               "is open could be any. It is not known, and it is not nil.",
               "POCA 2002 ss.8, 76(7), 80"),
           benefit.missing);
      return {};
    }
    Step& total = add(
        "If the stated facts are found, the benefit is " + pounds(benefit.value) + "." +
            (benefit.value.is_zero() && benefit.determined() ? " Without benefit no order follows."
                                                             : ""),
        "POCA 2002 ss.8, 76(7), 80");
    show(total, benefit);
    return {};
  }

  void write_left_out(const Totals& sums, const std::vector<AssessedItem>& items) {
    if (sums.removed_items > 0) {
      Step& removed = add(count_text(sums.removed_items, "item is", "items are") +
                              " left out, each with its reason.",
                          "POCA 2002 ss.7(4), 10(6), 80(3), 84(2)(c)");
      removed.citations = citations_of(items, ItemOutcome::removed);
    }
    if (sums.open_items > 0) {
      Step& open = add(count_text(sums.open_items, "item waits", "items wait") +
                           " for a fact and count only in the highest figure" +
                           (sums.open_without_value ? ", which cannot be said." : "."),
                       "POCA 2002 s.6(7)");
      open.citations = citations_of(items, ItemOutcome::open);
      open.figure = sums.open;
      open.determined = false;
    }
  }

  Result<void> write_earlier_orders(const Scenario& scenario) {
    if (!scenario.lifestyle || scenario.earlier_orders.empty()) return {};
    RECOUP_TRY(orders, totals(scenario.earlier_orders));
    Step& step =
        add("Earlier confiscation orders are deducted as ordered, once: " + pounds(orders.counted) +
                ".",
            "POCA 2002 s.8(5)-(6)");
    step.figure = orders.counted;
    step.citations = citations_of(scenario.earlier_orders, ItemOutcome::counted);
    want(step, orders.missing);
    return {};
  }

  Result<void> write_available(const Scenario& scenario) {
    if (!scenario.available) {
      want(add("No property of the defendant is stated.", "POCA 2002 s.9"),
           {"assets: what the defendant holds, and gifts made"});
      return {};
    }
    RECOUP_TRY(assets, totals(scenario.assets));
    RECOUP_TRY(obligations, totals(scenario.obligations));
    RECOUP_TRY(gifts, totals(scenario.gifts));
    add_part("Free property is valued at ", assets, scenario.assets,
             "POCA 2002 ss.9(1)(a), 79, 82");
    if (auto written = write_traced(scenario.assets); !written) return written;
    add_part("Obligations that have priority come to ", obligations, scenario.obligations,
             "POCA 2002 s.9(2)");
    if (obligations.counted.compare(assets.counted) > 0) {
      want(add(scenario.available->reason + ".", scenario.available->authority),
           {"a decision of a person on obligations larger than the free property"});
    }
    add_part("Tainted gifts are valued at ", gifts, scenario.gifts, "POCA 2002 ss.9(1)(b), 77-81");
    show(add("If the stated facts are found, the available amount is " +
                 pounds(scenario.available->value) + ".",
             "POCA 2002 s.9"),
         *scenario.available);
    return {};
  }

  /// The traces value nothing: they say how much of the sources stands in what is counted.
  Result<void> write_traced(const std::vector<AssessedItem>& assets) {
    Money least(0, gbp);
    Money most(0, gbp);
    std::string each;
    for (const AssessedItem& item : assets) {
      if (!item.traced || item.outcome == ItemOutcome::removed) continue;
      RECOUP_TRY(more_least, least.plus(item.traced->least));
      RECOUP_TRY(more_most, most.plus(item.traced->most));
      least = more_least;
      most = more_most;
      each += (each.empty() ? " " : "; ") + item.id + " " + traced_text(*item.traced);
    }
    if (each.empty()) return {};
    Step& step =
        add("Of the sources of the case the traces find " + pounds(least) + " to " + pounds(most) +
                " in it, least and most of each under its own method:" + each + ".",
            "tracing over the methods with authority");
    step.figure = least;
    if (most != least) step.figure_most = most;
    return {};
  }

  void add_part(const char* words, const Totals& sums, const std::vector<AssessedItem>& items,
                const char* authority) {
    Step& step = add(words + pounds(sums.counted) + ".", authority);
    step.figure = sums.counted;
    step.citations = citations_of(items, ItemOutcome::counted);
    want(step, sums.missing);
  }

  Result<void> write_recoverable(const Scenario& scenario) {
    if (!scenario.recoverable) return {};
    const Money benefit = scenario.benefit->value;
    if (benefit.is_zero() && scenario.benefit->determined()) return {};
    if (is_not_known(*scenario.benefit)) return {};
    const AssessedFigure& recoverable = *scenario.recoverable;
    std::string sentence =
        "If the stated facts are found, the recoverable amount is " + pounds(recoverable.value);
    if (!scenario.available) {
      sentence += ", the benefit, unless the defendant shows that less is available.";
    } else if (scenario.available->value.is_zero()) {
      sentence +=
          ", a nominal sum, where the defendant shows that nothing is available; otherwise "
          "it is the benefit of " +
          pounds(benefit) + ".";
    } else if (scenario.available->value.compare(benefit) < 0) {
      sentence +=
          ", where the defendant shows that no more is available; otherwise it is the "
          "benefit of " +
          pounds(benefit) + ".";
    } else {
      sentence += ", the benefit: the available amount is not lower.";
    }
    show(add(std::move(sentence), recoverable.authority), recoverable);
    if (auto written = write_default_term(recoverable.value); !written) return written;
    return write_priority(scenario);
  }

  /// Whether nothing counts and an open item could bring anything: no figure can be printed then.
  static bool is_not_known(const AssessedFigure& figure) {
    return figure.value.is_zero() && !figure.determined() && !figure.most;
  }

  Result<void> write_default_term(Money ordered) {
    const auto band = rules_.default_band(ordered, question_.as_at);
    if (!band && band.error().code != ErrorCode::not_found) return band.error();
    if (!band) {
      want(add("The longest term in default cannot be said.", "POCA 2002 s.35(2A)"),
           {band.error().found});
      return {};
    }
    Step& step = add("For an order of " + pounds(ordered) + " the term in default is at most " +
                         term_text(band.value().months) + ".",
                     band.value().authority);
    step.figure = ordered;
    return {};
  }

  /// Compensation and the like: the shortfall of means is directed out of what is recovered.
  Result<void> write_priority(const Scenario& scenario) {
    Money orders(0, gbp);
    std::vector<StatedPlace> citations;
    std::vector<std::string> missing;
    for (const Obligation& obligation : facts_.obligations) {
      if (obligation.kind != ObligationKind::priority_order) continue;
      if (!obligation.amount || obligation.amount->value.currency() != gbp) {
        missing.push_back("obligations/" + obligation.id + ": amount in sterling");
        continue;
      }
      RECOUP_TRY(sum, orders.plus(obligation.amount->value));
      orders = sum;
      citations.push_back(obligation.amount->citation);
    }
    if (!scenario.available || (orders.is_zero() && missing.empty())) return {};
    RECOUP_TRY(direction,
               direct_receipts(scenario.available->value, scenario.recoverable->value, orders));
    Step& step =
        add("Means of " + pounds(scenario.available->value) + " beside priority orders of " +
                pounds(orders) + ": " + pounds(direction.to_priority_order) +
                " of what is recovered would be directed to them and " +
                pounds(direction.left_of_receipts) + " would remain.",
            "POCA 2002 s.13(5)-(6)");
    step.figure = direction.to_priority_order;
    step.citations = std::move(citations);
    want(step, missing);
    want(step, scenario.recoverable->missing);
    return {};
  }

  const AssessmentFacts& facts_;
  const AssessmentQuestion& question_;
  const Part2Rules& rules_;
  Assessment& assessment_;
  StepList list_;
};

}  // namespace

Result<void> write_steps(const AssessmentFacts& facts, const AssessmentQuestion& question,
                         const Part2Rules& rules, Assessment& assessment) {
  return StepWriter(facts, question, rules, assessment).write();
}

}  // namespace recoup
