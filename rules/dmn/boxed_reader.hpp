// boxed_reader.hpp: reads the boxed expressions of a model.
#pragma once

#include "element.hpp"
#include "graph.hpp"

namespace recoup {

/// What is known where an expression stands.
struct ReadingPlace {
  FeelScope scope;
  ModelReading reading = ModelReading::strict;
};

/// Reads the boxed expression that is one of the children of `parent`; none where there is none.
///
/// Errors: malformed, each with its line; none in a forgiving reading.
Result<Boxed> read_boxed(const Element& parent, const ReadingPlace& place);

/// Reads a function: formal parameters and a body among the children of `element`.
Result<Boxed> read_function(const Element& element, ReadingPlace place);

/// Reads a decision table.
Result<Boxed> read_table(const Element& element, const ReadingPlace& place);

/// The expression in the child `text` of the element.
Result<Expression> read_expression(const Element& element, const ReadingPlace& place);

/// The type that an attribute of the element names; none where it names none, or one that the model
/// does not define.
FeelTypePtr type_named(const std::string& name, const FeelTypes& types);

/// The error with the line of the element.
Error at_line(Error error, const Element& element);

}  // namespace recoup
