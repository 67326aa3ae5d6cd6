// operators.hpp: what the operators of the rule language make of two values.
#pragma once

#include "ast.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {

/// Sum, difference, product, quotient or power. Clears `exact` where digits were lost. Null, with
/// the reasons of the operands, where one of them is null.
[[nodiscard]] Value calculated(FeelOperator op, const Value& left, const Value& right, bool& exact);

/// Equality and order, with null where an operand is unknown or the two cannot be compared.
[[nodiscard]] Value compared(FeelOperator op, const Value& left, const Value& right);

/// "and" and "or" with three outcomes: one false is enough for no, one true is enough for yes,
/// whatever is unknown beside it.
[[nodiscard]] Value both_of(const Value& left, const Value& right);
[[nodiscard]] Value either_of(const Value& left, const Value& right);
[[nodiscard]] Value negation(const Value& value);

/// Whether the range holds the value.
[[nodiscard]] Value holds(const Range& range, const Value& value);

/// Whether the list has an element equal to `value`, or a range that holds it.
[[nodiscard]] Value has_element(const Value::List& list, const Value& value);

/// A result of a decimal operation as a value.
[[nodiscard]] Value number_value(const std::optional<Calculated>& number, bool& exact);

}  // namespace recoup
