#include "recoup/assessment/effects.hpp"

#include "items.hpp"

namespace recoup {
namespace {

using Direction = FactEffect::Direction;

/// The items of one kind, the figure they belong to, and whether they are taken off it.
struct Part {
  const std::vector<AssessedItem>* items = nullptr;
  const char* figure = "";
  bool deducts = false;
};

Direction direction_of(const AssessedItem& item, bool deducts) {
  if (item.outcome == ItemOutcome::counted) return Direction::rests_on_it;
  return deducts ? Direction::could_deduct : Direction::could_add;
}

void add_effects(const Part& part, const std::string& reading, std::vector<FactEffect>& all) {
  for (const AssessedItem& item : *part.items) {
    if (item.outcome == ItemOutcome::removed) continue;
    for (const std::string& fact : item.missing) {
      all.push_back({fact, part.figure, reading, direction_of(item, part.deducts), item.value,
                     item.section + "/" + item.id});
    }
  }
}

}  // namespace

std::vector<FactEffect> effects_of(const Assessment& assessment) {
  std::vector<FactEffect> all;
  for (const Scenario& scenario : assessment.scenarios) {
    const std::string reading = assessment.scenarios.size() < 2 ? ""
                                : scenario.lifestyle            ? "if a criminal lifestyle is found"
                                                     : "if no criminal lifestyle is found";
    for (const Part& part : {Part{&scenario.benefit_items, "benefit", false},
                             Part{&scenario.earlier_orders, "benefit", true},
                             Part{&scenario.assets, "available amount", false},
                             Part{&scenario.obligations, "available amount", true},
                             Part{&scenario.gifts, "available amount", false}}) {
      add_effects(part, reading, all);
    }
  }
  return all;
}

std::string text(const FactEffect& effect) {
  const std::string amount =
      effect.amount ? pounds(*effect.amount) : "an amount that cannot be said yet";
  const std::string figure = std::string("the ") + effect.figure;
  std::string said;
  switch (effect.direction) {
    case Direction::could_add: said = "could add " + amount + " to " + figure; break;
    case Direction::could_deduct: said = "could take " + amount + " off " + figure; break;
    case Direction::rests_on_it: said = amount + " of " + figure + " rests on it"; break;
  }
  if (!effect.reading.empty()) said += ", " + effect.reading;
  return said + " (" + effect.item + ")";
}

}  // namespace recoup
