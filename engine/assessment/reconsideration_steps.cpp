#include <utility>

#include "items.hpp"
#include "matter_steps.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

using Kind = ReconsiderationKind;

std::string section_of(Kind kind) { return "POCA 2002 " + std::string(text(kind)); }

/// Writes what one application comes to.
class ReconsiderationWriter {
 public:
  ReconsiderationWriter(StepList& steps, const AssessmentFacts& facts, const MatterAnswers& answers,
                        const Reconsideration& asked)
      : steps_(steps),
        facts_(facts),
        answers_(answers),
        asked_(asked),
        entry_("reconsiderations/" + asked.id) {}

  Result<void> write() {
    write_application();
    switch (asked_.kind) {
      case Kind::no_order:
      case Kind::no_benefit: write_time_limit(); return write_fresh_figures();
      case Kind::more_benefit: write_time_limit(); return write_more_benefit();
      case Kind::more_available: return write_more_available();
      case Kind::inadequate: return write_inadequate();
      case Kind::small_balance:
      case Kind::trivial_balance: write_discharge(); return {};
      case Kind::death: write_death(); return {};
    }
    return {};
  }

 private:
  [[nodiscard]] std::string lack(std::string_view what) const {
    return entry_ + ": " + std::string(what);
  }

  void write_application() {
    Step& step = steps_.add(
        "Application " + asked_.id + " under section " + std::string(text(asked_.kind).substr(2)) +
            (asked_.applicant.empty() ? "" : ", by the " + asked_.applicant) +
            (asked_.applied_on ? ", made on " + long_text(asked_.applied_on->value) : "") + ".",
        section_of(asked_.kind));
    step.citations.push_back(asked_.entry);
    if (!asked_.applied_on) steps_.want(step, {lack("applied_on, the day of the application")});
    if (asked_.kind == Kind::small_balance || asked_.kind == Kind::trivial_balance) return;
    if (asked_.kind == Kind::death) return;
    if (asked_.applicant.empty()) steps_.want(step, {lack("applicant")});
    const bool upwards = asked_.kind == Kind::more_available;
    const bool may_ask = asked_.kind == Kind::inadequate || asked_.applicant == "prosecutor" ||
                         (upwards && asked_.applicant == "receiver");
    if (asked_.applicant.empty() || may_ask) return;
    steps_.want(step, {lack(upwards ? "an application by the prosecutor or a receiver"
                                    : "an application by the prosecutor")});
  }

  /// The six years, and the evidence that must be new.
  void write_time_limit() {
    const PeriodLimit* limit = answers_.limit(entry_, "confiscation.reconsideration");
    if (limit == nullptr || !limit->last_day) {
      steps_.want(
          steps_.add("Until when application " + asked_.id + " could be made cannot be said.",
                     section_of(asked_.kind)),
          limit == nullptr ? std::vector<std::string>{"proceedings/conviction_date"}
                           : limit->missing);
    } else {
      std::string sentence = "The last day for application " + asked_.id + " is " +
                             long_text(*limit->last_day) + " (" + limit->working + ")";
      const bool late = asked_.applied_on && asked_.applied_on->value > *limit->last_day;
      sentence += !asked_.applied_on ? "."
                  : late             ? "; it was made after it."
                                     : "; it was made in time.";
      Step& step = steps_.add(std::move(sentence), limit->authority);
      if (facts_.proceedings.conviction_date) {
        step.citations.push_back(facts_.proceedings.conviction_date->citation);
      }
      if (asked_.applied_on) step.citations.push_back(asked_.applied_on->citation);
      if (late) steps_.want(step, {lack("an application on or before the last day")});
    }
    write_human(FindingMatter::new_evidence, "evidence that the court did not have is relied on",
                "whether there is evidence that the court did not have");
  }

  /// A question that a finding must answer.
  void write_human(FindingMatter matter, const std::string& met, const std::string& question) {
    const HumanFinding* finding = find_closed(facts_.findings, matter, asked_.id);
    if (finding == nullptr) {
      steps_.want(
          steps_.add("For application " + asked_.id + " " + question + " is for a person to find.",
                     section_of(asked_.kind)),
          {"findings: on matter " + recoup::quoted(text(matter)) + ", about " + asked_.id});
      return;
    }
    Step& step =
        steps_.add("For application " + asked_.id + ", by the finding of " + finder(*finding) +
                       ", " + (says_yes(*finding) ? met + "." : "it is not so that " + met + "."),
                   section_of(asked_.kind));
    step.citations.push_back(finding->entry);
  }

  /// The amount in sterling; nothing, with what to obtain, where it is not stated.
  std::optional<Money> take(const Maybe<Money>& amount, const char* field,
                            std::vector<std::string>& missing,
                            std::vector<StatedPlace>& citations) const {
    if (!amount || amount->value.currency() != gbp) {
      missing.push_back(lack(std::string(field) + (amount ? " in sterling" : "")));
      return std::nullopt;
    }
    citations.push_back(amount->citation);
    return amount->value;
  }

