// network.hpp: every subject that cases and reports speak of, each once, and what ties them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/base/date.hpp"
#include "recoup/base/digest.hpp"
#include "recoup/ledger/account_key.hpp"
#include "recoup/records/intelligence.hpp"
#include "recoup/records/subject.hpp"

namespace recoup {

/// What says something of subjects: a case's file, its statements, or a report.
struct SubjectRecord {
  enum class Origin : std::uint8_t { case_file, statement, report };

  Origin origin = Origin::case_file;
  std::vector<std::string> cases;       ///< That it is of, in byte order; of a report perhaps none.
  std::vector<std::string> operations;  ///< Those of the cases, and one that a report names.
  IntelligenceRecord report;            ///< Of a report.
  Digest document;
  std::string document_name;
};

/// One thing that a record says, at one place of its document.
struct SubjectStatement {
  std::size_t record = 0;  ///< In SubjectMaterial::records.
  std::uint64_t line = 0;
  SubjectMention from;
  std::optional<SubjectRelation> relation;  ///< With `to`, or neither.
  SubjectMention to;
  std::optional<Date> on;
  std::string text;
  std::uint64_t times = 1;  ///< So many lines of the document say it; `line` is the first.
};

/// Something that was said and could not be used, and why.
struct UnusedStatement {
  std::string what;
  std::string why;

  friend auto operator<=>(const UnusedStatement&, const UnusedStatement&) = default;
};

/// Everything that is said, in any order.
struct SubjectMaterial {
  std::vector<SubjectRecord> records;
  std::vector<SubjectStatement> statements;
  std::vector<DecidedTie> decided;  ///< Of accounts, as persons decided.
  std::vector<UnusedStatement> unused;
};

/// A subject, however often and in whatever spelling it is named.
struct Subject {
  SubjectKind kind = SubjectKind::person;
  std::string key;                   ///< By which it is known; unlike that of any other subject.
  std::vector<std::string> numbers;  ///< As written; first what is said first.
  std::vector<std::string> names;    ///< As written; first what is said first.
  bool is_identified = false;        ///< By a number or a full address, and not by a name alone.
  std::vector<std::string> why_one;  ///< Why mentions under two numbers or ids are one.
  std::vector<std::string> cases;    ///< That speak of it, in byte order.
  std::vector<std::string> operations;
  std::vector<std::size_t> statements;  ///< In SubjectNetwork::statements.
};

/// What one subject is to another, and every statement that says so.
struct SubjectTie {
  std::size_t from = 0;
  SubjectRelation relation = SubjectRelation::owns;
  std::size_t to = 0;
  std::vector<std::size_t> statements;
};

/// A statement with its subjects found.
struct PlacedStatement {
  SubjectStatement said;
  std::size_t from = 0;
  std::optional<std::size_t> to;
};

/// Subjects and ties.
struct SubjectNetwork {
  std::vector<SubjectRecord> records;
  std::vector<PlacedStatement> statements;  ///< By origin, case or agency, document and line.
  std::vector<Subject> subjects;            ///< By kind, then key.
  std::vector<SubjectTie> ties;             ///< By from, relation and to.
  std::vector<UnusedStatement> unused;

  [[nodiscard]] const SubjectRecord& record_of(std::size_t statement) const {
    return records[statements[statement].said.record];
  }
};

/// Finds out which mentions are of one subject.
///
///   Shape   Two mentions are one subject where they have one id of one case, one number however
///           it is written, or one full address; where an IBAN has the domestic number of an
///           account inside it; where a person decided that two accounts are one; and where a
///           case's file says "same-as". One name in one report is one subject. Names alone make
///           nothing one: two persons called A Smith stay two, and so does a "same-as" of a report.
///   Same    The order of records and statements changes nothing.
[[nodiscard]] SubjectNetwork join_subjects(SubjectMaterial material);

/// What a subject is called: "vehicle ZQ77 ABX (blue saloon)", "J Ruskington".
[[nodiscard]] std::string label(const Subject& subject);
/// The same without the kind in front, for a box that names it: "ZQ77 ABX".
[[nodiscard]] std::string short_label(const Subject& subject);

}  // namespace recoup
