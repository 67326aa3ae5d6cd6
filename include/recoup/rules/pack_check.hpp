// pack_check.hpp: whether a pack keeps the rules for packs.
#pragma once

#include <string>
#include <vector>

#include "recoup/dmn/linter.hpp"
#include "recoup/dmn/tck.hpp"
#include "recoup/rules/fact_dictionary.hpp"
#include "recoup/rules/parameters.hpp"

namespace recoup {

/// What the check of a pack came to.
struct PackCheck {
  std::string pack;  ///< Its id, or "" where pack.json cannot be read.
  std::size_t rules = 0;
  std::size_t parameters = 0;
  std::size_t provisions = 0;
  std::vector<LintRemark> remarks;  ///< By file, line and code.

  /// Whether nothing refuses the pack.
  [[nodiscard]] bool passed() const;
};

/// Checks everything that can be checked without a person: the models, that every rule has an
/// authority that the pack's folder of law tells of and a test that fires it, that parameters have
/// an authority there too, that every input is defined, and that the tests pass.
[[nodiscard]] PackCheck check_pack(const FileSet& files);

/// What is known of the facts and parameters of a pack, by the names that tables use.
[[nodiscard]] NameUses name_uses(const FactDictionary& facts, const DatedFigures& parameters);

/// The days from which another set of figures is in force, with the figures of each.
[[nodiscard]] std::vector<LawPeriod> law_periods(const DatedFigures& parameters);

}  // namespace recoup
