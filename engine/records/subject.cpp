#include "recoup/records/subject.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::pair<SubjectKind, std::string_view>, 6> kinds = {{
    {SubjectKind::person, "person"},
    {SubjectKind::company, "company"},
    {SubjectKind::vehicle, "vehicle"},
    {SubjectKind::premises, "premises"},
    {SubjectKind::phone, "phone"},
    {SubjectKind::account, "account"},
}};

/// A set of kinds, a bit each.
using KindBits = unsigned;

constexpr KindBits bit(SubjectKind kind) { return 1U << static_cast<unsigned>(kind); }

constexpr KindBits person = bit(SubjectKind::person);
constexpr KindBits party = person | bit(SubjectKind::company);
constexpr KindBits company = bit(SubjectKind::company);
constexpr KindBits vehicle = bit(SubjectKind::vehicle);
constexpr KindBits premises = bit(SubjectKind::premises);
constexpr KindBits phone = bit(SubjectKind::phone);
constexpr KindBits account = bit(SubjectKind::account);
constexpr KindBits anything = party | vehicle | premises | phone | account;

struct RelationRow {
  SubjectRelation relation;
  std::string_view name;
  std::string_view words;
  KindBits from;
  KindBits to;
};

constexpr std::array<RelationRow, 17> relations = {{
    {SubjectRelation::owns, "owns", "owns", party, vehicle | premises | company},
    {SubjectRelation::keeps, "keeps", "is the registered keeper of", party, vehicle},
    {SubjectRelation::uses, "uses", "uses", party, vehicle | premises | phone | account},
    {SubjectRelation::controls, "controls", "controls", party, account | company},
    {SubjectRelation::holds, "holds", "holds", party, account},
    {SubjectRelation::director_of, "director-of", "is a director of", person, company},
    {SubjectRelation::lives_at, "lives-at", "lives at", person, premises},
    {SubjectRelation::trades_at, "trades-at", "trades at", party, premises},
    {SubjectRelation::seen_at, "seen-at", "was seen at", person | vehicle, premises},
    {SubjectRelation::missing_from, "missing-from", "was reported missing from", vehicle, premises},
    {SubjectRelation::abandoned_at, "abandoned-at", "was left at", vehicle, premises},
    {SubjectRelation::towed_from, "towed-from", "was towed from", vehicle, premises},
    {SubjectRelation::sold, "sold", "sold", party, vehicle},
    {SubjectRelation::bought, "bought", "bought", party, vehicle},
    {SubjectRelation::paid, "paid", "paid", party, account},
    {SubjectRelation::named_with, "named-with", "is named with", anything, anything},
    {SubjectRelation::same_as, "same-as", "is the same as", anything, anything},
}};

constexpr bool is_in_order_of_the_enumeration() {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (static_cast<std::size_t>(relations[i].relation) != i) return false;
  }
  return true;
}
static_assert(is_in_order_of_the_enumeration());

const RelationRow& row_of(SubjectRelation relation) {
  return relations.at(static_cast<std::size_t>(relation));
}

std::string names_of(KindBits set) {
  if (set == anything) return "any subject";
  std::string out;
  for (const auto& [kind, name] : kinds) {
    if ((set & bit(kind)) == 0) continue;
    out += (out.empty() ? "" : " or ") + std::string(name);
  }
  return (set == account ? "an " : "a ") + out;
}

}  // namespace

Result<SubjectKind> parse_subject_kind(std::string_view text) {
  for (const auto& [kind, name] : kinds) {
    if (name == text) return kind;
  }
  return Error{ErrorCode::malformed,
               quoted(text),
               "person, company, vehicle, premises, phone or account",
               {}};
}

std::string_view text(SubjectKind kind) { return kinds.at(static_cast<std::size_t>(kind)).second; }

Result<SubjectRelation> parse_subject_relation(std::string_view text) {
  std::string names;
  for (const RelationRow& row : relations) {
    if (row.name == text) return row.relation;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  return Error{ErrorCode::malformed, quoted(text), "one of " + names, {}};
}

std::string_view text(SubjectRelation relation) { return row_of(relation).name; }

std::string_view words(SubjectRelation relation) { return row_of(relation).words; }

bool can_stand(SubjectKind from, SubjectRelation relation, SubjectKind to) {
  const RelationRow& row = row_of(relation);
  if (relation == SubjectRelation::same_as) return from == to;
  return (row.from & bit(from)) != 0 && (row.to & bit(to)) != 0;
}

std::string sides_of(SubjectRelation relation) {
  if (relation == SubjectRelation::same_as) return "two subjects of one kind";
  const RelationRow& row = row_of(relation);
  return std::string(row.name) + " from " + names_of(row.from) + " to " + names_of(row.to);
}

}  // namespace recoup
