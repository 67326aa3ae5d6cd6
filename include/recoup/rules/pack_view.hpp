// pack_view.hpp: a pack as its readers see it: law on one side, rows on the other.
#pragma once

#include <string>
#include <vector>

#include "recoup/rules/fact_dictionary.hpp"
#include "recoup/rules/pack.hpp"
#include "recoup/rules/pack_signatures.hpp"
#include "recoup/rules/provisions.hpp"

namespace recoup {

/// One rule, every cell printed back from what was read of it.
struct ViewRule {
  std::string decision;
  std::string id;
  std::vector<std::string> cells;    ///< One for each input of the table.
  std::vector<std::string> outputs;  ///< One for each output.
  std::vector<std::string> authority;
  std::string reason;
};

struct ViewTable {
  std::string decision;
  std::string question;
  std::string hit_policy;  ///< With its aggregation: "COLLECT SUM".
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;
  std::string otherwise;  ///< What holds where no rule fires, or empty.
  std::vector<ViewRule> rules;
};

/// A provision and all that cites it.
struct ViewProvision {
  Provision provision;
  std::vector<std::string> rules;       ///< Ids, in the order of the models.
  std::vector<std::string> parameters;  ///< Names, each once.
};

struct PackView {
  Pack pack;
  PackSignatures signatures;
  std::vector<ViewProvision> provisions;
  std::vector<ViewTable> tables;
  std::vector<FactEntry> facts;
  std::vector<std::string> provisions_without_row;  ///< That neither rule nor parameter cites.
  std::vector<std::string> rows_without_provision;  ///< "rule x: s.1(2)", "parameter y: s.3".

  /// The rule of that id, or nothing.
  [[nodiscard]] const ViewRule* find(std::string_view rule) const;
};

/// Puts a pack together for its readers.
///
/// Errors: what keeps the pack from being read.
[[nodiscard]] Result<PackView> view_pack(const FileSet& files);

}  // namespace recoup
