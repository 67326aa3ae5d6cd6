// assessment.hpp: what would follow in confiscation if the stated facts are found.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/assessment/facts.hpp"
#include "recoup/assessment/matter_answers.hpp"
#include "recoup/assessment/part2_rules.hpp"

namespace recoup {

/// Whether the rules find a criminal lifestyle on the stated facts.
struct LifestyleOutcome {
  enum class Answer : std::uint8_t { yes, no, undetermined };

  Answer answer = Answer::undetermined;
  std::vector<std::string> reasons;  ///< Sentences of the rules that fired.
  std::vector<std::string> missing;  ///< What to obtain, where undetermined.
};

/// What the statements say of an item of benefit: that its value is counted elsewhere, or may be.
struct CountedElsewhere {
  std::string item;     ///< Id of the entry of benefit_items.
  bool certain = true;  ///< Otherwise a person has to say, and the item is open until then.
  std::string reason;
  std::string authority;
  std::string to_obtain;  ///< Where not certain.

  friend bool operator==(const CountedElsewhere&, const CountedElsewhere&) = default;
};

/// How much of the sources of a case the traces find in a thing, over the methods with authority.
struct TracedAmount {
  Money least;
  std::string least_method;
  Money most;
  std::string most_method;
};

/// What an assessment is asked, beside the facts.
struct AssessmentQuestion {
  Date as_at{};  ///< Governs which figures of the law apply.
  LifestyleOutcome lifestyle;
  std::optional<Date> relevant_day;             ///< s.10(8)-(10); nothing where undetermined.
  std::optional<Date> gift_relevant_day;        ///< s.77(9), which no earlier order moves.
  std::vector<std::string> forfeited_seizures;  ///< Ids of seizures that were forfeited, s.7(4).
  std::vector<CountedElsewhere> counted_elsewhere;
  std::map<std::string, TracedAmount> traced_assets;  ///< By the id of the asset.
  MatterAnswers matters{};
};

/// What an entry came to.
enum class ItemOutcome : std::uint8_t {
  counted,
  removed,  ///< With the reason.
  open,     ///< A fact is missing; counted in the highest figure alone.
};

/// "counted", "removed", "open".
[[nodiscard]] std::string_view text(ItemOutcome outcome);

/// One entry of the case file in one reading of the facts.
struct AssessedItem {
  std::string section;  ///< "benefit_items", "assets", …
  std::string id;
  std::string description;
  std::optional<Date> date;
  std::optional<Money> stated;  ///< The amount as the file states it.
  std::optional<Money> value;   ///< What it is valued at; nothing where that cannot be said.
  ItemOutcome outcome = ItemOutcome::counted;
  std::string reason;     ///< Why counted, removed or open, with the working of the value.
  std::string authority;  ///< "POCA 2002 s.10(2)".
  std::vector<std::string> missing;
  std::vector<StatedPlace> citations;
  std::optional<TracedAmount> traced = {};  ///< Of an asset that a trace reaches or misses.
};

/// An amount on the facts as stated, and how far open items could move it.
struct AssessedFigure {
  Money value;  ///< On what is counted.
  Money least;
  std::optional<Money> most;  ///< Nothing where an open item has no value to add.
  std::vector<std::string> missing;
  std::string reason;     ///< The sentence of the row of the pack that gives `value`.
  std::string authority;  ///< Of that row.

  [[nodiscard]] bool determined() const { return missing.empty(); }
};

/// What follows in one answer to the question of lifestyle.
///
///   Promise  The counted benefit items, less deductions and never below nil, add up to
///            `benefit.value`; the parts of `available` add up likewise.
struct Scenario {
  bool lifestyle = false;
  std::vector<AssessedItem> benefit_items;  ///< Counted, removed and open, in order of the file.
  std::vector<AssessedItem> earlier_orders;
  std::vector<AssessedItem> assets;
  std::vector<AssessedItem> obligations;
  std::vector<AssessedItem> gifts;
  std::optional<AssessedFigure> benefit;    ///< Nothing where the file states no benefit at all.
  std::optional<AssessedFigure> available;  ///< Nothing where the file states no property at all.
  std::optional<AssessedFigure> recoverable;
};

/// One numbered sentence of an assessment.
struct Step {
  int number = 0;
  std::string sentence;
  std::string authority;
  std::optional<Money> figure;
  std::optional<Money> figure_most;  ///< Where it differs from `figure`.
  bool determined = true;            ///< Otherwise provisional.
  std::vector<std::string> missing;
  std::vector<StatedPlace> citations;
};

/// The whole answer.
struct Assessment {
  std::string case_id;
  std::string refused;              ///< Why no figure is given; empty where figures are.
  std::vector<Scenario> scenarios;  ///< One; two, with lifestyle first, where that is undetermined.
  std::vector<Step> steps;
  std::vector<std::string> missing;  ///< All that is to be obtained, each once.
  std::vector<std::string> notes;

  [[nodiscard]] bool provisional() const { return !missing.empty(); }
};

/// Assesses benefit, available amount and recoverable amount.
///
///   Unit    Pounds sterling; an amount in another currency is open until a rate is stated.
///   Exact   Shares, ratios and indices are exact fractions; each value is rounded half up to the
///           penny when it leaves, and totals are sums of the values shown.
///   Same    Equal arguments give an equal answer.
///   Errors  out_of_range: a sum above 128 bits. malformed: a parameter that is not of its kind.
///   Cites   POCA 2002 ss.6-13, 35, 75-84.
///
/// Proportionality, hidden assets and the position of victims are a person's to find. What an
/// argument would come to is shown beside the figures and moves none of them.
[[nodiscard]] Result<Assessment> assess(const AssessmentFacts& facts,
                                        const AssessmentQuestion& question,
                                        const Part2Rules& rules);

}  // namespace recoup
