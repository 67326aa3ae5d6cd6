// proportionality.hpp: the arithmetic of arguments that an order would be disproportionate.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "recoup/assessment/assessment.hpp"

namespace recoup {

/// What an argument comes to on its own figures.
struct ArguedFigure {
  std::optional<Money> figure;  ///< What would count; nothing where an input is missing.
  std::string working;          ///< Without a full stop: "3/5 of the increase ... is £255,000.00".
  std::string authority;
  std::vector<std::string> missing;
  std::vector<StatedPlace> citations;
};

/// Works the argument out; `of` is what the item, or the whole benefit, counts at, which the
/// arguments of restoration start from.
///
///   Exact   Shares are exact fractions; the figure is rounded half up to the penny, once.
///   Errors  out_of_range.
///   Cites   POCA 2002 s.6(5); R v Waya [2012] UKSC 51; R v Jawad [2013] EWCA Crim 644; R v Harvey
///           [2015] UKSC 73; R v Andrewes [2022] UKSC 24.
[[nodiscard]] Result<ArguedFigure> argued_figure(const ProportionalityMatter& matter,
                                                 const std::optional<Money>& of);

}  // namespace recoup
