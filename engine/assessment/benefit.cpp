#include <algorithm>
#include <map>
#include <utility>

#include "items.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

std::string authority_of(BenefitKind kind) {
  switch (kind) {
    case BenefitKind::transfer: return "POCA 2002 s.10(2)";
    case BenefitKind::held: return "POCA 2002 s.10(3)";
    case BenefitKind::expenditure: return "POCA 2002 s.10(4)";
    default: return "POCA 2002 s.76(3)-(4)";
  }
}

/// The word of the pack for an assumption.
const char* assumption_name(BenefitKind kind) {
  switch (kind) {
    case BenefitKind::transfer: return "transferred";
    case BenefitKind::held: return "held";
    default: return "expenditure";
  }
}

/// The provision under which a stated ground takes an item out of benefit: income explained shows
/// the assumption incorrect; the other grounds keep one value from being counted twice.
std::string removal_authority(const std::string& ground) {
  if (ground == "s.7(4)") return "POCA 2002 s.7(4)";
  if (ground == "explained income") return "POCA 2002 s.10(6)(a)";
  return "POCA 2002 ss.80(3), 84(2)";
}

/// The last earlier order that rested on general criminal conduct: its finding of benefit is taken
/// for everything up to its day, s.8(3)-(4) and s.10(9). Nothing where there is none.
const EarlierOrder* last_finding(const AssessmentFacts& facts) {
  const EarlierOrder* last = nullptr;
  for (const EarlierOrder& order : facts.earlier_orders) {
    if (!order.lifestyle || !order.lifestyle->value) continue;
    const bool later =
        last == nullptr || !last->benefit_found_on ||
        (order.benefit_found_on && order.benefit_found_on->value > last->benefit_found_on->value);
    if (later) last = &order;
  }
  return last;
}

/// Reads the items of one scenario; each step answers whether the item is settled.
class BenefitReading {
 public:
  BenefitReading(const AssessmentFacts& facts, const AssessmentQuestion& question,
                 const Part2Rules& rules, bool lifestyle)
      : facts_(facts),
        question_(question),
        rules_(rules),
        lifestyle_(lifestyle),
        finding_(lifestyle ? last_finding(facts) : nullptr) {}

  Result<std::vector<AssessedItem>> read() {
    if (finding_ != nullptr) read_earlier_finding();
    for (const BenefitItem& item : facts_.benefit_items) {
      RECOUP_TRY(assessed, read_item(item));
      items_.push_back(std::move(assessed));
    }
    for (const Offence& offence : facts_.offences) read_offence(offence);
    return std::move(items_);
  }

 private:
  Result<AssessedItem> read_item(const BenefitItem& item) {
    AssessedItem assessed = new_item("benefit_items", item.id, item.entry);
    assessed.description = item.description;
    if (item.date) {
      assessed.date = item.date->value;
      assessed.citations.push_back(item.date->citation);
    }
    if (item.amount) assessed.stated = item.amount->value;
    assessed.authority = authority_of(item.kind);
    if (is_removed(item, assessed) || is_repeated(item, assessed)) return assessed;
    const CountedElsewhere* elsewhere = found_elsewhere(item);
    if (elsewhere != nullptr && elsewhere->certain) {
      remove(assessed, elsewhere->reason, elsewhere->authority);
      return assessed;
    }
    RECOUP_TRY(outside, is_outside(item, assessed));
    if (outside) return assessed;
    // A person who says why it counts all the same has answered the question.
    if (elsewhere != nullptr && item.reason.empty()) {
      leave_open(assessed, elsewhere->reason, elsewhere->to_obtain);
    }
    const bool sterling_amount = take_amount(assessed, item.amount, "amount");
    if (sterling_amount) {
      const TwoLimbs limbs{Fraction::from(1), &item.index_then, &item.index_now, &item.value_now};
      if (auto valued = value_by_limbs(assessed, limbs); !valued) return valued.error();
    }
    return assessed;
  }

