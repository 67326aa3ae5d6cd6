// subject.hpp: whom and what a document speaks of, and the numbers by which each is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "recoup/base/date.hpp"
#include "recoup/base/result.hpp"

namespace recoup {

enum class SubjectKind : std::uint8_t { person, company, vehicle, premises, phone, account };

/// "person", "company", "vehicle", "premises", "phone" or "account". Errors: malformed.
[[nodiscard]] Result<SubjectKind> parse_subject_kind(std::string_view text);
[[nodiscard]] std::string_view text(SubjectKind kind);

/// What one subject is to another.
enum class SubjectRelation : std::uint8_t {
  owns,
  keeps,  ///< Is the registered keeper of.
  uses,
  controls,
  holds,
  director_of,
  lives_at,
  trades_at,
  seen_at,
  missing_from,  ///< Of a vehicle: its plates were gone there.
  abandoned_at,
  towed_from,
  sold,
  bought,
  paid,
  named_with,  ///< Both stand in one report, which says no more.
  same_as,     ///< Both are one, as a person decided.
};

/// "owns", "director-of", "seen-at" … Errors: malformed, naming them all.
[[nodiscard]] Result<SubjectRelation> parse_subject_relation(std::string_view text);
[[nodiscard]] std::string_view text(SubjectRelation relation);
/// "owns", "is a director of", "was seen at": between the names of the two.
[[nodiscard]] std::string_view words(SubjectRelation relation);
/// Whether such subjects can stand in the relation: a premises owns nothing.
[[nodiscard]] bool can_stand(SubjectKind from, SubjectRelation relation, SubjectKind to);
/// What can stand in the relation, for a message: "a person or company to a vehicle …".
[[nodiscard]] std::string sides_of(SubjectRelation relation);

/// The one spelling of a subject's number, however it is written: capitals, no blanks and no
/// punctuation.
///
///   Shape   vehicle: the plate, "ZQ77 ABX". phone: "+447700900123"; a number that begins with 0
///           is of the United Kingdom. company: its number at the register, with the noughts in
///           front that make it eight characters where it is one of Companies House. account: an
///           IBAN, or sort code and number. premises: the UPRN. person: any number by which one
///           person is known and no other, such as "PNC 25/100001A".
///   Errors  malformed (letters or signs that no such number has, too short, too long).
///   Cites   Companies House: eight characters, digits alone or two letters and six digits.
[[nodiscard]] Result<std::string> subject_number_key(SubjectKind kind, std::string_view number);

/// The one spelling of a full address: number, street and town, or a postcode. Nothing where the
/// text is less than that: "Kiln Street yard" is a name, and names alone make nothing one.
[[nodiscard]] std::optional<std::string> address_key(std::string_view address);

/// A subject as one place of a document speaks of it. At least one of the texts is not empty.
struct SubjectMention {
  SubjectKind kind = SubjectKind::person;
  std::string number;      ///< As written.
  std::string name;        ///< A person's or company's name, an address, a vehicle's looks.
  std::string declared{};  ///< The id under which the case's file declares it, or empty.

  friend bool operator==(const SubjectMention&, const SubjectMention&) = default;
};

}  // namespace recoup
