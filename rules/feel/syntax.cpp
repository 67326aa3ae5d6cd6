#include "recoup/feel/syntax.hpp"

#include <algorithm>
#include <array>

#include "builtins.hpp"
#include "parser.hpp"
#include "printer.hpp"

namespace recoup {
namespace {

using Kind = FeelNode::Kind;

/// What an expression is, as far as its form tells.
enum class Form : std::uint8_t { unknown, other, money, date, time, duration };

constexpr std::array<std::string_view, 7> rounding = {
    "decimal", "round up", "round down", "round half up", "round half down", "floor", "ceiling"};

bool is_rounding(const FeelNode& call) {
  return std::find(rounding.begin(), rounding.end(), call.children[0]->text) != rounding.end();
}

Form form_of_type(const NameUse& use) {
  if (use.is_money) return Form::money;
  if (use.type == "date") return Form::date;
  if (use.type == "time" || use.type == "dateTime" || use.type == "date and time") {
    return Form::time;
  }
  if (use.type.find("uration") != std::string::npos) return Form::duration;
  return use.type.empty() ? Form::unknown : Form::other;
}

Form form_of_literal(const Value& constant) {
  const std::string_view type = type_name(constant);
  if (type == "date") return Form::date;
  if (type == "time" || type == "date and time") return Form::time;
  if (type.find("duration") != std::string_view::npos) return Form::duration;
  return Form::other;
}

Form form_of_call(const std::string& function) {
  if (function == "date" || function == "today") return Form::date;
  if (function == "time" || function == "date and time" || function == "now") return Form::time;
  if (function.find("duration") != std::string::npos) return Form::duration;
  return find_builtin(function) != nullptr ? Form::other : Form::unknown;
}

class Inspector {
 public:
  Inspector(const NameUses& names, Syntax& syntax) : names_(names), syntax_(syntax) {}

  void visit(const FeelNode& node, bool rounded = false) {
    switch (node.kind) {
      case Kind::literal: literal(node); break;
      case Kind::name: name(node); break;
      case Kind::binary: binary(node, rounded); break;
      case Kind::choice: choice(node); break;
      case Kind::call: return call(node);
      case Kind::function: remark(SyntaxTrait::own_function, node); break;
      case Kind::tests:
      case Kind::none_of: tests(node, "?"); break;
      case Kind::in: in(node); break;
      case Kind::filter: return filter(node);
      default: break;
    }
    const bool hidden = !node.names.empty();
    if (hidden) locals_.insert(locals_.end(), node.names.begin(), node.names.end());
    for (const FeelNodePtr& child : node.children) visit(*child, rounded);
    if (hidden) locals_.resize(locals_.size() - node.names.size());
  }

  /// Whether the tree hangs on a variable that may be missing.
  [[nodiscard]] bool may_be_missing(const FeelNode& node) const {
    if (node.kind == Kind::name) {
      const auto found = names_.find(node.text);
      return found != names_.end() && found->second.may_be_missing;
    }
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const FeelNodePtr& child) { return may_be_missing(*child); });
  }

 private:
  void remark(SyntaxTrait trait, const FeelNode& node) {
    syntax_.remarks.push_back({trait, printed(node)});
  }

  [[nodiscard]] Form form(const FeelNode& node) const {
    switch (node.kind) {
      case Kind::literal: return form_of_literal(node.constant);
      case Kind::name: return form_of_name(node.text);
      case Kind::negate: return form(*node.children[0]);
      case Kind::call: return form_of_call(node.children[0]->text);
      case Kind::choice: return form(*node.children[1]);
      case Kind::binary: return form_of_binary(node);
      default: return Form::unknown;
    }
  }

  [[nodiscard]] Form form_of_name(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? Form::unknown : form_of_type(found->second);
  }

