// linter.hpp: what keeps a decision model out of a pack of law, before anybody runs it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/dmn/model_outline.hpp"
#include "recoup/feel/syntax.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

/// What is wrong, one code for each thing that a pack is refused for.
enum class LintCode : std::uint8_t {
  unreadable,             ///< The model, or an expression in it, cannot be read.
  row_without_authority,  ///< A rule that names no provision.
  row_without_test,       ///< A rule that no test of the pack fires, or that has no id.
  authority_without_law,  ///< A provision that the pack's folder of law does not tell of.
  literal_threshold,      ///< A figure or a day that is written into a cell.
  name,                   ///< A name outside the rule for names.
  custom_function,        ///< A function that the model makes itself, or that is not of FEEL.
  clock,                  ///< now() or today(): the day is a fact.
  time_equality,          ///< Times compared by = or !=, which ignores parts of a second.
  duration_arithmetic,    ///< Days computed outside a piece of knowledge called "period ...".
  uncertain_condition,    ///< `if` on a value that may be missing.
  unrounded_division,     ///< Money divided without a rounding that is named.
  overlap,                ///< Rules that fire together although the hit policy forbids it.
  gap,                    ///< Facts for which no rule fires, without an "otherwise".
  undefined_input,        ///< An input that no dictionary entry and no parameter defines.
  annotation,             ///< A description that does not repeat what the annotations say.
  newer_element,          ///< A boxed expression of DMN 1.4 or later, or another namespace.
  pattern,                ///< A regular expression beyond what RE2 reads.
  failed_test,            ///< A test of the pack that does not pass, or that cannot be run.
  not_analysed,           ///< Nothing wrong: a part that was not looked at, and why.
};

/// "row-without-authority" ...
[[nodiscard]] std::string_view lint_code_text(LintCode code);

/// One remark of the linter.
struct LintRemark {
  LintCode code = LintCode::unreadable;
  std::string file;
  std::uint64_t line = 0;
  std::string rule;  ///< Id of the rule, or the name of the element; empty for a whole file.
  std::string found;
  std::string expected;

  /// Whether the pack is refused for it.
  [[nodiscard]] bool refuses() const noexcept { return code != LintCode::not_analysed; }
};

/// Values of the parameters in one period of the law.
struct LawPeriod {
  std::string since;  ///< "2006-07-31".
  std::map<std::string, Value, std::less<>> figures;
};

/// What the linter is told besides the model.
struct LintBasis {
  NameUses known;                  ///< Facts of the dictionary, and parameters.
  std::vector<LawPeriod> periods;  ///< In which tables are checked for overlaps and gaps.
};

/// Every remark on one model, in the order of the document.
///
///   Same    Does not depend on whether the model can be run.
[[nodiscard]] std::vector<LintRemark> lint_model(const std::string& document,
                                                 std::string_view bytes, const LintBasis& basis);

/// Overlaps and gaps of one table. Bounds that are parameters have their values of each period;
/// bounds that are other facts may lie anywhere. Every remark names an example of facts.
[[nodiscard]] std::vector<LintRemark> table_coverage(const OutlineTable& table,
                                                     const NameUses& scope,
                                                     const std::vector<LawPeriod>& periods);

}  // namespace recoup
