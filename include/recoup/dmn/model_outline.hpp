// model_outline.hpp: what stands in a decision model, for those who print, check or edit it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/base/result.hpp"
#include "recoup/dmn/outcome.hpp"

namespace recoup {

/// A text of the model and where it stands.
struct OutlineText {
  std::string text;
  std::uint64_t line = 0;
};

/// A variable that the model declares: an input, a decision or a piece of knowledge.
struct OutlineName {
  enum class Kind : std::uint8_t { input, decision, knowledge };

  Kind kind = Kind::input;
  std::string id;
  std::string name;
  std::string type;  ///< As written, without prefix; empty where none is given.
  std::uint64_t line = 0;
};

struct OutlineColumn {
  std::string name;  ///< Of an output.
  std::string type;
  OutlineText expression;  ///< Of an input.
  OutlineText values;      ///< The values it may have, or empty.
  OutlineText otherwise;   ///< Of an output: what holds where no rule fires, or empty.
};

struct OutlineRule {
  std::string id;
  std::uint64_t line = 0;
  OutlineText description;
  std::vector<OutlineText> tests;
  std::vector<OutlineText> outputs;
  std::vector<Annotation> annotations;

  /// What the annotation of that name says, or "".
  [[nodiscard]] std::string annotation(std::string_view name) const;
};

struct OutlineTable {
  std::uint64_t line = 0;
  std::string hit_policy;   ///< "UNIQUE", "ANY" ...; UNIQUE where none is written.
  std::string aggregation;  ///< "SUM" ... or empty.
  std::vector<OutlineColumn> inputs;
  std::vector<OutlineColumn> outputs;
  std::vector<std::string> annotation_names;
  std::vector<OutlineRule> rules;
};

/// An expression that is no cell of a table, with the variables in its scope beyond those that
/// its element needs.
struct OutlineExpression {
  OutlineText text;
  std::vector<std::string> locals;
};

/// A decision or a piece of knowledge.
struct OutlineElement {
  OutlineName name;
  std::string question;
  std::string description;
  std::vector<std::string> needs;  ///< Names of what it requires, in the order of the document.
  std::vector<std::string> parameters;  ///< Of a piece of knowledge.
  std::vector<OutlineTable> tables;     ///< In the order of the document; mostly one or none.
  std::vector<OutlineExpression> expressions;
  std::vector<OutlineText> newer;    ///< Boxed expressions of DMN 1.4 and later, by their names.
  std::vector<OutlineText> foreign;  ///< Kinds of functions that are not written in FEEL.
};

struct ModelOutline {
  std::string name;
  std::string version;             ///< The year and month of its namespace, "20191111".
  std::vector<OutlineName> names;  ///< In the order of the document.
  std::vector<OutlineElement> elements;
  std::vector<OutlineText> extensions;  ///< Tags of other namespaces beside the diagram's.

  [[nodiscard]] const OutlineElement* find(std::string_view decision) const;
};

/// Reads what stands in a model, whether or not it can be run.
///
///   Errors  malformed: no XML, or no model.
[[nodiscard]] Result<ModelOutline> outline_model(const std::string& document,
                                                 std::string_view bytes);

}  // namespace recoup
