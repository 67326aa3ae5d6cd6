#include "recoup/ranking/recovery.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "recoup/base/check.hpp"
#include "recoup/base/text.hpp"

namespace recoup {
namespace {

constexpr std::array<std::string_view, 4> groups = {"chance.", "cost.", "liquidity.", "stage."};
constexpr std::string_view rest = "other";

/// "bank account" as the end of a parameter's name: "bank_account".
std::string parameter_word(std::string_view kind) {
  std::string word = ascii_lower(trimmed(kind));
  std::replace_if(
      word.begin(), word.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return word;
}

Fraction fraction_of(const DatedFigure& figure) {
  const auto* number = figure.value.as<Decimal>();
  RECOUP_CHECK(number != nullptr);
  const auto read = Fraction::parse(number->text());
  RECOUP_CHECK(read.has_value());
  return read.value();
}

/// The figure in pence, which `of` found to be whole.
Money money_of(const DatedFigure& figure) {
  const auto* number = figure.value.as<Decimal>();
  RECOUP_CHECK(number != nullptr);
  const auto minor = number->minor_units(gbp.decimals());
  RECOUP_CHECK(minor.has_value());
  return {*minor, gbp};
}

/// What is wrong with a figure of its group, or nothing.
std::optional<std::string> fault_of(const DatedFigure& figure) {
  const auto* number = figure.value.as<Decimal>();
  if (number == nullptr || number->is_negative()) return "a number that is not below zero";
  if (figure.name.starts_with("chance.") && *number > Decimal(1)) return "a chance from 0 to 1";
  const bool is_cost = figure.name.starts_with("cost.");
  if (is_cost && !number->minor_units(gbp.decimals())) return "an amount in pounds and pence";
  return std::nullopt;
}

Result<void> add_line(const PropertyItem& property, const RecoveryRates& rates,
                      ExpectedRecovery& recovery) {
  RecoveryLine line{property, rates.chance(property.kind), rates.cost(property.kind)};
  const Fraction product =
      Fraction::from(property.value.minor()) * property.share * fraction_of(line.chance);
  RECOUP_TRY(minor, product.round_half_up());
  line.expected = Money(minor, gbp);
  RECOUP_TRY(gross, recovery.gross.plus(line.expected));
  RECOUP_TRY(costs, recovery.costs.plus(money_of(line.cost)));
  recovery.gross = gross;
  recovery.costs = costs;
  recovery.lines.push_back(std::move(line));
  return {};
}

}  // namespace

Result<RecoveryRates> RecoveryRates::of(const Pack& pack, Date as_at) {
  RecoveryRates rates;
  for (const DatedFigure& figure : pack.parameters().all()) {
    const bool is_ours = std::any_of(groups.begin(), groups.end(), [&](std::string_view group) {
      return figure.name.starts_with(group);
    });
    if (!is_ours || as_at < figure.from || (figure.to && *figure.to < as_at)) continue;
    if (const auto fault = fault_of(figure)) {
      return Error{ErrorCode::out_of_range,
                   recoup::quoted(text(figure.value)),
                   *fault,
                   {figure.document, figure.line, figure.name}};
    }
    rates.figures_.push_back(figure);
  }
  std::sort(rates.figures_.begin(), rates.figures_.end(),
            [](const DatedFigure& a, const DatedFigure& b) { return a.name < b.name; });
  for (const auto& [group, kind] : {std::pair("chance.", "other"), std::pair("cost.", "other"),
                                    std::pair("liquidity.", "other"), std::pair("cost.", "case")}) {
    if (rates.find(group, kind) != nullptr) continue;
    return Error{ErrorCode::not_found,
                 "no figure " + recoup::quoted(std::string(group) + kind) + " on " +
                     iso_text(as_at) + " in the pack " + recoup::quoted(pack.id()),
                 "a row of params/*.csv that is in force on that day",
                 {}};
  }
  return rates;
}

const DatedFigure* RecoveryRates::find(std::string_view group, std::string_view kind) const {
  const std::string name = std::string(group) + parameter_word(kind);
  const auto at =
      std::lower_bound(figures_.begin(), figures_.end(), name,
                       [](const DatedFigure& a, const std::string& b) { return a.name < b; });
  return at == figures_.end() || at->name != name ? nullptr : &*at;
}

const DatedFigure& RecoveryRates::find_or_other(std::string_view group,
                                                std::string_view kind) const {
  const DatedFigure* figure = find(group, kind);
  if (figure == nullptr) figure = find(group, rest);
  RECOUP_CHECK(figure != nullptr);
  return *figure;
}

const DatedFigure& RecoveryRates::chance(std::string_view kind) const {
  return find_or_other("chance.", kind);
}
const DatedFigure& RecoveryRates::cost(std::string_view kind) const {
  return find_or_other("cost.", kind);
}
const DatedFigure& RecoveryRates::liquidity(std::string_view kind) const {
  return find_or_other("liquidity.", kind);
}
const DatedFigure* RecoveryRates::stage(std::string_view stage) const {
  return find("stage.", stage);
}

Result<ExpectedRecovery> expected_recovery(const std::vector<PropertyItem>& property,
                                           std::optional<Money> cap, const std::string& cap_words,
                                           const RecoveryRates& rates) {
  ExpectedRecovery recovery;
  recovery.case_cost = rates.case_cost();
  recovery.costs = money_of(recovery.case_cost);
  recovery.cap = cap;
  recovery.cap_words = cap_words;
  for (const PropertyItem& each : property) {
    if (auto added = add_line(each, rates, recovery); !added) return std::move(added).error();
  }
  Money reach = recovery.gross;
  if (cap && cap->compare(reach) < 0) {
    reach = *cap;
    recovery.is_capped = true;
  }
  RECOUP_TRY(net, reach.minus(recovery.costs));
  recovery.net = net;
  return recovery;
}

}  // namespace recoup
