#include "subjects/case_subjects.hpp"

#include <string>
#include <utility>

#include "recoup/base/text.hpp"
#include "subjects/subject_line.hpp"

namespace recoup {
namespace {

std::string value_of(const CaseFileEntry& entry, std::string_view field) {
  const CaseFact* const fact = entry.find(field);
  return fact == nullptr || fact->kind == CaseFact::Kind::none ? std::string() : fact->value;
}

/// `error` at the field that it names, or at the entry where that field is not there.
Error at_field(const CaseFileEntry& entry, std::string_view field, Error error) {
  const CaseFact* const fact = entry.find(field);
  error.place = {"", fact == nullptr ? entry.line : fact->line,
                 entry.path + "." + std::string(field)};
  return error;
}

Result<void> check_subject_of(const CaseFileEntry& entry) {
  const auto kind = parse_subject_kind(value_of(entry, "kind"));
  if (!kind) return at_field(entry, "kind", kind.error());
  auto checked =
      check_subject(kind.value(), value_of(entry, "number"), value_of(entry, "name"), "number");
  if (!checked) return at_field(entry, "number", std::move(checked).error());
  return {};
}

Result<void> check_link(const CaseFileEntry& entry) {
  const auto relation = parse_subject_relation(value_of(entry, "relation"));
  if (!relation) return at_field(entry, "relation", relation.error());
  for (const std::string_view side : {"from", "to"}) {
    if (!value_of(entry, side).empty()) continue;
    return at_field(entry, side,
                    Error{ErrorCode::malformed, "nothing", "the id of a subject of the case", {}});
  }
  if (relation.value() != SubjectRelation::same_as || !value_of(entry, "basis").empty()) return {};
  return at_field(entry, "basis",
                  Error{ErrorCode::malformed, "nothing", "why the two are taken for one", {}});
}

}  // namespace

Result<void> check_case_subject(std::string_view section, const CaseFileEntry& entry) {
  return section == "subjects" ? check_subject_of(entry) : check_link(entry);
}

}  // namespace recoup
