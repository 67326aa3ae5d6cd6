// small_pack.hpp: a pack that keeps every rule for packs, to be broken in one place by a test.
#pragma once

#include <string>
#include <string_view>

#include "recoup/dmn/tck.hpp"

namespace recoup {

inline const std::string small_model =
    R"(<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="Gifts">
  <inputData id="gift-value" name="gift value">
    <variable name="gift value" typeRef="number"/>
  </inputData>
  <inputData id="gift-window" name="gift window">
    <variable name="gift window" typeRef="number"/>
  </inputData>
  <decision id="large-gift" name="Large gift">
    <question>Is the gift large?</question>
    <variable name="Large gift" typeRef="boolean"/>
    <informationRequirement id="n1"><requiredInput href="#gift-value"/></informationRequirement>
    <informationRequirement id="n2"><requiredInput href="#gift-window"/></informationRequirement>
    <decisionTable id="t" hitPolicy="UNIQUE">
      <input id="i">
        <inputExpression id="e" typeRef="number">
          <text>gift value</text>
        </inputExpression>
      </input>
      <output id="o" typeRef="boolean"/>
      <annotation name="authority"/>
      <annotation name="reason"/>
      <rule id="large">
        <description>Gifts Act 1901 s.1(1): {gift value} reaches {gift window}.</description>
        <inputEntry id="large-1">
          <text>&gt;= gift window</text>
        </inputEntry>
        <outputEntry id="large-2">
          <text>true</text>
        </outputEntry>
        <annotationEntry>
          <text>Gifts Act 1901 s.1(1)</text>
        </annotationEntry>
        <annotationEntry>
          <text>{gift value} reaches {gift window}.</text>
        </annotationEntry>
      </rule>
      <rule id="small">
        <description>Gifts Act 1901 s.1(2): {gift value} stays below {gift window}.</description>
        <inputEntry id="small-1">
          <text>&lt; gift window</text>
        </inputEntry>
        <outputEntry id="small-2">
          <text>false</text>
        </outputEntry>
        <annotationEntry>
          <text>Gifts Act 1901 s.1(2)</text>
        </annotationEntry>
        <annotationEntry>
          <text>{gift value} stays below {gift window}.</text>
        </annotationEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>
)";

inline std::string small_case(const std::string& id, const std::string& value,
                              const std::string& answer) {
  return "<testCase id=\"" + id +
         "\"><inputNode name=\"gift value\"><value xsi:type=\"xsd:decimal\">" + value +
         "</value></inputNode><inputNode name=\"gift window\"><value xsi:type=\"xsd:decimal\">" +
         "250.00</value></inputNode><resultNode name=\"Large gift\" type=\"decision\"><expected>" +
         "<value xsi:type=\"xsd:boolean\">" + answer +
         "</value></expected></resultNode></testCase>";
}

inline FileSet small_pack() {
  return {
      {"pack.json",
       R"({"id": "gifts", "title": "Gifts", "jurisdiction": "Nowhere", "version": "1",)"
       R"( "in_force_from": "1901-01-01", "status": "enabled"})"},
      {"params/gifts.csv",
       "parameter,value,unit,from,to,governing_date,authority,uri,verified_by,verified_on,note\n"
       "gift.window,200.00,GBP,1901-01-01,1989-12-31,day of the gift,Gifts Act 1901 s.1(3),,,,\n"
       "gift.window,250.00,GBP,1990-01-01,,day of the gift,Gifts Act 1901 s.1(3),,,,\n"},
      {"facts.csv",
       "name,type,grain,unit,meaning,source,may_be_missing\n"
       "gift value,number,gift,GBP,Value on the day of the gift,valuation,yes\n"},
      {"law/gifts.md",
       "# Gifts\n\n| provision | what it asks | where |\n|---|---|---|\n"
       "| [Gifts Act 1901 s.1(1)](https://example.org/1) | A large gift. | `large` |\n"
       "| [Gifts Act 1901 s.1(2)](https://example.org/2) | Any other gift. | `small` |\n"
       "| [Gifts Act 1901 s.1(3)](https://example.org/3) | What is large. | parameter |\n"},
      {"model/gifts.dmn", small_model},
      {"tests/gifts-test-01.xml",
       "<testCases xmlns=\"http://www.omg.org/spec/DMN/20160719/testcase\" "
       "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
       "xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><modelName>gifts.dmn</modelName>" +
           small_case("001", "250.00", "true") + small_case("002", "249.99", "false") +
           "</testCases>"}};
}

/// The pack with the first `from` in one of its files replaced by `to`.
inline FileSet small_pack_with(const std::string& path, std::string_view from,
                               std::string_view to) {
  FileSet files = small_pack();
  std::string& bytes = files.at(path);
  const std::size_t at = bytes.find(from);
  if (at != std::string::npos) bytes.replace(at, from.size(), to);
  return files;
}

}  // namespace recoup
