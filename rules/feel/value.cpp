#include "recoup/feel/value.hpp"

#include <algorithm>
#include <array>

#include "recoup/base/text.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::sort(to.begin(), to.end());
  to.erase(std::unique(to.begin(), to.end()), to.end());
}

std::optional<bool> equal_lists(const Value::List& one, const Value::List& other) {
  if (one.size() != other.size()) return false;
  for (std::size_t i = 0; i < one.size(); ++i) {
    const auto same = equal(one[i], other[i]);
    if (!same.value_or(false)) return false;
  }
  return true;
}

std::optional<bool> equal_contexts(const Context& one, const Context& other) {
  if (one.entries.size() != other.entries.size()) return false;
  for (const ContextEntry& entry : one.entries) {
    const Value* match = other.find(entry.name);
    if (match == nullptr || !equal(entry.value, *match).value_or(false)) return false;
  }
  return true;
}

std::optional<bool> equal_ranges(const Range& one, const Range& other) {
  return one.low_closed == other.low_closed && one.high_closed == other.high_closed &&
         one.is_comparison == other.is_comparison && one.is_complement == other.is_complement &&
         equal_lists(one.low, other.low).value_or(false) &&
         equal_lists(one.high, other.high).value_or(false);
}

template <typename T>
std::optional<int> order(const Value& one, const Value& other) {
  const T* a = one.as<T>();
  const T* b = other.as<T>();
  if (a == nullptr || b == nullptr) return std::nullopt;
  if (*a < *b) return -1;
  return *b < *a ? 1 : 0;
}

/// The text of a value inside a list or context.
std::string inner_text(const Value& value) {
  const auto* string = value.as<std::string>();
  if (string == nullptr) return text(value);
  std::string out = "\"";
  for (const char c : *string) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string list_text(const Value::List& list) {
  std::string out = "[";
  for (const Value& value : list) out += (out.size() > 1 ? ", " : "") + inner_text(value);
  return out + "]";
}

std::string context_text(const Context& context) {
  std::string out = "{";
  for (const ContextEntry& entry : context.entries) {
    out += (out.size() > 1 ? ", " : "") + entry.name + ": " + inner_text(entry.value);
  }
  return out + "}";
}

std::string range_text(const Range& range) {
  if (range.is_complement) return "!= " + inner_text(range.low[0]);
  if (range.is_comparison && range.low.empty()) {
    return (range.high_closed ? "<= " : "< ") + inner_text(range.high[0]);
  }
  if (range.is_comparison && range.high.empty()) {
    return (range.low_closed ? ">= " : "> ") + inner_text(range.low[0]);
  }
  if (range.is_comparison) return "= " + inner_text(range.low[0]);
  return (range.low_closed ? "[" : "(") + (range.low.empty() ? "null" : inner_text(range.low[0])) +
         ".." + (range.high.empty() ? "null" : inner_text(range.high[0])) +
         (range.high_closed ? "]" : ")");
}

}  // namespace

const Value* Context::find(std::string_view name) const {
  for (const ContextEntry& entry : entries) {
    if (entry.name == name) return &entry.value;
  }
  return nullptr;
}

void Context::set(std::string_view name, Value value) {
  for (ContextEntry& entry : entries) {
    if (entry.name == name) {
      entry.value = std::move(value);
      return;
    }
  }
  entries.push_back({std::string(name), std::move(value)});
}

namespace {

/// Weights are added up to a bound far beyond every limit, so that they never wrap around.
std::uint64_t joined_weight(std::uint64_t one, std::uint64_t other) {
  constexpr std::uint64_t most = std::uint64_t{1} << 60U;
  return std::min(one + other, most);
}

std::uint64_t weight_of(const Value::List& list) {
  std::uint64_t weight = 1;
  for (const Value& element : list) weight = joined_weight(weight, element.weight());
  return weight;
}

}  // namespace

Value::Value(List list) {
  const std::uint64_t weight = weight_of(list);
  held_ = std::make_shared<const Weighed<List>>(Weighed<List>{std::move(list), weight});
}

Value::Value(Context context) {
  std::uint64_t weight = 1;
  for (const ContextEntry& entry : context.entries) {
    weight = joined_weight(weight, entry.value.weight() + entry.name.size() / 32);
  }
  held_ = std::make_shared<const Weighed<Context>>(Weighed<Context>{std::move(context), weight});
}

Value::Value(Range range) {
  const std::uint64_t weight = joined_weight(weight_of(range.low), weight_of(range.high));
  held_ = std::make_shared<const Weighed<Range>>(Weighed<Range>{std::move(range), weight});
}

