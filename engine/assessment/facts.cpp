#include "recoup/assessment/facts.hpp"

#include <utility>

#include "matter_readers.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Result<void> read_proceedings(EntryReader& entry, AssessmentFacts& facts) {
  RECOUP_TRY(started, entry.date("started"));
  RECOUP_TRY(conviction_date, entry.date("conviction_date"));
  RECOUP_TRY(prosecutor_asks, entry.truth("prosecutor_asks"));
  RECOUP_TRY(order_made, entry.date("order_made"));
  RECOUP_TRY(court_thinks_fit, entry.truth("court_thinks_fit"));
  RECOUP_TRY(absconded, entry.truth("absconded"));
  entry.leave({"court"});
  if (started && conviction_date && conviction_date->value < started->value) {
    return entry.fault(ErrorCode::contradiction, iso_text(conviction_date->value),
                       "a day not before the proceedings started", "conviction_date");
  }
  facts.proceedings = {started,          conviction_date, prosecutor_asks,
                       court_thinks_fit, absconded,       order_made};
  return {};
}

Result<void> read_offence(EntryReader& entry, AssessmentFacts& facts) {
  Offence offence;
  offence.description = entry.text("description");
  RECOUP_TRY(from, entry.date("from"));
  RECOUP_TRY(to, entry.date("to"));
  RECOUP_TRY(convicted, entry.truth("convicted"));
  RECOUP_TRY(convicted_on, entry.date("convicted_on"));
  RECOUP_TRY(considered, entry.truth("taken_into_consideration"));
  RECOUP_TRY(benefited, entry.truth("benefited"));
  RECOUP_TRY(benefit, entry.amount("benefit"));
  entry.leave({"statute", "schedule_2", "attached_to", "course", "currency"});
  if (from && to && to->value < from->value) {
    return entry.fault(ErrorCode::contradiction, iso_text(to->value), "a day not before \"from\"",
                       "to");
  }
  if (benefited && !benefited->value && benefit && !benefit->value.is_zero()) {
    return entry.fault(ErrorCode::contradiction, benefit->value.text(),
                       "no benefit, as \"benefited\" is false", "benefit");
  }
  offence.from = from;
  offence.to = to;
  offence.convicted = convicted;
  offence.convicted_on = convicted_on;
  offence.taken_into_consideration = considered;
  offence.benefited = benefited;
  offence.benefit = benefit;
  offence.id = entry.id();
  offence.entry = entry.entry();
  facts.offences.push_back(std::move(offence));
  return {};
}

Result<void> read_benefit_item(EntryReader& entry, AssessmentFacts& facts) {
  BenefitItem item;
  RECOUP_TRY(kind, entry.word("kind", {"transfer", "held", "expenditure", "particular"}));
  item.kind = static_cast<BenefitKind>(kind);
  if (entry.has("status")) {
    RECOUP_TRY(status, entry.word("status", {"made", "disapplied-incorrect", "disapplied-unjust",
                                             "not-applicable"}));
    item.status = static_cast<AssumptionStatus>(status);
  }
  RECOUP_TRY(date, entry.date("date"));
  RECOUP_TRY(amount, entry.amount("amount"));
  RECOUP_TRY(value_now, entry.amount("value_now"));
  if (auto read = read_indices(entry, item.index_then, item.index_now); !read) return read.error();
  item.description = entry.text("description");
  item.reason = entry.text("reason");
  item.removed_because = entry.text("removed_because");
  item.account = entry.text("account");
  item.reference = entry.text("reference");
  item.document = entry.text("document");
  item.line = entry.text("line");
  item.seizure = entry.text("seizure");
  entry.leave({"currency", "status"});
  item.date = date;
  item.amount = amount;
  item.value_now = value_now;
  item.id = entry.id();
  item.entry = entry.entry();
  facts.benefit_items.push_back(std::move(item));
  return {};
}

Result<void> read_earlier_order(EntryReader& entry, AssessmentFacts& facts) {
  RECOUP_TRY(made, entry.date("made"));
  RECOUP_TRY(amount, entry.amount("amount"));
  RECOUP_TRY(lifestyle, entry.truth("lifestyle"));
  RECOUP_TRY(found_on, entry.date("benefit_found_on"));
  RECOUP_TRY(found, entry.amount("benefit_found"));
  entry.leave({"currency", "description"});
  facts.earlier_orders.push_back(
      {entry.id(), entry.entry(), made, amount, lifestyle, found_on, found});
  return {};
}

