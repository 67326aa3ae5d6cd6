// matter_facts.hpp: what a case file states on matters that only a person or a later order settles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "recoup/assessment/stated.hpp"

namespace recoup {

/// Which question a finding answers.
enum class FindingMatter : std::uint8_t {
  none,  ///< The file names no matter.
  proportionality,
  victim_claim,
  hidden_assets,
  injustice,
  undervalue,
  new_evidence,
  exchange_rates,
  nothing_recoverable,
  other,
};

/// The word of a case file for it: "victim-claim"; "" for none.
[[nodiscard]] std::string_view text(FindingMatter matter);

/// An answer that a person gave to a question that is no arithmetic.
struct HumanFinding {
  std::string id;
  StatedPlace entry;
  FindingMatter matter = FindingMatter::none;
  std::string about;  ///< The id of the entry that it is about; may be empty.
  std::string question;
  std::string answer;
  std::string author;
  std::string reasons;
  Maybe<Date> date;
  Maybe<bool> accepted;  ///< Whether it accepts the argument that `about` names.
  Maybe<Money> amount;   ///< What it puts the matter at.
};

/// Whether its answer is a plain yes, or begins with one: "yes, in part".
[[nodiscard]] bool says_yes(const HumanFinding& finding);
/// Whether its answer is a plain yes or no. "Not yet" and "referred" leave a question open.
[[nodiscard]] bool is_closed(const HumanFinding& finding);
/// The finding that closes `matter` about the entry `id`, else about no entry by name; nothing
/// where none does.
[[nodiscard]] const HumanFinding* find_closed(const std::vector<HumanFinding>& findings,
                                              FindingMatter matter, std::string_view id);

/// One part of an order for the payment of which time was given, POCA 2002 s.11.
struct PaymentPart {
  Maybe<Money> amount;
  Maybe<Date> until;
  Maybe<bool> extended;  ///< Whether a later order gave more time.
  Maybe<Date> paid_on;
};

/// A confiscation order with the day it fell due, for interest, or with the parts it is paid in.
struct PayableOrder {
  std::string id;
  StatedPlace entry;
  Maybe<Money> amount;
  Maybe<Date> made;
  Maybe<Date> due;
  Maybe<Date> paid_on;
  std::vector<PaymentPart> parts;
};

/// One of those who obtained together, with the order against them.
struct JointMember {
  std::string name;
  Maybe<Money> order;
};

struct JointReceipt {
  std::string member;
  Maybe<Date> on;
  Maybe<Money> amount;
};

/// Benefit that several obtained together and that is to be recovered once.
struct JointBenefit {
  std::string id;
  StatedPlace entry;
  std::string description;
  Maybe<Money> amount;
  std::vector<JointMember> members;    ///< In order of the file.
  std::vector<JointReceipt> receipts;  ///< In order of the file.
};

/// On what an argument rests that the order would be disproportionate.
enum class ProportionalityKind : std::uint8_t {
  loan_funded,        ///< The share of an increase in value that a repaid or secured loan funded.
  vat_accounted,      ///< Value added tax charged and accounted for.
  earnings,           ///< Earnings for work that was done.
  benefit_restored,   ///< Benefit restored, or certain to be restored, to the loser.
  property_restored,  ///< The property itself given back.
};

/// Such an argument with its figures; which are read depends on the kind.
struct ProportionalityMatter {
  std::string id;
  StatedPlace entry;
  ProportionalityKind kind = ProportionalityKind::loan_funded;
  std::string description;
  std::string item;  ///< The benefit item that it is about; empty: the whole benefit.

  Maybe<Money> price;
  Maybe<Money> loan;
  Maybe<Money> value_now;

  Maybe<Money> turnover;  ///< With the tax.
  Maybe<Money> vat;
  Maybe<Fraction> share;  ///< Of the turnover that counts as benefit; the whole without it.
  Maybe<bool> accounted;

  Maybe<Money> earned;
  Maybe<Money> honest;  ///< What honest work would have earned.
  Maybe<Fraction>
      uplift_percent;  ///< In its place: how much of the earnings is due to the offence.

  Maybe<Money> restored;
  Maybe<Date> restored_on;
  Maybe<bool> certain;  ///< Whether restoration that is to come is certain.
};

/// Which section an application to look at an order again rests on.
enum class ReconsiderationKind : std::uint8_t {
  no_order,         ///< s.19
  no_benefit,       ///< s.20
  more_benefit,     ///< s.21
  more_available,   ///< s.22
  inadequate,       ///< s.23
  small_balance,    ///< s.24
  trivial_balance,  ///< s.25
  death,            ///< s.25A
};

/// "s.19" … "s.25A".
[[nodiscard]] std::string_view text(ReconsiderationKind kind);

/// An application to reconsider, with the figures then and now.
struct Reconsideration {
  std::string id;
  StatedPlace entry;
  ReconsiderationKind kind = ReconsiderationKind::no_order;
  std::string applicant;  ///< "prosecutor", "receiver", "defendant", or empty.
  Maybe<Date> applied_on;
  Maybe<Date> found_on;    ///< The day of the earlier figure.
  Maybe<Money> ordered;    ///< What the order now requires to be paid.
  Maybe<Money> benefit;    ///< As found last.
  Maybe<Money> available;  ///< As found last.
  Maybe<Money> new_benefit;
  Maybe<Money> new_available;
  Maybe<Money> remaining;  ///< What is still to be paid.
  Maybe<Date> died_on;
  IndexFigure index_then;
  IndexFigure index_now;
};

/// From which published index the change in the value of money is taken.
struct Valuation {
  Maybe<std::string> series;  ///< As its publisher names it: "D7BT".
  Maybe<Date> decision_on;    ///< The day whose month is the later one of each pair.
  std::string wanting;        ///< Why the series gives no figure for that month; else empty.
};

}  // namespace recoup
