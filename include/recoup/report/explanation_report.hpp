// explanation_report.hpp: the record of a conclusion, as it is kept and disclosed.
#pragma once

#include <string>
#include <vector>

#include "recoup/rules/finding.hpp"

namespace recoup {

/// What stands around a finding in its record.
struct ExplanationFrame {
  std::string program_version;
  std::string program_sha256;  ///< Of the program's own file, or empty where it cannot be read.
  std::string signatures;      ///< Who answers for the pack, in words.
  bool is_draft = false;       ///< Whether the pack is from outside and not reviewed.
  std::vector<std::string> roundings;  ///< Expressions that round, as the model writes them.
  std::vector<std::string> unasked;  ///< Facts that were stated and that the decision does not ask.
};

/// The record of a finding and of all that it depends on: conclusions C-1, C-2 ..., each with every
/// rule, cell, figure and fact, the digests of pack, figures and facts, and what the program was.
///
/// Same  Equal findings and frames give equal bytes.
[[nodiscard]] std::string explanation_json(const Finding& finding, const ExplanationFrame& frame);
/// The same as numbered sentences.
[[nodiscard]] std::string explanation_text(const Finding& finding, const ExplanationFrame& frame);

/// SHA-256 of one line "NAME VALUE UNIT SOURCE AUTHOR DAY REASONS\n" for every fact, sorted.
[[nodiscard]] Digest facts_digest(const Finding& finding);
/// SHA-256 of one line "NAME VALUE UNIT FROM TO AUTHORITY\n" for every figure, sorted.
[[nodiscard]] Digest parameters_digest(const Finding& finding);

}  // namespace recoup