std::uint64_t Value::weight() const noexcept {
  if (const auto* list = std::get_if<std::shared_ptr<const Weighed<List>>>(&held_)) {
    return (*list)->weight;
  }
  if (const auto* context = std::get_if<std::shared_ptr<const Weighed<Context>>>(&held_)) {
    return (*context)->weight;
  }
  if (const auto* range = std::get_if<std::shared_ptr<const Weighed<Range>>>(&held_)) {
    return (*range)->weight;
  }
  const auto* string = as<std::string>();
  return string == nullptr ? 1 : 1 + string->size() / 32;
}

Value FeelBudget::admit(Value made) {
  constexpr std::uint64_t weight_max = 1'000'000;
  if (made.weight() > weight_max) return Value::error("the value is too large");
  std::int64_t cost = 0;
  const auto pay = [&](const Value& part) {
    const auto* text = part.as<std::string>();
    cost += text == nullptr ? 1 : 1 + static_cast<std::int64_t>(text->size() / 32);
  };
  if (const auto* list = made.as<Value::List>()) {
    for (const Value& element : *list) pay(element);
  } else if (const auto* context = made.as<Context>()) {
    for (const ContextEntry& entry : context->entries) pay(entry.value);
  } else {
    pay(made);
  }
  steps_left -= cost;
  return steps_left > 0 ? std::move(made) : Value::error("the evaluation takes too long");
}

Value Value::missing(std::string fact) { return Value(Null{{std::move(fact)}, {}}); }

Value Value::error(std::string fault) { return Value(Null{{}, {std::move(fault)}}); }

bool Value::is_unknown() const noexcept {
  const Null* null = as<Null>();
  return null != nullptr && !null->missing.empty();
}

bool Value::is_true() const noexcept {
  const bool* truth = as<bool>();
  return truth != nullptr && *truth;
}

bool Value::is_false() const noexcept {
  const bool* truth = as<bool>();
  return truth != nullptr && !*truth;
}

Value merged_null(const Value& one, const Value& other) {
  Null merged;
  for (const Value* value : {&one, &other}) {
    if (const Null* null = value->as<Null>()) {
      add_all(merged.missing, null->missing);
      add_all(merged.errors, null->errors);
    }
  }
  return Value(std::move(merged));
}

std::optional<bool> equal(const Value& one, const Value& other) {
  if (one.is_null() || other.is_null()) return one.is_null() && other.is_null();
  if (const auto same = temporal_equal(one, other)) return same;
  if (one.kind() != other.kind()) return std::nullopt;
  if (const auto* list = one.as<Value::List>()) return equal_lists(*list, *other.as<Value::List>());
  if (const auto* context = one.as<Context>())
    return equal_contexts(*context, *other.as<Context>());
  if (const auto* range = one.as<Range>()) return equal_ranges(*range, *other.as<Range>());
  if (const auto* truth = one.as<bool>()) return *truth == *other.as<bool>();
  const auto order = compare(one, other);
  if (!order) return std::nullopt;
  return *order == 0;
}

std::optional<int> compare(const Value& one, const Value& other) {
  if (const auto result = order<Decimal>(one, other)) return result;
  if (const auto result = order<std::string>(one, other)) return result;
  return temporal_order(one, other);
}

std::string text(const Value& value) {
  if (const auto* truth = value.as<bool>()) return *truth ? "true" : "false";
  if (const auto* number = value.as<Decimal>()) return number->text();
  if (const auto* string = value.as<std::string>()) return *string;
  if (const auto* date = value.as<FeelDate>()) return temporal_text(*date);
  if (const auto* time = value.as<FeelTime>()) return temporal_text(*time);
  if (const auto* time = value.as<FeelDateTime>()) return temporal_text(*time);
  if (const auto* duration = value.as<DayDuration>()) return duration_text(*duration);
  if (const auto* duration = value.as<MonthDuration>()) return duration_text(*duration);
  if (const auto* list = value.as<Value::List>()) return list_text(*list);
  if (const auto* context = value.as<Context>()) return context_text(*context);
  if (const auto* range = value.as<Range>()) return range_text(*range);
  return value.is_null() ? "null" : "function";
}

std::string_view type_name(const Value& value) {
  constexpr std::array<std::string_view, 13> names = {"null",
                                                      "boolean",
                                                      "number",
                                                      "string",
                                                      "date",
                                                      "time",
                                                      "date and time",
                                                      "days and time duration",
                                                      "years and months duration",
                                                      "list",
                                                      "context",
                                                      "range",
                                                      "function"};
  return names[value.kind()];
}

std::string normal_name(std::string_view name) {
  std::string out;
  for (const char c : trimmed(name)) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace recoup
