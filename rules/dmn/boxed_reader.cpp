#include "boxed_reader.hpp"

#include <algorithm>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Reads an element that is an expression itself, as the only child of something.
Result<Boxed> read_alone(const Element& element, const ReadingPlace& place) {
  Element holder;
  holder.line = element.line;
  holder.children.push_back(element);
  return read_boxed(holder, place);
}

Result<Boxed> literal_of(const Element& element, const ReadingPlace& place) {
  if (element.child_text("text").empty()) return Boxed{};
  RECOUP_TRY(expression, read_expression(element, place));
  return Boxed{.kind = Boxed::Kind::literal, .expression = std::move(expression)};
}

Result<Boxed> context_of(const Element& element, ReadingPlace place) {
  Boxed context{.kind = Boxed::Kind::context};
  for (const Element* entry : element.children_named("contextEntry")) {
    const Element* variable = entry->child("variable");
    const std::string name = variable == nullptr ? "" : normal_name(variable->attribute("name"));
    RECOUP_TRY(part, read_boxed(*entry, place));
    context.parts.push_back(std::move(part));
    context.names.push_back(name);
    context.types.push_back(variable == nullptr
                                ? nullptr
                                : type_named(variable->attribute("typeRef"), place.scope.types));
    if (!name.empty()) place.scope.names.push_back(name);
  }
  return context;
}

Result<Boxed> list_of(const Element& element, const ReadingPlace& place) {
  Boxed boxed{.kind = Boxed::Kind::list};
  for (const Element& child : element.children) {
    RECOUP_TRY(part, read_alone(child, place));
    if (part.kind != Boxed::Kind::none) boxed.parts.push_back(std::move(part));
  }
  return boxed;
}

Result<Boxed> relation_of(const Element& element, const ReadingPlace& place) {
  Boxed relation{.kind = Boxed::Kind::relation};
  for (const Element* column : element.children_named("column")) {
    relation.names.push_back(normal_name(column->attribute("name")));
  }
  for (const Element* row : element.children_named("row")) {
    RECOUP_TRY(cells, list_of(*row, place));
    if (cells.parts.size() != relation.names.size()) {
      return at_line({ErrorCode::malformed, "a row", "one cell for each column", {}}, *row);
    }
    for (Boxed& cell : cells.parts) relation.parts.push_back(std::move(cell));
  }
  return relation;
}

Result<Boxed> invocation_of(const Element& element, const ReadingPlace& place) {
  Boxed invocation{.kind = Boxed::Kind::invocation};
  const Element* called = element.child("literalExpression");
  if (called == nullptr) {
    return at_line({ErrorCode::malformed, "an invocation", "what it calls", {}}, element);
  }
  RECOUP_TRY(expression, read_expression(*called, place));
  invocation.expression = std::move(expression);
  for (const Element* binding : element.children_named("binding")) {
    const Element* parameter = binding->child("parameter");
    RECOUP_TRY(part, read_boxed(*binding, place));
    invocation.names.push_back(parameter == nullptr ? ""
                                                    : normal_name(parameter->attribute("name")));
    invocation.parts.push_back(std::move(part));
  }
  return invocation;
}

/// Reads the boxed expressions in the children of these names, one of each.
Result<Boxed> parts_of(const Element& element, Boxed::Kind kind,
                       std::initializer_list<std::string_view> names, const ReadingPlace& place) {
  Boxed boxed{.kind = kind};
  for (const std::string_view name : names) {
    const Element* child = element.child(name);
    if (child == nullptr) {
      return at_line({ErrorCode::malformed, quoted(element.name), quoted(name) + " in it", {}},
                     element);
    }
    RECOUP_TRY(part, read_boxed(*child, place));
    boxed.parts.push_back(std::move(part));
  }
  return boxed;
}

Result<Boxed> filter_of(const Element& element, ReadingPlace place) {
  place.scope.names.push_back("item");
  return parts_of(element, Boxed::Kind::filter, {"in", "match"}, place);
}

/// Whether the name may stand in an expression; of a table that is always so.
bool mentions(const Boxed& boxed, std::string_view name) {
  if (boxed.table) return true;
  if (boxed.expression) {
    const std::vector<std::string> names = boxed.expression->mentioned();
    if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  }
  return std::any_of(boxed.parts.begin(), boxed.parts.end(),
                     [&](const Boxed& part) { return mentions(part, name); });
}

