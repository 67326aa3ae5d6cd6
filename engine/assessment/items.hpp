// items.hpp: what benefit, assets and gifts have in common: values, totals and words for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/assessment/assessment.hpp"

namespace recoup {

/// "£1,250.05"; another currency as "1250.05 EUR".
[[nodiscard]] std::string pounds(Money amount);

/// "135.4" where the fraction has a short decimal form, else "2/3".
[[nodiscard]] std::string decimal_text(const Fraction& fraction);

/// "£10.00 (fifo) to £25.00 (tainted-first)".
[[nodiscard]] std::string traced_text(const TracedAmount& traced);

/// `exact` minor units of sterling, rounded half up. Errors: out_of_range.
[[nodiscard]] Result<Money> sterling(const Fraction& exact);

/// "benefit_items/B-3: " before what is to be obtained about it.
[[nodiscard]] std::string to_obtain(const AssessedItem& item, std::string_view what);

/// An item of `section` that is counted until something is said against it.
[[nodiscard]] AssessedItem new_item(std::string section, std::string id, const StatedPlace& entry);

/// Marks an item as removed, or as open for want of `what`.
void remove(AssessedItem& item, std::string reason, std::string authority);
void leave_open(AssessedItem& item, std::string reason, std::string_view what);
/// The same for want of facts that say themselves what they are about.
void leave_open(AssessedItem& item, std::string reason, const std::vector<std::string>& missing);

/// Takes `amount` as the stated amount. False, with the item left open, where there is none or
/// where it is not in sterling.
bool take_amount(AssessedItem& item, const Maybe<Money>& amount, std::string_view field);

/// The larger of the value when obtained, brought up by the change in the value of money, and the
/// value now, each for `share` of the property.
///
///   Cites  POCA 2002 ss.80(2), 81(1).
struct TwoLimbs {
  Fraction share = 1;
  const IndexFigure* index_then = nullptr;
  const IndexFigure* index_now = nullptr;
  const Maybe<Money>* value_now = nullptr;
};
/// Requires item.stated. Errors: out_of_range.
[[nodiscard]] Result<void> value_by_limbs(AssessedItem& item, const TwoLimbs& limbs);

/// Sums over items.
struct Totals {
  Money counted{0, gbp};
  Money sure{0, gbp};  ///< What counts and lacks no fact.
  Money open{0, gbp};
  bool open_without_value = false;
  int counted_items = 0;
  int removed_items = 0;
  int open_items = 0;
  std::vector<std::string> missing;
};
/// Errors: out_of_range.
[[nodiscard]] Result<Totals> totals(const std::vector<AssessedItem>& items);

/// Whether the proceedings ended without this offence: no conviction, and not taken into
/// consideration. Before any day of conviction is stated that is still open.
[[nodiscard]] bool is_outside_proceedings(const Offence& offence, const AssessmentFacts& facts);

/// The items of each part of a scenario.
[[nodiscard]] Result<std::vector<AssessedItem>> assess_benefit_items(
    const AssessmentFacts& facts, const AssessmentQuestion& question, const Part2Rules& rules,
    bool lifestyle);
[[nodiscard]] std::vector<AssessedItem> assess_earlier_orders(const AssessmentFacts& facts,
                                                              bool lifestyle);
[[nodiscard]] Result<std::vector<AssessedItem>> assess_assets(const AssessmentFacts& facts,
                                                              const AssessmentQuestion& question);
[[nodiscard]] std::vector<AssessedItem> assess_obligations(const AssessmentFacts& facts);
[[nodiscard]] Result<std::vector<AssessedItem>> assess_gifts(const AssessmentFacts& facts,
                                                             const AssessmentQuestion& question,
                                                             const Part2Rules& rules,
                                                             bool lifestyle);

}  // namespace recoup
