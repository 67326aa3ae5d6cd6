#include "printer.hpp"

#include <algorithm>
#include <string_view>

#include "recoup/feel/type.hpp"
#include "recoup/feel/value.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;

/// How strongly a printed part holds together; a weaker part inside a stronger one is enclosed.
enum Hold : int {
  open_end = 0,
  disjoint,
  joint,
  compared,
  added,
  multiplied,
  raised,
  signed_,
  firm
};

std::string_view symbol(FeelOperator op) {
  switch (op) {
    case FeelOperator::add: return "+";
    case FeelOperator::subtract: return "-";
    case FeelOperator::multiply: return "*";
    case FeelOperator::divide: return "/";
    case FeelOperator::power: return "**";
    case FeelOperator::equal: return "=";
    case FeelOperator::unequal: return "!=";
    case FeelOperator::less: return "<";
    case FeelOperator::less_equal: return "<=";
    case FeelOperator::greater: return ">";
    case FeelOperator::greater_equal: return ">=";
    case FeelOperator::both: return "and";
    case FeelOperator::either: return "or";
    case FeelOperator::none: break;
  }
  return "";
}

Hold hold_of(FeelOperator op) {
  switch (op) {
    case FeelOperator::either: return disjoint;
    case FeelOperator::both: return joint;
    case FeelOperator::add:
    case FeelOperator::subtract: return added;
    case FeelOperator::multiply:
    case FeelOperator::divide: return multiplied;
    case FeelOperator::power: return raised;
    default: return compared;
  }
}

Hold hold_of(const FeelNode& node) {
  switch (node.kind) {
    case Kind::binary: return hold_of(node.op);
    case Kind::between:
    case Kind::in:
    case Kind::instance_of: return compared;
    case Kind::negate: return signed_;
    case Kind::choice:
    case Kind::loop:
    case Kind::some:
    case Kind::every:
    case Kind::function:
    case Kind::span: return open_end;
    case Kind::literal: {
      const auto* number = node.constant.as<Decimal>();
      return number != nullptr && *number < Decimal(0) ? signed_ : firm;
    }
    default: return firm;
  }
}

std::string quoted_literal(const std::string& plain) {
  std::string out = "\"";
  for (const char c : plain) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string literal(const Value& constant) {
  if (constant.is_null()) return "null";
  if (const auto* plain = constant.as<std::string>()) return quoted_literal(*plain);
  if (constant.as<bool>() != nullptr || constant.as<Decimal>() != nullptr) return text(constant);
  return "@" + quoted_literal(text(constant));
}

std::string inside(const FeelNode& node, Hold least) {
  std::string out = printed(node);
  if (hold_of(node) < least || node.kind == Kind::comparison) out = "(" + out + ")";
  return out;
}

/// A part that stands between signs; a comparison without a left side is a value only enclosed.
std::string alone(const FeelNode& node) { return inside(node, open_end); }

std::string list_of(const FeelNode& node, std::size_t from) {
  const bool tests = node.kind == Kind::tests || node.kind == Kind::none_of;
  std::string out;
  for (std::size_t i = from; i < node.children.size(); ++i) {
    if (i > from) out += ", ";
    const std::size_t name = i - from;
    if (node.kind == Kind::call && name < node.names.size()) out += node.names[name] + ": ";
    out += tests ? printed(*node.children[i]) : alone(*node.children[i]);
  }
  return out;
}

std::string binary(const FeelNode& node) {
  const Hold hold = hold_of(node.op);
  // Comparisons do not chain; everything else groups from the left.
  const Hold left = hold == compared ? added : hold;
  const Hold right = static_cast<Hold>(hold + 1);
  return inside(*node.children[0], left) + " " + std::string(symbol(node.op)) + " " +
         inside(*node.children[1], right);
}

std::string context_text(const FeelNode& node) {
  std::string out = "{";
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const std::string& name = node.names[i];
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
      return c == ' ' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    out += (i > 0 ? ", " : "") + (plain && !name.empty() ? name : quoted_literal(name)) + ": " +
           alone(*node.children[i]);
  }
  return out + "}";
}

