#include <algorithm>
#include <utility>

#include "recoup/assessment/assessment.hpp"
#include "recoup/base/text.hpp"
#include "scenario.hpp"
#include "steps.hpp"

namespace recoup {
namespace {

using LifestyleAnswer = LifestyleOutcome::Answer;

template <typename T>
std::optional<T> value_of(const Maybe<T>& stated) {
  return stated ? std::optional<T>(stated->value) : std::nullopt;
}

/// Why no order follows under section 6, whatever the figures; empty where one may.
///
/// Each offence is put to the table by itself, so that the answer can name it. Nothing is made of a
/// missing conviction: before the trial there is none.
Result<std::string> why_not_proceed(const AssessmentFacts& facts, Date as_at,
                                    const Part2Rules& rules) {
  const Proceedings& proceedings = facts.proceedings;
  const bool convicted = std::any_of(
      facts.offences.begin(), facts.offences.end(),
      [](const Offence& offence) { return offence.convicted && offence.convicted->value; });
  RulingFacts known;
  known
      .with("crown court conviction", convicted ? std::optional(true) : std::nullopt,
            "offences: a conviction")
      .with("prosecutor asks", value_of(proceedings.prosecutor_asks), "proceedings/prosecutor_asks")
      .with("court thinks fit", value_of(proceedings.court_thinks_fit),
            "proceedings/court_thinks_fit")
      .with("absconded", Value(proceedings.absconded && proceedings.absconded->value));
  for (const Offence& offence : facts.offences) {
    RulingFacts one = known;
    one.with("earliest offence date",
             offence.from ? std::optional(offence.from->value) : std::nullopt,
             "offences/" + offence.id + ": from");
    RECOUP_TRY(ruling, rules.decide("Court proceeds", one, as_at));
    if (ruling.is_false()) return "offence " + offence.id + ": " + ruling.reason;
  }
  return std::string();
}

}  // namespace

Result<Assessment> assess(const AssessmentFacts& facts, const AssessmentQuestion& question,
                          const Part2Rules& rules) {
  Assessment assessment;
  assessment.case_id = facts.case_id;
  assessment.notes = facts.notes;
  assessment.notes.emplace_back(
      "Where no index is stated no change in the value of money has been applied.");
  if (!facts.proceedings.absconded) {
    assessment.notes.emplace_back(
        "Nothing on file says that the defendant has absconded (POCA 2002 s.6(8)).");
  }
  RECOUP_TRY(refused, why_not_proceed(facts, question.as_at, rules));
  if (!refused.empty()) {
    assessment.refused = std::move(refused);
    return assessment;
  }
  const LifestyleAnswer answer = question.lifestyle.answer;
  for (const bool lifestyle : {true, false}) {
    if (answer != LifestyleAnswer::undetermined && lifestyle != (answer == LifestyleAnswer::yes))
      continue;
    RECOUP_TRY(scenario, assess_scenario(facts, question, rules, lifestyle));
    assessment.scenarios.push_back(std::move(scenario));
  }
  if (auto written = write_steps(facts, question, rules, assessment); !written) {
    return written.error();
  }
  return assessment;
}

}  // namespace recoup
