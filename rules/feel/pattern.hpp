// pattern.hpp: regular expressions as XPath has them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"

namespace recoup {

struct CompiledPattern;

/// A regular expression that has been read.
///
///   Shape   Flags: "s" (a point meets line ends), "m" (^ and $ at every line), "i" (large and
///   small
///           letters alike), "x" (blanks in the expression do not count), "q" (no sign is special).
///   Bound   Searching stops with out_of_range once it has taken too many steps or too much room.
///   Cites   XQuery and XPath Functions and Operators 3.1, 5.6; XML Schema Part 2, appendix F.
class Pattern {
 public:
  /// Errors: malformed (not an expression, an unknown flag, a reference to no group).
  static Result<Pattern> read(std::string_view expression, std::string_view flags);

  /// Whether it meets any part of the text.
  [[nodiscard]] Result<bool> meets(const std::string& text) const;
  /// The text with every part that is met replaced. "$1" stands for a group, "$0" for the whole.
  ///
  /// Errors: malformed (the replacement), out_of_range.
  [[nodiscard]] Result<std::string> replaced(const std::string& text,
                                             std::string_view replacement) const;
  /// What stands between the parts that are met.
  [[nodiscard]] Result<std::vector<std::string>> split(const std::string& text) const;

 private:
  std::shared_ptr<const CompiledPattern> compiled_;
  bool is_literal_ = false;  ///< Flag "q": the replacement has no special signs either.
};

}  // namespace recoup
