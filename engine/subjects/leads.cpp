#include "recoup/subjects/leads.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "lead_rules.hpp"
#include "recoup/base/check.hpp"

namespace recoup {
namespace {

struct LeadRow {
  SubjectLeadKind kind;
  std::string_view name;
  std::string_view innocent;
  std::string_view next;
};

constexpr std::array<LeadRow, 9> rows = {{
    {SubjectLeadKind::two_operations, "two-operations",
     "many honest people meet one trader, landlord, exchange or council",
     "ask both teams what it is to their case, before either speaks to anyone"},
    {SubjectLeadKind::two_cases, "two-cases",
     "many honest people meet one trader, landlord, exchange or council",
     "compare what it is to each case, and ask for the account's or register's records"},
    {SubjectLeadKind::missing_then_seen, "missing-then-seen",
     "the plates were found and put back, or somebody misread a plate that looks like it",
     "obtain the keeper's records, the first report and any picture of the plate"},
    {SubjectLeadKind::two_premises, "two-premises",
     "a car is driven: a visit, a delivery or a repair; or one place is written in two ways",
     "obtain who kept and used the vehicle on those days, and the notes of who saw it"},
    {SubjectLeadKind::company_two_accounts, "company-two-accounts",
     "companies often have several accounts, for wages, savings or another currency",
     "obtain the mandates and the opening papers of the accounts"},
    {SubjectLeadKind::account_several_pay, "account-several-pay",
     "that is what the account of any trader looks like",
     "obtain the account's statements and what each of the payers bought"},
    {SubjectLeadKind::phone_two_users, "phone-two-users",
     "a shared, second-hand or business telephone, or a number that was given out anew",
     "obtain the subscriber's records for the days in question"},
    {SubjectLeadKind::said_by_two, "said-by-two",
     "two reports may go back to one and the same person or notice",
     "find out where each of them has it from"},
    {SubjectLeadKind::like_names, "like-names",
     "two people, or two companies, may have one name; a name alone makes nobody one",
     "obtain a date of birth, an address or a number of each, then decide with \"same-as\""},
}};

const LeadRow& row_of(SubjectLeadKind kind) {
  const LeadRow& row = rows.at(static_cast<std::size_t>(kind));
  RECOUP_CHECK(row.kind == kind);
  return row;
}

/// The best assessment of what a lead rests on; what no agency graded comes first.
std::size_t best_grade(const SubjectNetwork& network, const SubjectLead& lead) {
  std::size_t best = 5;
  for (const std::size_t statement : lead.statements) {
    const SubjectRecord& record = network.record_of(statement);
    const bool is_report = record.origin == SubjectRecord::Origin::report;
    best =
        std::min(best, is_report ? static_cast<std::size_t>(record.report.grade.information) : 0);
  }
  return best;
}

void add_cases(const SubjectNetwork& network, SubjectLead& lead) {
  std::set<std::string> cases;
  std::set<std::string> operations;
  const auto add = [&](const auto& from) {
    cases.insert(from.cases.begin(), from.cases.end());
    operations.insert(from.operations.begin(), from.operations.end());
  };
  add(network.subjects[lead.subject]);
  for (const std::size_t other : lead.others) add(network.subjects[other]);
  for (const std::size_t statement : lead.statements) add(network.record_of(statement));
  lead.cases.assign(cases.begin(), cases.end());
  lead.operations.assign(operations.begin(), operations.end());
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

std::string labels(const SubjectNetwork& network, const std::vector<std::size_t>& subjects) {
  std::vector<std::string> names;
  for (const std::size_t subject : subjects) names.push_back(label(network.subjects[subject]));
  return listed(names);
}

}  // namespace

std::vector<SubjectLead> find_leads(const SubjectNetwork& network) {
  const SubjectTies ties(network);
  std::vector<SubjectLead> leads;
  add_shared(network, leads);
  add_plates(network, ties, leads);
  add_several(network, ties, leads);
  add_said_by_two(network, leads);
  add_like_names(network, leads);
  for (SubjectLead& lead : leads) add_cases(network, lead);
  std::stable_sort(leads.begin(), leads.end(), [&](const SubjectLead& a, const SubjectLead& b) {
    return std::tuple(a.kind, best_grade(network, a), a.subject) <
           std::tuple(b.kind, best_grade(network, b), b.subject);
  });
  return leads;
}

std::string_view text(SubjectLeadKind kind) { return row_of(kind).name; }
std::string_view innocent_reason(SubjectLeadKind kind) { return row_of(kind).innocent; }
std::string_view next_step(SubjectLeadKind kind) { return row_of(kind).next; }

std::string sentence(const SubjectNetwork& network, const SubjectLead& lead) {
  const Subject& subject = network.subjects[lead.subject];
  const std::string name = label(subject);
  switch (lead.kind) {
    case SubjectLeadKind::two_operations:
      return name + " is named in operations " + listed(subject.operations) + " (cases " +
             listed(subject.cases) + ")";
    case SubjectLeadKind::two_cases: return name + " is named in cases " + listed(subject.cases);
    case SubjectLeadKind::missing_then_seen:
      return "the plates of " + name + " were reported missing, and met elsewhere afterwards: " +
             labels(network, lead.others);
    case SubjectLeadKind::two_premises:
      return name + " was met at " + std::to_string(lead.others.size()) +
             " premises: " + labels(network, lead.others);
    case SubjectLeadKind::company_two_accounts:
      return name + " has " + std::to_string(lead.others.size()) +
             " accounts: " + labels(network, lead.others);
    case SubjectLeadKind::account_several_pay:
      return std::to_string(lead.others.size()) + " say that they paid " + name + ": " +
             labels(network, lead.others);
    case SubjectLeadKind::phone_two_users:
      return name + " is used by " + labels(network, lead.others);
    case SubjectLeadKind::said_by_two: {
      const auto& relation = network.statements[lead.statements.front()].said.relation;
      RECOUP_CHECK(relation.has_value());
      return name + " " + std::string(words(*relation)) + " " + labels(network, lead.others) +
             ", as two sources say apart from each other";
    }
    case SubjectLeadKind::like_names:
      return name + " has the name of " + labels(network, lead.others);
  }
  return "";
}

std::vector<SharedSubject> shared_subjects(const SubjectNetwork& network,
                                           std::string_view case_id) {
  std::vector<SharedSubject> shared;
  for (std::size_t i = 0; i < network.subjects.size(); ++i) {
    const Subject& subject = network.subjects[i];
    if (!subject.is_identified || subject.cases.size() < 2) continue;
    SharedSubject one{i, subject.cases};
    if (std::erase(one.other_cases, case_id) > 0) shared.push_back(std::move(one));
  }
  return shared;
}

}  // namespace recoup
