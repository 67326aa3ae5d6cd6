#include "recoup/records/intelligence.hpp"

#include <gtest/gtest.h>

namespace recoup {
namespace {

TEST(Intelligence, HasThreeFiveAndTwoGradesAndNoOther) {
  for (const char* good : {"1", "2", "3"}) EXPECT_TRUE(parse_source_grade(good)) << good;
  for (const char* bad : {"0", "4", "A", "", "1 "}) EXPECT_FALSE(parse_source_grade(bad)) << bad;
  for (const char* good : {"A", "B", "C", "D", "E"}) {
    EXPECT_TRUE(parse_information_grade(good)) << good;
  }
  for (const char* bad : {"F", "a", "1", "", "AB"}) {
    EXPECT_FALSE(parse_information_grade(bad)) << bad;
  }
  for (const char* good : {"P", "C"}) EXPECT_TRUE(parse_handling_code(good)) << good;
  for (const char* bad : {"p", "D", "", "PC"}) EXPECT_FALSE(parse_handling_code(bad)) << bad;
}

TEST(Intelligence, IsPrintedByItsGradesAndInWords) {
  const IntelligenceGrade open{SourceGrade::untested, InformationGrade::known_directly,
                               HandlingCode::lawful_sharing, ""};
  EXPECT_EQ(text(open), "2A P");
  EXPECT_EQ(words(open), "untested source, known directly, lawful sharing permitted");
  const IntelligenceGrade restricted{SourceGrade::not_reliable, InformationGrade::suspected_false,
                                     HandlingCode::with_conditions, "ask first"};
  EXPECT_EQ(text(restricted), "3E C");
  EXPECT_TRUE(restricted.is_restricted());
  EXPECT_NE(words(restricted).find("suspected to be false"), std::string::npos);
}

}  // namespace
}  // namespace recoup
