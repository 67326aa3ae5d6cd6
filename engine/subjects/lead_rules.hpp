// lead_rules.hpp: the single rules by which a network gives leads.
#pragma once

#include <vector>

#include "recoup/subjects/leads.hpp"

namespace recoup {

/// Ties of a subject, as it stands in them: first or second.
class SubjectTies {
 public:
  explicit SubjectTies(const SubjectNetwork& network);

  [[nodiscard]] const std::vector<const SubjectTie*>& from(std::size_t subject) const {
    return from_[subject];
  }
  [[nodiscard]] const std::vector<const SubjectTie*>& to(std::size_t subject) const {
    return to_[subject];
  }

 private:
  std::vector<std::vector<const SubjectTie*>> from_;
  std::vector<std::vector<const SubjectTie*>> to_;
};

/// An identified subject in cases of two operations, or in two cases.
void add_shared(const SubjectNetwork& network, std::vector<SubjectLead>& leads);
/// A plate that was reported missing and met later; one that was met at two premises.
void add_plates(const SubjectNetwork& network, const SubjectTies& ties,
                std::vector<SubjectLead>& leads);
/// A company with two accounts, an account that several pay, a phone that two use.
void add_several(const SubjectNetwork& network, const SubjectTies& ties,
                 std::vector<SubjectLead>& leads);
/// Ties that two sources state, apart from each other.
void add_said_by_two(const SubjectNetwork& network, std::vector<SubjectLead>& leads);
/// Persons and companies, and the names of accounts, that have one name.
void add_like_names(const SubjectNetwork& network, std::vector<SubjectLead>& leads);

}  // namespace recoup
