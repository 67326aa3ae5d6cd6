// subject_report.hpp: subjects, their links and leads as text for people and JSON for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "recoup/report/json_writer.hpp"
#include "recoup/subjects/leads.hpp"
#include "recoup/subjects/network.hpp"

namespace recoup {

/// A report under handling code C: all that may be said of it without asking for it.
struct WithheldReport {
  std::string agency;
  std::string number;
  std::vector<std::string> cases;
  std::vector<std::string> operations;

  friend bool operator==(const WithheldReport&, const WithheldReport&) = default;
};

/// What is shown of a network.
struct SubjectView {
  std::string of;  ///< "case AL-02", "operation Alliance" or "every case".
  const SubjectNetwork* network = nullptr;
  std::vector<std::size_t> subjects;     ///< Those shown, in order.
  std::vector<SubjectLead> leads;        ///< Those shown, in order.
  std::vector<WithheldReport> withheld;  ///< By agency and number.
  std::vector<UnusedStatement> unused;
};

/// Where a statement stands: "AL-02, al-02.json:12" or "Borough Council: 77 [2B P], r.csv:3".
[[nodiscard]] std::string citation(const SubjectNetwork& network, std::size_t statement);
/// What it says: "J Ruskington sold vehicle ZQ77 ABX on 2024-05-03".
[[nodiscard]] std::string said_words(const SubjectNetwork& network, std::size_t statement);
/// "restricted record 77 of Borough Council exists".
[[nodiscard]] std::string withheld_words(const WithheldReport& report);

/// A statement as one object: what it says, its place, and of a report its grades.
void write_statement(JsonWriter& json, const SubjectNetwork& network, std::size_t statement);
/// A subject as one object, without its statements.
void write_subject(JsonWriter& json, const Subject& subject);

[[nodiscard]] std::string subjects_text(const SubjectView& view);
[[nodiscard]] std::string subjects_json(const SubjectView& view);
/// Leads, each with its records, the innocent explanation and the next step.
[[nodiscard]] std::string leads_text(const SubjectView& view);
[[nodiscard]] std::string leads_json(const SubjectView& view);

}  // namespace recoup
