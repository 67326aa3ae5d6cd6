// Functions of contexts.

#include <array>

#include "builtins.hpp"
#include "operators.hpp"

namespace recoup {
namespace {

Value context(BuiltinCall& call) {
  const auto entries = list_argument(call, 0);
  if (!entries) return wrong_type(call.arguments[0], "a list of entries");
  Context made;
  for (const Value& each : *entries) {
    const auto* entry = each.as<Context>();
    const Value* key = entry == nullptr ? nullptr : entry->find("key");
    const Value* value = entry == nullptr ? nullptr : entry->find("value");
    const auto* name = key == nullptr ? nullptr : key->as<std::string>();
    if (name == nullptr || value == nullptr) return wrong_type(each, "an entry of key and value");
    if (made.find(*name) != nullptr) return Value::error("a key stands there twice");
    made.set(*name, *value);
  }
  return Value(std::move(made));
}

/// The context with the value behind the path of keys from `depth` on.
Value with_value(const Value& value, const Value::List& keys, std::size_t depth,
                 const Value& wanted) {
  const auto* context = value.as<Context>();
  if (context == nullptr) return wrong_type(value, "a context");
  const auto* key = keys[depth].as<std::string>();
  if (key == nullptr) return wrong_type(keys[depth], "a key");
  Context made = *context;
  if (depth + 1 == keys.size()) {
    made.set(*key, wanted);
    return Value(std::move(made));
  }
  const Value* inner = context->find(*key);
  if (inner == nullptr) return Value::error("there is nothing behind one of the keys");
  Value changed = with_value(*inner, keys, depth + 1, wanted);
  if (changed.is_null()) return changed;
  made.set(*key, std::move(changed));
  return Value(std::move(made));
}

Value context_put(BuiltinCall& call) {
  const auto* path = call.arguments[1].as<Value::List>();
  // A parameter called "key" takes one key, one called "keys" a list; in order either will do.
  if (path == nullptr)
    return with_value(call.arguments[0], {call.arguments[1]}, 0, call.arguments[2]);
  constexpr std::size_t depth_max = 200;
  if (path->empty() || path->size() > depth_max || (call.is_named && call.form == 0)) {
    return Value::error("a list of keys");
  }
  return with_value(call.arguments[0], *path, 0, call.arguments[2]);
}

Value context_merge(BuiltinCall& call) {
  const auto contexts = list_argument(call, 0);
  if (!contexts) return wrong_type(call.arguments[0], "a list of contexts");
  Context merged;
  for (const Value& each : *contexts) {
    const auto* context = each.as<Context>();
    if (context == nullptr) return wrong_type(each, "a context");
    for (const ContextEntry& entry : context->entries) merged.set(entry.name, entry.value);
  }
  return Value(std::move(merged));
}

Value get_value(BuiltinCall& call) {
  const auto* path = call.arguments[1].as<Value::List>();
  const Value::List keys = path == nullptr ? Value::List{call.arguments[1]} : *path;
  if (keys.empty()) return Value::error("a list of keys");
  Value value = call.arguments[0];
  for (const Value& each : keys) {
    const auto* context = value.as<Context>();
    const auto* key = each.as<std::string>();
    if (context == nullptr) return wrong_type(value, "a context");
    if (key == nullptr) return wrong_type(each, "a key");
    const Value* found = context->find(*key);
    if (found == nullptr) return Value::error("there is nothing behind one of the keys");
    Value inner = *found;
    value = std::move(inner);
  }
  return value;
}

Value get_entries(BuiltinCall& call) {
  const auto* context = call.arguments[0].as<Context>();
  if (context == nullptr) return wrong_type(call.arguments[0], "a context");
  Value::List entries;
  for (const ContextEntry& entry : context->entries) {
    Context one;
    one.set("key", Value(entry.name));
    one.set("value", entry.value);
    entries.push_back(Value(std::move(one)));
  }
  return Value(std::move(entries));
}

constexpr std::array<Builtin, 5> builtins = {{
    {"context", "entries", &context},
    {"context put", "context,key,value|context,keys,value", &context_put, true},
    {"context merge", "contexts", &context_merge},
    {"get value", "m,key|context,key|m,keys", &get_value},
    {"get entries", "m|context", &get_entries},
}};

}  // namespace

std::span<const Builtin> context_builtins() { return builtins; }

}  // namespace recoup
