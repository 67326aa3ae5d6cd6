#include "subjects/subject_line.hpp"

#include <utility>

#include "document_text.hpp"
#include "recoup/base/date.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

enum SubjectColumn : std::size_t {
  from_kind,
  from_number,
  from_name,
  relation,
  to_kind,
  to_number,
  to_name,
  on
};

Error missing(std::string_view field, std::string expected) {
  return in_field(field, Error{ErrorCode::malformed, "\"\"", std::move(expected), {}});
}

Error superfluous(std::string_view field, std::string_view found, std::string why) {
  return in_field(field, Error{ErrorCode::malformed, quoted(found), std::move(why), {}});
}

/// One side: its kind, or nothing where it is named by an id of the case file.
Result<std::optional<SubjectKind>> check_side(std::span<const std::string, 8> cells,
                                              SubjectColumn first, DeclaredIds ids) {
  const std::string number_field(subject_columns.at(first + 1));
  if (ids == DeclaredIds::allowed && cells[first] == "id") {
    if (cells[first + 1].empty()) return missing(number_field, "the id of a subject of the case");
    if (!cells[first + 2].empty()) {
      return superfluous(subject_columns.at(first + 2), cells[first + 2],
                         "nothing: the case file names what has an id");
    }
    return std::optional<SubjectKind>();
  }
  RECOUP_TRY(kind, in_field(subject_columns.at(first), parse_subject_kind(cells[first])));
  if (auto checked = check_subject(kind, cells[first + 1], cells[first + 2], number_field);
      !checked) {
    return std::move(checked).error();
  }
  return std::optional<SubjectKind>(kind);
}

}  // namespace

Result<void> check_subject(SubjectKind kind, std::string_view number, std::string_view name,
                           const std::string& number_field) {
  if (!number.empty()) {
    const auto key = subject_number_key(kind, number);
    if (!key) return in_field(number_field, key.error());
    return {};
  }
  if (kind == SubjectKind::phone || kind == SubjectKind::account) {
    return missing(number_field, "the number of the " + std::string(text(kind)));
  }
  if (name.empty()) return missing(number_field, "a number, or a name beside it");
  return {};
}

Result<void> check_subject_line(std::span<const std::string, 8> cells, DeclaredIds ids) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto checked = in_field(subject_columns.at(i), check_characters(cells[i], LineEnds::refused));
    if (!checked) return checked;
  }
  if (!cells[on].empty()) {
    if (const auto day = in_field("on", parse_date(cells[on])); !day) return day.error();
  }
  RECOUP_TRY(from, check_side(cells, from_kind, ids));
  if (cells[relation].empty()) {
    for (const SubjectColumn column : {to_kind, to_number, to_name}) {
      if (cells[column].empty()) continue;
      return superfluous(subject_columns.at(column), cells[column], "nothing, without a relation");
    }
    return {};
  }
  RECOUP_TRY(kind, in_field("relation", parse_subject_relation(cells[relation])));
  RECOUP_TRY(to, check_side(cells, to_kind, ids));
  if (from && to && !can_stand(*from, kind, *to)) {
    return in_field("relation",
                    Error{ErrorCode::malformed,
                          cells[from_kind] + " " + cells[relation] + " " + cells[to_kind],
                          sides_of(kind),
                          {}});
  }
  return {};
}

void add_subject_facts(std::span<const std::string, 8> cells, const std::string& prefix,
                       const CaseFact& pattern, Import& import) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    CaseFact fact = pattern;
    fact.field = prefix + std::string(subject_columns.at(i));
    fact.value = cells[i];
    import.facts.push_back(std::move(fact));
  }
}

}  // namespace recoup