  void cannot_say(const std::string& what, const std::vector<std::string>& missing) {
    steps_.want(steps_.add(what + " cannot be said.", section_of(asked_.kind)), missing);
  }

  /// s.19 and s.20: what an order would be made from.
  Result<void> write_fresh_figures() {
    std::vector<std::string> missing;
    std::vector<StatedPlace> citations;
    const auto benefit = take(asked_.new_benefit, "new_benefit", missing, citations);
    if (!benefit) {
      cannot_say("What an order on application " + asked_.id + " could be for", missing);
      return {};
    }
    const auto available = take(asked_.new_available, "new_available", missing, citations);
    const bool less = available && available->compare(*benefit) < 0;
    Step& step = steps_.add(
        "The new figures state a benefit of " + pounds(*benefit) +
            (available ? " and an available amount of " + pounds(*available) : std::string()) +
            "; an order could be for at most " + pounds(less ? *available : *benefit) +
            (less ? ", where the defendant shows that no more is available." : "."),
        section_of(asked_.kind));
    step.figure = less ? *available : *benefit;
    step.citations = std::move(citations);
    steps_.want(step, missing);
    return {};
  }

  /// The earlier figure brought up by the change in the value of money; as it was, and provisional,
  /// where no pair of index figures is known.
  Result<Money> brought_up(Money earlier, std::vector<std::string>& missing,
                           std::vector<StatedPlace>& citations, std::string& words) const {
    for (const IndexFigure* index : {&asked_.index_then, &asked_.index_now}) {
      if (index->figure) {
        citations.push_back(index->figure->citation);
        continue;
      }
      const char* const field = index == &asked_.index_then ? "index_then" : "index_now";
      missing.push_back(lack(index->wanting.empty()
                                 ? std::string(field) + ", for the change in the value of money"
                                 : index->wanting));
    }
    words = pounds(earlier);
    if (!asked_.index_then.figure || !asked_.index_now.figure) return earlier;
    const Fraction& base = asked_.index_then.figure->value;
    const Fraction& now = asked_.index_now.figure->value;
    RECOUP_TRY(value, sterling(Fraction::from(earlier.minor()) * now / base));
    words += " x " + with_origin(now, asked_.index_now) + "/" +
             with_origin(base, asked_.index_then) + " = " + pounds(value);
    return value;
  }

  static std::string with_origin(const Fraction& figure, const IndexFigure& index) {
    return decimal_text(figure) + (index.origin.empty() ? "" : " (" + index.origin + ")");
  }

  /// Whether the new figure is above the earlier one after the change in the value of money.
  Result<std::optional<bool>> compare(const Maybe<Money>& earlier, const Maybe<Money>& fresh,
                                      const char* what, const char* earlier_field,
                                      const char* fresh_field) {
    std::vector<std::string> missing;
    std::vector<StatedPlace> citations;
    const auto before = take(earlier, earlier_field, missing, citations);
    const auto now = take(fresh, fresh_field, missing, citations);
    if (!before || !now) {
      cannot_say("Whether the " + std::string(what) + " has risen", missing);
      return std::optional<bool>();
    }
    std::string words;
    RECOUP_TRY(adjusted, brought_up(*before, missing, citations, words));
    RECOUP_TRY(excess, now->minus(adjusted));
    const bool higher = !excess.is_negative() && !excess.is_zero();
    Step& step = steps_.add(
        "The earlier " + std::string(what) + " in today's money: " + words + "; the new one of " +
            pounds(*now) + (higher ? " is higher by " + pounds(excess) + "." : " is not higher."),
        section_of(asked_.kind));
    step.figure = higher ? excess : Money(0, gbp);
    step.citations = std::move(citations);
    steps_.want(step, missing);
    return std::optional<bool>(higher);
  }

  Result<void> write_more_benefit() {
    RECOUP_TRY(higher,
               compare(asked_.benefit, asked_.new_benefit, "benefit", "benefit", "new_benefit"));
    if (!higher) return {};
    steps_.add(*higher
                   ? "The court may find the higher benefit and vary the order to a just amount."
                   : "On these figures the order stays as it is.",
               section_of(asked_.kind));
    return {};
  }