  [[nodiscard]] Form form_of_binary(const FeelNode& node) const {
    const Form left = form(*node.children[0]);
    const Form right = form(*node.children[1]);
    if (node.op == FeelOperator::divide) return left == right ? Form::other : left;
    if (node.op != FeelOperator::add && node.op != FeelOperator::subtract &&
        node.op != FeelOperator::multiply) {
      return Form::other;
    }
    const auto is_time = [](Form one) { return one == Form::date || one == Form::time; };
    if (is_time(left) && is_time(right)) return Form::duration;
    for (const Form one : {left, right}) {
      if (is_time(one) || one == Form::money) return one;
    }
    return left == Form::duration || right == Form::duration ? Form::duration : left;
  }

  void literal(const FeelNode& node) {
    if (const auto* number = node.constant.as<Decimal>()) {
      if (!(*number == Decimal(0))) remark(SyntaxTrait::literal_number, node);
      return;
    }
    const Form shape = form_of_literal(node.constant);
    if (shape != Form::other) remark(SyntaxTrait::literal_time, node);
  }

  void name(const FeelNode& node) {
    const bool local = std::find(locals_.begin(), locals_.end(), node.text) != locals_.end();
    // Inside a filter the entries of what is filtered have names of their own.
    const bool entry = filters_ > 0 && !names_.contains(node.text);
    if (!local && !entry && node.text != "?") syntax_.mentions.push_back(node.text);
  }

  void binary(const FeelNode& node, bool rounded) {
    const Form left = form(*node.children[0]);
    const Form right = form(*node.children[1]);
    switch (node.op) {
      case FeelOperator::equal:
      case FeelOperator::unequal:
        if (left == Form::time || right == Form::time) remark(SyntaxTrait::time_equality, node);
        return;
      case FeelOperator::divide:
        if (left == Form::money && !rounded) remark(SyntaxTrait::unrounded_division, node);
        if (left == Form::duration) remark(SyntaxTrait::duration_arithmetic, node);
        return;
      case FeelOperator::add:
      case FeelOperator::subtract:
      case FeelOperator::multiply:
        for (const Form one : {left, right}) {
          if (one != Form::date && one != Form::time && one != Form::duration) continue;
          return remark(SyntaxTrait::duration_arithmetic, node);
        }
        return;
      default: return;
    }
  }

  void choice(const FeelNode& node) {
    if (may_be_missing(*node.children[0])) remark(SyntaxTrait::uncertain_condition, node);
  }

  /// A test that is a plain value asks whether it equals what is tested.
  void tests(const FeelNode& node, const std::string& tested) {
    for (const FeelNodePtr& test : node.children) {
      if (test->kind == Kind::comparison && test->op != FeelOperator::equal &&
          test->op != FeelOperator::unequal) {
        continue;
      }
      if (test->kind == Kind::range || test->mentions_input) continue;
      const FeelNode& other = test->kind == Kind::comparison ? *test->children[0] : *test;
      const bool null = other.kind == Kind::literal && other.constant.is_null();
      if (null) continue;
      if (form_of_name(tested) == Form::time || form(other) == Form::time) {
        remark(SyntaxTrait::time_equality, *test);
      }
    }
  }

  void in(const FeelNode& node) {
    if (node.children[0]->kind == Kind::name) tests(*node.children[1], node.children[0]->text);
  }

  void filter(const FeelNode& node) {
    visit(*node.children[0]);
    // A number as the whole condition is a place in the list.
    const FeelNode& condition = *node.children[1];
    const FeelNode& place = condition.kind == Kind::negate ? *condition.children[0] : condition;
    if (place.kind == Kind::literal && place.constant.as<Decimal>() != nullptr) return;
    ++filters_;
    visit(condition);
    --filters_;
  }

