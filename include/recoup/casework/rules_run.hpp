// rules_run.hpp: a table of rules over a file of rows.
#pragma once

#include <optional>
#include <string>

#include "recoup/base/piece_sink.hpp"
#include "recoup/casework/questions.hpp"

namespace recoup {

/// What `recoup rules run` asks.
struct RulesRunRequest {
  std::string rules;     ///< A file *.dmn, the folder of a pack, or the name of a built-in one.
  std::string decision;  ///< Empty where the rules hold one table alone.
  std::string rows;      ///< A CSV file: a column for each input, by its name.
  std::optional<std::string> on;  ///< The day that governs the parameters of a pack.
  bool asks_for_draft = false;    ///< Whether a pack from a folder may run without two signatures.
  Form form = Form::text;
};

/// Runs a decision table over every row of a file and hands on which rules fire in which row, which
/// are open and for want of what, and a summary. Every row that is told was judged twice.
///
///   Shape   An empty field is a missing fact, the word null a fact known to be none. A column is
///   of
///           the type that the model gives its input, else of the type that all its fields have.
///           Features of the pack that the decision needs are computed from the rows before, and
///           told with the rows that make them up. Rules that nobody answers for are marked DRAFT.
///   Errors  usage (no such day, no table, a type that no column holds, a pack that is not reviewed
///           and no draft asked for), not_found (decision, pack), no_such_file, malformed,
///           contradiction (a pack altered after signing, or not enabled), out_of_range (a number
///           that no column holds exactly), defect (the two judgements differ).
///
/// The reply is empty but for whether a row is undetermined or withheld.
[[nodiscard]] Result<Reply> run_rules(const RulesRunRequest& request, const PieceSink& out);

/// Which cells of the decisions are tested over columns and which row by row, and why.
///
/// Errors: as run_rules; a pack that is not reviewed is shown, marked DRAFT.
[[nodiscard]] Result<Reply> explain_rules_plan(const std::string& rules,
                                               const std::string& decision, Form form);

}  // namespace recoup
