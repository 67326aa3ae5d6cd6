#include "proportionality.hpp"

#include <utility>

#include "items.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

/// Works out one argument, collecting what it cites and lacks.
class ArgumentReading {
 public:
  explicit ArgumentReading(const ProportionalityMatter& matter) : matter_(matter) {}

  Result<ArguedFigure> read(const std::optional<Money>& of) {
    result_.citations.push_back(matter_.entry);
    Result<void> done;
    switch (matter_.kind) {
      case ProportionalityKind::loan_funded: done = read_loan(); break;
      case ProportionalityKind::vat_accounted: done = read_vat(); break;
      case ProportionalityKind::earnings: done = read_earnings(); break;
      case ProportionalityKind::benefit_restored:
      case ProportionalityKind::property_restored: done = read_restored(of); break;
    }
    if (!done) return done.error();
    return std::move(result_);
  }

 private:
  void lack(const std::string& what) {
    result_.missing.push_back("proportionality/" + matter_.id + ": " + what);
  }

  /// The amount in sterling, cited; nothing, and missing, where it is not stated.
  std::optional<Money> take(const Maybe<Money>& amount, const char* field) {
    if (!amount || amount->value.currency() != gbp) {
      lack(std::string(field) + (amount ? " in sterling" : ""));
      return std::nullopt;
    }
    result_.citations.push_back(amount->citation);
    return amount->value;
  }

  Result<void> read_loan() {
    result_.authority = "POCA 2002 s.6(5); R v Waya [2012] UKSC 51";
    const auto price = take(matter_.price, "price");
    const auto loan = take(matter_.loan, "loan");
    const auto now = take(matter_.value_now, "value_now");
    if (!price || !loan || !now) return {};
    if (price->is_zero()) {
      lack("a price above zero");
      return {};
    }
    RECOUP_TRY(rise, now->minus(*price));
    const Money increase = rise.is_negative() ? Money(0, gbp) : rise;
    const Fraction share = Fraction::from(loan->minor()) / Fraction::from(price->minor());
    RECOUP_TRY(figure, sterling(share * Fraction::from(increase.minor())));
    result_.figure = figure;
    result_.working = "a loan of " + pounds(*loan) + " funded " + share.text() +
                      " of the price of " + pounds(*price) + "; that share of the increase of " +
                      pounds(increase) + " to " + pounds(*now) + " is " + pounds(figure);
    return {};
  }

  Result<void> read_vat() {
    result_.authority = "POCA 2002 s.6(5); R v Harvey [2015] UKSC 73";
    const auto turnover = take(matter_.turnover, "turnover");
    const auto vat = take(matter_.vat, "vat");
    if (matter_.accounted) result_.citations.push_back(matter_.accounted->citation);
    if (!matter_.accounted) lack("accounted: whether the tax was accounted for");
    if (!turnover || !vat) return {};
    const bool taken_out = !matter_.accounted || matter_.accounted->value;
    RECOUP_TRY(net, taken_out ? turnover->minus(*vat) : Result<Money>(*turnover));
    const Fraction share = matter_.share ? matter_.share->value : Fraction::from(1);
    if (matter_.share) result_.citations.push_back(matter_.share->citation);
    RECOUP_TRY(figure, sterling(Fraction::from(net.minor()) * share));
    result_.figure = figure;
    result_.working =
        taken_out
            ? "(" + pounds(*turnover) + " turnover - " + pounds(*vat) +
                  " value added tax accounted for)"
            : "the tax was not accounted for and stays in: " + pounds(*turnover) + " turnover";
    if (share != Fraction::from(1)) result_.working += " x " + decimal_text(share);
    result_.working += " = " + pounds(figure);
    return {};
  }

  Result<void> read_earnings() {
    result_.authority = "POCA 2002 s.6(5); R v Andrewes [2022] UKSC 24";
    const auto earned = take(matter_.earned, "earned");
    if (!earned) return {};
    if (matter_.uplift_percent) {
      const Fraction percent = matter_.uplift_percent->value;
      result_.citations.push_back(matter_.uplift_percent->citation);
      RECOUP_TRY(figure, sterling(Fraction::from(earned->minor()) * percent / Fraction::from(100)));
      result_.figure = figure;
      result_.working =
          "earnings of " + pounds(*earned) + " x " + decimal_text(percent) +
          " percent, in place of what honest work would have earned, = " + pounds(figure);
      return {};
    }
    const auto honest = take(matter_.honest, "honest, or uplift_percent in its place");
    if (!honest) return {};
    RECOUP_TRY(figure, earned->minus(*honest));
    result_.figure = figure;
    result_.working = "earnings of " + pounds(*earned) + " less " + pounds(*honest) +
                      " that honest work would have earned = " + pounds(figure);
    return {};
  }

  Result<void> read_restored(const std::optional<Money>& of) {
    const bool property = matter_.kind == ProportionalityKind::property_restored;
    result_.authority = property ? "POCA 2002 s.6(5); R v Waya [2012] UKSC 51"
                                 : "POCA 2002 s.6(5); R v Jawad [2013] EWCA Crim 644";
    const auto restored = take(matter_.restored, "restored");
    if (matter_.restored_on) result_.citations.push_back(matter_.restored_on->citation);
    if (matter_.certain) result_.citations.push_back(matter_.certain->citation);
    const bool done = matter_.restored_on.has_value();
    const bool refused = !done && matter_.certain && !matter_.certain->value;
    if (!done && !matter_.certain) {
      lack(
          "restored_on, or whether restoration in full is certain; an order for compensation "
          "that is not paid is not enough");
    }
    if (!restored || !of) return {};
    RECOUP_TRY(rest, refused ? Result<Money>(*of) : of->minus(*restored));
    const Money figure = rest.is_negative() ? Money(0, gbp) : rest;
    result_.figure = figure;
    result_.working = refused
                          ? "restoration of " + pounds(*restored) +
                                " is not certain; nothing is taken out of " + pounds(*of)
                          : pounds(*of) + " less " + pounds(*restored) +
                                (property ? " for property given back" : " restored to the loser") +
                                (done ? " on " + long_text(matter_.restored_on->value)
                                      : std::string(", as stated certain to be restored")) +
                                " = " + pounds(figure);
    return {};
  }

  const ProportionalityMatter& matter_;
  ArguedFigure result_;
};

}  // namespace

Result<ArguedFigure> argued_figure(const ProportionalityMatter& matter,
                                   const std::optional<Money>& of) {
  return ArgumentReading(matter).read(of);
}

}  // namespace recoup
