#include "recoup/assessment/matter_facts.hpp"

#include <algorithm>
#include <utility>

#include "matter_readers.hpp"
#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// "parts[2].".
std::string element(std::string_view list, std::size_t place) {
  return std::string(list) + "[" + std::to_string(place) + "].";
}

Result<void> read_parts(EntryReader& entry, PayableOrder& order) {
  for (std::size_t i = 0; entry.has_any(element("parts", i)); ++i) {
    const std::string path = element("parts", i);
    RECOUP_TRY(amount, entry.amount(path + "amount"));
    RECOUP_TRY(until, entry.date(path + "until"));
    RECOUP_TRY(extended, entry.truth(path + "extended"));
    RECOUP_TRY(paid_on, entry.date(path + "paid_on"));
    order.parts.push_back({amount, until, extended, paid_on});
  }
  return {};
}

Result<void> read_loan(EntryReader& entry, ProportionalityMatter& matter) {
  RECOUP_TRY(price, entry.amount("price"));
  RECOUP_TRY(loan, entry.amount("loan"));
  RECOUP_TRY(value_now, entry.amount("value_now"));
  if (price && loan && loan->value.compare(price->value) > 0) {
    return entry.fault(ErrorCode::contradiction, loan->value.text(),
                       "a loan not above the price of " + price->value.text(), "loan");
  }
  matter.price = price;
  matter.loan = loan;
  matter.value_now = value_now;
  return {};
}

Result<void> read_vat(EntryReader& entry, ProportionalityMatter& matter) {
  RECOUP_TRY(turnover, entry.amount("turnover"));
  RECOUP_TRY(vat, entry.amount("vat"));
  RECOUP_TRY(share, entry.fraction("share"));
  RECOUP_TRY(accounted, entry.truth("accounted"));
  if (share && (share->value < Fraction::from(0) || share->value > Fraction::from(1))) {
    return entry.fault(ErrorCode::contradiction, share->value.text(), "a share from 0 to 1",
                       "share");
  }
  if (turnover && vat && vat->value.compare(turnover->value) > 0) {
    return entry.fault(ErrorCode::contradiction, vat->value.text(),
                       "a tax not above the turnover of " + turnover->value.text(), "vat");
  }
  matter.turnover = turnover;
  matter.vat = vat;
  matter.share = share;
  matter.accounted = accounted;
  return {};
}

Result<void> read_earnings(EntryReader& entry, ProportionalityMatter& matter) {
  RECOUP_TRY(earned, entry.amount("earned"));
  RECOUP_TRY(honest, entry.amount("honest"));
  RECOUP_TRY(percent, entry.fraction("uplift_percent"));
  if (honest && percent) {
    return entry.fault(ErrorCode::contradiction, percent->value.text(),
                       "\"honest\" or \"uplift_percent\", not both", "uplift_percent");
  }
  if (percent && (percent->value < Fraction::from(0) || percent->value > Fraction::from(100))) {
    return entry.fault(ErrorCode::contradiction, percent->value.text(), "a percentage up to 100",
                       "uplift_percent");
  }
  if (earned && honest && honest->value.compare(earned->value) > 0) {
    return entry.fault(ErrorCode::contradiction, honest->value.text(),
                       "an amount not above the earnings of " + earned->value.text(), "honest");
  }
  matter.earned = earned;
  matter.honest = honest;
  matter.uplift_percent = percent;
  return {};
}

Result<void> read_restored(EntryReader& entry, ProportionalityMatter& matter) {
  RECOUP_TRY(restored, entry.amount("restored"));
  RECOUP_TRY(restored_on, entry.date("restored_on"));
  RECOUP_TRY(certain, entry.truth("certain"));
  matter.restored = restored;
  matter.restored_on = restored_on;
  matter.certain = certain;
  return {};
}

Result<void> read_members(EntryReader& entry, JointBenefit& joint) {
  for (std::size_t i = 0; entry.has_any(element("members", i)); ++i) {
    const std::string path = element("members", i);
    RECOUP_TRY(order, entry.amount(path + "order"));
    const std::string name = entry.text(path + "name");
    const auto same = [&](const JointMember& member) { return member.name == name; };
    if (name.empty() || std::any_of(joint.members.begin(), joint.members.end(), same)) {
      return entry.fault(name.empty() ? ErrorCode::malformed : ErrorCode::contradiction,
                         name.empty() ? "nothing" : recoup::quoted(name) + " for the second time",
                         "the name of each member, once", path + "name");
    }
    joint.members.push_back({name, order});
  }
  return {};
}

