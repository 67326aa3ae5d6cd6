// graph.hpp: a model as it is held: elements, what they need, and their boxed expressions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "recoup/dmn/model.hpp"
#include "recoup/feel/expression.hpp"

namespace recoup {

enum class HitPolicy : std::uint8_t {
  unique,
  any,
  first,
  priority,
  collect,
  rule_order,
  output_order,
};
enum class Aggregation : std::uint8_t { none, sum, min, max, count };

struct TableInput {
  Expression expression;
};

struct TableOutput {
  std::string name;  ///< Empty where the table has one output alone.
  std::optional<Expression> default_output;
  std::vector<Value> ranking;  ///< Its values, the most important first.
};

struct TableRule {
  std::vector<UnaryTests> tests;
  std::vector<std::uint32_t> telling;  ///< The columns whose tests do not let everything pass.
  std::vector<Expression> outputs;
  std::shared_ptr<const RuleText> text;

  [[nodiscard]] const std::string& id() const noexcept { return text->id; }
};

struct DecisionTable {
  HitPolicy hit_policy = HitPolicy::unique;
  Aggregation aggregation = Aggregation::none;
  std::vector<TableInput> inputs;
  std::vector<TableOutput> outputs;
  std::vector<TableRule> rules;
};

/// A boxed expression of the standard.
struct Boxed {
  enum class Kind : std::uint8_t {
    none,
    literal,      ///< `expression`
    table,        ///< `table`
    context,      ///< `names` (an empty one is the result) and `parts`
    list,         ///< `parts`
    relation,     ///< `names` of the columns; `parts` row by row
    invocation,   ///< `expression` is called with `parts` as its parameters `names`
    function,     ///< `names` of the parameters, `types` theirs; the body in `parts`
    conditional,  ///< if, then and else in `parts`
    filter,       ///< list and condition in `parts`
    iteration,    ///< variable in `names`, then "partial" where the result mentions it; list and
                  ///< result in `parts`
    some,         ///< as iteration, with the condition in place of the result
    every,        ///< as iteration, with the condition in place of the result
    fault,        ///< could not be read: null, with `fault` as its reason
  };

  Kind kind = Kind::none;
  std::optional<Expression> expression{};
  std::optional<DecisionTable> table{};
  std::vector<std::string> names{};
  std::vector<Boxed> parts{};
  std::vector<FeelTypePtr> types{};
  FeelTypePtr type{};  ///< Of the value; none where nothing is said.
  std::string fault{};
};

/// An element that another one needs, and the name of the import by which that one knows it.
struct DmnNeed {
  std::size_t element = 0;
  std::string import_name;  ///< Empty where both are of one model.
};

struct DmnElement {
  enum class Kind : std::uint8_t { input, decision, knowledge, service };

  Kind kind = Kind::input;
  std::string id;
  std::string name;
  std::string question;
  std::size_t model = 0;  ///< The one that was asked for is 0, what it imports follows.
  std::vector<DmnNeed> needs;
  FeelTypePtr type;                     ///< Of the variable; none where nothing is said.
  Boxed logic;                          ///< Of a piece of knowledge: a function.
  std::vector<std::size_t> outputs;     ///< Of a service: its decisions.
  std::vector<std::size_t> parameters;  ///< Of a service: input data, then decisions handed in.
};

struct DmnGraph {
  std::string name;
  std::vector<DmnElement> elements;  ///< In the order of the documents.
  std::vector<std::size_t> order;    ///< Each one after everything that it needs.
};

/// What one evaluation in this mode may use.
FeelBudget budget_for(DecisionMode mode);

/// What a table came to: an Outcome without the decision around it.
Outcome evaluate_table(const DecisionTable& table, const Context& scope, DecisionMode mode,
                       FeelBudget& budget);

/// The value that the rules' answers give under the table's hit policy. `outcome` holds the rules.
void conclude(const DecisionTable& table, const Context& scope, Outcome& outcome);

/// The value of any boxed expression.
Evaluated evaluate_boxed(const Boxed& boxed, const Context& scope, DecisionMode mode,
                         FeelBudget& budget);

/// The function that a boxed function makes in this scope.
Value function_value(const Boxed& boxed, const Context& scope, DecisionMode mode);

/// The function that a piece of knowledge is, with the type of its result.
Value knowledge_value(const DmnElement& element, const Context& scope, DecisionMode mode);

/// Brings a determined value into the types of the decision's expression and variable, and says
/// whether what comes out can stand.
void settle(const DmnElement& element, DecisionMode mode, Outcome& outcome);

}  // namespace recoup
