#include "lead_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "recoup/matching/party_name.hpp"

namespace recoup {
namespace {

bool is_one_of(SubjectRelation relation, std::span<const SubjectRelation> relations) {
  return std::find(relations.begin(), relations.end(), relation) != relations.end();
}

void sort_once(std::vector<std::size_t>& places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
}

/// A lead on what the ties say, `others` being their other ends.
SubjectLead lead_on(SubjectLeadKind kind, std::size_t subject,
                    std::span<const SubjectTie* const> ties) {
  SubjectLead lead;
  lead.kind = kind;
  lead.subject = subject;
  for (const SubjectTie* tie : ties) {
    lead.others.push_back(tie->from == subject ? tie->to : tie->from);
    lead.statements.insert(lead.statements.end(), tie->statements.begin(), tie->statements.end());
  }
  sort_once(lead.others);
  sort_once(lead.statements);
  return lead;
}

std::vector<const SubjectTie*> those_of(const std::vector<const SubjectTie*>& ties,
                                        std::span<const SubjectRelation> relations) {
  std::vector<const SubjectTie*> found;
  for (const SubjectTie* tie : ties) {
    if (is_one_of(tie->relation, relations)) found.push_back(tie);
  }
  return found;
}

/// A tie with those statements alone that are about this day or later, or about no day.
SubjectTie from_day(const SubjectNetwork& network, const SubjectTie& tie,
                    const std::optional<Date>& day) {
  SubjectTie kept{tie.from, tie.relation, tie.to, {}};
  for (const std::size_t statement : tie.statements) {
    const auto& on = network.statements[statement].said.on;
    if (!day || !on || *on >= *day) kept.statements.push_back(statement);
  }
  return kept;
}

/// The first day on which something is said to have been; nothing where no statement has a day.
std::optional<Date> first_day(const SubjectNetwork& network,
                              std::span<const SubjectTie* const> ties) {
  std::optional<Date> first;
  for (const SubjectTie* tie : ties) {
    for (const std::size_t statement : tie->statements) {
      const auto& on = network.statements[statement].said.on;
      if (on && (!first || *on < *first)) first = on;
    }
  }
  return first;
}

void add_missing_then_seen(const SubjectNetwork& network, const SubjectTies& ties,
                           std::size_t vehicle, std::vector<SubjectLead>& leads) {
  using enum SubjectRelation;
  static constexpr std::array gone = {missing_from};
  static constexpr std::array met = {seen_at, abandoned_at, towed_from};
  static constexpr std::array traded = {sold, bought};
  const auto missing = those_of(ties.from(vehicle), gone);
  if (missing.empty()) return;
  const std::optional<Date> day = first_day(network, missing);
  auto later = those_of(ties.from(vehicle), met);
  std::erase_if(later, [&](const SubjectTie* tie) {
    return std::any_of(missing.begin(), missing.end(),
                       [&](const SubjectTie* other) { return other->to == tie->to; });
  });
  const auto trades = those_of(ties.to(vehicle), traded);
  later.insert(later.end(), trades.begin(), trades.end());
  std::vector<SubjectTie> kept;
  for (const SubjectTie* tie : later) kept.push_back(from_day(network, *tie, day));
  std::erase_if(kept, [](const SubjectTie& tie) { return tie.statements.empty(); });
  if (kept.empty()) return;
  std::vector<const SubjectTie*> all;
  for (const SubjectTie& tie : kept) all.push_back(&tie);
  SubjectLead lead = lead_on(SubjectLeadKind::missing_then_seen, vehicle, all);
  for (const SubjectTie* tie : missing) {
    lead.statements.insert(lead.statements.end(), tie->statements.begin(), tie->statements.end());
  }
  sort_once(lead.statements);
  leads.push_back(std::move(lead));
}

void add_if_several(SubjectLeadKind kind, std::size_t subject,
                    const std::vector<const SubjectTie*>& ties, std::vector<SubjectLead>& leads) {
  SubjectLead lead = lead_on(kind, subject, ties);
  if (lead.others.size() > 1) leads.push_back(std::move(lead));
}

/// Who says it: two that differ are apart from each other.
std::string voice_of(const SubjectRecord& record) {
  switch (record.origin) {
    case SubjectRecord::Origin::case_file: return "the file of a case";
    case SubjectRecord::Origin::statement: return "a statement";
    case SubjectRecord::Origin::report: return "agency " + record.report.agency;
  }
  return "";
}

bool is_account(const SubjectNetwork& network, std::size_t subject) {
  return network.subjects[subject].kind == SubjectKind::account;
}

/// Persons, companies and accounts by the key of each of their names.
std::map<std::string, std::vector<std::size_t>> subjects_by_name(const SubjectNetwork& network) {
  std::map<std::string, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < network.subjects.size(); ++i) {
    const Subject& subject = network.subjects[i];
    const bool has_a_party = subject.kind == SubjectKind::person ||
                             subject.kind == SubjectKind::company || is_account(network, i);
    if (!has_a_party) continue;
    std::set<std::string> keys;
    for (const std::string& name : subject.names) keys.insert(party_key(name));
    for (const std::string& key : keys) {
      if (!key.empty()) by_name[key].push_back(i);
    }
  }
  return by_name;
}

}  // namespace