Result<void> read_receipts(EntryReader& entry, JointBenefit& joint) {
  for (std::size_t i = 0; entry.has_any(element("receipts", i)); ++i) {
    const std::string path = element("receipts", i);
    RECOUP_TRY(on, entry.date(path + "on"));
    RECOUP_TRY(amount, entry.amount(path + "amount"));
    const std::string name = entry.text(path + "member");
    const auto same = [&](const JointMember& member) { return member.name == name; };
    if (std::none_of(joint.members.begin(), joint.members.end(), same)) {
      return entry.fault(ErrorCode::contradiction, recoup::quoted(name),
                         "the name of one of the members", path + "member");
    }
    joint.receipts.push_back({name, on, amount});
  }
  return {};
}

}  // namespace

Result<void> read_indices(EntryReader& entry, IndexFigure& then, IndexFigure& now) {
  for (const bool is_then : {true, false}) {
    const char* const field = is_then ? "index_then" : "index_now";
    RECOUP_TRY(index, entry.fraction(field));
    if (index && index->value <= Fraction::from(0)) {
      return entry.fault(ErrorCode::contradiction, index->value.text(), "an index above zero",
                         field);
    }
    (is_then ? then : now).figure = index;
  }
  return {};
}

Result<void> read_finding(EntryReader& entry, AssessmentFacts& facts) {
  HumanFinding finding;
  if (entry.has("matter")) {
    RECOUP_TRY(matter, entry.word("matter", {"proportionality", "victim-claim", "hidden-assets",
                                             "injustice", "undervalue", "new-evidence",
                                             "exchange-rates", "nothing-recoverable", "other"}));
    finding.matter = static_cast<FindingMatter>(matter + 1);
  }
  RECOUP_TRY(date, entry.date("date"));
  RECOUP_TRY(accepted, entry.truth("accepted"));
  RECOUP_TRY(amount, entry.amount("amount"));
  finding.about = entry.text("about");
  finding.question = entry.text("question");
  finding.answer = entry.text("answer");
  finding.author = entry.text("author");
  finding.reasons = entry.text("reasons");
  finding.date = date;
  finding.accepted = accepted;
  finding.amount = amount;
  entry.leave({"currency", "matter"});
  finding.id = entry.id();
  finding.entry = entry.entry();
  facts.findings.push_back(std::move(finding));
  return {};
}

Result<void> read_payable_order(EntryReader& entry, AssessmentFacts& facts) {
  PayableOrder order;
  RECOUP_TRY(amount, entry.amount("amount"));
  RECOUP_TRY(made, entry.date("made"));
  RECOUP_TRY(due, entry.date("due"));
  RECOUP_TRY(paid_on, entry.date("paid_on"));
  if (auto read = read_parts(entry, order); !read) return read.error();
  entry.leave({"currency", "description"});
  order.amount = amount;
  order.made = made;
  order.due = due;
  order.paid_on = paid_on;
  order.id = entry.id();
  order.entry = entry.entry();
  facts.confiscation_orders.push_back(std::move(order));
  return {};
}

Result<void> read_joint_benefit(EntryReader& entry, AssessmentFacts& facts) {
  JointBenefit joint;
  RECOUP_TRY(amount, entry.amount("amount"));
  if (auto read = read_members(entry, joint); !read) return read.error();
  if (auto read = read_receipts(entry, joint); !read) return read.error();
  joint.description = entry.text("description");
  entry.leave({"currency"});
  joint.amount = amount;
  joint.id = entry.id();
  joint.entry = entry.entry();
  facts.joint_benefits.push_back(std::move(joint));
  return {};
}

