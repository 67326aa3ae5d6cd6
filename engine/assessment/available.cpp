#include <algorithm>
#include <utility>

#include "items.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// What an asset is worth to the defendant: (value - secured debt) x share.
Result<void> value_interest(AssessedItem& item, const Asset& asset) {
  Fraction exact = Fraction::from(item.stated->minor());
  std::string working = pounds(*item.stated);
  if (asset.secured_debt) {
    exact = exact - Fraction::from(asset.secured_debt->value.minor());
    working = "(" + working + " - " + pounds(asset.secured_debt->value) + " secured)";
    item.citations.push_back(asset.secured_debt->citation);
  }
  if (asset.share && asset.share->value != Fraction::from(1)) {
    exact = exact * asset.share->value;
    working += " x " + asset.share->value.text();
    item.citations.push_back(asset.share->citation);
  }
  RECOUP_TRY(value, sterling(exact));
  item.value = value;
  item.reason = working + (working == pounds(value) ? "" : " = " + pounds(value));
  return {};
}

/// The day after which a gift is tainted in this reading, s.77; nothing where a fact is missing.
std::optional<Date> tainted_after(const AssessmentFacts& facts, const AssessmentQuestion& question,
                                  bool lifestyle) {
  if (lifestyle) return question.gift_relevant_day;
  std::optional<Date> earliest;
  for (const Offence& offence : facts.offences) {
    if (is_outside_proceedings(offence, facts)) continue;
    if (!offence.from) return std::nullopt;
    if (!earliest || offence.from->value < *earliest) earliest = offence.from->value;
  }
  return earliest;
}

/// Reads the gifts of one scenario.
class GiftReading {
 public:
  GiftReading(const AssessmentFacts& facts, const AssessmentQuestion& question,
              const Part2Rules& rules, bool lifestyle)
      : question_(question),
        rules_(rules),
        lifestyle_(lifestyle),
        after_(tainted_after(facts, question, lifestyle)) {}

  Result<AssessedItem> read(const Gift& gift) const {
    AssessedItem item = new_item("gifts", gift.id, gift.entry);
    item.description = gift.recipient.empty() ? "gift" : "gift to " + gift.recipient;
    item.authority = "POCA 2002 ss.77-78, 81";
    if (gift.date) {
      item.date = gift.date->value;
      item.citations.push_back(gift.date->citation);
    }
    if (gift.value_at_gift) item.stated = gift.value_at_gift->value;
    if (is_untainted(gift, item)) return item;
    if (!take_amount(item, gift.value_at_gift, "value_at_gift")) return item;
    RECOUP_TRY(share, given_share(gift, item));
    if (item.outcome == ItemOutcome::removed) return item;
    if (!gift.value_now) item.missing.push_back(to_obtain(item, "value_now"));
    const TwoLimbs limbs{share, &gift.index_then, &gift.index_now, &gift.value_now};
    if (auto valued = value_by_limbs(item, limbs); !valued) return valued.error();
    return item;
  }

 private:
  /// Whether the gift is outside the section; a gift that cannot be placed is left open.
  bool is_untainted(const Gift& gift, AssessedItem& item) const {
    const bool from_conduct = gift.from_general_conduct && gift.from_general_conduct->value;
    if (lifestyle_ && from_conduct) {
      item.reason = "stated to be property from general criminal conduct, tainted at any date";
      return false;
    }
    if (!after_) {
      leave_open(item, "the day after which gifts are tainted is not known",
                 lifestyle_ ? "the day the proceedings started" : "the first day of every offence");
    } else if (!gift.date) {
      leave_open(item, "the day is not stated", "date");
    } else if (gift.date->value > *after_) {
      item.reason = "made after " + short_text(*after_);
    } else if (lifestyle_ && !gift.from_general_conduct) {
      leave_open(item, "made on or before " + short_text(*after_),
                 "whether it was property from general criminal conduct");
    } else {
      remove(item, "made on or before " + short_text(*after_),
             lifestyle_ ? "POCA 2002 s.77(2)-(3)" : "POCA 2002 s.77(5)");
      return true;
    }
    return false;
  }

