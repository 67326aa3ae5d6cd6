// intelligence.hpp: how far a report of a partner or of the public can be relied on, and shared.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

/// How reliable who reports is: 1 to 3.
enum class SourceGrade : std::uint8_t { reliable = 1, untested, not_reliable };
/// How its reporter knows it: A to E.
enum class InformationGrade : std::uint8_t {
  known_directly,
  known_indirectly_corroborated,
  known_indirectly,
  not_known,
  suspected_false,
};
/// Who may see it: P or C.
enum class HandlingCode : std::uint8_t { lawful_sharing, with_conditions };

/// The grading of one report, 3 x 5 x 2.
///
///   Cites  College of Policing, Authorised Professional Practice, Intelligence report: three
///          source evaluations, five information assessments, two handling codes.
struct IntelligenceGrade {
  SourceGrade source = SourceGrade::untested;
  InformationGrade information = InformationGrade::not_known;
  HandlingCode handling = HandlingCode::with_conditions;
  std::string conditions;  ///< Of C: on what terms it may be used.

  [[nodiscard]] bool is_restricted() const { return handling == HandlingCode::with_conditions; }

  friend bool operator==(const IntelligenceGrade&, const IntelligenceGrade&) = default;
};

/// "1", "2" or "3". Errors: malformed.
[[nodiscard]] Result<SourceGrade> parse_source_grade(std::string_view text);
/// "A" to "E". Errors: malformed.
[[nodiscard]] Result<InformationGrade> parse_information_grade(std::string_view text);
/// "P" or "C". Errors: malformed.
[[nodiscard]] Result<HandlingCode> parse_handling_code(std::string_view text);

/// "1A", with the handling code behind it: "1A P".
[[nodiscard]] std::string text(const IntelligenceGrade& grade);
/// "reliable source, known directly, lawful sharing permitted".
[[nodiscard]] std::string words(const IntelligenceGrade& grade);

/// A report of an agency or of the public, as its first line says it.
struct IntelligenceRecord {
  std::string agency;
  std::string number;  ///< Of the agency.
  std::optional<Date> received;
  IntelligenceGrade grade;

  friend bool operator==(const IntelligenceRecord&, const IntelligenceRecord&) = default;
};

}  // namespace recoup
