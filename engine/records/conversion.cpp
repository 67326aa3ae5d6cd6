#include "recoup/records/conversion.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "recoup/base/text.hpp"
#include "recoup/number/fraction.hpp"

namespace recoup {
namespace {

std::string series_of(Currency currency) { return "rate EUR/" + std::string(currency.code()); }

Error no_rate(const std::string& series, Date day, const SeriesPoint* last) {
  return Error{ErrorCode::not_found,
               last == nullptr ? "no " + series + " on or before " + iso_text(day)
                               : "the last " + series + " before " + iso_text(day) + " is of " +
                                     iso_text(last->from),
               "a published rate at most " + std::to_string(days_without_rate_max) +
                   " days older than the day",
               {}};
}

/// The rate of the last day on or before `day`, if it is not too old.
Result<SeriesPoint> rate_on(const PublishedSeries& series, Currency currency, Date day,
                            Date asked) {
  const std::string name = series_of(currency);
  const SeriesPoint* point = series.on_or_before(name, day);
  if (point == nullptr || asked - point->from > std::chrono::days(days_without_rate_max)) {
    return no_rate(name, asked, point);
  }
  return *point;
}

Result<Fraction> value_of(const SeriesPoint& point) {
  auto value = Fraction::parse(point.value);
  if (value && value.value() > Fraction(0) && point.value.find('/') == std::string::npos) {
    return value;
  }
  return Error{ErrorCode::malformed,
               recoup::quoted(point.value),
               "a rate above zero",
               {"", point.line, point.series}};
}

/// The rates from `from` to `to` by way of the euro, all of one day.
Result<std::vector<SeriesPoint>> rates_between(Currency from, Currency to, Date day,
                                               const PublishedSeries& series) {
  std::vector<Currency> needed;
  for (const Currency currency : {from, to}) {
    if (currency != eur) needed.push_back(currency);
  }
  Date latest = day;
  while (true) {
    std::vector<SeriesPoint> rates;
    for (const Currency currency : needed) {
      RECOUP_TRY(rate, rate_on(series, currency, latest, day));
      rates.push_back(std::move(rate));
    }
    if (rates.size() < 2 || rates[0].from == rates[1].from) return rates;
    // Each turn goes back by a day at least, and rate_on ends it.
    latest = std::min(rates[0].from, rates[1].from);
  }
}

Fraction power_of_ten(int exponent) {
  Fraction value(1);
  for (int i = 0; i < exponent; ++i) value = value * Fraction(10);
  return value;
}

/// The nearest whole number, halves to the even one.
Result<Int128> round_half_even(const Fraction& value) {
  RECOUP_TRY(away, value.round_half_up());
  const Fraction distance = Fraction::from(away) - value;
  const bool is_half = distance + distance == Fraction(1) || distance + distance == Fraction(-1);
  if (!is_half || away % 2 == 0) return away;
  return away > 0 ? away - 1 : away + 1;
}

std::string working_of(const ConvertedAmount& converted, Date day) {
  std::string words = converted.original.text() + " on " + iso_text(day) + " = " +
                      converted.amount.text() + ", by ";
  for (std::size_t i = 0; i < converted.rates.size(); ++i) {
    words += (i > 0 ? " and " : "") + converted.rates[i].series + " " + converted.rates[i].value;
  }
  words += " of " + iso_text(converted.rates.front().from);
  return words + ", rounded once to the nearest minor unit, halves to even";
}

}  // namespace

PublishedSeries::PublishedSeries(const std::vector<SeriesPoint>& points) {
  for (const SeriesPoint& point : points) add(point);
}

void PublishedSeries::add(const SeriesPoint& point) {
  points_[point.series].try_emplace(point.from, point);
}

const SeriesPoint* PublishedSeries::on_or_before(std::string_view series, Date day) const {
  const auto found = points_.find(series);
  if (found == points_.end()) return nullptr;
  const auto behind = found->second.upper_bound(day);
  return behind == found->second.begin() ? nullptr : &std::prev(behind)->second;
}

Result<ConvertedAmount> convert(Money amount, Currency to, Date day,
                                const PublishedSeries& series) {
  ConvertedAmount converted{amount, amount, {}, {}};
  if (amount.currency() == to) {
    converted.working = amount.text() + ", in its own currency";
    return converted;
  }
  RECOUP_TRY(rates, rates_between(amount.currency(), to, day, series));
  Fraction value = Fraction::from(amount.minor()) / power_of_ten(amount.currency().decimals());
  std::size_t next = 0;
  if (amount.currency() != eur) {
    RECOUP_TRY(rate, value_of(rates[next++]));
    value = value / rate;
  }
  if (to != eur) {
    RECOUP_TRY(rate, value_of(rates[next]));
    value = value * rate;
  }
  RECOUP_TRY(minor, round_half_even(value * power_of_ten(to.decimals())));
  converted.amount = Money(minor, to);
  converted.rates = std::move(rates);
  converted.working = working_of(converted, day);
  return converted;
}

}  // namespace recoup
