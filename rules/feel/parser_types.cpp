// Types as they are written in an expression.

#include "parser.hpp"

namespace recoup {

Result<FeelTypePtr> FeelParser::type() {
  if (depth_ >= feel_nesting_max) return too_deep();
  ++depth_;
  const std::size_t begin = scanner_.place();
  const auto opened = [&](std::string_view word) {
    if (scanner_.take_word(word) && scanner_.take("<")) return true;
    scanner_.go_back(begin);
    return false;
  };
  auto read = [&]() -> Result<FeelTypePtr> {
    if (opened("list")) return type_with_parts(FeelType::Kind::list);
    if (opened("range")) return type_with_parts(FeelType::Kind::range);
    if (opened("context")) return context_type();
    if (opened("function")) return function_type();
    std::vector<KnownName> known;
    for (const auto& [name, meaning] : *types_) known.push_back(known_name(name));
    const auto match = scanner_.longest(known);
    if (!match) return scanner_.error("a type such as number");
    scanner_.go_back(match->end);
    return types_->find(match->name->name)->second;
  }();
  --depth_;
  return read;
}

Result<FeelTypePtr> FeelParser::type_with_parts(FeelType::Kind kind) {
  RECOUP_TRY(element, type());
  if (!scanner_.take(">")) return scanner_.error("\">\"");
  return FeelTypePtr(std::make_shared<FeelType>(FeelType{.kind = kind, .parts = {element}}));
}

Result<FeelTypePtr> FeelParser::context_type() {
  FeelType context{.kind = FeelType::Kind::context};
  while (!scanner_.take(">")) {
    RECOUP_TRY(name, entry_name());
    if (!scanner_.take(":")) return scanner_.error("\":\" and a type");
    RECOUP_TRY(member, type());
    context.names.push_back(std::move(name));
    context.parts.push_back(member);
    if (!scanner_.take(",") && !scanner_.at(">")) return scanner_.error("a comma, or \">\"");
  }
  return FeelTypePtr(std::make_shared<FeelType>(std::move(context)));
}

Result<FeelTypePtr> FeelParser::function_type() {
  FeelType function{.kind = FeelType::Kind::function};
  while (!scanner_.take(">")) {
    RECOUP_TRY(parameter, type());
    function.parts.push_back(parameter);
    if (!scanner_.take(",") && !scanner_.at(">")) return scanner_.error("a comma, or \">\"");
  }
  if (!scanner_.take("->")) return scanner_.error("\"->\" and the type of the result");
  RECOUP_TRY(result, type());
  function.parts.push_back(result);
  return FeelTypePtr(std::make_shared<FeelType>(std::move(function)));
}

}  // namespace recoup
