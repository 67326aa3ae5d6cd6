#include "operators.hpp"

#include "recoup/base/check.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

std::string_view sign_of(FeelOperator op) {
  switch (op) {
    case FeelOperator::add: return "+";
    case FeelOperator::subtract: return "-";
    case FeelOperator::multiply: return "*";
    case FeelOperator::divide: return "/";
    default: return "**";
  }
}

Value not_possible(FeelOperator op, const Value& left, const Value& right) {
  return Value::error(std::string(type_name(left)) + " " + std::string(sign_of(op)) + " " +
                      std::string(type_name(right)) + " is not defined");
}

std::optional<Calculated> calculated_number(FeelOperator op, const Decimal& a, const Decimal& b) {
  switch (op) {
    case FeelOperator::add: return a.plus(b);
    case FeelOperator::subtract: return a.minus(b);
    case FeelOperator::multiply: return a.times(b);
    case FeelOperator::divide: return a.over(b);
    default: break;
  }
  return a.power(b);
}

std::optional<Value> temporal_result(FeelOperator op, const Value& left, const Value& right,
                                     bool& exact) {
  switch (op) {
    case FeelOperator::add: return temporal_sum(left, right, false);
    case FeelOperator::subtract: return temporal_sum(left, right, true);
    case FeelOperator::multiply: return temporal_product(left, right, false, exact);
    case FeelOperator::divide: return temporal_product(left, right, true, exact);
    default: return std::nullopt;
  }
}

bool holds_order(FeelOperator op, int order) {
  switch (op) {
    case FeelOperator::less: return order < 0;
    case FeelOperator::less_equal: return order <= 0;
    case FeelOperator::greater: return order > 0;
    default: return order >= 0;
  }
}

Value truth_null(const Value& left, const Value& right) {
  for (const Value* value : {&left, &right}) {
    if (!value->is_null() && value->as<bool>() == nullptr) {
      const Value fault =
          Value::error(std::string(type_name(*value)) + " is neither true nor false");
      return merged_null(merged_null(left, right), fault);
    }
  }
  return merged_null(left, right);
}

}  // namespace

Value number_value(const std::optional<Calculated>& number, bool& exact) {
  if (!number) return Value::error("the result is no number of the language");
  exact = exact && number->exact;
  return Value(number->value);
}

Value calculated(FeelOperator op, const Value& left, const Value& right, bool& exact) {
  if (left.is_null() || right.is_null()) return merged_null(left, right);
  const auto* a = left.as<Decimal>();
  const auto* b = right.as<Decimal>();
  if (a != nullptr && b != nullptr) {
    if (op == FeelOperator::divide && b->is_zero()) return Value::error("a division by zero");
    return number_value(calculated_number(op, *a, *b), exact);
  }
  const auto* text = left.as<std::string>();
  const auto* more = right.as<std::string>();
  if (text != nullptr && more != nullptr && op == FeelOperator::add) return Value(*text + *more);
  if (auto result = temporal_result(op, left, right, exact)) return std::move(*result);
  return not_possible(op, left, right);
}

Value compared(FeelOperator op, const Value& left, const Value& right) {
  const auto* number = left.as<Decimal>();
  const auto* other = right.as<Decimal>();
  if (number != nullptr && other != nullptr) {
    const auto order = *number <=> *other;
    if (op == FeelOperator::equal) return Value(order == 0);
    if (op == FeelOperator::unequal) return Value(order != 0);
    return Value(holds_order(op, order < 0 ? -1 : order > 0 ? 1 : 0));
  }
  if (left.is_unknown() || right.is_unknown()) return merged_null(left, right);
  if (op == FeelOperator::equal || op == FeelOperator::unequal) {
    const auto same = equal(left, right);
    if (same) return Value(*same == (op == FeelOperator::equal));
  } else {
    if (left.is_null() || right.is_null()) return merged_null(left, right);
    const auto order = compare(left, right);
    // Equality may be wider than the order: times are equal where their whole seconds are.
    const bool or_equal = op == FeelOperator::less_equal || op == FeelOperator::greater_equal;
    if (order && or_equal && equal(left, right).value_or(false)) return Value(true);
    if (order) return Value(holds_order(op, *order));
  }
  return Value::error(std::string(type_name(left)) + " and " + std::string(type_name(right)) +
                      " cannot be compared");
}

Value both_of(const Value& left, const Value& right) {
  if (left.is_false() || right.is_false()) return Value(false);
  if (left.is_true() && right.is_true()) return Value(true);
  return truth_null(left, right);
}

Value either_of(const Value& left, const Value& right) {
  if (left.is_true() || right.is_true()) return Value(true);
  if (left.is_false() && right.is_false()) return Value(false);
  return truth_null(left, right);
}

Value negation(const Value& value) {
  if (const bool* truth = value.as<bool>()) return Value(!*truth);
  return truth_null(value, value);
}

Value holds(const Range& range, const Value& value) {
  if (range.is_complement) return compared(FeelOperator::unequal, value, range.low.front());
  Value inside(true);
  if (!range.low.empty()) {
    inside = compared(range.low_closed ? FeelOperator::greater_equal : FeelOperator::greater, value,
                      range.low.front());
  }
  if (!range.high.empty()) {
    const FeelOperator op = range.high_closed ? FeelOperator::less_equal : FeelOperator::less;
    inside = both_of(inside, compared(op, value, range.high.front()));
  }
  return inside;
}

Value has_element(const Value::List& list, const Value& value) {
  Value found(false);
  for (const Value& element : list) {
    if (element.is_unknown() || value.is_unknown()) {
      found = either_of(found, merged_null(element, value));
      continue;
    }
    const auto* range = element.as<Range>();
    const bool held = range != nullptr && holds(*range, value).is_true();
    if (held || equal(element, value).value_or(false)) return Value(true);
  }
  return found;
}

}  // namespace recoup
