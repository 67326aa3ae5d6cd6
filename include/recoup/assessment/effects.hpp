// effects.hpp: how much each missing fact could move a figure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/assessment/assessment.hpp"

namespace recoup {

/// What an assessment waits for, and what hangs on it.
struct FactEffect {
  enum class Direction : std::uint8_t {
    could_add,     ///< What is open would be added to the figure.
    rests_on_it,   ///< What is counted already would be taken out, or valued anew.
    could_deduct,  ///< What is open would be taken off the figure.
  };

  std::string fact;     ///< As in `Assessment::missing`.
  std::string figure;   ///< "benefit", "available amount".
  std::string reading;  ///< "if a criminal lifestyle is found"; empty where there is one reading.
  Direction direction = Direction::could_add;
  std::optional<Money> amount;  ///< Nothing where it cannot be said.
  std::string item;             ///< "benefit_items/B-3".
};

/// The effects of every missing fact of an item, in the order of the scenarios and of their items;
/// a fact of several items has several.
[[nodiscard]] std::vector<FactEffect> effects_of(const Assessment& assessment);

/// "could add £5.00 to the benefit", with the item.
[[nodiscard]] std::string text(const FactEffect& effect);

}  // namespace recoup
