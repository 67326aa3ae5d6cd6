// model_builder.hpp: small models for tests.
#pragma once

#include <string>
#include <vector>

#include "recoup/dmn/model.hpp"

namespace recoup {

inline std::string model_text(const std::string& inside) {
  return R"(<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="sample">)" +
         inside + "</definitions>";
}

inline std::string needs(const std::string& decision) {
  return "<informationRequirement><requiredDecision href=\"#" + decision +
         "\"/></informationRequirement>";
}

inline std::string needs_input(const std::string& input) {
  return "<informationRequirement><requiredInput href=\"#" + input +
         "\"/></informationRequirement>";
}

inline DecisionModel read(const std::string& text) {
  return DecisionModel::read("sample.dmn", text).value();
}

inline Value number(const std::string& text) { return Value(Decimal::parse(text).value().value); }

/// A rule: the cells for the inputs `x` and `y`, and the output.
struct RowText {
  std::string x;
  std::string y;
  std::string output;
};

/// A decision "d" whose table has these attributes, output values and rows; its rules are called
/// r1, r2 …
inline DecisionModel table_model(const std::string& attributes, const std::string& output,
                                 const std::vector<RowText>& rows) {
  std::string text = R"(<inputData id="x" name="x"/><inputData id="y" name="y"/>)"
                     R"(<decision id="d" name="d">)" +
                     needs_input("x") + needs_input("y") + "<decisionTable " + attributes +
                     "><input><inputExpression><text>x</text></inputExpression></input>"
                     "<input><inputExpression><text>y</text></inputExpression></input>" +
                     output;
  int number = 0;
  for (const RowText& row : rows) {
    text += "<rule id=\"r" + std::to_string(++number) + "\"><inputEntry><text><![CDATA[" + row.x +
            "]]></text></inputEntry><inputEntry><text><![CDATA[" + row.y +
            "]]></text></inputEntry><outputEntry><text>" + row.output +
            "</text></outputEntry></rule>";
  }
  return read(model_text(text + "</decisionTable></decision>"));
}

}  // namespace recoup
