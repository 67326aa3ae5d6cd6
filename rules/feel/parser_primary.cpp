// The parts of an expression that begin with a sign or word of their own.

#include "parser.hpp"
#include "recoup/feel/expression.hpp"
#include "temporal.hpp"

namespace recoup {

Result<FeelNodePtr> FeelParser::primary() {
  if (scanner_.at_digit()) {
    const auto number = Decimal::parse(scanner_.take_number());
    if (!number) return number.error();
    return node({.kind = Kind::literal, .constant = Value(number.value().value)});
  }
  if (scanner_.at("\"")) {
    RECOUP_TRY(text, scanner_.take_string());
    return node({.kind = Kind::literal, .constant = Value(std::move(text))});
  }
  if (scanner_.take("@")) {
    RECOUP_TRY(text, scanner_.take_string());
    return node({.kind = Kind::literal, .constant = temporal_value(text)});
  }
  if (scanner_.take("?")) return node({.kind = Kind::name, .text = "?"});
  if (scanner_.take("(")) return parenthesis();
  if (scanner_.take("[")) return bracket();
  if (scanner_.take("{")) return context();
  if (scanner_.take("]")) {
    RECOUP_TRY(low, binary(0));
    if (!scanner_.at("..")) return scanner_.error("\"..\" and the upper end");
    return range_from(low, false);
  }
  if (scanner_.at_name() || scanner_.longest(names_)) return word();
  return scanner_.error("a value");
}

Result<FeelNodePtr> FeelParser::word() {
  const std::size_t begin = scanner_.place();
  const auto match = scanner_.longest(names_);
  const auto keyword = [&](std::string_view word) {
    if (!scanner_.at_word(word)) return false;
    const std::size_t place = scanner_.place();
    if (match && match->end > place + word.size()) return false;
    return scanner_.take_word(word);
  };
  if (keyword("true")) return node({.kind = Kind::literal, .constant = Value(true)});
  if (keyword("false")) return node({.kind = Kind::literal, .constant = Value(false)});
  if (keyword("null")) return node({.kind = Kind::literal});
  if (keyword("if")) return choice();
  if (keyword("for")) return loop(Kind::loop);
  if (keyword("some")) return loop(Kind::some);
  if (keyword("every")) return loop(Kind::every);
  if (keyword("function")) return function();
  scanner_.go_back(begin);
  return name();
}

Result<FeelNodePtr> FeelParser::name() {
  if (const auto match = scanner_.longest(names_)) {
    std::string text = match->name->name;
    scanner_.go_back(match->end);
    return node({.kind = Kind::name, .text = std::move(text)});
  }
  std::string words = scanner_.take_words();
  if (is_feel_word(words)) return scanner_.error("a value");
  return node({.kind = Kind::name, .text = std::move(words)});
}

Result<FeelNodePtr> FeelParser::parenthesis() {
  if (const FeelOperator op = take_comparison(); op != FeelOperator::none) {
    RECOUP_TRY(side, binary(0));
    if (!scanner_.take(")")) return scanner_.error("\")\"");
    return node({.kind = Kind::comparison, .op = op, .children = {side}});
  }
  RECOUP_TRY(inner, expression());
  if (scanner_.at("..")) return range_from(inner, false);
  if (!scanner_.take(")")) return scanner_.error("\")\"");
  return inner;
}

Result<FeelNodePtr> FeelParser::bracket() {
  if (scanner_.take("]")) return node({.kind = Kind::list});
  RECOUP_TRY(first, expression());
  if (scanner_.at("..")) return range_from(first, true);
  FeelNode list{.kind = Kind::list, .children = {first}};
  while (scanner_.take(",")) {
    RECOUP_TRY(element, expression());
    list.children.push_back(std::move(element));
  }
  if (!scanner_.take("]")) return scanner_.error("a comma, or \"]\"");
  return node(std::move(list));
}

Result<FeelNodePtr> FeelParser::range_from(FeelNodePtr low, bool low_closed) {
  scanner_.take("..");
  RECOUP_TRY(high, expression());
  FeelNode range{.kind = Kind::range, .low_closed = low_closed, .children = {low, high}};
  range.high_closed = scanner_.take("]");
  if (!range.high_closed && !scanner_.take(")") && !scanner_.take("[")) {
    return scanner_.error("\"]\" or \")\"");
  }
  return node(std::move(range));
}

Result<std::string> FeelParser::entry_name() {
  if (scanner_.at("\"")) return scanner_.take_string();
  auto name = scanner_.take_name_before(":");
  if (!name) return scanner_.error("a name and \":\"");
  return std::move(*name);
}

Result<FeelNodePtr> FeelParser::context() {
  FeelNode context{.kind = Kind::context};
  const std::size_t outer = names_.size();
  if (scanner_.take("}")) return node(std::move(context));
  do {
    RECOUP_TRY(name, entry_name());
    if (!scanner_.take(":")) return scanner_.error("\":\"");
    RECOUP_TRY(value, expression());
    context.children.push_back(std::move(value));
    add_name(name);
    members_.push_back(known_name(name));
    context.names.push_back(std::move(name));
  } while (scanner_.take(","));
  names_.resize(outer);
  if (!scanner_.take("}")) return scanner_.error("a comma, or \"}\"");
  return node(std::move(context));
}

Result<FeelNodePtr> FeelParser::choice() {
  RECOUP_TRY(condition, expression());
  if (!scanner_.take_word("then")) return scanner_.error("\"then\"");
  RECOUP_TRY(yes, expression());
  if (!scanner_.take_word("else")) return scanner_.error("\"else\"");
  RECOUP_TRY(no, expression());
  return node({.kind = Kind::choice, .children = {condition, yes, no}});
}

Result<FeelNodePtr> FeelParser::loop(Kind kind) {
  FeelNode loop{.kind = kind};
  const std::size_t outer = names_.size();
  do {
    auto name = scanner_.take_name_before("in");
    if (!name) return scanner_.error("a name and \"in\"");
    scanner_.take_word("in");
    RECOUP_TRY(domain, expression());
    if (scanner_.take("..")) {
      RECOUP_TRY(high, expression());
      RECOUP_TRY(span, node({.kind = Kind::span, .children = {domain, high}}));
      domain = span;
    }
    loop.children.push_back(std::move(domain));
    add_name(*name);
    loop.names.push_back(std::move(*name));
  } while (scanner_.take(","));
  const std::string_view before_body = kind == Kind::loop ? "return" : "satisfies";
  if (!scanner_.take_word(before_body)) {
    return scanner_.error("\"" + std::string(before_body) + "\"");
  }
  if (kind == Kind::loop) add_name("partial");
  RECOUP_TRY(body, expression());
  names_.resize(outer);
  loop.children.push_back(std::move(body));
  return node(std::move(loop));
}

Result<FeelNodePtr> FeelParser::function() {
  FeelNode function{.kind = Kind::function};
  const std::size_t outer = names_.size();
  if (!scanner_.take("(")) return scanner_.error("\"(\" and the parameters");
  while (!scanner_.take(")")) {
    auto name = scanner_.take_name_before(":");
    FeelTypePtr asked;
    if (name) {
      scanner_.take(":");
      RECOUP_TRY(written, type());
      asked = written;
    } else {
      name = scanner_.take_words();
    }
    function.types.push_back(asked);
    if (name->empty()) return scanner_.error("the name of a parameter");
    add_name(*name);
    function.names.push_back(std::move(*name));
    if (!scanner_.take(",") && !scanner_.at(")")) return scanner_.error("a comma, or \")\"");
  }
  if (scanner_.at_word("external")) return scanner_.error("a function written in FEEL");
  RECOUP_TRY(body, expression());
  names_.resize(outer);
  function.children.push_back(std::move(body));
  return node(std::move(function));
}

}  // namespace recoup
