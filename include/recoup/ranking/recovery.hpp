// recovery.hpp: what a case may bring in, as a product that anyone can multiply again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/money/money.hpp"
#include "recoup/number/fraction.hpp"
#include "recoup/rules/pack.hpp"

namespace recoup {

/// Property that an order could reach.
struct PropertyItem {
  std::string id;    ///< "asset A1", "seizure S-3".
  std::string kind;  ///< As the case file says it: "house", "bank account" …
  Money value;       ///< In GBP, less the debt that it secures.
  Fraction share = Fraction(1);
  bool is_secured = false;  ///< Seized, frozen or restrained.
};

/// What the ranking pack says of the kinds of property on one day.
///
///   Shape  Parameters `chance.KIND` (from 0 to 1), `cost.KIND` (GBP for each property),
///          `liquidity.KIND` and `stage.STAGE` (grades), and `cost.case` (GBP for each case).
///          Blanks and hyphens of a kind are low lines. A kind of which the pack says nothing is
///          "other".
class RecoveryRates {
 public:
  /// Errors: not_found (no figure for "other" or "case" on that day), out_of_range (a chance that
  /// is none).
  static Result<RecoveryRates> of(const Pack& pack, Date as_at);

  [[nodiscard]] const DatedFigure& chance(std::string_view kind) const;
  [[nodiscard]] const DatedFigure& cost(std::string_view kind) const;
  [[nodiscard]] const DatedFigure& liquidity(std::string_view kind) const;
  [[nodiscard]] const DatedFigure& case_cost() const { return cost("case"); }
  /// The grade of a stage of proceedings; nothing where the pack does not know the stage.
  [[nodiscard]] const DatedFigure* stage(std::string_view stage) const;

 private:
  [[nodiscard]] const DatedFigure* find(std::string_view group, std::string_view kind) const;
  [[nodiscard]] const DatedFigure& find_or_other(std::string_view group,
                                                 std::string_view kind) const;

  std::vector<DatedFigure> figures_;  // in force on the day, by name
};

/// One factor row: value times share times chance.
struct RecoveryLine {
  PropertyItem property;
  DatedFigure chance;
  DatedFigure cost;
  Money expected{0, gbp};  ///< The product, rounded half up to the penny.
};

/// The whole sum.
///
///   Promise  The lines' `expected` add up to `gross`; `costs` is the cost of the case and that of
///            each line; `net` is `gross` less `costs`, or less the excess over `cap`.
struct ExpectedRecovery {
  std::vector<RecoveryLine> lines;
  DatedFigure case_cost;
  Money gross{0, gbp};
  Money costs{0, gbp};
  std::optional<Money> cap;  ///< Estimated benefit; nothing where it is not known.
  std::string cap_words;     ///< Where the cap is from.
  Money net{0, gbp};
  bool is_capped = false;
  std::string net_waits_for = {};  ///< What keeps `net` from being known; empty where it is.
  std::vector<std::string> left_out = {};  ///< In sentences: what is not counted, and why.
};

/// Multiplies and adds up.
///
///   Exact   Every product is an exact fraction until it is rounded to the penny.
///   Errors  out_of_range.
[[nodiscard]] Result<ExpectedRecovery> expected_recovery(const std::vector<PropertyItem>& property,
                                                         std::optional<Money> cap,
                                                         const std::string& cap_words,
                                                         const RecoveryRates& rates);

}  // namespace recoup
