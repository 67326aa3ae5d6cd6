// leads.hpp: what in a network of subjects is worth a question.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/subjects/network.hpp"

namespace recoup {

/// Why something is a lead, the most telling first.
enum class SubjectLeadKind : std::uint8_t {
  two_operations,        ///< An identified subject in cases of two operations.
  two_cases,             ///< An identified subject in two cases.
  missing_then_seen,     ///< A plate that was reported missing, and was met on or after that day.
  two_premises,          ///< A plate met at two premises.
  company_two_accounts,  ///< A company with a number holds, controls or uses two accounts.
  account_several_pay,   ///< An account that two or more subjects say they paid.
  phone_two_users,       ///< A phone that two subjects use.
  said_by_two,           ///< One tie that two sources apart from each other state.
  like_names,            ///< Names that are alike: perhaps one person or company, perhaps not.
};

/// Something worth a question: a lead, and no evidence.
struct SubjectLead {
  SubjectLeadKind kind = SubjectLeadKind::two_cases;
  std::size_t subject = 0;              ///< In SubjectNetwork::subjects.
  std::vector<std::size_t> others;      ///< The premises, accounts or namesakes, in their order.
  std::vector<std::size_t> statements;  ///< It rests on these, in their order.
  std::vector<std::string> cases;       ///< In byte order.
  std::vector<std::string> operations;

  friend bool operator==(const SubjectLead&, const SubjectLead&) = default;
};

/// Every lead of the network, by kind, then the best assessment of what it rests on, then subject.
///
///   Same  Equal networks give equal leads.
[[nodiscard]] std::vector<SubjectLead> find_leads(const SubjectNetwork& network);

/// "two-operations", "two-cases" …
[[nodiscard]] std::string_view text(SubjectLeadKind kind);
/// What the lead says, as a sentence.
[[nodiscard]] std::string sentence(const SubjectNetwork& network, const SubjectLead& lead);
/// The innocent explanation that is to be excluded first.
[[nodiscard]] std::string_view innocent_reason(SubjectLeadKind kind);
/// What to obtain next.
[[nodiscard]] std::string_view next_step(SubjectLeadKind kind);

/// An identified subject that a case shares with others.
struct SharedSubject {
  std::size_t subject = 0;
  std::vector<std::string> other_cases;  ///< In byte order; at least one.

  friend bool operator==(const SharedSubject&, const SharedSubject&) = default;
};

/// What a case shares with other cases, in order of the subjects.
[[nodiscard]] std::vector<SharedSubject> shared_subjects(const SubjectNetwork& network,
                                                         std::string_view case_id);

}  // namespace recoup
