// How points and ranges lie to each other, and ranges written as text.

#include <array>

#include "builtins.hpp"
#include "evaluator.hpp"
#include "parser.hpp"

namespace recoup {
namespace {

/// An end of a range; a point is a range whose ends are both the point.
struct RangeEnd {
  const Value* value = nullptr;
  bool included = false;
  int infinite = 0;  ///< -1 before everything, 1 behind everything.
};

struct Interval {
  RangeEnd start;
  RangeEnd end;
  bool is_point = false;
};

RangeEnd end_of(const std::vector<Value>& value, bool included, int infinite) {
  if (value.empty()) return {nullptr, false, infinite};
  return {&value.front(), included, 0};
}

std::optional<Interval> interval_of(const Value& value) {
  if (value.is_null()) return std::nullopt;
  const auto* range = value.as<Range>();
  if (range == nullptr) return Interval{{&value, true, 0}, {&value, true, 0}, true};
  if (range->is_complement) return std::nullopt;
  return Interval{end_of(range->low, range->low_closed, -1),
                  end_of(range->high, range->high_closed, 1), false};
}

/// -1, 0 or 1 as one end lies before, at or behind the other.
int order_of(const RangeEnd& one, const RangeEnd& other) {
  if (one.infinite != 0 || other.infinite != 0) {
    return one.infinite < other.infinite ? -1 : one.infinite > other.infinite ? 1 : 0;
  }
  return compare(*one.value, *other.value).value_or(0);
}

bool are_comparable(const Interval& one, const Interval& other) {
  for (const RangeEnd* a : {&one.start, &one.end}) {
    for (const RangeEnd* b : {&other.start, &other.end}) {
      if (a->value != nullptr && b->value != nullptr && !compare(*a->value, *b->value))
        return false;
    }
  }
  return true;
}

bool is_before(const Interval& one, const Interval& other) {
  const int order = order_of(one.end, other.start);
  return order < 0 || (order == 0 && (!one.end.included || !other.start.included));
}

bool is_after(const Interval& one, const Interval& other) { return is_before(other, one); }

bool meets(const Interval& one, const Interval& other) {
  return one.end.included && other.start.included && order_of(one.end, other.start) == 0;
}

bool met_by(const Interval& one, const Interval& other) { return meets(other, one); }

/// Whether the first one reaches the start of the other.
bool reaches(const Interval& one, const Interval& other) {
  const int order = order_of(one.end, other.start);
  return order > 0 || (order == 0 && one.end.included && other.start.included);
}

bool overlaps(const Interval& one, const Interval& other) {
  return reaches(one, other) && reaches(other, one);
}

bool ends_no_later(const Interval& one, const Interval& other) {
  const int order = order_of(one.end, other.end);
  return order < 0 || (order == 0 && (!one.end.included || other.end.included));
}

bool starts_no_earlier(const Interval& one, const Interval& other) {
  const int order = order_of(one.start, other.start);
  return order > 0 || (order == 0 && (!one.start.included || other.start.included));
}

bool overlaps_before(const Interval& one, const Interval& other) {
  const int order = order_of(one.start, other.start);
  const bool earlier = order < 0 || (order == 0 && one.start.included && !other.start.included);
  return earlier && reaches(one, other) && ends_no_later(one, other);
}

bool overlaps_after(const Interval& one, const Interval& other) {
  return overlaps_before(other, one);
}

bool finishes(const Interval& one, const Interval& other) {
  if (order_of(one.end, other.end) != 0) return false;
  if (one.is_point) return other.end.included;
  return one.end.included == other.end.included && starts_no_earlier(one, other);
}

bool finished_by(const Interval& one, const Interval& other) { return finishes(other, one); }

bool includes(const Interval& one, const Interval& other) {
  return starts_no_earlier(other, one) && ends_no_later(other, one);
}

bool during(const Interval& one, const Interval& other) { return includes(other, one); }

bool starts(const Interval& one, const Interval& other) {
  if (order_of(one.start, other.start) != 0) return false;
  if (one.is_point) return other.start.included;
  return one.start.included == other.start.included && ends_no_later(one, other);
}

bool started_by(const Interval& one, const Interval& other) { return starts(other, one); }

bool coincides(const Interval& one, const Interval& other) {
  return order_of(one.start, other.start) == 0 && order_of(one.end, other.end) == 0 &&
         one.start.included == other.start.included && one.end.included == other.end.included;
}

template <bool (*relation)(const Interval&, const Interval&)>
Value related(BuiltinCall& call) {
  const auto one = interval_of(call.arguments[0]);
  const auto other = interval_of(call.arguments[1]);
  if (!one) return wrong_type(call.arguments[0], "a point or a range");
  if (!other) return wrong_type(call.arguments[1], "a point or a range");
  if (!are_comparable(*one, *other)) return Value::error("the two have no order");
  return Value(relation(*one, *other));
}

bool is_literal_end(const FeelNode& node) {
  using Kind = FeelNode::Kind;
  if (node.kind == Kind::literal) return !node.constant.is_null();
  if (node.kind == Kind::negate) return is_literal_end(*node.children[0]);
  if (node.kind != Kind::call || node.children[0]->kind != Kind::name) return false;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (!is_literal_end(*node.children[i])) return false;
  }
  const std::string& name = node.children[0]->text;
  return name == "date" || name == "time" || name == "date and time" || name == "duration";
}

/// "[1..3]" as text. Both ends must stand there, as literals, the lower one first.
Value range_function(BuiltinCall& call) {
  const auto* written = call.arguments[0].as<std::string>();
  if (written == nullptr) return wrong_type(call.arguments[0], "a string");
  const Value fault = Value::error("no range such as [1..3]");
  const auto root = FeelParser(*written, FeelScope{}).whole_expression();
  if (!root || root.value()->kind != FeelNode::Kind::range) return fault;
  for (const FeelNodePtr& end : root.value()->children) {
    if (!is_literal_end(*end)) return fault;
  }
  const Context nothing;
  Value value = FeelEvaluator(nothing, *call.budget).value(*root.value());
  const auto* range = value.as<Range>();
  if (range == nullptr || range->low.front().kind() != range->high.front().kind()) return fault;
  const auto order = compare(range->low.front(), range->high.front());
  return order && *order <= 0 ? value : fault;
}

constexpr std::string_view any_two =
    "point1,point2|point,range|range,point|range1,range2|value1,value2";

constexpr std::array<Builtin, 15> builtins = {{
    {"before", any_two, &related<&is_before>},
    {"after", any_two, &related<&is_after>},
    {"meets", any_two, &related<&meets>},
    {"met by", any_two, &related<&met_by>},
    {"overlaps", any_two, &related<&overlaps>},
    {"overlaps before", any_two, &related<&overlaps_before>},
    {"overlaps after", any_two, &related<&overlaps_after>},
    {"finishes", any_two, &related<&finishes>},
    {"finished by", any_two, &related<&finished_by>},
    {"includes", any_two, &related<&includes>},
    {"during", any_two, &related<&during>},
    {"starts", any_two, &related<&starts>},
    {"started by", any_two, &related<&started_by>},
    {"coincides", any_two, &related<&coincides>},
    {"range", "from", &range_function},
}};

}  // namespace

std::span<const Builtin> range_builtins() { return builtins; }

}  // namespace recoup
