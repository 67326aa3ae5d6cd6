#include "recoup/feel/type.hpp"

#include <algorithm>

#include "recoup/base/check.hpp"
#include "recoup/feel/expression.hpp"
#include "temporal.hpp"

namespace recoup {
namespace {

using Kind = FeelType::Kind;

FeelTypePtr plain(Kind kind) { return std::make_shared<const FeelType>(FeelType{.kind = kind}); }

bool conforms_members(const FeelType& one, const FeelType& other);

/// Whether every value of the type `one` is of the type `other`.
bool conforms(const FeelType& one, const FeelType& other) {
  if (other.kind == Kind::any || one.kind == Kind::null) return true;
  if (one.kind != other.kind) return false;
  switch (one.kind) {
    case Kind::list:
    case Kind::range: return conforms(*one.parts[0], *other.parts[0]);
    case Kind::context: return conforms_members(one, other);
    case Kind::function: {
      if (one.parts.size() != other.parts.size()) return false;
      for (std::size_t i = 0; i + 1 < one.parts.size(); ++i) {
        if (!conforms(*other.parts[i], *one.parts[i])) return false;
      }
      return conforms(*one.parts.back(), *other.parts.back());
    }
    default: return true;
  }
}

bool conforms_members(const FeelType& one, const FeelType& other) {
  for (std::size_t i = 0; i < other.names.size(); ++i) {
    std::size_t at = 0;
    while (at < one.names.size() && one.names[at] != other.names[i]) ++at;
    if (at == one.names.size() || !conforms(*one.parts[at], *other.parts[i])) return false;
  }
  return true;
}

/// Whether the allowed values of a type count.
enum class Allowed : bool { ignored, counted };

bool is_of(const Value& value, const FeelType& type, Allowed allowed);

/// Where a value is asked for, a function of which nothing more is known may be of the type; where
/// the type is asked after, it is not.
bool is_function_of(const Function& function, const FeelType& type, Allowed allowed) {
  if (type.parts.empty()) return true;
  const bool asked_for = allowed == Allowed::counted;
  if (function.builtin != nullptr) return asked_for;
  if (function.parameters.size() + 1 != type.parts.size()) return false;
  static const FeelTypePtr any = plain(Kind::any);
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const bool typed = i < function.types.size() && function.types[i] != nullptr;
    if (!conforms(*type.parts[i], typed ? *function.types[i] : *any)) return false;
  }
  if (!function.result) return asked_for || type.parts.back()->kind == Kind::any;
  return conforms(*function.result, *type.parts.back());
}

bool is_context_of(const Context& context, const FeelType& type, Allowed allowed) {
  for (std::size_t i = 0; i < type.names.size(); ++i) {
    const Value* member = context.find(type.names[i]);
    // An entry may be null whatever its type; that it is there is what counts.
    if (member == nullptr) return false;
    if (!member->is_null() && !is_of(*member, *type.parts[i], allowed)) return false;
  }
  return true;
}

bool is_of_kind(const Value& value, const FeelType& type, Allowed allowed) {
  switch (type.kind) {
    case Kind::any: return !value.is_null();
    case Kind::null: return value.is_null();
    case Kind::number: return value.as<Decimal>() != nullptr;
    case Kind::string: return value.as<std::string>() != nullptr;
    case Kind::boolean: return value.as<bool>() != nullptr;
    case Kind::date: return value.as<FeelDate>() != nullptr;
    case Kind::time: return value.as<FeelTime>() != nullptr;
    case Kind::date_time: return value.as<FeelDateTime>() != nullptr;
    case Kind::day_duration: return value.as<DayDuration>() != nullptr;
    case Kind::month_duration: return value.as<MonthDuration>() != nullptr;
    case Kind::context: {
      const auto* context = value.as<Context>();
      return context != nullptr && is_context_of(*context, type, allowed);
    }
    case Kind::function: {
      const auto* function = value.as<std::shared_ptr<const Function>>();
      return function != nullptr && is_function_of(**function, type, allowed);
    }
    case Kind::list: {
      const auto* list = value.as<Value::List>();
      if (list == nullptr) return false;
      for (const Value& element : *list) {
        if (!element.is_null() && !is_of(element, *type.parts[0], allowed)) return false;
      }
      return true;
    }
    case Kind::range: {
      const auto* range = value.as<Range>();
      if (range == nullptr) return false;
      for (const auto* end : {&range->low, &range->high}) {
        if (end->empty() || end->front().is_null()) continue;
        if (!is_of(end->front(), *type.parts[0], allowed)) return false;
      }
      return true;
    }
  }
  RECOUP_CHECK(false);
  return false;
}

bool is_of(const Value& value, const FeelType& type, Allowed allowed) {
  if (!is_of_kind(value, type, allowed)) return false;
  if (allowed == Allowed::ignored) return true;
  return std::all_of(type.allowed.begin(), type.allowed.end(),
                     [&](const auto& tests) { return tests->test(value, {}).value.is_true(); });
}

bool fits(const Value& value, const FeelType& type) { return is_of(value, type, Allowed::counted); }

std::string type_text(const FeelType& type) {
  for (const auto& [name, known] : built_in_types()) {
    if (known->kind == type.kind && type.parts.empty()) return name;
  }
  switch (type.kind) {
    case Kind::list: return "list<" + type_text(*type.parts[0]) + ">";
    case Kind::range: return "range<" + type_text(*type.parts[0]) + ">";
    case Kind::context: return "context";
    default: return "function";
  }
}

}  // namespace

const FeelTypes& built_in_types() {
  static const FeelTypes types = [] {
    FeelTypes made{{"Any", plain(Kind::any)},
                   {"Null", plain(Kind::null)},
                   {"number", plain(Kind::number)},
                   {"string", plain(Kind::string)},
                   {"boolean", plain(Kind::boolean)},
                   {"date", plain(Kind::date)},
                   {"time", plain(Kind::time)},
                   {"date and time", plain(Kind::date_time)},
                   {"days and time duration", plain(Kind::day_duration)},
                   {"years and months duration", plain(Kind::month_duration)},
                   {"context", plain(Kind::context)},
                   {"function", plain(Kind::function)}};
    for (const auto& [name, kind] : {std::pair("list", Kind::list), {"range", Kind::range}}) {
      made[name] =
          std::make_shared<const FeelType>(FeelType{.kind = kind, .parts = {plain(Kind::any)}});
    }
    // Names of older models and of the schema language.
    made["dateTime"] = made["date and time"];
    made["dayTimeDuration"] = made["days and time duration"];
    made["yearMonthDuration"] = made["years and months duration"];
    return made;
  }();
  return types;
}

bool is_instance(const Value& value, const FeelType& type) {
  return is_of(value, type, Allowed::ignored);
}

Value coerced(Value value, const FeelType& type) {
  if (value.is_null() || fits(value, type)) return value;
  if (const auto* list = value.as<Value::List>(); list != nullptr && type.kind != Kind::list) {
    if (list->size() == 1 && fits(list->front(), type)) return Value(list->front());
  }
  if (type.kind == Kind::list && fits(value, *type.parts[0])) {
    Value as_list(Value::List{value});
    if (fits(as_list, type)) return as_list;
  }
  if (const auto* date = value.as<FeelDate>(); date != nullptr && type.kind == Kind::date_time) {
    return Value(utc_midnight(*date));
  }
  return Value::error(std::string(type_name(value)) + " where " + type_text(type) +
                      (type.allowed.empty() ? "" : " (" + type.allowed.back()->text() + ")") +
                      " belongs");
}

}  // namespace recoup
