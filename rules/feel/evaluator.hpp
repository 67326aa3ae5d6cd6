// evaluator.hpp: walks the tree of an expression.
#pragma once

#include <boost/container/small_vector.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ast.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

/// One evaluation: the variables in scope, what may still be used, and whether digits were lost.
class FeelEvaluator {
 public:
  FeelEvaluator(const Context& variables, FeelBudget& budget) : budget_(&budget) {
    frames_.push_back(&variables);
  }

  /// The value of the tree.
  Value value(const FeelNode& node);
  /// Whether `input` passes the tests: true, false, or null with the reason.
  Value passes(const FeelNode& tests, const Value& input);

  [[nodiscard]] bool exact() const noexcept { return exact_; }

 private:
  Value within_budget(const FeelNode& node);
  Value variable(const std::string& name) const;
  Value binary(const FeelNode& node);
  Value choice(const FeelNode& node);
  Value list(const FeelNode& node);
  Value context(const FeelNode& node);
  Value range(const FeelNode& node);
  Value comparison_range(const FeelNode& node);
  Value path(const FeelNode& node);
  Value filter(const FeelNode& node);
  Value filtered(const Value::List& list, const FeelNode& condition);
  Value loop(const FeelNode& node);
  Value quantified(const FeelNode& node);
  Value function(const FeelNode& node);
  Value call(const FeelNode& node);
  Value call_function(const Function& function, std::vector<Value> arguments,
                      const std::vector<std::string>& names);
  Value passes_one(const FeelNode& test, const Value& input);
  Value domain(const FeelNode& node);

  /// Calls `body` for every combination of the loop's variables. False where it must stop.
  using Body = std::function<bool()>;
  bool iterate(const FeelNode& node, std::size_t index, Context& locals, const Body& body,
               Value& fault);

  boost::container::small_vector<const Context*, 8> frames_;  ///< The innermost last.
  FeelBudget* budget_;
  bool exact_ = true;
};

}  // namespace recoup
