#include "items.hpp"

#include <utility>

#include "recoup/base/check.hpp"

namespace recoup {
namespace {

bool in_sterling(const Maybe<Money>& amount) {
  return amount.has_value() && amount->value.currency() == gbp;
}

/// "135.4", and where it was published.
std::string index_text(const IndexFigure& index) {
  const std::string figure = decimal_text(index.figure->value);
  return index.origin.empty() ? figure : figure + " (" + index.origin + ")";
}

/// The value when obtained, brought up where both index figures are known.
Result<Money> first_limb(AssessedItem& item, const TwoLimbs& limbs, std::string& working) {
  Fraction exact = Fraction::from(item.stated->minor()) * limbs.share;
  working = pounds(*item.stated);
  if (limbs.share != Fraction::from(1)) working += " x " + limbs.share.text();
  const IndexFigure none{};
  const IndexFigure& base = limbs.index_then == nullptr ? none : *limbs.index_then;
  const IndexFigure& present = limbs.index_now == nullptr ? none : *limbs.index_now;
  const bool both = base.figure && present.figure;
  for (const IndexFigure* index : {&base, &present}) {
    if (!index->wanting.empty()) item.missing.push_back(to_obtain(item, index->wanting));
    const bool alone = !index->figure && (base.figure || present.figure);
    if (alone && index->wanting.empty()) {
      item.missing.push_back(to_obtain(item, index == &base ? "index_then" : "index_now"));
    }
  }
  if (both) {
    exact = exact * present.figure->value / base.figure->value;
    working += " x " + index_text(present) + "/" + index_text(base);
    item.citations.push_back(base.figure->citation);
    item.citations.push_back(present.figure->citation);
  }
  RECOUP_TRY(value, sterling(exact));
  working += working == pounds(value) ? "" : " = " + pounds(value);
  return value;
}

}  // namespace

std::string pounds(Money amount) {
  return amount.currency() == gbp ? "£" + amount.grouped() : amount.text();
}

std::string decimal_text(const Fraction& fraction) {
  for (int decimals = 0; decimals <= 6; ++decimals) {
    Fraction::Integer scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    const Fraction scaled = fraction * Fraction(scale);
    if (scaled.denominator() != 1 || scaled < Fraction::from(0)) continue;
    std::string digits = scaled.numerator().str();
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - places, ".");
    return digits;
  }
  return fraction.text();
}

std::string traced_text(const TracedAmount& traced) {
  if (traced.least == traced.most) return pounds(traced.least) + " under every method";
  return pounds(traced.least) + " (" + traced.least_method + ") to " + pounds(traced.most) + " (" +
         traced.most_method + ")";
}

Result<Money> sterling(const Fraction& exact) {
  RECOUP_TRY(minor, exact.round_half_up());
  return Money(minor, gbp);
}

std::string to_obtain(const AssessedItem& item, std::string_view what) {
  return item.section + "/" + item.id + ": " + std::string(what);
}

AssessedItem new_item(std::string section, std::string id, const StatedPlace& entry) {
  AssessedItem item;
  item.section = std::move(section);
  item.id = std::move(id);
  item.citations.push_back(entry);
  return item;
}

void remove(AssessedItem& item, std::string reason, std::string authority) {
  item.outcome = ItemOutcome::removed;
  item.reason = std::move(reason);
  item.authority = std::move(authority);
}

void leave_open(AssessedItem& item, std::string reason, std::string_view what) {
  item.outcome = ItemOutcome::open;
  item.reason = std::move(reason);
  item.missing.push_back(to_obtain(item, what));
}

void leave_open(AssessedItem& item, std::string reason, const std::vector<std::string>& missing) {
  item.outcome = ItemOutcome::open;
  item.reason = std::move(reason);
  item.missing.insert(item.missing.end(), missing.begin(), missing.end());
}

bool take_amount(AssessedItem& item, const Maybe<Money>& amount, std::string_view field) {
  if (!amount) {
    leave_open(item, "no amount is stated", field);
    return false;
  }
  item.stated = amount->value;
  item.citations.push_back(amount->citation);
  if (in_sterling(amount)) return true;
  leave_open(item, amount->value.text() + " needs a rate for the day of the valuation",
             "a rate to sterling, with its source, for " + amount->value.text());
  return false;
}

Result<void> value_by_limbs(AssessedItem& item, const TwoLimbs& limbs) {
  RECOUP_CHECK(item.stated.has_value());
  std::string working;
  RECOUP_TRY(then, first_limb(item, limbs, working));
  item.value = then;
  if (limbs.value_now != nullptr && in_sterling(*limbs.value_now)) {
    const Money whole = (*limbs.value_now)->value;
    RECOUP_TRY(now, sterling(Fraction::from(whole.minor()) * limbs.share));
    item.citations.push_back((*limbs.value_now)->citation);
    if (now.compare(then) > 0) item.value = now;
    working = "the larger of " + working + " and " + pounds(now) + " now";
  } else if (limbs.value_now != nullptr && limbs.value_now->has_value()) {
    item.missing.push_back(to_obtain(item, "value_now in sterling"));
  }
  item.reason += (item.reason.empty() ? "" : "; ") + working;
  return {};
}

Result<Totals> totals(const std::vector<AssessedItem>& items) {
  Totals sums;
  for (const AssessedItem& item : items) {
    sums.missing.insert(sums.missing.end(), item.missing.begin(), item.missing.end());
    if (item.outcome == ItemOutcome::removed) {
      ++sums.removed_items;
    } else if (item.outcome == ItemOutcome::counted) {
      RECOUP_CHECK(item.value.has_value());
      RECOUP_TRY(sum, sums.counted.plus(*item.value));
      sums.counted = sum;
      ++sums.counted_items;
      if (!item.missing.empty()) continue;
      RECOUP_TRY(sure, sums.sure.plus(*item.value));
      sums.sure = sure;
    } else {
      ++sums.open_items;
      if (!item.value) {
        sums.open_without_value = true;
        continue;
      }
      RECOUP_TRY(sum, sums.open.plus(*item.value));
      sums.open = sum;
    }
  }
  return sums;
}

bool is_outside_proceedings(const Offence& offence, const AssessmentFacts& facts) {
  const bool considered =
      offence.taken_into_consideration && offence.taken_into_consideration->value;
  return facts.proceedings.conviction_date && offence.convicted && !offence.convicted->value &&
         !considered;
}

std::string_view text(ItemOutcome outcome) {
  switch (outcome) {
    case ItemOutcome::counted: return "counted";
    case ItemOutcome::removed: return "removed";
    default: return "open";
  }
}

}  // namespace recoup
