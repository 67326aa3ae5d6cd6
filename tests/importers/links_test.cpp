#include <gtest/gtest.h>

#include "recoup/importers/importer.hpp"

namespace recoup {
namespace {

const std::string header =
    "case,id,from_kind,from_number,from_name,relation,to_kind,to_number,to_name,on,basis\n";

Import read(const std::string& lines) {
  return import_document(make_document("links.csv", header + lines)).value();
}

Result<Import> read_case(const std::string& sections) {
  return import_document(
      make_document("case.json", R"({"case": {"id": "OP-1"}, )" + sections + "}"));
}

std::string fact(const Import& import, const std::string& field) {
  for (const CaseFact& each : import.facts) {
    if (each.field == field) return each.value;
  }
  return "";
}

TEST(Links, AreFactsOfTheirCase) {
  const Import import = read(
      "OP-1,L1,person,,J Ruskington,uses,phone,07700 900123,,2024-05-01,billing records\n"
      "OP-1,L2,id,P1,,owns,vehicle,ZQ77 ABX,blue saloon,,keeper's papers\n");
  EXPECT_TRUE(import.rejections.empty());
  EXPECT_EQ(import.format, "links");
  EXPECT_EQ(import.facts[0].case_id, "OP-1");
  EXPECT_EQ(import.facts[0].section, "links");
  EXPECT_EQ(import.facts[0].key, "L1");
  EXPECT_EQ(fact(import, "to_number"), "07700 900123");
  EXPECT_EQ(fact(import, "basis"), "billing records");
}

TEST(Links, ThatAreBadAreRejectedEachWithItsField) {
  const std::vector<std::pair<std::string, std::string>> bad = {
      {",L1,person,,A,uses,phone,07700 900123,,,why", "case"},
      {"OP-1,,person,,A,uses,phone,07700 900123,,,why", "id"},
      {"OP-1,L1,human,,A,uses,phone,07700 900123,,,why", "from_kind"},
      {"OP-1,L1,person,,,uses,phone,07700 900123,,,why", "from_number"},
      {"OP-1,L1,person,,A,,,,,,why", "relation"},
      {"OP-1,L1,person,,A,seen-at,phone,07700 900123,,,why", "relation"},
      {"OP-1,L1,person,,A,uses,phone,900123,,,why", "to_number"},
      {"OP-1,L1,person,,A,uses,phone,,mine,,why", "to_number"},
      {"OP-1,L1,id,,,uses,phone,07700 900123,,,why", "from_number"},
      {"OP-1,L1,id,P1,A,uses,phone,07700 900123,,,why", "from_name"},
      {"OP-1,L1,person,,A,uses,phone,07700 900123,,May,why", "on"},
      {"OP-1,L1,person,,A,uses,phone,07700 900123,,,", "basis"},
      {"OP-1,L1,person,,A,uses", ""},
  };
  for (const auto& [line, field] : bad) {
    const Import import = read(line + "\n");
    ASSERT_EQ(import.rejections.size(), 1U) << line;
    EXPECT_TRUE(import.facts.empty()) << line;
    EXPECT_EQ(import.rejections[0].error.place.line, 2U);
    if (!field.empty()) {
      EXPECT_EQ(import.rejections[0].error.place.field, field) << line;
    }
  }
}

TEST(Links, OfOneIdStandOnceInADocument) {
  const std::string line = "OP-1,L1,person,,A,uses,phone,07700 900123,,,why\n";
  const Import import = read(line + line);
  ASSERT_EQ(import.rejections.size(), 1U);
  EXPECT_EQ(import.rejections[0].error.code, ErrorCode::contradiction);
}

TEST(Links, OfACaseFileAreReadWithItsSubjects) {
  const auto read = read_case(
      R"("subjects": [{"id": "P1", "kind": "person", "name": "J Ruskington"},
                      {"id": "V1", "kind": "vehicle", "number": "ZQ77 ABX"}],
         "links": [{"id": "L1", "from": "P1", "relation": "owns", "to": "V1"}])");
  ASSERT_TRUE(read) << message(read.error());
  EXPECT_EQ(fact(read.value(), "relation"), "owns");
}

TEST(Links, OfACaseFileThatAreBadAreNamedWithTheirPath) {
  const std::vector<std::pair<std::string, std::string>> bad = {
      {R"("subjects": [{"id": "P1", "kind": "human", "name": "A"}])", "subjects[0].kind"},
      {R"("subjects": [{"id": "P1", "name": "A"}])", "subjects[0].kind"},
      {R"("subjects": [{"id": "P1", "kind": "person"}])", "subjects[0].number"},
      {R"("subjects": [{"id": "V1", "kind": "vehicle", "number": "??"}])", "subjects[0].number"},
      {R"("subjects": [{"id": "P1", "kind": "person", "name": "A", "born": "1980"}])",
       "subjects[0].born"},
      {R"("links": [{"id": "L1", "from": "P1", "relation": "likes", "to": "V1"}])",
       "links[0].relation"},
      {R"("links": [{"id": "L1", "relation": "owns", "to": "V1"}])", "links[0].from"},
      {R"("links": [{"id": "L1", "from": "P1", "relation": "owns"}])", "links[0].to"},
      {R"("links": [{"id": "L1", "from": "P1", "relation": "same-as", "to": "P2"}])",
       "links[0].basis"},
      {R"("links": [{"id": "L1", "from": "P1", "relation": "owns", "to": "V1", "on": "May"}])",
       "links[0].on"},
      {R"("links": {"id": "L1"})", "links"},
  };
  for (const auto& [sections, path] : bad) {
    const auto read = read_case(sections);
    ASSERT_FALSE(read) << sections;
    EXPECT_EQ(read.error().place.field, path) << message(read.error());
  }
}

}  // namespace
}  // namespace recoup
