#include "recoup/records/intelligence.hpp"

#include <utility>

#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Error malformed(std::string_view found, std::string expected) {
  return Error{ErrorCode::malformed, quoted(found), std::move(expected), {}};
}

std::string_view words(SourceGrade grade) {
  switch (grade) {
    case SourceGrade::reliable: return "reliable source";
    case SourceGrade::untested: return "untested source";
    case SourceGrade::not_reliable: return "source not reliable";
  }
  return "";
}

std::string_view words(InformationGrade grade) {
  switch (grade) {
    case InformationGrade::known_directly: return "known directly";
    case InformationGrade::known_indirectly_corroborated:
      return "known indirectly but corroborated";
    case InformationGrade::known_indirectly: return "known indirectly";
    case InformationGrade::not_known: return "not known";
    case InformationGrade::suspected_false: return "suspected to be false";
  }
  return "";
}

}  // namespace

Result<SourceGrade> parse_source_grade(std::string_view text) {
  if (text == "1") return SourceGrade::reliable;
  if (text == "2") return SourceGrade::untested;
  if (text == "3") return SourceGrade::not_reliable;
  return malformed(text, "1 (reliable), 2 (untested) or 3 (not reliable)");
}

Result<InformationGrade> parse_information_grade(std::string_view text) {
  if (text.size() == 1 && text.front() >= 'A' && text.front() <= 'E') {
    return static_cast<InformationGrade>(text.front() - 'A');
  }
  return malformed(text,
                   "A (known directly), B (known indirectly but corroborated), C (known "
                   "indirectly), D (not known) or E (suspected to be false)");
}

Result<HandlingCode> parse_handling_code(std::string_view text) {
  if (text == "P") return HandlingCode::lawful_sharing;
  if (text == "C") return HandlingCode::with_conditions;
  return malformed(text, "P (lawful sharing permitted) or C (permitted with conditions)");
}

std::string text(const IntelligenceGrade& grade) {
  std::string out = std::to_string(static_cast<int>(grade.source));
  out += static_cast<char>('A' + static_cast<int>(grade.information));
  out += grade.is_restricted() ? " C" : " P";
  return out;
}

std::string words(const IntelligenceGrade& grade) {
  std::string out(words(grade.source));
  out += ", " + std::string(words(grade.information));
  out += grade.is_restricted() ? ", lawful sharing permitted with conditions"
                               : ", lawful sharing permitted";
  return out;
}

}  // namespace recoup