  void call(const FeelNode& node) {
    const FeelNode& callee = *node.children[0];
    const std::string& function = callee.text;
    if (callee.kind != Kind::name) {
      remark(SyntaxTrait::own_function, node);
    } else if (function == "now" || function == "today") {
      remark(SyntaxTrait::clock, node);
    } else if (find_builtin(function) == nullptr && !is_knowledge(function)) {
      remark(SyntaxTrait::own_function, node);
    } else if (is_knowledge(function)) {
      syntax_.mentions.push_back(function);
    }
    if (function.find("duration") != std::string::npos && node.children.size() > 2) {
      remark(SyntaxTrait::duration_arithmetic, node);
    }
    if (function == "matches" || function == "replace" || function == "split") pattern(node);
    const bool converts = form_of_call(function) == Form::date ||
                          form_of_call(function) == Form::time ||
                          form_of_call(function) == Form::duration;
    if (converts && is_written_out(node)) remark(SyntaxTrait::literal_time, node);
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      // How many decimals are kept is no figure of the law.
      if (is_rounding(node) && i > 1 && node.children[i]->kind == Kind::literal) continue;
      if (converts && is_written_out(node)) continue;
      visit(*node.children[i], is_rounding(node));
    }
  }

  [[nodiscard]] bool is_knowledge(const std::string& function) const {
    const auto found = names_.find(function);
    return found != names_.end() && found->second.is_function;
  }

  static bool is_written_out(const FeelNode& call) {
    return call.children.size() > 1 &&
           std::all_of(call.children.begin() + 1, call.children.end(),
                       [](const FeelNodePtr& one) { return one->kind == Kind::literal; });
  }

  void pattern(const FeelNode& node) {
    const FeelNode* written =
        argument(node, 1, node.children[0]->text == "split" ? "delimiter" : "pattern");
    const auto* text = written == nullptr ? nullptr : written->constant.as<std::string>();
    if (text == nullptr || !beyond_re2(*text).empty()) {
      return remark(SyntaxTrait::foreign_pattern, node);
    }
    const FeelNode* flags = argument(node, node.children[0]->text == "matches" ? 2 : 3, "flags");
    if (flags == nullptr) return;
    const auto* letters = flags->constant.as<std::string>();
    if (letters == nullptr || letters->find_first_not_of("ims") != std::string::npos) {
      remark(SyntaxTrait::foreign_pattern, node);
    }
  }

  static const FeelNode* argument(const FeelNode& call, std::size_t place, std::string_view name) {
    for (std::size_t i = 0; i < call.names.size(); ++i) {
      if (call.names[i] == name) return call.children[i + 1].get();
    }
    const bool there = call.names.empty() && place + 1 < call.children.size();
    return there ? call.children[place + 1].get() : nullptr;
  }

  const NameUses& names_;
  Syntax& syntax_;
  std::vector<std::string> locals_;
  int filters_ = 0;
};

Syntax syntax_of(const FeelNode& root, const NameUses& names) {
  Syntax syntax;
  syntax.printed = printed(root);
  Inspector(names, syntax).visit(root);
  std::sort(syntax.mentions.begin(), syntax.mentions.end());
  syntax.mentions.erase(std::unique(syntax.mentions.begin(), syntax.mentions.end()),
                        syntax.mentions.end());
  return syntax;
}

FeelScope scope_of(const NameUses& names) {
  // Names of more than one word are read as one only where they are known.
  FeelScope scope;
  std::vector<std::string>& list = scope.names;
  for (const auto& [name, use] : names) {
    if (name != "?") list.push_back(name);
  }
  return scope;
}

}  // namespace

Result<Syntax> expression_syntax(std::string_view text, const NameUses& names) {
  const FeelScope scope = scope_of(names);
  RECOUP_TRY(root, FeelParser(text, scope).whole_expression());
  return syntax_of(*root, names);
}

Result<Syntax> tests_syntax(std::string_view text, const NameUses& names) {
  const FeelScope scope = scope_of(names);
  RECOUP_TRY(root, FeelParser(text, scope).whole_tests());
  return syntax_of(*root, names);
}

}  // namespace recoup