  /// s.22: only an order at the lower available amount, and never above the latest benefit.
  Result<void> write_more_available() {
    std::vector<std::string> missing;
    std::vector<StatedPlace> citations;
    const auto ordered = take(asked_.ordered, "ordered", missing, citations);
    const auto benefit = take(asked_.benefit, "benefit", missing, citations);
    if (!ordered || !benefit) {
      cannot_say("How far the order could rise", missing);
      return {};
    }
    RECOUP_TRY(room, benefit->minus(*ordered));
    const bool reached = !room.is_negative() && !room.is_zero();
    Step& step =
        steps_.add(reached ? "The order of " + pounds(*ordered) + " was set below the benefit of " +
                                 pounds(*benefit) + ": it could rise by at most " + pounds(room) +
                                 ", before any change in the value of money."
                           : "The order of " + pounds(*ordered) + " is for the whole benefit of " +
                                 pounds(*benefit) + "; the section does not reach it.",
                   "POCA 2002 s.22");
    step.figure = reached ? room : Money(0, gbp);
    step.citations = std::move(citations);
    if (!reached) return {};
    const Maybe<Money>& earlier = asked_.available ? asked_.available : asked_.ordered;
    RECOUP_TRY(higher, compare(earlier, asked_.new_available, "available amount", "available",
                               "new_available"));
    if (!higher) return {};
    return write_range(*higher, *ordered, *benefit);
  }

  Result<void> write_range(bool higher, Money ordered, Money benefit) {
    const Money now = asked_.new_available->value;
    const Money most = now.compare(benefit) < 0 ? now : benefit;
    if (!higher || most.compare(ordered) <= 0) {
      steps_.add("On these figures the order stays at " + pounds(ordered) + ".", "POCA 2002 s.22");
      return {};
    }
    const bool capped = now.compare(benefit) > 0;
    Step& step = steps_.add(
        "The court may vary the order to any just amount above " + pounds(ordered) + " and up to " +
            pounds(most) +
            (capped ? ", the latest figure of benefit." : ", the new available amount.") +
            " How much is just, a person decides.",
        "POCA 2002 s.22");
    step.figure = most;
    step.citations = {asked_.new_available->citation, asked_.benefit->citation};
    if (!asked_.index_then.figure || !asked_.index_now.figure) {
      steps_.want(step, {lack("index_then and index_now, for the change in the value of money")});
    }
    return {};
  }

  /// s.23: whether what is available is too little for what is left to pay.
  Result<void> write_inadequate() {
    std::vector<std::string> missing;
    std::vector<StatedPlace> citations;
    const auto remaining = take(asked_.remaining, "remaining", missing, citations);
    const auto available = take(asked_.new_available, "new_available", missing, citations);
    if (!remaining || !available) {
      cannot_say("Whether the available amount is inadequate", missing);
      return {};
    }
    RECOUP_TRY(gap, remaining->minus(*available));
    const bool inadequate = !gap.is_negative() && !gap.is_zero();
    Step& step = steps_.add(
        pounds(*remaining) + " remains to be paid and " + pounds(*available) +
            " is available now: " +
            (inadequate ? "inadequate by " + pounds(gap) +
                              "; the court may reduce the order to a smaller, just amount."
                        : "it is not inadequate, and the order stays as it is."),
        "POCA 2002 s.23");
    step.figure = inadequate ? gap : Money(0, gbp);
    step.citations = std::move(citations);
    return {};
  }

  /// s.24 and s.25: as the tables of the pack answered.
  void write_discharge() {
    const DischargeOutcome* outcome = answers_.discharge(entry_);
    if (outcome == nullptr) {
      cannot_say("Whether the order may be discharged",
                 {lack("an answer of the pack of rules on discharge")});
      return;
    }
    std::string sentence = !outcome->met   ? "Whether the order may be discharged is open."
                           : *outcome->met ? "On the stated facts the order may be discharged."
                                           : "On the stated facts the order may not be discharged.";
    for (const std::string& reason : outcome->reasons) sentence += " " + reason;
    Step& step = steps_.add(std::move(sentence), outcome->authority);
    if (asked_.remaining) {
      step.figure = asked_.remaining->value;
      step.citations.push_back(asked_.remaining->citation);
    }
    steps_.want(step, outcome->missing);
  }

  void write_death() {
    Step& step = steps_.add(asked_.died_on ? "The defendant is stated to have died on " +
                                                 long_text(asked_.died_on->value) + "."
                                           : "That the defendant has died is not stated.",
                            "POCA 2002 s.25A");
    if (asked_.died_on) {
      step.citations.push_back(asked_.died_on->citation);
    } else {
      steps_.want(step, {lack("died_on")});
    }
    write_human(FindingMatter::nothing_recoverable,
                "nothing more can reasonably be recovered from the estate",
                "whether anything can reasonably be recovered from the estate");
  }

  StepList& steps_;
  const AssessmentFacts& facts_;
  const MatterAnswers& answers_;
  const Reconsideration& asked_;
  std::string entry_;
};

}  // namespace

Result<void> write_reconsiderations(StepList& steps, const AssessmentFacts& facts,
                                    const MatterAnswers& answers) {
  for (const Reconsideration& asked : facts.reconsiderations) {
    if (auto written = ReconsiderationWriter(steps, facts, answers, asked).write(); !written) {
      return written;
    }
  }
  return {};
}

}  // namespace recoup