  /// What a person or the law took out, in the order in which the reasons decide.
  bool is_removed(const BenefitItem& item, AssessedItem& assessed) const {
    const auto& forfeited = question_.forfeited_seizures;
    if (!item.removed_because.empty()) {
      remove(assessed, item.removed_because + (item.reason.empty() ? "" : ": " + item.reason),
             removal_authority(item.removed_because));
      return true;
    }
    if (!item.seizure.empty() &&
        std::find(forfeited.begin(), forfeited.end(), item.seizure) != forfeited.end()) {
      remove(assessed, "seizure " + item.seizure + " was forfeited", "POCA 2002 s.7(4)");
      return true;
    }
    const bool assumed = item.kind != BenefitKind::particular;
    const bool applies = item.status != AssumptionStatus::not_applicable;
    if (item.status == AssumptionStatus::made || (assumed && applies)) return false;
    remove(assessed,
           (assumed ? "no assumption applies" : "it is not relied on") +
               std::string(item.reason.empty() ? "" : ": " + item.reason),
           assumed ? "POCA 2002 s.10" : "POCA 2002 s.76(3)");
    ask_for_reason(item, assessed);
    return true;
  }

  static void ask_for_reason(const BenefitItem& item, AssessedItem& assessed) {
    if (!item.reason.empty()) return;
    assessed.missing.push_back(to_obtain(assessed, "the reason, which a court must give"));
  }

  /// One entry of a statement is one item of benefit, however often the file lists it.
  bool is_repeated(const BenefitItem& item, AssessedItem& assessed) {
    std::string place;
    if (!item.account.empty() && !item.reference.empty()) {
      place = "reference " + item.reference + " of " + item.account;
    } else if (!item.document.empty() && !item.line.empty()) {
      place = "line " + item.line + " of " + item.document;
    } else {
      return false;
    }
    const auto [first, added] = seen_.try_emplace(place, item.id);
    if (added) return false;
    remove(assessed, "double counting: " + place + " is counted as " + first->second,
           "POCA 2002 s.80(3)");
    return true;
  }

  [[nodiscard]] const CountedElsewhere* found_elsewhere(const BenefitItem& item) const {
    for (const CountedElsewhere& each : question_.counted_elsewhere) {
      if (each.item == item.id) return &each;
    }
    return nullptr;
  }

  /// What the tables say; open items go on to be valued.
  Result<bool> is_outside(const BenefitItem& item, AssessedItem& assessed) const {
    if (item.kind == BenefitKind::particular) {
      assessed.reason = "obtained from particular criminal conduct";
    } else {
      RECOUP_TRY(ruling, rule_on_assumption(item, assessed));
      if (ruling.is_false()) {
        const bool disapplied = lifestyle_ && item.status != AssumptionStatus::made;
        const std::string why = disapplied && !item.reason.empty() ? ": " + item.reason : "";
        remove(assessed, ruling.reason + why, ruling.authority);
        if (disapplied) ask_for_reason(item, assessed);
        return true;
      }
      assessed.reason = ruling.reason;
      if (ruling.determined) assessed.authority = ruling.authority;
      if (!ruling.determined) {
        leave_open(assessed, "whether the assumption is made cannot be said yet", ruling.missing);
      }
    }
    if (item.kind == BenefitKind::held && !facts_.proceedings.conviction_date) {
      assessed.missing.push_back("proceedings/conviction_date: the latest day of conviction");
    }
    return is_in_earlier_finding(item, assessed);
  }

  [[nodiscard]] Result<Ruling> rule_on_assumption(const BenefitItem& item,
                                                  const AssessedItem& assessed) const {
    const bool incorrect = item.status == AssumptionStatus::disapplied_incorrect;
    const bool unjust = item.status == AssumptionStatus::disapplied_unjust;
    RulingFacts facts;
    facts.with("criminal lifestyle", Value(lifestyle_))
        .with("shown incorrect", Value(incorrect))
        .with("serious risk of injustice", Value(unjust))
        .with("assumption", Value(assumption_name(item.kind)))
        .with("event date", assessed.date, to_obtain(assessed, "date"))
        .with("relevant day", question_.relevant_day,
              "proceedings/started: the day the proceedings started")
        .with("held after conviction", Value(item.kind == BenefitKind::held));
    return rules_.decide("Assumption made", facts, question_.as_at);
  }