std::string loop_text(const FeelNode& node) {
  std::string out = node.kind == Kind::loop ? "for " : node.kind == Kind::some ? "some " : "every ";
  for (std::size_t i = 0; i < node.names.size(); ++i) {
    out += (i > 0 ? ", " : "") + node.names[i] + " in " + alone(*node.children[i]);
  }
  return out + (node.kind == Kind::loop ? " return " : " satisfies ") +
         alone(*node.children.back());
}

/// A type as it is written in an expression.
std::string type_text(const FeelType& type) {
  const auto part = [&](std::size_t i) { return type_text(*type.parts[i]); };
  switch (type.kind) {
    case FeelType::Kind::any: return "Any";
    case FeelType::Kind::null: return "Null";
    case FeelType::Kind::number: return "number";
    case FeelType::Kind::string: return "string";
    case FeelType::Kind::boolean: return "boolean";
    case FeelType::Kind::date: return "date";
    case FeelType::Kind::time: return "time";
    case FeelType::Kind::date_time: return "date and time";
    case FeelType::Kind::day_duration: return "days and time duration";
    case FeelType::Kind::month_duration: return "years and months duration";
    case FeelType::Kind::list: return "list<" + part(0) + ">";
    case FeelType::Kind::range: return "range<" + part(0) + ">";
    case FeelType::Kind::context: {
      std::string out = "context<";
      for (std::size_t i = 0; i < type.names.size(); ++i) {
        out += (i > 0 ? ", " : "") + type.names[i] + ": " + part(i);
      }
      return out + ">";
    }
    case FeelType::Kind::function: {
      std::string out = "function<";
      for (std::size_t i = 0; i + 1 < type.parts.size(); ++i) out += (i > 0 ? ", " : "") + part(i);
      return out + "> -> " + part(type.parts.size() - 1);
    }
  }
  return "";
}

std::string function_text(const FeelNode& node) {
  std::string out = "function(";
  for (std::size_t i = 0; i < node.names.size(); ++i) {
    out += (i > 0 ? ", " : "") + node.names[i];
    if (i < node.types.size() && node.types[i]) out += ": " + type_text(*node.types[i]);
  }
  return out + ") " + alone(*node.children.back());
}

std::string range_text(const FeelNode& node) {
  return (node.low_closed ? "[" : "(") + alone(*node.children[0]) + ".." +
         alone(*node.children[1]) + (node.high_closed ? "]" : ")");
}

/// The tests behind "in": one alone needs no parentheses.
std::string tests_after_in(const FeelNode& tests) {
  if (tests.kind == Kind::tests && tests.children.size() == 1 &&
      (tests.children[0]->kind == Kind::comparison || hold_of(*tests.children[0]) >= added)) {
    return printed(*tests.children[0]);
  }
  return "(" + printed(tests) + ")";
}

}  // namespace

std::string printed(const FeelNode& node) {
  const auto child = [&](std::size_t i, Hold least) { return inside(*node.children[i], least); };
  switch (node.kind) {
    case Kind::literal: return literal(node.constant);
    case Kind::name: return node.text;
    case Kind::negate: return "-" + child(0, signed_);
    case Kind::binary: return binary(node);
    case Kind::between:
      return child(0, added) + " between " + child(1, added) + " and " + child(2, added);
    case Kind::in: return child(0, added) + " in " + tests_after_in(*node.children[1]);
    case Kind::choice:
      return "if " + child(0, open_end) + " then " + child(1, open_end) + " else " +
             child(2, open_end);
    case Kind::list: return "[" + list_of(node, 0) + "]";
    case Kind::context: return context_text(node);
    case Kind::range: return range_text(node);
    case Kind::comparison: return std::string(symbol(node.op)) + " " + child(0, added);
    case Kind::path: return child(0, firm) + "." + node.text;
    case Kind::filter: return child(0, firm) + "[" + child(1, open_end) + "]";
    case Kind::call: return child(0, firm) + "(" + list_of(node, 1) + ")";
    case Kind::loop:
    case Kind::some:
    case Kind::every: return loop_text(node);
    case Kind::span: return child(0, added) + ".." + child(1, added);
    case Kind::instance_of:
      return child(0, added) + " instance of " + type_text(*node.types.front());
    case Kind::function: return function_text(node);
    case Kind::tests: return list_of(node, 0);
    case Kind::none_of: return "not(" + list_of(node, 0) + ")";
    case Kind::any: return "-";
  }
  return "";
}

}  // namespace recoup