Result<void> read_proportionality(EntryReader& entry, AssessmentFacts& facts) {
  ProportionalityMatter matter;
  RECOUP_TRY(kind, entry.word("kind", {"loan-funded", "vat-accounted", "earnings",
                                       "benefit-restored", "property-restored"}));
  matter.kind = static_cast<ProportionalityKind>(kind);
  auto read = matter.kind == ProportionalityKind::loan_funded     ? read_loan(entry, matter)
              : matter.kind == ProportionalityKind::vat_accounted ? read_vat(entry, matter)
              : matter.kind == ProportionalityKind::earnings      ? read_earnings(entry, matter)
                                                                  : read_restored(entry, matter);
  if (!read) return read.error();
  matter.description = entry.text("description");
  matter.item = entry.text("item");
  entry.leave({"currency"});
  matter.id = entry.id();
  matter.entry = entry.entry();
  facts.proportionality.push_back(std::move(matter));
  return {};
}

Result<void> read_reconsideration(EntryReader& entry, AssessmentFacts& facts) {
  Reconsideration asked;
  RECOUP_TRY(kind,
             entry.word("kind", {"s.19", "s.20", "s.21", "s.22", "s.23", "s.24", "s.25", "s.25A"}));
  asked.kind = static_cast<ReconsiderationKind>(kind);
  if (entry.has("applicant")) {
    RECOUP_TRY(by, entry.word("applicant", {"prosecutor", "receiver", "defendant"}));
    static_cast<void>(by);
  }
  asked.applicant = entry.text("applicant");
  RECOUP_TRY(applied_on, entry.date("applied_on"));
  RECOUP_TRY(found_on, entry.date("found_on"));
  RECOUP_TRY(died_on, entry.date("died_on"));
  asked.applied_on = applied_on;
  asked.found_on = found_on;
  asked.died_on = died_on;
  struct AmountField {
    const char* name;
    Maybe<Money> Reconsideration::*to;
  };
  for (const AmountField& field : {AmountField{"ordered", &Reconsideration::ordered},
                                   AmountField{"benefit", &Reconsideration::benefit},
                                   AmountField{"available", &Reconsideration::available},
                                   AmountField{"new_benefit", &Reconsideration::new_benefit},
                                   AmountField{"new_available", &Reconsideration::new_available},
                                   AmountField{"remaining", &Reconsideration::remaining}}) {
    RECOUP_TRY(amount, entry.amount(field.name));
    asked.*field.to = amount;
  }
  if (auto read = read_indices(entry, asked.index_then, asked.index_now); !read) {
    return read.error();
  }
  entry.leave({"currency", "description"});
  asked.id = entry.id();
  asked.entry = entry.entry();
  facts.reconsiderations.push_back(std::move(asked));
  return {};
}

Result<void> read_valuation(EntryReader& entry, AssessmentFacts& facts) {
  RECOUP_TRY(decision_on, entry.date("decision_on"));
  facts.valuation.decision_on = decision_on;
  const std::string series = entry.text("series");
  if (!series.empty()) facts.valuation.series = Stated<std::string>{series, entry.cited("series")};
  return {};
}

std::string_view text(FindingMatter matter) {
  switch (matter) {
    case FindingMatter::none: return "";
    case FindingMatter::proportionality: return "proportionality";
    case FindingMatter::victim_claim: return "victim-claim";
    case FindingMatter::hidden_assets: return "hidden-assets";
    case FindingMatter::injustice: return "injustice";
    case FindingMatter::undervalue: return "undervalue";
    case FindingMatter::new_evidence: return "new-evidence";
    case FindingMatter::exchange_rates: return "exchange-rates";
    case FindingMatter::nothing_recoverable: return "nothing-recoverable";
    case FindingMatter::other: return "other";
  }
  return "";
}

std::string_view text(ReconsiderationKind kind) {
  switch (kind) {
    case ReconsiderationKind::no_order: return "s.19";
    case ReconsiderationKind::no_benefit: return "s.20";
    case ReconsiderationKind::more_benefit: return "s.21";
    case ReconsiderationKind::more_available: return "s.22";
    case ReconsiderationKind::inadequate: return "s.23";
    case ReconsiderationKind::small_balance: return "s.24";
    case ReconsiderationKind::trivial_balance: return "s.25";
    case ReconsiderationKind::death: return "s.25A";
  }
  return "";
}

}  // namespace recoup
