// story.hpp: builds what records say of subjects, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "recoup/subjects/network.hpp"

namespace recoup {

/// Collects statements; each call is a line.
class SubjectStory {
 public:
  /// A record of a case's file.
  std::size_t file(const std::string& case_id, const std::string& operation = "") {
    SubjectRecord record;
    record.cases = {case_id};
    if (!operation.empty()) record.operations = {operation};
    record.document_name = case_id + ".json";
    record.document = sha256(case_id);
    return add(std::move(record));
  }

  /// A report of an agency, graded 2B P.
  std::size_t report(const std::string& agency, const std::string& number,
                     std::vector<std::string> cases = {}) {
    SubjectRecord record;
    record.origin = SubjectRecord::Origin::report;
    record.cases = std::move(cases);
    record.report = {agency,
                     number,
                     std::nullopt,
                     {SourceGrade::untested, InformationGrade::known_indirectly_corroborated,
                      HandlingCode::lawful_sharing, ""}};
    record.document_name = "reports.csv";
    record.document = sha256("reports");
    return add(std::move(record));
  }

  void says(std::size_t record, SubjectMention from) {
    SubjectStatement said;
    said.record = record;
    said.line = ++line_;
    said.from = std::move(from);
    material.statements.push_back(std::move(said));
  }

  void says(std::size_t record, SubjectMention from, SubjectRelation relation, SubjectMention to,
            const std::string& day = "") {
    says(record, std::move(from));
    SubjectStatement& said = material.statements.back();
    said.relation = relation;
    said.to = std::move(to);
    if (!day.empty()) said.on = parse_date(day).value();
  }

  [[nodiscard]] SubjectNetwork join() const { return join_subjects(material); }

  SubjectMaterial material;

 private:
  std::size_t add(SubjectRecord record) {
    material.records.push_back(std::move(record));
    return material.records.size() - 1;
  }

  std::uint64_t line_ = 0;
};

inline SubjectMention plate(const std::string& number) {
  return {SubjectKind::vehicle, number, "", ""};
}
inline SubjectMention account(const std::string& number) {
  return {SubjectKind::account, number, "", ""};
}
inline SubjectMention person(const std::string& name, const std::string& id = "") {
  return {SubjectKind::person, "", name, id};
}
inline SubjectMention premises(const std::string& address) {
  return {SubjectKind::premises, "", address, ""};
}
inline SubjectMention phone(const std::string& number) {
  return {SubjectKind::phone, number, "", ""};
}

}  // namespace recoup
