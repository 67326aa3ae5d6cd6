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

/// The first day of the earliest offence of the proceedings; nothing where one is not known.
std::optional<Date> earliest_offence(const AssessmentFacts& facts) {
  std::optional<Date> earliest;
  for (const Offence& offence : facts.offences) {
    if (is_outside_proceedings(offence, facts)) continue;
    if (!offence.from) return std::nullopt;
    if (!earliest || offence.from->value < *earliest) earliest = offence.from->value;
  }
  return earliest;
}

template <typename T>
std::optional<T> value_of(const Maybe<T>& stated) {
  return stated ? std::optional<T>(stated->value) : std::nullopt;
}

/// Reads the gifts of one scenario.
class GiftReading {
 public:
  GiftReading(const AssessmentFacts& facts, const AssessmentQuestion& question,
              const Part2Rules& rules, bool lifestyle)
      : question_(question),
        rules_(rules),
        lifestyle_(lifestyle),
        earliest_offence_(earliest_offence(facts)) {}

  Result<AssessedItem> read(const Gift& gift) const {
    AssessedItem item = new_item("gifts", gift.id, gift.entry);
    item.description = gift.recipient.empty() ? "gift" : "gift to " + gift.recipient;
    item.authority = "POCA 2002 ss.77-78, 81";
    if (gift.date) {
      item.date = gift.date->value;
      item.citations.push_back(gift.date->citation);
    }
    if (gift.value_at_gift) item.stated = gift.value_at_gift->value;
    RECOUP_TRY(untainted, is_untainted(gift, item));
    if (untainted) return item;
    if (!take_amount(item, gift.value_at_gift, "value_at_gift")) return item;
    RECOUP_TRY(share, given_share(gift, item));
    if (item.outcome == ItemOutcome::removed) return item;
    if (!gift.value_now) item.missing.push_back(to_obtain(item, "value_now"));
    const TwoLimbs limbs{share, &gift.index_then, &gift.index_now, &gift.value_now};
    if (auto valued = value_by_limbs(item, limbs); !valued) return valued.error();
    return item;
  }

 private:
  /// Whether the gift is outside section 77; a gift that cannot be placed is left open.
  Result<bool> is_untainted(const Gift& gift, AssessedItem& item) const {
    const bool undecided = question_.lifestyle.answer == LifestyleOutcome::Answer::undetermined;
    RulingFacts facts;
    facts.with("lifestyle decision", Value(!lifestyle_ ? "no"
                                           : undecided ? "not decided"
                                                       : "yes"))
        .with("gift date", value_of(gift.date), to_obtain(item, "date"))
        .with("relevant day", question_.gift_relevant_day,
              to_obtain(item, "the day the proceedings started"))
        .with("earliest offence date", earliest_offence_,
              to_obtain(item, "the first day of every offence"))
        .with("property from general conduct", value_of(gift.from_general_conduct),
              to_obtain(item, "whether it was property from general criminal conduct"));
    RECOUP_TRY(ruling, rules_.decide("Gift tainted", facts, question_.as_at));
    if (ruling.is_false()) {
      remove(item, ruling.reason, ruling.authority);
    } else if (ruling.determined) {
      item.reason = ruling.reason;
    } else {
      leave_open(item, "whether the gift is tainted cannot be said yet", ruling.missing);
    }
    return ruling.is_false();
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
    if (auto judged = judge_undervalue(gift, item); !judged) return judged.error();
    return Fraction::from(value.minor() - paid.minor()) / Fraction::from(value.minor());
  }

  /// Whether the consideration is significantly less is for a person: where nobody has found it, a
  /// low one is taken so, and one near the value waits.
  Result<void> judge_undervalue(const Gift& gift, AssessedItem& item) const {
    RulingFacts facts;
    facts.with("consideration", gift.consideration->value)
        .with("value at transfer", gift.value_at_gift->value);
    if (gift.significantly_less) {
      facts.with("significantly less", Value(gift.significantly_less->value));
      item.citations.push_back(gift.significantly_less->citation);
      RECOUP_TRY(found, rules_.decide("Transfer is a gift", facts, question_.as_at));
      if (found.is_false()) remove(item, found.reason, found.authority);
      if (found.is_true()) item.reason += "; " + found.reason;
      return {};
    }
    RECOUP_TRY(flag, rules_.decide("Undervalue flagged", facts, question_.as_at));
    if (flag.is_true()) {
      item.reason += "; " + flag.reason;
      return {};
    }
    leave_open(item, flag.determined ? flag.reason : "no ratio of undervalue is in force",
               "whether the consideration was significantly less than the value");
    return {};
  }

  const AssessmentQuestion& question_;
  const Part2Rules& rules_;
  bool lifestyle_;
  std::optional<Date> earliest_offence_;
};

}  // namespace

Result<std::vector<AssessedItem>> assess_assets(const AssessmentFacts& facts,
                                                const AssessmentQuestion& question) {
  std::vector<AssessedItem> items;
  for (const Asset& asset : facts.assets) {
    AssessedItem item = new_item("assets", asset.id, asset.entry);
    item.description = asset.description.empty() ? asset.kind : asset.description;
    item.authority = "POCA 2002 ss.9(1)(a), 79, 82";
    if (asset.value) item.stated = asset.value->value;
    const auto traced = question.traced_assets.find(asset.id);
    if (traced != question.traced_assets.end()) item.traced = traced->second;
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
