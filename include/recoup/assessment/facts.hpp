// facts.hpp: what a case file states about benefit, means and gifts, typed and each with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "recoup/assessment/matter_facts.hpp"
#include "recoup/assessment/stated.hpp"

namespace recoup {

/// How an item of benefit was obtained, POCA 2002 s.10(2)-(4) and s.76(3).
enum class BenefitKind : std::uint8_t { transfer, held, expenditure, particular };

/// What was decided about the assumption for one item, s.10(6).
enum class AssumptionStatus : std::uint8_t {
  made,
  disapplied_incorrect,
  disapplied_unjust,
  not_applicable,
};

struct Proceedings {
  Maybe<Date> started;
  Maybe<Date> conviction_date;
  Maybe<bool> prosecutor_asks;
  Maybe<bool> court_thinks_fit;  ///< s.6(3)(b).
  Maybe<bool> absconded;         ///< s.6(8); taken as not, where nothing is stated.
  Maybe<Date> order_made;        ///< Day of the confiscation order, once there is one.
};

struct Offence {
  std::string id;
  StatedPlace entry;
  std::string description;
  Maybe<Date> from;
  Maybe<Date> to;
  Maybe<bool> convicted;
  Maybe<Date> convicted_on;
  Maybe<bool> taken_into_consideration;
  Maybe<bool> benefited;
  Maybe<Money> benefit;
};

struct BenefitItem {
  std::string id;
  StatedPlace entry;
  BenefitKind kind = BenefitKind::transfer;
  AssumptionStatus status = AssumptionStatus::made;
  std::string description;
  std::string reason;           ///< Of the status.
  std::string removed_because;  ///< Empty where the item is relied on.
  std::string account;
  std::string reference;
  std::string document;
  std::string line;
  std::string seizure;
  Maybe<Date> date;
  Maybe<Money> amount;
  Maybe<Money> value_now;  ///< Of the property or what represents it.
  IndexFigure index_then;
  IndexFigure index_now;
};

struct EarlierOrder {
  std::string id;
  StatedPlace entry;
  Maybe<Date> made;
  Maybe<Money> amount;
  Maybe<bool> lifestyle;
  Maybe<Date> benefit_found_on;
  Maybe<Money> benefit_found;  ///< Where the order rested on general criminal conduct, s.8(3)-(4).
};

struct Asset {
  std::string id;
  StatedPlace entry;
  std::string kind;
  std::string description;
  std::string removed_because;  ///< Why it is not free property, s.82; empty where it is.
  Maybe<Money> value;
  Maybe<Money> secured_debt;
  Maybe<Fraction> share;  ///< From 0 to 1; the whole where the file is silent.
};

enum class ObligationKind : std::uint8_t {
  fine,            ///< A fine or other order made on conviction, s.9(2)(a).
  preferential,    ///< A debt that insolvency would prefer, s.9(2)(b).
  priority_order,  ///< Compensation or another order of s.13(3A), paid out of what is recovered.
  other,           ///< An ordinary debt, which does not count.
};

struct Obligation {
  std::string id;
  StatedPlace entry;
  ObligationKind kind = ObligationKind::other;
  std::string description;
  Maybe<Date> made;
  Maybe<Money> amount;
};

struct Gift {
  std::string id;
  StatedPlace entry;
  std::string recipient;
  Maybe<Date> date;
  Maybe<Money> value_at_gift;
  Maybe<Money> consideration;  ///< Nothing was given in return where the file is silent.
  Maybe<Money> value_now;
  IndexFigure index_then;
  IndexFigure index_now;
  Maybe<bool> from_general_conduct;
  Maybe<bool> significantly_less;  ///< What a person found of the consideration, s.78(1).
};

/// An entry that a later file took back.
struct WithdrawnEntry {
  std::string section;
  std::string id;
  std::string why;
  StatedPlace entry;
};

/// Everything that an assessment reads.
struct AssessmentFacts {
  std::string case_id;
  std::string defendant;
  Proceedings proceedings;
  std::vector<Offence> offences;
  std::vector<BenefitItem> benefit_items;
  std::vector<EarlierOrder> earlier_orders;
  std::vector<Asset> assets;
  std::vector<Obligation> obligations;
  std::vector<Gift> gifts;
  std::vector<HumanFinding> findings;
  std::vector<PayableOrder> confiscation_orders;
  std::vector<JointBenefit> joint_benefits;
  std::vector<ProportionalityMatter> proportionality;
  std::vector<Reconsideration> reconsiderations;
  Valuation valuation;
  std::vector<WithdrawnEntry> withdrawn;
  std::vector<std::string> notes;  ///< Fields of these sections that no one reads: slips of a name.
};

/// Reads the sections proceedings, defendant, offences, benefit_items, earlier_orders, assets,
/// obligations, gifts, findings, confiscation_orders, joint_benefit, proportionality,
/// reconsiderations and valuation; others are left alone.
///
///   Shape   Entries in the order of their place in the file, then of their id. An entry with
///           `removed` true is in `withdrawn` alone. A null is a field that is not there. A
///           currency that is not stated is GBP.
///   Errors  malformed: a value that is not of its kind; money that is no text.
///           contradiction, with section, entry and field: facts of two cases; one field stated in
///           two ways; an amount below zero; a share above one; a debt above the value that secures
///           it; a gift to the defendant; a receipt of joint benefit from someone who is no member.
[[nodiscard]] Result<AssessmentFacts> read_assessment_facts(const std::vector<StatedFact>& facts);

}  // namespace recoup