Result<void> read_asset(EntryReader& entry, AssessmentFacts& facts) {
  Asset asset;
  asset.kind = entry.text("kind");
  asset.description = entry.text("description");
  asset.removed_because = entry.text("removed_because");
  RECOUP_TRY(value, entry.amount("value"));
  RECOUP_TRY(secured_debt, entry.amount("secured_debt"));
  RECOUP_TRY(share, entry.fraction("share"));
  entry.leave({"currency", "valued_on", "account", "reference", "document", "line"});
  if (share && (share->value < Fraction::from(0) || share->value > Fraction::from(1))) {
    return entry.fault(ErrorCode::contradiction, share->value.text(), "a share from 0 to 1",
                       "share");
  }
  if (value && secured_debt && secured_debt->value.compare(value->value) > 0) {
    return entry.fault(ErrorCode::contradiction, secured_debt->value.text(),
                       "a debt not above the value of " + value->value.text(), "secured_debt");
  }
  asset.value = value;
  asset.secured_debt = secured_debt;
  asset.share = share;
  asset.id = entry.id();
  asset.entry = entry.entry();
  facts.assets.push_back(std::move(asset));
  return {};
}

Result<void> read_obligation(EntryReader& entry, AssessmentFacts& facts) {
  RECOUP_TRY(kind, entry.word("kind", {"fine", "preferential", "priority-order", "other"}));
  RECOUP_TRY(made, entry.date("made"));
  RECOUP_TRY(amount, entry.amount("amount"));
  entry.leave({"currency"});
  facts.obligations.push_back({entry.id(), entry.entry(), static_cast<ObligationKind>(kind),
                               entry.text("description"), made, amount});
  return {};
}

Result<void> read_gift(EntryReader& entry, AssessmentFacts& facts) {
  Gift gift;
  gift.recipient = entry.text("recipient");
  RECOUP_TRY(date, entry.date("date"));
  RECOUP_TRY(value_at_gift, entry.amount("value_at_gift"));
  RECOUP_TRY(consideration, entry.amount("consideration"));
  RECOUP_TRY(value_now, entry.amount("value_now"));
  RECOUP_TRY(from_conduct, entry.truth("from_general_conduct"));
  RECOUP_TRY(significantly_less, entry.truth("significantly_less"));
  if (auto read = read_indices(entry, gift.index_then, gift.index_now); !read) return read.error();
  entry.leave({"currency", "description"});
  const std::string recipient = ascii_lower(trimmed(gift.recipient));
  if (!recipient.empty() && recipient == ascii_lower(trimmed(facts.defendant))) {
    return entry.fault(ErrorCode::contradiction, recoup::quoted(gift.recipient),
                       "another person than the defendant", "recipient");
  }
  gift.date = date;
  gift.value_at_gift = value_at_gift;
  gift.consideration = consideration;
  gift.value_now = value_now;
  gift.from_general_conduct = from_conduct;
  gift.significantly_less = significantly_less;
  gift.id = entry.id();
  gift.entry = entry.entry();
  facts.gifts.push_back(std::move(gift));
  return {};
}

Result<void> read_defendant(EntryReader& entry, AssessmentFacts& facts) {
  facts.defendant = entry.text("name");
  return {};
}

struct Section {
  std::string_view name;
  Result<void> (*read)(EntryReader&, AssessmentFacts&);
};

// The defendant comes first: gifts are compared with the name.
constexpr Section sections[] = {
    {"defendant", read_defendant},
    {"proceedings", read_proceedings},
    {"offences", read_offence},
    {"benefit_items", read_benefit_item},
    {"earlier_orders", read_earlier_order},
    {"assets", read_asset},
    {"obligations", read_obligation},
    {"gifts", read_gift},
    {"findings", read_finding},
    {"confiscation_orders", read_payable_order},
    {"joint_benefit", read_joint_benefit},
    {"proportionality", read_proportionality},
    {"reconsiderations", read_reconsideration},
    {"valuation", read_valuation},
};

Result<void> read_section(const Section& section, const std::vector<StatedFact>& stated,
                          AssessmentFacts& facts) {
  RECOUP_TRY(entries, entries_of(stated, section.name));
  for (EntryReader& entry : entries) {
    RECOUP_TRY(removed, entry.truth("removed"));
    if (removed && removed->value) {
      facts.withdrawn.push_back({entry.section(), entry.id(), entry.text("why"), entry.entry()});
      continue;
    }
    if (auto read = section.read(entry, facts); !read) return read.error();
    entry.leave({"id", "why"});
    if (section.name == "defendant") continue;  // holds more of a person than an assessment reads
    for (const std::string& field : entry.unread()) {
      facts.notes.push_back(field + " is not a field that an assessment reads");
    }
  }
  return {};
}

}  // namespace

Result<AssessmentFacts> read_assessment_facts(const std::vector<StatedFact>& stated) {
  AssessmentFacts facts;
  for (const StatedFact& one : stated) {
    if (facts.case_id.empty()) facts.case_id = one.fact.case_id;
    if (one.fact.case_id != facts.case_id) {
      return Error{ErrorCode::contradiction,
                   recoup::quoted(one.fact.case_id),
                   "facts of one case, " + recoup::quoted(facts.case_id),
                   {one.document_name, one.fact.line, "case/id"}};
    }
  }
  for (const Section& section : sections) {
    if (auto read = read_section(section, stated, facts); !read) return read.error();
  }
  return facts;
}

}  // namespace recoup
