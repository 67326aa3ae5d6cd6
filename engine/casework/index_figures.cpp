#include <algorithm>
#include <utility>

#include "case_matters.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

Date month_of(Date date) {
  const std::chrono::year_month_day day(date);
  return Date(day.year() / day.month() / 1);
}

/// The figures of one index by month.
class IndexTable {
 public:
  IndexTable(const LoadedCase& loaded, std::string series)
      : loaded_(loaded), series_(std::move(series)) {
    for (const HeldSeriesPoint& held : loaded.index) {
      if (held.point.series == "index " + series_) points_.push_back(&held);
    }
    std::sort(points_.begin(), points_.end(),
              [](const HeldSeriesPoint* a, const HeldSeriesPoint* b) {
                return a->point.from < b->point.from;
              });
  }

  /// The figure of the month in which `day` lies, or why there is none.
  [[nodiscard]] IndexFigure of(Date day) const {
    const Date month = month_of(day);
    const std::string name = "the index " + series_ + " of " + month_text(month);
    if (points_.empty()) return {{}, "", name + ": no monthly series of that name was imported"};
    const auto at = std::find_if(points_.begin(), points_.end(), [&](const HeldSeriesPoint* held) {
      return held->point.from == month;
    });
    if (at == points_.end()) return {{}, "", name + ": " + why_not(month)};
    auto value = Fraction::parse((*at)->point.value);
    if (!value || value.value() <= Fraction::from(0)) {
      return {{}, "", name + ": the published figure is no index above zero"};
    }
    return {Stated<Fraction>{std::move(value).value(), place_of(**at)},
            series_ + " of " + month_text(month), ""};
  }

 private:
  static std::string month_text(Date month) { return iso_text(month).substr(0, 7); }

  [[nodiscard]] std::string why_not(Date month) const {
    if (month > points_.back()->point.from) {
      return "the series ends in " + month_text(points_.back()->point.from);
    }
    if (month < points_.front()->point.from) {
      return "the series begins in " + month_text(points_.front()->point.from);
    }
    return "the series states no figure for that month";
  }

  [[nodiscard]] StatedPlace place_of(const HeldSeriesPoint& held) const {
    std::string name = held.document.short_text();
    for (const HeldDocument& document : loaded_.documents) {
      if (document.digest == held.document) name = document.name;
    }
    return {held.document, name, held.point.line,
            held.point.series + " " + month_text(held.point.from)};
  }

  const LoadedCase& loaded_;
  std::string series_;
  std::vector<const HeldSeriesPoint*> points_;
};

/// Fills one pair; a file that states either figure itself is left as it is.
void fill(IndexFigure& then, IndexFigure& now, const Maybe<Date>& event, const IndexFigure& decided,
          Date decision, const IndexTable& table) {
  if (then.figure || now.figure) return;
  if (!event) {
    then.wanting = "date, for the change in the value of money";
    return;
  }
  if (month_of(event->value) > month_of(decision)) {
    then.wanting = "a date that is not after the month of the decision, for the index";
    return;
  }
  IndexFigure found = table.of(event->value);
  if (found.figure && decided.figure) {
    then = std::move(found);
    now = decided;
    return;
  }
  then.wanting = found.wanting;
  now.wanting = decided.wanting;
}

}  // namespace

void fill_index_figures(AssessmentFacts& facts, const LoadedCase& loaded, Date as_at) {
  Valuation& valuation = facts.valuation;
  if (!valuation.series) return;
  const IndexTable table(loaded, valuation.series->value);
  const Date decision = valuation.decision_on          ? valuation.decision_on->value
                        : facts.proceedings.order_made ? facts.proceedings.order_made->value
                                                       : as_at;
  const IndexFigure decided = table.of(decision);
  valuation.wanting = decided.wanting;
  for (BenefitItem& item : facts.benefit_items) {
    if (!item.amount || !item.removed_because.empty()) continue;
    fill(item.index_then, item.index_now, item.date, decided, decision, table);
  }
  for (Gift& gift : facts.gifts) {
    fill(gift.index_then, gift.index_now, gift.date, decided, decision, table);
  }
  for (Reconsideration& asked : facts.reconsiderations) {
    const bool compares = asked.kind == ReconsiderationKind::more_benefit ||
                          asked.kind == ReconsiderationKind::more_available;
    if (!compares) continue;
    const Date day = asked.applied_on ? asked.applied_on->value : decision;
    fill(asked.index_then, asked.index_now, asked.found_on, table.of(day), day, table);
  }
}

}  // namespace recoup