  /// The fraction (V - C)/V that was given, s.78.
  Result<Fraction> given_share(const Gift& gift, AssessedItem& item) const {
    if (!gift.consideration || gift.consideration->value.is_zero()) return Fraction::from(1);
    item.citations.push_back(gift.consideration->citation);
    const Money value = gift.value_at_gift->value;
    const Money paid = gift.consideration->value;
    if (paid.compare(value) >= 0) {
      remove(item, pounds(paid) + " was given for a value of " + pounds(value), "POCA 2002 s.78");
      return Fraction::from(0);
    }
    const auto flag = rules_.undervalue_flag(question_.as_at);
    if (!flag && flag.error().code == ErrorCode::not_found) {
      leave_open(item, "no ratio of undervalue is in force", "gift.undervalue_flag");
    } else if (!flag) {
      return flag.error();
    } else {
      const Fraction bound = Fraction::from(value.minor()) * flag.value().value;
      if (Fraction::from(paid.minor()) >= bound) {
        leave_open(item,
                   pounds(paid) + " for a value of " + pounds(value) + " is " +
                       decimal_text(flag.value().value) + " of it or more",
                   "whether the consideration was significantly less than the value");
      }
    }
    return Fraction::from(value.minor() - paid.minor()) / Fraction::from(value.minor());
  }

  const AssessmentQuestion& question_;
  const Part2Rules& rules_;
  bool lifestyle_;
  std::optional<Date> after_;
};

}  // namespace

Result<std::vector<AssessedItem>> assess_assets(const AssessmentFacts& facts) {
  std::vector<AssessedItem> items;
  for (const Asset& asset : facts.assets) {
    AssessedItem item = new_item("assets", asset.id, asset.entry);
    item.description = asset.description.empty() ? asset.kind : asset.description;
    item.authority = "POCA 2002 ss.9(1)(a), 79, 82";
    if (asset.value) item.stated = asset.value->value;
    if (!asset.removed_because.empty()) {
      remove(item, asset.removed_because, "POCA 2002 s.82");
    } else if (ascii_lower(asset.kind) == "drugs") {
      remove(item, "illegal goods add nothing to the available amount", "R v Islam [2009] UKHL 30");
    } else if (take_amount(item, asset.value, "value")) {
      if (auto valued = value_interest(item, asset); !valued) return valued.error();
    }
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<AssessedItem> assess_obligations(const AssessmentFacts& facts) {
  std::vector<AssessedItem> items;
  const Maybe<Date>& order = facts.proceedings.order_made;
  for (const Obligation& obligation : facts.obligations) {
    AssessedItem item = new_item("obligations", obligation.id, obligation.entry);
    item.description = obligation.description;
    item.authority = "POCA 2002 s.9(2)";
    if (obligation.made) item.date = obligation.made->value;
    if (obligation.amount) item.stated = obligation.amount->value;
    const bool fine = obligation.kind == ObligationKind::fine;
    if (obligation.kind == ObligationKind::other) {
      remove(item, "an ordinary debt has no priority", "POCA 2002 s.9(2)");
    } else if (obligation.kind == ObligationKind::priority_order) {
      remove(item, "a priority order is met out of what is recovered", "POCA 2002 s.13(3A)-(6)");
    } else if (fine && order && obligation.made && obligation.made->value >= order->value) {
      remove(item, "not made before the confiscation order", "POCA 2002 s.9(2)(a)");
    } else if (take_amount(item, obligation.amount, "amount")) {
      item.value = item.stated;
      item.reason = fine ? "made before the confiscation order" : "a preferential debt";
      if (fine && order && !obligation.made) {
        leave_open(item, "whether it was made before the confiscation order is not stated", "made");
      }
    }
    items.push_back(std::move(item));
  }
  return items;
}

Result<std::vector<AssessedItem>> assess_gifts(const AssessmentFacts& facts,
                                               const AssessmentQuestion& question,
                                               const Part2Rules& rules, bool lifestyle) {
  const GiftReading reading(facts, question, rules, lifestyle);
  std::vector<AssessedItem> items;
  for (const Gift& gift : facts.gifts) {
    RECOUP_TRY(item, reading.read(gift));
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace recoup
