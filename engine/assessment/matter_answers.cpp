#include "recoup/assessment/matter_answers.hpp"

#include <algorithm>

namespace recoup {

const PeriodLimit* MatterAnswers::limit(std::string_view entry, std::string_view rule) const {
  const auto at = std::find_if(limits.begin(), limits.end(), [&](const PeriodLimit& each) {
    return each.entry == entry && each.rule == rule;
  });
  return at == limits.end() ? nullptr : &*at;
}

const DischargeOutcome* MatterAnswers::discharge(std::string_view entry) const {
  const auto at = std::find_if(discharges.begin(), discharges.end(),
                               [&](const DischargeOutcome& each) { return each.entry == entry; });
  return at == discharges.end() ? nullptr : &*at;
}

}  // namespace recoup
