// outcome.hpp: what a decision came to, and every cell on the way to it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "recoup/feel/value.hpp"

namespace recoup {

/// Yes, no, or open because a fact is missing or a cell went wrong.
enum class Answer : std::uint8_t { no, yes, open };

/// What a cell is, whatever its input.
struct CellText {
  std::string input;                   ///< The input expression of the column, as written.
  std::string test;                    ///< The cell, as written.
  std::vector<std::string> mentioned;  ///< Variables that the cell names: its bounds.
};

/// A column of annotations, and what it says of one rule.
struct Annotation {
  std::string name;
  std::string text;
};

/// What a rule is, whatever its inputs: written once, and shared by all its outcomes.
struct RuleText {
  std::string id;
  std::vector<CellText> cells;  ///< One for each column.
  std::vector<Annotation> annotations;
};

/// Why a cell is open, or what its test met on the way.
struct CellReasons {
  std::vector<std::string> missing;  ///< Facts without which the cell is open.
  std::vector<std::string> errors;   ///< What went wrong in it.
};

/// One cell of a rule, tested.
struct CellOutcome {
  std::uint32_t column = 0;  ///< Of Outcome::inputs and RuleText::cells.
  Answer answer = Answer::no;
  std::shared_ptr<const CellReasons> reasons = {};  ///< Nothing where there are none.
};

/// One rule of a table. It fired where every cell is a yes; it did not where one is a no.
struct RuleOutcome {
  std::shared_ptr<const RuleText> text;  ///< Never empty.
  std::size_t row = 0;                   ///< From 1.
  Answer answer = Answer::no;
  std::vector<CellOutcome> cells;  ///< Without those that let everything pass.
  Value output;                    ///< Unless the rule did not fire.
  std::vector<std::string> missing;
  std::vector<std::string> errors;

  [[nodiscard]] const std::string& id() const noexcept { return text->id; }
};

/// How firm the value of a decision is.
enum class Status : std::uint8_t {
  determined,    ///< No missing fact could change it.
  undetermined,  ///< A missing fact could change it: `missing` is the list of facts to obtain.
  withheld,      ///< The rules contradict each other, or a cell went wrong: `errors` says how.
};

/// What a decision came to.
struct Outcome {
  std::string decision;
  std::string question;  ///< As the model puts it; may be empty.
  Status status = Status::determined;
  Value value;                       ///< Null with its reasons unless determined.
  std::optional<Value> provisional;  ///< Where undetermined: what the rules that fired alone give.
  std::string hit_policy;     ///< "UNIQUE", "COLLECT SUM" …; empty where there is no table.
  bool by_default = false;    ///< No rule fired, and the table states what then holds.
  std::vector<Value> inputs;  ///< Of the columns of the table.
  std::vector<RuleOutcome> rules;
  std::vector<std::string> missing;
  std::vector<std::string> errors;
  bool exact = true;                ///< Whether every calculation on the way was.
  std::vector<Outcome> depends_on;  ///< Decisions that were needed, in the order of evaluation.
};

}  // namespace recoup