  /// What an earlier finding of benefit already holds is not counted beside it.
  bool is_in_earlier_finding(const BenefitItem& item, AssessedItem& assessed) const {
    if (finding_ == nullptr) return false;
    if (!finding_->benefit_found_on) {
      leave_open(assessed, "the day of the finding in order " + finding_->id + " is not stated",
                 "whether it lies after the finding in order " + finding_->id);
    } else if (!item.date) {
      leave_open(assessed, "the day is not stated", "date");
    } else if (item.date->value <= finding_->benefit_found_on->value) {
      remove(assessed,
             "on or before " + short_text(finding_->benefit_found_on->value) +
                 ", the day of the finding in order " + finding_->id,
             item.kind == BenefitKind::held ? "POCA 2002 s.10(9)" : "POCA 2002 s.8(3)-(4)");
      return true;
    }
    return false;
  }

  void read_earlier_finding() {
    AssessedItem item = new_item("earlier_orders", finding_->id, finding_->entry);
    item.description = "benefit found when order " + finding_->id + " was made";
    item.authority = "POCA 2002 s.8(3)-(4)";
    if (finding_->benefit_found_on) item.date = finding_->benefit_found_on->value;
    if (take_amount(item, finding_->benefit_found, "benefit_found")) {
      item.value = item.stated;
      item.reason = "taken as found for general criminal conduct up to that day";
    }
    items_.push_back(std::move(item));
  }

  /// The benefit that an offence states is used where no particular conduct is itemised.
  void read_offence(const Offence& offence) {
    const bool stated = offence.benefit.has_value();
    if (!stated && !(offence.benefited && offence.benefited->value)) return;
    AssessedItem item = new_item("offences", offence.id, offence.entry);
    item.description = offence.description;
    item.authority = "POCA 2002 s.76(3)-(4)";
    if (offence.from) item.date = offence.from->value;
    const bool convicted = offence.convicted && offence.convicted->value;
    const bool considered =
        offence.taken_into_consideration && offence.taken_into_consideration->value;
    if (itemised()) {
      if (stated) item.stated = offence.benefit->value;
      remove(item, "the particular conduct is itemised in benefit_items", "POCA 2002 s.80(3)");
    } else if (is_outside_proceedings(offence, facts_)) {
      if (stated) item.stated = offence.benefit->value;
      remove(item, "neither an offence of conviction nor taken into consideration",
             "POCA 2002 s.76(3)");
    } else if (take_amount(item, offence.benefit, "benefit")) {
      item.value = item.stated;
      item.reason = "stated benefit of the offence";
      if (!convicted && !considered) {
        item.reason += ", if there is a conviction";
        item.missing.push_back(to_obtain(item, "a conviction"));
      }
    }
    items_.push_back(std::move(item));
  }

  [[nodiscard]] bool itemised() const {
    return std::any_of(
        facts_.benefit_items.begin(), facts_.benefit_items.end(),
        [](const BenefitItem& item) { return item.kind == BenefitKind::particular; });
  }

  const AssessmentFacts& facts_;
  const AssessmentQuestion& question_;
  const Part2Rules& rules_;
  bool lifestyle_;
  const EarlierOrder* finding_;
  std::map<std::string, std::string> seen_;
  std::vector<AssessedItem> items_;
};

}  // namespace

Result<std::vector<AssessedItem>> assess_benefit_items(const AssessmentFacts& facts,
                                                       const AssessmentQuestion& question,
                                                       const Part2Rules& rules, bool lifestyle) {
  return BenefitReading(facts, question, rules, lifestyle).read();
}

std::vector<AssessedItem> assess_earlier_orders(const AssessmentFacts& facts, bool lifestyle) {
  std::vector<AssessedItem> items;
  for (const EarlierOrder& order : facts.earlier_orders) {
    AssessedItem item = new_item("earlier_orders", order.id, order.entry);
    item.authority = "POCA 2002 s.8(5)-(6)";
    if (order.made) item.date = order.made->value;
    if (!lifestyle) {
      if (order.amount) item.stated = order.amount->value;
      remove(item, "deducted from general criminal conduct only", "POCA 2002 s.8(5)");
    } else if (take_amount(item, order.amount, "amount")) {
      item.value = item.stated;
      item.reason = "ordered before, paid or not";
    }
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace recoup