Result<Boxed> iterator_of(const Element& element, Boxed::Kind kind, ReadingPlace place) {
  const std::string name = normal_name(element.attribute("iteratorVariable"));
  place.scope.names.push_back(name);
  if (kind == Boxed::Kind::iteration) place.scope.names.push_back("partial");
  const std::string_view body = kind == Boxed::Kind::iteration ? "return" : "satisfies";
  RECOUP_TRY(boxed, parts_of(element, kind, {"in", body}, place));
  boxed.names.push_back(name);
  if (kind == Boxed::Kind::iteration && mentions(boxed.parts[1], "partial")) {
    boxed.names.emplace_back("partial");
  }
  return boxed;
}

/// Nothing where the element is no boxed expression.
std::optional<Result<Boxed>> expression_of(const Element& element, const ReadingPlace& place) {
  if (element.name == "literalExpression") return literal_of(element, place);
  if (element.name == "decisionTable") return read_table(element, place);
  if (element.name == "context") return context_of(element, place);
  if (element.name == "list") return list_of(element, place);
  if (element.name == "relation") return relation_of(element, place);
  if (element.name == "invocation") return invocation_of(element, place);
  if (element.name == "functionDefinition") return read_function(element, place);
  if (element.name == "conditional") {
    return parts_of(element, Boxed::Kind::conditional, {"if", "then", "else"}, place);
  }
  if (element.name == "filter") return filter_of(element, place);
  if (element.name == "for") return iterator_of(element, Boxed::Kind::iteration, place);
  if (element.name == "some") return iterator_of(element, Boxed::Kind::some, place);
  if (element.name == "every") return iterator_of(element, Boxed::Kind::every, place);
  return std::nullopt;
}

}  // namespace

Error at_line(Error error, const Element& element) {
  error.place.line = element.line;
  return error;
}

Result<Expression> read_expression(const Element& element, const ReadingPlace& place) {
  auto expression = Expression::parse(element.child_text("text"), place.scope);
  if (!expression) return at_line(expression.error(), element);
  return expression;
}

FeelTypePtr type_named(const std::string& name, const FeelTypes& types) {
  const std::string plain = normal_name(name);
  if (plain.empty()) return nullptr;
  if (const auto found = types.find(plain); found != types.end()) return found->second;
  // Older models write "feel:number".
  const std::size_t colon = plain.find(':');
  if (colon != std::string::npos) return type_named(plain.substr(colon + 1), types);
  // "tPerson.address" is the type of a member.
  const std::size_t point = plain.rfind('.');
  if (point == std::string::npos) return nullptr;
  const FeelTypePtr whole = type_named(plain.substr(0, point), types);
  if (whole == nullptr || whole->kind != FeelType::Kind::context) return nullptr;
  for (std::size_t i = 0; i < whole->names.size(); ++i) {
    if (whole->names[i] == plain.substr(point + 1)) return whole->parts[i];
  }
  return nullptr;
}

Result<Boxed> read_function(const Element& element, ReadingPlace place) {
  Boxed function{.kind = Boxed::Kind::function};
  const std::string kind = element.attribute("kind");
  if (!kind.empty() && kind != "FEEL") {
    return at_line({ErrorCode::malformed, quoted(kind), "a function written in FEEL", {}}, element);
  }
  for (const Element* parameter : element.children_named("formalParameter")) {
    function.names.push_back(normal_name(parameter->attribute("name")));
    function.types.push_back(type_named(parameter->attribute("typeRef"), place.scope.types));
    place.scope.names.push_back(function.names.back());
  }
  RECOUP_TRY(body, read_boxed(element, place));
  function.parts.push_back(std::move(body));
  return function;
}

// The depth of a model is bounded by that of its XML.
Result<Boxed> read_boxed(const Element& parent, const ReadingPlace& place) {
  for (const Element& element : parent.children) {
    auto read = expression_of(element, place);
    if (!read) continue;
    if (!*read) {
      if (place.reading == ModelReading::strict) return read->error();
      return Boxed{.kind = Boxed::Kind::fault, .fault = message(read->error())};
    }
    Boxed boxed = std::move(*read).value();
    if (boxed.kind != Boxed::Kind::function) {
      boxed.type = type_named(element.attribute("typeRef"), place.scope.types);
    }
    return boxed;
  }
  return Boxed{};
}

}  // namespace recoup