SubjectTies::SubjectTies(const SubjectNetwork& network)
    : from_(network.subjects.size()), to_(network.subjects.size()) {
  for (const SubjectTie& tie : network.ties) {
    from_[tie.from].push_back(&tie);
    to_[tie.to].push_back(&tie);
  }
}

void add_shared(const SubjectNetwork& network, std::vector<SubjectLead>& leads) {
  for (std::size_t i = 0; i < network.subjects.size(); ++i) {
    const Subject& subject = network.subjects[i];
    if (!subject.is_identified) continue;
    const bool in_operations = subject.operations.size() > 1;
    if (!in_operations && subject.cases.size() < 2) continue;
    SubjectLead lead;
    lead.kind = in_operations ? SubjectLeadKind::two_operations : SubjectLeadKind::two_cases;
    lead.subject = i;
    lead.statements = subject.statements;
    leads.push_back(std::move(lead));
  }
}

void add_plates(const SubjectNetwork& network, const SubjectTies& ties,
                std::vector<SubjectLead>& leads) {
  using enum SubjectRelation;
  static constexpr std::array met = {seen_at, abandoned_at, towed_from};
  for (std::size_t i = 0; i < network.subjects.size(); ++i) {
    const Subject& subject = network.subjects[i];
    if (subject.kind != SubjectKind::vehicle || !subject.is_identified) continue;
    add_missing_then_seen(network, ties, i, leads);
    add_if_several(SubjectLeadKind::two_premises, i, those_of(ties.from(i), met), leads);
  }
}

void add_several(const SubjectNetwork& network, const SubjectTies& ties,
                 std::vector<SubjectLead>& leads) {
  using enum SubjectRelation;
  static constexpr std::array has = {holds, controls, uses};
  static constexpr std::array pays = {paid};
  static constexpr std::array used = {uses};
  for (std::size_t i = 0; i < network.subjects.size(); ++i) {
    const Subject& subject = network.subjects[i];
    if (!subject.is_identified) continue;
    if (subject.kind == SubjectKind::company) {
      auto accounts = those_of(ties.from(i), has);
      std::erase_if(accounts, [&](const SubjectTie* tie) {
        return network.subjects[tie->to].kind != SubjectKind::account;
      });
      add_if_several(SubjectLeadKind::company_two_accounts, i, accounts, leads);
    }
    if (subject.kind == SubjectKind::account) {
      add_if_several(SubjectLeadKind::account_several_pay, i, those_of(ties.to(i), pays), leads);
    }
    if (subject.kind == SubjectKind::phone) {
      add_if_several(SubjectLeadKind::phone_two_users, i, those_of(ties.to(i), used), leads);
    }
  }
}

void add_said_by_two(const SubjectNetwork& network, std::vector<SubjectLead>& leads) {
  for (const SubjectTie& tie : network.ties) {
    std::set<std::string> voices;
    for (const std::size_t statement : tie.statements) {
      voices.insert(voice_of(network.record_of(statement)));
    }
    if (voices.size() < 2 || tie.relation == SubjectRelation::same_as) continue;
    SubjectLead lead;
    lead.kind = SubjectLeadKind::said_by_two;
    lead.subject = tie.from;
    lead.others = {tie.to};
    lead.statements = tie.statements;
    leads.push_back(std::move(lead));
  }
}

void add_like_names(const SubjectNetwork& network, std::vector<SubjectLead>& leads) {
  std::set<std::pair<std::size_t, std::size_t>> tied;
  for (const SubjectTie& tie : network.ties) tied.emplace(tie.from, tie.to);
  for (auto& [key, subjects] : subjects_by_name(network)) {
    std::vector<std::size_t> parties = subjects;
    std::erase_if(parties, [&](std::size_t i) { return is_account(network, i); });
    // That a holder's account bears the holder's name is no news.
    std::erase_if(subjects, [&](std::size_t i) {
      return is_account(network, i) &&
             std::any_of(parties.begin(), parties.end(), [&](std::size_t party) {
               return tied.contains({party, i});
             });
    });
    if (subjects.size() < 2 || parties.empty()) continue;
    SubjectLead lead;
    lead.kind = SubjectLeadKind::like_names;
    lead.subject = subjects.front();
    lead.others.assign(subjects.begin() + 1, subjects.end());
    for (const std::size_t subject : subjects) {
      const auto& statements = network.subjects[subject].statements;
      lead.statements.insert(lead.statements.end(), statements.begin(), statements.end());
    }
    sort_once(lead.statements);
    leads.push_back(std::move(lead));
  }
}

}  // namespace recoup
